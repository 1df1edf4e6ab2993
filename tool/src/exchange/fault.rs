//! Why a file of questions is refused.

use crate::language::Language;

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
    /// It ends before it is closed.
    Cut,
    /// It is a text in which nothing asks for an answer.
    NoQuestions,
    /// It is no such document.
    Root {
        /// What it should begin with.
        wanted: &'static str,
    },
    /// A brace that nothing closes.
    Open,
    /// A question without an answer that is right.
    NoRight,
    /// A true/false question whose right answer is neither, or both.
    TrueFalse(String),
    /// A right answer that is none of the choices.
    NoSuchChoice(String),
    /// A number that is none.
    Number(String),
    /// A table without a column that is needed.
    Column(&'static str),
    /// A table with a column that stands twice.
    ColumnTwice(String),
    /// A table's row is not as the table wants it.
    Cell {
        /// The column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// The table cannot be read.
    Table(String),
    /// A row has more cells than the table has columns.
    Cells {
        /// The columns.
        wanted: usize,
        /// The cells.
        found: usize,
    },
    /// The text is not what its encoding allows.
    Encoding(&'static str),
    /// There are no questions in these files.
    Nothing(String),
}

impl Reason {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (ja, en) = match self {
            Self::Xml(reason) => (
                format!("XML として読めません（{reason}）。もとのプログラムから書き出し直してください"),
                format!("this is no well-formed XML ({reason}): export it once more"),
            ),
            Self::Cut => (
                "ここでファイルが終わっています。途中で切れているようなので、書き出し直すか、受け取り直してください".into(),
                "the file ends here and seems to be cut short: export or fetch it once more".into(),
            ),
            Self::NoQuestions => (
                "問題のファイルではないようです。読める形式は GIFT（.gift、.txt）、Moodle XML（.xml）、QTI 2.x（.xml）、CSV（.csv、.tsv）です".into(),
                "this seems to be no file of questions; those that are read: GIFT (.gift, .txt), Moodle XML (.xml), QTI 2.x (.xml) and CSV (.csv, .tsv)".into(),
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
            Self::TrueFalse(found) => (
                format!("正誤問題の正解「{found}」が true か false の一つではありません"),
                format!(
                    "the right answer of a true/false question is `{found}`, not true or false"
                ),
            ),
            Self::NoSuchChoice(id) => (
                format!("正解とされた「{id}」が選択肢にありません"),
                format!("`{id}` is declared as right, but no choice has this identifier"),
            ),
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
            Self::ColumnTwice(name) => (
                format!("列「{name}」が二つあります。一つにしてください"),
                format!("the column `{name}` stands twice: keep one"),
            ),
            Self::Cell { column, found } if found.is_empty() => {
                (format!("列「{column}」が空です"), format!("the column `{column}` is empty"))
            }
            Self::Cell { column, found } => (
                format!("列「{column}」の「{found}」は使えません"),
                format!("`{found}` cannot stand in the column `{column}`"),
            ),
            Self::Table(reason) => (
                format!("表として読めません（{reason}）"),
                format!("the table cannot be read ({reason})"),
            ),
            Self::Cells { wanted, found } => (
                format!(
                    "列は {wanted} ですが、この行には {found} あります。「,」を含む文は「\"」で囲んでください"
                ),
                format!(
                    "the table has {wanted} columns, this row {found}: put texts with a comma into quotation marks"
                ),
            ),
            Self::Encoding(name) => (
                format!(
                    "文字コードが分かりません（{name} としても読めません）。UTF-8 で保存し直してください"
                ),
                format!(
                    "the encoding is not known (it is no sound {name}): save the file as UTF-8"
                ),
            ),
            Self::Nothing(files) => (
                format!("「{files}」に取り込める問題がありません"),
                format!("there is no question that can be imported in {files}"),
            ),
        };
        language.pick(&ja, &en).to_string()
    }
}
