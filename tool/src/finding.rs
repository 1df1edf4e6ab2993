//! A finding is one mistake at one place. Checking collects all of them and never stops at the first.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use crate::breach::Breach;
use crate::citation::Citation;
use crate::language::Language;
use crate::mistake::Mistake;
use crate::sentence::Words;
use crate::source::Place;

/// Whether a course may be built with this finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built until it is mended.
    Error,
    /// Built, but learners or the rule would be better served otherwise.
    Warning,
    /// Told only: nothing needs to change.
    Note,
}

impl Severity {
    /// Its word in JSON and in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// Its word on the terminal and in the report.
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Error => language.pick("エラー", "error"),
            Self::Warning => language.pick("注意", "warning"),
            Self::Note => language.pick("お知らせ", "note"),
        }
    }
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A file is not as it must be written.
    Mistake(Mistake),
    /// A course does not keep a rule.
    Breach(Breach),
}

/// One mistake at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where the author wrote it.
    pub place: Place,
    /// What is wrong.
    pub said: Said,
    /// The sentences of the rule, where a table has them.
    pub citations: Vec<Citation>,
}

impl Finding {
    /// A short stable name.
    pub fn code(&self) -> &'static str {
        match &self.said {
            Said::Mistake(mistake) => mistake.code(),
            Said::Breach(breach) => breach.code(),
        }
    }

    /// Whether a course may be built with it.
    pub fn severity(&self) -> Severity {
        match &self.said {
            Said::Mistake(mistake) => mistake.severity(),
            Said::Breach(breach) => breach.severity(),
        }
    }

    /// What is wrong and what to do, in one language.
    pub fn words(&self, language: Language) -> Words {
        match &self.said {
            Said::Mistake(mistake) => mistake.words(language),
            Said::Breach(breach) => breach.words(language),
        }
    }

    /// Lines for a terminal: `path:line:column: error: what is wrong [code]`, what to do, and the rule's own sentence.
    pub fn lines(&self, root: &Path, language: Language) -> String {
        self.lines_after(&[], root, language)
    }

    /// The same below another finding: sentences that stand there already are not said again.
    pub fn lines_after(&self, before: &[Citation], root: &Path, language: Language) -> String {
        let words = self.words(language);
        let severity = self.severity().word(language);
        let Place { file, line, column } = &self.place;
        let path = root.join(&**file);
        let mut lines = format!(
            "{}:{line}:{column}: {severity}: {} [{}]\n    → {}",
            path.display(),
            words.wrong,
            self.code(),
            words.advice
        );
        let is_said = !before.is_empty() && self.citations == before;
        if is_said {
            lines.push_str(language.pick("\n    § 同上", "\n    § as above"));
        }
        for citation in self.citations.iter().filter(|_| !is_said) {
            lines.push_str("\n    § ");
            lines.push_str(&citation.line(language));
        }
        lines
    }
}

/// What was found so far. Shared by the readers of one run, hence the cell.
#[derive(Debug, Default)]
pub struct Findings(RefCell<Vec<Finding>>);

impl Findings {
    /// Notes one more.
    pub fn add(&self, place: Place, mistake: Mistake) {
        self.0.borrow_mut().push(Finding {
            place,
            said: Said::Mistake(mistake),
            citations: Vec::new(),
        });
    }

    /// Notes that a course does not keep a rule.
    pub fn breach(&self, place: Place, breach: Breach, citations: Vec<Citation>) {
        self.0.borrow_mut().push(Finding { place, said: Said::Breach(breach), citations });
    }

    /// How many errors stand so far; a reader compares before and after to know whether its part is sound.
    pub fn errors(&self) -> usize {
        self.0.borrow().iter().filter(|finding| finding.severity() == Severity::Error).count()
    }

    /// Whether an error stands at a place already: what follows from it need not be said too.
    pub fn is_wrong_at(&self, place: &Place) -> bool {
        let findings = self.0.borrow();
        findings
            .iter()
            .any(|finding| finding.place == *place && finding.severity() == Severity::Error)
    }

    /// The places where an error stands already.
    pub fn wrong_places(&self) -> BTreeSet<Place> {
        let findings = self.0.borrow();
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
        errors.map(|finding| finding.place.clone()).collect()
    }

    /// All of them by file, line and column, each once.
    pub fn sorted(self) -> Vec<Finding> {
        let mut findings = self.0.into_inner();
        findings.sort_by(|a, b| (&a.place, a.code()).cmp(&(&b.place, b.code())));
        findings.dedup();
        findings
    }
}
