//! One rule table: where it is from, its numbers, its sentences, the courses that keep it.

use std::sync::Arc;

use domain::rules::{RuleTable, TableBody};
use leptos::prelude::*;

use super::als::AlsTable;
use super::associations::AssociationsTable;
use super::codes::CodesTable;
use super::documents::DocumentsTable;
use super::earning::EarningTable;
use super::estimate::EstimateTable;
use super::fact::Fact;
use super::hours::HoursTable;
use super::loading::{Loader, Loading, Missing, Waiting};
use super::sentence::{Book, Statements, lang_of, marked};
use super::training::TrainingTable;
use crate::browser::fetch::FetchFault;
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::paths::{Route, content};
use crate::session::{Entry, Session};
use crate::text::pick;
use crate::text::rules::words;

/// One table.
#[component]
pub fn RuleTablePage(
    /// Its id, as the address has it.
    table: String,
) -> impl IntoView {
    let session = Session::here();
    let loader = Loader::<RuleTable>::new(content::rule_table(&table));
    // One heading from the beginning, so that it keeps the focus when the table comes.
    let heading = move || match loader.state() {
        Loading::Ready(table) => pick(&table.title, session.language()).to_owned(),
        Loading::Failed(FetchFault::NotFound) => words(session.language()).unknown.to_owned(),
        Loading::Under | Loading::Failed(_) => words(session.language()).heading.to_owned(),
    };
    let body = move || match loader.state() {
        Loading::Under => view! { <Waiting /> }.into_any(),
        Loading::Failed(FetchFault::NotFound) => view! { <Unknown /> }.into_any(),
        Loading::Failed(fault) => {
            view! { <Missing fault again=Callback::new(move |()| loader.again()) /> }.into_any()
        }
        Loading::Ready(table) => view! { <Table book=table /> }.into_any(),
    };
    view! {
        <div class="stack stack--loose">
            <div class="stack stack--tight">
                <a class="on-screen-only" href=Route::Rules.href()>{move || words(session.language()).all_tables}</a>
                <PageHeading text=heading />
            </div>
            {body}
        </div>
    }
}

/// No table has this id.
#[component]
fn Unknown() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <p role="status">{move || words().unknown_advice}</p>
        <p>
            <a class="button button--primary" href=Route::Rules.href()>{move || words().all_tables}</a>
        </p>
    }
}

#[component]
fn Table(book: Book) -> impl IntoView {
    let body = match &book.body {
        TableBody::Training(training) => {
            view! { <TrainingTable book=Arc::clone(&book) training=training.clone() /> }.into_any()
        }
        TableBody::Als(als) => {
            view! { <AlsTable book=Arc::clone(&book) als=(**als).clone() /> }.into_any()
        }
        TableBody::Codes(codes) => view! { <CodesTable codes=codes.clone() /> }.into_any(),
        TableBody::Earning(earning) => {
            view! { <EarningTable book=Arc::clone(&book) earning=earning.clone() /> }.into_any()
        }
        TableBody::Hours(hours) => {
            view! { <HoursTable book=Arc::clone(&book) hours=hours.clone() /> }.into_any()
        }
        TableBody::Associations(associations) => {
            view! { <AssociationsTable associations=associations.clone() /> }.into_any()
        }
        TableBody::Documents(documents) => {
            view! { <DocumentsTable documents=documents.clone() /> }.into_any()
        }
        TableBody::Estimate(estimate) => {
            view! { <EstimateTable book=Arc::clone(&book) estimate=estimate.clone() /> }.into_any()
        }
    };
    view! {
        <Origin book=Arc::clone(&book) />
        {body}
        <Courses book=Arc::clone(&book) />
        <Statements book />
    }
}

/// Source, date, version, and what to keep in mind.
#[component]
fn Origin(book: Book) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let source = book.source.clone();
    let caution = book.caution.clone().map(|caution| {
        view! {
            <Notice meaning=Meaning::Attention title=Signal::derive(move || words().caution.to_owned())>
                <p>{move || marked(&caution, session.language())}</p>
            </Notice>
        }
    });
    view! {
        <dl class="facts">
            <Fact name=Signal::derive(move || words().source) value=Signal::derive(move || {
                pick(&source, session.language()).to_owned()
            }) />
            <Fact name=Signal::derive(move || words().as_of) value=book.as_of.clone() />
            <Fact name=Signal::derive(move || words().version) value=book.version.clone() />
        </dl>
        {caution}
    }
}

/// The site's courses that name this table.
#[component]
fn Courses(book: Book) -> impl IntoView {
    let session = Session::here();
    let id = book.id.clone();
    let keeps = move |entry: &Entry| entry.outline.rule_table.as_ref() == Some(&id);
    let courses = move || {
        let courses: Vec<Entry> =
            session.entries().into_iter().filter(|entry| keeps(entry)).collect();
        (!courses.is_empty()).then(|| {
            let language = session.language();
            let rows = courses
                .iter()
                .map(|entry| {
                    let title = &entry.outline.title;
                    let href = Route::course(&entry.outline.id).href();
                    let lang = lang_of(title, session);
                    view! { <li><a href=href lang=lang>{pick(title, language).to_owned()}</a></li> }
                })
                .collect_view();
            view! {
                <section class="stack stack--tight on-screen-only" aria-labelledby="rule-courses">
                    <h2 id="rule-courses">{words(language).courses}</h2>
                    <ul>{rows}</ul>
                </section>
            }
        })
    };
    view! { {courses} }
}
