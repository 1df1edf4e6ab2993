//! Coverage: which chapter teaches which 細目 of the table.

use domain::catalog::ChapterId;
use domain::rules::{Detail, DetailKind, RuleTable, TableBody, Training};

use super::{Inspector, cite, names};
use crate::breach::Breach;
use crate::citation::Citation;

/// Which chapter teaches which 細目.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Every 細目 of the table, in its order.
    pub details: Vec<CoveredDetail>,
}

/// A 細目 and the chapters that teach it.
#[derive(Clone, Debug)]
pub struct CoveredDetail {
    /// The headings above it.
    pub headings: Vec<String>,
    /// The 細目.
    pub detail: Detail,
    /// Must a chapter of this course teach it?
    pub wanted: bool,
    /// The chapters that do.
    pub chapters: Vec<ChapterId>,
}

/// Is everything taught that the lecture part has to teach, and nothing claimed that it cannot?
pub(super) fn check(
    inspector: &Inspector<'_>,
    table: &RuleTable,
    training: &Training,
) -> Option<Coverage> {
    let elearning = inspector.subject.file.minutes.elearning;
    let extended = training.split_of(elearning).is_some_and(|split| !split.includes.is_empty());
    let mut details = Vec::new();
    for item in &training.items {
        for detail in &item.details {
            let wanted = match detail.kind {
                DetailKind::Lecture => true,
                DetailKind::ExtendedLecture => extended,
                DetailKind::Practical | DetailKind::Exam => false,
            };
            let chapters = inspector.subject.chapters.iter();
            let teaching = chapters.filter(|of| of.claims().iter().any(|at| at.value == detail.id));
            let chapters = teaching.map(|chapter| chapter.id.clone()).collect();
            let (headings, detail) = (item.headings.clone(), detail.clone());
            details.push(CoveredDetail { headings, detail, wanted, chapters });
        }
    }
    if details.is_empty() {
        return None;
    }
    let coverage = Coverage { details };
    claims(inspector, table, training, &coverage);
    for of in coverage.details.iter().filter(|of| of.wanted && of.chapters.is_empty()) {
        let (detail, title) = (of.detail.id.to_string(), of.detail.title.clone());
        let cited = lecture(table, training);
        inspector.find("rule_table", Breach::DetailUncovered { detail, title }, cited);
    }
    Some(coverage)
}

/// What chapters claim to teach.
fn claims(inspector: &Inspector<'_>, table: &RuleTable, training: &Training, coverage: &Coverage) {
    for chapter in inspector.subject.chapters {
        if chapter.covers.as_ref().is_some_and(Vec::is_empty) {
            let id = chapter.id.to_string();
            let breach = Breach::ChapterCoversNothing { chapter: id };
            inspector.find_at(&chapter.place, breach, lecture(table, training));
        }
        for claimed in chapter.claims() {
            let known = coverage.details.iter().find(|of| of.detail.id == claimed.value);
            let Some(known) = known else {
                let detail = claimed.value.to_string();
                let known = names(coverage.details.iter().map(|of| &of.detail.id));
                let breach = Breach::DetailUnknown { detail, known };
                inspector.find_at(&claimed.place, breach, lecture(table, training));
                continue;
            };
            if known.wanted {
                continue;
            }
            let (breach, cited) = unwanted(inspector, table, training, &known.detail);
            inspector.find_at(&claimed.place, breach, cited);
        }
    }
}

/// A 細目 that this e-learning need not, or cannot, teach.
fn unwanted(
    inspector: &Inspector<'_>,
    table: &RuleTable,
    training: &Training,
    detail: &Detail,
) -> (Breach, Vec<Citation>) {
    let (id, title) = (detail.id.to_string(), detail.title.clone());
    let longer = training.splits.iter().find(|split| !split.includes.is_empty());
    match (detail.kind, longer) {
        (DetailKind::ExtendedLecture, Some(longer)) => {
            let elearning = inspector.subject.file.minutes.elearning;
            let (detail, cited) = (id, cite(table, Some(&longer.statement)));
            let longer = longer.elearning;
            (Breach::DetailExtended { detail, title, elearning, longer }, cited)
        }
        _ => (Breach::DetailPractical { detail: id, title }, lecture(table, training)),
    }
}

/// What the lecture part is, and which 細目 belong to it.
fn lecture(table: &RuleTable, training: &Training) -> Vec<Citation> {
    let mut cited = cite(table, training.delivery.as_ref());
    cited.extend(Citation::of_reading(table, "R149"));
    cited
}

/// Is this a table that no chapter can name a 細目 of?
pub(super) fn has_no_details(table: &RuleTable) -> bool {
    match &table.body {
        TableBody::Training(training) => training.items.iter().all(|item| item.details.is_empty()),
        _ => true,
    }
}

/// Chapters that name 細目 though there is no table to have them. Nothing is said where the table's name is not known: with
/// its right name it may have them.
pub(super) fn without_table(inspector: &Inspector<'_>) {
    for chapter in inspector.subject.chapters {
        if let Some(first) = chapter.claims().first() {
            let breach = Breach::CoversWithoutTable { chapter: chapter.id.to_string() };
            inspector.find_at(&first.place, breach, Vec::new());
        }
    }
}
