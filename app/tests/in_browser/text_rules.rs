//! The browser's Unicode rules against the token crate's.

use app::browser::{digest, text_rules};
use wasm_bindgen_test::wasm_bindgen_test;

const NAMES: [(&str, bool); 14] = [
    ("長谷川 健太郎", true),
    ("はせがわ", true),
    ("髙橋 﨑", true),
    ("Ångström", true),
    ("A\u{30a}ngstro\u{308}m", false),
    ("か\u{3099}", false),
    ("が", true),
    ("a\u{200b}b", false),
    ("a\u{200d}b", false),
    ("a\tb", false),
    ("a\u{e000}b", false),
    ("a\u{202e}b", false),
    ("👩", true),
    ("\u{0378}", false),
];

#[wasm_bindgen_test]
fn the_browser_and_the_token_crate_agree_on_names() {
    for (name, is_printable) in NAMES {
        assert_eq!(text_rules::is_printable(name), is_printable, "{name:?}");
        assert_eq!(token::text::printable_nfc(name), is_printable, "{name:?}");
    }
}

#[wasm_bindgen_test]
fn normal_form_c_joins_what_can_be_joined() {
    assert_eq!(text_rules::nfc("か\u{3099}"), "が");
    assert!(text_rules::is_printable(&text_rules::nfc("A\u{30a}ngstro\u{308}m")));
}

#[wasm_bindgen_test]
async fn sha_256_of_abc_is_the_standards() {
    let digest = digest::sha256(b"abc").await.expect("a secure context");
    assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
    assert_eq!(digest[28..], [0xf2, 0x00, 0x15, 0xad]);
}

#[wasm_bindgen_test]
fn a_search_knows_no_width_no_case_and_no_white_space() {
    for (typed, written) in
        [("１０分", "10 分"), ("ｖｆ", "VF"), ("ﾊﾟｯﾄﾞ", "パッド"), ("心停止　と", "心停止と")]
    {
        assert_eq!(text_rules::as_searched(typed), text_rules::as_searched(written));
    }
    assert_ne!(text_rules::as_searched("はじめ"), text_rules::as_searched("ハジメ"));
}

#[wasm_bindgen_test]
fn a_letter_is_one_of_any_script_and_no_sign() {
    for (text, has_letter) in [
        ("見本 太郎", true),
        ("Ōta", true),
        ("😀太", true),
        ("😀😀", false),
        ("123 -・", false),
        ("", false),
    ] {
        assert_eq!(text_rules::has_letter(text), has_letter, "{text:?}");
    }
}
