//! Keys pressed anywhere on the page, as shortcuts.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

use super::Listener;
use super::page::document;

/// Calls `act` with the key (`" "`, `"k"`, `"ArrowLeft"`, `"?"`) until dropped. It returns whether it used the key.
///
/// Keys belong to whoever types: nothing is called inside a field, a list or a dialog, with a modifier, or when
/// the focused control uses the key itself (Space on a button, arrows on a slider or a tab). Letters and signs are called
/// only while `has_letters` says so: who speaks to the device or presses keys by mistake can switch them off (WCAG 2.1.4).
pub fn shortcuts(
    has_letters: impl Fn() -> bool + 'static,
    mut act: impl FnMut(&str) -> bool + 'static,
) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        if is_letter(&key) && !has_letters() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if target.is_some_and(|target| keeps(&target, &key)) {
            return;
        }
        if act(&key) {
            event.prevent_default();
        }
    }))
}

/// Whether the key writes a letter, a figure or a sign; other keys have names (`Enter`, `ArrowLeft`).
fn is_letter(key: &str) -> bool {
    key != " " && key.chars().count() == 1
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_figures_and_signs_can_be_switched_off_and_named_keys_cannot() {
        for key in ["k", "G", "?", ">", "1", "あ"] {
            assert!(is_letter(key), "{key}");
        }
        for key in [" ", "Enter", "ArrowLeft", "Escape", "F5"] {
            assert!(!is_letter(key), "{key}");
        }
    }
}
