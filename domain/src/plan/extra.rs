//! Extra time that was agreed on with a candidate: the whole plan stretches, what is expected of an answer does not.

use super::Plan;
use crate::named::named;

named! {
    /// How much longer everything may take.
    #[derive(Default)]
    ExtraTime {
        /// As long as for everybody.
        #[default]
        None = "none",
        /// A quarter longer.
        Quarter = "quarter",
        /// Half as long again.
        Half = "half",
    }
}

impl ExtraTime {
    /// What is added, in percent.
    #[must_use]
    pub const fn percent(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Quarter => 25,
            Self::Half => 50,
        }
    }

    /// Minutes with the extra time, rounded to the nearest.
    #[must_use]
    pub fn stretched(self, minutes: u16) -> u16 {
        let hundredths = u32::from(minutes) * (100 + u32::from(self.percent()));
        u16::try_from((hundredths + 50) / 100).unwrap_or(u16::MAX)
    }
}

impl Plan {
    /// All minutes: opening, core with what nothing fills, close.
    #[must_use]
    pub fn total(&self) -> u16 {
        let core: u16 = self.items.iter().map(|it| it.minutes).chain(self.short.iter().map(|it| it.minutes)).sum();
        self.opening + core + self.close
    }

    /// The same plan with extra time in all its minutes. The moments at which parts end are stretched and rounded, not
    /// their lengths, so that the parts still sum to the stretched whole. Only for a plan that has none yet.
    #[must_use]
    pub fn stretched(mut self, extra: ExtraTime) -> Self {
        let mut end = 0;
        let mut stretch = |minutes: &mut u16| {
            let begin = extra.stretched(end);
            end += *minutes;
            *minutes = extra.stretched(end) - begin;
        };
        stretch(&mut self.opening);
        self.items.iter_mut().for_each(|it| stretch(&mut it.minutes));
        self.short.iter_mut().for_each(|it| stretch(&mut it.minutes));
        stretch(&mut self.close);
        self.extra = extra;
        self
    }
}
