//! A question as pages and the room show it.

use crate::{Html, Length, Section};
use domain::{Block, Dimension, Level, Locale, Pool, QuestionId};

/// One item of the bank.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its stable name, which is also its folder's.
    pub id: QuestionId,
    /// Its subject area.
    pub block: Block,
    /// The levels it may be asked at, the primary one first; never empty.
    pub levels: Vec<Level>,
    /// What it gives evidence about.
    pub dimension: Dimension,
    /// How long it usually takes.
    pub minutes: u16,
    /// Who may read it.
    pub pool: Pool,
    /// Kinds of probes that show it on a live system.
    pub probes: Vec<String>,
    /// Labs that show it in a simulation.
    pub labs: Vec<String>,
    /// Playbooks that use it.
    pub playbooks: Vec<String>,
    /// What its facts rest on.
    pub sources: Vec<Source>,
    /// Questions to go on with, the nearest first; more than are shown, because a reader may not see all of them.
    pub(crate) related: Vec<QuestionId>,
    /// One text per language, in the order of [`Locale::ALL`].
    pub(crate) texts: [Text; 3],
}

impl Question {
    /// How long it takes, roughly.
    #[must_use]
    pub fn length(&self) -> Length {
        Length::of(self.minutes)
    }

    /// Does it have wrong claims to listen for?
    #[must_use]
    pub fn has_traps(&self) -> bool {
        !self.text(Locale::En).traps.is_empty()
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> &Text {
        match locale {
            Locale::En => &self.texts[0],
            Locale::Ru => &self.texts[1],
            Locale::He => &self.texts[2],
        }
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|it| it.id == id)
    }
}

/// A document that a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name within the question.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// The day it was last read, as `2026-11-20`.
    pub checked: String,
}

/// A question's words in one language.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// The question in one line.
    pub title: Html,
    /// What the interviewer reads out.
    pub prompt: Html,
    /// The answer in one sentence or two.
    pub glance: Html,
    /// What must not be missing from an answer.
    pub points: Vec<Html>,
    /// Questions to go on with.
    pub follow_ups: Vec<Html>,
    /// Something to work out.
    pub practice: Html,
    /// The answer in full.
    pub answer: Html,
    /// What each score from 1 to 5 looks like.
    pub anchors: [Html; 5],
    /// What must not be heard.
    pub red_flags: Vec<Html>,
    /// The same without markup: the words the room stores when a flag is raised.
    pub red_flags_plain: Vec<String>,
    /// Wrong claims that sound right.
    pub traps: Vec<Trap>,
    /// What each source says.
    pub references: Vec<Citation>,
    /// Was the English text changed after this translation was made?
    pub stale: bool,
    /// Questions that the text links to.
    pub(crate) links: Vec<QuestionId>,
    pub(crate) plain: [String; Section::ALL.len()],
}

impl Text {
    /// A part without markup, one line per paragraph, item, row or line of code.
    #[must_use]
    pub fn plain(&self, section: Section) -> &str {
        &self.plain[section as usize]
    }
}

/// A wrong claim that sounds right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trap {
    /// The claim.
    pub claim: Html,
    /// What is true instead.
    pub fact: Html,
    /// The sources that say so.
    pub sources: Vec<String>,
}

/// What a source says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    /// Which source of the question.
    pub source: String,
    /// What it says.
    pub note: Html,
}
