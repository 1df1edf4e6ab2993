//! Our share of the disk, and the browser's promise to keep it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::Share;
use crate::browser::page::window;

fn manager() -> Option<StorageManager> {
    let manager = window()?.navigator().storage();
    // Absent outside a secure context.
    (!manager.is_undefined()).then_some(manager)
}

/// Asks the browser not to clear our data by itself. Some browsers ask the visitor. True: promised.
pub async fn ask_to_persist() -> bool {
    let Some(promise) = manager().and_then(|m| m.persist().ok()) else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// How much we use, may use, and whether it is promised to stay.
pub async fn share() -> Share {
    let Some(manager) = manager() else { return Share::default() };
    let mut share = Share::default();
    if let Ok(promise) = manager.estimate()
        && let Ok(estimate) = JsFuture::from(promise).await
    {
        share.used = number(&estimate, "usage");
    }
    if let Ok(promise) = manager.persisted() {
        share.persistent = JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy());
    }
    share
}

fn number(object: &JsValue, name: &str) -> u64 {
    // Byte counts are whole and far below 2^53.
    Reflect::get(object, &name.into()).ok().and_then(|v| v.as_f64()).unwrap_or_default() as u64
}
