//! The interval around α: what it would have been with other interviews.
//!
//! Whole interviews are drawn with replacement, and the percentiles of what comes out are the bounds (Efron & Tibshirani 1993,
//! chapter 13; for agreement Zapf et al. 2016, "Measuring inter-rater reliability for nominal data"). An interview is one part
//! because its units are no independent draws: they share a candidate, an hour and a room.

use super::{Coincidences, Metric, icc::quantile_of_f};
use crate::{interval::Interval, seeded::Seeded};
use special::Error;

/// Resamples behind an interval that is shown.
pub(super) const RESAMPLES: usize = 2_000;
/// The share of resamples that may come out without variation, and so without α, before there is no interval.
const BLANK_MAX: f64 = 0.05;

/// Parts that are drawn from. More are put together in blocks as they stand, which changes the interval's width by a few percent
/// at random (a block of independent parts is an independent part), and keeps a page of ten thousand interviews fast.
const BLOCKS_MAX: usize = 400;

/// The 95 % interval of α over `parts`, each drawn whole: one for each interview, or for each unit where units are independent.
/// `None` when there are too few parts or too little variation to say. The same seed gives the same interval.
pub(super) fn interval(parts: &[Coincidences], metric: Metric, resamples: usize, seed: u64) -> Option<Interval> {
    if parts.len() < 2 || resamples == 0 {
        return None;
    }
    let count = parts.len().min(BLOCKS_MAX);
    let blocks: Vec<Coincidences> =
        (0..count).map(|n| parts[n * parts.len() / count..(n + 1) * parts.len() / count].iter().sum()).collect();
    let mut seeded = Seeded::new(seed);
    let mut drawn: Vec<f64> = Vec::with_capacity(resamples);
    for _ in 0..resamples {
        let mut sum = Coincidences::default();
        for _ in 0..count {
            sum += &blocks[seeded.below(count)];
        }
        drawn.extend(sum.alpha(metric));
    }
    if (drawn.len() as f64) < (1.0 - BLANK_MAX) * resamples as f64 {
        return None;
    }
    drawn.sort_by(f64::total_cmp);
    let tail = tail(count as f64);
    Some(Interval { low: quantile(&drawn, tail), high: quantile(&drawn, 1.0 - tail) })
}

/// The share of resamples beyond either bound. Resamples of `count` parts vary less than samples do, by (n − 1) / n, and nobody
/// knows the variance: the 2.5 % of the normal distribution become those of Student's t, as Hesterberg (2015, "What teachers
/// should know about the bootstrap") expands percentiles. It is 2.2 % for 60 parts and 0.2 % for six.
fn tail(count: f64) -> f64 {
    let t = quantile_of_f(0.95, 1.0, count - 1.0).sqrt();
    (t * (count / (count - 1.0)).sqrt() / std::f64::consts::SQRT_2).compl_error() / 2.0
}

/// The quantile of sorted values, between two of them in proportion (Hyndman & Fan 1996, type 7).
fn quantile(sorted: &[f64], at: f64) -> f64 {
    let place = at * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Score;

    fn unit(scores: &[u8]) -> Coincidences {
        Coincidences::of_unit(scores.iter().map(|it| Score::try_from(*it).unwrap()))
    }

    #[test]
    fn quantiles_lie_between_values() {
        let sorted: Vec<f64> = (1..=5).map(f64::from).collect();
        assert_eq!([0.0, 0.125, 0.5, 1.0].map(|it| quantile(&sorted, it)), [1.0, 1.5, 3.0, 5.0]);
    }

    #[test]
    fn few_parts_have_wide_intervals() {
        for (parts, share) in [(6.0, 0.0024), (60.0, 0.0218), (1e6, 0.025)] {
            assert!((tail(parts) - share).abs() < 1e-4, "{parts}: {}", tail(parts));
        }
    }

    #[test]
    fn a_seed_is_an_interval_and_holds_what_was_measured() {
        let parts: Vec<Coincidences> =
            (0..40).map(|n| unit(&[1 + n % 5, 1 + (n + n % 2) % 5, 1 + (3 * n) % 5])).collect();
        let alpha = parts.iter().sum::<Coincidences>().alpha(Metric::Ordinal).unwrap();
        let one = interval(&parts, Metric::Ordinal, 500, 1).unwrap();
        assert_eq!(Some(one), interval(&parts, Metric::Ordinal, 500, 1));
        assert_ne!(Some(one), interval(&parts, Metric::Ordinal, 500, 2));
        assert!(one.contains(alpha) && one.low < one.high, "{one:?} {alpha}");
    }

    #[test]
    fn too_little_to_draw_from_gives_no_interval() {
        let mut parts = vec![unit(&[3, 3]); 30];
        assert_eq!(interval(&parts, Metric::Ordinal, 100, 1), None, "no variation");
        parts[0] = unit(&[2, 3]);
        assert_eq!(interval(&parts, Metric::Ordinal, 100, 1), None, "a third of the draws leave out what varies");
        assert_eq!(interval(&parts[..1], Metric::Ordinal, 100, 1), None);
        assert_eq!(interval(&[], Metric::Ordinal, 100, 1), None);
    }

    #[test]
    #[cfg(not(debug_assertions))]
    #[ignore = "a figure of the release build: 2,000 resamples over 300 units × 4 raters within 150 ms"]
    fn is_fast_enough_for_a_page() {
        let parts: Vec<Coincidences> = (0..300_u16)
            .map(|n| unit(&[n % 5 + 1, n % 4 + 1, n % 3 + 1, (n + 1) % 5 + 1].map(|it| it as u8)))
            .collect();
        let started = std::time::Instant::now();
        assert!(interval(&parts, Metric::Ordinal, RESAMPLES, 1).is_some());
        let took = started.elapsed();
        println!("{took:?}");
        assert!(took.as_millis() <= 150, "{took:?}");
    }
}
