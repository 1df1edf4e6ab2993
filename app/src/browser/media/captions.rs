//! The captions: shown over the video, and read for the transcript.

use domain::unit::MediaMs;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlTrackElement, TextTrack, TextTrackMode, VttCue};

use super::Player;
use crate::browser::Listener;

/// One caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When it appears.
    pub start: MediaMs,
    /// When it disappears.
    pub end: MediaMs,
    /// Its words, without markup.
    pub text: String,
}

/// The captions of a video could not be fetched or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCaptions;

impl Player {
    fn tracks(&self) -> impl Iterator<Item = TextTrack> {
        let list = self.element().text_tracks();
        let count = list.as_ref().map_or(0, |list| list.length());
        (0..count).filter_map(move |index| list.as_ref()?.get(index))
    }

    /// Shows or hides the captions. The element leaves them a strip of their own below the picture.
    pub fn show_captions(&self, are_shown: bool) {
        let mut are_there = false;
        for track in self.tracks() {
            // Hidden, not disabled: a disabled track has no cues to read.
            let mode = if are_shown { TextTrackMode::Showing } else { TextTrackMode::Hidden };
            track.set_mode(mode);
            are_there = true;
        }
        let list = self.element().class_list();
        let _ = list.toggle_with_force("player__video--captioned", are_shown && are_there);
    }

    /// Gives the captions as soon as the browser has read them, or says that they could not be had; nothing when the
    /// video has none.
    pub fn on_cues(
        &self,
        callback: impl Fn(Result<Vec<Cue>, NoCaptions>) + Clone + 'static,
    ) -> Vec<Listener> {
        let Some(element) = self.track() else { return Vec::new() };
        if element.track().is_some_and(|track| track.mode() == TextTrackMode::Disabled) {
            self.show_captions(false);
        }
        if element.ready_state() == HtmlTrackElement::LOADED {
            callback(Ok(cues(&element)));
            return Vec::new();
        }
        if element.ready_state() == HtmlTrackElement::ERROR {
            callback(Err(NoCaptions));
        }
        let (of, loaded, failed) = (element.clone(), callback.clone(), callback);
        vec![
            Listener::new(&element, "load", move |_| loaded(Ok(cues(&of)))),
            Listener::new(&element, "error", move |_| failed(Err(NoCaptions))),
        ]
    }

    /// Fetches the captions anew, after they could not be had.
    pub fn load_captions_again(&self) {
        const AGAIN: &str = "#again";
        let Some(element) = self.track() else { return };
        let src = element.src();
        // The address it failed with is not asked again: only another one is, and the fragment is none of the host's.
        match src.strip_suffix(AGAIN) {
            Some(first) => element.set_src(first),
            None => element.set_src(&format!("{src}{AGAIN}")),
        }
    }

    fn track(&self) -> Option<HtmlTrackElement> {
        self.element().query_selector("track").ok().flatten()?.dyn_into().ok()
    }
}

fn cues(element: &HtmlTrackElement) -> Vec<Cue> {
    let Some(list) = element.track().and_then(|track| track.cues()) else { return Vec::new() };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into::<VttCue>().ok())
        .map(|cue| Cue {
            start: ms(cue.start_time()),
            end: ms(cue.end_time()),
            text: cue.get_cue_as_html().text_content().unwrap_or_default(),
        })
        .collect()
}

fn ms(seconds: f64) -> MediaMs {
    MediaMs((seconds * 1000.0).round() as u32)
}
