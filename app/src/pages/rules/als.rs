//! The rules of a designated ALS course.

use std::sync::Arc;

use domain::rules::{Als, CertificateRule, SplitExample};
use leptos::prelude::*;

use super::fact::Fact;
use super::reckoning::{Day, People};
use super::sentence::{Basis, Book};
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::session::Session;
use crate::text::rules::{self, words};
use crate::text::{format, pick};

/// The rules, one section a question of an organiser's.
#[component]
pub(super) fn AlsTable(
    /// The table.
    book: Book,
    /// Its rules.
    als: Als,
) -> impl IntoView {
    let session = Session::here();
    let examples = als.examples.clone();
    let examples = examples
        .into_iter()
        .map(|example| view! { <Example book=Arc::clone(&book) example /> })
        .collect_view();
    view! {
        <Course book=Arc::clone(&book) als=als.clone() />
        <DesignationSection book=Arc::clone(&book) als=als.clone() />
        <GroupSection book=Arc::clone(&book) als=als.clone() />
        <Options book=Arc::clone(&book) als=als.clone() />
        <section class="stack stack--tight" aria-labelledby="split-course">
            <h2 id="split-course">{move || words(session.language()).split_course}</h2>
            {examples}
        </section>
        <CertificateSection book als />
    }
}

/// Name, audience, goal, practical, test, words.
#[component]
fn Course(book: Book, als: Als) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let audience: Vec<String> = als.audience.iter().map(|one| one.text.clone()).collect();
    let audience_basis = als.audience.into_iter().next().map(|one| one.statement);
    let test_required = als.test.required;
    view! {
        <section class="stack stack--tight" aria-labelledby="at-a-glance">
            <h2 id="at-a-glance">{move || words().at_a_glance}</h2>
            <dl class="facts">
                <Fact name=Signal::derive(move || words().names) value=als.names.name lang="ja" />
                <Fact name=Signal::derive(move || words().older_names) value=als.names.aliases.join("、") lang="ja"
                    book=Arc::clone(&book) basis=als.names.statement />
                {audience_basis.map(|basis| view! {
                    <Fact name=Signal::derive(move || words().audience) value=audience.join("、") lang="ja"
                        book=Arc::clone(&book) basis />
                })}
                <Fact name=Signal::derive(move || words().goal) value=als.goal.text lang="ja"
                    book=Arc::clone(&book) basis=als.goal.statement />
                <Fact name=Signal::derive(move || words().practical)
                    value=Signal::derive(move || words().practical_required.to_owned())
                    book=Arc::clone(&book) basis=als.practical />
                <Fact name=Signal::derive(move || words().test)
                    value=Signal::derive(move || {
                        let words = words();
                        (if test_required { words.test_required } else { words.test_free }).to_owned()
                    })
                    book=Arc::clone(&book) basis=als.test.statement />
                <Fact name=Signal::derive(move || words().forbidden) value=als.forbidden.words.join("、") lang="ja"
                    book=Arc::clone(&book) basis=als.forbidden.statement />
            </dl>
        </section>
    }
}

#[component]
fn DesignationSection(book: Book, als: Als) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let designation = als.designation.clone();
    let (years, months) = (designation.years, designation.review_months);
    let follows = move |day| {
        let language = session.language();
        let (first, last) = designation.days(day);
        let written = |day| format::jst_date(day, true, language);
        rules::from_to(&written(first), &written(last), language)
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="designation">
            <h2 id="designation">{move || words().designation}</h2>
            <p>{move || rules::designation(years, months, session.language())}</p>
            <Day
                id="course-day"
                label=Signal::derive(move || words().course_day.to_owned())
                follows=Callback::new(follows)
            />
            <Basis book=Arc::clone(&book) id=als.designation.statement />
            <Basis book=Arc::clone(&book) id=als.designation.review_statement />
            <dl class="facts">
                <Fact name=Signal::derive(move || words().review) value=als.review.subjects.join("、") lang="ja"
                    book basis=als.review.statement />
            </dl>
        </section>
    }
}

#[component]
fn GroupSection(book: Book, als: Als) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let group = als.group.clone();
    let (size, least, most) = (group.size, group.least, group.most);
    let needs = move |people: u16| {
        let count = group.count(people);
        rules::group_count(count.least, count.most, count.fits, session.language())
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="groups">
            <h2 id="groups">{move || words().groups}</h2>
            <p>{move || rules::group_size(size, least, most, session.language())}</p>
            <People
                id="learners"
                label=Signal::derive(move || words().learners.to_owned())
                first=20
                needs=Callback::new(needs)
            />
            <Basis book id=als.group.statement />
        </section>
    }
}

#[component]
fn Options(book: Book, als: Als) -> impl IntoView {
    let session = Session::here();
    let rows = als
        .options
        .into_iter()
        .map(|option| {
            let name = option.name;
            view! {
                <li>
                    {format!("({}) ", option.number)}
                    {move || pick(&name, session.language()).to_owned()}
                    <Basis book=Arc::clone(&book) id=option.statement />
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="options">
            <h2 id="options">{move || words(session.language()).options}</h2>
            <ul class="plain-list">{rows}</ul>
        </section>
    }
}

#[component]
fn Example(book: Book, example: SplitExample) -> impl IntoView {
    let parts = example
        .parts
        .into_iter()
        .map(|part| {
            view! {
                <li lang="ja">
                    <strong>{part.title}</strong>
                    " "
                    {part.contents.join("、")}
                    " "
                    <span class="quiet">{part.organiser}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol>{parts}</ol>
        <Basis book=Arc::clone(&book) id=example.statement />
        <Basis book id=example.organisers />
    }
}

#[component]
fn CertificateSection(book: Book, als: Als) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let rules = als
        .certificate
        .rules
        .into_iter()
        .map(|CertificateRule { parts, statement, default }| {
            view! {
                <li>
                    <span lang="ja">{parts.join(" ＋ ")}</span>
                    {default.then(|| view! {
                        " "
                        <Chip
                            text=Signal::derive(move || words().default_rule.to_owned())
                            meaning=Some(Meaning::Information)
                        />
                    })}
                    <Basis book=Arc::clone(&book) id=statement />
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="certificate">
            <h2 id="certificate">{move || words().certificate}</h2>
            <p>{move || words().physicians_only}</p>
            <Basis book=Arc::clone(&book) id=als.certificate.physicians_only />
            <ul>{rules}</ul>
        </section>
    }
}
