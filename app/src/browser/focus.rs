//! Where the keyboard and the screen reader stand.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::page::{document, window};

/// Moves the focus to the first element that matches, and scrolls to where it can be seen. False when there is none.
pub fn move_to(selector: &str) -> bool {
    focusable(selector).is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus to the first element that matches, and leaves the page scrolled as it is. False when there is none.
pub fn set_on(selector: &str) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    focusable(selector).is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Whether this element has the focus.
pub fn is_on(element: &Element) -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|on| on == *element)
}

/// The first element that matches, made able to take the focus.
fn focusable(selector: &str) -> Option<HtmlElement> {
    let found = document()?.query_selector(selector).ok().flatten()?;
    let element = found.dyn_into::<HtmlElement>().ok()?;
    // A heading takes the focus only with a tab index; −1 keeps it out of the tab order.
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    Some(element)
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
