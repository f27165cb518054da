//! The page's language: Fluent messages, numbers and dates, all on the server.

use crate::texts::Texts;
use domain::{Locale, Timestamp};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{collections::BTreeMap, sync::LazyLock};

/// The sources of the three bundles.
pub const SOURCES: [(Locale, &str); 3] = [
    (Locale::En, include_str!("../locales/en.ftl")),
    (Locale::Ru, include_str!("../locales/ru.ftl")),
    (Locale::He, include_str!("../locales/he.ftl")),
];

struct Messages {
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

static MESSAGES: LazyLock<BTreeMap<Locale, Messages>> =
    LazyLock::new(|| SOURCES.iter().map(|(locale, source)| (*locale, read(*locale, source))).collect());

fn read(locale: Locale, source: &str) -> Messages {
    // A broken line is left out here; a test refuses files with one, so it cannot reach a release.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let keys = source
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .filter(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        .collect();
    let id: unic_langid::LanguageIdentifier = locale.name().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are for plain text; in HTML each value stands in an element of its own.
    bundle.set_use_isolating(false);
    // Cannot fail in an empty bundle; duplicate keys are refused by the same test.
    let _ = bundle.add_resource(resource);
    Messages { bundle, keys }
}

/// The language of a page; cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lang(pub Locale);

impl Lang {
    /// The message of a key.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with one number in it, in the right plural form.
    #[must_use]
    pub fn n(self, key: &str, n: usize) -> String {
        self.with(key, &[("n", FluentValue::from(n))])
    }

    /// A message with arguments.
    #[must_use]
    pub fn with(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let message = MESSAGES.get(&self.0).and_then(|it| Some((it, it.bundle.get_message(key)?.value()?)));
        let Some((messages, pattern)) = message else { return key.to_owned() };
        messages.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }

    /// Every argument-free message whose key begins with one of the prefixes, for an island.
    #[must_use]
    pub fn texts(self, prefixes: &[&str]) -> Texts {
        let keys = MESSAGES.get(&self.0).map(|it| it.keys.as_slice()).unwrap_or_default();
        let wanted = keys.iter().filter(|key| prefixes.iter().any(|prefix| key.starts_with(prefix)));
        Texts(wanted.map(|key| (key.clone(), self.t(key))).collect())
    }

    /// A path in this language: `/he/questions`.
    #[must_use]
    pub fn path(self, rest: &str) -> String {
        format!("/{}{rest}", self.0)
    }

    /// A date as this language writes it, in UTC.
    #[must_use]
    pub fn date(self, at: Timestamp) -> String {
        let (year, month, day) = crate::clock::date(at);
        match self.0 {
            Locale::En => format!("{year}-{month:02}-{day:02}"),
            Locale::Ru | Locale::He => format!("{day:02}.{month:02}.{year}"),
        }
    }

    /// A date from the bank (`2026-11-20`) as this language writes it.
    #[must_use]
    pub fn day(self, iso: &str) -> String {
        match (self.0, iso.split('-').collect::<Vec<_>>().as_slice()) {
            (Locale::Ru | Locale::He, [year, month, day]) => format!("{day}.{month}.{year}"),
            _ => iso.to_owned(),
        }
    }

    /// Date and time of day in UTC, to the minute.
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        format!("{}, {} UTC", self.date(at), crate::clock::time(at))
    }

    /// A number with the given decimals and this language's decimal sign.
    #[must_use]
    pub fn decimal(self, value: f64, digits: usize) -> String {
        let text = format!("{value:.digits$}");
        if self.0 == Locale::Ru { text.replace('.', ",") } else { text }
    }
}

#[cfg(test)]
#[path = "lang_test.rs"]
mod tests;
