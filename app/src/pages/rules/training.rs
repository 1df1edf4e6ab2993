//! A 別表: minutes and their division, ratios, items.

use std::sync::Arc;

use domain::rules::{
    Detail, DetailKind, Item, PartMinutes, Ratios, Split, StatementId, Subtotal, Training, Window,
};
use leptos::prelude::*;

use super::fact::Fact;
use super::reckoning::{Day, People};
use super::sentence::{Basis, Book};
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::components::split_bar::SplitBar;
use crate::session::Session;
use crate::text::format;
use crate::text::rules::{self, words};

/// The numbers of a 別表.
#[component]
pub(super) fn TrainingTable(
    /// The table.
    book: Book,
    /// Its numbers.
    training: Training,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <section class="stack" aria-labelledby="at-a-glance">
            <h2 id="at-a-glance">{move || words().at_a_glance}</h2>
            <Splits book=Arc::clone(&book) training=training.clone() />
            <Form book=Arc::clone(&book) training=training.clone() />
            {training.window.clone().map(|window| view! { <WindowDay window /> })}
        </section>
        {training.ratios.clone().map(|ratios| view! { <RatioSection book=Arc::clone(&book) ratios /> })}
        <Items training />
    }
}

/// Every way to divide the total, as a bar; below the last of those that rest on one sentence, the sentence.
#[component]
fn Splits(book: Book, training: Training) -> impl IntoView {
    let session = Session::here();
    let practical = training.practical;
    let next = training.splits.iter().skip(1).map(|split| Some(split.statement.clone()));
    let next: Vec<Option<StatementId>> = next.chain([None]).collect();
    training
        .splits
        .into_iter()
        .zip(next)
        .map(|(Split { elearning, inperson, includes, statement }, next)| {
            let minutes = move |minutes: u16| format::minutes(minutes.into(), session.language());
            let is_last = next.as_ref() != Some(&statement);
            view! {
                <div class="stack stack--tight">
                    <SplitBar
                        first=elearning
                        second=inperson
                        first_label=Signal::derive(move || words(session.language()).lecture_part.to_owned())
                        first_includes=includes
                        second_label=Signal::derive(move || rules::practical(practical, session.language()).to_owned())
                        first_value=Signal::derive(move || minutes(elearning))
                        second_value=Signal::derive(move || minutes(inperson))
                    />
                    {is_last.then(|| view! { <Basis book=Arc::clone(&book) id=statement /> })}
                </div>
            }
        })
        .collect_view()
}

/// Total, live online, window, examination, retraining, parts.
#[component]
fn Form(book: Book, training: Training) -> impl IntoView {
    let session = Session::here();
    let language = move || session.language();
    let words = move || words(session.language());
    let named =
        |name: fn(&'static rules::Words) -> &'static str| Signal::derive(move || name(words()));
    let allowed = move |is_said: bool| {
        Signal::derive(move || {
            let words = words();
            (if is_said { words.allowed } else { words.unsaid }).to_owned()
        })
    };
    let optional = |basis: Option<StatementId>| (Arc::clone(&book), basis);
    let total = training.total;
    let live = training.live_online;
    let (exam, exam_basis) = training.exam.clone().map(|of| (of.pass.get(), of.statement)).unzip();
    let exam_said = move || match exam {
        Some(pass) => rules::exam(pass, language()),
        None => words().no_exam.to_owned(),
    };
    let (exam_book, exam_basis) = optional(exam_basis);
    // Where it is a part of the sentence below the bars, it is not said twice.
    let is_said = |id: &StatementId| training.splits.iter().any(|split| split.statement == *id);
    let window = training.window.clone().map(|window| {
        let months = window.months;
        let basis = Some(window.statement).filter(|id| !is_said(id));
        view! {
            <MaybeBased
                name=named(|w| w.window)
                value=Signal::derive(move || rules::window(months, language()))
                book=Arc::clone(&book)
                basis
            />
        }
    });
    let retraining = training.retraining.clone().map(|of| {
        let (from, to, duty) = (of.from_years, of.to_years, of.duty);
        view! {
            <Fact name=named(|w| w.retraining)
                value=Signal::derive(move || rules::retraining(from, to, duty, language()))
                book=Arc::clone(&book) basis=of.statement />
        }
    });
    let (live_book, live_basis) = optional(training.delivery.clone());
    let (split_said, short_said) = (training.may_split.is_some(), training.may_shorten.is_some());
    view! {
        <dl class="facts">
            <Fact name=named(|w| w.total) value=Signal::derive(move || format::minutes(total.into(), language())) />
            <MaybeBased name=named(|w| w.live) value=Signal::derive(move || rules::live(live, language()).to_owned())
                book=live_book basis=live_basis />
            {window}
            <MaybeBased name=named(|w| w.exam) value=Signal::derive(exam_said) book=exam_book basis=exam_basis />
            {retraining}
            <MaybeBased name=named(|w| w.may_split) value=allowed(split_said)
                book=Arc::clone(&book) basis=training.may_split />
            <MaybeBased name=named(|w| w.may_shorten) value=allowed(short_said)
                book=Arc::clone(&book) basis=training.may_shorten />
        </dl>
    }
}

/// A fact that the source may say nothing of.
#[component]
fn MaybeBased(
    name: Signal<&'static str>,
    value: Signal<String>,
    book: Book,
    basis: Option<StatementId>,
) -> impl IntoView {
    match basis {
        Some(basis) => view! { <Fact name value book basis /> }.into_any(),
        None => view! { <Fact name value /> }.into_any(),
    }
}

/// Until when a practical is in time, for a day of one's own.
#[component]
fn WindowDay(window: Window) -> impl IntoView {
    let session = Session::here();
    let follows = move |day| {
        let language = session.language();
        let last = format::jst_date(window.last_day(day), true, language);
        rules::last_day(&last, window.grace_days, language)
    };
    view! {
        <Day
            id="lecture-day"
            label=Signal::derive(move || words(session.language()).lecture_day.to_owned())
            follows=Callback::new(follows)
        />
    }
}

#[component]
fn RatioSection(book: Book, ratios: Ratios) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let (class, per_set, per_instructor) = (ratios.class, ratios.per_set, ratios.per_instructor);
    let statements = ratios.statements.clone();
    let basis = statements
        .into_iter()
        .map(|id| view! { <Basis book=Arc::clone(&book) id /> })
        .collect_view();
    let needs = move |people: u16| {
        rules::class_needs(ratios.instructors(people), ratios.sets(people), session.language())
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="ratios">
            <h2 id="ratios">{move || words().ratios}</h2>
            <p>{move || rules::ratios(class, per_set, per_instructor, session.language())}</p>
            <p class="quiet">{move || words().ratios_lead}</p>
            <People
                id="learners"
                label=Signal::derive(move || words().learners.to_owned())
                first=class
                needs=Callback::new(needs)
            />
            {basis}
        </section>
    }
}

#[component]
fn Items(training: Training) -> impl IntoView {
    let session = Session::here();
    let heading = move || words(session.language()).items;
    let mut last_heading = None;
    let rows = training
        .items
        .iter()
        .map(|item| {
            // A subtotal stands above the first item of its heading.
            let outer = item.headings.first();
            let subtotal = training.subtotals.iter().find(|of| Some(&of.heading) == outer);
            let subtotal =
                subtotal.filter(|of| last_heading.as_ref() != Some(&of.heading)).cloned();
            last_heading = outer.cloned();
            view! {
                {subtotal.map(|subtotal| view! { <SubtotalRow subtotal /> })}
                <ItemRow item=item.clone() />
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="items">
            <h2 id="items">{heading}</h2>
            <ul class="plain-list rule-items">{rows}</ul>
        </section>
    }
}

#[component]
fn SubtotalRow(subtotal: Subtotal) -> impl IntoView {
    view! {
        <li class="rule-item rule-item--subtotal">
            <div class="rule-item__head">
                <h3 lang="ja">{subtotal.heading}</h3>
                <MinutesOf part=Some(subtotal.minutes) />
            </div>
        </li>
    }
}

#[component]
fn ItemRow(item: Item) -> impl IntoView {
    let mut last_group = String::new();
    let details = item
        .details
        .iter()
        .map(|detail| {
            let is_new = !detail.group.is_empty() && detail.group != last_group;
            last_group.clone_from(&detail.group);
            view! { <DetailRow detail=detail.clone() with_group=is_new /> }
        })
        .collect_view();
    let has_details = !item.details.is_empty();
    view! {
        <li class="rule-item">
            <div class="rule-item__head">
                <h3 lang="ja">{item.headings.join(" › ")}</h3>
                <MinutesOf part=item.minutes />
            </div>
            {has_details.then(|| view! { <ul class="plain-list rule-details">{details}</ul> })}
        </li>
    }
}

#[component]
fn MinutesOf(part: Option<PartMinutes>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    match part {
        Some(PartMinutes { minutes, derived }) => view! {
            <span class="rule-item__minutes">
                {derived.then(|| view! {
                    <Chip text=Signal::derive(move || words().derived.to_owned()) meaning=Some(Meaning::Attention) />
                })}
                <strong>{move || format::minutes(minutes.into(), session.language())}</strong>
            </span>
        }
        .into_any(),
        None => view! { <span class="rule-item__minutes quiet">{move || words().no_minutes}</span> }.into_any(),
    }
}

#[component]
fn DetailRow(detail: Detail, with_group: bool) -> impl IntoView {
    let session = Session::here();
    let kind = detail.kind;
    let meaning = match kind {
        DetailKind::Lecture | DetailKind::ExtendedLecture => Some(Meaning::Information),
        DetailKind::Practical | DetailKind::Exam => None,
    };
    view! {
        <li class="rule-detail">
            {with_group.then(|| view! { <span class="rule-detail__group" lang="ja">{detail.group}</span> })}
            <span class="rule-detail__title" lang="ja">{detail.title}</span>
            <Chip text=Signal::derive(move || rules::detail_kind(kind, session.language()).to_owned()) meaning />
        </li>
    }
}
