//! The parts of an entry and the shape that each must have.

/// Declares the parts with their headings in the files.
macro_rules! parts {
    ($($(#[$meta:meta])* $variant:ident = $name:literal, $heading:literal;)+) => {
        /// A part of an entry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part { $($(#[$meta])* $variant),+ }

        impl Part {
            /// Every part.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, as in keys of messages.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The heading in the file, the same in every language; the body of an entry without parts has none.
            #[must_use]
            pub const fn heading(self) -> &'static str {
                match self { $(Self::$variant => $heading),+ }
            }
        }
    };
}

parts! {
    /// All that stands below an entry without parts.
    Body = "body", "";
    /// What is wrong.
    What = "what", "What";
    /// How it shows.
    Symptom = "symptom", "Symptom";
    /// What mends it.
    Fix = "fix", "Fix";
    /// What a command answers.
    Answers = "answers", "Answers";
    /// When the answer is not what it seems.
    LiesWhen = "lies-when", "Lies when";
    /// What it prints, annotated.
    Output = "output", "Output";
    /// What a metric says.
    Says = "says", "Says";
    /// How it is measured.
    Measured = "measured", "Measured";
    /// What may be behind a symptom.
    Causes = "causes", "Causes";
    /// What helps.
    Fixes = "fixes", "Fixes";
    /// What is tried and does not help.
    NotAFix = "not-a-fix", "Not a fix";
    /// What a tool or a text is good for.
    WhatFor = "what-for", "What for";
    /// What to keep in mind with it.
    Mind = "mind", "Mind";
    /// What a level's time is for.
    Aim = "aim", "Aim";
    /// What is expected at a level.
    Expected = "expected", "Expected";
    /// What nobody needs to know at a level.
    NotRequired = "not-required", "Not required";
    /// What must not be heard at a level.
    RedFlags = "red-flags", "Red flags";
    /// How a conflict was settled.
    Settled = "settled", "Settled";
    /// Why so.
    Why = "why", "Why";
}

/// What a part looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Anything but headings.
    Prose,
    /// One list of bullets.
    Bullets,
    /// A block of code and bullets that annotate it.
    Annotated,
}

/// A part that an entry has, or may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) part: Part,
    pub(crate) shape: Shape,
    pub(crate) optional: bool,
}

impl Slot {
    pub(crate) const fn prose(part: Part) -> Self {
        Self { part, shape: Shape::Prose, optional: false }
    }

    pub(crate) const fn bullets(part: Part) -> Self {
        Self { part, shape: Shape::Bullets, optional: false }
    }

    pub(crate) const fn annotated(part: Part) -> Self {
        Self { part, shape: Shape::Annotated, optional: false }
    }

    pub(crate) const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }
}
