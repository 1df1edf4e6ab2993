//! A place in a picture, chosen by mouse, by touch, or by arrow keys and Enter.

use domain::assessment::Answer;
use domain::catalog::{Picture, Point};
use leptos::html;
use leptos::prelude::*;

use super::notice::{Meaning, Notice};
use super::picture_marks::PictureMarks;
use crate::browser::pointer;
use crate::text::Language;
use crate::text::answering::{self, words};

/// One press of an arrow key moves the cross by 1 % of the picture, with Shift by 10 %.
const STEP: i32 = 100;
const BIG_STEP: i32 = 1_000;

/// The picture to point at.
#[component]
pub fn PictureSpot(
    /// The question's id.
    id: String,
    /// The picture.
    picture: Picture,
    /// The answer given so far.
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    language: Signal<Language>,
    /// The learner marked a place.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let mark = Signal::derive(move || match answer.get() {
        Some(Answer::Spot(point)) => Some(point),
        _ => None,
    });
    let cross = RwSignal::new(None::<Point>);
    let is_large = RwSignal::new(false);
    let is_missing = RwSignal::new(false);
    let stage = NodeRef::<html::Div>::new();
    // Nobody marks a place blindly.
    let set = move |point: Point| {
        if !is_missing.get_untracked() {
            on_answer.run(Some(Answer::Spot(point)));
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let (x, y) = pointer::place_on(&stage, &event);
        cross.set(None);
        set(Point::within(x, y));
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let here = cross.get_untracked().or(mark.get_untracked()).unwrap_or(Point::MIDDLE);
        let step = if event.shift_key() { BIG_STEP } else { STEP };
        let there = match event.key().as_str() {
            "ArrowLeft" => here.moved(-step, 0),
            "ArrowRight" => here.moved(step, 0),
            "ArrowUp" => here.moved(0, -step),
            "ArrowDown" => here.moved(0, step),
            "Enter" | " " => {
                if !event.repeat() {
                    set(here);
                }
                here
            }
            _ => return,
        };
        event.prevent_default();
        cross.set(Some(there));
    };
    let words = move || words(language.get());
    let state = move || {
        let language = language.get();
        match (cross.get().filter(|cross| Some(*cross) != mark.get()), mark.get()) {
            (Some(at), _) => answering::cross(at, language),
            (None, Some(at)) => answering::marked(at, language),
            (None, None) => words().not_marked.to_owned(),
        }
    };
    let fault = move || {
        is_missing.get().then(|| {
            let words = words();
            view! {
                <Notice meaning=Meaning::Attention title=words.no_picture.to_owned() live=true>
                    <p>{words.no_picture_advice}</p>
                    <button type="button" class="button" on:click=move |_| is_missing.set(false)>
                        {words.retry}
                    </button>
                </Notice>
            }
        })
    };
    let [keys, place] = ["keys", "place"].map(|part| format!("spot-{id}-{part}"));
    let described = format!("{keys} {place}");
    let shown = picture;
    view! {
        <p class="quiet" id=keys>{move || words().spot_keys}</p>
        <div class="spot" class:spot--large=move || is_large.get()>
            <div
                class="spot__stage"
                node_ref=stage
                role="application"
                tabindex="0"
                aria-label=move || words().spot_control
                aria-describedby=described
                on:click=press
                on:keydown=key
                on:focus=move |_| cross.set(Some(mark.get_untracked().unwrap_or(Point::MIDDLE)))
                on:blur=move |_| cross.set(None)
            >
                {move || {
                    (!is_missing.get())
                        .then(|| {
                            view! {
                                <PictureMarks
                                    picture=shown.clone()
                                    mark
                                    cross
                                    language
                                    on_fault=Callback::new(move |()| is_missing.set(true))
                                />
                            }
                        })
                }}
            </div>
        </div>
        {fault}
        <div class="cluster cluster--apart">
            <span class="quiet" id=place role="status">
                {state}
            </span>
            <button
                type="button"
                class="button"
                aria-pressed=move || is_large.get().to_string()
                on:click=move |_| is_large.update(|on| *on = !*on)
            >
                {move || words().enlarge}
            </button>
        </div>
    }
}
