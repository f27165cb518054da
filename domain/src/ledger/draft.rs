//! What is gathered of one question on the way through the log, and the line that it becomes.

use super::{Deviation, Given, Line};
use crate::{EventId, interview::Exhibit, plan::Item, time::MINUTE};
use std::collections::BTreeMap;

/// An event that counts: its place in the log, and the running time in ms.
pub(super) type Here = (usize, i64);

/// What is gathered of one question.
#[derive(Default)]
pub(super) struct Draft {
    /// The event with which it was taken up for long enough: its place in the log, and the time.
    pub(super) taken: Option<Here>,
    /// When it was first shown to the candidate.
    pub(super) shown: Option<Here>,
    /// Follow-ups that were asked.
    pub(super) follow_ups: BTreeMap<u8, Here>,
    /// Hints that were given, and what was said, by the event that tells.
    pub(super) hints: Vec<(EventId, Here, String)>,
    /// What was shown beside it, and when first.
    pub(super) beside: Vec<(Exhibit, Here)>,
    /// Running time on the table, in ms.
    pub(super) spent: i64,
    /// Minutes of opening and close that may have gone here.
    pub(super) spare: u16,
}

impl Draft {
    /// Something was shown beside it.
    pub(super) fn show(&mut self, what: Exhibit, here: Here) {
        if !self.beside.iter().any(|it| it.0 == what) {
            self.beside.push((what, here));
        }
    }

    /// When it was asked, by whatever says so first.
    pub(super) fn asked(&self) -> Option<Here> {
        let hint = self.hints.iter().map(|it| it.1).min();
        let beside = self.beside.iter().map(|it| it.1).min();
        let signs = [self.taken, self.shown, beside, self.follow_ups.values().min().copied(), hint];
        signs.into_iter().flatten().min()
    }

    pub(super) fn line(self, item: &Item, place: usize) -> Line {
        let asked = self.asked().map(|it| it.1);
        let set_aside = i64::from(item.minutes) * MINUTE;
        let (over, under) = (self.spent - set_aside - i64::from(self.spare) * MINUTE, set_aside - self.spent);
        let deviation = match asked {
            None => Some(Deviation::NotAsked),
            Some(_) if over >= MINUTE => Some(Deviation::Over(over)),
            Some(_) if under >= MINUTE => Some(Deviation::Under(under)),
            Some(_) => None,
        };
        Line {
            question: item.question.clone(),
            place,
            minutes: item.minutes,
            asked,
            shown: self.shown.map(|it| it.1),
            spent: self.spent,
            follow_ups: self.follow_ups.into_iter().map(|(number, it)| (number, it.1)).collect(),
            hints: self.hints.into_iter().map(|(_, (_, at), text)| Given { at, text }).collect(),
            beside: self.beside.into_iter().map(|(what, it)| (what, it.1)).collect(),
            deviations: deviation.into_iter().collect(),
        }
    }
}
