//! The evidence file: what stands behind a token, for whoever the learner shows it to. The token
//! holds its digest only.

use alloc::vec;
use alloc::vec::Vec;

use token::cbor::Value;
use token::identifier::Cti;

use crate::assessment::{Answer, is_finished};
use crate::catalog::{CatalogEntry, Pool};
use crate::journal::{Attempt, Journal};
use crate::unit::UnixMs;

/// The evidence of a token, deterministic CBOR (token spec §4):
/// `[1, cti, [[chapter, watched s, first s, last s]…], [[question, choice]…], []]`.
///
/// Chapters are counted from 0 in the course's order, with the moments at which they were first and
/// last played; questions from 0 in the pool's order. A choice is 1 or 0 for true or false, the index
/// of a single choice, or a bitmap of several (bit 0 is the first); an array of the items as they were
/// ordered, or of the right chosen for each left; a number as text; `[x, y]` of a place in a picture,
/// in ten-thousandths of its width and height. Questions without an answer, or with only the beginning
/// of one, are not listed. A device has no receipts.
#[must_use]
pub fn evidence(
    entry: &CatalogEntry,
    test: Option<(&Attempt<'_>, &Pool)>,
    journal: &Journal,
    cti: Cti,
) -> Vec<u8> {
    let chapters = chapters(entry, journal);
    let choices = test.map(|(attempt, pool)| choices(attempt, pool)).unwrap_or_default();
    let file = vec![
        Value::uint(1),
        Value::bytes(&cti.0),
        Value::Array(chapters),
        Value::Array(choices),
        Value::Array(Vec::new()),
    ];
    Value::Array(file).encode()
}

fn chapters(entry: &CatalogEntry, journal: &Journal) -> Vec<Value> {
    let outline = &entry.outline;
    let row = |(index, chapter): (u64, &crate::catalog::Chapter)| {
        let coverage = journal.coverage(&outline.id, &chapter.id, &chapter.video);
        let watched = coverage.covered_within(chapter.duration).seconds();
        let (first, last) =
            journal.played_between(&outline.id, &chapter.id, &chapter.video).unwrap_or_default();
        let moment = |at: UnixMs| Value::uint(at.seconds().0);
        Value::Array(vec![
            Value::uint(index),
            Value::uint(watched.into()),
            moment(first),
            moment(last),
        ])
    };
    (0..).zip(&outline.chapters).map(row).collect()
}

fn choices(attempt: &Attempt<'_>, pool: &Pool) -> Vec<Value> {
    let asked = (0..).zip(&pool.questions).filter(|(_, q)| attempt.questions.contains(&q.id));
    let row = |(index, question): (u64, &crate::catalog::Question)| {
        let answer = attempt.answer(&question.id).filter(|given| is_finished(question, given))?;
        Some(Value::Array(vec![Value::uint(index), choice(answer)]))
    };
    asked.filter_map(row).collect()
}

fn choice(answer: &Answer) -> Value {
    let numbers =
        |given: &mut dyn Iterator<Item = u64>| Value::Array(given.map(Value::uint).collect());
    match answer {
        Answer::TrueFalse(given) => Value::uint((*given).into()),
        Answer::Single(given) => Value::uint(*given as u64),
        Answer::Multiple(given) => {
            Value::uint(given.iter().filter(|i| **i < 64).fold(0, |bits, i| bits | 1 << i))
        }
        Answer::Order(given) => numbers(&mut given.iter().map(|i| *i as u64)),
        Answer::Match(given) => numbers(&mut given.iter().flatten().map(|i| *i as u64)),
        Answer::Number(given) => Value::text(given),
        Answer::Spot(given) => numbers(&mut [given.x, given.y].into_iter().map(u64::from)),
    }
}
