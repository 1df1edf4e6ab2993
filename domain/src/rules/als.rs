//! The rules of a designated ALS course (日本医師会二次救命処置研修: R52–R90).

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use token::calendar::{Civil, JstDate};

use super::StatementId;
use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Localized;

checked_name!(
    /// An オプション研修, such as `sedation-adverse-reaction`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    OptionId,
    |text| is_plain_name(text, 40)
);

/// The rules of a designated ALS course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Als {
    /// Its name and the names that are read as it (R52).
    pub names: Names,
    /// Whom it is for (R54).
    pub audience: Vec<Worded>,
    /// What it aims at (R59).
    pub goal: Goal,
    /// The statement by which it may not be e-learning alone (R63).
    pub practical: StatementId,
    /// Is a test asked for (R62, R80)?
    pub test: TestAdvice,
    /// What its texts must not claim (R56).
    pub forbidden: Forbidden,
    /// What the designation looks at (R71).
    pub review: Review,
    /// Groups of the practical part (R72).
    pub group: Group,
    /// When to apply for the designation (R74, R75).
    pub designation: Designation,
    /// オプション研修 (R67, R79).
    pub options: Vec<OptionTraining>,
    /// The statement by which a course may be of options alone (R79).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options_only: Option<StatementId>,
    /// How a course may be split (R64–R66).
    pub examples: Vec<SplitExample>,
    /// What a 修了証 asks for (R73, R84, R86).
    pub certificate: Certificate,
}

/// Names of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The present name.
    pub name: String,
    /// Older names, read as the present one.
    pub aliases: Vec<String>,
    /// Short names that people say, which may mean another course too: found by the search, and asked about in a title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<String>,
    /// The statement that says so.
    pub statement: StatementId,
}

/// Words of the source with the statement they stand in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// The words.
    pub text: String,
    /// The statement.
    pub statement: StatementId,
}

/// The aim of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The aim where an organiser names none.
    pub text: String,
    /// The minutes after the arrest that it speaks of.
    pub first_minutes: u16,
    /// The statement of the aim.
    pub statement: StatementId,
    /// The statement by which an organiser may name another.
    pub editable: StatementId,
}

/// Whether a test is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestAdvice {
    /// Is it a condition?
    pub required: bool,
    /// The statement that says so.
    pub statement: StatementId,
    /// The statement that recommends a short test after the e-learning.
    pub recommended: StatementId,
}

/// Words that texts of the course must not use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forbidden {
    /// The words.
    pub words: Vec<String>,
    /// Whole phrases in which they may stand all the same: that it is *no* such thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// The statement why.
    pub statement: StatementId,
}

/// What the designation looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The things it weighs, in the source's order.
    pub subjects: Vec<String>,
    /// The statement that names them.
    pub statement: StatementId,
}

/// Groups of the practical part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// About so many learners.
    pub size: u16,
    /// No fewer without a remark: our own reading of 程度.
    pub least: u16,
    /// No more without a remark: our own reading of 程度.
    pub most: u16,
    /// The statement that says so.
    pub statement: StatementId,
}

/// How many groups a class makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupCount {
    /// At least so many.
    pub least: u16,
    /// At most so many.
    pub most: u16,
    /// Do all groups then have the wished size?
    pub fits: bool,
}

/// When to apply for the designation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// Years before and after the day of the course.
    pub years: u16,
    /// The statement that says so.
    pub statement: StatementId,
    /// About how many months a review takes at most.
    pub review_months: u16,
    /// The statement that says so.
    pub review_statement: StatementId,
}

/// An オプション研修.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionTraining {
    /// The id, as courses name it.
    pub id: OptionId,
    /// Its number in the guideline.
    pub number: u16,
    /// The source's wording.
    pub title: String,
    /// Its name in both languages.
    pub name: Localized,
    /// The statement that names it.
    pub statement: StatementId,
}

/// A way to hold the course in parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitExample {
    /// The parts, in order.
    pub parts: Vec<SplitPart>,
    /// The statement of the example.
    pub statement: StatementId,
    /// The statement by which organisers may differ.
    pub organisers: StatementId,
}

/// A part of a split course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitPart {
    /// 初回, 2回目.
    pub title: String,
    /// Who holds it.
    pub organiser: String,
    /// What it teaches.
    pub contents: Vec<String>,
}

/// What a 修了証 asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The statement by which only physicians receive it (R84).
    pub physicians_only: StatementId,
    /// Readings of what must be completed: the source has two (C10.1).
    pub rules: Vec<CertificateRule>,
}

/// A reading of what must be completed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRule {
    /// The parts that must be completed.
    pub parts: Vec<String>,
    /// The statement that says so.
    pub statement: StatementId,
    /// Is it the one that holds unless the organiser chooses otherwise?
    #[serde(default)]
    pub default: bool,
}

impl Group {
    /// How many groups so many learners make (R72): 20 learners make 3 or 4.
    #[must_use]
    pub fn count(&self, learners: u16) -> GroupCount {
        let least = learners.div_ceil(self.most.max(1));
        let most = learners / self.least.max(1);
        GroupCount { least, most: most.max(least), fits: most >= least }
    }
}

impl Designation {
    /// The first and the last day on which to apply for a course on this day (R75): a year before it, and the day before
    /// its anniversary. Where a leap day has no anniversary, the month's last day stands for it.
    #[must_use]
    pub fn days(&self, held: JstDate) -> (JstDate, JstDate) {
        let Civil { year, month, day } = held.civil();
        let years = i32::from(self.years);
        let month_end = |year| JstDate::from_civil(year, month, 28).unwrap_or(held);
        let first = JstDate::from_civil(year - years, month, day);
        let anniversary = JstDate::from_civil(year + years, month, day);
        (
            first.unwrap_or_else(|| month_end(year - years)),
            anniversary.map_or_else(|| month_end(year + years), |day| day.plus_days(-1)),
        )
    }

    /// May one apply on this day?
    #[must_use]
    pub fn is_open(&self, held: JstDate, applied: JstDate) -> bool {
        let (first, last) = self.days(held);
        (first..=last).contains(&applied)
    }
}

impl Certificate {
    /// The reading that holds unless the organiser chooses otherwise.
    #[must_use]
    pub fn default_rule(&self) -> Option<&CertificateRule> {
        self.rules.iter().find(|rule| rule.default)
    }
}

impl CertificateRule {
    /// Has somebody who completed these parts completed all that must be?
    #[must_use]
    pub fn is_met(&self, completed: &[&str]) -> bool {
        self.parts.iter().all(|part| completed.contains(&part.as_str()))
    }
}
