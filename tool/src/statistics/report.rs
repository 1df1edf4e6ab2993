//! The statistics of a course as a table, as JSON and as CSV.

use std::collections::BTreeMap;

use serde::Serialize;
use token::identifier::{ContentHash, CourseId};

use super::edition::{Edition, choices};
use super::intake::{Intake, Item};
use super::measure::{Measured, hundredths, measure};
use super::verdict::{LEAST_ATTEMPTS, Verdict, judge};
use crate::language::Language;
use crate::table;

/// The version of the JSON form.
pub const VERSION: u32 = 1;

/// A question with its numbers and what they say.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the report, from 1.
    pub number: usize,
    /// How it is called: its id, with a version where several wordings of it are measured.
    pub name: String,
    /// The question.
    pub item: Item,
    /// Its numbers.
    pub measured: Measured,
    /// What they say.
    pub verdict: Verdict,
}

/// The statistics of a course.
#[derive(Clone, Debug)]
pub struct Report {
    /// The course.
    pub course: CourseId,
    /// Its title, of the first version.
    pub title: domain::unit::Localized,
    /// The authors' names of the versions that were counted.
    pub versions: Vec<String>,
    /// How many files were counted.
    pub files: usize,
    /// How many attempts were counted.
    pub attempts: usize,
    /// Are later attempts counted too?
    pub later: bool,
    /// How many later attempts were left out.
    pub left_out: usize,
    /// The questions.
    pub rows: Vec<Row>,
}

impl Report {
    /// Measures and judges what was taken in. `editions` are the versions of the course, and at least one.
    pub fn new(course: &CourseId, editions: &[Edition], intake: &Intake, later: bool) -> Self {
        let sizes: Vec<usize> =
            intake.items.iter().map(|item| choices(&item.question).len()).collect();
        let measured = measure(&intake.attempts, &sizes);
        // A wording that only versions have of which nothing was handed in would be a row of nothing.
        let newest = editions.first().map(|edition| edition.content);
        let shown = intake.items.iter().zip(measured).filter(|(item, measured)| {
            measured.asked > 0 || newest.is_some_and(|newest| item.contents.contains(&newest))
        });
        let mut rows: Vec<Row> = Vec::new();
        for (item, measured) in shown {
            let verdict = judge(&item.question, &measured);
            let name = item.question.id.to_string();
            rows.push(Row { number: rows.len() + 1, name, item: item.clone(), measured, verdict });
        }
        name_wordings(&mut rows, editions);
        let counted = |edition: &&Edition| intake.contents.contains(&edition.content.0);
        Self {
            course: course.clone(),
            title: editions.first().map_or_else(
                || domain::unit::Localized::japanese_only(course.to_string()),
                |edition| edition.title.clone(),
            ),
            versions: editions.iter().filter(counted).map(version).collect(),
            files: intake.used,
            attempts: intake.attempts.len(),
            later,
            left_out: intake.left_out,
            rows,
        }
    }

    /// How many questions have something to be looked at.
    pub fn flagged(&self) -> usize {
        self.rows.iter().filter(|row| !row.verdict.flags().is_empty()).count()
    }

    /// How many have too few attempts for a verdict.
    pub fn too_few(&self) -> usize {
        self.rows.iter().filter(|row| row.verdict == Verdict::TooFew).count()
    }

    /// What was counted, in sentences.
    pub fn basis(&self, language: Language) -> Vec<String> {
        let (files, attempts, left_out) = (self.files, self.attempts, self.left_out);
        let versions = self.versions.join(language.pick("、", ", "));
        let (flagged, few, all) = (self.flagged(), self.too_few(), self.rows.len());
        let counted = match (language, self.later) {
            (Language::Ja, true) => {
                format!("ファイル {files} 件の、すべての回 {attempts} 回分を数えました。")
            }
            (Language::Ja, false) => {
                format!("ファイル {files} 件の、最初の回 {attempts} 回分を数えました。")
            }
            (Language::En, true) => format!("Counted: all {attempts} attempts of {files} files."),
            (Language::En, false) => {
                format!("Counted: {attempts} first attempts of {files} files.")
            }
        };
        let spared = match language {
            _ if left_out == 0 => String::new(),
            Language::Ja => format!(
                "2回目からの {left_out} 回分は、正答を見たあとなので除いています（--later で含められます）。"
            ),
            Language::En => format!(
                " Left out: {left_out} later ones, given after the right answers were seen (--later counts them)."
            ),
        };
        match language {
            Language::Ja => vec![
                counted + &spared,
                format!(
                    "教材の版：{versions}。問題文・選択肢・正答が同じ問題は版をまたいで合わせ、違えば別々に数えています。"
                ),
                format!(
                    "全 {all} 問のうち、見直したい問題 {flagged} 問、判定できない問題 {few} 問（解答が {LEAST_ATTEMPTS} 回分に満たない）。"
                ),
            ],
            Language::En => vec![
                counted + &spared,
                format!(
                    "Versions of the course: {versions}. A question with the same text, choices and key is counted across versions; otherwise each wording stands by itself."
                ),
                format!(
                    "Of {all} questions, {flagged} to be looked at, {few} without a verdict (fewer than {LEAST_ATTEMPTS} answers)."
                ),
            ],
        }
    }
}

fn version(edition: &Edition) -> String {
    format!("{} ({})", edition.version, edition.content)
}

/// Tells wordings of one id apart by the version that first had them.
fn name_wordings(rows: &mut [Row], editions: &[Edition]) {
    let mut wordings: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter() {
        *wordings.entry(row.name.clone()).or_default() += 1;
    }
    for row in rows.iter_mut().filter(|row| wordings.get(&row.name) > Some(&1)) {
        let is_of = |edition: &&Edition| row.item.contents.contains(&edition.content);
        let name = editions.iter().find(is_of).map(version).unwrap_or_default();
        row.name = format!("{} [{name}]", row.name);
    }
}

/// A share as percent with one digit behind the point; a dash where there is none.
pub fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_string(), |share| format!("{:.1}%", 100.0 * share))
}

/// A coefficient with two digits behind the point; a dash where there is none.
pub fn coefficient(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_string(), |value| format!("{:.2}", hundredths(value)))
}

/// What a verdict says in one line.
pub fn verdict_line(verdict: &Verdict, language: Language) -> String {
    match verdict {
        Verdict::TooFew => language.pick("解答が少なく判定できない", "too few answers").to_string(),
        Verdict::Judged(flags) if flags.is_empty() => {
            language.pick("問題なし", "nothing found").to_string()
        }
        Verdict::Judged(flags) => {
            let names: Vec<String> = flags.iter().map(|flag| flag.name(language)).collect();
            names.join(language.pick("、", "; "))
        }
    }
}

/// The heads of the columns.
pub fn heads(language: Language) -> [&'static str; 7] {
    match language {
        Language::Ja => ["番号", "問題", "解答", "正答率", "識別力", "上位−下位27%", "見直し"],
        Language::En => [
            "no.",
            "question",
            "answers",
            "right",
            "discrimination",
            "upper−lower 27%",
            "to look at",
        ],
    }
}

/// The statistics for a terminal: what is to be looked at first, what has no verdict last.
pub fn text(report: &Report, language: Language) -> String {
    let mut table = vec![heads(language).map(str::to_string).to_vec()];
    let mut rows: Vec<&Row> = report.rows.iter().collect();
    rows.sort_by_key(|row| (row.verdict.flags().is_empty(), row.verdict == Verdict::TooFew));
    table.extend(rows.into_iter().map(|row| {
        let measured = &row.measured;
        vec![
            row.number.to_string(),
            row.name.clone(),
            measured.asked.to_string(),
            percent(measured.difficulty()),
            coefficient(measured.discrimination),
            coefficient(measured.groups.map(|groups| groups.difference())),
            verdict_line(&row.verdict, language),
        ]
    }));
    let title = language.pick(report.title.ja(), report.title.en());
    let mut lines = vec![format!("{title} ({})", report.course)];
    lines.extend(report.basis(language));
    lines.push(String::new());
    lines.extend(table::aligned(&table));
    lines.join("\n") + "\n"
}

/// The statistics for a spreadsheet: a line for each question, and one below it for each choice.
pub fn csv(report: &Report, language: Language) -> String {
    let heads: [&str; 11] = match language {
        Language::Ja => [
            "番号",
            "問題",
            "選択肢",
            "正答",
            "文",
            "解答",
            "人数",
            "割合",
            "識別力",
            "上位−下位27%",
            "見直し",
        ],
        Language::En => [
            "no.",
            "question",
            "choice",
            "key",
            "text",
            "answers",
            "count",
            "share",
            "discrimination",
            "upper−lower 27%",
            "to look at",
        ],
    };
    let number =
        |value: Option<f64>| value.map(|value| format!("{:.4}", value + 0.0)).unwrap_or_default();
    let mut rows = vec![heads.map(str::to_string)];
    for row in &report.rows {
        let measured = &row.measured;
        let words =
            |text: &domain::unit::Localized| language.pick(text.ja(), text.en()).to_string();
        rows.push([
            row.number.to_string(),
            row.name.clone(),
            String::new(),
            String::new(),
            words(&row.item.question.text),
            measured.asked.to_string(),
            measured.right.to_string(),
            number(measured.difficulty()),
            number(measured.discrimination),
            number(measured.groups.map(|groups| groups.difference())),
            verdict_line(&row.verdict, language),
        ]);
        let counts = choices(&row.item.question).into_iter().zip(&measured.choices);
        rows.extend(counts.enumerate().map(|(at, (choice, count))| {
            let share = (measured.asked > 0).then(|| *count as f64 / measured.asked as f64);
            let key = if choice.is_right { language.pick("正", "key") } else { "" };
            [
                row.number.to_string(),
                row.name.clone(),
                (at + 1).to_string(),
                key.to_string(),
                words(&choice.text),
                measured.asked.to_string(),
                count.to_string(),
                number(share),
                String::new(),
                String::new(),
                String::new(),
            ]
        }));
    }
    domain::practical::csv(rows)
}

#[derive(Serialize)]
struct JsonReport<'a> {
    yoshu: &'static str,
    version: u32,
    course: String,
    files: usize,
    attempts: usize,
    later_attempts_counted: bool,
    later_attempts_left_out: usize,
    questions: Vec<JsonRow<'a>>,
}

#[derive(Serialize)]
struct JsonRow<'a> {
    question: String,
    contents: Vec<String>,
    text: &'a domain::unit::Localized,
    answers: usize,
    right: usize,
    unanswered: usize,
    difficulty: Option<f64>,
    discrimination: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper_lower: Option<JsonGroups>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<JsonChoice>,
    /// Absent where there are too few answers for a verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    flags: Option<Vec<String>>,
}

#[derive(Serialize)]
struct JsonGroups {
    size: usize,
    upper: f64,
    lower: f64,
    difference: f64,
}

#[derive(Serialize)]
struct JsonChoice {
    text: domain::unit::Localized,
    key: bool,
    taken: usize,
}

/// The statistics for another program.
///
/// # Errors
/// When a number has no JSON form; none has.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    let form = JsonReport {
        yoshu: "item-statistics",
        version: VERSION,
        course: report.course.to_string(),
        files: report.files,
        attempts: report.attempts,
        later_attempts_counted: report.later,
        later_attempts_left_out: report.left_out,
        questions: report.rows.iter().map(json_row).collect(),
    };
    Ok(serde_json::to_string_pretty(&form)? + "\n")
}

fn json_row(row: &Row) -> JsonRow<'_> {
    let measured = &row.measured;
    let taken = choices(&row.item.question).into_iter().zip(&measured.choices);
    JsonRow {
        question: row.item.question.id.to_string(),
        contents: row.item.contents.iter().map(ContentHash::to_string).collect(),
        text: &row.item.question.text,
        answers: measured.asked,
        right: measured.right,
        unanswered: measured.unanswered,
        difficulty: measured.difficulty(),
        discrimination: measured.discrimination,
        upper_lower: measured.groups.map(|groups| JsonGroups {
            size: groups.size,
            upper: groups.upper,
            lower: groups.lower,
            difference: groups.difference(),
        }),
        choices: taken
            .map(|(choice, taken)| JsonChoice {
                text: choice.text,
                key: choice.is_right,
                taken: *taken,
            })
            .collect(),
        flags: match &row.verdict {
            Verdict::TooFew => None,
            Verdict::Judged(flags) => Some(flags.iter().map(|flag| flag.code()).collect()),
        },
    }
}
