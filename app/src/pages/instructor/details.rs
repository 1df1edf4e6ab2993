//! Everything a code says, folded below the verdict: for questions to the organiser.

use std::sync::Arc;

use leptos::prelude::*;
use token::claims::{Checks, Completion, Confirmation, Enrolment};
use token::judge::{SignedBy, Verdict};

use super::desk::Desk;
use super::finding::{Finding, Input, holder_of};
use crate::text::Language;
use crate::text::format;
use crate::text::verify::{self, Words, words};

/// The folded details of a code.
#[component]
pub(super) fn Details(desk: Desk, finding: Arc<Finding>) -> impl IntoView {
    let rows = move || {
        rows(desk, &finding, desk.session.language())
            .into_iter()
            .map(|(name, value)| {
                view! { <dt class="facts__name">{name}</dt> <dd class="facts__value details__value">{value}</dd> }
            })
            .collect_view()
    };
    view! {
        <details class="details on-screen-only" id="verdict-details">
            <summary class="details__summary">{move || words(desk.session.language()).details}</summary>
            <dl class="facts">{rows}</dl>
        </details>
    }
}

type Row = (&'static str, String);

/// Names and values; nothing of a code whose signature could not be checked but the text itself.
fn rows(desk: Desk, finding: &Finding, language: Language) -> Vec<Row> {
    let words = words(language);
    let mut rows = vec![(words.code, finding.code().to_owned())];
    if let Ok(verdict) = &finding.verdict {
        let row = finding.token().and_then(|token| desk.row(&finding.session, token));
        let holder = row.map_or(verdict.holder, |row| holder_of(row.holder));
        rows.push((words.level, verify::level_name(verdict.level, language).to_owned()));
        rows.push((words.holder, verify::holder_name(holder, language).to_owned()));
        rows.extend(verdict_rows(verdict, words));
    }
    if let Some(claims) = finding.claims() {
        rows.extend(claim_rows(claims, words, language));
    }
    let read = match &finding.input {
        Input::Qr(text) | Input::Text(text) => text.clone(),
        Input::File(bytes) => format!(".yoshu {}", format::bytes(bytes.len() as u64)),
    };
    rows.push((words.text_read, read));
    rows.push((words.judged_on, format::moment(finding.at, language)));
    rows
}

fn verdict_rows(verdict: &Verdict, words: &'static Words) -> Vec<Row> {
    let mut rows = Vec::new();
    if !verdict.warnings.is_empty() {
        let codes: Vec<_> = verdict.warnings.iter().map(|warning| warning.code()).collect();
        rows.push((words.warnings, codes.join(", ")));
    }
    if let Some(Err(fault)) = &verdict.proof {
        rows.push((words.warnings, fault.code().to_owned()));
    }
    rows.push((
        words.signer,
        match verdict.verified.signed_by() {
            SignedBy::Device => words.signer_device.to_owned(),
            SignedBy::Issuer { kid, label } => format!("{label} (kid {kid})"),
        },
    ));
    rows
}

fn claim_rows(claims: &Completion, words: &'static Words, language: Language) -> Vec<Row> {
    let mut rows = vec![
        (words.course, claims.course.to_string()),
        (words.content, claims.content.to_string()),
        (
            words.completed,
            format::moment(domain::unit::UnixMs::from_seconds(claims.issued), language),
        ),
        (
            words.expires,
            format::moment(domain::unit::UnixMs::from_seconds(claims.expires), language),
        ),
        (words.receipt, claims.cti.receipt_number()),
        (words.token_hash, claims.cti.hash().to_string()),
    ];
    if let Some(checks) = claims.checks {
        rows.push((words.checks, check_names(checks)));
    }
    if let Some(evidence) = claims.evidence {
        rows.push((words.evidence, evidence.to_string()));
    }
    if !claims.codes.is_empty() {
        let codes: Vec<_> = claims.codes.iter().map(ToString::to_string).collect();
        rows.push((words.curriculum, codes.join(", ")));
    }
    match &claims.confirmation {
        Some(Confirmation::Key(key)) => rows.push(("cnf", hex(key.as_bytes()))),
        Some(Confirmation::Thumb(thumb)) => rows.push(("cnf", thumb.to_string())),
        None => {}
    }
    match &claims.enrolment {
        Some(Enrolment::Ticket(id)) => rows.push(("tid", id.to_string())),
        Some(Enrolment::Embedded(bytes)) => rows.push(("tid", format::bytes(bytes.len() as u64))),
        None => {}
    }
    rows
}

fn check_names(checks: Checks) -> String {
    let names = [
        (Checks::GRADED, "graded"),
        (Checks::TIMED, "timed"),
        (Checks::TICKET, "ticket"),
        (Checks::SUPERVISED, "supervised"),
    ];
    let set: Vec<_> =
        names.iter().filter(|(check, _)| checks.contains(*check)).map(|(_, name)| *name).collect();
    set.join(", ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
