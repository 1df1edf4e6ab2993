//! Questions to and from other programs: GIFT, Moodle XML, QTI 2.x items and CSV.
//!
//! A reader makes [`Draft`]s and notes every field that it drops or changes, with its line. Nothing is imported half: a
//! question that a format cannot say is left out whole and named, and a file with a mistake changes nothing at all.

mod category;
pub mod csv;
mod encoding;
mod fault;
pub mod gift;
mod html;
mod loss;
pub mod moodle;
mod naming;
mod number;
pub mod qti;
mod sameness;
pub mod writing;
mod xml;

pub use fault::{NotUnderstood, Reason};
pub use loss::{Loss, Remark, Remarks};
pub use naming::{Field, Unwritable};

use std::collections::BTreeSet;
use std::path::Path;

use domain::catalog::Region;
use domain::decimal::Decimal;
use domain::unit::{Localized, MediaMs};

/// A form in which other programs keep questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Moodle's plain text.
    Gift,
    /// Moodle's XML.
    MoodleXml,
    /// IMS QTI 2.x assessment items.
    Qti,
    /// A table for a spreadsheet.
    Csv,
}

/// What the documents of a QTI package begin with, whatever prefix their names have.
const QTI: [&str; 3] = ["assessmentItem", "assessmentTest", "manifest"];

impl Format {
    /// The form that a file's name and beginning speak for.
    #[must_use]
    pub fn of(path: &Path, text: &str) -> Option<Self> {
        match path.extension().and_then(|end| end.to_str()).map(str::to_lowercase).as_deref() {
            Some("gift" | "txt") => Some(Self::Gift),
            Some("csv" | "tsv") => Some(Self::Csv),
            Some("xml") if text.contains("<quiz") => Some(Self::MoodleXml),
            Some("xml") if QTI.iter().any(|root| text.contains(root)) => Some(Self::Qti),
            _ => None,
        }
    }

    /// Whether questions of this form name pictures, which then lie beside the file.
    #[must_use]
    pub fn names_pictures(self) -> bool {
        matches!(self, Self::Qti | Self::Csv)
    }
}

/// A question as it comes from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Where it starts in its file, from 1.
    pub line: u32,
    /// Its name there.
    pub name: String,
    /// What it is about there: the last part of a category, a topic.
    pub topic: String,
    /// What is asked.
    pub text: Localized,
    /// Why the right answer is right; empty when the file says nothing.
    pub why: Localized,
    /// How it is answered.
    pub answer: Answer,
    /// The seconds that teach it.
    pub teaches: Option<Seconds>,
    /// The seconds it is about.
    pub scene: Option<Seconds>,
}

impl Draft {
    /// All its texts.
    fn texts(&self) -> impl Iterator<Item = &Localized> {
        let others: [Option<&Localized>; 2] = match &self.answer {
            Answer::Numeric { unit, .. } => [Some(unit), None],
            Answer::Hotspot { alt, region, .. } => [Some(alt), Some(region)],
            _ => [None, None],
        };
        let own = [&self.text, &self.why].into_iter();
        own.chain(self.answer.texts()).chain(others.into_iter().flatten())
    }
}

/// Seconds of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seconds {
    /// The chapter's id.
    pub chapter: String,
    /// From here.
    pub from: MediaMs,
    /// To here.
    pub to: MediaMs,
}

/// How a draft is answered, and what is right.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// True or false.
    TrueFalse(bool),
    /// One or several of the choices; counted from 0.
    Choice {
        /// The choices.
        choices: Vec<Localized>,
        /// The right ones.
        right: BTreeSet<usize>,
        /// Whether several may be ticked.
        multiple: bool,
    },
    /// Things in their order.
    Order(Vec<Localized>),
    /// What belongs together.
    Match(Vec<(Localized, Localized)>),
    /// A number.
    Numeric {
        /// The right one.
        answer: Decimal,
        /// How far from it is right too.
        tolerance: Decimal,
        /// What it counts.
        unit: Localized,
    },
    /// A place in a picture of the course.
    Hotspot {
        /// The picture's name in the course's folder, or beside the file that was read.
        image: String,
        /// Its width and height in pixels, where they are known.
        size: Option<(u16, u16)>,
        /// What it shows.
        alt: Localized,
        /// Where a right answer lies.
        regions: Vec<Region>,
        /// The right place in words.
        region: Localized,
    },
}

impl Answer {
    /// The words that are chosen from, put in order, or matched.
    fn texts(&self) -> impl Iterator<Item = &Localized> {
        let (list, pairs): (&[Localized], &[(Localized, Localized)]) = match self {
            Self::Choice { choices: list, .. } | Self::Order(list) => (list, &[]),
            Self::Match(pairs) => (&[], pairs),
            Self::TrueFalse(_) | Self::Numeric { .. } | Self::Hotspot { .. } => (&[], &[]),
        };
        list.iter().chain(pairs.iter().flat_map(|(left, right)| [left, right]))
    }
}

/// Reads a file of this form.
///
/// # Errors
/// Everything that makes it impossible to understand, with its line; then nothing of it is taken.
pub fn read(
    format: Format,
    bytes: &[u8],
    remarks: &mut Remarks,
) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
    let text = encoding::decoded(bytes, remarks).map_err(|fault| vec![fault])?;
    let mut drafts = match format {
        Format::Gift => gift::read(&text, remarks),
        Format::MoodleXml => moodle::read(&text, remarks),
        Format::Qti => qti::read(&text, remarks),
        Format::Csv => csv::read(&text, remarks),
    }?;
    if format != Format::Csv {
        drafts.retain(|draft| has_words(draft, remarks));
    }
    for draft in &drafts {
        if draft.why.ja.is_empty() {
            remarks.add(draft.line, Loss::NoReason);
        }
        if let Answer::Hotspot { alt, region, .. } = &draft.answer
            && (alt.ja.is_empty() || region.ja.is_empty())
        {
            remarks.add(draft.line, Loss::NoWords);
        }
    }
    Ok(drafts)
}

/// Writes questions in this form as files with their names; what it cannot say is remarked, with the number of the
/// question as its line.
#[must_use]
pub fn write(format: Format, drafts: &[Draft], remarks: &mut Remarks) -> Vec<(String, String)> {
    let one = |name: &str, text: String| vec![(name.to_string(), text)];
    match format {
        Format::Gift => one("questions.gift", gift::write(drafts, remarks)),
        Format::MoodleXml => one("questions.xml", moodle::write(drafts, remarks)),
        Format::Qti => qti::write(drafts, remarks),
        Format::Csv => one("questions.csv", csv::write(drafts)),
    }
}

/// All drafts, or all faults: a question that cannot be understood hides no other.
#[derive(Default)]
struct Found {
    drafts: Vec<Draft>,
    faults: Vec<NotUnderstood>,
}

impl Found {
    fn add(&mut self, one: Result<Option<Draft>, NotUnderstood>) {
        match one {
            Ok(draft) => self.drafts.extend(draft),
            Err(fault) => self.faults.push(fault),
        }
    }

    fn whole(self) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
        if self.faults.is_empty() { Ok(self.drafts) } else { Err(self.faults) }
    }
}

/// Whether a question can be read and answered by its words. Other programs let pictures stand for them; in a table an
/// empty cell is a slip, and told as one.
fn has_words(draft: &Draft, remarks: &mut Remarks) -> bool {
    let has_words =
        std::iter::once(&draft.text).chain(draft.answer.texts()).all(|text| !text.ja.is_empty());
    if !has_words {
        remarks.add(draft.line, Loss::NoText);
    }
    has_words
}

/// Notes what every form but CSV leaves behind.
fn note_japanese_only(draft: &Draft, remarks: &mut Remarks) {
    let has_english = draft.texts().any(|text| text.en.is_some());
    for (is_lost, field) in [
        (draft.teaches.is_some(), Field::Teaches),
        (draft.scene.is_some(), Field::Scene),
        (has_english, Field::English),
    ] {
        if is_lost {
            remarks.add(draft.line, Loss::FieldUnwritable(field));
        }
    }
}

/// 100 percent in so many parts, with the five decimals that Moodle knows.
fn fraction(parts: usize) -> String {
    let text = format!("{:.5}", 100.0 / parts.max(1) as f64);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A text in Japanese alone, trimmed.
fn ja(text: &str) -> Localized {
    Localized::japanese_only(text.trim())
}
