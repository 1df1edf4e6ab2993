//! A course under the rules of the JMA ALS course (R52–R90).

use domain::catalog::{Audience, EquipmentProfile};
use domain::rules::{Als, RuleTable, TableBody};

use super::{Inspector, cite, names, word};
use crate::breach::Breach;
use crate::citation::Citation;

/// Holds a course against the ALS table.
pub(super) fn check(inspector: &Inspector<'_>, table: &RuleTable, als: &Als) {
    inspector.practical(table, cite(table, Some(&als.practical)));
    audience(inspector, table, als);
    goal(inspector, table, als);
    textbook(inspector, table);
    options(inspector, table, als);
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

/// The text that the source names in 「」 should be among the sources (R70).
fn textbook(inspector: &Inspector<'_>, table: &RuleTable) {
    let Some(cited) = Citation::of_requirement(table, "R70") else { return };
    let text = cited.statement.text.clone();
    let named = text.split_once('「').and_then(|(_, rest)| rest.split_once('」'));
    let Some((title, _)) = named else { return };
    let chapters = inspector.subject.course.chapters.iter().flat_map(|chapter| &chapter.sources);
    let mut sources = inspector.subject.file.sources.iter().chain(chapters);
    if !sources.any(|source| source.contains(title)) {
        inspector.find("sources", Breach::AlsTextbook {}, vec![cited]);
    }
}

fn options(inspector: &Inspector<'_>, table: &RuleTable, als: &Als) {
    for option in &inspector.subject.file.framework.options {
        if als.options.iter().any(|known| known.id.as_str() == option) {
            continue;
        }
        let known = names(als.options.iter().map(|option| &option.id));
        let cited = Citation::of_requirement(table, "R67").into_iter().collect();
        let breach = Breach::OptionUnknown { option: option.clone(), known };
        inspector.find("options", breach, cited);
    }
}

/// Options and equipment profiles belong to ALS courses alone.
pub(super) fn keys_elsewhere(inspector: &Inspector<'_>) {
    let framework = &inspector.subject.file.framework;
    let table = inspector.body(|body| match body {
        TableBody::Als(als) => Some(als),
        _ => None,
    });
    let find = |key: &str, requirement: &str| {
        let breach = Breach::AlsKeyElsewhere { key: key.to_string() };
        let cited = table.and_then(|(table, _)| Citation::of_requirement(table, requirement));
        inspector.find(key, breach, cited.into_iter().collect());
    };
    if !framework.options.is_empty() {
        find("options", "R67");
    }
    if framework.equipment != EquipmentProfile::default() {
        find("equipment_profile", "R60");
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
