//! Words of a text as the search sees them, for those who compare words outside of it.

use super::{
    terms::{forms, stem},
    words::compounds,
};
use std::ops::Range;

/// Each word of a text: where it stands, and every stem it is known by.
pub(crate) fn words(text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let parts = compounds(text).into_iter().flat_map(|it| it.parts);
    parts.map(|it| (it.span, forms(&it.form).iter().map(|form| stem(form)).collect())).collect()
}

/// The stem of each word of a phrase, as it is written.
pub(crate) fn stems(phrase: &str) -> Vec<String> {
    compounds(phrase).into_iter().flat_map(|it| it.parts).map(|it| stem(&it.form)).collect()
}

/// The words of a phrase, folded.
pub(crate) fn folded(phrase: &str) -> Vec<String> {
    compounds(phrase).into_iter().flat_map(|it| it.parts).map(|it| it.form).collect()
}
