//! The list of a session as a table for a spreadsheet.

use domain::practical;
use token::identifier::CourseId;

use super::finding::holder_of;
use super::memory::Notes;
use super::results::SessionRow;
use crate::text::verify::{self, words};
use crate::text::{Language, format};

/// The rows as CSV, one a person, with a head.
pub(super) fn csv(
    rows: &[SessionRow],
    notes: &Notes,
    title: impl Fn(&CourseId) -> String,
    language: Language,
) -> String {
    let words = words(language);
    let head = [
        words.course, words.date, words.judged_on, words.typed_column, words.receipt, words.name, words.result,
        words.code, words.level, words.holder, words.score, words.total, words.due, words.decision, words.reason,
        words.note, words.readings, words.token_hash,
    ];
    let head = head.map(str::to_owned).to_vec();
    let lines = rows.iter().map(|row| line(row, notes, &title, language));
    practical::csv(std::iter::once(head).chain(lines))
}

fn line(
    (session, row): &SessionRow,
    notes: &Notes,
    title: impl Fn(&CourseId) -> String,
    language: Language,
) -> Vec<String> {
    let reading = &row.reading;
    let code = if reading.is_ok() || reading.is_late() { String::new() } else { reading.verdict.clone() };
    let level = reading.level.and_then(|level| token::claims::Level::from_number(level.into()));
    let word = match reading.verdict.as_str() {
        "OK" => words(language).in_time,
        "LATE" => words(language).late,
        _ => words(language).refused,
    };
    let at_typed = notes.typed_dates.values().any(|date| *date == row.first_at.jst_date());
    vec![
        title(&session.course),
        session.date.to_string(),
        format!("{} {}", row.first_at.jst_date(), format::time(row.first_at)),
        if at_typed { row.first_at.jst_date().to_string() } else { String::new() },
        row.cti8.and_then(|token| notes.receipts.get(&token).cloned()).unwrap_or_default(),
        reading.name.clone().unwrap_or_default(),
        word.to_owned(),
        code,
        level.map(|level| verify::level_name(level, language).to_owned()).unwrap_or_default(),
        verify::holder_name(holder_of(row.holder), language).to_owned(),
        reading.score.map(|(correct, _)| correct.to_string()).unwrap_or_default(),
        reading.score.map(|(_, total)| total.to_string()).unwrap_or_default(),
        reading.due.map(|due| due.to_string()).unwrap_or_default(),
        match &row.ruling {
            Some(ruling) => verify::decision(ruling.decision, language).to_owned(),
            None => verify::outcome(row.outcome, language).to_owned(),
        },
        row.ruling.as_ref().map(|ruling| verify::reason(ruling.reason, language).to_owned()).unwrap_or_default(),
        row.ruling.as_ref().map(|ruling| ruling.note.clone()).unwrap_or_default(),
        row.readings.to_string(),
        row.cti8.map(|token| token.to_string()).unwrap_or_default(),
    ]
}
