//! Keys outside the page: headphones, lock screen, keyboard (the media session).

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::browser::dynamic;
use crate::browser::page::window;

/// A key outside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKey {
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// A little back.
    Back,
    /// A little forward.
    Forward,
    /// The chapter before.
    Previous,
    /// The chapter after.
    Next,
}

impl MediaKey {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Play, "play"),
        (Self::Pause, "pause"),
        (Self::Back, "seekbackward"),
        (Self::Forward, "seekforward"),
        (Self::Previous, "previoustrack"),
        (Self::Next, "nexttrack"),
    ];
}

/// The media session is ours until dropped. Without one in the browser, nothing happens.
pub struct MediaKeys {
    session: Option<JsValue>,
    _handlers: Vec<Closure<dyn FnMut(JsValue)>>,
}

impl MediaKeys {
    /// Shows title, course and picture where the device shows what plays, and calls back with its keys.
    pub fn claim(
        title: &str,
        course: &str,
        poster: Option<&str>,
        on_key: impl Fn(MediaKey) + Clone + 'static,
    ) -> Self {
        let navigator = window().map(|w| JsValue::from(w.navigator())).unwrap_or_default();
        let session = dynamic::get(&navigator, "mediaSession");
        let mut handlers = Vec::new();
        if let Some(session) = &session {
            if let Some(metadata) = metadata(title, course, poster) {
                dynamic::set(session, "metadata", &metadata);
            }
            for (key, name) in MediaKey::ALL {
                let on_key = on_key.clone();
                let handler = Closure::<dyn FnMut(JsValue)>::new(move |_| on_key(key));
                dynamic::call(session, "setActionHandler", &[&name.into(), handler.as_ref()]);
                handlers.push(handler);
            }
        }
        Self { session, _handlers: handlers }
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        let Some(session) = &self.session else { return };
        dynamic::set(session, "metadata", &JsValue::NULL);
        for (_, name) in MediaKey::ALL {
            dynamic::call(session, "setActionHandler", &[&name.into(), &JsValue::NULL]);
        }
    }
}

fn metadata(title: &str, course: &str, poster: Option<&str>) -> Option<JsValue> {
    let constructor: Function =
        dynamic::get(&window()?.into(), "MediaMetadata")?.dyn_into().ok()?;
    let about = Object::new();
    dynamic::set(&about, "title", &title.into());
    dynamic::set(&about, "album", &course.into());
    if let Some(poster) = poster {
        let picture = Object::new();
        dynamic::set(&picture, "src", &poster.into());
        dynamic::set(&about, "artwork", &Array::of1(&picture));
    }
    Reflect::construct(&constructor, &Array::of1(&about)).ok()
}
