//! A finding is one mistake at one place. Checking collects all of them and never stops at the first.

use std::cell::RefCell;
use std::path::Path;

use crate::language::Language;
use crate::mistake::Mistake;
use crate::source::Place;

/// Whether a course may be built with this finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built until it is mended.
    Error,
    /// Built, but learners would be better served otherwise.
    Warning,
}

/// One mistake at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where the author wrote it.
    pub place: Place,
    /// What is wrong.
    pub mistake: Mistake,
}

impl Finding {
    /// Two lines for a terminal: `path:line:column: error: what is wrong [code]`, then what to do.
    pub fn line(&self, root: &Path, language: Language) -> String {
        let words = self.mistake.words(language);
        let severity = match self.mistake.severity() {
            Severity::Error => language.pick("エラー", "error"),
            Severity::Warning => language.pick("注意", "warning"),
        };
        let Place { file, line, column } = &self.place;
        let path = root.join(&**file);
        let code = self.mistake.code();
        format!(
            "{}:{line}:{column}: {severity}: {} [{code}]\n    → {}",
            path.display(),
            words.wrong,
            words.advice
        )
    }
}

/// What was found so far. Shared by the readers of one run, hence the cell.
#[derive(Debug, Default)]
pub struct Findings(RefCell<Vec<Finding>>);

impl Findings {
    /// Notes one more.
    pub fn add(&self, place: Place, mistake: Mistake) {
        self.0.borrow_mut().push(Finding { place, mistake });
    }

    /// How many errors stand so far; a reader compares before and after to know whether its part is sound.
    pub fn errors(&self) -> usize {
        self.0
            .borrow()
            .iter()
            .filter(|finding| finding.mistake.severity() == Severity::Error)
            .count()
    }

    /// Whether an error stands at a place already: what follows from it need not be said too.
    pub fn is_wrong_at(&self, place: &Place) -> bool {
        let findings = self.0.borrow();
        findings
            .iter()
            .any(|finding| finding.place == *place && finding.mistake.severity() == Severity::Error)
    }

    /// All of them by file, line and column, each once.
    pub fn sorted(self) -> Vec<Finding> {
        let mut findings = self.0.into_inner();
        findings.sort_by(|a, b| (&a.place, a.mistake.code()).cmp(&(&b.place, b.mistake.code())));
        findings.dedup();
        findings
    }
}
