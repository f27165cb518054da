//! The three languages of the product.

use crate::named::named;

named! {
    /// A language of the interface and of the bank.
    Locale {
        /// English: the text that translations are stamped against.
        En = "en",
        /// Russian.
        Ru = "ru",
        /// Hebrew, written right to left.
        He = "he",
    }
}

impl Locale {
    /// The value of the HTML `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Ru => "ltr",
            Self::He => "rtl",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::He => "עברית",
        }
    }

    /// Two letters for the language switch.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::En => "EN",
            Self::Ru => "RU",
            Self::He => "עב",
        }
    }
}
