//! Questions from elsewhere: files as other programs write them, with everything that is lost told at its line; and what
//! is written comes back.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

mod noise;
mod reading;
mod round_trip;
mod shapes;
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};

use domain::decimal::Decimal;
use domain::unit::Localized;
use tool::exchange::{self, Answer, Draft, Format, Remarks};
use tool::language::Language;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange/samples").join(name)
}

fn read(format: Format, name: &str) -> (Vec<Draft>, Vec<String>) {
    let mut remarks = Remarks::default();
    let drafts = exchange::read(format, &fs::read(sample(name)).unwrap(), &mut remarks).unwrap();
    let told = remarks.sorted();
    (
        drafts,
        told.iter()
            .map(|remark| format!("{} {}", remark.line, remark.loss.sentence(Language::En)))
            .collect(),
    )
}

fn ja(text: &str) -> Localized {
    Localized::japanese_only(text)
}

fn choice(choices: &[&str], right: &[usize], multiple: bool) -> Answer {
    Answer::Choice {
        choices: choices.iter().map(|text| ja(text)).collect(),
        right: right.iter().copied().collect(),
        multiple,
    }
}

fn numeric(answer: &str, tolerance: &str, unit: &str) -> Answer {
    let number = |text| Decimal::read(text, "").unwrap();
    Answer::Numeric { answer: number(answer), tolerance: number(tolerance), unit: ja(unit) }
}
