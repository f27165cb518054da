//! Compares a translation with its English text: the same numbers of things, the same code.

use crate::{
    Section, Text,
    markdown::{self, Code, Span},
    outline::Outline,
    problem::Findings,
};

/// What has to be the same in every language.
pub(crate) struct Version {
    counts: Vec<Count>,
    codes: Vec<Code>,
}

/// How many items a section has. One that is missing or empty was reported as that, and is not counted.
struct Count {
    section: Section,
    at: usize,
    items: usize,
}

impl Version {
    pub(crate) fn of(outline: &Outline, text: &Text, events: &[Span]) -> Self {
        let counts = [
            (Section::FollowUps, text.follow_ups.len()),
            (Section::RedFlags, text.red_flags.len()),
            (Section::Traps, text.traps.len()),
        ];
        let count = |(section, items)| outline.get(&section).map(|part| Count { section, at: part.at, items });
        Self {
            counts: counts.into_iter().filter(|(_, items)| *items > 0).filter_map(count).collect(),
            codes: markdown::code_blocks(events),
        }
    }
}

/// Reports where `translation` departs from `english`.
pub(crate) fn compare(english: &Version, translation: &Version, found: &mut Findings) {
    for ours in &translation.counts {
        let theirs = english.counts.iter().find(|it| it.section == ours.section);
        if let Some(theirs) = theirs.filter(|it| it.items != ours.items) {
            let name = ours.section.heading();
            found.error(ours.at, format!("{name}: {} items here, {} in en.md", ours.items, theirs.items));
        }
    }
    compare_code(&english.codes, &translation.codes, found);
}

/// Reports blocks of code that are not the same as in the English text.
pub(crate) fn compare_code(english: &[Code], translation: &[Code], found: &mut Findings) {
    for (ours, theirs) in translation.iter().zip(english) {
        if ours.language != theirs.language || ours.code != theirs.code {
            found.error(ours.at, "this block of code differs from the one in en.md");
        }
    }
    let (ours, theirs) = (translation.len(), english.len());
    if ours != theirs {
        let at = translation.get(theirs).or(translation.last()).map_or(0, |it| it.at);
        found.error(at, format!("{ours} blocks of code here, {theirs} in en.md"));
    }
}
