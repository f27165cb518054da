//! Simulators to play with: deterministic, without clock or I/O, the same in the browser and in tests.

pub mod connection_pool;
