//! Parts that react in the browser. Each also draws itself on the server, so that the first paint needs no script.

pub mod duration;
pub mod icon;
pub mod join;
pub mod pool_lab;
pub mod room;
pub mod start;
pub mod trace;

mod source;
