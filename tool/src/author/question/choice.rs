//! Questions that are answered by choosing: true or false, one of several, all that apply.

use domain::catalog::QuestionKind;
use domain::unit::Localized;

use super::{Read, harmless, joined};
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::At;

/// A true/false question, which has no choices of its own.
pub(super) fn true_false(table: &mut Sheet<'_>) -> Read {
    for key in ["choices", "choices_en"] {
        if table.has(key) {
            table.note(table.place_of(key), Mistake::ChoicesOfTrueFalse {});
        }
        table.pass_over(key);
    }
    let right = table.flag("right");
    right
        .map_or_else(harmless, |right| (QuestionKind::TrueFalse { right: right.value }, Vec::new()))
}

/// A question with one right choice, or with several.
pub(super) fn of_choices(table: &mut Sheet<'_>, kind: &str) -> Read {
    let choices = choices(table);
    let right = table.wholes("right", i64::MIN..=i64::MAX);
    let right = right.and_then(|right| right_choices(table, right, choices.len()));
    let kind = right.and_then(|right| choosing(table, kind, right));
    kind.map_or_else(harmless, |kind| (kind, choices))
}

fn choosing(table: &Sheet<'_>, kind: &str, right: Vec<usize>) -> Option<QuestionKind> {
    match (kind, right.as_slice()) {
        ("single", [right]) => Some(QuestionKind::Single { right: *right }),
        ("single", several) => {
            table.note(table.place_of("right"), Mistake::RightNotOne { found: several.len() });
            None
        }
        _ => Some(QuestionKind::Multiple { right }),
    }
}

fn choices(table: &mut Sheet<'_>) -> Vec<Localized> {
    if !table.has("choices") {
        table.note(table.place(), Mistake::MissingKey { key: "question.choices".to_string() });
    }
    let ja = table.texts("choices");
    let en = table.texts("choices_en");
    if table.has("choices") && !(2..=10).contains(&ja.len()) {
        table.note(table.place_of("choices"), Mistake::ChoiceCount { found: ja.len() });
    }
    if !en.is_empty() && en.len() != ja.len() {
        let mistake = Mistake::ChoiceTranslation { ja: ja.len(), en: en.len() };
        table.note(table.place_of("choices_en"), mistake);
    }
    for (index, choice) in ja.iter().enumerate() {
        if ja[..index].iter().any(|other| other.value == choice.value) {
            table.note(choice.place.clone(), Mistake::ChoiceTwice { text: choice.value.clone() });
        }
    }
    joined(ja, en)
}

/// The right choices from 0, in the order of the choices; a number that is none, or stands twice, is reported.
fn right_choices(table: &Sheet<'_>, written: Vec<At<i64>>, choices: usize) -> Option<Vec<usize>> {
    let mut right = Vec::new();
    let mut sound = true;
    for number in written {
        let index = number.value.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let index = index.filter(|index| *index < choices);
        let mistake = match index {
            Some(index) if !right.contains(&index) => {
                right.push(index);
                continue;
            }
            Some(_) => Mistake::RightTwice { right: number.value },
            None => Mistake::RightOutOfRange { right: number.value, choices },
        };
        // Without choices there is a finding for that already.
        if choices > 0 {
            table.note(number.place, mistake);
        }
        sound = false;
    }
    right.sort_unstable();
    sound.then_some(right)
}
