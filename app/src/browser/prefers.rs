//! What the visitor's device prefers.

use super::page::window;

fn matches(query: &str) -> bool {
    window().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|m| m.matches())
}

/// Whether the device asks for a dark page.
pub fn dark() -> bool {
    matches("(prefers-color-scheme: dark)")
}

/// Whether the device asks for less motion.
pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// The visitor's languages (BCP 47), the dearest first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
