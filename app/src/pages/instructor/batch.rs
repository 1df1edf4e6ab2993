//! Several codes read at once: from a pasted list, a picture of many, many files.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::Desk;
use super::finding::Finding;
use super::results::meaning;
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::text::verify::{self, words};
use crate::text::{Language, format, refusal};

/// The table of the last batch; nothing when there was none.
#[component]
pub(super) fn BatchTable(desk: Desk) -> impl IntoView {
    let session = desk.session;
    move || {
        let findings = desk.batch.get();
        if findings.is_empty() {
            return None;
        }
        let language = session.language();
        let words = words(language);
        let rows = findings
            .into_iter()
            .enumerate()
            .map(|(n, finding)| row(desk, n + 1, finding, language));
        Some(view! {
            <section class="card stack" aria-labelledby="batch-heading">
                <h2 id="batch-heading" tabindex="-1">{words.batch}</h2>
                <table class="rows" role="table">
                    <thead class="rows__head" role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">"#"</th>
                            <th role="columnheader" scope="col">{words.result}</th>
                            <th role="columnheader" scope="col">{words.name}</th>
                            <th role="columnheader" scope="col">{words.level}</th>
                            <th role="columnheader" scope="col">{words.due}</th>
                            <th role="columnheader" scope="col">{words.reason}</th>
                            <th role="columnheader" scope="col" class="on-screen-only">{words.action}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows.collect_view()}</tbody>
                </table>
                <div class="on-screen-only">
                    <button type="button" class="button" on:click=move |_| desk.batch.set(Vec::new())>
                        {words.clear_batch}
                    </button>
                </div>
            </section>
        })
    }
}

fn row(desk: Desk, number: usize, finding: Arc<Finding>, language: Language) -> impl IntoView {
    let words = words(language);
    let verdict = finding.verdict.as_ref().ok();
    let before = finding.read_before().map(|at| format::near(at, finding.at, language));
    let word = match finding.code() {
        code @ ("OK" | "LATE") => {
            verify::headline(code == "LATE", None, before.as_deref(), language)
        }
        _ if finding.is_no_code() => words.not_a_code.to_owned(),
        _ => words.refused.to_owned(),
    };
    let meaning = if finding.is_no_code() || before.is_some() {
        Some(Meaning::Attention)
    } else {
        meaning(finding.code(), verdict.map(|verdict| verdict.level))
    };
    let name = finding.claims().and_then(|claims| Some(claims.name.as_ref()?.as_str().to_owned()));
    let no_name = if finding.claims().is_some() { words.no_name_short } else { "–" };
    let person = name.unwrap_or_else(|| no_name.to_owned());
    let level = verdict.map_or("–", |verdict| verify::level_name(verdict.level, language));
    let due =
        verdict.map_or("–".to_owned(), |verdict| format::jst_date(verdict.due, true, language));
    let reason = reason(desk, &finding, language);
    let label = verify::said_of(&format!("{number} {person}"), words.details, language);
    view! {
        <tr class="rows__row" role="row">
            <td role="cell" data-label="#">{number}</td>
            <td role="cell" data-label=words.result>
                <Chip text=word meaning />
            </td>
            <td role="cell" data-label=words.name>{person}</td>
            <td role="cell" data-label=words.level>{level}</td>
            <td role="cell" data-label=words.due>{due}</td>
            <td role="cell" data-label=words.reason>{reason}</td>
            <td role="cell" class="on-screen-only">
                <button type="button" class="button" aria-label=label on:click=move |_| desk.show(finding.clone())>
                    {words.details}
                </button>
            </td>
        </tr>
    }
}

/// Why it is not simply in time: the refusal, or the warnings.
fn reason(desk: Desk, finding: &Finding, language: Language) -> String {
    match &finding.verdict {
        Err(refused) => {
            let told = desk.told(&refused.refusal, &finding.input);
            verify::aside(&told.what, refused.refusal.code(), language)
        }
        Ok(verdict) => {
            let seen = finding.seen.as_ref().map(|seen| format::moment(seen.at, language));
            let told = |warning: &_| refusal::warning(*warning, seen.as_deref(), language).what;
            verdict.warnings.iter().map(told).collect::<Vec<_>>().join(" / ")
        }
    }
}
