//! One thing, one name: what the pages say of the same thing is the same word everywhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that cannot read the sources fails")]

use std::path::Path;

/// The word, and another word for the same thing. The code is never called 修了コード alone: so near to 修了証, it would
/// claim what only the practical session gives (R145).
const OTHER_WORDS: [(&str, &str); 3] = [
    ("予習修了コード", "修了コード"),
    ("セルフアセスメント", "セルフチェック"),
    ("ブラウザ", "ブラウザー"),
];

/// Places where a text says it otherwise.
fn otherwise(text: &str) -> Vec<(usize, &'static str)> {
    let lines = text.lines().enumerate();
    lines
        .flat_map(|(index, line)| {
            OTHER_WORDS.into_iter().filter_map(move |(word, other)| {
                // The word itself may contain the other.
                let rest = if word.contains(other) { line.replace(word, "") } else { line.into() };
                rest.contains(other).then_some((index + 1, other))
            })
        })
        .collect()
}

#[test]
fn one_thing_has_one_name_on_every_page() {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = std::fs::read_dir(app.join("src/text")).expect("the texts are there");
    let mut files: Vec<_> = texts.map(|file| file.expect("a text").path()).collect();
    files.extend([app.join("index.html"), app.join("../assets/manifest.webmanifest")]);
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text can be read");
        assert_eq!(otherwise(&text), [], "{}", file.display());
    }
}

#[test]
fn another_word_for_the_same_thing_is_found() {
    assert_eq!(otherwise("予習修了コードを作る\n修了コードと予習修了コード"), [(2, "修了コード")]);
    assert_eq!(otherwise("ブラウザの設定\nブラウザーの設定"), [(2, "ブラウザー")]);
}
