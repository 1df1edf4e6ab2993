//! Whether a question that comes in is in the course already.

use domain::catalog::Region;
use domain::unit::Localized;

use super::{Answer, Draft};

impl Draft {
    /// Whether both ask the same in Japanese, of the same kind, with the same choices and the same key. Most forms carry no
    /// more than that, and no unit.
    #[must_use]
    pub fn asks_the_same(&self, there: &Self) -> bool {
        is_same(&self.text, &there.text) && asks_the_same(&self.answer, &there.answer)
    }

    /// Whether it says something beside that, which the one that is there does not say, or says otherwise.
    #[must_use]
    pub fn says_more_than(&self, there: &Self) -> bool {
        let differs = |own: &Option<_>, other: &Option<_>| own.is_some() && own != other;
        let has_words = |text: &Localized| !text.ja.is_empty();
        let english = self.texts().zip(there.texts());
        (has_words(&self.why) && !is_same(&self.why, &there.why))
            || differs(&self.teaches, &there.teaches)
            || differs(&self.scene, &there.scene)
            || english.into_iter().any(|(own, other)| own.en.is_some() && own.en != other.en)
            || match (&self.answer, &there.answer) {
                (
                    Answer::Hotspot { alt, region, .. },
                    Answer::Hotspot { alt: other_alt, region: other_region, .. },
                ) => {
                    (has_words(alt) && !is_same(alt, other_alt))
                        || (has_words(region) && !is_same(region, other_region))
                }
                _ => false,
            }
    }
}

fn asks_the_same(own: &Answer, there: &Answer) -> bool {
    match (own, there) {
        (Answer::TrueFalse(own), Answer::TrueFalse(there)) => own == there,
        (
            Answer::Choice { choices, right, multiple },
            Answer::Choice { choices: others, right: other_right, multiple: other_multiple },
        ) => (right, multiple) == (other_right, other_multiple) && are_same(choices, others),
        (Answer::Order(items), Answer::Order(others)) => are_same(items, others),
        (Answer::Match(pairs), Answer::Match(others)) => {
            let is_pair = |(own, other): (&(Localized, Localized), &(Localized, Localized))| {
                is_same(&own.0, &other.0) && is_same(&own.1, &other.1)
            };
            pairs.len() == others.len() && pairs.iter().zip(others).all(is_pair)
        }
        (
            Answer::Numeric { answer, tolerance, unit },
            Answer::Numeric { answer: other, tolerance: other_tolerance, unit: other_unit },
        ) => {
            (answer, tolerance) == (other, other_tolerance)
                && (unit.ja.is_empty() || is_same(unit, other_unit))
        }
        (
            Answer::Hotspot { image, regions, .. },
            Answer::Hotspot { image: other, regions: other_regions, .. },
        ) => {
            let mut pairs = regions.iter().zip(other_regions);
            image == other
                && regions.len() == other_regions.len()
                && pairs.all(|(own, there)| is_about(own, there))
        }
        _ => false,
    }
}

/// Places that went through whole pixels come back a little aside: two thousandths of a picture are no other place.
const ASIDE: u16 = 20;

fn is_about(own: &Region, there: &Region) -> bool {
    let (own, there) = (numbers(own), numbers(there));
    let is_near = |(own, there): (&u16, &u16)| own.abs_diff(*there) <= ASIDE;
    own.0 == there.0 && own.1.len() == there.1.len() && own.1.iter().zip(&there.1).all(is_near)
}

/// A shape and its numbers.
fn numbers(region: &Region) -> (&'static str, Vec<u16>) {
    match region {
        Region::Circle { middle, radius } => ("circle", vec![middle.x, middle.y, *radius]),
        Region::Rect { corner, width, height } => {
            ("rect", vec![corner.x, corner.y, *width, *height])
        }
        Region::Polygon { corners } => {
            ("polygon", corners.iter().flat_map(|corner| [corner.x, corner.y]).collect())
        }
    }
}

fn are_same(own: &[Localized], there: &[Localized]) -> bool {
    own.len() == there.len() && own.iter().zip(there).all(|(own, there)| is_same(own, there))
}

fn is_same(own: &Localized, there: &Localized) -> bool {
    own.ja == there.ja
}
