//! The audit log: what is written down for ever, and the chain that shows whether it still stands as it was written.

use crate::{Timestamp, UserId, named::named};

named! {
    /// What was done.
    Kind {
        /// Somebody signed in.
        SignIn = "sign-in",
        /// Wrong address or password.
        SignInRefused = "sign-in-refused",
        /// Somebody signed out.
        SignOut = "sign-out",
        /// The set-up link made the first administrator.
        SetUp = "set-up",
        /// An invitation was made.
        Invited = "invited",
        /// An invitation became an account.
        Joined = "joined",
        /// Somebody may do other things than before.
        RolesChanged = "roles-changed",
        /// An account was switched off.
        Disabled = "disabled",
        /// An account was switched on again.
        Enabled = "enabled",
        /// A link to choose a new password was made.
        ResetMade = "reset-made",
        /// A password was changed, by its owner or by a reset.
        PasswordChanged = "password-changed",
        /// Sessions were ended from elsewhere.
        SessionsEnded = "sessions-ended",
        /// A link for a candidate was made.
        LinkMade = "link-made",
        /// A candidate's link was opened a second time.
        LinkOpenedAgain = "link-opened-again",
        /// A candidate's link was taken back.
        LinkRevoked = "link-revoked",
        /// A question was shown to the candidate.
        Reveal = "reveal",
        /// A scorecard was submitted.
        Submit = "submit",
        /// Data left the product.
        Export = "export",
        /// Something was deleted for good.
        Deletion = "deletion",
        /// Candidates were entered from a file.
        Imported = "imported",
        /// A candidate was put under a legal hold.
        Held = "held",
        /// A legal hold was lifted.
        Released = "released",
        /// The rules by which candidates are forgotten were changed.
        RetentionChanged = "retention-changed",
        /// The company's settings were changed.
        SettingsChanged = "settings-changed",
        /// What a dimension counts at a level was changed.
        WeightsChanged = "weights-changed",
        /// Somebody was given a seat in an interview, or lost it, or its lead was handed over.
        SeatsChanged = "seats-changed",
        /// Hidden scores were opened before their time.
        BreakGlass = "break-glass",
        /// Somebody tried what they may not do.
        Refused = "refused",
    }
}

/// Something that was done, as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who did it; absent when nobody was signed in.
    pub actor: Option<UserId>,
    /// What.
    pub kind: Kind,
    /// To what, as `kind:id`. Never a name: the log outlives the people in it.
    pub subject: String,
    /// What else there is to say; no secret and nothing personal.
    pub detail: String,
}

impl Entry {
    /// An entry without a detail.
    #[must_use]
    pub fn new(actor: Option<UserId>, kind: Kind, subject: impl Into<String>) -> Self {
        Self { actor, kind, subject: subject.into(), detail: String::new() }
    }

    /// The same with a detail.
    #[must_use]
    pub fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// The bytes whose SHA-256 is the hash of this row: everything in it, its place, and the hash of the row before. The
    /// lengths keep two different rows from being written alike.
    #[must_use]
    pub fn sealed(&self, before: &str, seq: i64, at: Timestamp) -> String {
        let actor = self.actor.map(|it| it.to_string()).unwrap_or_default();
        let (subject, detail) = (&self.subject, &self.detail);
        let lengths = (subject.len(), detail.len());
        format!("{before}\n{seq}\n{}\n{actor}\n{}\n{} {}\n{subject}\n{detail}", at.0, self.kind, lengths.0, lengths.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(subject: &str, detail: &str) -> Entry {
        Entry::new(None, Kind::Export, subject).with(detail)
    }

    proptest! {
        #[test]
        fn different_rows_are_sealed_differently(a in "[ -~\n]{0,6}", b in "[ -~\n]{0,6}", c in "[ -~\n]{0,6}", d in "[ -~\n]{0,6}") {
            let (one, two) = (entry(&a, &b), entry(&c, &d));
            let same = one.sealed("x", 1, Timestamp(2)) == two.sealed("x", 1, Timestamp(2));
            prop_assert_eq!(same, one == two);
        }
    }

    #[test]
    fn place_time_and_the_row_before_count() {
        let it = entry("a", "b");
        let sealed = it.sealed("x", 1, Timestamp(2));
        assert_ne!(sealed, it.sealed("y", 1, Timestamp(2)));
        assert_ne!(sealed, it.sealed("x", 2, Timestamp(2)));
        assert_ne!(sealed, it.sealed("x", 1, Timestamp(3)));
    }
}
