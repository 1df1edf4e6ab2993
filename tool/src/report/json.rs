//! `--format json`: one object with a version, the courses and the findings. Fields are added, never renamed or removed,
//! within a version; `content/README.md` describes them.

use serde::Serialize;

use super::{Counts, findings_of};
use crate::check::Checked;
use crate::citation::Citation;
use crate::content::Content;
use crate::finding::Finding;
use crate::language::Language;
use crate::lint::Time;

/// The version of the form.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    counts: Counts,
    courses: Vec<CourseLine<'a>>,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct CourseLine<'a> {
    id: &'a str,
    path: &'a str,
    title: &'a str,
    rule_table: Option<&'a str>,
    counts: Counts,
    minutes: Option<Minutes>,
    coverage: Vec<Covered<'a>>,
}

/// Seconds, so that nothing is lost by rounding; `wanted` is in minutes, as authors write it.
#[derive(Serialize)]
struct Minutes {
    video_s: u32,
    reading_s: u32,
    test_s: u32,
    total_s: u32,
    wanted: u16,
}

#[derive(Serialize)]
struct Covered<'a> {
    detail: &'a str,
    title: &'a str,
    wanted: bool,
    chapters: Vec<&'a str>,
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    severity: &'static str,
    code: &'static str,
    message: String,
    advice: String,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
struct Rule<'a> {
    table: &'a str,
    statement: &'a str,
    place: &'a str,
    text: &'a str,
    origin: domain::rules::StatementKind,
    remark: Option<&'a str>,
}

/// The report as JSON, with the sentences in one language. Paths are below the folder that was checked.
pub fn write(content: &Content, language: Language) -> serde_json::Result<String> {
    let report = Report {
        version: VERSION,
        counts: Counts::of(&content.findings),
        courses: content.courses.iter().map(|of| course(content, of, language)).collect(),
        findings: content.findings.iter().map(|finding| line(finding, language)).collect(),
    };
    serde_json::to_string_pretty(&report)
}

fn course<'a>(content: &'a Content, checked: &'a Checked, language: Language) -> CourseLine<'a> {
    let outline = &checked.course.outline;
    let coverage = checked.held.coverage.iter().flat_map(|coverage| &coverage.details);
    let coverage = coverage.map(|of| Covered {
        detail: of.detail.id.as_str(),
        title: &of.detail.title,
        wanted: of.wanted,
        chapters: of.chapters.iter().map(|chapter| chapter.as_str()).collect(),
    });
    CourseLine {
        id: outline.id.as_str(),
        path: checked.below.trim_end_matches('/'),
        title: language.pick(outline.title.ja(), outline.title.en()),
        rule_table: outline.rule_table.as_ref().map(|id| id.as_str()),
        counts: Counts::of(findings_of(content, checked)),
        minutes: checked.held.time.map(minutes),
        coverage: coverage.collect(),
    }
}

fn minutes(time: Time) -> Minutes {
    Minutes {
        video_s: time.video_s,
        reading_s: time.reading_s(),
        test_s: time.test_s(),
        total_s: time.total_s(),
        wanted: time.wanted,
    }
}

fn line(finding: &Finding, language: Language) -> Line<'_> {
    let words = finding.words(language);
    Line {
        path: &finding.place.file,
        line: finding.place.line,
        column: finding.place.column,
        severity: finding.severity().name(),
        code: finding.code(),
        message: words.wrong,
        advice: words.advice,
        rules: finding.citations.iter().map(|citation| rule(citation, language)).collect(),
    }
}

fn rule(citation: &Citation, language: Language) -> Rule<'_> {
    Rule {
        table: citation.table.as_str(),
        statement: citation.statement.id.as_str(),
        place: &citation.statement.place,
        text: citation.text(language),
        origin: citation.statement.kind,
        remark: citation.remark(language),
    }
}
