//! Questions that are answered by arranging: an order, and pairs.

use std::ops::RangeInclusive;

use domain::catalog::{Pair, QuestionKind};
use domain::unit::Localized;

use super::joined;
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::At;

/// Items that fit on a phone's screen with their buttons.
const ITEMS: RangeInclusive<usize> = 3..=8;
/// Pairs that a learner can hold in mind.
const PAIRS: RangeInclusive<usize> = 2..=8;

/// `items`, in the right order.
pub(super) fn order(table: &mut Sheet<'_>) -> Option<QuestionKind> {
    if !table.has("items") {
        table.note(table.place(), Mistake::MissingKey { key: "question.items".to_string() });
    }
    let (ja, en) = (table.texts("items"), table.texts("items_en"));
    if !table.has("items") {
        return None;
    }
    if !ITEMS.contains(&ja.len()) {
        table.note(table.place_of("items"), Mistake::ItemCount { found: ja.len() });
    }
    if !en.is_empty() && en.len() != ja.len() {
        let mistake = Mistake::ItemTranslation { ja: ja.len(), en: en.len() };
        table.note(table.place_of("items_en"), mistake);
    }
    report_twice(table, &ja, |text| Mistake::ItemTwice { text });
    Some(QuestionKind::Order { items: joined(ja, en) })
}

/// `pairs`, each a left with its right.
pub(super) fn pairs(table: &mut Sheet<'_>) -> Option<QuestionKind> {
    if !table.has("pairs") {
        table.note(table.place(), Mistake::MissingKey { key: "question.pairs".to_string() });
    }
    let (ja, en) = (sides(table, "pairs"), sides(table, "pairs_en"));
    if !table.has("pairs") {
        return None;
    }
    let (lefts, rights) = ja?;
    let (lefts_en, rights_en) = en?;
    if !PAIRS.contains(&lefts.len()) {
        table.note(table.place_of("pairs"), Mistake::PairCount { found: lefts.len() });
    }
    if !lefts_en.is_empty() && lefts_en.len() != lefts.len() {
        let mistake = Mistake::PairTranslation { ja: lefts.len(), en: lefts_en.len() };
        table.note(table.place_of("pairs_en"), mistake);
    }
    report_twice(table, &lefts, |text| Mistake::PairTwice { text });
    report_twice(table, &rights, |text| Mistake::PairTwice { text });
    let (lefts, rights) = (joined(lefts, lefts_en), joined(rights, rights_en));
    let pair = |(left, right): (Localized, Localized)| Pair { left, right };
    Some(QuestionKind::Match { pairs: lefts.into_iter().zip(rights).map(pair).collect() })
}

/// Texts with the places where they stand.
type Texts = Vec<At<String>>;

/// The lefts and the rights of a list of pairs; `None` when one is no pair, which is reported.
fn sides(table: &mut Sheet<'_>, key: &str) -> Option<(Texts, Texts)> {
    let lists = table.text_lists(key)?;
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    let mut sound = true;
    for list in lists {
        let found = list.value.len();
        match <[At<String>; 2]>::try_from(list.value) {
            Ok([left, right]) => {
                lefts.push(left);
                rights.push(right);
            }
            Err(_) => {
                table.note(list.place, Mistake::PairForm { found });
                sound = false;
            }
        }
    }
    sound.then_some((lefts, rights))
}

fn report_twice(table: &Sheet<'_>, texts: &[At<String>], mistake: fn(String) -> Mistake) {
    for (index, text) in texts.iter().enumerate() {
        if texts[..index].iter().any(|other| other.value == text.value) {
            table.note(text.place.clone(), mistake(text.value.clone()));
        }
    }
}
