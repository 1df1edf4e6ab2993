//! The rule linter: holds a course against the table of the regulation that it names, and against what every course should
//! have, and cites the rule's own sentence with each finding. The rules are data (`content/rules/`); what is asked of them
//! is here.

mod als;
mod assessment;
mod caption;
mod coverage;
mod credit;
mod prose;
mod review;
mod time;
mod window;
mod word;

use std::collections::BTreeSet;
use std::path::PathBuf;

use domain::catalog::{Chapter, ChapterId, Course, Pool};
use domain::rules::{DetailId, Estimate, RuleTable, StatementId, Supposed, TableBody, Training};

use crate::author::captions::Cue;
use crate::author::course::CourseFile;
use crate::breach::Breach;
use crate::citation::Citation;
use crate::finding::{Finding, Findings};
use crate::source::{At, Place};

pub use coverage::{Coverage, CoveredDetail};
pub use time::Time;

/// A course as its author wrote it, with the places that findings speak of.
pub struct Subject<'a> {
    /// `course.toml`.
    pub file: &'a CourseFile,
    /// What learners get.
    pub course: &'a Course,
    /// The questions, when there is a test.
    pub pool: Option<&'a Pool>,
    /// The chapters as written, in order.
    pub chapters: &'a [ChapterSheet],
    /// The files that learners see something of: the name shown in findings, and where they are.
    pub files: &'a [(String, PathBuf)],
    /// The record of the review, where there is one.
    pub review: Option<String>,
}

/// What of a chapter the rules ask for.
#[derive(Clone, Debug)]
pub struct ChapterSheet {
    /// The chapter.
    pub id: ChapterId,
    /// Where its file begins.
    pub place: Place,
    /// The 細目 that it teaches; unknown when the front matter could not be read.
    pub covers: Option<Vec<At<DetailId>>>,
    /// Its captions, when they could be read.
    pub captions: Option<Vec<Cue>>,
    /// Could its video be read? Otherwise its length is unknown.
    pub timed: bool,
}

impl ChapterSheet {
    /// The 細目 that it says to teach.
    fn claims(&self) -> &[At<DetailId>] {
        self.covers.as_deref().unwrap_or_default()
    }
}

/// What was measured while a course was held against the rules.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The table, when the course names one that is there.
    pub table: Option<RuleTable>,
    /// What fills the minutes; unknown when a video could not be read, or nothing is estimated.
    pub time: Option<Time>,
    /// Which chapter teaches what, when the table has 細目.
    pub coverage: Option<Coverage>,
}

/// Holds a course against the tables, and reports every rule that it does not keep.
pub fn hold(subject: &Subject<'_>, tables: &[RuleTable], findings: &Findings) -> Held {
    let inspector = Inspector { subject, tables, findings, wrong: findings.wrong_places() };
    let table = inspector.table();
    let mut held = Held { table: table.cloned(), ..Held::default() };
    held.time = time::measure(&inspector);
    match table.map(|table| (table, &table.body)) {
        Some((table, TableBody::Training(training))) => {
            held.coverage = inspector.training(table, training);
        }
        Some((table, TableBody::Als(als))) => als::check(&inspector, table, als),
        Some((_, TableBody::Earning(_))) | None => {}
        Some((table, _)) => {
            let title = table.title.ja.clone();
            inspector.find("rule_table", Breach::TableUnfit { title }, Vec::new());
        }
    }
    // Of a table that cannot be found nothing is known: what it would ask for is left open until its name is mended.
    let is_known = table.is_some() || !subject.file.has("rule_table");
    if is_known && table.is_none_or(coverage::has_no_details) {
        coverage::without_table(&inspector);
    }
    if is_known && !matches!(table.map(|table| &table.body), Some(TableBody::Als(_))) {
        als::stated_elsewhere(&inspector);
        als::name_elsewhere(&inspector);
    }
    if let Some(time) = &held.time {
        time::check(&inspector, table, time);
    }
    assessment::check(&inspector);
    credit::check(&inspector, table);
    caption::check(&inspector);
    review::check(&inspector);
    held
}

/// The requirements behind mistakes that the readers of the files find: a table has the rule's sentence for them too.
const BEHIND: &[(&str, &str)] =
    &[("units-step", "R151"), ("curriculum-code", "R12"), ("curriculum-unconfirmed", "R11")];

/// Adds the rule's own sentence to what the readers of the files found.
pub fn cite_mistakes(findings: &mut [Finding], tables: &[RuleTable]) {
    for finding in findings {
        let behind = BEHIND.iter().find(|(code, _)| *code == finding.code());
        if let (true, Some((_, requirement))) = (finding.citations.is_empty(), behind) {
            let mut cited =
                tables.iter().filter_map(|of| Citation::of_requirement(of, requirement));
            finding.citations.extend(cited.next());
        }
    }
}

/// What every part of the linter needs: the course, the tables, and where findings go.
struct Inspector<'a> {
    subject: &'a Subject<'a>,
    tables: &'a [RuleTable],
    findings: &'a Findings,
    /// Where the readers found an error: the value there is a stand-in.
    wrong: BTreeSet<Place>,
}

impl<'a> Inspector<'a> {
    /// Reports a breach at a place, unless what stands there could not be read.
    fn find_at(&self, place: &Place, breach: Breach, citations: Vec<Citation>) {
        if !self.wrong.contains(place) {
            self.findings.breach(place.clone(), breach, citations);
        }
    }

    /// Reports a breach at the value of a key of `course.toml`.
    fn find(&self, key: &str, breach: Breach, citations: Vec<Citation>) {
        self.find_at(&self.subject.file.place(key), breach, citations);
    }

    /// The chapters that learners get, beside what was written.
    fn chapters(&self) -> impl Iterator<Item = (&'a ChapterSheet, &'a Chapter)> {
        self.subject.chapters.iter().zip(&self.subject.course.outline.chapters)
    }

    /// The table that the course names.
    fn table(&self) -> Option<&'a RuleTable> {
        let id = self.subject.file.rule_table.as_ref()?;
        let table = self.tables.iter().find(|table| table.id == *id);
        if table.is_none() {
            let (found, known) = (id.to_string(), names(self.tables.iter().map(|table| &table.id)));
            self.find("rule_table", Breach::TableUnknown { found, known }, Vec::new());
        }
        table
    }

    /// The first table of a kind.
    fn body<T>(
        &self,
        of: impl Fn(&'a TableBody) -> Option<&'a T>,
    ) -> Option<(&'a RuleTable, &'a T)> {
        self.tables.iter().find_map(|table| Some((table, of(&table.body)?)))
    }

    /// What is supposed of courses, unless a site has taken that table out.
    fn estimate(&self) -> Option<(&'a RuleTable, &'a Estimate)> {
        self.body(|body| match body {
            TableBody::Estimate(estimate) => Some(estimate),
            _ => None,
        })
    }

    /// Holds a course against a 別表.
    fn training(&self, table: &'a RuleTable, training: &'a Training) -> Option<Coverage> {
        if !time::split(self, table, training) {
            return None;
        }
        let split = training.split_of(self.subject.file.minutes.elearning);
        let split = split.or(training.splits.first()).map(|split| &split.statement);
        self.practical(table, cite(table, split));
        assessment::exam(self, table, training);
        window::check(self, table, training);
        if let Some(ratios) = &training.ratios {
            let cited = ratios.statements.iter().flat_map(|id| cite(table, Some(id))).collect();
            self.find("minutes.inperson", Breach::PracticalGroups {}, cited);
        }
        coverage::check(self, table, training)
    }

    /// The course must have its practical part.
    fn practical(&self, table: &RuleTable, cited: Vec<Citation>) {
        if !self.subject.file.completion.practical_required {
            let title = table.title.ja.clone();
            self.find("completion.practical_required", Breach::PracticalAbsent { title }, cited);
        }
    }
}

/// The statement, when the table has it.
fn cite(table: &RuleTable, statement: Option<&StatementId>) -> Vec<Citation> {
    statement.and_then(|id| Citation::of(table, id)).into_iter().collect()
}

/// Why a number is supposed.
fn cite_supposed(table: &RuleTable, supposed: &Supposed) -> Vec<Citation> {
    cite(table, Some(&supposed.statement))
}

/// Names for a list in a sentence.
fn names<T: ToString>(of: impl Iterator<Item = T>) -> String {
    let names: Vec<String> = of.map(|name| name.to_string()).collect();
    if names.is_empty() { "—".to_string() } else { names.join(", ") }
}
