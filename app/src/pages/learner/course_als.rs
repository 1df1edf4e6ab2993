//! What a JMA ALS course says of itself: who holds it, whether it is designated, its parts and options (R53, R60, R64,
//! R65, R67, R70, R77, R79).

use domain::catalog::{AlsCourse, AlsPart};
use leptos::prelude::*;

use super::course_header::Fact;
use crate::components::notice::{Meaning, Notice};
use crate::session::Session;
use crate::text::als::{self, words};
use crate::text::pick;

/// The facts of an ALS course, below those of any course.
#[component]
pub fn AlsFacts(
    /// What the course says.
    als: AlsCourse,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let AlsCourse { body, designation, equipment, owner, textbook, options, options_only, parts } =
        als;
    let options = (!options.is_empty()).then(|| {
        let named = move || {
            let names = options.iter().map(|option| pick(&option.name, session.language()));
            names.collect::<Vec<_>>().join("\n")
        };
        view! { <Fact name=Signal::derive(move || words().options) value=Signal::derive(named) /> }
    });
    let textbook = textbook.map(|text| {
        view! { <Fact name=Signal::derive(move || words().textbook) value=text lang="ja" /> }
    });
    let for_holders = options_only.then(|| {
        view! {
            <Notice meaning=Meaning::Attention title=Signal::derive(move || words().holders_only.to_owned())>
                <p>{move || words().holders_only_advice}</p>
            </Notice>
        }
    });
    view! {
        <h3>{move || words().heading}</h3>
        <p class="quiet">{move || words().stated}</p>
        {for_holders}
        <dl class="facts">
            <Fact name=Signal::derive(move || words().body) value=body lang="ja" />
            <Fact name=Signal::derive(move || words().designation) value=Signal::derive(move || {
                als::designation(designation, session.language()).to_owned()
            }) />
            <Fact name=Signal::derive(move || words().equipment) value=Signal::derive(move || {
                als::equipment(equipment, owner, session.language())
            }) />
            {options}
            {textbook}
        </dl>
        {(!parts.is_empty()).then(|| view! { <Parts parts /> })}
    }
}

/// The parts of a split course, in their order.
#[component]
fn Parts(parts: Vec<AlsPart>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let rows = parts
        .into_iter()
        .enumerate()
        .map(|(index, AlsPart { title, body, approval })| {
            let heading =
                move || als::part(index + 1, pick(&title, session.language()), session.language());
            let approved = approval.map(|given| {
                let names = format!("{}、{}", given.by, given.document);
                view! {
                    <p class="quiet">
                        {move || als::approved(&given, session.language())} " "
                        <span lang="ja">{names}</span>
                    </p>
                }
            });
            view! {
                <li class="stack stack--tight">
                    <p>
                        <strong>{heading}</strong>
                        " "
                        <span lang="ja">{body}</span>
                    </p>
                    {approved}
                </li>
            }
        })
        .collect_view();
    view! {
        <h4>{move || words().parts}</h4>
        <p>{move || words().parts_advice}</p>
        <ol class="plain-list stack stack--tight">{rows}</ol>
    }
}
