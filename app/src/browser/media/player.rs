//! A video element, observed about four times a second and at each of its events.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::unit::{MediaMs, RatePercent};
use domain::watch::Observation;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlVideoElement};

use super::Film;
use crate::browser::clock::{self, Ticker};
use crate::browser::page::document;
use crate::browser::{Listener, dynamic, page_life};

/// Period of the observations while the video plays.
const PERIOD_MS: i32 = 250;

/// Events after which the state may be another one.
const EVENTS: [&str; 12] = [
    "play",
    "pause",
    "seeking",
    "seeked",
    "waiting",
    "playing",
    "canplay",
    "stalled",
    "ratechange",
    "ended",
    "emptied",
    "loadedmetadata",
];

/// Why a video does not play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaFault {
    /// It could not be fetched to its end.
    Network,
    /// It is damaged.
    Damaged,
    /// There is no such file, or the browser does not know the format.
    Unsupported,
}

type OnObservation = Rc<RefCell<dyn FnMut(Observation)>>;

/// A video element under observation; dropping it ends the observation and takes the video off the page. The page of the
/// next chapter may be built in the same place, and would otherwise show both.
pub struct Player {
    element: HtmlVideoElement,
    is_waiting: Rc<Cell<bool>>,
    on_observation: OnObservation,
    _listeners: Vec<Listener>,
    _ticker: Option<Ticker>,
}

impl Player {
    /// Shows a film in `stage` and observes it; none when the browser cannot show films at all.
    pub fn show(
        film: &Film,
        stage: &Element,
        on_observation: impl FnMut(Observation) + 'static,
    ) -> Option<Self> {
        Some(Self::attach(&film.put_into(stage)?, on_observation))
    }

    /// Observes a video element: `on_observation` is called with the state that holds from that moment on.
    fn attach(
        element: &HtmlVideoElement,
        on_observation: impl FnMut(Observation) + 'static,
    ) -> Self {
        let on_observation: OnObservation = Rc::new(RefCell::new(on_observation));
        let is_waiting = Rc::new(Cell::new(false));
        let observe = {
            let (element, is_waiting) = (element.clone(), Rc::clone(&is_waiting));
            let on_observation = Rc::clone(&on_observation);
            move || report(&element, is_waiting.get(), &on_observation)
        };
        let mut listeners: Vec<Listener> = EVENTS
            .into_iter()
            .map(|kind| {
                let (observe, is_waiting) = (observe.clone(), Rc::clone(&is_waiting));
                Listener::new(element, kind, move |_| {
                    match kind {
                        "waiting" => is_waiting.set(true),
                        "playing" | "canplay" | "seeked" | "ended" | "emptied" => {
                            is_waiting.set(false);
                        }
                        _ => {}
                    }
                    observe();
                })
            })
            .collect();
        let seen = observe.clone();
        listeners.extend(page_life::on_visibility(move |_| seen()));
        let playing = element.clone();
        let ticker = Ticker::every(PERIOD_MS, move || {
            if !playing.paused() {
                observe();
            }
        });
        Self {
            element: element.clone(),
            is_waiting,
            on_observation,
            _listeners: listeners,
            _ticker: ticker,
        }
    }

    /// Observes at once.
    pub fn observe(&self) {
        report(&self.element, self.is_waiting.get(), &self.on_observation);
    }

    /// Names the video for those who do not see it.
    pub fn set_label(&self, label: &str) {
        let _ = self.element.set_attribute("aria-label", label);
    }

    /// Calls back when the video is clicked or tapped.
    pub fn on_click(&self, callback: impl Fn() + 'static) -> Listener {
        Listener::new(&self.element, "click", move |_| callback())
    }

    /// Fetches the film anew, after a fault.
    pub fn load_again(&self) {
        self.element.load();
    }

    /// Calls back when the video cannot be played, at once when that is known already.
    pub fn on_fault(&self, callback: impl Fn(MediaFault) + 'static) -> Listener {
        let element = self.element.clone();
        let tell = move || {
            let fault = match element.error().map(|error| error.code()) {
                Some(2) => MediaFault::Network,
                Some(3) => MediaFault::Damaged,
                _ => MediaFault::Unsupported,
            };
            callback(fault);
        };
        if self.element.error().is_some() {
            tell();
        }
        Listener::new(&self.element, "error", move |_| tell())
    }

    /// Plays, and tells whether it does: a browser may refuse until the visitor has touched the page, and then the
    /// video stays paused.
    pub fn play(&self, told: impl FnOnce(bool) + 'static) {
        match self.element.play() {
            Ok(promise) => spawn_local(async move { told(JsFuture::from(promise).await.is_ok()) }),
            Err(_) => told(false),
        }
        // The event `play` comes some milliseconds into the film, which would stay a gap for ever.
        self.observe();
    }

    /// Pauses.
    pub fn pause(&self) {
        let _ = self.element.pause();
    }

    /// Moves the playhead. What was played up to now is observed before.
    pub fn seek(&self, position: MediaMs) {
        self.observe();
        self.element.set_current_time(f64::from(position.0) / 1000.0);
    }

    /// Sets the playback rate.
    pub fn set_rate(&self, rate: RatePercent) {
        self.observe();
        let rate = f64::from(rate.0) / 100.0;
        // A film that is loaded again begins at the default.
        self.element.set_default_playback_rate(rate);
        self.element.set_playback_rate(rate);
    }

    /// Whether the browser can show a video in a small window above others.
    pub fn has_picture_in_picture() -> bool {
        let document = document().map(JsValue::from).unwrap_or_default();
        dynamic::get(&document, "pictureInPictureEnabled").is_some_and(|on| on.is_truthy())
    }

    /// Shows the video in a small window above others, or brings it back.
    pub fn toggle_picture_in_picture(&self) {
        let document = document().map(JsValue::from).unwrap_or_default();
        let element = self.element.clone();
        spawn_local(async move {
            match dynamic::get(&document, "pictureInPictureElement") {
                Some(_) => dynamic::call_async(&document, "exitPictureInPicture", &[]).await,
                None => dynamic::call_async(&element, "requestPictureInPicture", &[]).await,
            };
        });
    }

    /// Shows `frame` (the video with our own controls around it) on the whole screen, or brings it back.
    pub fn toggle_fullscreen(&self, frame: &Element) {
        let Some(document) = document() else { return };
        if dynamic::get(&document, "fullscreenElement").is_some() {
            dynamic::call(&document, "exitFullscreen", &[]);
        } else if dynamic::get(frame, "requestFullscreen").is_some() {
            let frame = frame.clone();
            spawn_local(async move {
                dynamic::call_async(&frame, "requestFullscreen", &[]).await;
            });
        } else {
            // An iPhone knows full screen for the video alone.
            dynamic::call(&self.element, "webkitEnterFullscreen", &[]);
        }
    }

    pub(super) fn element(&self) -> &HtmlVideoElement {
        &self.element
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.element.remove();
    }
}

fn report(element: &HtmlVideoElement, is_waiting: bool, on_observation: &OnObservation) {
    let observation = Observation {
        at_ms: clock::monotonic_ms(),
        position: media_ms(element.current_time()),
        rate: RatePercent::from_rate(element.playback_rate()),
        playing: is_playing(element),
        seeking: element.seeking(),
        stalled: is_waiting,
        visible: page_life::is_visible(),
    };
    // An observation made while one is being handled is left out; the next comes soon.
    if let Ok(mut on_observation) = on_observation.try_borrow_mut() {
        on_observation(observation);
    }
}

fn is_playing(element: &HtmlVideoElement) -> bool {
    !element.paused() && !element.ended()
}

fn media_ms(seconds: f64) -> MediaMs {
    // A float cast saturates and takes NaN to 0.
    MediaMs((seconds * 1000.0).round() as u32)
}
