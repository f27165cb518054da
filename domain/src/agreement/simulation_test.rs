//! Intervals hold what they promise: a known truth, many samples of it, and how often the interval has it.

use super::{Coincidences, Metric, bootstrap::interval};
use crate::{Score, seeded::Seeded};

/// Interviews as they could have been: candidates differ, answers of one candidate differ, raters differ about an answer.
#[derive(Clone, Copy)]
struct World {
    interviews: usize,
    questions: usize,
    raters: usize,
    /// Standard deviations of candidates, of answers within a candidate, and of raters about an answer, in points.
    deviations: [f64; 3],
    /// How often a rater leaves a cell empty.
    missing: f64,
}

impl World {
    fn interview(self, seeded: &mut Seeded) -> Coincidences {
        let [candidates, answers, raters] = self.deviations;
        let candidate = 3.2 + candidates * seeded.normal();
        let units: Vec<Coincidences> = (0..self.questions)
            .map(|_| {
                let answer = candidate + answers * seeded.normal();
                let mut score = || {
                    if seeded.unit() < self.missing {
                        return Score::NotAssessed;
                    }
                    Score::try_from((answer + raters * seeded.normal()).round().clamp(1.0, 5.0) as u8).unwrap()
                };
                Coincidences::of_unit((0..self.raters).map(|_| score()).collect::<Vec<_>>())
            })
            .collect();
        units.iter().sum()
    }

    fn sample(self, seeded: &mut Seeded) -> Vec<Coincidences> {
        (0..self.interviews).map(|_| self.interview(seeded)).collect()
    }

    /// α of `interviews` interviews, which is as good as the truth when there are many.
    fn truth(self, interviews: usize) -> f64 {
        let many = Self { interviews, ..self }.sample(&mut Seeded::new(1));
        many.iter().sum::<Coincidences>().alpha(Metric::Ordinal).unwrap()
    }

    /// The share of `samples` whose interval has the truth in it.
    fn coverage(self, truth: f64, samples: usize, resamples: usize) -> f64 {
        let mut seeded = Seeded::new(2);
        let held = (0..samples).filter(|_| {
            let sample = self.sample(&mut seeded);
            interval(&sample, Metric::Ordinal, resamples, seeded.bits()).is_some_and(|it| it.contains(truth))
        });
        held.count() as f64 / samples as f64
    }
}

/// A hundred independent units with a tenth of the cells missing.
const UNITS: World = World { interviews: 100, questions: 1, raters: 3, deviations: [0.9, 0.0, 0.6], missing: 0.1 };
/// As many units, from interviews of five questions: what a calibration page really gets.
const INTERVIEWS: World = World { interviews: 40, questions: 5, raters: 3, deviations: [0.7, 0.6, 0.6], missing: 0.1 };

#[test]
fn ninety_five_percent_are_about_ninety_five_percent() {
    for (name, world) in [("units", UNITS), ("interviews", INTERVIEWS)] {
        let coverage = world.coverage(world.truth(20_000), 150, 200);
        assert!((0.90..=0.98).contains(&coverage), "{name}: {coverage}");
    }
}

#[test]
#[cfg(not(debug_assertions))]
#[ignore = "takes seconds in release and minutes without: prints the coverage over sizes"]
fn coverage_by_size() {
    for (interviews, questions) in
        [(60, 1), (100, 1), (300, 1), (6, 10), (12, 5), (20, 5), (30, 5), (60, 5), (1_000, 3)]
    {
        let world = World { interviews, questions, ..INTERVIEWS };
        let coverage = world.coverage(world.truth(200_000), 1_000, 1_000);
        println!("{interviews:>4} interviews × {questions:>2} questions: {coverage:.3}");
        assert!(coverage > if interviews < 12 { 0.83 } else { 0.90 });
    }
}
