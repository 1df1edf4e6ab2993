//! The video element of a chapter: made here, or taken over from `boot.js`, which begins to load the film while the
//! program itself is still on its way.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlMediaElement, HtmlVideoElement};

use crate::browser::dynamic;
use crate::browser::page::document;

/// Where `boot.js` leaves the element.
const AHEAD: &str = "yoshuFilm";

/// Addresses of a chapter's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    /// The video.
    pub video: String,
    /// A picture to show before playing.
    pub poster: Option<String>,
    /// Captions (WebVTT).
    pub captions: Option<String>,
}

impl Film {
    /// The film's element, put into `stage`; none when the browser cannot make one.
    pub(super) fn put_into(&self, stage: &Element) -> Option<HtmlVideoElement> {
        let ahead = self.loaded_ahead();
        let element = match ahead {
            Some(element) => element,
            None => document()?.create_element("video").ok()?.dyn_into().ok()?,
        };
        element.set_class_name("player__video");
        let _ = element.set_attribute("playsinline", "");
        element.set_preload("auto");
        if let Some(poster) = &self.poster
            && element.ready_state() < HtmlMediaElement::HAVE_CURRENT_DATA
        {
            // A frame that is seen already is not covered again.
            element.set_poster(poster);
        }
        if let Some(captions) = &self.captions {
            let track = document()?.create_element("track").ok()?;
            for (name, value) in
                [("kind", "captions"), ("srclang", "ja"), ("label", "日本語"), ("default", "")]
            {
                let _ = track.set_attribute(name, value);
            }
            let _ = track.set_attribute("src", captions);
            let _ = element.append_child(&track);
        }
        if element.get_attribute("src").is_none() {
            let _ = element.set_attribute("src", &self.video);
        }
        // Moved within one task, an element keeps what it has loaded. From chapter to chapter the stage stays, and the
        // film of the last one goes.
        stage.replace_children_with_node_1(&element);
        Some(element)
    }

    /// The element of `boot.js`, when it loads this film; given once.
    fn loaded_ahead(&self) -> Option<HtmlVideoElement> {
        let global = js_sys::global();
        let element: HtmlVideoElement = dynamic::get(&global, AHEAD)?.dyn_into().ok()?;
        dynamic::set(&global, AHEAD, &JsValue::UNDEFINED);
        (element.get_attribute("src").as_deref() == Some(&self.video)).then_some(element)
    }
}
