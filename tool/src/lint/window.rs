//! From the lecture to the practical: おおむね so many months (R98, R147).

use domain::catalog::Validity;
use domain::rules::{RuleTable, Training};

use super::{Inspector, cite};
use crate::author::form;
use crate::breach::Breach;
use crate::citation::Citation;

/// The days that a month has at least and at most.
const MONTH: std::ops::RangeInclusive<u32> = 28..=31;

/// Is the completion good for as long as the table says, and not longer?
pub(super) fn check(inspector: &Inspector<'_>, table: &RuleTable, training: &Training) {
    let Some(window) = &training.window else { return };
    let completion = &inspector.subject.file.completion;
    let (least, most) = match completion.validity {
        Validity::Months(months) => {
            let months = u32::from(months);
            (months * MONTH.start(), months * MONTH.end())
        }
        Validity::Days(days) => (u32::from(days), u32::from(days)),
    };
    let (found, wanted) = (form::show_validity(completion.validity), window.months);
    let months = u32::from(wanted);
    let cited = || cite(table, Some(&window.statement));
    if most > months * MONTH.end() {
        inspector.find("completion.validity", Breach::WindowLong { found, wanted }, cited());
    } else if least < months * MONTH.start() {
        inspector.find("completion.validity", Breach::WindowShort { found, wanted }, cited());
    }
    if completion.grace_days > window.grace_days {
        let breach = Breach::GraceLong { found: completion.grace_days, usual: window.grace_days };
        let mut cited = cited();
        cited.extend(Citation::of_reading(table, "R147"));
        inspector.find("completion.grace_days", breach, cited);
    }
}
