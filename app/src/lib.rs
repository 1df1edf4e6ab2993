//! Yoshu's portal (Leptos, client side).
//!
//! A room sees only the rooms below it; rooms of one floor do not see each other
//! (`tests/architecture.rs` reads the imports and fails with file and line):
//!
//! ```text
//!   5   app                     boot, frame, table of routes
//!   4   pages                   one per address: joins the rooms below
//!   3   components   session    what is seen  |  what is remembered
//!   2   text         paths      sentences (ja, en)  |  addresses
//!   1   browser                 the only door: clock, store, media, key, camera, file, fetch, print
//!   0   crates domain, token
//! ```

mod app;
pub mod browser;
pub mod components;
pub mod pages;
pub mod paths;
pub mod session;
pub mod text;

pub use app::start;
