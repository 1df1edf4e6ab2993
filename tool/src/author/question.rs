//! `questions.toml`: the pool of a self-assessment, as pleasant to write as it can be.

mod arrange;
mod choice;
mod hotspot;

use domain::catalog::{ChapterId, Passage, Question, QuestionId, QuestionKind, TopicId};
use domain::decimal::Decimal;
use domain::unit::{Localized, MediaMs};

use crate::author::course::plain_id;
use crate::author::form;
use crate::author::markdown::FindPicture;
use crate::author::site::localized;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::sheet::{Document, Sheet};
use crate::source::{At, Place, Source};

/// The keys of an answer, of whatever kind.
const ANSWER_KEYS: [&str; 15] = [
    "choices",
    "choices_en",
    "right",
    "items",
    "items_en",
    "pairs",
    "pairs_en",
    "answer",
    "tolerance",
    "unit",
    "unit_en",
    "image",
    "alt",
    "regions",
    "region",
];

/// What an import writes where its file has no words and a question needs them.
pub const UNWRITTEN: &str = "（ここに書いてください）";

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
    /// Where its scene stands.
    pub scene: Place,
}

/// Reads all questions; nothing comes back when the file is not TOML.
pub fn read(
    source: &Source,
    find_picture: &mut FindPicture<'_>,
    findings: &Findings,
) -> Option<Vec<QuestionEntry>> {
    let document = Document::parse(source, source.text(), 0, findings)?;
    let mut sheet = document.sheet();
    let mut entries: Vec<QuestionEntry> = Vec::new();
    for table in sheet.tables("question") {
        let entry = question(table, &entries, find_picture);
        entries.push(entry);
    }
    if entries.is_empty() {
        findings.add(Place::start(source.file()), Mistake::NoQuestions {});
    }
    sheet.finish();
    Some(entries)
}

fn question(
    mut table: Sheet<'_>,
    before: &[QuestionEntry],
    find: &mut FindPicture<'_>,
) -> QuestionEntry {
    let id = id(&mut table, before);
    let text = words(&mut table, "text");
    let first =
        before.iter().find(|entry| !text.ja.is_empty() && entry.question.text.ja == text.ja);
    if let Some(first) = first {
        table.note(table.place_of("text"), Mistake::QuestionTwice { first: first.place.clone() });
    }
    let topic = topic(&mut table);
    let kind = table.text("kind");
    let (kind, choices) = match kind {
        Some(kind) => answers(&mut table, kind, find),
        None => {
            pass_over_answers(&mut table);
            harmless()
        }
    };
    let why = words(&mut table, "why");
    let (teaches, scene) = (teaches(&mut table), scene(&mut table));
    let entry = QuestionEntry {
        place: table.place(),
        topic: table.place_of("topic"),
        choices: table.place_of("choices"),
        right: table.place_of("right"),
        teaches: table.place_of("teaches"),
        scene: table.place_of("scene"),
        question: Question { id, topic, kind, text, choices, why, teaches, scene },
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
    for key in ANSWER_KEYS {
        table.pass_over(key);
    }
}

/// How a question is answered, with its choices.
type Read = (QuestionKind, Vec<Localized>);

/// What stands for answers that could not be read.
fn harmless() -> Read {
    (QuestionKind::TrueFalse { right: true }, Vec::new())
}

fn answers(table: &mut Sheet<'_>, kind: At<String>, find: &mut FindPicture<'_>) -> Read {
    let alone = |kind: Option<QuestionKind>| kind.map_or_else(harmless, |kind| (kind, Vec::new()));
    match kind.value.as_str() {
        "true-false" => choice::true_false(table),
        "single" | "multiple" => choice::of_choices(table, &kind.value),
        "order" => alone(arrange::order(table)),
        "match" => alone(arrange::pairs(table)),
        "numeric" => alone(numeric(table)),
        "hotspot" => alone(hotspot::read(table, find)),
        _ => {
            pass_over_answers(table);
            table.note(kind.place, Mistake::QuestionKind { found: kind.value });
            harmless()
        }
    }
}

/// A number with its tolerance and what it counts.
fn numeric(table: &mut Sheet<'_>) -> Option<QuestionKind> {
    let answer = table.number("answer");
    let tolerance = table.number("tolerance");
    let (ja, en) = (table.optional_text("unit"), table.optional_text("unit_en"));
    if let (None, Some(en)) = (&ja, &en) {
        table.note(en.place.clone(), Mistake::MissingKey { key: "question.unit".to_string() });
    }
    let tolerance = tolerance?;
    if tolerance.value < Decimal::default() {
        let (found, most) = (tolerance.value.to_string(), Decimal::GREATEST.to_string());
        let (key, least) = ("question.tolerance".to_string(), "0".to_string());
        table.note(tolerance.place, Mistake::OutOfRange { key, least, most, found });
        return None;
    }
    let text = |text: Option<At<String>>| text.map(|text| text.value);
    let unit = Localized { ja: text(ja).unwrap_or_default(), en: text(en) };
    Some(QuestionKind::Numeric { answer: answer?.value, tolerance: tolerance.value, unit })
}

/// A text that learners read. Nobody should read what an import left to be written.
fn words(table: &mut Sheet<'_>, key: &str) -> Localized {
    let text = localized(table, key);
    if text.ja == UNWRITTEN {
        table.note(table.place_of(key), Mistake::Unwritten { key: key.to_string() });
    }
    text
}

/// Texts in both languages, as far as there are any in the second.
fn joined(ja: Vec<At<String>>, en: Vec<At<String>>) -> Vec<Localized> {
    let mut en = en.into_iter().map(|en| en.value);
    ja.into_iter().map(|ja| Localized { ja: ja.value, en: en.next() }).collect()
}

fn teaches(table: &mut Sheet<'_>) -> Option<Passage> {
    if !table.has("teaches") {
        table.pass_over("teaches");
        table.note(table.place(), Mistake::TeachesMissing {});
        return None;
    }
    passage(table, "teaches")
}

fn scene(table: &mut Sheet<'_>) -> Option<Passage> {
    if !table.has("scene") {
        table.pass_over("scene");
        return None;
    }
    passage(table, "scene")
}

fn passage(table: &mut Sheet<'_>, key: &str) -> Option<Passage> {
    let mut passage = table.table(key)?;
    let chapter = passage.text("chapter");
    let from = position(&mut passage, key, "from");
    let to = position(&mut passage, key, "to");
    let chapter = chapter.and_then(|chapter| {
        let id = ChapterId::new(&chapter.value);
        if id.is_none() {
            let mistake = Mistake::IdForm { key: format!("{key}.chapter"), found: chapter.value };
            passage.note(chapter.place, mistake);
        }
        id
    });
    let place = passage.place_of("to");
    let backwards = matches!((from, to), (Some(from), Some(to)) if to <= from);
    if backwards {
        passage.note(place, Mistake::PassageBackwards {});
    }
    passage.finish();
    let passage = Passage { chapter: chapter?, from: from?, to: to? };
    (!backwards).then_some(passage)
}

fn position(table: &mut Sheet<'_>, passage: &str, key: &str) -> Option<MediaMs> {
    let written = table.text(key)?;
    let read = form::position(&written.value);
    if read.is_none() {
        table.note(
            written.place,
            Mistake::DurationForm { key: format!("{passage}.{key}"), found: written.value },
        );
    }
    read
}
