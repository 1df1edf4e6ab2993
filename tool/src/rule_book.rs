//! The rule tables that courses are held against: those that come with the program, and those of the site, which stand
//! in for one of the same id or are added to them.

use std::path::Path;
use std::sync::OnceLock;

use domain::catalog::CATALOG_VERSION;
use domain::rules::{Codes, RuleEntry, RuleList, RuleTable, Specialist, TableBody, TableId};

use crate::author::rules;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::source::{Place, Source};

/// The folder of a site's own tables.
pub const FOLDER: &str = "rules";

macro_rules! built_in {
    ($($id:literal,)*) => {
        /// The tables that come with the program, in the order in which they are shown: file name and text.
        pub const BUILT_IN: &[(&str, &str)] = &[$((
            concat!($id, ".toml"),
            include_str!(concat!("../../content/rules/", $id, ".toml")),
        )),*];
    };
}

built_in! {
    "fire-1", "fire-1-2", "fire-1-3", "fire-2", "fire-3", "fire-3-2",
    "fire-4", "fire-5", "fire-6", "fire-7", "fire-8", "fire-9", "fire-10",
    "jma-als", "jma-cme", "jma-2016-2022-04",
    "paramedic-250", "jma-associations", "documents",
    "estimate",
}

/// The tables of a site.
#[derive(Clone, Debug)]
pub struct RuleBook {
    tables: Vec<RuleTable>,
}

impl RuleBook {
    /// The tables that come with the program.
    pub fn built_in() -> Self {
        static BOOK: OnceLock<RuleBook> = OnceLock::new();
        // A test reads each of them and finds nothing.
        let read = |(name, text): &(&str, &str)| {
            rules::read(&Source::new(name, (*text).to_string()), &Findings::default())
        };
        let book = || Self { tables: BUILT_IN.iter().filter_map(read).collect() };
        BOOK.get_or_init(book).clone()
    }

    /// Those, and the ones in `root/rules`. A table that has errors is reported and left out; the one that it would have
    /// stood in for is not used instead.
    pub fn read(root: &Path, findings: &Findings) -> Self {
        let mut book = Self::built_in();
        for name in files(&root.join(FOLDER)) {
            let file = format!("{FOLDER}/{name}");
            let Some(id) = name.strip_suffix(".toml") else {
                findings.add(Place::start(&file), Mistake::FileUnused { name: file.clone() });
                continue;
            };
            let source = Source::read(root, &file, findings);
            let own = source.as_ref().and_then(|source| rules::read(source, findings));
            let place = book.tables.iter().position(|table| table.id.as_str() == id);
            match (own, place) {
                (Some(own), Some(place)) => book.tables[place] = own,
                (Some(own), None) => book.tables.push(own),
                (None, Some(place)) => drop(book.tables.remove(place)),
                (None, None) => {}
            }
        }
        book
    }

    /// All tables, in the order in which they are shown.
    pub fn tables(&self) -> &[RuleTable] {
        &self.tables
    }

    /// When courses count as 専門医共通講習, where a table says so (R22).
    pub fn specialist(&self) -> Option<&Specialist> {
        self.tables.iter().find_map(|table| match &table.body {
            TableBody::Earning(earning) => Some(&earning.specialist),
            _ => None,
        })
    }

    /// The table of this id.
    pub fn table(&self, id: &TableId) -> Option<&RuleTable> {
        self.tables.iter().find(|table| table.id == *id)
    }

    /// The table of curriculum codes of this id.
    pub fn codes(&self, id: &str) -> Option<&Codes> {
        self.all_codes().find(|(table, _)| table.as_str() == id).map(|(_, codes)| codes)
    }

    /// Every table of curriculum codes.
    pub fn all_codes(&self) -> impl Iterator<Item = (&TableId, &Codes)> {
        self.tables.iter().filter_map(|table| match &table.body {
            TableBody::Codes(codes) => Some((&table.id, codes)),
            _ => None,
        })
    }

    /// `rules.json`.
    pub fn list(&self) -> RuleList {
        let tables = self.tables.iter().map(RuleEntry::from).collect();
        RuleList { version: CATALOG_VERSION, tables }
    }
}

/// Names of the files of a folder, sorted; no hidden ones, no notes for people.
fn files(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    let mut names: Vec<String> =
        files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.') && !name.ends_with(".md"));
    names.sort();
    names
}
