//! When the page is seen, hidden, left.

use wasm_bindgen::JsCast as _;
use web_sys::{BeforeUnloadEvent, PageTransitionEvent, VisibilityState};

use super::Listener;
use super::page::{document, window};

/// Whether the page can be seen at all (its tab is in front, the screen is on).
pub fn is_visible() -> bool {
    document().is_none_or(|d| d.visibility_state() == VisibilityState::Visible)
}

/// Calls back with each change of visibility.
pub fn on_visibility(mut callback: impl FnMut(bool) + 'static) -> Option<Listener> {
    Some(Listener::new(document()?.as_ref(), "visibilitychange", move |_| callback(is_visible())))
}

/// Calls back when the page is left for good or put to sleep: the last chance to keep something.
pub fn on_leave(mut callback: impl FnMut() + 'static) -> Option<Listener> {
    Some(Listener::new(window()?.as_ref(), "pagehide", move |_| callback()))
}

/// Calls back when a page that was put to sleep is shown again.
pub fn on_return(mut callback: impl FnMut() + 'static) -> Option<Listener> {
    Some(Listener::new(window()?.as_ref(), "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            callback();
        }
    }))
}

/// Asks before the page is closed, as long as `is_needed` says so.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) -> Option<Listener> {
    Some(Listener::new(window()?.as_ref(), "beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only when a text is set; none shows it.
                event.set_return_value("?");
            }
        }
    }))
}
