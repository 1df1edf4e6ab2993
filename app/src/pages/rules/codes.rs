//! Curriculum codes: number, name, whether the name is confirmed, and the courses that carry the code.

use domain::rules::{Code, Codes};
use domain::search::Query;
use domain::search::codes::meant;
use leptos::prelude::*;

use super::find::Find;
use super::sentence::lang_of;
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::paths::Route;
use crate::session::Session;
use crate::text::pick;
use crate::text::rules::{self, words};

/// The codes as a list that narrows while one types.
#[component]
pub(super) fn CodesTable(
    /// The codes.
    codes: Codes,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let typed = RwSignal::new(String::new());
    let (confirmed, count) = (codes.confirmed(), codes.codes.len());
    let edition = codes.edition.clone();
    let all = StoredValue::new(codes.codes);
    let matching = Memo::new(move |_| {
        let query = Query::parse(&typed.read());
        let is_meant = |code: &&Code| meant(&query, code).is_some();
        all.with_value(|all| all.iter().filter(is_meant).cloned().collect::<Vec<_>>())
    });
    view! {
        <section class="stack" aria-labelledby="codes">
            <h2 id="codes" lang="ja">{edition}</h2>
            <p>{move || rules::confirmed(confirmed, count, session.language())}</p>
            <Find
                id="find-code"
                label=Signal::derive(move || words().find.to_owned())
                hint=Signal::derive(move || words().find_code.to_owned())
                found=Signal::derive(move || rules::found(matching.read().len(), session.language()))
                typed
            />
            <table class="rule-table">
                <thead>
                    <tr>
                        <th scope="col" class="rule-table__number">{move || words().code}</th>
                        <th scope="col">{move || words().name}</th>
                        <th scope="col">{move || words().contents}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || matching.get() key=|code| code.code.clone() let(code)>
                        <Row code />
                    </For>
                </tbody>
            </table>
            {move || matching.read().is_empty().then(|| view! { <p>{words().nothing}</p> })}
        </section>
    }
}

#[component]
fn Row(code: Code) -> impl IntoView {
    let session = Session::here();
    let number = code.code.clone();
    let courses = move || {
        let language = session.language();
        let has = |entry: &crate::session::Entry| entry.outline.curriculum.codes.contains(&number);
        let links = session.entries().into_iter().filter(has).map(|entry| {
            let (title, href) = (&entry.outline.title, Route::course(&entry.outline.id).href());
            let lang = lang_of(title, session);
            view! { <li><a href=href lang=lang>{pick(title, language).to_owned()}</a></li> }
        });
        let links: Vec<_> = links.collect();
        if links.is_empty() {
            "—".into_any()
        } else {
            view! { <ul class="plain-list">{links}</ul> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row" class="rule-table__number">{code.code}</th>
            <td>
                <span lang="ja">{code.name}</span>
                {(!code.confirmed).then(|| view! {
                    " "
                    <Chip
                        text=Signal::derive(move || words(session.language()).unconfirmed.to_owned())
                        meaning=Some(Meaning::Attention)
                    />
                })}
            </td>
            <td>{courses}</td>
        </tr>
    }
}
