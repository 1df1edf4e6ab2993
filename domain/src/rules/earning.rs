//! How credits of a scheme are earned and certified (日医生涯教育制度: R16–R38).

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use token::calendar::{Civil, JstDate};

use super::StatementId;
use crate::catalog::SpecialistCategory;
use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Percent;

checked_name!(
    /// A way to earn credits, such as `e-learning`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    WayId,
    |text| is_plain_name(text, 40)
);

/// A scheme of credits. Units are tenths of a unit: 5 is half a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earning {
    /// The ways to earn (R38), in the source's order.
    pub ways: Vec<Way>,
    /// What the certificate of the scheme asks for (R36).
    pub award: Award,
    /// What one piece of content is worth (R16–R21).
    pub content: ContentCredit,
    /// Credits of another body for some content (R22).
    pub specialist: Specialist,
    /// Certificates of attendance (R27–R34).
    pub certificate: Attestation,
}

/// One way to earn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Its id, as a ledger names it.
    pub id: WayId,
    /// The source's wording.
    pub title: String,
    /// Only members of the association earn by it (R38).
    pub members_only: bool,
    /// Does the certificate of attendance leave it out (R33)?
    #[serde(default)]
    pub not_attested: bool,
    /// The statement that says so.
    pub statement: StatementId,
}

/// What the certificate of the scheme asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// Its name: 日医生涯教育認定証.
    pub title: String,
    /// Units and distinct codes together, in whole points.
    pub points: u16,
    /// Within so many consecutive years.
    pub years: u16,
    /// The month with which a year begins.
    pub year_begins_month: u8,
    /// The statement that says with which month.
    pub year_statement: StatementId,
    /// Minutes of one step.
    pub step_minutes: u16,
    /// Tenths of a unit that one step is worth.
    pub step_tenths: u16,
    /// A code counts once, however often it was earned.
    pub codes_count_once: bool,
    /// The statement that says so.
    pub codes_statement: StatementId,
    /// The statement of the points.
    pub statement: StatementId,
}

/// What one piece of e-learning content is worth unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentCredit {
    /// Curriculum codes.
    pub codes: u16,
    /// Tenths of a unit.
    pub units_tenths: u16,
    /// The least percentage of right answers.
    pub pass: Percent,
    /// The statement of codes and units.
    pub statement: StatementId,
    /// The statement of the percentage.
    pub pass_statement: StatementId,
    /// The statement by which such content earns (R38). Content that was built before there was this key has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way_statement: Option<StatementId>,
    /// The statement by which lectures and workshops of others earn (R38).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lecture_statement: Option<StatementId>,
}

/// Credits of another body for some content: 専門医共通講習.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Specialist {
    /// Categories that the source names.
    pub categories: Vec<SpecialistCategory>,
    /// Only content taken on this day or later counts.
    #[serde(with = "crate::text_form")]
    pub from: JstDate,
    /// The statement that says so.
    pub statement: StatementId,
}

/// Certificates of attendance: 受講証明書.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// Days from taking the content until a certificate can be had: 1 is the day after (R31).
    pub after_days: u16,
    /// The statement that says so.
    pub statement: StatementId,
    /// Prefectures whose events are certified elsewhere (R34).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<Elsewhere>,
}

/// A prefecture whose events are certified elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// Where the event was held: 大阪府.
    pub prefecture: String,
    /// Whom to ask.
    pub ask: String,
    /// The statement that says so.
    pub statement: StatementId,
}

/// One entry of a ledger, as far as the award counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credit<'a> {
    /// When it was earned.
    pub earned: JstDate,
    /// Tenths of a unit.
    pub units_tenths: u16,
    /// Its curriculum code, unless it has none.
    pub code: Option<&'a str>,
}

/// What credits amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Tenths of a unit.
    pub units_tenths: u32,
    /// Codes that count.
    pub codes: u32,
}

impl Points {
    /// Units and codes together, in tenths of a point.
    #[must_use]
    pub const fn tenths(self) -> u32 {
        self.units_tenths.saturating_add(self.codes.saturating_mul(10))
    }
}

impl Award {
    /// Tenths of a unit for so many minutes: full steps only (C9: 29 minutes are none).
    #[must_use]
    pub const fn units_tenths(&self, minutes: u16) -> u16 {
        let steps = minutes / if self.step_minutes == 0 { 1 } else { self.step_minutes };
        steps.saturating_mul(self.step_tenths)
    }

    /// The year that a day belongs to, named by the calendar year in which it begins.
    #[must_use]
    pub fn year_of(&self, day: JstDate) -> i32 {
        let Civil { year, month, .. } = day.civil();
        year - i32::from(month < self.year_begins_month)
    }

    /// What the credits of the consecutive years amount to of which `last_year` is the last.
    #[must_use]
    pub fn points(&self, credits: &[Credit<'_>], last_year: i32) -> Points {
        let first = last_year - i32::from(self.years) + 1;
        let counts =
            |credit: &&Credit<'_>| (first..=last_year).contains(&self.year_of(credit.earned));
        let counted = credits.iter().filter(counts);
        let units_tenths = counted.clone().map(|credit| u32::from(credit.units_tenths)).sum();
        let codes = counted.filter_map(|credit| credit.code);
        let codes = match self.codes_count_once {
            true => codes.collect::<BTreeSet<_>>().len(),
            false => codes.count(),
        };
        Points { units_tenths, codes: u32::try_from(codes).unwrap_or(u32::MAX) }
    }

    /// Are so many points enough for the certificate?
    #[must_use]
    pub fn is_reached(&self, points: Points) -> bool {
        points.tenths() >= u32::from(self.points) * 10
    }
}

impl Specialist {
    /// Does content taken on this day count (R22)?
    #[must_use]
    pub fn counts(&self, taken: JstDate) -> bool {
        taken >= self.from
    }
}

impl Attestation {
    /// The first day on which a certificate for content taken on this day can be had (R31).
    #[must_use]
    pub fn available_from(&self, taken: JstDate) -> JstDate {
        taken.plus_days(i32::from(self.after_days))
    }

    /// Whom to ask instead, for an event in this prefecture (R34).
    #[must_use]
    pub fn elsewhere(&self, prefecture: &str) -> Option<&Elsewhere> {
        self.elsewhere.iter().find(|of| of.prefecture == prefecture)
    }
}
