//! A question with what answers it. Every tap is reported at once; nothing is kept here.

use domain::assessment::Answer;
use domain::catalog::{Question, QuestionKind};
use leptos::prelude::*;

use crate::components::choice_list::ChoiceList;
use crate::components::scene_player::SceneFilm;
use crate::pages::learner::answering::{Answering, Form, InPart, Piece, piece};
use crate::text::assessment::words;
use crate::text::{Language, answering, pick};

/// The number above a question: the focus comes here with the question, so that it is heard and Tab leads on into its
/// answers.
pub const PLACE: &str = ".question__place";

/// One question to answer.
#[component]
pub fn QuestionCard(
    /// The question.
    question: Question,
    /// In which order its choices, items or rights show: places in the authors' order.
    order: Vec<usize>,
    /// The scene that plays before it.
    scene: Option<SceneFilm>,
    /// The part that plays the scene and answers what has no choices.
    part: Answering,
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
    let beside = format!("[id=\"{text_id}\"]");
    let scene = {
        let id = question.id.to_string();
        scene.map(|scene| {
            let show =
                move || piece(Piece::Scene { id: id.clone(), scene: scene.clone(), language });
            view! { <InPart answering=part beside=beside.clone() show /> }
        })
    };
    let form = Form { question, order, answer, language, on_answer };
    view! {
        <fieldset class="question card" aria-describedby=described_by>
            <legend class="question__place">{place}</legend>
            {scene}
            <p class="question__text" id=text_id>{move || pick(&text, language.get()).to_owned()}</p>
            <p class="quiet">{hint}</p>
            {body(form, part, beside)}
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

/// What answers: choices at once, all else by the part.
fn body(form: Form, part: Answering, beside: String) -> AnyView {
    match &form.question.kind {
        QuestionKind::TrueFalse { .. }
        | QuestionKind::Single { .. }
        | QuestionKind::Multiple { .. } => {
            let Form { question, order, answer, language, on_answer } = form;
            view! { <ChoiceList question order answer language on_answer /> }.into_any()
        }
        QuestionKind::Order { .. }
        | QuestionKind::Match { .. }
        | QuestionKind::Numeric { .. }
        | QuestionKind::Hotspot { .. } => {
            let show = move || piece(Piece::Form(form.clone()));
            view! { <InPart answering=part beside show /> }.into_any()
        }
    }
}
