//! A sheet is one table of an author's TOML, read key by key. Every reading notes what is missing or of a wrong kind at
//! its line and goes on, so that one run finds everything; `finish` reports the keys that nobody asked for.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use domain::decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Findings;
use crate::mistake::{Mistake, Wanted};
use crate::source::{At, Place, Source};

/// The parsed TOML of a whole file, or of the front matter of a chapter.
pub struct Document<'a> {
    source: &'a Source,
    findings: &'a Findings,
    /// Byte offset of the TOML within the file.
    base: usize,
    root: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// Parses `text`, which stands in `source` at byte `base`. Every syntax error is reported; with any, nothing comes back,
    /// because what was recovered would be reported as missing.
    pub fn parse(
        source: &'a Source,
        text: &'a str,
        base: usize,
        findings: &'a Findings,
    ) -> Option<Self> {
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = base + error.span().map_or(0, |span| span.start);
            findings.add(
                source.place(at),
                Mistake::TomlSyntax { message: error.message().replace('\n', " ") },
            );
        }
        errors.is_empty().then_some(Self { source, findings, base, root })
    }

    /// The top table.
    pub fn sheet(&self) -> Sheet<'_> {
        Sheet {
            document: self,
            table: self.root.get_ref(),
            place: self.source.place(self.base),
            path: String::new(),
            asked: BTreeSet::new(),
        }
    }
}

/// One table of a document, and which of its keys have been asked for.
pub struct Sheet<'d> {
    document: &'d Document<'d>,
    table: &'d DeTable<'d>,
    place: Place,
    path: String,
    asked: BTreeSet<String>,
}

impl<'d> Sheet<'d> {
    /// Where the table starts.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Where the value of a key stands, or else the table.
    pub fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or_else(|| self.place(), |value| self.at(value))
    }

    /// Whether the author wrote the key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Notes a mistake of this sheet.
    pub fn note(&self, place: Place, mistake: Mistake) {
        self.document.findings.add(place, mistake);
    }

    fn at(&self, value: &Spanned<DeValue<'_>>) -> Place {
        self.document.source.place(self.document.base + value.span().start)
    }

    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    fn ask(&mut self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.asked.insert(key.to_string());
        self.table.get(key)
    }

    fn require(&mut self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        let value = self.ask(key);
        if value.is_none() {
            self.note(self.place(), Mistake::MissingKey { key: self.name(key) });
        }
        value
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: Wanted) {
        let found = value.get_ref().type_str();
        self.note(
            self.at(value),
            Mistake::WrongKind { key: self.name(key), wanted, found: found.to_string() },
        );
    }

    fn as_text(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<At<String>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, Wanted::Text);
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            self.note(self.at(value), Mistake::EmptyText { key: self.name(key) });
            return None;
        }
        Some(At { value: text.to_string(), place: self.at(value) })
    }

    /// A text that must be there and not be empty.
    pub fn text(&mut self, key: &str) -> Option<At<String>> {
        let value = self.require(key)?;
        self.as_text(key, value)
    }

    /// A text that may be left out, but not be empty.
    pub fn optional_text(&mut self, key: &str) -> Option<At<String>> {
        let value = self.ask(key)?;
        self.as_text(key, value)
    }

    /// `key.ja` (required) and `key.en`.
    pub fn localized(&mut self, key: &str) -> Option<(At<String>, Option<At<String>>)> {
        let mut inner = self.table(key)?;
        let ja = inner.text("ja");
        let en = inner.optional_text("en");
        inner.finish();
        Some((ja?, en))
    }

    /// A list of texts that may be left out.
    pub fn texts(&mut self, key: &str) -> Vec<At<String>> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, value, Wanted::Texts);
            return Vec::new();
        };
        let text = |item: &'d Spanned<DeValue<'d>>| {
            if item.get_ref().is_str() {
                return self.as_text(key, item);
            }
            self.wrong(key, item, Wanted::Texts);
            None
        };
        array.iter().filter_map(text).collect()
    }

    fn as_whole(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        range: RangeInclusive<i64>,
    ) -> Option<At<i64>> {
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong(key, value, Wanted::Whole);
            return None;
        };
        match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if range.contains(&number) => {
                Some(At { value: number, place: self.at(value) })
            }
            _ => {
                let (least, most) = (range.start().to_string(), range.end().to_string());
                let found = integer.to_string();
                self.note(
                    self.at(value),
                    Mistake::OutOfRange { key: self.name(key), least, most, found },
                );
                None
            }
        }
    }

    /// A whole number within a range.
    pub fn whole(&mut self, key: &str, range: RangeInclusive<i64>) -> Option<At<i64>> {
        let value = self.require(key)?;
        self.as_whole(key, value, range)
    }

    /// A list of whole numbers.
    pub fn wholes(&mut self, key: &str, range: RangeInclusive<i64>) -> Option<Vec<At<i64>>> {
        let value = self.require(key)?;
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, value, Wanted::Wholes);
            return None;
        };
        array.iter().map(|item| self.as_whole(key, item, range.clone())).collect()
    }

    /// A decimal number within a range; a whole number is one too.
    pub fn decimal(&mut self, key: &str, range: RangeInclusive<f64>) -> Option<At<f64>> {
        let value = self.require(key)?;
        let written = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) if integer.radix() == 10 => {
                integer.as_str().parse::<f64>().ok()
            }
            _ => {
                self.wrong(key, value, Wanted::Decimal);
                return None;
            }
        };
        match written {
            Some(number) if range.contains(&number) => {
                Some(At { value: number, place: self.at(value) })
            }
            _ => {
                let (least, most) = (range.start().to_string(), range.end().to_string());
                let found = written.map_or_else(String::new, |number| number.to_string());
                self.note(
                    self.at(value),
                    Mistake::OutOfRange { key: self.name(key), least, most, found },
                );
                None
            }
        }
    }

    fn as_number(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        wanted: Wanted,
    ) -> Option<At<Decimal>> {
        let written = match value.get_ref() {
            DeValue::Float(float) => float.as_str().replace('_', ""),
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().replace('_', ""),
            _ => {
                self.wrong(key, value, wanted);
                return None;
            }
        };
        match Decimal::read(&written, "") {
            Ok(number) => Some(At { value: number, place: self.at(value) }),
            Err(_) => {
                let mistake = Mistake::NumberForm { key: self.name(key), found: written };
                self.note(self.at(value), mistake);
                None
            }
        }
    }

    /// A number of at most three decimals, exactly as it is written.
    pub fn number(&mut self, key: &str) -> Option<At<Decimal>> {
        let value = self.require(key)?;
        self.as_number(key, value, Wanted::Decimal)
    }

    /// A list of such numbers.
    pub fn numbers(&mut self, key: &str) -> Option<Vec<At<Decimal>>> {
        let value = self.require(key)?;
        self.list_of(key, value, Wanted::Decimals, |item| {
            self.as_number(key, item, Wanted::Decimals)
        })
    }

    /// A list of lists of such numbers.
    pub fn number_lists(&mut self, key: &str) -> Option<Vec<At<Vec<At<Decimal>>>>> {
        let value = self.require(key)?;
        let wanted = Wanted::Polygon;
        self.list_of(key, value, wanted, |list| {
            let numbers =
                self.list_of(key, list, wanted, |item| self.as_number(key, item, wanted))?;
            Some(At { value: numbers, place: self.at(list) })
        })
    }

    /// A list of lists of texts; nothing in it when it is left out.
    pub fn text_lists(&mut self, key: &str) -> Option<Vec<At<Vec<At<String>>>>> {
        let Some(value) = self.ask(key) else { return Some(Vec::new()) };
        let wanted = Wanted::TextLists;
        self.list_of(key, value, wanted, |list| {
            let texts = self.list_of(key, list, wanted, |item| self.as_text(key, item))?;
            Some(At { value: texts, place: self.at(list) })
        })
    }

    /// All items of a list, each read; `None` when one could not be, which is reported.
    fn list_of<T>(
        &self,
        key: &str,
        value: &'d Spanned<DeValue<'d>>,
        wanted: Wanted,
        read: impl Fn(&'d Spanned<DeValue<'d>>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, value, wanted);
            return None;
        };
        // Read to the end: every mistake is reported.
        let items: Vec<Option<T>> = array.iter().map(read).collect();
        items.into_iter().collect()
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &str) -> Option<At<bool>> {
        let value = self.require(key)?;
        let Some(flag) = value.get_ref().as_bool() else {
            self.wrong(key, value, Wanted::Flag);
            return None;
        };
        Some(At { value: flag, place: self.at(value) })
    }

    fn inner(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<Sheet<'d>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, Wanted::Table);
            return None;
        };
        let path = format!("{}.", self.name(key));
        Some(Sheet {
            document: self.document,
            table,
            place: self.at(value),
            path,
            asked: BTreeSet::new(),
        })
    }

    /// A table that must be there.
    pub fn table(&mut self, key: &str) -> Option<Sheet<'d>> {
        let value = self.require(key)?;
        self.inner(key, value)
    }

    /// A list of tables (`[[key]]`) that may be left out.
    pub fn tables(&mut self, key: &str) -> Vec<Sheet<'d>> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, value, Wanted::Tables);
            return Vec::new();
        };
        array.iter().filter_map(|item| self.inner(key, item)).collect()
    }

    /// Takes a key as known without reading it: another mistake already speaks of it.
    pub fn pass_over(&mut self, key: &str) {
        self.asked.insert(key.to_string());
    }

    /// Reports every key that was not asked for. To be called when the sheet has been read.
    pub fn finish(self) {
        let known: Vec<&str> = self.asked.iter().map(String::as_str).collect();
        for key in self.table.keys() {
            if !self.asked.contains(key.get_ref().as_ref()) {
                let place = self.document.source.place(self.document.base + key.span().start);
                let mistake =
                    Mistake::UnknownKey { key: self.name(key.get_ref()), known: known.join(", ") };
                self.note(place, mistake);
            }
        }
    }
}
