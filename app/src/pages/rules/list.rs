//! All rule tables, by kind.

use domain::rules::{RuleEntry, RuleList, TableKind};
use leptos::prelude::*;

use super::loading::{Loader, Loading, Missing, Waiting};
use super::sentence::lang_of;
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::components::page_heading::PageHeading;
use crate::paths::{Route, content};
use crate::session::Session;
use crate::text::rules::{self, words};
use crate::text::{format, pick};

/// Kinds in the order in which visitors look for them.
const ORDER: [TableKind; 8] = [
    TableKind::Training,
    TableKind::Als,
    TableKind::Earning,
    TableKind::Codes,
    TableKind::Documents,
    TableKind::Hours,
    TableKind::Associations,
    TableKind::Estimate,
];

/// The list of tables.
#[component]
pub fn RulesPage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let list = Loader::<RuleList>::new(content::RULES);
    let body = move || match list.state() {
        Loading::Under => view! { <Waiting /> }.into_any(),
        Loading::Failed(fault) => {
            view! { <Missing fault again=Callback::new(move |()| list.again()) /> }.into_any()
        }
        Loading::Ready(list) => ORDER
            .into_iter()
            .filter_map(|kind| {
                let of_kind: Vec<RuleEntry> =
                    list.tables.iter().filter(|entry| entry.kind == kind).cloned().collect();
                (!of_kind.is_empty()).then(|| view! { <Kind kind entries=of_kind /> })
            })
            .collect_view()
            .into_any(),
    };
    view! {
        <div class="stack stack--loose">
            <div class="stack stack--tight">
                <PageHeading text=move || words().heading.to_owned() />
                <p>{move || words().lead}</p>
            </div>
            {body}
        </div>
    }
}

#[component]
fn Kind(kind: TableKind, entries: Vec<RuleEntry>) -> impl IntoView {
    let session = Session::here();
    let heading = StoredValue::new(format!("kind-{}", kind as u8));
    let rows = entries.into_iter().map(|entry| view! { <Row entry /> }).collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby=heading.get_value()>
            <h2 id=heading.get_value()>{move || rules::kind(kind, session.language())}</h2>
            <ul class="plain-list card rule-list">{rows}</ul>
        </section>
    }
}

#[component]
fn Row(entry: RuleEntry) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let lang = lang_of(&entry.title, session);
    let title = entry.title;
    let minutes = entry.training.map(|training| {
        let (meaning, chip) = match training.elearning {
            true => {
                (Some(Meaning::Done), Signal::derive(move || words().elearning_possible.to_owned()))
            }
            false => (None, Signal::derive(move || words().no_elearning.to_owned())),
        };
        view! {
            <span>{move || format::minutes(training.total.into(), session.language())}</span>
            <Chip text=chip meaning />
        }
    });
    view! {
        <li class="rule-list__row">
            <a class="rule-list__link" href=Route::rule_table(&entry.id).href() lang=lang>
                {move || pick(&title, session.language()).to_owned()}
            </a>
            <span class="rule-list__facts quiet">
                {minutes}
                <span>{move || words().as_of} " " {entry.as_of}</span>
            </span>
        </li>
    }
}
