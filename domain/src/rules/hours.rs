//! A table of subjects with the least hours of each (救急救命士法施行規則 第14条: R129–R134).

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::StatementId;
use crate::text_form::{checked_name, is_plain_name};

checked_name!(
    /// A subject within its table, such as `observation`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    SubjectId,
    |text| is_plain_name(text, 40)
);

/// Subjects with the least hours of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// 総計.
    pub total: u16,
    /// The subjects, by heading.
    pub groups: Vec<HourGroup>,
    /// The statement that makes each row a minimum (R130).
    pub statement: StatementId,
    /// What practice is asked for beside the course (R131).
    pub experience: Experience,
    /// The subjects of the examination (R134).
    pub exam_subjects: Vec<String>,
    /// The statement that names them.
    pub exam_statement: StatementId,
}

/// Subjects under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourGroup {
    /// The headings from the outer to the inner one.
    pub headings: Vec<String>,
    /// The subjects.
    pub subjects: Vec<Subject>,
}

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Its id, as a record of hours names it.
    pub id: SubjectId,
    /// The source's wording.
    pub title: String,
    /// The least hours.
    pub hours: u16,
}

/// Years of practice, or hours if they are reached earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experience {
    /// So many years …
    pub years: u16,
    /// … or the time until so many hours are reached.
    pub hours: u16,
    /// The statement that says so.
    pub statement: StatementId,
}

/// What a subject lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingHours<'a> {
    /// The subject.
    pub subject: &'a Subject,
    /// Hours short of its minimum.
    pub hours: u16,
}

impl HourGroup {
    /// Hours of the group.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.subjects.iter().map(|subject| u32::from(subject.hours)).sum()
    }
}

impl Hours {
    /// All subjects, in order.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject> {
        self.groups.iter().flat_map(|group| &group.subjects)
    }

    /// What the subjects add up to.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.groups.iter().map(HourGroup::sum).sum()
    }

    /// The subjects whose minimum is not reached: more hours elsewhere do not make up for them (R130).
    pub fn missing(&self, taken: impl Fn(&SubjectId) -> u16) -> Vec<MissingHours<'_>> {
        self.subjects()
            .map(|subject| MissingHours {
                subject,
                hours: subject.hours.saturating_sub(taken(&subject.id)),
            })
            .filter(|missing| missing.hours > 0)
            .collect()
    }
}

impl Experience {
    /// Is the practice enough (R131)?
    #[must_use]
    pub const fn is_enough(&self, years: u16, hours: u32) -> bool {
        years >= self.years || hours >= self.hours as u32
    }
}
