//! Scrolling inside a list, without moving the page.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

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
