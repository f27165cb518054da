//! The parts of a question's text.

/// A part of a question's text, in the order in which the parts stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The question in one line.
    Title,
    /// What the interviewer reads out.
    Prompt,
    /// The answer in sixty words.
    Glance,
    /// Questions to go on with.
    FollowUps,
    /// Something to work out.
    Practice,
    /// The answer in full.
    Answer,
    /// What each score looks like.
    Anchors,
    /// What must not be heard.
    RedFlags,
    /// Wrong claims that sound right.
    Traps,
    /// Where the facts come from.
    References,
}

impl Section {
    /// Every part, in the order of the file.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Prompt,
        Self::Glance,
        Self::FollowUps,
        Self::Practice,
        Self::Answer,
        Self::Anchors,
        Self::RedFlags,
        Self::Traps,
        Self::References,
    ];

    /// The heading in the file, the same in every language. The title has none: it is a heading itself.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Title => "",
            Self::Prompt => "Prompt",
            Self::Glance => "At a glance",
            Self::FollowUps => "Follow-ups",
            Self::Practice => "Practice",
            Self::Answer => "Strong answer",
            Self::Anchors => "Anchors",
            Self::RedFlags => "Red flags",
            Self::Traps => "Traps",
            Self::References => "References",
        }
    }

    /// The parts that stand under a heading.
    pub(crate) fn headed() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|it| *it != Self::Title)
    }
}
