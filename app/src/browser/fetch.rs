//! Built files of the site, by their address below the base.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dynamic;
use super::page::window;

/// Why a file could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// The network, or the server, did not answer.
    Offline,
    /// The server has no such file.
    NotFound,
    /// The server answered with another error.
    Status(u16),
    /// The file came and is not what it should be; the text says where.
    Unreadable(String),
}

/// The bytes of a file.
///
/// # Errors
/// Every [`FetchFault`] but `Unreadable`.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchFault> {
    let window = window().ok_or(FetchFault::Offline)?;
    let answer = fetched_ahead(path).unwrap_or_else(|| window.fetch_with_str(path));
    let response = JsFuture::from(answer).await.map_err(|_| FetchFault::Offline)?;
    let response: Response = response.unchecked_into();
    match response.status() {
        200..300 => {}
        404 | 410 => return Err(FetchFault::NotFound),
        status => return Err(FetchFault::Status(status)),
    }
    let body = response.array_buffer().map_err(|_| FetchFault::Offline)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchFault::Offline)?;
    Ok(Uint8Array::new(body.unchecked_ref::<ArrayBuffer>()).to_vec())
}

/// The answer that `boot.js` asked for before the program was here; given once, so that a retry asks anew.
fn fetched_ahead(path: &str) -> Option<Promise> {
    let ahead = dynamic::get(&js_sys::global(), "yoshuAhead")?;
    let answer = dynamic::get(&ahead, path)?.dyn_into().ok()?;
    dynamic::set(&ahead, path, &JsValue::UNDEFINED);
    Some(answer)
}

/// A file of text.
///
/// # Errors
/// Every [`FetchFault`]; `Unreadable` when the file is not UTF-8.
pub async fn text(path: &str) -> Result<String, FetchFault> {
    String::from_utf8(bytes(path).await?)
        .map_err(|e| FetchFault::Unreadable(format!("{path}: {e}")))
}

/// A JSON file.
///
/// # Errors
/// Every [`FetchFault`]; `Unreadable` with line and column when the file has another form.
pub async fn json<T: DeserializeOwned>(path: &str) -> Result<T, FetchFault> {
    let bytes = bytes(path).await?;
    serde_json::from_slice(&bytes).map_err(|e| FetchFault::Unreadable(format!("{path}: {e}")))
}
