//! What was typed, word by word.

use alloc::vec::Vec;

use super::fold::{Unit, fold, position};

/// Words of a search; all of them have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Vec<Unit>>,
}

impl Query {
    /// Reads what was typed: spaces of any width part words, and so do hyphens between Latin words, which texts write in
    /// either way (`first-aid`, but not `e-learning`). A word of signs alone asks for nothing.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut terms: Vec<Vec<Unit>> = Vec::new();
        let words = typed.split_whitespace().flat_map(parts);
        for term in words.map(fold).filter(|term| !term.is_empty()) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self { terms }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether one of the words stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let units = fold(text);
        self.terms.iter().any(|term| position(&units, term).is_some())
    }

    /// The words, folded; none is empty.
    #[must_use]
    pub fn terms(&self) -> &[Vec<Unit>] {
        &self.terms
    }
}

/// The parts of a word with hyphens, where each is a Latin word; else the word.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
    let is_word =
        |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let are_words = word.split(HYPHENS).all(is_word);
    let parts = are_words.then(|| word.split(HYPHENS));
    let whole = (!are_words).then_some(word);
    parts.into_iter().flatten().chain(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_part_latin_words_and_no_others() {
        let terms = |typed: &str| Query::parse(typed).terms().to_vec();
        assert_eq!(terms("first-aid"), terms("first aid"));
        assert_eq!(terms("chest‐compressions"), terms("chest compressions"));
        assert_eq!(terms("e-learning"), terms("elearning"));
        assert_eq!(terms("救急-ALS"), terms("救急ALS"));
        assert_eq!((terms("-").len(), terms("ab-").len()), (0, 1));
    }

    #[test]
    fn spaces_of_any_width_part_words_and_signs_alone_are_none() {
        let query = Query::parse("　胸骨 ・  AED　ａｅｄ ");
        assert_eq!(query.terms(), [fold("胸骨"), fold("aed")]);
        assert!(Query::parse(" 、 ー").is_empty());
    }
}
