//! What a screen reader says of a verdict: the same as the screen shows large, in one breath.

use std::sync::Arc;

use token::judge::{Class, Verdict};

use super::finding::Finding;
use crate::text::verify::{self, words};
use crate::text::{Language, format, refusal};

/// The sentence for what was just read.
pub(super) fn findings(findings: &[Arc<Finding>], language: Language) -> String {
    match findings {
        [finding] => one(finding, language),
        many => {
            let words = words(language);
            let count = |wanted: &dyn Fn(&str) -> bool| {
                many.iter().filter(|finding| wanted(finding.code())).count()
            };
            format!(
                "{}: {} {}, {} {}, {} {}",
                words.batch,
                words.in_time,
                count(&|code| code == "OK"),
                words.late,
                count(&|code| code == "LATE"),
                words.refused,
                count(&|code| code.starts_with("E_")),
            )
        }
    }
}

fn one(finding: &Finding, language: Language) -> String {
    match &finding.verdict {
        Ok(verdict) => accepted(finding, verdict, language),
        Err(refused) => {
            let told = refusal::refusal(&refused.refusal, language);
            format!("{}. {}. {}", words(language).refused, told.what, told.action)
        }
    }
}

fn accepted(finding: &Finding, verdict: &Verdict, language: Language) -> String {
    let words = words(language);
    let due = format::jst_date(verdict.due, false, language);
    let name = verdict.verified.completion().name.as_ref();
    let mut parts = vec![
        match verdict.class {
            Class::Ok => words.in_time.to_owned(),
            Class::Late { days } => {
                let late_by = verify::late_by(days, &due, language);
                format!("{}. {late_by} {}", words.late, words.decide)
            }
        },
        name.map_or(words.no_name, |name| name.as_str()).to_owned(),
        verify::level_name(verdict.level, language).to_owned(),
        verify::holder_name(verdict.holder, language).to_owned(),
    ];
    let seen = finding.seen.as_ref().map(|seen| format::moment(seen.at, language));
    for warning in &verdict.warnings {
        parts.push(refusal::warning(*warning, seen.as_deref(), language).what);
    }
    parts.join(". ")
}
