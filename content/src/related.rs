//! Which questions go with which: links between their texts first, then what they have in common.

use crate::Question;
use domain::{Locale, QuestionId};
use std::{cmp::Reverse, collections::BTreeSet};

/// More than a page shows, because some may be hidden from its reader.
const KEPT: usize = 12;

/// Fills in [`Question::related`] of every question.
pub(crate) fn link(questions: &mut [Question]) {
    let related: Vec<Vec<QuestionId>> = questions.iter().map(|it| related(it, questions)).collect();
    for (question, related) in questions.iter_mut().zip(related) {
        question.related = related;
    }
}

fn related(of: &Question, questions: &[Question]) -> Vec<QuestionId> {
    let nearness = |it: &Question| {
        let (out, back) = (links(of).contains(&it.id), links(it).contains(&of.id));
        let levels = it.levels.iter().filter(|level| of.levels.contains(level)).count();
        // A shared source says more than a shared block, where every question has many neighbours.
        let common = 2 * shared_sources(of, it) + usize::from(it.block == of.block) * (1 + levels);
        (out, back, common)
    };
    let mut others: Vec<_> = questions.iter().filter(|it| it.id != of.id).map(|it| (nearness(it), &it.id)).collect();
    others.retain(|((out, back, common), _)| *out || *back || *common > 0);
    others.sort_by_key(|(nearness, id)| (Reverse(*nearness), *id));
    others.into_iter().take(KEPT).map(|(_, id)| id.clone()).collect()
}

fn links(question: &Question) -> &[QuestionId] {
    &question.text(Locale::En).links
}

fn shared_sources(a: &Question, b: &Question) -> usize {
    let addresses: BTreeSet<&str> = a.sources.iter().map(|it| it.url.as_str()).collect();
    b.sources.iter().filter(|it| addresses.contains(it.url.as_str())).count()
}
