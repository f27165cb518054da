//! The questions that a reader may see. Everything a page can ask for goes through here.

use crate::{Hit, Query, Question, search::Index};
use domain::{Locale, QuestionId};

/// Who is reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody without an account, perhaps a candidate: never sees what is held back for interviews.
    Anyone,
    /// Somebody with an account.
    Staff,
}

impl Reader {
    fn may_read(self, question: &Question) -> bool {
        self == Self::Staff || question.pool.is_public()
    }
}

/// The bank as one reader sees it. What the reader may not see leaves no trace, neither in counts nor in scores.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'a> {
    questions: &'a [Question],
    index: &'a Index,
    reader: Reader,
}

impl<'a> Shelf<'a> {
    pub(crate) fn new(questions: &'a [Question], index: &'a Index, reader: Reader) -> Self {
        Self { questions, index, reader }
    }

    /// Every question, by block, then id.
    pub fn questions(&self) -> impl Iterator<Item = &'a Question> + use<'a> {
        let reader = self.reader;
        self.questions.iter().filter(move |it| reader.may_read(it))
    }

    /// One question, or nothing, whether it is unknown or held back.
    #[must_use]
    pub fn get(&self, id: &QuestionId) -> Option<&'a Question> {
        self.questions().find(|it| it.id == *id)
    }

    /// The questions that `query` finds, the best first; those found in the text of `locale` come before others.
    #[must_use]
    pub fn search(&self, query: &Query, locale: Locale) -> Vec<Hit<'a>> {
        let visible: Vec<bool> = self.questions.iter().map(|it| self.reader.may_read(it)).collect();
        let ranked = self.index.search(query, locale, &visible);
        ranked
            .into_iter()
            .filter_map(|it| {
                let question = self.questions.get(it.question)?;
                Some(Hit { question, locale: it.locale, section: it.section, score: it.score })
            })
            .collect()
    }
}
