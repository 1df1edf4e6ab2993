//! The associations of a layer, with telephone (R46, R47).

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::StatementId;

/// Associations of one layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Associations {
    /// The layers from the local to the national one.
    pub layers: Vec<Layer>,
    /// The associations, in the source's order.
    pub associations: Vec<Association>,
    /// The statement of the list.
    pub statement: StatementId,
}

/// A layer of associations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its name: 都道府県医師会.
    pub title: String,
    /// How many there are.
    pub count: u16,
    /// The statement that says so.
    pub statement: StatementId,
}

/// One association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// Its name: 北海道医師会.
    pub name: String,
    /// How the prefecture is read, in hiragana: our own, for the search.
    pub kana: String,
    /// The prefecture in English: our own, for the search.
    pub en: String,
    /// Telephone, with hyphens.
    pub telephone: String,
}
