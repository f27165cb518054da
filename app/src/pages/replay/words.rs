//! The events of a log in words.

use super::{Asked, Moment, Step};
use crate::{
    islands::duration::{clock, ms},
    lang::Lang,
};
use domain::interview::Payload;

/// Longest part of a text that a line of the log quotes, in characters.
const QUOTED: usize = 120;

/// An event as the log shows it.
pub(super) struct Said {
    pub(super) icon: &'static str,
    pub(super) words: String,
    /// Somebody's own words, shortened.
    pub(super) quote: Option<String>,
    /// A turn of the interview: it stands out.
    pub(super) key: bool,
}

/// What an event says.
pub(super) fn of(lang: Lang, asked: &Asked, payload: &Payload) -> Said {
    let title = || payload.question().map(|it| asked.title(it)).unwrap_or_default();
    let about = |key: &str| lang.with(key, &[("question", title().into())]);
    let either = |on: bool, yes: &str, no: &str| about(if on { yes } else { no });
    let plain = |icon, key: &str, stands_out| Said { icon, words: lang.t(key), quote: None, key: stands_out };
    let said = |icon, words| Said { icon, words, quote: None, key: false };
    match payload {
        Payload::Start => plain("play", "replay-start", true),
        Payload::Pause => plain("pause", "replay-pause", true),
        Payload::Resume => plain("play", "replay-resume", true),
        Payload::Finish => plain("check", "replay-finish", true),
        Payload::Move { .. } => Said { key: true, ..said("arrow", about("replay-move")) },
        Payload::Reveal { .. } => Said { key: true, ..said("eye", about("replay-reveal")) },
        Payload::Conceal => plain("lock", "replay-conceal", false),
        Payload::Exhibit { question, exhibit, shown } => {
            let words = either(*shown, "replay-exhibit", "replay-exhibit-off");
            let quote = Some(asked.exhibit(lang, question, exhibit));
            Said { icon: if *shown { "eye" } else { "lock" }, words, quote, key: *shown }
        }
        Payload::Output { shown, .. } if *shown => plain("eye", "replay-output", true),
        Payload::Output { .. } => plain("lock", "replay-output-off", false),
        Payload::Score { score, .. } => {
            let words = match score.points() {
                Some(n) => lang.with("replay-score", &[("n", n.into()), ("question", title().into())]),
                None => about("replay-score-none"),
            };
            said("check", words)
        }
        Payload::Note { text, .. } | Payload::Revise { text, .. } => {
            Said { quote: short(text), ..said("open", about("replay-note")) }
        }
        Payload::Flag { text, raised, .. } => {
            Said { quote: short(text), ..said("flag", either(*raised, "replay-flag", "replay-flag-off")) }
        }
        Payload::FollowUp { index, asked, .. } => {
            let key = if *asked { "replay-follow-up" } else { "replay-follow-up-off" };
            let number = u32::from(*index) + 1;
            said("plus", lang.with(key, &[("n", number.into()), ("question", title().into())]))
        }
        Payload::Hint { text, .. } => Said { quote: short(text), ..said("plus", about("replay-hint")) },
        Payload::TakeBack { .. } => said("plus", about("replay-hint-off")),
        Payload::Probed { target, total_us, failed, .. } => {
            let words = match failed {
                Some(phase) => lang.with("replay-probe-failed", &[("phase", lang.t(&format!("phase-{phase}")).into())]),
                None => lang.with("replay-probe", &[("ms", ms(*total_us).into())]),
            };
            Said { quote: short(target), ..said("probe", words) }
        }
        Payload::Evidence { attached, .. } => said("link", either(*attached, "replay-evidence", "replay-evidence-off")),
        Payload::Submit { overall, .. } => {
            let words = lang.with("replay-submit", &[("overall", lang.t(&format!("overall-{overall}")).into())]);
            Said { key: true, ..said("lock", words) }
        }
    }
}

/// The beginning of a text; nothing of an empty one.
fn short(text: &str) -> Option<String> {
    let text = text.trim();
    let mut start: String = text.chars().take(QUOTED).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    (!start.is_empty()).then_some(start)
}

/// Where the slider stands, in one sentence.
pub(super) fn said(lang: Lang, asked: &Asked, steps: &[Step], then: &Moment) -> String {
    let Some(step) = then.done.checked_sub(1).and_then(|it| steps.get(it)) else {
        return lang.with("replay-before", &[("of", steps.len().into())]);
    };
    lang.with(
        "replay-after",
        &[
            ("n", then.done.into()),
            ("of", steps.len().into()),
            ("time", clock(step.elapsed).into()),
            ("what", of(lang, asked, &step.event.payload).words.into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shortened_between_characters() {
        assert_eq!(short(" \n"), None);
        assert_eq!(short(" שלום "), Some("שלום".to_owned()));
        let long = short(&"я".repeat(500)).unwrap();
        assert_eq!((long.chars().count(), long.ends_with('…')), (QUOTED + 1, true));
    }
}
