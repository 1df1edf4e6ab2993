//! A large library for benches: courses with descriptions and transcripts of realistic length.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::random::SplitMix64;
use crate::search::directory::ChapterLines;
use crate::search::spoken::{IndexBuilder, Spoken};
use crate::search::{Field, Heads};

const CHAPTERS: usize = 5;
/// Captions of about 27 characters: a chapter of some five minutes.
const CAPTIONS: usize = 60;
/// Bytes of a slice, about, as the organiser's tool makes them.
const SLICE_BYTES: usize = 64 * 1024;

const NOUNS: [&str; 60] = [
    "胸骨圧迫",
    "心停止",
    "患者",
    "呼吸",
    "血圧",
    "心電図",
    "症状",
    "治療",
    "診断",
    "検査",
    "薬剤",
    "投与",
    "再開",
    "電気ショック",
    "アドレナリン",
    "気道",
    "意識",
    "反応",
    "救急隊",
    "指導",
    "高血圧",
    "糖尿病",
    "塩分",
    "生活習慣",
    "運動",
    "食事",
    "薬物療法",
    "合併症",
    "リスク",
    "目標",
    "頸椎",
    "神経",
    "しびれ",
    "痛み",
    "手術",
    "リハビリ",
    "感染",
    "予防",
    "ワクチン",
    "免疫",
    "発熱",
    "抗菌薬",
    "腎機能",
    "肝機能",
    "心不全",
    "不整脈",
    "脳卒中",
    "血栓",
    "画像",
    "ガイドライン",
    "医療安全",
    "チーム",
    "倫理",
    "説明",
    "同意",
    "家族",
    "在宅",
    "看護師",
    "医師",
    "記録",
];
const PARTICLES: [&str; 8] = ["を", "が", "に", "の", "と", "では", "から", "について"];
const ENDINGS: [&str; 8] = [
    "行います。",
    "確認してください。",
    "が大切です。",
    "を続けます。",
    "と考えられます。",
    "することがあります。",
    "に注意しましょう。",
    "を再開します。",
];

/// The index of so many courses, each of about 8,000 spoken characters; its slices as files, and their bytes together.
#[must_use]
pub fn library(courses: usize, seed: u64) -> (Heads, Spoken, Vec<Vec<u8>>) {
    let mut random = SplitMix64::new(seed);
    let (mut heads, mut builder) = (Heads::default(), IndexBuilder::default());
    let mut counts = Vec::with_capacity(courses);
    for course in 0..courses {
        describe(&mut heads, course, &mut random);
        let mut passages = 0;
        for chapter in 0..CHAPTERS {
            let lines = (0..CAPTIONS as u32).map(|n| (n * 5, sentence(&mut random))).collect();
            let Ok(id) = format!("{chapter:02}-a").parse() else { continue };
            for units in ChapterLines::new(id, lines).folded() {
                builder.add(&units);
                passages += 1;
            }
        }
        counts.push(passages);
    }
    let slices = builder.slices(SLICE_BYTES);
    let spoken = Spoken::new(counts, slices.iter().map(|slice| slice.first).collect());
    (heads, spoken, slices.into_iter().map(|slice| slice.bytes).collect())
}

fn describe(heads: &mut Heads, course: usize, random: &mut SplitMix64) {
    let mut words = |count: usize| -> String { (0..count).map(|_| noun(random)).collect() };
    let title = words(3);
    let texts = [
        (Field::Title, title),
        (Field::Title, String::from("きゅうきゅうのためのきょうざい")),
        (Field::Title, String::from("A lecture for continuing medical education")),
        (Field::Summary, words(15)),
        (
            Field::Summary,
            String::from("Five chapters with a self-assessment, for physicians in practice."),
        ),
        (Field::Keyword, words(3)),
        (Field::Code, format!("CC{}", course % 84)),
        (Field::CodeName, words(2)),
        (Field::Organiser, String::from("日本医師会生涯教育推進委員会")),
        (Field::Topic, words(4)),
        (Field::Topic, words(4)),
        (Field::Topic, words(4)),
    ];
    heads.add(texts.iter().map(|(field, text)| (*field, text.as_str())));
}

fn sentence(random: &mut SplitMix64) -> String {
    let mut text = String::new();
    for _ in 0..4 {
        text.push_str(&noun(random));
        text.push_str(PARTICLES[random.below(PARTICLES.len())]);
    }
    text.push_str(ENDINGS[random.below(ENDINGS.len())]);
    text
}

/// Mostly a word that is said often, now and then one that is hardly ever said.
fn noun(random: &mut SplitMix64) -> String {
    if random.below(4) == 0 {
        // safe: all of the range are kanji
        let kanji = |n: usize| char::from_u32(0x5000 + n as u32).unwrap_or('医');
        return [kanji(random.below(900) * 7), kanji(random.below(900) * 7)].iter().collect();
    }
    let among = random.below(NOUNS.len()) + 1;
    NOUNS[random.below(among)].into()
}
