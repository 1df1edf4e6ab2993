//! Curriculum codes.

use domain::rules::{Code, Codes};

use super::{Reader, list};
use crate::author::site::text;
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::Place;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Codes {
    if !sheet.has("list") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "list".to_string() });
    }
    let mut seen: Vec<(String, Place)> = Vec::new();
    Codes {
        edition: text(sheet, "edition"),
        statement: reader.statement(sheet, "statement"),
        codes: list(sheet, "list", |one| {
            let place = one.place_of("code");
            let code = text(one, "code");
            match seen.iter().find(|(other, _)| *other == code && !code.is_empty()) {
                Some((_, first)) => {
                    let mistake = Mistake::DuplicateId { id: code.clone(), first: first.clone() };
                    one.note(place, mistake);
                }
                None => seen.push((code.clone(), place)),
            }
            Code {
                code,
                name: text(one, "name"),
                kana: one.optional_text("kana").map_or_else(String::new, |kana| kana.value),
                confirmed: one.flag("confirmed").is_some_and(|flag| flag.value),
            }
        }),
    }
}
