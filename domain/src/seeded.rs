//! Numbers that look drawn and are not: the same seed gives the same numbers on every machine and in every version.

/// `SplitMix64` (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators"). It chooses resamples; it is no
/// source of secrets. A crate's generator would be as good, but what is drawn from one may differ between its versions, and a
/// figure on a page must not move because a dependency did.
#[derive(Debug, Clone)]
pub(crate) struct Seeded(u64);

impl Seeded {
    /// The sequence of a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number from 0 to below `count`, each equally often: uneven by at most `count` in 2⁶⁴ (Lemire 2019, without his rejection).
    pub(crate) const fn below(&mut self, count: usize) -> usize {
        ((self.bits() as u128 * count as u128) >> 64) as usize
    }
}

#[cfg(test)]
impl Seeded {
    /// A draw from the uniform distribution over (0, 1).
    pub(crate) fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A draw from the standard normal distribution (Box & Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        (-2.0 * self.unit().ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_published_sequence() {
        let mut seeded = Seeded::new(1_234_567);
        let first: Vec<u64> = (0..5).map(|_| seeded.bits()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn draws_each_number_about_equally_often() {
        let mut seeded = Seeded::new(7);
        let mut drawn = [0_u32; 6];
        for _ in 0..60_000 {
            drawn[seeded.below(6)] += 1;
        }
        assert!(drawn.iter().all(|it| (9_600..10_400).contains(it)), "{drawn:?}");
    }
}
