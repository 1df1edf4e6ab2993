//! A question with what answers it. Every tap is reported at once; nothing is kept here.

use domain::assessment::Answer;
use domain::catalog::{Question, QuestionKind};
use leptos::prelude::*;

use super::choice_list::ChoiceList;
use super::number_field::NumberField;
use super::order_list::OrderList;
use super::pair_list::PairList;
use super::picture_spot::PictureSpot;
use super::scene_player::{SceneFilm, ScenePlayer};
use crate::text::assessment::words;
use crate::text::{Language, answering, pick};

/// One question to answer.
#[component]
pub fn QuestionCard(
    /// The question.
    question: Question,
    /// In which order its choices, items or rights show: places in the authors' order.
    order: Vec<usize>,
    /// The scene that plays before it.
    scene: Option<SceneFilm>,
    /// Number and total, such as `問3 / 10`.
    #[prop(into)]
    place: Signal<String>,
    /// The answer given so far, finished or not.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    #[prop(into)]
    language: Signal<Language>,
    /// The learner answered, or took the answer back.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let text = question.text.clone();
    let text_id = format!("question-{}", question.id);
    let described_by = text_id.clone();
    let hint = {
        let kind = question.kind.clone();
        move || hint(&kind, language.get())
    };
    let scene =
        scene.map(|scene| view! { <ScenePlayer id=question.id.to_string() scene language /> });
    view! {
        <fieldset class="question card" aria-describedby=described_by>
            <legend class="question__place">{place}</legend>
            {scene}
            <p class="question__text" id=text_id>{move || pick(&text, language.get()).to_owned()}</p>
            <p class="quiet">{hint}</p>
            {body(question, order, answer, language, on_answer)}
            <div>
                <button
                    type="button"
                    class="button button--quiet"
                    // Not disabled: it would lose the focus by its own press.
                    aria-disabled=move || answer.read().is_none().then_some("true")
                    on:click=move |_| {
                        if answer.read_untracked().is_some() {
                            on_answer.run(None);
                        }
                    }
                >
                    {move || words(language.get()).clear}
                </button>
            </div>
        </fieldset>
    }
}

/// What to do, above what answers.
fn hint(kind: &QuestionKind, language: Language) -> &'static str {
    let (choosing, other) = (words(language), answering::words(language));
    match kind {
        QuestionKind::TrueFalse { .. } | QuestionKind::Single { .. } => choosing.choose_one,
        QuestionKind::Multiple { .. } => choosing.choose_all,
        QuestionKind::Order { .. } => other.order,
        QuestionKind::Match { .. } => other.pairs,
        QuestionKind::Numeric { .. } => other.number,
        QuestionKind::Hotspot { .. } => other.spot,
    }
}

fn body(
    question: Question,
    order: Vec<usize>,
    answer: Signal<Option<Answer>>,
    language: Signal<Language>,
    on_answer: Callback<Option<Answer>>,
) -> AnyView {
    let id = question.id.to_string();
    match question.kind.clone() {
        QuestionKind::TrueFalse { .. }
        | QuestionKind::Single { .. }
        | QuestionKind::Multiple { .. } => {
            view! { <ChoiceList question order answer language on_answer /> }.into_any()
        }
        QuestionKind::Order { items } => {
            view! { <OrderList id items shown=order answer language on_answer /> }.into_any()
        }
        QuestionKind::Match { pairs } => {
            view! { <PairList id pairs shown=order answer language on_answer /> }.into_any()
        }
        QuestionKind::Numeric { unit, .. } => {
            view! { <NumberField id unit answer language on_answer /> }.into_any()
        }
        QuestionKind::Hotspot { picture, .. } => {
            view! { <PictureSpot id picture answer language on_answer /> }.into_any()
        }
    }
}
