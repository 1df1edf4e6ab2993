//! Copying and sharing.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::dynamic;
use super::page::window;

/// Copies a text. False when the browser refuses: show the text to be copied by hand.
pub async fn copy(text: &str) -> bool {
    let navigator = window().map(|w| JsValue::from(w.navigator())).unwrap_or_default();
    // Absent outside a secure context.
    let Some(clipboard) = dynamic::get(&navigator, "clipboard") else { return false };
    let Some(promise) = dynamic::call(&clipboard, "writeText", &[&text.into()]) else {
        return false;
    };
    JsFuture::from(js_sys::Promise::resolve(&promise)).await.is_ok()
}

/// Whether the device has a way to share.
pub fn can_share() -> bool {
    let navigator = window().map(|w| JsValue::from(w.navigator())).unwrap_or_default();
    dynamic::get(&navigator, "share").is_some()
}

/// Opens the device's way to share a text. False when there is none, or the visitor turned back.
pub async fn share(title: &str, text: &str) -> bool {
    if !can_share() {
        return false;
    }
    let Some(window) = window() else { return false };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    JsFuture::from(window.navigator().share_with_data(&data)).await.is_ok()
}
