//! Pictures of coverage: 細目 × chapters, chapters with their questions, topics × kinds of question.

use std::collections::BTreeMap;

use domain::catalog::{ChapterId, Course, Pool, Question};
use domain::rules::DetailKind;
use maud::{Markup, html};

use super::course::clock;
use super::page::both;
use crate::lint::{Coverage, CoveredDetail};

/// Kinds of question as authors write them, with their names.
const KINDS: &[(&str, &str, &str)] = &[
    ("single", "一つ選ぶ", "single"),
    ("multiple", "すべて選ぶ", "multiple"),
    ("true-false", "正誤", "true/false"),
    ("order", "順序", "order"),
    ("match", "組み合わせ", "match"),
    ("numeric", "数値", "number"),
    ("hotspot", "図の場所", "place in a picture"),
];

/// Which chapter teaches which 細目.
pub(super) fn coverage(course: &Course, coverage: &Coverage) -> Markup {
    let chapters = &course.outline.chapters;
    html! {
        div.scroll { table.grid {
            thead { tr {
                th { (both("細目", "Item")) }
                th { (both("区分", "Part")) }
                @for (number, chapter) in chapters.iter().enumerate() {
                    th.cell title=(chapter.title.ja()) { (number + 1) }
                }
            } }
            tbody { @for of in &coverage.details {
                tr class=(state(of)) {
                    th scope="row" { (of.detail.title) " " code { (of.detail.id) } }
                    td { (part(of)) }
                    @for chapter in chapters {
                        @let taught = of.chapters.contains(&chapter.id);
                        td.cell.taught[taught] { @if taught { "●" span.hidden { (both("教える", "taught")) } } }
                    }
                }
            } }
        } }
        p.what { (both(
            "列は章の番号です。●の章がその細目を教えます。「座学」の細目には、どれかの章が要ります。座学と実技の区分は、原文にはない Yoshu の読みです。",
            "Columns are chapters; a dot means that the chapter teaches the item. Every lecture item needs a chapter. Which items are lecture and which practical is our own reading, not the source's.",
        )) }
    }
}

fn state(of: &CoveredDetail) -> &'static str {
    match (of.wanted, of.chapters.is_empty()) {
        (true, true) => "missing",
        (true, false) => "covered",
        (false, _) => "unwanted",
    }
}

fn part(of: &CoveredDetail) -> Markup {
    match of.detail.kind {
        DetailKind::Lecture if of.chapters.is_empty() => {
            both("座学・章がありません", "lecture: no chapter")
        }
        DetailKind::Lecture => both("座学", "lecture"),
        DetailKind::ExtendedLecture if of.wanted && of.chapters.is_empty() => {
            both("座学（長い方）・章がありません", "longer lecture: no chapter")
        }
        DetailKind::ExtendedLecture => both("座学（長い方）", "longer lecture"),
        DetailKind::Practical => both("対面で", "in person"),
        DetailKind::Exam => both("試験", "examination"),
    }
}

/// Each chapter with its length and the questions about it.
pub(super) fn chapters(course: &Course, pool: Option<&Pool>) -> Markup {
    let asked = |id: &ChapterId| {
        let about = |question: &&Question| {
            question.teaches.as_ref().is_some_and(|passage| passage.chapter == *id)
        };
        pool.map_or(0, |pool| pool.questions.iter().filter(about).count())
    };
    html! {
        div.scroll { table {
            thead { tr {
                th.number { (both("章", "No.")) }
                th { (both("題名", "Title")) }
                th.number { (both("動画", "Video")) }
                th.number { (both("問題", "Questions")) }
            } }
            tbody { @for (number, chapter) in course.outline.chapters.iter().enumerate() {
                @let asked = asked(&chapter.id);
                tr {
                    td.number { (number + 1) }
                    th scope="row" { (both(chapter.title.ja(), chapter.title.en())) }
                    td.number { (length(chapter.duration.0)) }
                    td.number.none[asked == 0 && pool.is_some()] { (asked) }
                }
            } }
        } }
    }
}

/// A length, unless the video could not be read.
fn length(ms: u32) -> String {
    if ms == u32::MAX { "—".to_string() } else { clock(ms / 1000) }
}

/// How many questions of each kind each topic has.
pub(super) fn topics(course: &Course, pool: &Pool) -> Markup {
    let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for question in &pool.questions {
        *counts.entry((question.topic.as_str(), kind(question))).or_default() += 1;
    }
    let used: Vec<_> =
        KINDS.iter().filter(|(name, ..)| counts.keys().any(|(_, kind)| kind == name)).collect();
    let count =
        |topic: &str, kind: &str| counts.get(&(topic, kind.to_string())).copied().unwrap_or(0);
    let least = course.outline.completion.test.as_ref().map_or(0, |test| test.per_topic_min);
    html! {
        div.scroll { table.grid {
            thead { tr {
                th { (both("話題", "Topic")) }
                @for (_, ja, en) in &used { th.number { (both(ja, en)) } }
                th.number { (both("合計", "All")) }
                th.number { (both("毎回出す数", "Drawn at least")) }
            } }
            tbody { @for topic in &course.topics {
                @let all: usize = KINDS.iter().map(|(name, ..)| count(topic.id.as_str(), name)).sum();
                tr {
                    th scope="row" { (both(topic.title.ja(), topic.title.en())) }
                    @for (name, ..) in &used {
                        @let of = count(topic.id.as_str(), name);
                        td.number.none[of == 0] { @if of == 0 { "·" } @else { (of) } }
                    }
                    td.number.none[all == 0 || all < usize::from(least)] { strong { (all) } }
                    td.number { (least) }
                }
            } }
        } }
    }
}

/// The kind of a question in the authors' word, which is also that of the catalog JSON.
fn kind(question: &Question) -> String {
    match serde_json::to_value(&question.kind) {
        Ok(serde_json::Value::Object(of)) => of.keys().next().cloned().unwrap_or_default(),
        Ok(serde_json::Value::String(of)) => of,
        _ => String::new(),
    }
}
