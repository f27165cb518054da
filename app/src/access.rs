//! Who may open which door: one table for pages, server functions and streams. The checks read it, SECURITY.md is made from
//! it, and a test tries every door with every role and compares.
//!
//! A door says who may knock. Whether what lies behind it is theirs is decided by the store's queries, which are scoped to the
//! person who asks; what is not theirs is *not found*.

use crate::{AppError, viewer, viewer::Viewer};
use domain::{
    Role,
    Role::{Administrator, Interviewer, Lead, Observer},
};

/// Who may knock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Whoever holds a secret link; no account.
    Link,
    /// Somebody who is signed in and holds at least one of these roles.
    Roles(&'static [Role]),
}

/// How far it reaches once the door is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What everybody may read.
    Public,
    /// Their own account.
    Own,
    /// The loops they lead and the interviews they have a seat in.
    Loops,
    /// The candidates they entered or interview; administrators all.
    Candidates,
    /// Everything of this kind.
    All,
}

/// One door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// The path, with `:name` for a part that varies. Pages begin with `/:lang`, server functions with `/api/`.
    pub path: &'static str,
    /// Who may knock.
    pub who: Who,
    /// How far it reaches.
    pub reach: Reach,
}

impl Door {
    /// Whoever comes through: somebody who is signed in with a role that opens it.
    ///
    /// # Errors
    /// [`AppError::SignIn`] when nobody is signed in, [`AppError::Forbidden`] when they may not.
    pub fn enter(&self) -> Result<Viewer, AppError> {
        let viewer = viewer::viewer().ok_or(AppError::SignIn)?;
        if self.opens_to(&viewer.roles) { Ok(viewer) } else { Err(AppError::Forbidden) }
    }

    /// Do these roles of somebody who is signed in open it?
    #[must_use]
    pub fn opens_to(&self, roles: &[Role]) -> bool {
        match self.who {
            Who::Anyone | Who::Link => true,
            Who::Roles(wanted) => wanted.iter().any(|it| roles.contains(it)),
        }
    }

    /// Does it open to nobody in particular?
    #[must_use]
    pub const fn is_public(&self) -> bool {
        matches!(self.who, Who::Anyone | Who::Link)
    }
}

/// Everybody with an account.
const EVERYBODY: Who = Who::Roles(&[Administrator, Lead, Interviewer, Observer]);
const ADMINISTRATORS: Who = Who::Roles(&[Administrator]);
const LEADS: Who = Who::Roles(&[Lead]);
const PANEL: Who = Who::Roles(&[Lead, Interviewer]);
/// Whoever has to do with candidates at all.
const STAFF: Who = Who::Roles(&[Administrator, Lead, Interviewer]);
/// Whoever answers for a candidate's data.
const RESPONSIBLE: Who = Who::Roles(&[Administrator, Lead]);
const INTERVIEWERS: Who = Who::Roles(&[Interviewer]);
/// Whoever may have a seat in an interview.
const SEATED: Who = Who::Roles(&[Interviewer, Observer]);

macro_rules! doors {
    ($($name:ident $path:literal $who:expr, $reach:ident;)+) => {
        $(#[doc = concat!("`", $path, "`")] pub const $name: Door = Door { path: $path, who: $who, reach: Reach::$reach };)+

        /// Every door there is.
        pub const DOORS: &[Door] = &[$($name),+];
    };
}

doors! {
    HOME "/:lang" Who::Anyone, Loops;
    QUESTIONS "/:lang/questions" Who::Anyone, Public;
    QUESTION "/:lang/questions/:id" Who::Anyone, Public;
    COVERAGE "/:lang/questions/coverage" Who::Roles(&[Administrator, Lead]), All;
    REFERENCE "/:lang/reference" Who::Anyone, Public;
    REFERENCE_PAGE "/:lang/reference/:topic" Who::Anyone, Public;
    TRACKS "/:lang/tracks" Who::Anyone, Public;
    LABS "/:lang/labs" Who::Anyone, Public;
    LAB "/:lang/labs/:id" Who::Anyone, Public;
    SIGN_IN_PAGE "/:lang/sign-in" Who::Anyone, Public;
    SIGN_IN "/api/sign_in" Who::Anyone, Own;
    SIGN_OUT "/api/sign_out" Who::Anyone, Own;
    SETUP_PAGE "/:lang/setup/:token" Who::Link, Own;
    SET_UP "/api/set_up" Who::Link, Own;
    JOIN_PAGE "/:lang/join/:token" Who::Link, Own;
    JOIN_STREAM "/live/join/:token" Who::Link, Own;
    JOIN_PAD_STREAM "/live/join/:token/pad" Who::Link, Own;
    WRITE_JOIN_PAD "/api/write_join_pad" Who::Link, Own;
    WELCOME_PAGE "/:lang/welcome/:token" Who::Link, Own;
    ACCEPT_INVITATION "/api/accept_invitation" Who::Link, Own;
    RESET_PASSWORD "/api/reset_password" Who::Link, Own;
    ACCOUNT_PAGE "/:lang/account" EVERYBODY, Own;
    CHANGE_PROFILE "/api/change_profile" EVERYBODY, Own;
    CHANGE_PASSWORD "/api/change_password" EVERYBODY, Own;
    END_DEVICE "/api/end_device" EVERYBODY, Own;
    SIGN_OUT_EVERYWHERE "/api/sign_out_everywhere" EVERYBODY, Own;
    CANDIDATES "/:lang/candidates" STAFF, Candidates;
    CREATE_CANDIDATE "/api/create_candidate" LEADS, Candidates;
    IMPORT_PAGE "/:lang/candidates/import" LEADS, Candidates;
    IMPORT_CANDIDATES "/api/import_candidates" LEADS, Candidates;
    CANDIDATE "/:lang/candidates/:id" STAFF, Candidates;
    EDIT_PAGE "/:lang/candidates/:id/edit" RESPONSIBLE, Candidates;
    EDIT_CANDIDATE "/api/edit_candidate" RESPONSIBLE, Candidates;
    ARCHIVE_CANDIDATE "/api/archive_candidate" RESPONSIBLE, Candidates;
    COPY_PAGE "/:lang/candidates/:id/copy" RESPONSIBLE, Candidates;
    COPY_FILE "/:lang/candidates/:id/copy.json" RESPONSIBLE, Candidates;
    FORGET_PAGE "/:lang/candidates/:id/forget" RESPONSIBLE, Candidates;
    FORGET_CANDIDATE "/api/forget_candidate" RESPONSIBLE, Candidates;
    HOLD_CANDIDATE "/api/hold_candidate" RESPONSIBLE, Candidates;
    RETENTION "/:lang/retention" ADMINISTRATORS, All;
    SET_RETENTION "/api/set_retention" ADMINISTRATORS, All;
    RUN_RETENTION "/api/run_retention" ADMINISTRATORS, All;
    CREATE_LOOP "/api/create_loop" LEADS, Candidates;
    SET_OUTCOME "/api/set_outcome" RESPONSIBLE, Candidates;
    LOOP "/:lang/loops/:id" PANEL, Loops;
    PLAN "/:lang/loops/:id/plan" PANEL, Loops;
    SAVE_TEMPLATE "/api/save_template" PANEL, Loops;
    DELETE_TEMPLATE "/api/delete_template" PANEL, All;
    CREATE_INTERVIEW "/api/create_interview" INTERVIEWERS, Loops;
    INTERVIEW "/:lang/interviews/:id" SEATED, Loops;
    INTERVIEW_STREAM "/live/interviews/:id" SEATED, Loops;
    APPEND_EVENTS "/api/append_events" SEATED, Loops;
    PAD_STREAM "/live/interviews/:id/pad" SEATED, Loops;
    WRITE_PAD "/api/write_pad" INTERVIEWERS, Loops;
    CREATE_JOIN_LINK "/api/create_join_link" INTERVIEWERS, Loops;
    REVOKE_JOIN_LINK "/api/revoke_join_link" PANEL, Loops;
    GIVE_SEAT "/api/give_seat" PANEL, Loops;
    TAKE_SEAT "/api/take_seat" PANEL, Loops;
    HAND_OVER "/api/hand_over" PANEL, Loops;
    START_PROBE "/api/start_probe" INTERVIEWERS, Loops;
    RUN "/:lang/probes/:id" SEATED, Loops;
    PROBE_STREAM "/live/probes/:id" INTERVIEWERS, Loops;
    SCORECARD "/:lang/interviews/:id/scorecard" INTERVIEWERS, Loops;
    REPLAY "/:lang/interviews/:id/replay" SEATED, Loops;
    SUBMIT_SCORECARD "/api/submit_scorecard" INTERVIEWERS, Loops;
    PEOPLE "/:lang/people" ADMINISTRATORS, All;
    LINK_MADE "/:lang/people/link" ADMINISTRATORS, All;
    INVITE "/api/invite" ADMINISTRATORS, All;
    SET_ROLES "/api/set_roles" ADMINISTRATORS, All;
    SET_DISABLED "/api/set_disabled" ADMINISTRATORS, All;
    MAKE_RESET "/api/make_reset" ADMINISTRATORS, All;
    SETTINGS "/:lang/settings" ADMINISTRATORS, All;
    SET_SETTINGS "/api/set_settings" ADMINISTRATORS, All;
    SET_WEIGHTS "/api/set_weights" ADMINISTRATORS, All;
    AUDIT "/:lang/audit" ADMINISTRATORS, All;
    AUDIT_EXPORT "/export/audit.csv" ADMINISTRATORS, All;
}

/// The table as Markdown, as SECURITY.md has it.
#[must_use]
pub fn table() -> String {
    let mut out = "| Door | Who | Reaches |\n|---|---|---|\n".to_owned();
    for door in DOORS {
        let who = match door.who {
            Who::Anyone => "anyone".to_owned(),
            Who::Link => "holder of the link".to_owned(),
            EVERYBODY => "anyone with an account".to_owned(),
            Who::Roles(roles) => roles.iter().map(|it| it.name()).collect::<Vec<_>>().join(", "),
        };
        let reach = match door.reach {
            Reach::Public => "what is public",
            Reach::Own => "what is their own",
            Reach::Loops => "the loops they lead, the interviews they have a seat in",
            Reach::Candidates => "the candidates they entered or interview; administrators all",
            Reach::All => "all",
        };
        out.push_str(&format!("| `{}` | {who} | {reach} |\n", door.path));
    }
    out
}
