//! The only door to the browser. No other room names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Each module is small, speaks Rust types, gives guards that undo on drop and errors as enums.

mod dynamic;
mod listener;

pub mod camera;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod digest;
pub mod drag;
pub mod embedded;
pub mod fetch;
pub mod file;
pub mod focus;
pub mod history;
pub mod key;
pub mod keys;
pub mod media;
pub mod page;
pub mod page_life;
pub mod pointer;
pub mod prefers;
pub mod print;
pub mod random;
pub mod scan_worker;
pub mod scroll;
pub mod service_worker;
pub mod signal;
pub mod store;
pub mod text_rules;

pub use listener::Listener;
