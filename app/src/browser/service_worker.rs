//! The service worker, which keeps the site usable without a network.

use wasm_bindgen::JsValue;

use super::dynamic;
use super::page::{document, window};

/// Whether this site is kept on the device, so that it opens without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKept {
    /// With every file that it needs.
    Yes,
    /// Its files are being fetched.
    OnTheWay,
    /// It is not, though the browser could.
    No,
    /// The browser keeps no sites: it is old, or the window private, or the connection not secure.
    Never,
}

/// Registers `sw.js` below the base. Without one, or outside a secure context, nothing happens.
pub async fn register() {
    let Some(container) = container() else { return };
    // A host without the file answers with an error, which harms nobody.
    dynamic::call_async(&container, "register", &[&below_base("sw.js").into()]).await;
}

/// Whether this site is kept, at this moment.
pub async fn site_kept() -> SiteKept {
    let Some(container) = container() else { return SiteKept::Never };
    let registration =
        dynamic::call_async(&container, "getRegistration", &[]).await.unwrap_or_default();
    let has = |worker| dynamic::get(&registration, worker).is_some();
    if has("active") && is_page_kept().await {
        SiteKept::Yes
    } else if has("installing") || has("waiting") {
        SiteKept::OnTheWay
    } else {
        SiteKept::No
    }
}

/// Our worker keeps all files of a build or none, so that the page stands for them all.
async fn is_page_kept() -> bool {
    let window = window().map(JsValue::from).unwrap_or_default();
    let Some(caches) = dynamic::get(&window, "caches") else { return false };
    let options = JsValue::from(js_sys::Object::new());
    dynamic::set(&options, "ignoreVary", &true.into());
    let page = below_base("index.html").into();
    let found = dynamic::call_async(&caches, "match", &[&page, &options]).await;
    found.is_some_and(|response| !response.is_undefined())
}

fn container() -> Option<JsValue> {
    dynamic::get(&window()?.navigator().into(), "serviceWorker")
}

fn below_base(name: &str) -> String {
    let base = document().and_then(|d| d.base_uri().ok().flatten()).unwrap_or_default();
    format!("{}/{name}", base.rsplit_once('/').map_or("", |(folder, _)| folder))
}

/// Forgets which courses were opened: their text and pictures, kept for use without a network. The portal itself stays.
pub async fn forget_courses() {
    let Some(caches) = dynamic::get(&js_sys::global(), "caches") else { return };
    let Some(names) = dynamic::call_async(&caches, "keys", &[]).await else { return };
    for name in js_sys::Array::from(&names) {
        // The name that `assets/sw.js` gives.
        if name.as_string().is_some_and(|name| name.starts_with("yoshu-content-")) {
            dynamic::call_async(&caches, "delete", &[&name]).await;
        }
    }
}
