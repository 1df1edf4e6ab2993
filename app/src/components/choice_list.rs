//! Choices of a question, as radio buttons or checkboxes.

use std::collections::BTreeSet;

use domain::assessment::Answer;
use domain::catalog::{Question, QuestionKind};
use leptos::prelude::*;

use crate::text::assessment::words;
use crate::text::{Language, pick};

/// The choices of a true/false, single or multiple question.
#[component]
pub fn ChoiceList(
    /// The question.
    question: Question,
    /// In which order its choices show: places in the authors' order.
    order: Vec<usize>,
    /// The answer given so far.
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    language: Signal<Language>,
    /// The learner answered, or took the answer back.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let choices = move || {
        shown(&question, &order, language.get())
            .into_iter()
            .map(|(given, text)| {
                view! { <Choice question=question.clone() given text answer on_answer /> }
            })
            .collect_view()
    };
    view! { <div class="stack stack--tight">{choices}</div> }
}

/// What choosing one row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Given {
    Truth(bool),
    Choice(usize),
}

fn shown(question: &Question, order: &[usize], language: Language) -> Vec<(Given, String)> {
    let words = words(language);
    match question.kind {
        QuestionKind::TrueFalse { .. } => vec![
            (Given::Truth(true), words.true_.to_owned()),
            (Given::Truth(false), words.false_.to_owned()),
        ],
        _ => order
            .iter()
            .filter_map(|index| {
                let choice = question.choices.get(*index)?;
                Some((Given::Choice(*index), pick(choice, language).to_owned()))
            })
            .collect(),
    }
}

#[component]
fn Choice(
    question: Question,
    given: Given,
    text: String,
    answer: Signal<Option<Answer>>,
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let several = matches!(question.kind, QuestionKind::Multiple { .. });
    let chosen = move || answer.with(|answer| is_chosen(answer.as_ref(), given));
    let choose = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        on_answer.run(answer.with_untracked(|answer| after(answer.as_ref(), given, several, on)));
    };
    view! {
        <label class="choice">
            <input
                class="choice__input"
                type=if several { "checkbox" } else { "radio" }
                name=question.id.to_string()
                prop:checked=chosen
                on:change=choose
            />
            <span>{text}</span>
        </label>
    }
}

fn is_chosen(answer: Option<&Answer>, given: Given) -> bool {
    match (answer, given) {
        (Some(Answer::TrueFalse(truth)), Given::Truth(one)) => *truth == one,
        (Some(Answer::Single(choice)), Given::Choice(one)) => *choice == one,
        (Some(Answer::Multiple(choices)), Given::Choice(one)) => choices.contains(&one),
        _ => false,
    }
}

/// The answer after a row was switched on or off.
fn after(answer: Option<&Answer>, given: Given, several: bool, on: bool) -> Option<Answer> {
    match given {
        Given::Truth(truth) => Some(Answer::TrueFalse(truth)),
        Given::Choice(choice) if !several => Some(Answer::Single(choice)),
        Given::Choice(choice) => {
            let mut choices = match answer {
                Some(Answer::Multiple(choices)) => choices.clone(),
                _ => BTreeSet::new(),
            };
            if on {
                choices.insert(choice);
            } else {
                choices.remove(&choice);
            }
            (!choices.is_empty()).then_some(Answer::Multiple(choices))
        }
    }
}
