//! Keys pressed anywhere on the page, as shortcuts.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

use super::Listener;
use super::page::document;

/// Calls `act` with the key (`" "`, `"k"`, `"ArrowLeft"`, `"?"`) until dropped. It returns whether it used the key.
///
/// Keys belong to whoever types: nothing is called inside a field, a list or a dialog, with a modifier, or when
/// the focused control uses the key itself (Space on a button, arrows on a slider or a tab).
pub fn shortcuts(mut act: impl FnMut(&str) -> bool + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if target.is_some_and(|target| keeps(&target, &key)) {
            return;
        }
        if act(&key) {
            event.prevent_default();
        }
    }))
}

/// Whether the element needs the key for itself.
fn keeps(element: &HtmlElement, key: &str) -> bool {
    if matches!(element.closest("dialog"), Ok(Some(_))) {
        return true;
    }
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            kind != "range" || key.starts_with("Arrow")
        }
        "BUTTON" | "A" | "SUMMARY" => {
            key == " "
                || key == "Enter"
                || (key.starts_with("Arrow") && element.get_attribute("role").is_some())
        }
        _ => element.is_content_editable(),
    }
}
