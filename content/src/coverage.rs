//! Where the bank is thin and where it is stale: blocks × levels × dimensions × languages.

use crate::{Question, Shelf};
use domain::{Block, Dimension, Level, Locale, QuestionId};

/// A translation that is older than its English text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Of which question.
    pub question: QuestionId,
    /// In which language.
    pub locale: Locale,
}

/// What a reader's shelf holds, counted.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    questions: Vec<Counted>,
}

#[derive(Debug, Clone)]
struct Counted {
    id: QuestionId,
    block: Block,
    dimension: Dimension,
    levels: Vec<Level>,
    /// Which texts are up to date, in the order of [`Locale::ALL`].
    fresh: [bool; 3],
}

impl Coverage {
    /// Counts what is on a shelf.
    #[must_use]
    pub fn of(shelf: Shelf<'_>) -> Self {
        let one = |it: &Question| Counted {
            id: it.id.clone(),
            block: it.block,
            dimension: it.dimension,
            levels: it.levels.clone(),
            fresh: [Locale::En, Locale::Ru, Locale::He].map(|locale| !it.text(locale).stale),
        };
        Self { questions: shelf.questions().map(one).collect() }
    }

    /// Questions of a block and a dimension that may be asked at a level.
    #[must_use]
    pub fn at(&self, block: Block, dimension: Dimension, level: Level) -> usize {
        self.of_cell(block, dimension).filter(|it| it.levels.contains(&level)).count()
    }

    /// Questions of a block and a dimension at any level.
    #[must_use]
    pub fn all(&self, block: Block, dimension: Dimension) -> usize {
        self.of_cell(block, dimension).count()
    }

    /// Of these, how many are up to date in a language, and how many are stale.
    #[must_use]
    pub fn language(&self, block: Block, dimension: Dimension, locale: Locale) -> (usize, usize) {
        let fresh = self.of_cell(block, dimension).filter(|it| it.fresh[locale as usize]).count();
        (fresh, self.all(block, dimension) - fresh)
    }

    /// Every stale translation, by question.
    #[must_use]
    pub fn stale(&self) -> Vec<Stale> {
        let of_one = |it: &Counted| {
            let stale = Locale::ALL.iter().filter(|locale| !it.fresh[**locale as usize]);
            stale.map(|locale| Stale { question: it.id.clone(), locale: *locale }).collect::<Vec<_>>()
        };
        self.questions.iter().flat_map(of_one).collect()
    }

    /// How many questions there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.questions.len()
    }

    fn of_cell(&self, block: Block, dimension: Dimension) -> impl Iterator<Item = &Counted> {
        self.questions.iter().filter(move |it| it.block == block && it.dimension == dimension)
    }
}
