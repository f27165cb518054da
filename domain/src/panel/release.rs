//! The release: from when on the panel sees each other's scores.

use crate::{InterviewId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// A scorecard that a panel member owes. Observers owe none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Of which interview.
    pub interview: InterviewId,
    /// By whom.
    pub rater: UserId,
    /// When it was submitted, if it was.
    pub submitted: Option<Timestamp>,
}

/// The lead opened the debrief. If a scorecard was missing then, that broke the glass: it is written into the audit log, and
/// everybody on the panel is shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    by: UserId,
    at: Timestamp,
}

/// Somebody else than the loop's lead tried to open the debrief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("only the lead opens a debrief")]
pub struct NotTheLead;

impl Opened {
    /// `actor` opens the debrief of a loop led by `lead`.
    ///
    /// # Errors
    /// [`NotTheLead`]: no role makes up for it, an administrator's neither.
    pub fn new(actor: UserId, lead: UserId, at: Timestamp) -> Result<Self, NotTheLead> {
        if actor == lead { Ok(Self { by: actor, at }) } else { Err(NotTheLead) }
    }
}

/// May the panel see each other's scores?
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Release {
    /// Not yet.
    Held {
        /// The scorecards that are missing; who has submitted is no secret, what is.
        missing: Vec<Owed>,
    },
    /// Yes.
    Released {
        /// Since when.
        at: Timestamp,
        /// What released them.
        how: How,
    },
}

/// What released the scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// The last scorecard was submitted.
    AllSubmitted,
    /// The lead did not wait.
    BrokenGlass {
        /// Who it was.
        by: UserId,
        /// The scorecards that were missing at that moment.
        missing: Vec<Owed>,
    },
}

impl Release {
    /// Was a scorecard submitted before its rater could see any other? Only such ones go into agreement, calibration and the
    /// panel's number by formula.
    #[must_use]
    pub fn is_independent(&self, submitted: Timestamp) -> bool {
        match self {
            Self::Held { .. } => true,
            Self::Released { at, .. } => submitted <= *at,
        }
    }
}

/// The release of a loop: by the last submission or by the lead, whichever came first. A loop without scorecards to wait for is
/// held until somebody owes one. What was released is kept as such by the store: a member who joins later owes a scorecard and
/// hides nothing again.
#[must_use]
pub fn release(owed: &[Owed], opened: Option<Opened>) -> Release {
    let late = |moment: Timestamp| move |it: &&Owed| it.submitted.is_none_or(|submitted| submitted > moment);
    let last = owed.iter().map(|it| it.submitted).collect::<Option<Vec<_>>>().and_then(|it| it.into_iter().max());
    match (last, opened) {
        (Some(at), Some(opened)) if opened.at >= at => Release::Released { at, how: How::AllSubmitted },
        (Some(at), None) => Release::Released { at, how: How::AllSubmitted },
        (_, Some(Opened { by, at })) => Release::Released {
            at,
            how: How::BrokenGlass { by, missing: owed.iter().filter(late(at)).copied().collect() },
        },
        (None, None) => Release::Held { missing: owed.iter().filter(|it| it.submitted.is_none()).copied().collect() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const LEAD: UserId = UserId(Uuid::from_u128(7));

    fn owed(rater: u128, submitted: Option<i64>) -> Owed {
        Owed {
            interview: InterviewId(Uuid::from_u128(100)),
            rater: UserId(Uuid::from_u128(rater)),
            submitted: submitted.map(Timestamp),
        }
    }

    fn opened(at: i64) -> Option<Opened> {
        Some(Opened::new(LEAD, LEAD, Timestamp(at)).unwrap())
    }

    #[test]
    fn one_missing_scorecard_holds_all() {
        let panel = [owed(1, Some(5)), owed(2, None), owed(3, Some(9))];
        assert_eq!(release(&panel, None), Release::Held { missing: vec![panel[1]] });
        assert_eq!(release(&[], None), Release::Held { missing: vec![] }, "nobody to wait for is not everybody");
    }

    #[test]
    fn the_last_one_releases_and_opening_later_breaks_nothing() {
        let panel = [owed(1, Some(9)), owed(2, Some(5))];
        let all = Release::Released { at: Timestamp(9), how: How::AllSubmitted };
        assert_eq!(release(&panel, None), all);
        assert_eq!(release(&panel, opened(9)), all);
        assert_eq!(release(&panel, opened(50)), all);
    }

    #[test]
    fn opening_before_that_is_broken_glass_for_ever() {
        let early = [owed(1, Some(5)), owed(2, None)];
        let how = |missing| How::BrokenGlass { by: LEAD, missing };
        let at = Timestamp(6);
        assert_eq!(release(&early, opened(6)), Release::Released { at, how: how(vec![early[1]]) });
        let later = [owed(1, Some(5)), owed(2, Some(8))];
        let released = release(&later, opened(6));
        assert_eq!(released, Release::Released { at, how: how(vec![later[1]]) }, "submitting later does not mend it");
        assert!(released.is_independent(Timestamp(5)) && !released.is_independent(Timestamp(8)));
    }

    #[test]
    fn nobody_but_the_lead_opens() {
        assert_eq!(Opened::new(UserId(Uuid::from_u128(8)), LEAD, Timestamp(1)), Err(NotTheLead));
    }

    proptest! {
        #[test]
        fn nothing_is_released_without_the_lead_while_anybody_owes(
            times in prop::collection::vec(prop::option::of(0_i64..20), 0..5), open in prop::option::of(0_i64..20)
        ) {
            let panel: Vec<Owed> = times.iter().enumerate().map(|(n, it)| owed(n as u128, *it)).collect();
            let released = release(&panel, open.and_then(opened));
            let whole = !times.is_empty() && times.iter().all(Option::is_some);
            prop_assert_eq!(matches!(released, Release::Released { .. }), whole || open.is_some());
            if let Release::Released { at, how: How::AllSubmitted } = released {
                prop_assert!(times.iter().all(|it| it.is_some_and(|it| it <= at.0)));
            }
        }
    }
}
