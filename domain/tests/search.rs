//! What is found, what is not, and in which order.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

use domain::search::directory::{ChapterLines, Transcript};
use domain::search::fold::fold;
use domain::search::spoken::{BadSlice, IndexBuilder, Spoken};
use domain::search::{Field, Found, Heads, Hit, Query, Recent, marks, search};
use proptest::prelude::*;

struct Library {
    heads: Heads,
    spoken: Spoken,
    slices: Vec<Vec<u8>>,
    transcripts: Vec<Transcript>,
}

/// A course: its descriptions, and what is said in it.
type Written<'a> = (&'a [(Field, &'a str)], &'a [&'a str]);

/// Each course: its descriptions, and what is said in its one chapter, a caption every five seconds.
fn library(courses: &[Written<'_>], slice_bytes: usize) -> Library {
    let (mut heads, mut builder) = (Heads::default(), IndexBuilder::default());
    let (mut counts, mut transcripts) = (Vec::new(), Vec::new());
    for (texts, said) in courses {
        heads.add(texts.iter().copied());
        let lines = said.iter().zip(0..).map(|(text, n)| (n * 5, (*text).to_owned())).collect();
        let chapter = ChapterLines::new("01-a".parse().unwrap(), lines);
        chapter.folded().for_each(|units| builder.add(&units));
        counts.push(chapter.passages.len() as u32);
        transcripts.push(Transcript { chapters: vec![chapter] });
    }
    let slices = builder.slices(slice_bytes);
    let spoken = Spoken::new(counts, slices.iter().map(|slice| slice.first).collect());
    let slices = slices.into_iter().map(|slice| slice.bytes).collect();
    Library { heads, spoken, slices, transcripts }
}

impl Library {
    fn loaded(mut self) -> Self {
        for (number, bytes) in self.slices.iter().enumerate() {
            self.spoken.load(number, bytes.clone()).unwrap();
        }
        self
    }

    fn hits(&self, typed: &str) -> Vec<Hit> {
        search(&Query::parse(typed), &self.heads, &self.spoken, &mut Recent::default())
            .list()
            .to_vec()
    }

    /// What is said where the best hit leads.
    fn said(&self, typed: &str) -> Option<Found> {
        let query = Query::parse(typed);
        let hits = search(&query, &self.heads, &self.spoken, &mut Recent::default());
        let hit = hits.list().first()?;
        let passage = hits.passage(hit, &query, &self.heads, &self.spoken)?;
        self.transcripts[hit.course].passage(passage, &query)
    }

    fn found(&self, typed: &str) -> Vec<usize> {
        self.hits(typed).iter().map(|hit| hit.course).collect()
    }
}

const ORGANISER: (Field, &str) = (Field::Organiser, "日本医師会");

fn small() -> Library {
    library(
        &[
            (
                &[
                    (Field::Title, "勁椎症と上肢のしびれ"),
                    (Field::Title, "けいついしょう"),
                    ORGANISER,
                ],
                &["首の痛みについて話します。", "しびれは夜に強くなります。"],
            ),
            (
                &[
                    (Field::Title, "高血圧"),
                    (Field::Code, "CC74"),
                    (Field::CodeName, "高血圧症"),
                    ORGANISER,
                ],
                &["塩分を減らすことと、", "頸椎の手術のあとの血圧にも触れます。"],
            ),
            (
                &[
                    (Field::Title, "救命講習"),
                    (Field::Topic, "AEDの使い方"),
                    (Field::Keyword, "高血圧"),
                ],
                &["AEDの電極パッドを貼ります。", "ただちに胸骨圧迫を再開してください。"],
            ),
        ],
        40,
    )
    .loaded()
}

#[test]
fn both_spellings_of_the_neck_find_each_other_and_titles_come_before_what_is_said() {
    for typed in ["勁椎", "頸椎", "頚椎"] {
        assert_eq!(small().found(typed), [0, 1], "{typed}");
    }
    let hits = small().hits("頸椎");
    assert_eq!((hits[0].field, hits[0].only_spoken), (Some(Field::Title), false));
    assert_eq!((hits[1].field, hits[1].only_spoken), (None, true));
}

#[test]
fn kana_width_case_and_signs_do_not_matter() {
    for typed in ["けいつい", "ケイツイ", "ｹｲﾂｲ", "けいついしよう"] {
        assert_eq!(small().found(typed), [0], "{typed}");
    }
    for typed in
        ["aed", "ＡＥＤ", "電極ぱっど", "ＡＥＤの・使い方", "ｃｐ".trim_start_matches("ｃｐ")]
    {
        let expected: &[usize] = if typed.is_empty() { &[] } else { &[2] };
        assert_eq!(small().found(typed), expected, "{typed}");
    }
}

#[test]
fn codes_are_found_by_number_with_or_without_their_letters() {
    for typed in ["74", "CC74", "ＣＣ・７４", "cc 74"] {
        assert_eq!(small().found(typed), [1], "{typed}");
    }
}

#[test]
fn every_word_has_to_be_found_wherever() {
    assert_eq!(small().found("高血圧 塩分"), [1]);
    assert_eq!(small().found("高血圧　圧迫"), [2]);
    assert!(small().found("高血圧 心電図").is_empty());
    assert_eq!(small().found("日本医師会"), [0, 1]);
}

#[test]
fn title_before_keyword_and_the_whole_title_first() {
    assert_eq!(small().found("高血圧"), [1, 2]);
    let titles = library(
        &[
            (&[(Field::Title, "新しい高血圧の話")], &[]),
            (&[(Field::Title, "高血圧の話")], &[]),
            (&[(Field::Title, "高血圧")], &[]),
            (&[(Field::Topic, "高血圧")], &[]),
        ],
        100,
    );
    assert_eq!(titles.found("高血圧"), [2, 1, 0, 3]);
}

#[test]
fn a_spoken_word_leads_to_its_second() {
    assert_eq!(small().found("圧迫"), [2]);
    let found = small().said("圧迫").unwrap();
    assert_eq!((found.second, found.chapter.as_str()), (5, "01-a"));
    assert_eq!(found.text, "ただちに胸骨圧迫を再開してください。");
}

#[test]
fn a_passage_is_of_the_words_that_only_the_videos_have() {
    let found = small().said("高血圧 圧迫").unwrap();
    assert_eq!(found.second, 5);
    assert_eq!(small().said("高血圧"), None);
}

/// Captions, each long enough to be a passage of its own.
fn passages(said: &[&str]) -> Vec<String> {
    said.iter().map(|text| format!("{text}{}", "、".repeat(120))).collect()
}

#[test]
fn a_word_that_is_described_and_said_leads_to_where_it_is_said() {
    // A passage knows the beginning of the next.
    let said = [
        "はじめに",
        "心室細動です",
        "つぎに",
        "アドレナリン",
        "つぎに",
        "細動にアドレナリン",
        "つぎに",
        "静脈",
    ];
    let said = passages(&said);
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let described =
        [(Field::Title, "ALS研修"), (Field::Keyword, "アドレナリン"), (Field::Topic, "心室細動")];
    let library = library(&[(&described, &said)], 1_000).loaded();
    let second = |typed: &str| library.said(typed).map(|found| found.second);
    assert_eq!(second("アドレナリン"), Some(15));
    // Where all words are said; or those that nothing else has.
    assert_eq!(second("細動 アドレナリン"), Some(25));
    assert_eq!(second("細動 アドレナリン 静脈"), Some(35));
    // Who types the title looks for no place in it.
    assert_eq!(second("ALS アドレナリン"), Some(15));
    assert_eq!(second("ALS 研修"), None);
}

#[test]
fn no_passage_is_shown_of_a_word_that_stands_in_the_title() {
    let said = passages(&["心電図の話"]);
    let library = library(&[(&[(Field::Title, "心電図")], &[&said[0]])], 1_000).loaded();
    assert_eq!((library.found("心電図"), library.said("心電図")), (vec![0], None));
}

#[test]
fn words_across_captions_and_passages_are_found_where_they_begin() {
    let long: Vec<String> =
        (0..40).map(|n| format!("これは{n}番目の字幕で、二十文字ほどの長さがあります。")).collect();
    let mut said: Vec<&str> = long.iter().map(String::as_str).collect();
    said[20] = "ここで心室";
    said[21] = "細動が起こります。";
    let library = library(&[(&[(Field::Title, "題")], &said)], 1_000).loaded();
    let found = library.said("心室細動").unwrap();
    assert_eq!(found.second, 100);
    assert!(found.text.starts_with("ここで心室細動"), "{}", found.text);
}

#[test]
fn only_the_slices_of_the_typed_pairs_are_needed() {
    let mut library = small();
    library.spoken = Spoken::new([1, 1, 1], {
        let firsts: Vec<u32> = library.slices.iter().map(|bytes| first_pair(bytes)).collect();
        firsts
    });
    let query = Query::parse("圧迫");
    let missing = library.spoken.missing(&query);
    assert_eq!(missing.len(), 1);
    assert!(library.found("圧迫").is_empty());
    library.spoken.load(missing[0], library.slices[missing[0]].clone()).unwrap();
    assert!(library.spoken.missing(&query).is_empty());
    assert_eq!(library.found("圧迫"), [2]);
}

/// The first pair of a slice of fewer than 128 pairs: behind the count, as LEB128.
fn first_pair(slice: &[u8]) -> u32 {
    let mut pair = 0;
    for (at, byte) in slice[1..].iter().enumerate() {
        pair |= u32::from(byte & 0x7f) << (7 * at);
        if *byte < 0x80 {
            break;
        }
    }
    pair
}

#[test]
fn a_single_kanji_is_searched_in_what_is_said_and_a_single_kana_is_not() {
    assert_eq!(small().found("塩"), [1]);
    assert_eq!(small().found("痛"), [0]);
    assert!(small().found("ま").is_empty());
}

#[test]
fn a_damaged_slice_is_refused_and_nothing_panics() {
    let library = small();
    for (number, bytes) in library.slices.iter().enumerate() {
        for cut in 0..bytes.len() {
            assert_eq!(library.spoken.clone().load(number, bytes[..cut].to_vec()), Err(BadSlice));
        }
    }
    assert_eq!(library.spoken.clone().load(99, vec![0]), Err(BadSlice));
}

#[test]
fn what_was_found_is_marked_as_it_is_written() {
    let marked = |text: &str, typed: &str| -> Vec<String> {
        let pieces = marks(text, &Query::parse(typed));
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        pieces.into_iter().filter(|piece| piece.marked).map(|piece| piece.text).collect()
    };
    assert_eq!(marked("勁椎症の話", "頸椎"), ["勁椎"]);
    assert_eq!(marked("ＡＥＤ・パッド", "aed ぱっと"), ["ＡＥＤ"]);
    assert_eq!(marked("サーバーとサーバ", "さーば"), ["サーバ", "サーバ"]);
    assert_eq!(marked("胸骨圧迫", "胸骨 骨圧 圧迫"), ["胸骨", "圧", "迫"]);
    assert_eq!(marked("なにもない", "心"), Vec::<String>::new());
}

fn a_text() -> impl Strategy<Value = String> {
    prop_oneof!["[あいうカキ圧迫心肺AB12 　、]{0,30}", "\\PC{0,20}",]
}

proptest! {
    /// The index finds exactly the passages in which a word is said, but for pairs in another order.
    #[test]
    fn whatever_is_said_is_found(said in prop::collection::vec(a_text(), 1..20), from in 0_usize..200, length in 2_usize..6) {
        let all: Vec<char> = said.iter().flat_map(|text| text.chars()).collect();
        prop_assume!(from + length <= all.len());
        let word: String = all[from..from + length].iter().filter(|c| !c.is_whitespace()).collect();
        prop_assume!(fold(&word).len() >= 2);
        let lines: Vec<&str> = said.iter().map(String::as_str).collect();
        let library = library(&[(&[(Field::Title, "")], &lines)], 64).loaded();
        // Lines follow each other like words.
        let whole = fold(&said.join(" "));
        let term = fold(&word);
        if whole.windows(term.len()).any(|window| window == term) {
            prop_assert_eq!(library.found(&word), [0]);
        }
    }

    /// Whatever was searched before, what is found is the same.
    #[test]
    fn what_was_searched_before_changes_nothing(typed in prop::collection::vec("[胸骨圧迫aed ]{0,6}", 1..8)) {
        let library = small().loaded();
        let mut recent = Recent::default();
        for typed in typed {
            let query = Query::parse(&typed);
            let hits = search(&query, &library.heads, &library.spoken, &mut recent);
            prop_assert_eq!(hits.list(), library.hits(&typed));
        }
    }

    /// What stands in a description is found there, however it begins and ends.
    #[test]
    fn whatever_is_described_is_found(texts in prop::collection::vec(a_text(), 1..12), text in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 1_usize..8) {
        let text: Vec<char> = text.get(&texts).chars().collect();
        prop_assume!(!text.is_empty());
        let count = text.len();
        let part: String = text.into_iter().skip(from.index(count)).take(length).filter(|c| !c.is_whitespace()).collect();
        let term = fold(&part);
        let has_term = |text: &String| fold(text).windows(term.len().max(1)).any(|window| window == term);
        prop_assume!(texts.iter().any(has_term));
        let described: Vec<(Field, &str)> = texts.iter().map(|text| (Field::Topic, text.as_str())).collect();
        let library = library(&[(&[(Field::Title, "無関係")], &[]), (&described, &[])], 64).loaded();
        prop_assert!(library.found(&part).contains(&1), "{}", part);
    }

    /// Bytes of any kind are no slice, or one that can be searched.
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..60), typed in a_text()) {
        let mut spoken = Spoken::new([3, 4], vec![0]);
        let _ = spoken.load(0, bytes);
        let mut heads = Heads::default();
        heads.add([(Field::Title, "圧迫")]);
        heads.add([]);
        let _ = search(&Query::parse(&typed), &heads, &spoken, &mut Recent::default());
    }

    /// Folding is the same with and without places, and places lie in the text.
    #[test]
    fn places_belong_to_their_units(text in "\\PC{0,40}", typed in a_text()) {
        let (units, places) = domain::search::fold::fold_with_places(&text);
        prop_assert_eq!(&units, &fold(&text));
        prop_assert_eq!(units.len(), places.len());
        prop_assert!(places.is_sorted(), "{places:?}");
        let pieces = marks(&text, &Query::parse(&typed));
        prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
    }
}
