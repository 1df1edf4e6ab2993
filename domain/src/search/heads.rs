//! What describes the courses: short enough to be read through at each keystroke.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::fold::{Unit, fold, position};

/// Where something stands in a course, the weightiest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Who plans it.
    Organiser,
    /// The short text of the list.
    Summary,
    /// The title of a chapter, or a topic of its self-assessment.
    Topic,
    /// The name of one of its codes, or how that is read.
    CodeName,
    /// A word that its authors name.
    Keyword,
    /// The number of one of its codes.
    Code,
    /// The title, or how that is read.
    Title,
}

impl Field {
    const fn weight(self) -> u32 {
        match self {
            Self::Organiser => 20,
            Self::Summary => 25,
            Self::Topic => 40,
            Self::CodeName => 60,
            Self::Keyword => 65,
            Self::Code => 70,
            Self::Title => 100,
        }
    }
}

/// A word found in a course: where, and what that weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) field: Field,
    pub(super) weight: u32,
}

/// That a word is the whole of a text adds so much to its weight; that it begins it, less.
const MOST_BONUS: u32 = 9;

/// What a text has, roughly: one of 128 bits for all that mix to the same number. Hardly any text without a word has all
/// of the word's bits; the others are passed over without reading them.
type Bits = [u64; 2];

fn bits(numbers: impl Iterator<Item = u32>) -> Bits {
    let mut bits = [0; 2];
    for number in numbers {
        // The upper bits of such a product are mixed best.
        let mixed = number.wrapping_mul(0x9e37_79b1);
        bits[(mixed >> 31) as usize] |= 1 << (mixed >> 25 & 63);
    }
    bits
}

fn having([first, second]: Bits) -> impl Fn(&Bits) -> bool {
    move |bits| bits[0] & first == first && bits[1] & second == second
}

fn characters(text: &[Unit]) -> Bits {
    bits(text.iter().map(|unit| u32::from(*unit)))
}

/// The bits of each two neighbouring characters.
fn pairs(text: &[Unit]) -> Bits {
    bits(text.windows(2).map(|two| u32::from(two[0]) << 16 | u32::from(two[1])))
}

/// A word, and the bits that a text with it has.
struct Word<'a> {
    units: &'a [Unit],
    characters: Bits,
    pairs: Bits,
}

impl<'a> Word<'a> {
    fn new(units: &'a [Unit]) -> Self {
        Self { units, characters: characters(units), pairs: pairs(units) }
    }
}

/// The descriptions of all courses, folded. What each search looks at stands closely together: a course has tens of
/// texts, and a keystroke waits for the memory more than for anything else.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    units: Vec<Unit>,
    /// Where each text starts: one course after the other, and of each the weightiest first.
    starts: Vec<usize>,
    fields: Vec<Field>,
    characters: Vec<Bits>,
    pairs: Vec<Bits>,
    /// The first text of each course.
    courses: Vec<usize>,
}

impl Heads {
    /// Adds one course after the others, with all its texts.
    pub fn add<'a>(&mut self, texts: impl IntoIterator<Item = (Field, &'a str)>) {
        let mut folded: Vec<(Field, Vec<Unit>)> =
            texts.into_iter().map(|(field, text)| (field, fold(text))).collect();
        folded.sort_by_key(|(field, _)| Reverse(*field));
        self.courses.push(self.starts.len());
        for (field, text) in folded.into_iter().filter(|(_, text)| !text.is_empty()) {
            self.starts.push(self.units.len());
            self.fields.push(field);
            self.characters.push(characters(&text));
            self.pairs.push(pairs(&text));
            self.units.extend(text);
        }
    }

    /// How many courses there are.
    #[must_use]
    pub fn courses(&self) -> usize {
        self.courses.len()
    }

    /// The best place of a word in each course; only among those with a place in `part`, where that is what a part of the
    /// word was found in.
    pub(super) fn find(&self, term: &[Unit], part: Option<&[Option<Match>]>) -> Vec<Option<Match>> {
        let word = Word::new(term);
        let best = |course| self.best(course, &word);
        match part {
            None => (0..self.courses.len()).map(best).collect(),
            Some(part) => part
                .iter()
                .enumerate()
                .map(|(course, found)| found.and_then(|_| best(course)))
                .collect(),
        }
    }

    /// The weightiest thing of this course in which the word stands.
    pub(super) fn field(&self, course: usize, term: &[Unit]) -> Option<Field> {
        let mut texts = self.likely(course, &Word::new(term));
        let text = texts.find(|text| self.found(*text, term).is_some());
        text.map(|text| self.fields[text])
    }

    fn best(&self, course: usize, word: &Word<'_>) -> Option<Match> {
        let mut best: Option<Match> = None;
        for text in self.likely(course, word) {
            // This text and those that follow weigh no more.
            let most = self.fields[text].weight() + MOST_BONUS;
            if best.is_some_and(|best| best.weight >= most) {
                break;
            }
            if let Some(found) = self.found(text, word.units) {
                best = best.filter(|best| best.weight >= found.weight).or(Some(found));
            }
        }
        best
    }

    /// The texts of a course that have a word's bits.
    fn likely(&self, course: usize, word: &Word<'_>) -> impl Iterator<Item = usize> + use<'_> {
        let start = |course: usize| self.courses.get(course).copied().unwrap_or(self.starts.len());
        let texts = start(course)..start(course + 1);
        // A single character has no pair.
        let (bits, has_bits) = match word.units.len() {
            1 => (&self.characters, having(word.characters)),
            _ => (&self.pairs, having(word.pairs)),
        };
        let has_characters = having(word.characters);
        // Most texts fail at the first of the two, and the other is not even looked at.
        texts
            .clone()
            .zip(&bits[texts])
            .filter(move |(_, bits)| has_bits(bits))
            .map(|(text, _)| text)
            .filter(move |text| has_characters(&self.characters[*text]))
    }

    /// What it weighs that the word stands in a text. One that begins it weighs more, and one that is the whole of it
    /// still more.
    fn found(&self, text: usize, term: &[Unit]) -> Option<Match> {
        let end = self.starts.get(text + 1).copied().unwrap_or(self.units.len());
        let units = &self.units[self.starts[text]..end];
        let at = position(units, term)?;
        let bonus = match (at == 0, term.len() == units.len()) {
            (true, true) => MOST_BONUS,
            (true, false) => 5,
            _ => 0,
        };
        let field = self.fields[text];
        Some(Match { field, weight: field.weight() + bonus })
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn texts_without_a_word_are_passed_over() {
        let texts =
            ["胸骨圧迫の深さ", "人工呼吸", "Chest compressions", "圧迫止血", "AEDの使いかた"];
        let mut heads = Heads::default();
        heads.add(texts.iter().map(|text| (Field::Topic, *text)));
        let likely = |word: &str| heads.likely(0, &Word::new(&fold(word))).collect::<Vec<_>>();
        assert_eq!(
            (likely("圧迫"), likely("呼吸"), likely("press")),
            (vec![0, 3], vec![1], vec![2])
        );
        assert_eq!((likely("迫圧"), likely("心電図")), (vec![], vec![]));
        assert_eq!((likely("圧"), likely("電")), (vec![0, 3], vec![]));
    }
}
