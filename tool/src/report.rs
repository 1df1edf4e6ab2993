//! What a check found, for other programs ([`json`]) and for people ([`page`]).

pub mod json;
pub mod page;

mod course;
mod grid;

use crate::check::Checked;
use crate::content::Content;
use crate::finding::{Finding, Severity};

/// How many findings have each weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity() {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Note => counts.note += 1,
            }
        }
        counts
    }
}

/// The findings of a course's folder.
fn findings_of<'a>(content: &'a Content, course: &Checked) -> Vec<&'a Finding> {
    let of = |finding: &&Finding| finding.place.file.starts_with(&course.below);
    content.findings.iter().filter(of).collect()
}

/// The findings of the site, of rule tables, and of courses that could not be read.
fn other_findings(content: &Content) -> Vec<&Finding> {
    let of = |finding: &&Finding| {
        content.courses.iter().all(|course| !finding.place.file.starts_with(&course.below))
    };
    content.findings.iter().filter(of).collect()
}
