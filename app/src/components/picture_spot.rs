//! A place in a picture, chosen by mouse, by touch, by arrow keys and Enter, or by buttons that do what those keys do.

use domain::assessment::Answer;
use domain::catalog::{Picture, Point};
use leptos::html;
use leptos::prelude::*;

use super::notice::{Meaning, Notice};
use super::picture_marks::PictureMarks;
use crate::browser::{focus, pointer, scroll};
use crate::text::Language;
use crate::text::answering::{self, Words};

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
    let spot = Spot {
        mark,
        aim: RwSignal::new(None),
        has_focus: RwSignal::new(false),
        has_buttons: RwSignal::new(false),
        is_missing: RwSignal::new(false),
        language,
        on_answer,
    };
    let cross = Signal::derive(move || spot.cross());
    let is_large = RwSignal::new(false);
    let (view, stage) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    // Enlarged, the picture scrolls: what the keys move must not leave the view. Nothing else moves the picture: it would
    // slip away under the finger that comes to mark it.
    Effect::new(move |was_large: Option<bool>| {
        let (is_large, aim) = (is_large.get(), spot.aim.get());
        if let Some(view) = view.get()
            && (aim.is_some() || was_large == Some(!is_large))
        {
            scroll::centre(&view, untrack(|| spot.aimed()).into());
        }
        is_large
    });
    let press = move |event: leptos::ev::MouseEvent| {
        let place = stage.get_untracked().and_then(|stage| pointer::place_on(&stage, &event));
        place.into_iter().for_each(|(x, y)| spot.mark_at(Point::within(x, y)));
    };
    let [stage_id, picture_id, keys, place, buttons_id] =
        ["stage", "picture", "keys", "place", "buttons"].map(|part| format!("spot-{id}-{part}"));
    let described = format!("{picture_id} {keys} {place}");
    let fault = {
        let stage_id = stage_id.clone();
        move || spot.is_missing.get().then(|| missing(spot, &stage_id))
    };
    let shown = move || {
        let (picture, id) = (picture.clone(), picture_id.clone());
        let on_fault = Callback::new(move |()| spot.is_missing.set(true));
        (!spot.is_missing.get())
            .then(|| view! { <PictureMarks picture id mark cross language on_fault /> })
    };
    view! {
        <p class="quiet" id=keys>{move || spot.words().spot_keys}</p>
        <div class="spot" class:spot--large=move || is_large.get() node_ref=view>
            <div
                class="spot__stage"
                id=stage_id
                node_ref=stage
                role="application"
                tabindex="0"
                aria-label=move || spot.words().spot_control
                aria-describedby=described
                on:click=press
                on:keydown=move |event| spot.key(&event)
                on:focus=move |_| spot.has_focus.set(true)
                on:blur=move |_| spot.has_focus.set(false)
            >
                {shown}
            </div>
        </div>
        {fault}
        <span class="quiet" id=place role="status">
            {move || spot.state()}
        </span>
        <div class="cluster">
            <button
                type="button"
                class="button"
                aria-pressed=move || is_large.get().to_string()
                on:click=move |_| is_large.update(|on| *on = !*on)
            >
                {move || spot.words().enlarge}
            </button>
            <button
                type="button"
                class="button"
                aria-expanded=move || spot.has_buttons.get().to_string()
                aria-controls=buttons_id.clone()
                on:click=move |_| spot.has_buttons.update(|on| *on = !*on)
            >
                {move || spot.words().spot_buttons}
            </button>
        </div>
        <div id=buttons_id>{move || spot.has_buttons.get().then(|| buttons(spot))}</div>
    }
}

/// The picture's place to choose, as keys, buttons and words share it.
#[derive(Clone, Copy)]
struct Spot {
    mark: Signal<Option<Point>>,
    /// Where keys or buttons have moved the cross, until it is marked.
    aim: RwSignal<Option<Point>>,
    has_focus: RwSignal<bool>,
    has_buttons: RwSignal<bool>,
    is_missing: RwSignal<bool>,
    language: Signal<Language>,
    on_answer: Callback<Option<Answer>>,
}

impl Spot {
    fn words(self) -> &'static Words {
        answering::words(self.language.get())
    }

    /// Where the cross is, seen or not (tracked).
    fn aimed(self) -> Point {
        self.aim.get().or(self.mark.get()).unwrap_or(Point::MIDDLE)
    }

    /// The cross, while there is something that moves it, or while it stands where nothing is marked (tracked).
    fn cross(self) -> Option<Point> {
        let is_worked = self.has_focus.get() || self.has_buttons.get();
        if is_worked { Some(self.aimed()) } else { self.aim.get() }
    }

    /// The cross if it is elsewhere than the mark, or the mark, in words (tracked).
    fn state(self) -> String {
        let language = self.language.get();
        match (self.cross().filter(|cross| Some(*cross) != self.mark.get()), self.mark.get()) {
            (Some(at), _) => answering::cross(at, language),
            (None, Some(at)) => answering::marked(at, language),
            (None, None) => self.words().not_marked.to_owned(),
        }
    }

    fn move_by(self, right: i32, down: i32) {
        self.aim.set(Some(untrack(|| self.aimed()).moved(right, down)));
    }

    /// Nobody marks a place blindly.
    fn mark_at(self, point: Point) {
        if !self.is_missing.get_untracked() {
            self.aim.set(None);
            self.on_answer.run(Some(Answer::Spot(point)));
        }
    }

    fn mark_aimed(self) {
        self.mark_at(untrack(|| self.aimed()));
    }

    fn key(self, event: &leptos::ev::KeyboardEvent) {
        let step = if event.shift_key() { BIG_STEP } else { STEP };
        match event.key().as_str() {
            "ArrowLeft" => self.move_by(-step, 0),
            "ArrowRight" => self.move_by(step, 0),
            "ArrowUp" => self.move_by(0, -step),
            "ArrowDown" => self.move_by(0, step),
            "Enter" | " " => {
                if !event.repeat() {
                    self.mark_aimed();
                }
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// The picture cannot be had: says so, and loads it again.
fn missing(spot: Spot, stage_id: &str) -> AnyView {
    let words = spot.words();
    let stage = format!("[id=\"{stage_id}\"]");
    let load_again = move |_| {
        spot.is_missing.set(false);
        // The button that was pressed goes with its notice.
        focus::move_to(&stage);
    };
    view! {
        <Notice meaning=Meaning::Attention title=words.no_picture.to_owned() live=true>
            <p>{words.no_picture_advice}</p>
            <button type="button" class="button" on:click=load_again>
                {words.retry}
            </button>
        </Notice>
    }
    .into_any()
}

/// For whoever has neither keys nor a finger on the picture: a screen reader on a phone, a switch.
fn buttons(spot: Spot) -> AnyView {
    let is_fine = RwSignal::new(false);
    let arrow = move |sign: &'static str, name: fn(&Words) -> &'static str, (x, y): (i32, i32)| {
        let go = move |_| {
            let step = if is_fine.get_untracked() { STEP } else { BIG_STEP };
            spot.move_by(x * step, y * step);
        };
        view! {
            <button type="button" class="button" aria-label=move || name(spot.words()) on:click=go>
                {sign}
            </button>
        }
    };
    view! {
        <div class="cluster">
            {arrow("←", |words| words.cross_left, (-1, 0))}
            {arrow("↑", |words| words.cross_up, (0, -1))}
            {arrow("↓", |words| words.cross_down, (0, 1))}
            {arrow("→", |words| words.cross_right, (1, 0))}
            <button
                type="button"
                class="button"
                aria-pressed=move || is_fine.get().to_string()
                on:click=move |_| is_fine.update(|on| *on = !*on)
            >
                {move || spot.words().small_steps}
            </button>
            <button type="button" class="button" on:click=move |_| spot.mark_aimed()>
                {move || spot.words().mark_here}
            </button>
        </div>
    }
    .into_any()
}
