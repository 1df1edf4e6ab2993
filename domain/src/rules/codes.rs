//! A table of curriculum codes (R8–R13).

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::StatementId;

/// A table of curriculum codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Codes {
    /// The edition as the source prints it: 日本医師会生涯教育カリキュラム<2016> [2022年4月版] (R12).
    pub edition: String,
    /// The statement that names the edition.
    pub statement: StatementId,
    /// The codes, in order.
    pub codes: Vec<Code>,
}

/// One curriculum code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The code as courses write it: `73`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How the name is read, in hiragana: our own, for the search.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kana: String,
    /// Is the name printed in the source? Otherwise it is commonly published and to be confirmed (R11, C10.10).
    pub confirmed: bool,
}

impl Codes {
    /// The code of this number.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|of| of.code == code)
    }

    /// How many names the source confirms.
    #[must_use]
    pub fn confirmed(&self) -> usize {
        self.codes.iter().filter(|code| code.confirmed).count()
    }
}
