//! Where the keyboard and the screen reader stand.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::page::{document, window};

/// Moves the focus to the first element that matches, without scrolling to it. False when there is none.
pub fn move_to(selector: &str) -> bool {
    let found = document().and_then(|d| d.query_selector(selector).ok().flatten());
    let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return false };
    // A heading takes the focus only with a tab index; −1 keeps it out of the tab order.
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    element.focus().is_ok()
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Says something to a screen reader without moving the focus: puts it into the frame's live region.
pub fn announce(text: &str) {
    let region = document().and_then(|d| d.get_element_by_id("announcer"));
    if let Some(region) = region {
        // The same words twice are heard twice only when the region was empty between.
        region.set_text_content(None);
        let text = text.to_owned();
        super::clock::later(50, move || region.set_text_content(Some(&text)));
    }
}
