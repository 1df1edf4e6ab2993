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

/// The text as a search compares it: full-width and half-width, large and small letters are the same, white space is
/// nothing (normal form KC, lower case).
pub fn as_searched(text: &str) -> String {
    let plain = String::from(JsString::from(text).normalize("NFKC"));
    plain.to_lowercase().split_whitespace().collect()
}

/// Whether a letter of any script is in the text: kana, kanji and Latin are, digits, signs and emoji are not.
pub fn has_letter(text: &str) -> bool {
    RegExp::new(r"\p{L}", "u").test(text)
}
