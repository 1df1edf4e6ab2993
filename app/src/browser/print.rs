//! Paper.

use super::page::window;

/// Opens the browser's print dialogue for this page.
pub fn page() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
