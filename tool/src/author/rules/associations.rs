//! Associations with telephone.

use domain::rules::{Association, Associations, Layer};

use super::{Reader, list, whole};
use crate::author::site::text;
use crate::mistake::Mistake;
use crate::sheet::Sheet;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Associations {
    if !sheet.has("list") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "list".to_string() });
    }
    Associations {
        layers: list(sheet, "layers", |one| Layer {
            title: text(one, "title"),
            count: whole(one, "count", 1..=10_000),
            statement: reader.statement(one, "statement"),
        }),
        associations: list(sheet, "list", |one| Association {
            name: text(one, "name"),
            kana: text(one, "kana"),
            en: text(one, "en"),
            telephone: telephone(one),
        }),
        statement: reader.statement(sheet, "statement"),
    }
}

fn telephone(sheet: &mut Sheet<'_>) -> String {
    let Some(written) = sheet.text("telephone") else { return String::new() };
    let digits = written.value.bytes().filter(u8::is_ascii_digit).count();
    let plain = written.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !plain || !written.value.starts_with('0') || !(10..=11).contains(&digits) {
        sheet.note(written.place, Mistake::TelephoneForm { found: written.value.clone() });
    }
    written.value
}
