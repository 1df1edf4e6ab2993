//! Which codes of a table are meant by what is typed: also those of which there is no course.

use alloc::vec::Vec;

use super::Query;
use super::fold::{Unit, fold, position};
use crate::rules::{Code, Codes};

/// How a code is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meant {
    /// Some of its name, or of how that is read, is typed.
    InPart,
    /// Its number is typed, or the whole of its name.
    Wholly,
}

/// Whether a code is meant, and how. A number is a code, not a part of one; `CC` before it says nothing more.
#[must_use]
pub fn meant(query: &Query, code: &Code) -> Option<Meant> {
    let (number, name, kana) = (fold(&code.code), fold(&code.name), fold(&code.kana));
    let (mut has_number, mut whole) = (false, Vec::new());
    for word in query.terms() {
        match number_of(word) {
            Some([]) => {}
            Some(typed) if *typed == *number => has_number = true,
            Some(_) => return None,
            None if [&name, &kana].iter().any(|text| position(text, word).is_some()) => {
                whole.extend_from_slice(word)
            }
            None => return None,
        }
    }
    match has_number || whole == name || whole == kana {
        true => Some(Meant::Wholly),
        false => Some(Meant::InPart),
    }
}

/// The codes that are meant and that no course has; those that are meant in part only where nothing else was found, and
/// no other is meant wholly.
#[must_use]
pub fn without_course<'a>(
    query: &Query,
    codes: &'a Codes,
    found_none: bool,
    has_course: impl Fn(&Code) -> bool,
) -> Vec<&'a Code> {
    // The letters alone mean every code.
    if query.terms().iter().all(|word| number_of(word) == Some(&[])) {
        return Vec::new();
    }
    let how = |code: &'a Code| meant(query, code).map(|how| (how, code));
    let named: Vec<(Meant, &Code)> = codes.codes.iter().filter_map(how).collect();
    let is_whole = named.iter().any(|(how, _)| *how == Meant::Wholly);
    let told = if is_whole { Meant::Wholly } else { Meant::InPart };
    let is_told = |(how, code): &(Meant, &Code)| {
        *how == told && (is_whole || found_none) && !has_course(code)
    };
    named.into_iter().filter(is_told).map(|(_, code)| code).collect()
}

/// Whether what is typed is a number, alone or after the letters of the codes, and no words.
#[must_use]
pub fn is_number(query: &Query) -> bool {
    let numbers: Option<Vec<&[Unit]>> = query.terms().iter().map(|word| number_of(word)).collect();
    numbers.is_some_and(|numbers| numbers.iter().any(|number| !number.is_empty()))
}

/// The digits of a word that is the number of a code, with its letters or without; of the letters alone, none.
fn number_of(word: &[Unit]) -> Option<&[Unit]> {
    let letters = [Unit::from(b'c'); 2];
    let digits = word.strip_prefix(&letters).unwrap_or(word);
    let is_digit = |unit: &Unit| (Unit::from(b'0')..=Unit::from(b'9')).contains(unit);
    digits.iter().all(is_digit).then_some(digits)
}
