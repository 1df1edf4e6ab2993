//! What the visitor's device prefers.

use super::page::window;

/// The visitor's languages (BCP 47), the dearest first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
