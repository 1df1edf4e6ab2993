//! One thing, one name: what the pages say of the same thing is the same word everywhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that cannot read the sources fails")]

use std::path::{Path, PathBuf};

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

/// All files in a folder and in the folders below it.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the texts are there");
    let paths = entries.map(|entry| entry.expect("a text").path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn one_thing_has_one_name_on_every_page() {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files_below(&app.join("src/text"));
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
