//! Verifying many completion codes at once: pasted text, lists of QR strings, `.yoshu` files. The judgement is
//! `token::judge`; this makes a table of it.

use std::collections::BTreeSet;
use std::path::Path;

use token::calendar::{JstDate, UnixSeconds};
use token::judge::{Circumstances, Class, Verdict, judge};
use token::text::{self, Scanned};
use token::trust::TrustList;

use crate::language::Language;

/// One code and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The file it is from.
    pub file: String,
    /// The code's number in that file, from 1.
    pub number: usize,
    /// `OK`, `LATE`, or the code of the error.
    pub result: String,
    /// Whether it is not refused.
    pub accepted: bool,
    /// Level, course, name, score, completion date, due date, receipt number, warnings: empty where unknown.
    pub facts: [String; 8],
}

/// Under what circumstances a batch is judged.
pub struct Batch<'a> {
    /// The trust list.
    pub trust: &'a TrustList,
    /// The time now.
    pub now: UnixSeconds,
    /// The date of the practical session.
    pub session_date: JstDate,
}

/// Judges every code in a file. A file that is not text is taken as one `.yoshu` binary. Codes seen before in `seen`
/// are marked, and those read are added.
pub fn file(
    path: &Path,
    bytes: &[u8],
    batch: &Batch<'_>,
    seen: &mut BTreeSet<token::identifier::CtiHash>,
) -> Vec<Row> {
    let name = path.display().to_string();
    let codes: Vec<Result<Scanned, token::refusal::Refusal>> = match std::str::from_utf8(bytes) {
        Ok(written) if path.extension().is_none_or(|end| end != text::FILE_EXTENSION) => {
            let written = written.trim_start_matches('\u{feff}');
            text::lines(written).iter().map(|line| Scanned::read(line)).collect()
        }
        _ => vec![Scanned::file(bytes)],
    };
    let mut rows = Vec::new();
    for (index, scanned) in codes.into_iter().enumerate() {
        let (result, facts, accepted) = judge_one(scanned, batch, seen);
        rows.push(Row { file: name.clone(), number: index + 1, result, accepted, facts });
    }
    rows
}

fn judge_one(
    scanned: Result<Scanned, token::refusal::Refusal>,
    batch: &Batch<'_>,
    seen: &mut BTreeSet<token::identifier::CtiHash>,
) -> (String, [String; 8], bool) {
    let scanned = match scanned {
        Ok(scanned) => scanned,
        Err(refusal) => return (refusal.code().to_string(), Default::default(), false),
    };
    let circumstances = Circumstances {
        trust: Some(batch.trust),
        now: batch.now,
        session_date: batch.session_date,
        course: None,
        roster: None,
        seen: Some(seen),
        clock_floor: None,
        printable_nfc: text::printable_nfc,
    };
    match judge(&scanned, &circumstances) {
        Ok(verdict) => {
            let facts = facts(&verdict);
            seen.insert(verdict.verified.completion().cti.hash());
            let class = match verdict.class {
                Class::Ok => "OK",
                Class::Late { .. } => "LATE",
            };
            (class.to_string(), facts, true)
        }
        Err(refused) => (refused.refusal.code().to_string(), Default::default(), false),
    }
}

fn facts(verdict: &Verdict) -> [String; 8] {
    let completion = verdict.verified.completion();
    let warnings: Vec<&str> = verdict.warnings.iter().map(|warning| warning.code()).collect();
    [
        format!("A{}", verdict.level.number()),
        completion.course.to_string(),
        completion.name.as_ref().map_or_else(String::new, |name| name.as_str().to_string()),
        format!("{}/{}", completion.score.correct(), completion.score.total()),
        completion.issued.jst_date().to_string(),
        verdict.due.to_string(),
        completion.cti.receipt_number(),
        warnings.join(" "),
    ]
}

/// The titles of the columns.
pub fn titles(language: Language) -> [&'static str; 11] {
    match language {
        Language::Ja => [
            "ファイル",
            "番号",
            "結果",
            "水準",
            "講習",
            "氏名",
            "得点",
            "修了日",
            "期限",
            "受付番号",
            "注意",
        ],
        Language::En => [
            "file",
            "number",
            "result",
            "level",
            "course",
            "name",
            "score",
            "completed",
            "due",
            "receipt",
            "warnings",
        ],
    }
}

impl Row {
    /// The cells in the order of [`titles`].
    pub fn cells(&self) -> Vec<String> {
        let mut cells = vec![self.file.clone(), self.number.to_string(), self.result.clone()];
        cells.extend(self.facts.iter().cloned());
        cells
    }
}

/// The rows as CSV for spreadsheets.
pub fn csv(rows: &[Row], language: Language) -> String {
    let titles = titles(language).map(str::to_string).to_vec();
    domain::practical::csv(std::iter::once(titles).chain(rows.iter().map(Row::cells)))
}
