//! SHA-256 by the browser.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::page::window;

/// The browser offers no WebCrypto: the page was not loaded by https or from this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCrypto;

/// SHA-256 of the bytes.
///
/// # Errors
/// [`NoCrypto`] outside a secure context.
pub async fn sha256(bytes: &[u8]) -> Result<[u8; 32], NoCrypto> {
    let crypto = window().and_then(|w| w.crypto().ok()).ok_or(NoCrypto)?.subtle();
    if crypto.is_undefined() {
        return Err(NoCrypto);
    }
    let input = Uint8Array::from(bytes);
    let promise =
        crypto.digest_with_str_and_buffer_source("SHA-256", &input).map_err(|_| NoCrypto)?;
    let digest = JsFuture::from(promise).await.map_err(|_| NoCrypto)?;
    let digest = Uint8Array::new(digest.unchecked_ref::<ArrayBuffer>());
    let mut out = [0; 32];
    if digest.length() != 32 {
        return Err(NoCrypto);
    }
    digest.copy_to(&mut out);
    Ok(out)
}
