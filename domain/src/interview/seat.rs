//! Who sits in an interview, and what each may do there.

use super::Payload;
use crate::named::named;

named! {
    /// The seat of a person in one interview; what they may do elsewhere is their account's matter.
    Seat {
        /// Judges: everything that happens in the room is theirs to do.
        Rater = "rater",
        /// Looks on and marks for themselves, in silence: nothing that others see is theirs to do, and they sign nothing.
        Observer = "observer",
    }
}

impl Seat {
    /// May somebody on this seat do it? A probe's result is reported by the server, for whoever started the probe.
    #[must_use]
    pub const fn may(self, payload: &Payload) -> bool {
        match self {
            Self::Rater => true,
            Self::Observer => matches!(
                payload,
                Payload::Score { .. }
                    | Payload::Note { .. }
                    | Payload::Revise { .. }
                    | Payload::Flag { .. }
                    | Payload::Evidence { .. }
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{QuestionId, Score, scorecard::Overall};

    #[test]
    fn observers_change_nothing_that_others_see() {
        let question: QuestionId = "tcp-vs-udp".parse().unwrap();
        let own = [
            Payload::Score { question: question.clone(), score: Score::Four },
            Payload::Note { question: question.clone(), text: "x".to_owned() },
            Payload::Revise { question: question.clone(), text: "x".to_owned(), of: None },
            Payload::Flag { question: question.clone(), text: "x".to_owned(), raised: true },
        ];
        let shared = [
            Payload::Start,
            Payload::Pause,
            Payload::Resume,
            Payload::Finish,
            Payload::Conceal,
            Payload::Move { question: question.clone() },
            Payload::Reveal { question: question.clone() },
            Payload::FollowUp { question: question.clone(), index: 0, asked: true },
            Payload::Exhibit { question, exhibit: "nginx-dual-stack".parse().unwrap(), shown: true },
            Payload::Output { run: crate::RunId(uuid::Uuid::nil()), shown: true },
            Payload::Submit { overall: Overall::Yes, summary: "x".to_owned() },
        ];
        assert!(own.iter().all(|it| Seat::Observer.may(it) && Seat::Rater.may(it)));
        assert!(shared.iter().all(|it| !Seat::Observer.may(it) && Seat::Rater.may(it)));
    }
}
