//! Files from the visitor, and files for the visitor.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::page::document;

/// A file that the visitor chose. Its bytes are read when asked for.
#[derive(Clone)]
pub struct Picked {
    file: File,
}

/// The file could not be read: it was moved, or the browser may not read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Picked {
    /// The files of an `<input type="file">`, from its `change` event. The input is emptied, so that
    /// the same file can be chosen again.
    pub fn from_change(event: &Event) -> Vec<Self> {
        let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return Vec::new() };
        let files = input.files();
        let count = files.as_ref().map_or(0, |files| files.length());
        let picked = (0..count)
            .filter_map(|index| files.as_ref()?.get(index))
            .map(|file| Self { file })
            .collect();
        input.set_value("");
        picked
    }

    /// The file's name.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        // Sizes are whole and below 2^53.
        self.file.size() as u64
    }

    /// Its bytes.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub async fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.map_err(|_| Unreadable)?;
        Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
    }

    /// Its text; what is not UTF-8 becomes U+FFFD.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub async fn text(&self) -> Result<String, Unreadable> {
        self.bytes().await.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.file
    }
}

/// Offers bytes to the visitor as a file to keep. False when the browser refuses.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    save_blob(name, media_type, bytes).is_some()
}

fn save_blob(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the bytes by the time a minute has passed.
    super::clock::later(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}
