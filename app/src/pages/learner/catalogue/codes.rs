//! The codes with their content, as the JMA's portal lists them (R8, R9), and the content of one code (R13).

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalog::SourceKind;
use domain::rules::Code;
use leptos::prelude::*;

use super::Desk;
use super::course_row::{Chips, CourseList, counts_for};
use super::more::{self, More};
use crate::components::notice::{Meaning, Notice};
use crate::paths::{CatalogueView, Route};
use crate::session::{Entry, Shelves};
use crate::text::catalogue::{self, words};
use crate::text::{format, pick};

/// The courses of a view, with their places in the catalog.
fn listed<'a>(
    desk: Desk,
    shelves: &'a Shelves,
    view: &'a CatalogueView,
) -> impl Iterator<Item = (usize, &'a Entry)> {
    let all = shelves.entries.iter().enumerate();
    all.filter(move |(_, entry)| desk.looks_at(view, &shelves.directory, &entry.outline))
}

/// CC｜名称｜コンテンツ一覧, and below it the courses that have no code.
#[component]
pub fn Codes(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let view = desk.view.get_value();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, entry) in listed(desk, &shelves, &view) {
        for code in &entry.outline.curriculum.codes {
            *counts.entry(code).or_default() += 1;
        }
    }
    let without: Vec<usize> = listed(desk, &shelves, &view)
        .filter(|(_, entry)| entry.outline.curriculum.codes.is_empty())
        .map(|(course, _)| course)
        .collect();
    let without = (!without.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="catalogue-without">
                <h2 id="catalogue-without">{move || words().without_code}</h2>
                <CourseList desk shelves=shelves.clone() list="without-code" courses=without />
            </section>
        }
    });
    let table = match &shelves.directory.codes {
        None => view! { <p class="quiet">{move || words().no_codes}</p> }.into_any(),
        Some(list) => {
            let rows: Vec<CodeLine> = list
                .codes
                .codes
                .iter()
                .map(|code| CodeLine {
                    code: code.clone(),
                    count: counts.get(code.code.as_str()).copied().unwrap_or(0),
                })
                .collect();
            let edition = list.codes.edition.clone();
            view! { <CodeTable desk rows edition /> }.into_any()
        }
    };
    view! {
        <section class="stack" aria-labelledby="catalogue-codes">
            <h2 id="catalogue-codes">{move || words().codes}</h2>
            {table}
        </section>
        {without}
    }
}

/// A code and how many courses it has.
#[derive(Clone)]
struct CodeLine {
    code: Code,
    count: usize,
}

#[component]
fn CodeTable(desk: Desk, rows: Vec<CodeLine>, edition: String) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let with_content = desk.with_content;
    let is_bare = rows.iter().all(|line| line.count == 0);
    let has_unconfirmed = rows.iter().any(|line| !line.code.confirmed);
    let body = rows
        .into_iter()
        .map(|line| {
            let is_empty = line.count == 0;
            view! {
                <tr class:catalogue-codes__empty=is_empty hidden=move || with_content.get() && is_empty>
                    <CodeCells desk line />
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="quiet" lang="ja">{edition}</p>
        <label class="choice">
            <input
                class="choice__input"
                type="checkbox"
                prop:checked=with_content
                on:change=move |event| desk.show_codes(event_target_checked(&event))
            />
            <span>{move || words().with_content}</span>
        </label>
        <Show when=move || is_bare && with_content.get()>
            <p role="status">{move || words().no_code_with_content}</p>
        </Show>
        <div class="catalogue-scroll" hidden=move || is_bare && with_content.get()>
            <table class="catalogue-codes">
                <thead>
                    <tr>
                        <th scope="col">{move || words().code_column}</th>
                        <th scope="col">{move || words().name_column}</th>
                        <th scope="col">{move || words().content_column}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {has_unconfirmed.then(|| view! { <p class="quiet">{move || words().unconfirmed_note}</p> })}
    }
}

/// The cells of a code. Without content it is shown and cannot be chosen (R9).
#[component]
fn CodeCells(desk: Desk, line: CodeLine) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let CodeLine { code, count } = line;
    let unconfirmed = (!code.confirmed)
        .then(|| view! { " " <span class="quiet">{move || words().unconfirmed}</span> });
    let number = code.code.clone();
    let content = match count {
        0 => view! { <span class="quiet">{move || words().no_content}</span> }.into_any(),
        _ => {
            let label = format!("CC {} {}", code.code, code.name);
            let href = move || desk.browsed(|view| view.code = Some(number.clone()));
            view! {
                <a href=href>
                    <span class="visually-hidden" lang="ja">{label} " "</span>
                    {move || catalogue::content_of(count, session.language())}
                </a>
            }
            .into_any()
        }
    };
    view! {
        <th scope="row">{code.code.clone()}</th>
        <td>
            <span lang="ja">{code.name.clone()}</span>
            {unconfirmed}
        </td>
        <td>{content}</td>
    }
}

/// The content of a code, by its kind of source: 生涯教育講座｜単位数｜受講する.
#[component]
pub fn CodeContent(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
    /// The code.
    code: String,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let view = desk.view.get_value();
    let name = shelves.code_name(&code).map(str::to_owned);
    let is_known = name.is_some() || shelves.directory.codes.is_none();
    let mut by_source: BTreeMap<SourceKind, Vec<Entry>> = BTreeMap::new();
    for (_, entry) in listed(desk, &shelves, &view) {
        if entry.outline.curriculum.codes.contains(&code) {
            by_source.entry(entry.outline.listing.source_kind).or_default().push(entry.clone());
        }
    }
    let back = move || desk.browsed(|view| view.code = None);
    let empty = by_source.is_empty().then(|| {
        let code = code.clone();
        let title = Signal::derive(move || match is_known {
            true => words().code_empty.to_owned(),
            false => catalogue::unknown_code(&code, session.language()),
        });
        view! {
            <Notice meaning=Meaning::Information title>
                <p>{move || words().code_empty_advice}</p>
            </Notice>
        }
    });
    let tables = by_source
        .into_iter()
        .map(|(source, entries)| view! { <ContentTable desk shelves=shelves.clone() source entries /> })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="catalogue-code">
            <div>
                <p class="quiet">{move || words().of_code}</p>
                <h2 id="catalogue-code">
                    "CC " {code} " " <span lang="ja">{name}</span>
                </h2>
            </div>
            {empty}
            {tables}
            <div>
                <a class="button" href=back>{move || words().back}</a>
            </div>
        </section>
    }
}

#[component]
fn ContentTable(
    desk: Desk,
    shelves: Arc<Shelves>,
    source: SourceKind,
    entries: Vec<Entry>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let (list, count) = (format!("content-{}", source as u8), entries.len());
    let name = list.clone();
    let row = move |(number, entry): (usize, &Entry)| {
        let entry = entry.clone();
        let id = more::link(&name, number);
        let units = entry.outline.curriculum.units_tenths;
        let href = Route::course(&entry.outline.id).href();
        let title = entry.outline.title.clone();
        let title = Signal::derive(move || pick(&title, session.language()).to_owned());
        let shelves = shelves.clone();
        let counts_for = Signal::derive(move || counts_for(desk, &entry.outline, &shelves));
        view! {
            <tr>
                <th scope="row">
                    {title}
                    <Chips said=counts_for />
                </th>
                <td>{move || format::units(units, session.language())}</td>
                <td>
                    <a class="button button--primary" href=href id=id>
                        {move || words().take}
                        <span class="visually-hidden">" " {title}</span>
                    </a>
                </td>
            </tr>
        }
    };
    let most = desk.most_browsed();
    let rows = move || entries.iter().take(most.get()).enumerate().map(&row).collect_view();
    view! {
        <div class="catalogue-scroll">
            <table class="catalogue-codes catalogue-codes--content">
                <thead>
                    <tr>
                        <th scope="col">{move || catalogue::source(source, session.language())}</th>
                        <th scope="col">{move || words().units_column}</th>
                        <th scope="col"><span class="visually-hidden">{move || words().take}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <More desk list count most />
    }
}
