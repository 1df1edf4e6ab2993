//! A scene: some seconds of a film, played on their own. Nothing of it counts as watched.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use domain::unit::MediaMs;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlVideoElement, TextTrackMode};

use super::Film;
use crate::browser::Listener;
use crate::browser::clock::Ticker;
use crate::browser::page::document;

/// How often it is looked whether the scene is over: what follows it may give the answer away.
const PERIOD_MS: i32 = 40;

/// Where a scene stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SceneState {
    /// It was not played yet.
    #[default]
    Ready,
    /// It plays.
    Playing,
    /// It was stopped on its way.
    Paused,
    /// It was seen to its end.
    Over,
    /// It cannot be played.
    Failed,
}

/// What happens to the element: `click` is a press on the picture itself.
const EVENTS: [&str; 5] = ["playing", "pause", "ended", "error", "click"];

thread_local! {
    /// The scene that played last: two would talk over each other.
    static HEARD: RefCell<Weak<Stretch>> = const { RefCell::new(Weak::new()) };
}

/// A video element that plays one stretch of its film; dropping it stops the film.
pub struct Scene {
    stretch: Rc<Stretch>,
    _listeners: [Listener; 5],
}

impl Scene {
    /// Puts the scene into `stage`; none when the browser cannot show films at all. `told` hears of each change, with
    /// how much has played.
    pub fn show(
        film: &Film,
        stage: &Element,
        (from, to): (MediaMs, MediaMs),
        told: impl Fn(SceneState, MediaMs) + 'static,
    ) -> Option<Self> {
        let element = put_into(film, stage, from)?;
        let stretch = Rc::new(Stretch {
            element,
            from,
            to,
            state: Cell::default(),
            ticker: RefCell::default(),
            told: Box::new(told),
        });
        let listeners = EVENTS.map(|kind| {
            let followed = Rc::clone(&stretch);
            Listener::new(&stretch.element, kind, move |_| followed.follow(kind))
        });
        Some(Self { stretch, _listeners: listeners })
    }

    /// Names the video for those who do not see it.
    pub fn set_label(&self, label: &str) {
        let _ = self.stretch.element.set_attribute("aria-label", label);
    }

    /// Plays from where it was stopped, or from its beginning; pauses what plays.
    pub fn toggle(&self) {
        self.stretch.toggle();
    }

    /// Shows or hides the captions.
    pub fn show_captions(&self, are_shown: bool) {
        let Some(tracks) = self.stretch.element.text_tracks() else { return };
        let mode = if are_shown { TextTrackMode::Showing } else { TextTrackMode::Hidden };
        for track in (0..tracks.length()).filter_map(|index| tracks.get(index)) {
            track.set_mode(mode);
        }
    }

    /// Fetches the film anew, after a fault.
    pub fn load_again(&self) {
        self.stretch.tell(SceneState::Ready);
        self.stretch.element.load();
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = self.stretch.element.pause();
        // Its clock holds the stretch.
        *self.stretch.ticker.borrow_mut() = None;
    }
}

/// The element with the stretch that it keeps to.
struct Stretch {
    element: HtmlVideoElement,
    from: MediaMs,
    to: MediaMs,
    state: Cell<SceneState>,
    ticker: RefCell<Option<Ticker>>,
    told: Box<dyn Fn(SceneState, MediaMs)>,
}

impl Stretch {
    fn follow(self: &Rc<Self>, event: &str) {
        match event {
            "playing" => {
                self.tell(SceneState::Playing);
                self.be_heard_alone();
                let stretch = Rc::clone(self);
                *self.ticker.borrow_mut() = Ticker::every(PERIOD_MS, move || stretch.look());
            }
            "pause" => {
                *self.ticker.borrow_mut() = None;
                if self.state.get() == SceneState::Playing {
                    self.tell(SceneState::Paused);
                }
            }
            "ended" => self.tell(SceneState::Over),
            "error" => self.tell(SceneState::Failed),
            _ => self.toggle(),
        }
    }

    fn be_heard_alone(self: &Rc<Self>) {
        let before = HEARD.with(|heard| heard.replace(Rc::downgrade(self))).upgrade();
        if let Some(other) = before.filter(|other| !Rc::ptr_eq(other, self)) {
            let _ = other.element.pause();
        }
    }

    fn look(&self) {
        let is_over = self.position() >= self.to;
        self.tell(if is_over { SceneState::Over } else { SceneState::Playing });
        if is_over {
            let _ = self.element.pause();
        }
    }

    fn tell(&self, state: SceneState) {
        self.state.set(state);
        let played = self.position().min(self.to).saturating_sub(self.from);
        (self.told)(state, if state == SceneState::Ready { MediaMs::ZERO } else { played });
    }

    fn toggle(&self) {
        match self.state.get() {
            SceneState::Playing => {
                let _ = self.element.pause();
                return;
            }
            SceneState::Paused => {}
            SceneState::Ready | SceneState::Over | SceneState::Failed => {
                self.element.set_current_time(f64::from(self.from.0) / 1000.0);
            }
        }
        if let Ok(promise) = self.element.play() {
            // A refusal leaves it as it is, and the button can be pressed again.
            spawn_local(async move { drop(JsFuture::from(promise).await) });
        }
    }

    fn position(&self) -> MediaMs {
        // A float cast saturates and takes NaN to 0.
        MediaMs((self.element.current_time() * 1000.0).round() as u32)
    }
}

/// A video whose first frame is the scene's own.
fn put_into(film: &Film, stage: &Element, from: MediaMs) -> Option<HtmlVideoElement> {
    let document = document()?;
    let element: HtmlVideoElement = document.create_element("video").ok()?.dyn_into().ok()?;
    let set = |element: &Element, attributes: &[(&str, &str)]| {
        for (name, value) in attributes {
            let _ = element.set_attribute(name, value);
        }
    };
    if let Some(captions) = &film.captions {
        let track = document.create_element("track").ok()?;
        let language = [("kind", "captions"), ("srclang", "ja"), ("label", "日本語")];
        set(&track, &language);
        set(&track, &[("default", ""), ("src", captions)]);
        let _ = element.append_child(&track);
    }
    let source = format!("{}#t={}.{:03}", film.video, from.0 / 1000, from.0 % 1000);
    let how = [("class", "scene__video"), ("playsinline", ""), ("preload", "metadata")];
    set(&element, &how);
    set(&element, &[("src", &source)]);
    stage.replace_children_with_node_1(&element);
    Some(element)
}
