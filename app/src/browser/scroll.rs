//! Scrolling inside a list or a view, without moving the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::page::document;

/// Brings the item into the middle of its scrolling list. The page itself stays where it is.
pub fn reveal(list: &str, item: &str) {
    let find = |selector: &str| {
        let found = document()?.query_selector(selector).ok()??;
        found.dyn_into::<HtmlElement>().ok()
    };
    let (Some(list), Some(item)) = (find(list), find(item)) else { return };
    let top = item.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
    let spare = (list.client_height() - item.offset_height()) / 2;
    // Pixels of a list fit an i32.
    list.set_scroll_top(list.scroll_top() + top as i32 - spare);
}

/// Brings a place of what a view shows, in ten-thousandths of its whole width and height, as near to the view's middle as
/// its edges allow.
pub fn centre(view: &Element, (x, y): (u16, u16)) {
    let start = |share: u16, whole: i32, seen: i32| i32::from(share) * whole / 10_000 - seen / 2;
    view.set_scroll_left(start(x, view.scroll_width(), view.client_width()));
    view.set_scroll_top(start(y, view.scroll_height(), view.client_height()));
}
