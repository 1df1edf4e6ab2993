//! Subjects with their least hours, subtotals, and what else is asked for.

use std::sync::Arc;

use domain::rules::{HourGroup, Hours};
use leptos::prelude::*;

use super::sentence::{Basis, Book};
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::session::Session;
use crate::text::rules::{self, words};

/// The hours as a table.
#[component]
pub(super) fn HoursTable(
    /// The table.
    book: Book,
    /// Its hours.
    hours: Hours,
) -> impl IntoView {
    let session = Session::here();
    let language = move || session.language();
    let words = move || words(session.language());
    let total = u32::from(hours.total);
    let groups = hours.groups.into_iter().map(|group| view! { <Group group /> }).collect_view();
    let (years, service) = (hours.experience.years, hours.experience.hours);
    let subjects = hours
        .exam_subjects
        .into_iter()
        .map(|subject| view! { <li lang="ja">{subject}</li> })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="hours">
            <h2 id="hours">{move || words().hours}</h2>
            <Basis book=Arc::clone(&book) id=hours.statement />
            <table class="rule-table">
                <thead>
                    <tr>
                        <th scope="col">{move || words().subject}</th>
                        <th scope="col" class="rule-table__number">{move || words().hours}</th>
                    </tr>
                </thead>
                {groups}
                <tfoot>
                    <tr class="rule-table__sum">
                        <th scope="row">{move || words().sum}</th>
                        <td class="rule-table__number">{move || rules::hours(total, language())}</td>
                    </tr>
                </tfoot>
            </table>
        </section>
        <section class="stack stack--tight" aria-labelledby="experience">
            <h2 id="experience">{move || words().experience}</h2>
            <p>{move || rules::experience(years, service, language())}</p>
            <Basis book=Arc::clone(&book) id=hours.experience.statement />
        </section>
        <section class="stack stack--tight" aria-labelledby="exam-subjects">
            <h2 id="exam-subjects">{move || words().exam_subjects}</h2>
            <ul>{subjects}</ul>
        </section>
    }
}

#[component]
fn Group(group: HourGroup) -> impl IntoView {
    let session = Session::here();
    let language = move || session.language();
    let words = move || words(session.language());
    let sum = group.sum();
    let rows = group
        .subjects
        .into_iter()
        .map(|subject| {
            let hours = u32::from(subject.hours);
            view! {
                <tr>
                    <th scope="row" lang="ja">{subject.title}</th>
                    <td class="rule-table__number">{move || rules::hours(hours, language())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <tbody>
            <tr class="rule-table__group">
                <th scope="rowgroup" colspan="2" lang="ja">{group.headings.join(" › ")}</th>
            </tr>
            {rows}
            <tr class="rule-table__subtotal">
                <th scope="row">
                    {move || words().subtotal}
                    " "
                    <Chip text=Signal::derive(move || words().derived.to_owned()) meaning=Some(Meaning::Attention) />
                </th>
                <td class="rule-table__number">{move || rules::hours(sum, language())}</td>
            </tr>
        </tbody>
    }
}
