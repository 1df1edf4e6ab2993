//! The service worker, which keeps the site usable without a network.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dynamic;
use super::page::{document, window};

/// Registers `sw.js` below the base. Without one, or outside a secure context, nothing happens.
pub async fn register() {
    let Some(window) = window() else { return };
    let navigator = JsValue::from(window.navigator());
    let Some(container) = dynamic::get(&navigator, "serviceWorker") else { return };
    let base = document().and_then(|d| d.base_uri().ok().flatten()).unwrap_or_default();
    let script =
        format!("{}sw.js", base.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned() + "/");
    // A host without the file answers with an error, which harms nobody.
    dynamic::call_async(&container, "register", &[&script.into()]).await;
}

/// Whether the site is ready to be used without a network.
pub async fn is_ready() -> bool {
    let navigator = window().map(|w| JsValue::from(w.navigator())).unwrap_or_default();
    let Some(container) = dynamic::get(&navigator, "serviceWorker") else { return false };
    let Some(found) = dynamic::call(&container, "getRegistration", &[]) else { return false };
    let registration = JsFuture::from(js_sys::Promise::resolve(&found)).await.unwrap_or_default();
    dynamic::get(&registration, "active").is_some()
}
