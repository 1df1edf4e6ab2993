//! A rule in its own words, beside a finding.

use domain::rules::{RuleTable, Statement, StatementId, StatementKind, TableId};
use domain::unit::Localized;

use crate::language::Language;

/// The sentence of a rule table that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The table.
    pub table: TableId,
    /// The table's name: 普通救命講習Ⅰ（別表1）.
    pub title: Localized,
    /// The rule: its id, its words, where it stands in the source.
    pub statement: Statement,
}

impl Citation {
    /// The statement of this id, if the table has it.
    pub fn of(table: &RuleTable, statement: &StatementId) -> Option<Self> {
        table.statement(statement).map(|statement| Self::from(table, statement))
    }

    /// The first statement that was read as this requirement, such as `R106`: the source's own words before a reading of
    /// ours.
    pub fn of_requirement(table: &RuleTable, requirement: &str) -> Option<Self> {
        let read =
            table.statements.iter().filter(|of| of.requirements.iter().any(|r| r == requirement));
        let first = read.min_by_key(|of| of.kind == StatementKind::Reading)?;
        Some(Self::from(table, first))
    }

    /// Our own reading of this requirement.
    pub fn of_reading(table: &RuleTable, requirement: &str) -> Option<Self> {
        let read = |of: &&Statement| {
            of.kind == StatementKind::Reading && of.requirements.iter().any(|r| r == requirement)
        };
        table.statements.iter().find(read).map(|statement| Self::from(table, statement))
    }

    fn from(table: &RuleTable, statement: &Statement) -> Self {
        Self { table: table.id.clone(), title: table.title.clone(), statement: statement.clone() }
    }

    /// The sentence: the source's, or ours in the wanted language.
    pub fn text(&self, language: Language) -> &str {
        match (&self.statement.text_en, language) {
            (Some(english), Language::En) => english,
            _ => &self.statement.text,
        }
    }

    /// What is to be known to understand the sentence: the question that it answers, a slip of the scan.
    pub fn remark(&self, language: Language) -> Option<&str> {
        let remark = self.statement.remark.as_ref()?;
        Some(language.pick(remark.ja(), remark.en()))
    }

    /// Where it stands: 普通救命講習Ⅰ（別表1） 備考4.
    pub fn whereabouts(&self, language: Language) -> String {
        let title = language.pick(self.title.ja(), self.title.en());
        let place = &self.statement.place;
        let gap = if place.is_empty() { "" } else { " " };
        format!("{title}{gap}{place}")
    }

    /// Whose words they are, where they are not the source's.
    pub fn origin(&self, language: Language) -> &'static str {
        match self.statement.kind {
            StatementKind::Reading => language.pick("Yoshu の読み", "our own reading"),
            StatementKind::Public => {
                language.pick("公開のページから、要確認", "from a public page, to be confirmed")
            }
            _ => "",
        }
    }

    /// One line: the sentence, then where it stands.
    pub fn line(&self, language: Language) -> String {
        let (text, whereabouts) = (self.text(language), self.whereabouts(language));
        let origin = self.origin(language);
        let origin = if origin.is_empty() { String::new() } else { format!("; {origin}") };
        let remark = self.remark(language).map_or_else(String::new, |remark| match language {
            Language::Ja => format!("（{remark}）"),
            Language::En => format!(" ({remark})"),
        });
        format!("「{text}」{remark} — {whereabouts} [{}/{}{origin}]", self.table, self.statement.id)
    }
}
