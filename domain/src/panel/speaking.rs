//! Who speaks when in a debrief: the least senior first, so that nobody echoes who decides about them.

use crate::{Timestamp, UserId};

/// A panel member at the debrief. Seniority is in interviewing: titles are not ours to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub rater: UserId,
    /// Do they lead the loop? The lead speaks last, however new.
    pub is_lead: bool,
    /// Scorecards that they had submitted before this loop.
    pub scorecards: u32,
    /// When they joined.
    pub joined: Timestamp,
}

/// The order of speaking: fewest scorecards first, of those who have as many whoever joined last, the lead at the end.
#[must_use]
pub fn speaking_order(mut panel: Vec<Speaker>) -> Vec<Speaker> {
    panel.sort_by_key(|it| (it.is_lead, it.scorecards, std::cmp::Reverse(it.joined), it.rater));
    panel
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_least_senior_first_and_the_lead_last() {
        let speaker = |id, is_lead, scorecards, joined| Speaker {
            rater: UserId(Uuid::from_u128(id)),
            is_lead,
            scorecards,
            joined: Timestamp(joined),
        };
        let panel =
            [speaker(1, true, 0, 90), speaker(2, false, 40, 10), speaker(3, false, 0, 50), speaker(4, false, 0, 60)];
        let order: Vec<u128> = speaking_order(panel.to_vec()).iter().map(|it| it.rater.0.as_u128()).collect();
        assert_eq!(order, [4, 3, 2, 1]);
    }
}
