//! The tables of the regulations as data: what each rule says in its own words, and the numbers that follow from it.
//! Nothing here is a rule itself; the tables stand in `content/rules/` and can be replaced without touching code.
//!
//! Some of what the tables imply is reckoned here, and checked against the vectors of the requirements, before a page asks
//! for it. [`Award`] and [`Attestation`] wait for the ledger of units, [`Hours::missing`] and [`Experience`] for the paramedic's
//! hours, [`Window::timing`] and [`Retraining`] for the practical day, [`Documents::may_receive`], [`Certificate`] and
//! [`Designation`] for the papers.

mod als;
mod associations;
mod codes;
mod documents;
mod earning;
mod estimate;
mod hours;
mod list;
mod reckoning;
mod statement;
mod training;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use als::{
    Als, Certificate, CertificateRule, Designation, Forbidden, Goal, Group, GroupCount, Names,
    OptionId, OptionTraining, Review, SplitExample, SplitPart, TestAdvice, Worded,
};
pub use associations::{Association, Associations, Layer};
pub use codes::{Code, Codes};
pub use documents::{Answer, Document, DocumentId, Documents, Person, PersonId, Receives};
pub use earning::{
    Attestation, Award, ContentCredit, Credit, Earning, Elsewhere, Points, Specialist, Way, WayId,
};
pub use estimate::{Estimate, Supposed};
pub use hours::{Experience, HourGroup, Hours, MissingHours, Subject, SubjectId};
pub use list::{RuleEntry, RuleList, TableKind, TrainingGist};
pub use reckoning::{BadSum, Timing, Together};
pub use statement::{Statement, StatementId, StatementKind};
pub use training::{
    Detail, DetailId, DetailKind, Exam, Item, LiveOnline, PartMinutes, Practical, Ratios,
    Retraining, RetrainingDuty, Split, Subtotal, Training, Window,
};

use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Localized;

checked_name!(
    /// A rule table, such as `fire-1` (別表1): ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    TableId,
    |text| is_plain_name(text, 40)
);

/// A table of a regulation, `rules/<id>.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleTable {
    /// The table's id, as courses name it.
    pub id: TableId,
    /// Its name: 普通救命講習Ⅰ（別表1）.
    pub title: Localized,
    /// The edition of the data, such as `2026.11`.
    pub version: String,
    /// The day as of which the table reads, `YYYY-MM-DD`: the source's own, or, where it prints none, that of the
    /// transcription (then [`RuleTable::caution`] says so).
    pub as_of: String,
    /// The document it is taken from, with the article.
    pub source: Localized,
    /// What to keep in mind about the source: an old edition, a slip of the scan (R142, C10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<Localized>,
    /// Every rule of the table in the source's own words, in the source's order.
    pub statements: Vec<Statement>,
    /// The numbers.
    pub body: TableBody,
}

impl RuleTable {
    /// The statement of this id.
    #[must_use]
    pub fn statement(&self, id: &StatementId) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == *id)
    }
}

/// What kind of table it is, and its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableBody {
    /// A 別表 of the fire service: minutes, split, ratios, window (R92–R128).
    Training(Training),
    /// The rules of a designated ALS course (R52–R90).
    Als(Box<Als>),
    /// Curriculum codes (R8–R13).
    Codes(Codes),
    /// Ways to earn credits, and what they amount to (R16–R38).
    Earning(Earning),
    /// Least hours of subjects (R129–R134).
    Hours(Hours),
    /// Associations with telephone (R46, R47).
    Associations(Associations),
    /// Documents and who may receive them (C7).
    Documents(Documents),
    /// What Yoshu itself supposes about courses (R149).
    Estimate(Estimate),
}
