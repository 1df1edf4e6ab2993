//! The document itself: title, language, theme, the message of last resort.

use web_sys::{Document, Window};

/// The browser's window. Every module of the door starts here.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document of the window.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Names the page in the tab and the history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Removes the static content that `index.html` shows until the program runs (`id="boot"`).
pub fn remove_boot_screen() {
    if let Some(boot) = document().and_then(|d| d.get_element_by_id("boot")) {
        boot.remove();
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// The whole address of this page.
pub fn address() -> String {
    window().and_then(|w| w.location().href().ok()).unwrap_or_default()
}

/// Replaces the page by a plain message with one button, when the program itself can go on no more.
pub fn show_last_words(heading: &str, advice: &str, button: &str) {
    let Some(document) = document() else { return };
    let Some(body) = document.body() else { return };
    let element = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let Some(notice) = element("div", "") else { return };
    notice.set_class_name("crash");
    let _ = notice.set_attribute("role", "alert");
    if let Some(heading) = element("h1", heading) {
        let _ = notice.append_child(&heading);
    }
    if let Some(advice) = element("p", advice) {
        let _ = notice.append_child(&advice);
    }
    // A link to the page itself reloads without any of our code, which must not run again after a panic.
    if let Some(link) = element("a", button) {
        let _ = link.set_attribute("href", &address());
        let _ = link.set_attribute("target", "_self");
        link.set_class_name("button");
        let _ = notice.append_child(&link);
    }
    let _ = body.prepend_with_node_1(&notice);
}

/// How bright the page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device asks.
    #[default]
    System,
    /// Dark on white.
    Light,
    /// Light on near-black.
    Dark,
}

impl Theme {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The next one, in the order they are offered.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The stored form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a stored form.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Shows the page in a theme: `<html data-theme>`, absent when the device decides.
pub fn set_theme(theme: Theme) {
    set_root_attribute("data-theme", (theme != Theme::System).then(|| theme.name()));
}

/// Runs a task before the page is mounted (afterwards: `leptos::task::spawn_local`).
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
