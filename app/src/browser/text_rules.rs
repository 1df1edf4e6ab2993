//! Unicode rules by the browser's own tables, which are newer than any we could ship, and weigh nothing.

use js_sys::{JsString, RegExp};

/// The text in normal form C.
pub fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

/// Whether the text is in normal form C and has no control, format, surrogate, private or unassigned
/// character (token spec §4). This is the browser's answer for `token`'s judge.
pub fn is_printable(text: &str) -> bool {
    nfc(text) == text && !RegExp::new(r"\p{C}", "u").test(text)
}
