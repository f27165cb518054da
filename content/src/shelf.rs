//! The questions that a reader may see. Everything a page can ask for goes through here.

use crate::{Exhibit, Hit, Query, Question, search::Index};
use domain::{Locale, QuestionId};

/// How many related questions are shown.
const RELATED: usize = 5;

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
    exhibits: &'a [Exhibit],
    index: &'a Index,
    reader: Reader,
}

impl<'a> Shelf<'a> {
    pub(crate) fn new(questions: &'a [Question], exhibits: &'a [Exhibit], index: &'a Index, reader: Reader) -> Self {
        Self { questions, exhibits, index, reader }
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

    /// The exhibits that the reader may see, by id.
    pub fn exhibits(&self) -> impl Iterator<Item = &'a Exhibit> + use<'a> {
        let reader = self.reader;
        self.exhibits.iter().filter(move |it| reader == Reader::Staff || it.public)
    }

    /// The exhibits of a question that the reader may see.
    pub fn exhibits_of(&self, id: &QuestionId) -> impl Iterator<Item = &'a Exhibit> {
        self.exhibits().filter(move |it| it.questions.contains(id))
    }

    /// Questions to go on with: those that the question's text leads to or that lead to it, then its nearest ones.
    #[must_use]
    pub fn related(&self, question: &Question) -> Vec<&'a Question> {
        question.related.iter().filter_map(|it| self.get(it)).take(RELATED).collect()
    }

    /// What somebody typed, with the glossary's words beside theirs, and slips mended where nothing else is found.
    #[must_use]
    pub fn query(&self, text: &str) -> Query {
        self.index.understand(Query::new(text), &self.visible())
    }

    /// The questions that `query` finds, the best first; those found in the text of `locale` come before others.
    #[must_use]
    pub fn search(&self, query: &Query, locale: Locale) -> Vec<Hit<'a>> {
        let ranked = self.index.search(query, locale, &self.visible());
        ranked
            .into_iter()
            .filter_map(|it| {
                let question = self.questions.get(it.question)?;
                Some(Hit { question, locale: it.locale, section: it.section, score: it.score })
            })
            .collect()
    }

    /// Which questions the reader may see, by their places.
    fn visible(&self) -> Vec<bool> {
        self.questions.iter().map(|it| self.reader.may_read(it)).collect()
    }
}
