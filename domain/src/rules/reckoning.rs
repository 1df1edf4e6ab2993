//! What a 別表 implies: whether minutes add up, how many sets and instructors a class needs, until when a practical
//! session is in time.

use alloc::vec::Vec;

use token::calendar::{JstDate, Period};

use super::training::{Item, Ratios, Retraining, Split, Subtotal, Training, Window};

/// A sum of the table that does not hold (R128, R148).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSum<'a> {
    /// Some items have minutes and others have not.
    SomeWithoutMinutes,
    /// The items' minutes are not the total.
    Total {
        /// What they add up to.
        sum: u32,
    },
    /// The items of a heading are not its subtotal.
    Subtotal {
        /// The subtotal.
        of: &'a Subtotal,
        /// What they add up to; none when no item has this heading.
        sum: Option<u32>,
    },
    /// 座学相当 and 対面 are not the total.
    Split {
        /// The division.
        of: &'a Split,
    },
}

/// Whether an e-learning and a class together are what a table asks for (R148, R115).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// They are; the class was longer by so many minutes.
    Enough {
        /// Minutes beyond what is needed.
        spare: u16,
    },
    /// The class was too short.
    Short {
        /// Minutes that it lacks.
        missing: u16,
    },
    /// The table has no division with so short an e-learning, or none at all.
    NoSplit,
}

/// Whether a practical session is in time (R147).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Within the months that the table names.
    InTime,
    /// おおむね: the instructor decides.
    Grace,
    /// Too late; accepting it takes a reason.
    Late,
}

impl Training {
    /// Every sum of the table that does not hold.
    #[must_use]
    pub fn bad_sums(&self) -> Vec<BadSum<'_>> {
        let timed = self.items.iter().filter(|item| item.minutes.is_some()).count();
        let mut bad = Vec::new();
        if timed > 0 && timed < self.items.len() {
            bad.push(BadSum::SomeWithoutMinutes);
        } else if timed > 0 {
            let sum = sum_of(self.items.iter());
            if sum != u32::from(self.total) {
                bad.push(BadSum::Total { sum });
            }
        }
        for of in &self.subtotals {
            let under = self.items.iter().filter(|item| item.headings.first() == Some(&of.heading));
            let sum = (under.clone().count() > 0).then(|| sum_of(under));
            if sum != Some(u32::from(of.minutes.minutes)) {
                bad.push(BadSum::Subtotal { of, sum });
            }
        }
        let uneven = |split: &&Split| split.total() != u32::from(self.total);
        bad.extend(self.splits.iter().filter(uneven).map(|of| BadSum::Split { of }));
        bad
    }

    /// The division that an e-learning of so many minutes counts for: the largest that it reaches.
    #[must_use]
    pub fn split_of(&self, elearning: u16) -> Option<&Split> {
        let reached = self.splits.iter().filter(|split| split.elearning <= elearning);
        reached.max_by_key(|split| split.elearning)
    }

    /// Whether an e-learning of 座学相当 so many minutes and a class of so many minutes are enough together.
    #[must_use]
    pub fn together(&self, elearning: u16, inperson: u16) -> Together {
        let Some(split) = self.split_of(elearning) else { return Together::NoSplit };
        match inperson.checked_sub(split.inperson) {
            Some(spare) => Together::Enough { spare },
            None => Together::Short { missing: split.inperson - inperson },
        }
    }
}

impl Split {
    /// 座学相当 and 対面 together.
    #[must_use]
    pub fn total(&self) -> u32 {
        u32::from(self.elearning) + u32::from(self.inperson)
    }
}

impl Ratios {
    /// The least number of instructors for so many learners (R95).
    #[must_use]
    pub const fn instructors(&self, learners: u16) -> u16 {
        learners.div_ceil(if self.per_instructor == 0 { 1 } else { self.per_instructor })
    }

    /// The least number of sets of training equipment for so many learners (R94).
    #[must_use]
    pub const fn sets(&self, learners: u16) -> u16 {
        learners.div_ceil(if self.per_set == 0 { 1 } else { self.per_set })
    }
}

impl Window {
    /// The last day for the practical session of a lecture completed on this day.
    #[must_use]
    pub fn last_day(&self, completed: JstDate) -> JstDate {
        completed.due(Period::Months(self.months))
    }

    /// Whether a practical session on this day is in time.
    #[must_use]
    pub fn timing(&self, completed: JstDate, practical: JstDate) -> Timing {
        match practical.days_since(self.last_day(completed)) {
            ..=0 => Timing::InTime,
            late if late <= i32::from(self.grace_days) => Timing::Grace,
            _ => Timing::Late,
        }
    }
}

impl Retraining {
    /// From when the next course is advised, and until when at the latest (R100).
    #[must_use]
    pub fn days(&self, taken: JstDate) -> (JstDate, JstDate) {
        let after = |years: u16| taken.due(Period::Months(years.saturating_mul(12)));
        (after(self.from_years), after(self.to_years))
    }
}

fn sum_of<'a>(items: impl Iterator<Item = &'a Item>) -> u32 {
    items.filter_map(|item| item.minutes).map(|part| u32::from(part.minutes)).sum()
}
