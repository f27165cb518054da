//! Narrowing a list of questions, and how many each choice would leave.

use crate::Question;
use domain::{Block, Dimension, Level};

/// The chosen values of each facet; none chosen means any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Subject areas.
    pub blocks: Vec<Block>,
    /// Levels, of which the question needs one.
    pub levels: Vec<Level>,
    /// Dimensions.
    pub dimensions: Vec<Dimension>,
}

impl Filter {
    /// Does the question fit every facet?
    #[must_use]
    pub fn accepts(&self, question: &Question) -> bool {
        self.block_fits(question) && self.level_fits(question) && self.dimension_fits(question)
    }

    fn block_fits(&self, question: &Question) -> bool {
        self.blocks.is_empty() || self.blocks.contains(&question.block)
    }

    fn level_fits(&self, question: &Question) -> bool {
        self.levels.is_empty() || self.levels.iter().any(|it| question.levels.contains(it))
    }

    fn dimension_fits(&self, question: &Question) -> bool {
        self.dimensions.is_empty() || self.dimensions.contains(&question.dimension)
    }
}

/// For each value of each facet, how many questions choosing it would show.
///
/// A facet's own choice does not count for its values: with "HTTP" chosen, the other blocks still say what they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// Questions per subject area.
    pub blocks: Vec<(Block, usize)>,
    /// Questions per level.
    pub levels: Vec<(Level, usize)>,
    /// Questions per dimension.
    pub dimensions: Vec<(Dimension, usize)>,
}

impl Facets {
    /// Counts `questions`, which a [`Shelf`](crate::Shelf) gave, under `filter`.
    pub fn count<'q>(questions: impl IntoIterator<Item = &'q Question>, filter: &Filter) -> Self {
        let questions: Vec<&Question> = questions.into_iter().collect();
        let count = |fits: &dyn Fn(&Question) -> bool| questions.iter().filter(|it| fits(it)).count();
        let others = |it: &Question| (filter.block_fits(it), filter.level_fits(it), filter.dimension_fits(it));
        Self {
            blocks: tally(Block::ALL, |value| count(&|it| it.block == value && matches!(others(it), (_, true, true)))),
            levels: tally(Level::ALL, |value| {
                count(&|it| it.levels.contains(&value) && matches!(others(it), (true, _, true)))
            }),
            dimensions: tally(Dimension::ALL, |value| {
                count(&|it| it.dimension == value && matches!(others(it), (true, true, _)))
            }),
        }
    }
}

fn tally<T: Copy>(values: &[T], count: impl Fn(T) -> usize) -> Vec<(T, usize)> {
    values.iter().map(|value| (*value, count(*value))).collect()
}
