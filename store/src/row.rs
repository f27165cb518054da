//! Reading columns into types of the domain: what cannot be read is an error, never a guess.

use crate::error::Error;
use serde::{Serialize, de::DeserializeOwned};
use std::{fmt::Display, str::FromStr};

/// Parses an id or a name.
pub(crate) fn parse<T: FromStr<Err: Display>>(column: &'static str, text: &str) -> Result<T, Error> {
    text.parse().map_err(|it: T::Err| Error::Corrupt { column, reason: it.to_string() })
}

/// Parses an id that may be absent.
pub(crate) fn parse_opt<T: FromStr<Err: Display>>(
    column: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, Error> {
    text.map(|it| parse(column, it)).transpose()
}

/// Parses ids one by one; the first that cannot be read ends it.
pub(crate) fn all_parsed<T: FromStr<Err: Display>>(column: &'static str, texts: &[String]) -> Result<Vec<T>, Error> {
    texts.iter().map(|it| parse(column, it)).collect()
}

/// Reads JSON.
pub(crate) fn from_json<T: DeserializeOwned>(column: &'static str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|it| Error::Corrupt { column, reason: it.to_string() })
}

/// Writes JSON.
pub(crate) fn to_json<T: Serialize>(column: &'static str, value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|it| Error::Corrupt { column, reason: it.to_string() })
}

/// Converts rows one by one; the first that cannot be read ends it.
pub(crate) fn all<R, T: TryFrom<R, Error = Error>>(rows: Vec<R>) -> Result<Vec<T>, Error> {
    rows.into_iter().map(T::try_from).collect()
}
