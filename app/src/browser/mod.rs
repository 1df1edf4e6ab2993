//! The only door to the browser. No other room names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Each module is small, speaks Rust types, gives guards that undo on drop and errors as enums.

pub mod clock;
pub mod digest;
mod dynamic;
pub mod fetch;
pub mod focus;
pub mod history;
pub mod page;
pub mod page_life;
pub mod key;
mod listener;
pub mod media;
pub mod prefers;
pub mod random;
pub mod store;
pub mod text_rules;

pub use listener::Listener;
