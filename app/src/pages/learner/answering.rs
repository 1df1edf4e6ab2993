//! What answers a question by more than choosing, plays the scene before it, and explains it afterwards: a part of the
//! program of its own, so that the first question waits for none of it.
#![allow(unsafe_code, reason = "the macro names the two ends of the cut with `no_mangle`")]

use domain::assessment::Answer;
use domain::catalog::{Question, QuestionKind};
use futures_util::FutureExt as _;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::focus;
use crate::components::answer_review::{AnswerReview, Rewatch};
use crate::components::notice::{Meaning, Notice};
use crate::components::number_field::NumberField;
use crate::components::order_list::OrderList;
use crate::components::pair_list::PairList;
use crate::components::picture_spot::PictureSpot;
use crate::components::scene_player::{SceneFilm, ScenePlayer};
use crate::pages::cut::{NotLoaded, parts};
use crate::text::Language;
use crate::text::answering::words;

/// A piece of the part, with what it shows.
pub enum Piece {
    /// What answers a question that has no choices.
    Form(Form),
    /// The scene before a question.
    Scene {
        /// The question's id.
        id: String,
        /// What is played.
        scene: SceneFilm,
        /// Language of the words.
        language: Signal<Language>,
    },
    /// A graded question.
    Review(Review),
}

/// A question to answer.
#[derive(Clone)]
pub struct Form {
    /// The question.
    pub question: Question,
    /// In which order its items or rights show: places in the authors' order.
    pub order: Vec<usize>,
    /// The answer given so far, finished or not.
    pub answer: Signal<Option<Answer>>,
    /// Language of the words.
    pub language: Signal<Language>,
    /// The learner answered, or took the answer back.
    pub on_answer: Callback<Option<Answer>>,
}

/// A question with the answer that was handed in.
pub struct Review {
    /// The question.
    pub question: Question,
    /// What the learner answered.
    pub answer: Option<Answer>,
    /// Number and total.
    pub place: String,
    /// The passage that teaches it.
    pub rewatch: Option<Rewatch>,
    /// The scene that it is about.
    pub scene: Option<Rewatch>,
    /// Language of the words.
    pub language: Language,
}

parts! {
    show(piece: Piece) in answering by load: match piece {
        Piece::Form(form) => form.show(),
        Piece::Scene { id, scene, language } => view! { <ScenePlayer id scene language /> }.into_any(),
        Piece::Review(Review { question, answer, place, rewatch, scene, language }) => {
            view! { <AnswerReview question answer place rewatch scene language /> }.into_any()
        }
    };
}

impl Form {
    fn show(self) -> AnyView {
        let Self { question, order: shown, answer, language, on_answer } = self;
        let id = question.id.to_string();
        match question.kind {
            QuestionKind::TrueFalse { .. }
            | QuestionKind::Single { .. }
            | QuestionKind::Multiple { .. } => ().into_any(),
            QuestionKind::Order { items } => {
                view! { <OrderList id items shown answer language on_answer /> }.into_any()
            }
            QuestionKind::Match { pairs } => {
                view! { <PairList id pairs shown answer language on_answer /> }.into_any()
            }
            QuestionKind::Numeric { unit, .. } => {
                view! { <NumberField id unit answer language on_answer /> }.into_any()
            }
            QuestionKind::Hotspot { picture, .. } => {
                view! { <PictureSpot id picture answer language on_answer /> }.into_any()
            }
        }
    }
}

/// Whether the part is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Coming,
    /// It could not be had.
    Missing,
    /// It could not be had, and is asked for again.
    ComingAgain,
    /// It is here.
    Here,
}

/// The part, as a page shares it.
#[derive(Clone, Copy)]
pub struct Answering {
    state: RwSignal<State>,
    language: Signal<Language>,
}

/// The button that asked once more, which goes with its notice.
struct Pressed {
    button: NodeRef<html::Button>,
    /// Where the focus goes on.
    beside: String,
}

impl Pressed {
    /// Where the focus goes on, if it is still on the button: who went on meanwhile is not called back.
    fn left_behind(self) -> Option<String> {
        let button = self.button.try_get_untracked().flatten()?;
        focus::is_on(&button).then_some(self.beside)
    }
}

impl Answering {
    /// The part, not asked for yet.
    pub fn new(language: Signal<Language>) -> Self {
        Self { state: RwSignal::new(State::Unasked), language }
    }

    /// Asks for the part, once.
    pub fn fetch(self) {
        if self.state.get_untracked() == State::Unasked {
            self.ask(State::Coming, None);
        }
    }

    fn fetch_again(self, pressed: Pressed) {
        if self.state.get_untracked() == State::Missing {
            self.ask(State::ComingAgain, Some(pressed));
        }
    }

    fn ask(self, meanwhile: State, pressed: Option<Pressed>) {
        self.state.set(meanwhile);
        spawn_local(async move {
            let state = if load().await.is_ok() { State::Here } else { State::Missing };
            let beside = pressed.and_then(Pressed::left_behind);
            // It gives the state back when the page is gone by now.
            if self.state.try_set(state).is_some() {
                return;
            }
            match (state, beside) {
                // Once, for all the places where something is missing.
                (State::Missing, _) => {
                    focus::announce(words(self.language.get_untracked()).part_missing);
                }
                (_, Some(beside)) => {
                    focus::move_to(&beside);
                }
                (_, None) => {}
            }
        });
    }
}

/// Pieces in their place, once the part is here; until then, that it comes, or that it could not be had.
#[component]
pub fn InPart<F>(
    /// The part.
    answering: Answering,
    /// What has the focus after the part could not be had at first.
    #[prop(into)]
    beside: String,
    /// Makes the pieces, by [`piece`].
    show: F,
) -> impl IntoView
where
    F: Fn() -> AnyView + Send + 'static,
{
    let is_here = Memo::new(move |_| answering.state.get() == State::Here);
    let is_missing =
        Memo::new(move |_| matches!(answering.state.get(), State::Missing | State::ComingAgain));
    let waiting = move || {
        let beside = beside.clone();
        if is_missing.get() {
            missing(answering, beside)
        } else {
            let words = move || words(answering.language.get());
            view! { <p class="quiet" role="status">{move || words().part_loading}</p> }.into_any()
        }
    };
    move || if is_here.get() { show() } else { waiting() }
}

/// A piece of the part, where [`InPart`] asks for it.
pub fn piece(piece: Piece) -> AnyView {
    // It is here: who asks has waited for it.
    show(piece).unwrap_or_else(|NotLoaded| ().into_any())
}

/// The part could not be had: says so, and asks again.
fn missing(answering: Answering, beside: String) -> AnyView {
    let words = move || words(answering.language.get());
    let is_coming = move || answering.state.get() == State::ComingAgain;
    let button = NodeRef::<html::Button>::new();
    let press = move |_| answering.fetch_again(Pressed { button, beside: beside.clone() });
    view! {
        <Notice
            meaning=Meaning::Attention
            title=Signal::derive(move || words().part_missing.to_owned())
        >
            <p>{move || words().part_missing_advice}</p>
            <button
                type="button"
                class="button"
                aria-disabled=move || is_coming().then_some("true")
                node_ref=button
                on:click=press
            >
                {move || if is_coming() { words().part_loading } else { words().retry }}
            </button>
        </Notice>
    }
    .into_any()
}
