//! What was typed, word by word.

use alloc::vec::Vec;

use super::fold::{Unit, fold, position};

/// Words of a search; all of them have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Vec<Unit>>,
}

impl Query {
    /// Reads what was typed: spaces of any width part words. A word of signs alone asks for nothing.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut terms: Vec<Vec<Unit>> = Vec::new();
        for term in typed.split_whitespace().map(fold).filter(|term| !term.is_empty()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_of_any_width_part_words_and_signs_alone_are_none() {
        let query = Query::parse("　胸骨 ・  AED　ａｅｄ ");
        assert_eq!(query.terms(), [fold("胸骨"), fold("aed")]);
        assert!(Query::parse(" 、 ー").is_empty());
    }
}
