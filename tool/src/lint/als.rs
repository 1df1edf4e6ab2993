//! A course under the rules of the JMA ALS course (R52–R90).

use domain::catalog::{AlsCourse, AlsOption, Audience};
use domain::rules::{Als, RuleTable, TableBody};
use domain::search::fold::{Unit, fold};

use super::{Inspector, cite, names, word};
use crate::author::als::part_key;
use crate::breach::Breach;
use crate::citation::Citation;

/// Holds a course against the ALS table.
pub(super) fn check(inspector: &Inspector<'_>, table: &RuleTable, als: &Als) {
    inspector.practical(table, cite(table, Some(&als.practical)));
    audience(inspector, table, als);
    goal(inspector, table, als);
    textbook(inspector, table);
    match &inspector.subject.file.als {
        Some(stated) => {
            options(inspector, table, als, stated);
            parts(inspector, table, stated);
        }
        None => inspector.find("rule_table", Breach::AlsUnstated {}, of(table, "R53")),
    }
    if inspector.subject.file.completion.test.is_none() {
        let cited = cite(table, Some(&als.test.recommended));
        inspector.find("completion.test", Breach::TestAdvised {}, cited);
    }
    let group = cite(table, Some(&als.group.statement));
    inspector.find("minutes.inperson", Breach::PracticalGroups {}, group);
    word::check(inspector, table, &als.forbidden);
}

fn audience(inspector: &Inspector<'_>, table: &RuleTable, als: &Als) {
    if matches!(
        inspector.subject.file.audience,
        Audience::Physicians | Audience::HealthProfessionals
    ) {
        return;
    }
    let cited = als.audience.iter().flat_map(|of| cite(table, Some(&of.statement)));
    let mut cited: Vec<Citation> = cited.collect();
    cited.dedup();
    inspector.find("audience", Breach::AlsAudience {}, cited);
}

fn goal(inspector: &Inspector<'_>, table: &RuleTable, als: &Als) {
    let goal = narrow(&inspector.subject.file.goal.ja);
    if !goal.contains(&format!("{}分", als.goal.first_minutes)) {
        let mut cited = cite(table, Some(&als.goal.statement));
        cited.extend(cite(table, Some(&als.goal.editable)));
        inspector.find("goal", Breach::AlsGoal {}, cited);
    }
}

/// The course's text should be the one that the source names in 「」, or that one should be among the sources (R70).
fn textbook(inspector: &Inspector<'_>, table: &RuleTable) {
    let Some(cited) = Citation::of_requirement(table, "R70") else { return };
    let text = cited.statement.text.clone();
    let named = text.split_once('「').and_then(|(_, rest)| rest.split_once('」'));
    let Some((title, _)) = named else { return };
    let chapters = inspector.subject.course.chapters.iter().flat_map(|chapter| &chapter.sources);
    let stated = inspector.subject.file.als.as_ref().and_then(|als| als.textbook.as_ref());
    let mut sources = inspector.subject.file.sources.iter().chain(chapters).chain(stated);
    if !sources.any(|source| source.contains(title)) {
        let key = if stated.is_some() { "als.textbook" } else { "sources" };
        inspector.find(key, Breach::AlsTextbook {}, vec![cited]);
    }
}

fn options(inspector: &Inspector<'_>, table: &RuleTable, als: &Als, stated: &AlsCourse) {
    for AlsOption { id, .. } in &stated.options {
        if als.options.iter().any(|known| known.id.as_str() == id) {
            continue;
        }
        let known = names(als.options.iter().map(|option| &option.id));
        let breach = Breach::OptionUnknown { option: id.clone(), known };
        inspector.find("als.options", breach, of(table, "R67"));
    }
    if stated.options_only && stated.options.is_empty() {
        inspector.find("als.options_only", Breach::OptionsAbsent {}, of(table, "R79"));
    }
}

/// A course in parts has several, and another body holds one of them only where that was approved.
fn parts(inspector: &Inspector<'_>, table: &RuleTable, stated: &AlsCourse) {
    if let [only] = stated.parts.as_slice() {
        let breach = Breach::PartAlone { part: only.title.ja.clone() };
        inspector.find(&part_key(0), breach, of(table, "R64"));
    }
    for (index, part) in stated.parts.iter().enumerate() {
        if part.body != stated.body && part.approval.is_none() {
            let breach = Breach::PartApproval {
                part: part.title.ja.clone(),
                body: part.body.clone(),
                own: stated.body.clone(),
            };
            inspector.find(&part_key(index), breach, of(table, "R65"));
        }
    }
}

fn of(table: &RuleTable, requirement: &str) -> Vec<Citation> {
    Citation::of_requirement(table, requirement).into_iter().collect()
}

/// What a JMA ALS course says of itself belongs to ALS courses alone.
pub(super) fn stated_elsewhere(inspector: &Inspector<'_>) {
    if inspector.subject.file.als.is_none() {
        return;
    }
    let table = inspector.body(|body| match body {
        TableBody::Als(als) => Some(als),
        _ => None,
    });
    let cited = table.map(|(table, _)| self::of(table, "R53")).unwrap_or_default();
    inspector.find("als", Breach::AlsElsewhere {}, cited);
}

/// A course that goes by the name of the ALS course is one: without its table nothing would ask for the practical part
/// (R63), nor look for the words that must not stand there (R56).
pub(super) fn name_elsewhere(inspector: &Inspector<'_>) {
    let table = inspector.body(|body| match body {
        TableBody::Als(als) => Some(als),
        _ => None,
    });
    let Some((table, als)) = table else { return };
    let title = &inspector.subject.file.title;
    let (ja, en) = (fold(&title.ja), fold(title.en()));
    let says = |name: &&String| {
        let name = fold(name);
        let said = |title: &[Unit]| title.windows(name.len().max(1)).any(|part| part == name);
        !name.is_empty() && (said(&ja) || said(&en))
    };
    if let Some(name) = [&als.names.name].into_iter().chain(&als.names.aliases).find(says) {
        let breach = Breach::AlsTableMissing { name: name.clone() };
        inspector.find("title", breach, cite(table, Some(&als.practical)));
    }
}

/// Full-width digits as plain ones: the source writes １０分.
fn narrow(text: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    text.chars().map(digit).collect()
}
