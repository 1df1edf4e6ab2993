//! The table `[als]` of `course.toml`: what a JMA ALS course says of itself (R53, R60, R64, R65, R67, R70, R77, R79).

use std::collections::BTreeMap;

use domain::catalog::{
    AlsCourse, AlsOption, AlsPart, Approval, DesignationStatus, EquipmentOwner, EquipmentProfile,
};
use domain::rules::{RuleTable, TableBody};
use domain::unit::Localized;

use crate::author::listing::one_of;
use crate::author::site::{localized, text};
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::{At, Place};

const DESIGNATIONS: &[(&str, DesignationStatus)] = &[
    ("not-applied", DesignationStatus::NotApplied),
    ("applied", DesignationStatus::Applied),
    ("designated", DesignationStatus::Designated),
];
const EQUIPMENT: &[(&str, EquipmentProfile)] =
    &[("hospital", EquipmentProfile::Hospital), ("clinic", EquipmentProfile::Clinic)];
const OWNERS: &[(&str, EquipmentOwner)] = &[
    ("own", EquipmentOwner::Own),
    ("lent", EquipmentOwner::Lent),
    ("rented", EquipmentOwner::Rented),
];

/// Reads the table, where there is one. Whether its options are known, and its parts allowed, is for the linter, which
/// finds the places of both in `places`. `own` is the course's rule table, which has the options' names.
pub fn als(
    sheet: &mut Sheet<'_>,
    own: Option<&RuleTable>,
    places: &mut BTreeMap<String, Place>,
) -> Option<AlsCourse> {
    if !sheet.has("als") {
        sheet.pass_over("als");
        return None;
    }
    let mut table = sheet.table("als")?;
    for key in ["options", "options_only", "textbook"] {
        places.insert(format!("als.{key}"), table.place_of(key));
    }
    let body = text(&mut table, "body");
    let read = AlsCourse {
        designation: word(&mut table, "designation", DESIGNATIONS)
            .unwrap_or(DesignationStatus::NotApplied),
        equipment: optional_word(&mut table, "equipment", EQUIPMENT).unwrap_or_default(),
        owner: optional_word(&mut table, "owner", OWNERS),
        textbook: table.optional_text("textbook").map(|text| text.value),
        options: options(table.texts("options"), own),
        options_only: optional_flag(&mut table, "options_only"),
        parts: parts(&mut table, &body, places),
        body,
    };
    table.finish();
    Some(read)
}

fn word<T: Clone>(sheet: &mut Sheet<'_>, key: &str, known: &[(&str, T)]) -> Option<T> {
    let word = sheet.text(key)?;
    one_of(sheet, key, word, known)
}

fn optional_word<T: Clone>(sheet: &mut Sheet<'_>, key: &str, known: &[(&str, T)]) -> Option<T> {
    let word = sheet.optional_text(key)?;
    one_of(sheet, key, word, known)
}

fn optional_flag(sheet: &mut Sheet<'_>, key: &str) -> bool {
    if !sheet.has(key) {
        sheet.pass_over(key);
        return false;
    }
    sheet.flag(key).is_some_and(|flag| flag.value)
}

/// Each option with its name in the table; one that the table has not is named by its id, and the linter speaks of it.
fn options(written: Vec<At<String>>, own: Option<&RuleTable>) -> Vec<AlsOption> {
    let known = own.and_then(|table| match &table.body {
        TableBody::Als(als) => Some(&als.options),
        _ => None,
    });
    let named = |id: String| {
        let known = known.into_iter().flatten().find(|option| option.id.as_str() == id);
        let name =
            known.map_or_else(|| Localized::japanese_only(&id), |option| option.name.clone());
        AlsOption { id, name }
    };
    written.into_iter().map(|option| named(option.value)).collect()
}

/// A part without a body of its own is held by the course's.
fn parts(sheet: &mut Sheet<'_>, body: &str, places: &mut BTreeMap<String, Place>) -> Vec<AlsPart> {
    let mut read = Vec::new();
    for mut part in sheet.tables("parts") {
        places.insert(part_key(read.len()), part.place());
        let title = localized(&mut part, "title");
        let own = part.optional_text("body").map(|own| own.value);
        let approval = approval(&mut part);
        part.finish();
        read.push(AlsPart { title, body: own.unwrap_or_else(|| body.to_string()), approval });
    }
    read
}

/// Under what key the place of a part is kept.
pub fn part_key(index: usize) -> String {
    format!("als.parts.{index}")
}

fn approval(sheet: &mut Sheet<'_>) -> Option<Approval> {
    if !sheet.has("approval") {
        sheet.pass_over("approval");
        return None;
    }
    let mut table = sheet.table("approval")?;
    let (by, document) = (text(&mut table, "by"), text(&mut table, "document"));
    let on = table.text("on").and_then(|on| {
        let day = on.value.parse().ok();
        if day.is_none() {
            table.note(on.place, Mistake::DateForm { key: "approval.on".into(), found: on.value });
        }
        day
    });
    table.finish();
    Some(Approval { by, on: on?, document })
}
