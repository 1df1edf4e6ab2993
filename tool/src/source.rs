//! A source is one text file of an author, with the place of every byte in it.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::finding::Findings;
use crate::mistake::Mistake;

/// Where something stands in an author's file. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path below the folder that is checked, with `/` between its parts.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The first character of a file.
    pub fn start(file: &str) -> Self {
        Self { file: file.into(), line: 1, column: 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A value with the place where the author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub place: Place,
}

/// A text file as the author wrote it.
#[derive(Debug)]
pub struct Source {
    file: Arc<str>,
    text: String,
    /// Byte offset at which each line starts.
    lines: Vec<usize>,
}

impl Source {
    /// Takes a text under the name shown in findings.
    pub fn new(file: &str, text: String) -> Self {
        let lines =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file: file.into(), text, lines }
    }

    /// Reads a file. What cannot be read, is not UTF-8 or is empty is reported, and nothing comes back.
    pub fn read(root: &Path, file: &str, findings: &Findings) -> Option<Self> {
        if leads_outside(root, file) {
            findings.add(Place::start(file), Mistake::FileOutside { name: file.to_string() });
            return None;
        }
        let bytes = match std::fs::read(root.join(file)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                findings.add(Place::start(file), Mistake::FileMissing { name: file.to_string() });
                return None;
            }
            Err(error) => {
                findings.add(Place::start(file), Mistake::Unreadable { reason: error.to_string() });
                return None;
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let good =
                    String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()])
                        .into_owned();
                let end = good.len();
                findings.add(Self::new(file, good).place(end), Mistake::NotUtf8 {});
                return None;
            }
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text);
        if text.trim().is_empty() {
            findings.add(Place::start(file), Mistake::EmptyFile {});
            return None;
        }
        Some(Self::new(file, text))
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name shown in findings.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The byte offset of a place in this file.
    pub fn offset(&self, place: &Place) -> usize {
        let start = self.lines.get(place.line as usize - 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..).unwrap_or_default();
        let column = line.char_indices().nth(place.column as usize - 1);
        start + column.map_or(line.len(), |(at, _)| at)
    }

    /// The place of a byte offset; past the end it is the end.
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1];
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Place { file: self.file.clone(), line: line as u32, column: column as u32 }
    }
}

/// Whether a name can only mean a file inside the folder it is named below.
pub fn stays_inside(file: &str) -> bool {
    !file.contains(['\\', ':'])
        && file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

/// Whether symbolic links take a file out of the folder it is named below. What an author's folder holds may be
/// published, so a link must not bring in what lies elsewhere on the organiser's disk.
pub fn leads_outside(root: &Path, file: &str) -> bool {
    match (root.canonicalize(), root.join(file).canonicalize()) {
        (Ok(root), Ok(path)) => !path.starts_with(root),
        // What is not there, or cannot be looked at, is reported when it is read.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.toml", "章 = 1\n題名 = 2\n".to_string());
        assert_eq!(source.place(0).to_string(), "a.toml:1:1");
        assert_eq!(source.place("章 = 1\n題名".len()).to_string(), "a.toml:2:3");
        assert_eq!(source.place(999).to_string(), "a.toml:3:1");
        for offset in [0, "章".len(), "章 = 1\n題名".len(), source.text().len()] {
            assert_eq!(source.offset(&source.place(offset)), offset);
        }
    }
}
