//! Severity and leniency: by how much somebody scores below or above colleagues who heard the same answers.
//!
//! The model is the usual one: deviation = interview + rater + chance, raters drawn from a normal distribution of their own. The
//! two variances come from the data by EM (Dempster, Laird & Rubin 1977), the raters' effects are their best linear unbiased
//! predictions (Henderson 1975), found by turns: so somebody with few interviews is drawn towards "as the others" and nobody is
//! called severe for having sat with the lenient. In this form it is empirical Bayes (Efron & Morris 1975).

use crate::{
    Score, UserId,
    interval::{Interval, Z95},
};
use std::collections::{BTreeMap, BTreeSet};

/// Interviews together with a colleague below which a leaning is not shown.
pub const INTERVIEWS_MIN: u32 = 10;
/// Rounds of the estimation. Effects settle within twenty; a variance near nothing takes longer, and then nothing hangs on it.
const ROUNDS: usize = 100;

/// How somebody leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Below colleagues, beyond chance.
    Severe,
    /// Neither, as far as anybody can tell.
    AsOthers,
    /// Above colleagues, beyond chance.
    Lenient,
}

/// One interviewer's leaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaning {
    /// In points of the scale, shrunk; negative is severe.
    pub points: f64,
    /// The 95 % interval.
    pub interval: Interval,
    /// Interviews with a colleague.
    pub interviews: u32,
}

impl Leaning {
    /// Are there enough interviews to show it?
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.interviews >= INTERVIEWS_MIN
    }

    /// In a word.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.interval.high < 0.0 {
            Kind::Severe
        } else if self.interval.low > 0.0 {
            Kind::Lenient
        } else {
            Kind::AsOthers
        }
    }
}

/// One interview's deviations: for each rater the mean, over the questions that somebody else scored too, of their score less
/// the mean of all who scored it. Empty where nobody had company.
#[must_use]
pub fn deviations(questions: &[BTreeMap<UserId, Score>]) -> BTreeMap<UserId, f64> {
    let mut sums: BTreeMap<UserId, (f64, f64)> = BTreeMap::new();
    for question in questions {
        let rated: Vec<(UserId, f64)> =
            question.iter().filter_map(|(rater, it)| it.points().map(|it| (*rater, f64::from(it)))).collect();
        if rated.len() < 2 {
            continue;
        }
        let mean = rated.iter().map(|(_, it)| it).sum::<f64>() / rated.len() as f64;
        for (rater, points) in rated {
            let (sum, count) = sums.entry(rater).or_default();
            *sum += points - mean;
            *count += 1.0;
        }
    }
    sums.into_iter().map(|(rater, (sum, count))| (rater, sum / count)).collect()
}

/// The leaning of everybody, from the [`deviations`] of each interview. Empty when all of it could be chance: fewer
/// deviations than there are interviews and raters to explain them.
#[must_use]
pub fn leanings(interviews: &[BTreeMap<UserId, f64>]) -> BTreeMap<UserId, Leaning> {
    let shared: Vec<&BTreeMap<UserId, f64>> = interviews.iter().filter(|it| it.len() >= 2).collect();
    let ids: Vec<UserId> =
        shared.iter().flat_map(|it| it.keys().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    let panels: Vec<Panel> = shared
        .iter()
        .map(|it| it.iter().filter_map(|(id, of)| Some((ids.binary_search(id).ok()?, *of))).collect())
        .collect();
    let mut raters = vec![Rater::default(); ids.len()];
    for panel in &panels {
        for (rater, _) in panel {
            raters[*rater].interviews += 1;
            raters[*rater].weight += 1.0 - 1.0 / panel.len() as f64;
        }
    }
    let cells: usize = panels.iter().map(Vec::len).sum();
    let freedom = (cells + 1).saturating_sub(panels.len() + raters.len()) as f64;
    if freedom < 1.0 {
        return BTreeMap::new();
    }
    let (mut chance, mut between) = (1.0, 1.0);
    for _ in 0..ROUNDS {
        chance = (turn(&panels, &mut raters, chance / between) / freedom).max(f64::MIN_POSITIVE);
        // One less than there are raters: deviations say nothing about the level of all of them together.
        let spread: f64 = raters.iter().map(|it| it.effect.powi(2) + chance / (it.weight + chance / between)).sum();
        between = (spread / (raters.len() as f64 - 1.0)).max(f64::MIN_POSITIVE);
    }
    let leaning = |it: Rater| {
        let half = Z95 * (chance / (it.weight + chance / between)).sqrt();
        let interval = Interval { low: it.effect - half, high: it.effect + half };
        Leaning { points: it.effect, interval, interviews: it.interviews }
    };
    ids.into_iter().zip(raters).map(|(id, it)| (id, leaning(it))).collect()
}

/// The deviations of one interview, each with its rater's place in the list of raters.
type Panel = Vec<(usize, f64)>;

/// One rater, while the estimation goes on.
#[derive(Debug, Clone, Copy, Default)]
struct Rater {
    effect: f64,
    interviews: u32,
    /// What their interviews tell about them: one less what the panel's own mean takes away.
    weight: f64,
}

/// One turn: what remains of each deviation when interview and rater are taken off is shared out to the raters, shrunk by
/// `ratio` (chance over between). Returns the sum of squares of what remained.
fn turn(panels: &[Panel], raters: &mut [Rater], ratio: f64) -> f64 {
    let mut left = vec![0.0; raters.len()];
    let mut squares = 0.0;
    for panel in panels {
        let rest = |(rater, of): &(usize, f64)| of - raters[*rater].effect;
        let mean = panel.iter().map(rest).sum::<f64>() / panel.len() as f64;
        for it in panel {
            let remains = rest(it) - mean;
            squares += remains.powi(2);
            left[it.0] += remains;
        }
    }
    for (it, sum) in raters.iter_mut().zip(left) {
        it.effect += (sum - ratio * it.effect) / (f64::from(it.interviews) + ratio);
    }
    squares
}

#[cfg(test)]
#[path = "leaning_test.rs"]
mod tests;
