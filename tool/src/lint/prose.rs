//! All that learners can read of a course, as runs of characters that know where they stand: TOML texts, lecture texts,
//! captions, the lettering of figures. Line breaks, spaces and emphasis are left out, so that a word is found however it is
//! set.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::author::captions;
use crate::finding::Findings;
use crate::source::{Place, Source};

/// A run of characters that belong together.
pub(super) struct Prose {
    /// Each character with its byte offset in the file.
    pub(super) characters: Vec<(char, usize)>,
}

/// A file, and what can be read in it.
pub(super) struct Reading {
    source: Source,
    /// Its runs, in order.
    pub(super) prose: Vec<Prose>,
}

impl Reading {
    /// Reads a file. One that cannot be read has a finding already, and is nothing here.
    pub(super) fn of(name: &str, path: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let text = text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text);
        let source = Source::new(name, text);
        let prose = match name.rsplit('.').next()?.to_ascii_lowercase().as_str() {
            "toml" => toml(source.text(), 0),
            "md" => chapter(source.text()),
            "vtt" => vec![caption(&source)],
            "svg" => figure(source.text())?,
            _ => return None,
        };
        Some(Self { source, prose })
    }

    /// Where a character stands.
    pub(super) fn place(&self, offset: usize) -> Place {
        self.source.place(offset)
    }
}

impl Prose {
    fn new(text: &str, base: usize) -> Self {
        let mut prose = Self { characters: Vec::new() };
        prose.push(text, base);
        prose
    }

    fn push(&mut self, text: &str, base: usize) {
        let read = text.char_indices().filter(|(_, c)| !c.is_whitespace() && *c != '*');
        self.characters.extend(read.map(|(at, c)| (c, base + at)));
    }

    /// A text as it is read, and as it is written there. Where the two differ its characters stand nowhere as they are
    /// read: the beginning stands for all.
    fn push_read(&mut self, read: &str, raw: &str, base: usize) {
        let from = self.characters.len();
        self.push(read, base);
        if read != raw {
            self.characters[from..].iter_mut().for_each(|(_, at)| *at = base);
        }
    }

    /// Where a word begins, as positions among the characters.
    pub(super) fn find<'a>(&'a self, word: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let windows = self.characters.windows(word.len().max(1)).enumerate();
        windows.filter(move |(_, of)| of.iter().map(|(c, _)| c).eq(word)).map(|(at, _)| at)
    }

    /// The characters around a stretch, for a sentence about it.
    pub(super) fn around(&self, at: usize, length: usize, reach: usize) -> String {
        let end = (at + length + reach).min(self.characters.len());
        self.characters[at.saturating_sub(reach)..end].iter().map(|(c, _)| c).collect()
    }
}

/// Front matter, then the lecture text.
fn chapter(text: &str) -> Vec<Prose> {
    let mut fences = text.match_indices("+++").map(|(at, _)| at);
    let (Some(open), Some(close)) = (fences.next(), fences.next()) else {
        return vec![Prose::new(text, 0)];
    };
    let mut prose = toml(&text[open + 3..close], open + 3);
    prose.push(Prose::new(&text[close + 3..], close + 3));
    prose
}

/// Every text of a TOML file; comments are nobody's reading.
fn toml(text: &str, base: usize) -> Vec<Prose> {
    let (root, _) = DeTable::parse_recoverable(text);
    let mut prose = Vec::new();
    for value in root.get_ref().values() {
        values(value, text, base, &mut prose);
    }
    prose
}

fn values(value: &Spanned<DeValue<'_>>, text: &str, base: usize, prose: &mut Vec<Prose>) {
    let start = value.span().start;
    match value.get_ref() {
        DeValue::String(decoded) => match text.get(value.span()) {
            Some(raw) if !raw.contains('\\') => prose.push(Prose::new(raw, base + start)),
            raw => {
                let mut one = Prose::new("", 0);
                one.push_read(decoded, raw.unwrap_or_default(), base + start);
                prose.push(one);
            }
        },
        DeValue::Array(items) => items.iter().for_each(|item| values(item, text, base, prose)),
        DeValue::Table(table) => table.values().for_each(|item| values(item, text, base, prose)),
        _ => {}
    }
}

/// All captions as one run: a sentence goes on from one to the next.
fn caption(source: &Source) -> Prose {
    let mut prose = Prose { characters: Vec::new() };
    for cue in captions::read(source, None, &Findings::default()) {
        for line in cue.lines {
            prose.push(&line.value, source.offset(&line.place));
        }
    }
    prose
}

/// The lettering of a figure.
fn figure(text: &str) -> Option<Vec<Prose>> {
    let document = roxmltree::Document::parse(text).ok()?;
    let mut prose = Prose { characters: Vec::new() };
    for node in document.descendants().filter(|node| node.is_text()) {
        let (raw, read) = (&text[node.range()], node.text().unwrap_or_default());
        prose.push_read(read, raw, node.range().start);
    }
    Some(vec![prose])
}
