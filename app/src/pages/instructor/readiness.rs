//! Before a session: can codes be checked with the network off?

use leptos::prelude::*;
use token::trust::{Age, TrustList};

use super::desk::Desk;
use super::trust_actions::TrustActions;
use crate::browser::clock;
use crate::browser::scan_worker::ScanFault;
use crate::components::notice::{Meaning, Notice};
use crate::session::{Trust, TrustFault};
use crate::text::verify::{self, words};
use crate::text::{Language, fault, format, reader, refusal};

/// The state of the trust list and the reader, and how to mend it.
#[component]
pub(super) fn Readiness(
    desk: Desk,
    /// Whether the reader of pictures has loaded; nothing while it does.
    reader: Signal<Option<Result<(), ScanFault>>>,
) -> impl IntoView {
    let session = desk.session;
    let state = move || {
        session.now();
        let trust = session.trust();
        let language = session.language();
        let (meaning, title, advice) = headline(&trust, language);
        view! {
            <Notice meaning title=title>
                {advice.map(|advice| view! { <p>{advice}</p> })}
                {trust.fault.as_ref().map(|fault| {
                    let (title, advice) = fault_words(fault, trust.list.is_some(), language);
                    view! {
                        <p role="status">
                            <strong>{title}</strong>
                            " "
                            {advice}
                        </p>
                    }
                })}
            </Notice>
        }
    };
    let facts = move || {
        let words = words(session.language());
        let list = session.trust().list;
        let mut rows = list.map(|list| list_rows(&list, session.language())).unwrap_or_default();
        let reader = match reader.get() {
            None => words.reader_loading.to_owned(),
            Some(Ok(())) => words.reader_ready.to_owned(),
            Some(Err(fault)) => {
                let (title, advice) = reader::scan_fault(fault, session.language());
                format!("{title} {advice}")
            }
        };
        rows.push((words.reader, reader));
        rows.into_iter()
            .map(|(name, value)| view! { <dt class="facts__name">{name}</dt> <dd class="facts__value">{value}</dd> })
            .collect_view()
    };
    view! {
        {state}
        <dl class="facts">{facts}</dl>
        <TrustActions desk id="ready" />
    }
}

/// Ready, old, stale, missing or loading, in this order of hope.
fn headline(trust: &Trust, language: Language) -> (Meaning, &'static str, Option<&'static str>) {
    let words = words(language);
    match trust.list.as_ref().map(|list| list.age(clock::now().seconds())) {
        Some(Age::Fresh) => (Meaning::Done, words.ready, None),
        Some(Age::Old) => (Meaning::Attention, words.ready_old, Some(words.ready_old_advice)),
        Some(Age::Stale) => (Meaning::Stop, words.ready_stale, Some(words.ready_missing_advice)),
        None if trust.is_loading => (Meaning::Information, words.ready_loading, None),
        None => (Meaning::Stop, words.ready_missing, Some(words.ready_missing_advice)),
    }
}

/// Why the newest list is not in use.
fn fault_words(fault: &TrustFault, has_list: bool, language: Language) -> (String, String) {
    let words = words(language);
    match fault {
        TrustFault::Fetch(fetch) => {
            let (why, advice) = fault::fetch_fault(fetch, language);
            let kept = if has_list { words.list_kept.to_owned() } else { advice };
            (verify::aside(words.update_failed, &why, language), kept)
        }
        TrustFault::Refused(error) => {
            let told = refusal::trust_error(error, language);
            (verify::aside(&told.what, error.code(), language), told.action)
        }
        TrustFault::NoRoots => (words.no_roots.to_owned(), String::new()),
    }
}

fn list_rows(list: &TrustList, language: Language) -> Vec<(&'static str, String)> {
    let words = words(language);
    let today = clock::now().jst_date();
    let with_age = |date: token::calendar::JstDate| {
        let age = verify::days_ago(today.days_since(date), language);
        verify::aside(&format::jst_date(date, true, language), &age, language)
    };
    vec![
        (words.list, verify::list_number(list.seq(), language)),
        (words.issued, with_age(list.issued().jst_date())),
        (words.next_update, with_age(list.next_update().jst_date())),
        (words.courses, list.body().courses.len().to_string()),
    ]
}
