//! `questions.toml`: the pool of a self-assessment, as pleasant to write as it can be.

use domain::catalog::{ChapterId, Passage, Question, QuestionId, QuestionKind, TopicId};
use domain::unit::{Localized, MediaMs};

use crate::author::course::plain_id;
use crate::author::form;
use crate::author::site::localized;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::sheet::{Document, Sheet};
use crate::source::{At, Place, Source};

/// A question with the places that later checks speak of.
#[derive(Clone, Debug)]
pub struct QuestionEntry {
    /// The question. A part that could not be read holds a harmless value, so that the counts of the pool stay right.
    pub question: Question,
    /// Where it starts.
    pub place: Place,
    /// Where its topic stands.
    pub topic: Place,
    /// Where its choices stand.
    pub choices: Place,
    /// Where its right choices stand.
    pub right: Place,
    /// Where its passage stands.
    pub teaches: Place,
}

/// Reads all questions; nothing comes back when the file is not TOML.
pub fn read(source: &Source, findings: &Findings) -> Option<Vec<QuestionEntry>> {
    let document = Document::parse(source, source.text(), 0, findings)?;
    let mut sheet = document.sheet();
    let mut entries: Vec<QuestionEntry> = Vec::new();
    for table in sheet.tables("question") {
        let entry = question(table, &entries);
        entries.push(entry);
    }
    if entries.is_empty() {
        findings.add(Place::start(source.file()), Mistake::NoQuestions {});
    }
    sheet.finish();
    Some(entries)
}

fn question(mut table: Sheet<'_>, before: &[QuestionEntry]) -> QuestionEntry {
    let id = id(&mut table, before);
    let text = localized(&mut table, "text");
    let first =
        before.iter().find(|entry| !text.ja.is_empty() && entry.question.text.ja == text.ja);
    if let Some(first) = first {
        table.note(table.place_of("text"), Mistake::QuestionTwice { first: first.place.clone() });
    }
    let topic = topic(&mut table);
    let kind = table.text("kind");
    let (kind, choices) = match kind {
        Some(kind) => answers(&mut table, kind),
        None => {
            pass_over_answers(&mut table);
            harmless()
        }
    };
    let why = localized(&mut table, "why");
    let teaches = passage(&mut table);
    let entry = QuestionEntry {
        place: table.place(),
        topic: table.place_of("topic"),
        choices: table.place_of("choices"),
        right: table.place_of("right"),
        teaches: table.place_of("teaches"),
        question: Question { id, topic, kind, text, choices, why, teaches },
    };
    table.finish();
    entry
}

/// The id. One that is missing, malformed or taken is replaced by one that no author can write.
fn id(table: &mut Sheet<'_>, before: &[QuestionEntry]) -> QuestionId {
    let place = table.place_of("id");
    let written = table
        .text("id")
        .and_then(|id| plain_id(table, "question.id", id))
        .and_then(|id| QuestionId::new(&id));
    let taken =
        written.as_ref().and_then(|id| before.iter().find(|entry| entry.question.id == *id));
    if let (Some(id), Some(first)) = (&written, taken) {
        table.note(place, Mistake::DuplicateId { id: id.to_string(), first: first.place.clone() });
    }
    let stand_in = || QuestionId::new(&format!("_{}", before.len()));
    // safe: an underscore and a number are a plain name of few bytes
    #[allow(clippy::expect_used, reason = "the stand-in is well-formed whatever the author wrote")]
    written.filter(|_| taken.is_none()).or_else(stand_in).expect("a plain name")
}

fn topic(table: &mut Sheet<'_>) -> TopicId {
    let written = table.text("topic").and_then(|topic| {
        let known = TopicId::new(&topic.value);
        if known.is_none() {
            table.note(
                topic.place,
                Mistake::IdForm { key: "question.topic".to_string(), found: topic.value },
            );
        }
        known
    });
    // safe: as above
    #[allow(clippy::expect_used, reason = "the stand-in is well-formed whatever the author wrote")]
    written.or_else(|| TopicId::new("_")).expect("a plain name")
}

/// Without a kind nobody knows what the answers should look like.
fn pass_over_answers(table: &mut Sheet<'_>) {
    for key in ["choices", "choices_en", "right"] {
        table.pass_over(key);
    }
}

/// What stands for answers that could not be read.
fn harmless() -> (QuestionKind, Vec<Localized>) {
    (QuestionKind::TrueFalse { right: true }, Vec::new())
}

fn answers(table: &mut Sheet<'_>, kind: At<String>) -> (QuestionKind, Vec<Localized>) {
    match kind.value.as_str() {
        "true-false" => {
            for key in ["choices", "choices_en"] {
                if table.has(key) {
                    table.note(table.place_of(key), Mistake::ChoicesOfTrueFalse {});
                }
                table.pass_over(key);
            }
            table.flag("right").map_or_else(harmless, |right| {
                (QuestionKind::TrueFalse { right: right.value }, Vec::new())
            })
        }
        "single" | "multiple" => {
            let choices = choices(table);
            let right = table.wholes("right", i64::MIN..=i64::MAX);
            let right = right.and_then(|right| right_choices(table, right, choices.len()));
            let kind = right.and_then(|right| choosing(table, &kind.value, right));
            kind.map_or_else(harmless, |kind| (kind, choices))
        }
        _ => {
            pass_over_answers(table);
            table.note(kind.place, Mistake::QuestionKind { found: kind.value });
            harmless()
        }
    }
}

fn choosing(table: &Sheet<'_>, kind: &str, right: Vec<usize>) -> Option<QuestionKind> {
    match (kind, right.as_slice()) {
        ("single", [right]) => Some(QuestionKind::Single { right: *right }),
        ("single", several) => {
            table.note(table.place_of("right"), Mistake::RightNotOne { found: several.len() });
            None
        }
        _ => Some(QuestionKind::Multiple { right }),
    }
}

fn choices(table: &mut Sheet<'_>) -> Vec<Localized> {
    if !table.has("choices") {
        table.note(table.place(), Mistake::MissingKey { key: "question.choices".to_string() });
    }
    let ja = table.texts("choices");
    let en = table.texts("choices_en");
    if table.has("choices") && !(2..=10).contains(&ja.len()) {
        table.note(table.place_of("choices"), Mistake::ChoiceCount { found: ja.len() });
    }
    if !en.is_empty() && en.len() != ja.len() {
        table.note(
            table.place_of("choices_en"),
            Mistake::ChoiceTranslation { ja: ja.len(), en: en.len() },
        );
    }
    for (index, choice) in ja.iter().enumerate() {
        if ja[..index].iter().any(|other| other.value == choice.value) {
            table.note(choice.place.clone(), Mistake::ChoiceTwice { text: choice.value.clone() });
        }
    }
    let mut en = en.into_iter().map(|en| en.value);
    ja.into_iter().map(|ja| Localized { ja: ja.value, en: en.next() }).collect()
}

/// The right choices from 0, in the order of the choices; a number that is none, or stands twice, is reported.
fn right_choices(table: &Sheet<'_>, written: Vec<At<i64>>, choices: usize) -> Option<Vec<usize>> {
    let mut right = Vec::new();
    let mut sound = true;
    for number in written {
        let index = usize::try_from(number.value - 1).ok().filter(|index| *index < choices);
        let mistake = match index {
            Some(index) if !right.contains(&index) => {
                right.push(index);
                continue;
            }
            Some(_) => Mistake::RightTwice { right: number.value },
            None => Mistake::RightOutOfRange { right: number.value, choices },
        };
        // Without choices there is a finding for that already.
        if choices > 0 {
            table.note(number.place, mistake);
        }
        sound = false;
    }
    right.sort_unstable();
    sound.then_some(right)
}

fn passage(table: &mut Sheet<'_>) -> Option<Passage> {
    if !table.has("teaches") {
        table.pass_over("teaches");
        table.note(table.place(), Mistake::TeachesMissing {});
        return None;
    }
    let mut teaches = table.table("teaches")?;
    let chapter = teaches.text("chapter");
    let (from, to) = (position(&mut teaches, "from"), position(&mut teaches, "to"));
    let chapter = chapter.and_then(|chapter| {
        let id = ChapterId::new(&chapter.value);
        if id.is_none() {
            teaches.note(
                chapter.place,
                Mistake::IdForm { key: "teaches.chapter".to_string(), found: chapter.value },
            );
        }
        id
    });
    let place = teaches.place_of("to");
    let backwards = matches!((from, to), (Some(from), Some(to)) if to <= from);
    if backwards {
        teaches.note(place, Mistake::PassageBackwards {});
    }
    teaches.finish();
    let passage = Passage { chapter: chapter?, from: from?, to: to? };
    (!backwards).then_some(passage)
}

fn position(table: &mut Sheet<'_>, key: &str) -> Option<MediaMs> {
    let written = table.text(key)?;
    let read = form::position(&written.value);
    if read.is_none() {
        table.note(
            written.place,
            Mistake::DurationForm { key: format!("teaches.{key}"), found: written.value },
        );
    }
    read
}
