//! The keys of `course.toml` that place a course: how it is found, and which table it stands under. All optional.

use domain::catalog::{Listing, SourceKind, SpecialistCategory, SpecialistCredit, TrainingTag};
use domain::rules::{DetailId, TableId};

use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::At;

const SOURCE_KINDS: &[(&str, SourceKind)] = &[
    ("cme-lecture", SourceKind::CmeLecture),
    ("partner-lecture", SourceKind::PartnerLecture),
    ("journal", SourceKind::Journal),
    ("radio", SourceKind::Radio),
    ("journal-online", SourceKind::JournalOnline),
    ("other", SourceKind::Other),
];
const TAGS: &[(&str, TrainingTag)] = &[
    ("psychotropic-long-term", TrainingTag::PsychotropicLongTerm),
    ("chronic-disease-guidance", TrainingTag::ChronicDiseaseGuidance),
];
pub(super) const CATEGORIES: &[(&str, SpecialistCategory)] = &[
    ("medical-ethics", SpecialistCategory::MedicalEthics),
    ("medical-safety", SpecialistCategory::MedicalSafety),
    ("infection-control", SpecialistCategory::InfectionControl),
];

/// What helps people find the course.
pub fn listing(sheet: &mut Sheet<'_>) -> Listing {
    let plain = |texts: Vec<At<String>>| texts.into_iter().map(|text| text.value).collect();
    Listing {
        kana: sheet.optional_text("kana").map_or_else(String::new, |kana| kana.value),
        keywords: plain(sheet.texts("keywords")),
        source_kind: sheet
            .optional_text("source_kind")
            .and_then(|word| one_of(sheet, "source_kind", word, SOURCE_KINDS))
            .unwrap_or_default(),
        tags: {
            let words = sheet.texts("tags");
            words.into_iter().filter_map(|word| one_of(sheet, "tags", word, TAGS)).collect()
        },
        specialist: specialist(sheet),
    }
}

/// The rule table that the course names. Whether there is such a table is for the linter.
pub fn rule_table(sheet: &mut Sheet<'_>) -> Option<TableId> {
    let table = sheet.optional_text("rule_table")?;
    name(sheet, "rule_table", table, TableId::new)
}

/// The 細目 that a chapter teaches.
pub fn covers(sheet: &mut Sheet<'_>) -> Vec<At<DetailId>> {
    let words = sheet.texts("covers");
    let read = |word: At<String>| {
        let place = word.place.clone();
        name(sheet, "covers", word, DetailId::new).map(|value| At { value, place })
    };
    words.into_iter().filter_map(read).collect()
}

fn specialist(sheet: &mut Sheet<'_>) -> Option<SpecialistCredit> {
    if !sheet.has("specialist") {
        sheet.pass_over("specialist");
        return None;
    }
    let mut table = sheet.table("specialist")?;
    let category = table.text("category").map(|word| {
        let known = CATEGORIES.iter().find(|(name, _)| *name == word.value);
        known.map_or(SpecialistCategory::Named(word.value), |(_, category)| category.clone())
    });
    let units = table.decimal("units", 0.5..=10.0);
    table.finish();
    let units_tenths = (units?.value * 10.0).round() as u16;
    Some(SpecialistCredit { category: category?, units_tenths })
}

pub(super) fn one_of<T: Clone>(
    sheet: &Sheet<'_>,
    key: &str,
    word: At<String>,
    known: &[(&str, T)],
) -> Option<T> {
    if let Some((_, value)) = known.iter().find(|(name, _)| *name == word.value) {
        return Some(value.clone());
    }
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let mistake =
        Mistake::UnknownWord { key: key.to_string(), found: word.value, known: names.join(", ") };
    sheet.note(word.place, mistake);
    None
}

fn name<T>(
    sheet: &Sheet<'_>,
    key: &str,
    word: At<String>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = read(&word.value);
    if value.is_none() {
        sheet.note(word.place, Mistake::IdForm { key: key.to_string(), found: word.value });
    }
    value
}
