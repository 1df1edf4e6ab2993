//! Interfaces that some browsers lack and that our bindings do not know: asked for by name.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A field of an object, unless it is absent.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Sets a field; an object that refuses is left as it is.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Calls a method; none when it is absent or throws.
pub(super) fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().copied().collect();
    method.apply(object, &arguments).ok()
}

/// Calls a method and waits for its promise; none when it is absent, throws or is refused.
pub(super) async fn call_async(
    object: &JsValue,
    name: &str,
    arguments: &[&JsValue],
) -> Option<JsValue> {
    let promise: js_sys::Promise = call(object, name, arguments)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
