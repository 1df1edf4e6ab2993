//! The texts of a course that are read through at each keystroke, and which of them is shown for what was found: one
//! list, so that nothing is found that cannot be shown.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use super::directory::{CodeList, CourseWords};
use super::{Field, Query};
use crate::catalog::Outline;
use crate::unit::Localized;

/// Who reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// It has an English form beside it.
    Japanese,
    /// It is the English form of another.
    English,
    /// It is in Japanese alone.
    All,
    /// It is in Latin letters alone, such as AED, and nobody asks of which language they are.
    Any,
}

/// A text that describes a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// What it is.
    pub field: Field,
    /// Its words.
    pub text: Cow<'a, str>,
    /// Who reads it.
    pub readers: Readers,
}

/// Everything that describes a course, in the order in which it is shown for what was found.
#[must_use]
pub fn described<'a>(
    outline: &'a Outline,
    words: Option<&'a CourseWords>,
    codes: Option<&'a CodeList>,
) -> Vec<Text<'a>> {
    let listing = &outline.listing;
    let mut texts = Vec::new();
    texts.extend(both(Field::Title, &outline.title));
    texts.extend(both(Field::Summary, &outline.summary));
    texts.extend(outline.chapters.iter().flat_map(|chapter| both(Field::Topic, &chapter.title)));
    let topics = words.into_iter().flat_map(|words| &words.topics);
    texts.extend(topics.flat_map(|topic| both(Field::Topic, topic)));
    texts.extend(listing.keywords.iter().map(|word| keyword(word)));
    let named = codes.into_iter().flat_map(|list| &list.codes.codes);
    for code in named.filter(|code| outline.curriculum.codes.contains(&code.code)) {
        texts.extend([one(Field::CodeName, &code.name), one(Field::CodeName, &code.kana)]);
    }
    texts.push(one(Field::Title, &listing.kana));
    texts.extend(words.map(|words| one(Field::Organiser, &words.organiser)));
    texts.extend(outline.curriculum.codes.iter().map(|code| Text {
        field: Field::Code,
        text: Cow::Owned(format!("CC{code}")),
        readers: Readers::All,
    }));
    texts
}

/// What to show of a course that was found: where one of the words stands, beside the title and the codes, which are
/// shown with every course. A text of the reader's language comes before one of the other; the summary, where the title
/// says it already or nothing does.
#[must_use]
pub fn excerpt<'a>(texts: &'a [Text<'a>], query: &Query, reader: Readers) -> Option<&'a Text<'a>> {
    let is_read = |text: &&Text<'_>| {
        matches!(text.readers, Readers::All | Readers::Any) || text.readers == reader
    };
    let has_word = |text: &&Text<'_>| query.is_in(&text.text);
    let first = |field: Field| texts.iter().filter(is_read).find(|text| text.field == field);
    let summary = first(Field::Summary);
    if first(Field::Title).is_some_and(|title| has_word(&title)) {
        return summary;
    }
    let found = || texts.iter().filter(|text| text.field != Field::Code).filter(has_word);
    found().find(is_read).or_else(|| found().next()).or(summary)
}

fn one(field: Field, text: &str) -> Text<'_> {
    Text { field, text: Cow::Borrowed(text), readers: Readers::All }
}

fn keyword(word: &str) -> Text<'_> {
    let readers = if word.is_ascii() { Readers::Any } else { Readers::All };
    Text { readers, ..one(Field::Keyword, word) }
}

/// The text in both languages, where they differ.
fn both(field: Field, text: &Localized) -> impl Iterator<Item = Text<'_>> {
    let of = |readers, text| Text { readers, ..one(field, text) };
    let (japanese, english) = match text.en() {
        english if english == text.ja() => (one(field, english), None),
        english => (of(Readers::Japanese, text.ja()), Some(of(Readers::English, english))),
    };
    [Some(japanese), english].into_iter().flatten()
}
