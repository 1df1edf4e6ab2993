//! Documents and who may receive them, as a matrix; on a phone each document is a card.

use domain::rules::{Answer, Document, Documents, Person, Receives};
use leptos::prelude::*;

use super::sentence::lang_of;
use crate::components::icon::{Icon, Symbol};
use crate::session::Session;
use crate::text::pick;
use crate::text::rules::{self, words};

/// The matrix. Roles are named, because as cards its parts are no longer laid out as a table.
#[component]
pub(super) fn DocumentsTable(
    /// Documents and persons.
    documents: Documents,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let persons = StoredValue::new(documents.persons);
    let heads = persons
        .get_value()
        .into_iter()
        .map(|person| view! { <th scope="col" role="columnheader">{person_name(&person, session)}</th> })
        .collect_view();
    let rows = documents
        .documents
        .into_iter()
        .map(|document| view! { <Row document persons=persons.get_value() /> })
        .collect_view();
    view! {
        <table class="rule-matrix" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{move || words().document}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

fn person_name(person: &Person, session: Session) -> impl Fn() -> String + use<> {
    let title = person.title.clone();
    move || pick(&title, session.language()).to_owned()
}

#[component]
fn Row(document: Document, persons: Vec<Person>) -> impl IntoView {
    let session = Session::here();
    let lang = lang_of(&document.title, session);
    let title = document.title;
    let answer_of = |person: &Person| document.answers.iter().find(|of| of.person == person.id);
    let cells = persons
        .iter()
        .map(|person| {
            answer_of(person)
                .map(|answer| view! { <Cell answer=answer.clone() person=person.clone() /> })
        })
        .collect_view();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" lang=lang>{move || pick(&title, session.language()).to_owned()}</th>
            {cells}
        </tr>
    }
}

#[component]
fn Cell(answer: Answer, person: Person) -> impl IntoView {
    let session = Session::here();
    let receives = answer.receives;
    let (symbol, class) = match receives {
        Receives::Yes => (Symbol::Done, "rule-matrix__answer rule-matrix__answer--yes"),
        Receives::No => (Symbol::Stop, "rule-matrix__answer rule-matrix__answer--no"),
        Receives::Condition => {
            (Symbol::Attention, "rule-matrix__answer rule-matrix__answer--condition")
        }
        Receives::Unsaid => (Symbol::Open, "rule-matrix__answer"),
    };
    let condition = answer.condition.map(|condition| {
        let lang = lang_of(&condition, session);
        view! {
            <span class="rule-matrix__condition" lang=lang>
                {move || pick(&condition, session.language()).to_owned()}
            </span>
        }
    });
    let inferred = answer.inferred.then(|| {
        view! { <span class="chip">{move || words(session.language()).inferred}</span> }
    });
    view! {
        <td role="cell">
            <span class="rule-matrix__person" aria-hidden="true">{person_name(&person, session)}</span>
            <span class=class>
                <Icon symbol class="rule-matrix__icon" />
                {move || rules::receives(receives, session.language())}
                {inferred}
            </span>
            {condition}
        </td>
    }
}
