//! Questions to and from other programs: GIFT, Moodle XML, QTI 2.x items and CSV.
//!
//! A reader makes [`Draft`]s and notes every field that it drops or changes, with its line. Nothing is imported half: a
//! question that a format cannot say is left out whole and named, and a file with a mistake changes nothing at all.

pub mod csv;
pub mod gift;
mod html;
pub mod moodle;
pub mod qti;
pub mod writing;

use std::collections::BTreeSet;
use std::path::Path;

use domain::catalog::Region;
use domain::unit::{Localized, MediaMs};

use crate::language::Language;

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

impl Format {
    /// The form that a file's name and beginning speak for.
    #[must_use]
    pub fn of(path: &Path, text: &str) -> Option<Self> {
        match path.extension().and_then(|end| end.to_str()).map(str::to_lowercase).as_deref() {
            Some("gift" | "txt") => Some(Self::Gift),
            Some("csv" | "tsv") => Some(Self::Csv),
            Some("xml") if text.contains("<quiz") => Some(Self::MoodleXml),
            Some("xml") if text.contains("assessmentItem") => Some(Self::Qti),
            _ => None,
        }
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
    /// A number, as it is written.
    Numeric {
        /// The right one.
        answer: String,
        /// How far from it is right too.
        tolerance: String,
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

/// What was lost or altered on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// A field for which there is no place.
    Dropped(String),
    /// The question is left out: there is no such kind here.
    LeftOut(String),
    /// Parts of a point are not given: right is all of it.
    PartialCredit,
    /// Mark-up of a text is not kept.
    Markup(String),
    /// A picture in a text is not kept.
    Picture(String),
    /// Choices are always shown in another order each time.
    AlwaysShuffled,
    /// A gap in the middle of a sentence stands as a line.
    Gap,
    /// Of several right numbers only the first is kept.
    OneNumber,
    /// The same answer several times, or several right ones where one is asked: all of them are asked for.
    SeveralRight,
    /// The file gives no reason; one must be written.
    NoReason,
    /// The file does not say the right place in words, or what the picture shows; they must be written.
    NoWords,
    /// The name became an id.
    Id {
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// The text was not UTF-8 and was read as Shift_JIS.
    ShiftJis,
    /// An arrow in an answer, which would make a pair of it.
    Arrow,
    /// A language that the form cannot hold.
    English,
}

impl Loss {
    /// Whether the question is not there at all.
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        matches!(self, Self::LeftOut(_))
    }

    /// What happened.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (ja, en) = match self {
            Self::Dropped(field) => {
                (format!("「{field}」は取り込めません"), format!("`{field}` has no place here"))
            }
            Self::LeftOut(kind) => (
                format!("種類「{kind}」の問題は扱えないので、入れませんでした"),
                format!("left out: there is no question of the kind `{kind}` here"),
            ),
            Self::PartialCredit => (
                "部分点はなくなり、すべて合っているときだけ正解になります".into(),
                "no part of a point is given: right is all of it".into(),
            ),
            Self::Markup(tag) => (
                format!("文字の飾り（{tag}）は外しました"),
                format!("the mark-up ({tag}) was taken off"),
            ),
            Self::Picture(name) => (
                format!("文中の図「{name}」は入りません。必要なら image で足してください"),
                format!(
                    "the picture {name} in the text is not kept; add it as `image` if it is needed"
                ),
            ),
            Self::AlwaysShuffled => (
                "選択肢の順は毎回かわります（順を固定する設定はありません）".into(),
                "choices are shown in a new order each time; there is no fixed order".into(),
            ),
            Self::Gap => (
                "文の途中の空所は「＿＿＿」にしました".into(),
                "the gap in the sentence stands as a line".into(),
            ),
            Self::OneNumber => (
                "正解の数が複数あり、最初の一つだけにしました".into(),
                "of several right numbers the first is kept".into(),
            ),
            Self::SeveralRight => (
                "正解が複数あり、「すべて選ぶ」問題にしました".into(),
                "several answers are right: it became a question that asks for all of them".into(),
            ),
            Self::NoReason => (
                "解説がありません。why.ja を書いてください".into(),
                "there is no reason: write why.ja".into(),
            ),
            Self::NoWords => (
                "図の説明か、正しい場所の言葉がありません。alt.ja と region.ja を書いてください"
                    .into(),
                "the picture or the right place is not put into words: write alt.ja and region.ja"
                    .into(),
            ),
            Self::Id { from, to } => (
                format!("名前「{from}」は id「{to}」になりました"),
                format!("the name `{from}` became the id `{to}`"),
            ),
            Self::ShiftJis => (
                "文字コードが UTF-8 でないので、Shift_JIS として読みました".into(),
                "the text is not UTF-8 and was read as Shift_JIS".into(),
            ),
            Self::Arrow => {
                ("答えの「->」は「→」にしました".into(), "the `->` in an answer became `→`".into())
            }
            Self::English => {
                ("英語の文は入りません".into(), "the English texts are not kept".into())
            }
        };
        language.pick(&ja, &en).to_string()
    }
}

/// A loss at its line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Line in the file, from 1.
    pub line: u32,
    /// What was lost.
    pub loss: Loss,
}

/// Notes remarks while a file is read.
#[derive(Debug, Default)]
pub struct Remarks(Vec<Remark>);

impl Remarks {
    /// Notes one.
    pub fn add(&mut self, line: u32, loss: Loss) {
        self.0.push(Remark { line, loss });
    }

    /// All of them by line, each once.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Remark> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// Why a file was not understood: nothing of it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Line in the file, from 1.
    pub line: u32,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is no XML.
    Xml(String),
    /// It is no such document.
    Root {
        /// What it should begin with.
        wanted: &'static str,
    },
    /// A brace that nothing closes.
    Open,
    /// A question without an answer that is right.
    NoRight,
    /// A number that is none.
    Number(String),
    /// A table without a column that is needed.
    Column(&'static str),
    /// A table's row is not as the table wants it.
    Cell {
        /// The column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// The table cannot be read.
    Table(String),
    /// There are no questions.
    Nothing,
}

impl Reason {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (ja, en) = match self {
            Self::Xml(reason) => (
                format!("XML として読めません（{reason}）"),
                format!("this is no well-formed XML ({reason})"),
            ),
            Self::Root { wanted } => (
                format!("<{wanted}> がありません。形式を --format で指定してください"),
                format!("there is no <{wanted}>: name the form with --format"),
            ),
            Self::Open => (
                "「{」が閉じられていません。「}」を足してください".into(),
                "a `{` is not closed: add the `}`".into(),
            ),
            Self::NoRight => {
                ("正解が示されていません".into(), "no answer is marked as right".into())
            }
            Self::Number(found) => {
                (format!("「{found}」は数ではありません"), format!("`{found}` is no number"))
            }
            Self::Column(name) => (
                format!(
                    "列「{name}」がありません。yoshu questions export で書き出した表の見出しを使ってください"
                ),
                format!(
                    "the column `{name}` is missing: use the headings of a table that `yoshu questions export` wrote"
                ),
            ),
            Self::Cell { column, found } => (
                format!("列「{column}」の「{found}」は使えません"),
                format!("`{found}` cannot stand in the column `{column}`"),
            ),
            Self::Table(reason) => (
                format!("表として読めません（{reason}）"),
                format!("the table cannot be read ({reason})"),
            ),
            Self::Nothing => (
                "取り込める問題がありません".into(),
                "there is no question that can be imported".into(),
            ),
        };
        language.pick(&ja, &en).to_string()
    }
}

/// Reads a file of this form.
///
/// # Errors
/// The first thing that makes the file impossible to understand, with its line.
pub fn read(
    format: Format,
    bytes: &[u8],
    remarks: &mut Remarks,
) -> Result<Vec<Draft>, NotUnderstood> {
    let text = decoded(bytes, remarks);
    let drafts = match format {
        Format::Gift => gift::read(&text, remarks),
        Format::MoodleXml => moodle::read(&text, remarks),
        Format::Qti => qti::read(&text, remarks),
        Format::Csv => csv::read(&text, remarks),
    }?;
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

/// The text of a file; spreadsheets in Japan still save Shift_JIS.
#[must_use]
pub fn decoded(bytes: &[u8], remarks: &mut Remarks) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Err(_) => {
            remarks.add(1, Loss::ShiftJis);
            encoding_rs::SHIFT_JIS.decode(bytes).0.replace("\r\n", "\n")
        }
    }
}

/// A text in Japanese alone, trimmed.
fn ja(text: &str) -> Localized {
    Localized::japanese_only(text.trim())
}
