//! What stands in the verdict's place where nothing could be judged, so that no earlier verdict stays on show.

use super::finding::Input;
use crate::browser::scan_worker::ScanFault;
use crate::text::Language;
use crate::text::reader::scan_fault;
use crate::text::verify::words;

/// What stands in the verdict's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Instead {
    /// No code came out of any of these files.
    Unreadable(Vec<Unread>),
    /// Course or date were changed: the verdict belonged to the earlier ones. What it was given for may be read again.
    Changed(Option<Input>),
}

/// A file that gave no code, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    /// The file's name.
    pub(super) name: String,
    /// What is wrong with it.
    pub(super) fault: FileFault,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFault {
    /// A picture without a code.
    NoCode,
    /// More than any file of codes holds.
    TooLarge,
    /// The browser cannot read it any more.
    Unreadable,
    /// The reader of pictures fails.
    Scan(ScanFault),
}

impl FileFault {
    /// The sentence for a fault: what is wrong, what to do.
    pub(super) fn words(self, language: Language) -> (&'static str, &'static str) {
        let words = words(language);
        match self {
            Self::NoCode => (words.no_code, words.no_code_advice),
            Self::TooLarge => (words.too_large, words.too_large_advice),
            Self::Unreadable => (words.unreadable, words.unreadable_advice),
            Self::Scan(fault) => scan_fault(fault, language),
        }
    }
}
