//! Calibration: what an interviewer's scores say about the interviewer.

mod contrast;
mod leaning;

pub use contrast::{Contrast, LagOne, PAIRS_MIN, Previous, contrast, previous};
pub use leaning::{INTERVIEWS_MIN, Kind, Leaning, deviations, leanings};

use crate::UserId;

/// May `viewer` see what calibration says of `interviewer`? Oneself always; anybody else, whatever their role lets them see
/// otherwise, only once the interviewer has seen it.
#[must_use]
pub fn may_see(viewer: UserId, interviewer: UserId, seen_by_interviewer: bool) -> bool {
    viewer == interviewer || seen_by_interviewer
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn oneself_first() {
        let [one, other] = [1, 2].map(|it| UserId(Uuid::from_u128(it)));
        assert!(may_see(one, one, false) && may_see(one, one, true));
        assert!(!may_see(other, one, false) && may_see(other, one, true));
    }
}
