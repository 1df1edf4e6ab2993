//! What a screen reader says of a verdict: the same as the screen shows large, in one breath.

use std::sync::Arc;

use leptos::prelude::untrack;
use token::judge::{Class, Verdict};

use super::desk::Desk;
use super::finding::Finding;
use crate::text::verify::{self, words};
use crate::text::{Language, format, refusal};

/// The sentence for what was just read.
pub(super) fn findings(desk: Desk, findings: &[Arc<Finding>]) -> String {
    let language = desk.language();
    match findings {
        [finding] => one(desk, finding, language),
        many => {
            let words = words(language);
            let count = |wanted: &dyn Fn(&Finding) -> bool| {
                many.iter().filter(|finding| wanted(finding)).count()
            };
            let is_refused = |finding: &Finding| finding.verdict.is_err() && !finding.is_no_code();
            let mut counts = vec![
                (words.in_time, count(&|finding| finding.code() == "OK")),
                (words.late, count(&|finding| finding.code() == "LATE")),
                (words.refused, count(&is_refused)),
            ];
            let no_codes = count(&Finding::is_no_code);
            if no_codes > 0 {
                counts.push((words.not_a_code, no_codes));
            }
            batch(words.batch, &counts, language)
        }
    }
}

fn one(desk: Desk, finding: &Finding, language: Language) -> String {
    match &finding.verdict {
        Ok(verdict) => accepted(desk, finding, verdict, language),
        Err(refused) => {
            let told = untrack(|| desk.told(&refused.refusal, &finding.input));
            let words = words(language);
            let word = if finding.is_no_code() { words.not_read } else { words.refused };
            sentences(&[word, &told.what, &told.action], language)
        }
    }
}

fn accepted(desk: Desk, finding: &Finding, verdict: &Verdict, language: Language) -> String {
    let words = words(language);
    let due = format::jst_date(verdict.due, false, language);
    let name = verdict.verified.completion().name.as_ref();
    let near = finding.read_before().map(|at| format::near(at, finding.at, language));
    let is_late = verdict.class != Class::Ok;
    let row = finding.token().and_then(|token| desk.row_untracked(&finding.session, token));
    let decision = row.and_then(|row| row.ruling).filter(|_| is_late).map(|r| r.decision);
    let headline = verify::headline(is_late, decision, near.as_deref(), language);
    let mut parts = vec![
        match verdict.class {
            Class::Ok => headline,
            Class::Late { days } => {
                let late_by = verify::late_by(days, &due, language);
                let decide = decision.is_none().then_some(words.decide);
                let late: Vec<_> =
                    [headline.as_str(), &late_by].into_iter().chain(decide).collect();
                sentences(&late, language)
            }
        },
        name.map_or(words.no_name, |name| name.as_str()).to_owned(),
        verify::plain_level(verdict.level, language).to_owned(),
        verify::plain_holder(verdict.holder, language).to_owned(),
    ];
    let seen = finding.seen.as_ref().map(|seen| format::moment(seen.at, language));
    for warning in &verdict.warnings {
        parts.push(refusal::warning(*warning, seen.as_deref(), language).what);
    }
    sentences(&parts, language)
}

/// Sentences one after the other, each with one full stop of its language between it and the next.
fn sentences(parts: &[impl AsRef<str>], language: Language) -> String {
    let (stop, between) = match language {
        Language::Ja => ('。', "。"),
        Language::En => ('.', ". "),
    };
    let bare: Vec<_> = parts.iter().map(|part| part.as_ref().trim_end_matches(stop)).collect();
    bare.join(between)
}

/// How many there are of each kind.
fn batch(title: &str, counts: &[(&str, usize)], language: Language) -> String {
    let each = |(name, count): &(&str, usize)| match language {
        Language::Ja => format!("{name}{count}件"),
        Language::En => format!("{name} {count}"),
    };
    let counts: Vec<_> = counts.iter().map(each).collect();
    match language {
        Language::Ja => format!("{title}、{}", counts.join("、")),
        Language::En => format!("{title}: {}", counts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_stops() {
        let late = ["期限超過", "期限 12/20（日） を2日過ぎています。", "判断待ち"];
        let spoken = "期限超過。期限 12/20（日） を2日過ぎています。判断待ち";
        assert_eq!(sentences(&late, Language::Ja), spoken);
        assert_eq!(
            sentences(&["Late", "2 days over.", "Decide."], Language::En),
            "Late. 2 days over. Decide"
        );
        let counts = [("期限内", 3), ("受付不可", 0)];
        assert_eq!(batch("まとめて", &counts, Language::Ja), "まとめて、期限内3件、受付不可0件");
        assert_eq!(batch("Batch", &[("In time", 3)], Language::En), "Batch: In time 3");
    }
}
