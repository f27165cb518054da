//! The rules of Hopwise: pure Rust for the browser and the server alike, without clock, random or I/O.

pub mod account;
pub mod agreement;
pub mod audit;
pub mod block;
pub mod calibration;
pub mod composite;
pub mod diagnosis;
pub mod dimension;
pub mod id;
pub mod interval;
pub mod interview;
pub mod ledger;
pub mod level;
pub mod locale;
pub mod map;
pub mod pad;
pub mod panel;
pub mod person;
pub mod plan;
pub mod pool;
pub mod reliability;
pub mod reminder;
pub mod replay;
pub mod retention;
pub mod run;
pub mod score;
pub mod scorecard;
pub mod settings;
pub mod text;
pub mod time;
pub mod track;
pub mod weights;

mod named;
mod seeded;

pub use account::Role;
pub use block::Block;
pub use dimension::Dimension;
pub use id::{
    CandidateId, EventId, ExhibitId, InterviewId, LinkId, LoopId, QuestionId, RunId, SpliceId, TemplateId, UserId,
};
pub use level::Level;
pub use locale::Locale;
pub use pool::Pool;
pub use score::Score;
pub use time::Timestamp;
