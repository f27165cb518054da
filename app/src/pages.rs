//! The pages, one file each: its component, its server functions, its view helpers.

pub mod account;
pub mod audit;
pub mod candidate;
pub mod candidates;
pub mod copy;
pub mod coverage;
pub mod forget;
pub mod home;
pub mod import;
pub mod interview;
pub mod join;
pub mod lab;
pub mod loops;
pub mod people;
pub mod plan;
pub mod question;
pub mod questions;
pub mod reference;
pub mod retention;
pub mod run;
pub mod scorecard;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod tracks;
pub mod welcome;
