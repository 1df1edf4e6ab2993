//! The device's own key: a P-256 pair that signs, and that nobody can take out of the browser.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::page::window;
use super::store::{Shelf, Store, StoreFault};

/// Name of the pair on its shelf.
const NAME: &str = "device-p256";

/// Why the device cannot sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The browser offers no WebCrypto: the page was not loaded by https or from this machine.
    NoCrypto,
    /// The browser refused to make a pair or to sign with it.
    Refused,
}

/// The device's pair.
#[derive(Clone)]
pub struct DeviceKey {
    secret: CryptoKey,
    public: CryptoKey,
}

fn subtle() -> Result<SubtleCrypto, KeyFault> {
    let crypto = window().and_then(|w| w.crypto().ok()).ok_or(KeyFault::NoCrypto)?;
    let subtle = crypto.subtle();
    if subtle.is_undefined() { Err(KeyFault::NoCrypto) } else { Ok(subtle) }
}

fn algorithm(fields: &[(&str, &str)]) -> Object {
    let algorithm = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object of ours cannot fail.
        let _ = Reflect::set(&algorithm, &(*name).into(), &(*value).into());
    }
    algorithm
}

impl DeviceKey {
    /// A new pair, kept nowhere yet.
    ///
    /// # Errors
    /// Any [`KeyFault`].
    pub async fn make() -> Result<Self, KeyFault> {
        let usages = Array::of2(&"sign".into(), &"verify".into());
        let curve = algorithm(&[("name", "ECDSA"), ("namedCurve", "P-256")]);
        // Not extractable: the secret half never leaves the browser, not even to us.
        let promise = subtle()?
            .generate_key_with_object(&curve, false, &usages)
            .map_err(|_| KeyFault::Refused)?;
        let pair = JsFuture::from(promise).await.map_err(|_| KeyFault::Refused)?;
        Self::from_pair(&pair).ok_or(KeyFault::Refused)
    }

    /// The pair that is kept.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn kept(store: &Store) -> Result<Option<Self>, StoreFault> {
        let pair = store.get_value(Shelf::Keys, NAME).await?;
        Ok(pair.as_ref().and_then(Self::from_pair))
    }

    /// Keeps this pair as the device's, unless the device has one, and gives back the pair that is kept now.
    ///
    /// # Errors
    /// Any [`StoreFault`]; the pair is as good as before, but goes with the page.
    pub async fn keep(&self, store: &Store) -> Result<Self, StoreFault> {
        if let Some(kept) = Self::kept(store).await? {
            return Ok(kept);
        }
        let pair = Object::new();
        for (name, half) in [("privateKey", &self.secret), ("publicKey", &self.public)] {
            // Setting a field of a plain object of ours cannot fail.
            let _ = Reflect::set(&pair, &name.into(), half);
        }
        store.put_value(Shelf::Keys, NAME, pair.into()).await?;
        // Two tabs may make a pair at the same time: the one that stayed is the device's.
        Ok(Self::kept(store).await?.unwrap_or_else(|| self.clone()))
    }

    fn from_pair(pair: &JsValue) -> Option<Self> {
        let half = |name: &str| Reflect::get(pair, &name.into()).ok()?.dyn_into().ok();
        Some(Self { secret: half("privateKey")?, public: half("publicKey")? })
    }

    /// The public point, uncompressed: `04 ‖ x ‖ y`, 65 bytes.
    ///
    /// # Errors
    /// [`KeyFault::NoCrypto`], [`KeyFault::Refused`].
    pub async fn public_point(&self) -> Result<Vec<u8>, KeyFault> {
        let promise = subtle()?.export_key("raw", &self.public).map_err(|_| KeyFault::Refused)?;
        bytes_of(promise).await
    }

    /// ECDSA with SHA-256 over the message: `r ‖ s`.
    ///
    /// # Errors
    /// [`KeyFault::NoCrypto`], [`KeyFault::Refused`].
    pub async fn sign(&self, message: &[u8]) -> Result<[u8; 64], KeyFault> {
        let scheme = algorithm(&[("name", "ECDSA"), ("hash", "SHA-256")]);
        let message = Uint8Array::from(message);
        let promise = subtle()?
            .sign_with_object_and_buffer_source(&scheme, &self.secret, &message)
            .map_err(|_| KeyFault::Refused)?;
        bytes_of(promise).await?.try_into().map_err(|_| KeyFault::Refused)
    }

    /// Whether the browser would give the secret half away. It never should.
    pub async fn is_extractable(&self) -> bool {
        let Ok(subtle) = subtle() else { return false };
        let Ok(promise) = subtle.export_key("pkcs8", &self.secret) else { return false };
        JsFuture::from(promise).await.is_ok()
    }
}

async fn bytes_of(promise: js_sys::Promise) -> Result<Vec<u8>, KeyFault> {
    let value = JsFuture::from(promise).await.map_err(|_| KeyFault::Refused)?;
    Ok(Uint8Array::new(value.unchecked_ref::<ArrayBuffer>()).to_vec())
}
