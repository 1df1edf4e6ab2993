//! Credit of JMA lifelong education: which codes and units, who can earn them, and by what (R4, R8–R20, R55, R152).

use domain::catalog::{Audience, SourceKind};
use domain::rules::{Earning, RuleTable, TableBody};

use super::{Inspector, cite};
use crate::breach::Breach;
use crate::citation::Citation;

/// Judges what the course says that it is worth.
pub(super) fn check(inspector: &Inspector<'_>, table: Option<&RuleTable>) {
    codes_twice(inspector);
    let own = table.and_then(scheme_of);
    let scheme = own.or_else(|| inspector.tables.iter().find_map(scheme_of));
    let curriculum = &inspector.subject.course.outline.curriculum;
    let (codes, units) = (curriculum.codes.len(), curriculum.units_tenths);
    if codes == 0 && units == 0 {
        return;
    }
    if let Some(table) = table
        && matches!(table.body, TableBody::Training(_) | TableBody::Als(_))
    {
        let mut cited: Vec<Citation> = Citation::of_requirement(table, "R55").into_iter().collect();
        if let (true, Some((scheme, earning))) = (cited.is_empty(), scheme) {
            // The only e-learning among the ways to earn is the association's own.
            cited.extend(cite(scheme, earning.content.way_statement.as_ref()));
        }
        let breach = Breach::CreditNotEarned { codes, units: show(units) };
        inspector.find("curriculum.units", breach, cited);
        return;
    }
    if is_half(inspector) {
        let cited = scheme.map(|(scheme, earning)| cite(scheme, Some(&earning.content.statement)));
        let breach = Breach::CreditHalf { codes, units: show(units) };
        inspector.find("curriculum.units", breach, cited.unwrap_or_default());
    }
    if let Some((scheme, earning)) = scheme {
        by_kind(inspector, scheme, earning, own.is_some());
    }
}

/// A table of lifelong education, with what it says.
fn scheme_of(table: &RuleTable) -> Option<(&RuleTable, &Earning)> {
    match &table.body {
        TableBody::Earning(earning) => Some((table, earning)),
        _ => None,
    }
}

/// Codes without units, or units without a code: what kind of credit it would be is not to be judged yet.
fn is_half(inspector: &Inspector<'_>) -> bool {
    let curriculum = &inspector.subject.course.outline.curriculum;
    curriculum.codes.is_empty() || curriculum.units_tenths == 0
}

/// Judges the credit by what kind of course it is. To name the table of lifelong education is to claim its e-learning,
/// unless the authors say that the course is of another kind.
fn by_kind(inspector: &Inspector<'_>, scheme: &RuleTable, earning: &Earning, claimed: bool) {
    let file = inspector.subject.file;
    let content = &earning.content;
    if file.has("source_kind") && inspector.wrong.contains(&file.place("source_kind")) {
        // Of what kind it is is known when the word is mended.
        return;
    }
    let lecture = cite(scheme, content.lecture_statement.as_ref());
    if file.listing.source_kind != SourceKind::Other {
        by_elearning(inspector, scheme, earning);
    } else if claimed && !file.has("source_kind") {
        let mut cited = cite(scheme, content.way_statement.as_ref());
        cited.extend(lecture);
        inspector.find("rule_table", Breach::CreditKindMissing {}, cited);
        by_elearning(inspector, scheme, earning);
    } else if !is_half(inspector) {
        // A lecture of somebody else's earns by being registered as one: the rules of the e-learning are not its.
        inspector.find("curriculum.units", Breach::CreditElsewhere {}, lecture);
    }
}

/// Credit of the association's e-learning is earned by members who answer enough questions rightly.
fn by_elearning(inspector: &Inspector<'_>, scheme: &RuleTable, earning: &Earning) {
    let file = inspector.subject.file;
    let requirement = |name| Citation::of_requirement(scheme, name).into_iter().collect();
    if file.audience != Audience::Members {
        inspector.find("audience", Breach::CreditAudience {}, requirement("R4"));
    }
    let content = &earning.content;
    match file.completion.test {
        None => inspector.find("completion.test", Breach::CreditTest {}, requirement("R17")),
        Some(test) if test.pass < content.pass => {
            let (pass, wanted) = (test.pass.get(), content.pass.get());
            let cited = cite(scheme, Some(&content.pass_statement));
            let breach = Breach::CreditPass { pass, wanted };
            inspector.find("completion.pass_percent", breach, cited);
        }
        Some(_) => {}
    }
    let curriculum = &inspector.subject.course.outline.curriculum;
    let usual = curriculum.codes.len() == usize::from(content.codes)
        && curriculum.units_tenths == content.units_tenths;
    let lecture = matches!(
        file.listing.source_kind,
        SourceKind::CmeLecture | SourceKind::PartnerLecture | SourceKind::Journal
    );
    if lecture && !usual && !is_half(inspector) {
        let (codes, units) = (curriculum.codes.len(), show(curriculum.units_tenths));
        let cited = cite(scheme, Some(&content.statement));
        inspector.find("curriculum.units", Breach::CreditDefault { codes, units }, cited);
    }
}

/// Codes that stand twice. That they are in the table that the course names is the reader's business.
fn codes_twice(inspector: &Inspector<'_>) {
    let codes = &inspector.subject.course.outline.curriculum.codes;
    for (index, code) in codes.iter().enumerate() {
        if codes[..index].contains(code) {
            let code = code.clone();
            inspector.find("curriculum.codes", Breach::CodeTwice { code }, Vec::new());
        }
    }
}

/// Tenths of a unit as authors write them.
fn show(tenths: u16) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
