//! A course under the rules of the JMA ALS course (R52–R90).

use domain::catalog::{AlsCourse, AlsOption, Audience};
use domain::rules::{Als, RuleTable, TableBody};
use domain::search::fold::{fold, fold_with_places};

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
        let said = cite(table, als.options_only.as_ref());
        let cited = if said.is_empty() { of(table, "R79") } else { said };
        inspector.find("als.options_only", Breach::OptionsAbsent {}, cited);
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
    if inspector.subject.file.als.is_some() {
        let cited = tables(inspector).next().map(|(table, _)| self::of(table, "R53"));
        inspector.find("als", Breach::AlsElsewhere {}, cited.unwrap_or_default());
    }
}

/// A course that goes by the name of the ALS course is one: without its table nothing would ask for the practical part
/// (R63), nor look for the words that must not stand there (R56). A short name may mean another course, so of that the
/// authors are asked.
pub(super) fn name_elsewhere(inspector: &Inspector<'_>) {
    let title = &inspector.subject.file.title;
    let said = |names: &[&String]| {
        let said = |name: &&&String| says(&title.ja, name) || says(title.en(), name);
        names.iter().find(said).map(|name| (*name).clone())
    };
    let named = tables(inspector).find_map(|(table, als)| {
        let names: Vec<&String> = [&als.names.name].into_iter().chain(&als.names.aliases).collect();
        said(&names).map(|name| (table, als, name))
    });
    if let Some((table, als, name)) = named {
        let breach = Breach::AlsTableMissing { name, table: table.id.to_string() };
        inspector.find("title", breach, cite(table, Some(&als.practical)));
        return;
    }
    let short = tables(inspector).find_map(|(table, als)| {
        let names: Vec<&String> = als.names.short.iter().collect();
        said(&names).map(|name| (table, als, name))
    });
    if let Some((table, als, name)) = short {
        let breach = Breach::AlsNameShort { name, table: table.id.to_string() };
        let mut cited = cite(table, Some(&als.practical));
        cited.extend(Citation::of_reading(table, "R52"));
        inspector.find("title", breach, cited);
    }
}

/// The ALS tables there are.
fn tables<'a>(inspector: &Inspector<'a>) -> impl Iterator<Item = (&'a RuleTable, &'a Als)> {
    inspector.tables.iter().filter_map(|table| match &table.body {
        TableBody::Als(als) => Some((table, &**als)),
        _ => None,
    })
}

/// Does the text say this name, however it is written? `PALS研修` does not say `ALS研修`: a Latin letter directly before
/// makes another word of it.
fn says(text: &str, name: &str) -> bool {
    let ((units, places), wanted) = (fold_with_places(text), fold(name));
    let is_whole = |from: usize| {
        let before = text[..from].chars().next_back();
        !(name.starts_with(is_latin) && before.is_some_and(is_latin))
    };
    !wanted.is_empty()
        && units
            .windows(wanted.len())
            .zip(&places)
            .any(|(part, (from, _))| part == wanted && is_whole(*from))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Full-width digits as plain ones: the source writes １０分.
fn narrow(text: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    text.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_however_it_is_written_and_not_within_another_word() {
        for title in ["ALS研修 事前学習", "第3回ＡＬＳ研修", "JMA ALS研修", "「als 研修」の予習"]
        {
            assert!(says(title, "ALS研修"), "{title}");
        }
        for title in ["PALS研修", "小児二次救命処置（ＰＡＬＳ研修）の予習", "ACLS研修", "ALS", ""]
        {
            assert!(!says(title, "ALS研修"), "{title}");
        }
        let name = "日本医師会二次救命処置（ALS）研修";
        assert!(says("JMA日本医師会二次救命処置(ＡＬＳ)研修 2026", name));
        assert!(!says("二次救命処置（ALS）研修", name));
        assert!(!says("ALS研修", ""));
    }
}
