//! Addresses of the visit: the base path, going forward, links inside the site.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, MouseEvent};

use super::page::{document, window};
use super::{Listener, clock};

/// How the visitor came to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link or by the program: the page starts at its top.
    Forward,
    /// By the back or forward button: the browser restores the scroll position.
    Back,
}

type Follower = Rc<dyn Fn(Arrival)>;

thread_local! {
    static FOLLOWER: RefCell<Option<Follower>> = const { RefCell::new(None) };
    /// The address to be noted.
    static NOTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Path of `<base href>`, with both slashes: `/` or `/yoshu/`.
fn base_path() -> String {
    let base = document().and_then(|d| d.base_uri().ok().flatten()).unwrap_or_default();
    // `https://host/path/…`: the path starts at the third slash.
    let path = base.splitn(4, '/').nth(3).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder.is_empty() { "/".into() } else { format!("/{folder}/") }
}

/// The current address below the base, with its query: `courses/als?x=1`.
pub fn address() -> String {
    let Some(location) = window().map(|w| w.location()) else { return String::new() };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let base = base_path();
    // `/yoshu` without its slash is the base itself.
    let below = match path.strip_prefix(&base) {
        Some(below) => below.to_owned(),
        None if base.trim_end_matches('/') == path => String::new(),
        None => path,
    };
    below + &query
}

/// Goes to an address below the base and tells the follower.
pub fn push(href: &str) {
    write_note();
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&absolute(href)));
    }
    tell(Arrival::Forward);
}

/// Puts another address in place of the current one and tells the follower.
pub fn replace(href: &str) {
    NOTED.take();
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&absolute(href)));
    }
    tell(Arrival::Forward);
}

/// At most so often an address is noted: it costs as much as drawing what it names, and a browser that finds it too often
/// refuses it.
const NOTE_MS: i32 = 250;

/// Puts another address of the same page in place of the current one, soon or before the program goes on to another
/// page, and tells nobody: what is shown has changed already. Who goes back or loads again before that finds the one
/// noted before.
pub fn note(href: &str) {
    if NOTED.replace(Some(absolute(href))).is_none() {
        clock::later(NOTE_MS, write_note);
    }
}

fn write_note() {
    let Some(noted) = NOTED.take() else { return };
    // A page that is left stays until the next one's part is here: what is typed there belongs to no address any more.
    let is_here = |path: String| noted.split('?').next() == Some(path.as_str());
    if !window().and_then(|w| w.location().pathname().ok()).is_some_and(is_here) {
        return;
    }
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&noted));
    }
}

fn absolute(href: &str) -> String {
    format!("{}{}", base_path(), href.trim_start_matches("./"))
}

fn tell(arrival: Arrival) {
    let follower = FOLLOWER.with_borrow(Option::clone);
    if let Some(follower) = follower {
        follower(arrival);
    }
}

/// Calls `follower` at each change of address, and catches clicks on links of the site for which
/// `is_page` says that the address (below the base) is a page of ours.
pub fn follow(is_page: impl Fn(&str) -> bool + 'static, follower: impl Fn(Arrival) + 'static) {
    FOLLOWER.set(Some(Rc::new(follower)));
    let Some(window) = window() else { return };
    Listener::new(&window, "popstate", |_| {
        // It belonged to the address that was left.
        NOTED.take();
        tell(Arrival::Back);
    })
    .forever();
    let Some(document) = window.document() else { return };
    Listener::new(&document, "click", move |event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if let Some(below) = clicked_address(event)
            && is_page(&below)
        {
            event.prevent_default();
            push(&below);
        }
    })
    .forever();
}

/// The address below the base that a plain click on a link asks for.
fn clicked_address(event: &MouseEvent) -> Option<String> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?;
    if link.has_attribute("download") || link.get_attribute("target").is_some_and(|t| t != "_self")
    {
        return None;
    }
    let link = link.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    if link.origin() != window()?.location().origin().ok()? || !link.hash().is_empty() {
        return None;
    }
    let below = link.pathname().strip_prefix(&base_path())?.to_owned();
    Some(below + &link.search())
}
