//! The only door to the browser. No other room names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Each module is small, speaks Rust types, gives guards that undo on drop and errors as enums.

pub mod focus;
pub mod history;
pub mod page;
mod listener;
pub mod prefers;

pub use listener::Listener;
