//! Narrowing a list of questions, and how many each choice would leave.

use crate::{Length, Question, Shelf};
use domain::{Block, Dimension, Level, Pool, QuestionId};
use std::{collections::BTreeSet, fmt, str::FromStr};

/// The chosen values of each facet; none chosen means any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Subject areas.
    pub blocks: Vec<Block>,
    /// Levels, of which the question needs one.
    pub levels: Vec<Level>,
    /// Dimensions.
    pub dimensions: Vec<Dimension>,
    /// How long it takes.
    pub lengths: Vec<Length>,
    /// Who may read it.
    pub pools: Vec<Pool>,
    /// What it brings along; the question needs all of them.
    pub features: Vec<Feature>,
}

/// Something that a question may bring along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// A wrong claim that sounds right, with what is true.
    Trap,
    /// A file with planted defects.
    Exhibit,
    /// A probe that shows it on a live system.
    Probe,
    /// A lab that shows it in a simulation.
    Lab,
}

impl Feature {
    /// Every feature.
    pub const ALL: [Self; 4] = [Self::Trap, Self::Exhibit, Self::Probe, Self::Lab];

    /// Its name in URLs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trap => "trap",
            Self::Exhibit => "exhibit",
            Self::Probe => "probe",
            Self::Lab => "lab",
        }
    }
}

/// No feature has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFeature;

impl FromStr for Feature {
    type Err = NoFeature;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|it| it.name() == text).ok_or(NoFeature)
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A question as facets see it, for one reader: an exhibit that the reader may not see is not there.
struct Seen<'q> {
    question: &'q Question,
    has_exhibit: bool,
}

impl Seen<'_> {
    fn has(&self, feature: Feature) -> bool {
        match feature {
            Feature::Trap => self.question.has_traps(),
            Feature::Exhibit => self.has_exhibit,
            Feature::Probe => !self.question.probes.is_empty(),
            Feature::Lab => !self.question.labs.is_empty(),
        }
    }
}

/// The facets, to leave one out when its own values are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Block,
    Level,
    Dimension,
    Length,
    Pool,
    Feature,
}

impl Filter {
    /// Is nothing chosen?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen() == 0
    }

    /// How many values are chosen.
    #[must_use]
    pub fn chosen(&self) -> usize {
        let Self { blocks, levels, dimensions, lengths, pools, features } = self;
        blocks.len() + levels.len() + dimensions.len() + lengths.len() + pools.len() + features.len()
    }

    fn accepts(&self, seen: &Seen, but: Option<Facet>) -> bool {
        fn any<T>(chosen: &[T], fits: impl FnMut(&T) -> bool) -> bool {
            chosen.is_empty() || chosen.iter().any(fits)
        }
        let it = seen.question;
        let fits = |facet| match facet {
            Facet::Block => any(&self.blocks, |value| it.block == *value),
            Facet::Level => any(&self.levels, |value| it.levels.contains(value)),
            Facet::Dimension => any(&self.dimensions, |value| it.dimension == *value),
            Facet::Length => any(&self.lengths, |value| it.length() == *value),
            Facet::Pool => any(&self.pools, |value| it.pool == *value),
            Facet::Feature => self.features.iter().all(|value| seen.has(*value)),
        };
        let facets = [Facet::Block, Facet::Level, Facet::Dimension, Facet::Length, Facet::Pool, Facet::Feature];
        facets.into_iter().filter(|it| Some(*it) != but).all(fits)
    }
}

/// For each value of each facet, how many questions choosing it would show.
///
/// A facet's own choice does not count for its values: with "HTTP" chosen, the other blocks still say what they hold.
/// Features are different: a question needs all that are chosen, so each says how many would be left with it as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// Questions per subject area.
    pub blocks: Vec<(Block, usize)>,
    /// Questions per level.
    pub levels: Vec<(Level, usize)>,
    /// Questions per dimension.
    pub dimensions: Vec<(Dimension, usize)>,
    /// Questions per length.
    pub lengths: Vec<(Length, usize)>,
    /// Questions per pool.
    pub pools: Vec<(Pool, usize)>,
    /// Questions per feature.
    pub features: Vec<(Feature, usize)>,
}

/// Which of `questions`, given by id in any order, `filter` leaves, and the facets' counts.
#[must_use]
pub fn narrow<'q>(
    shelf: Shelf<'_>,
    questions: impl IntoIterator<Item = &'q Question>,
    filter: &Filter,
) -> (Vec<&'q Question>, Facets) {
    let with_exhibit: BTreeSet<&QuestionId> = shelf.exhibits().flat_map(|it| &it.questions).collect();
    let seen = |question: &'q Question| Seen { question, has_exhibit: with_exhibit.contains(&question.id) };
    let seen: Vec<Seen<'q>> = questions.into_iter().map(seen).collect();
    let left = seen.iter().filter(|it| filter.accepts(it, None)).map(|it| it.question).collect();

    let among = |facet| seen.iter().filter(move |it| filter.accepts(it, Some(facet)));
    let count = |facet, has: &dyn Fn(&Question) -> bool| among(facet).filter(|it| has(it.question)).count();
    let facets = Facets {
        blocks: tally(Block::ALL, |value| count(Facet::Block, &|it| it.block == value)),
        levels: tally(Level::ALL, |value| count(Facet::Level, &|it| it.levels.contains(&value))),
        dimensions: tally(Dimension::ALL, |value| count(Facet::Dimension, &|it| it.dimension == value)),
        lengths: tally(&Length::ALL, |value| count(Facet::Length, &|it| it.length() == value)),
        pools: tally(Pool::ALL, |value| count(Facet::Pool, &|it| it.pool == value)),
        features: tally(&Feature::ALL, |value| {
            let fits = |it: &&Seen| filter.accepts(it, None) && it.has(value);
            seen.iter().filter(fits).count()
        }),
    };
    (left, facets)
}

fn tally<T: Copy>(values: &[T], count: impl Fn(T) -> usize) -> Vec<(T, usize)> {
    values.iter().map(|value| (*value, count(*value))).collect()
}
