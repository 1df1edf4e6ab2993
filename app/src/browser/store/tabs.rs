//! News between the tabs of one browser.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser::Listener;

/// What one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabMessage {
    /// Lines that were added to the journal.
    Journal(String),
    /// Lines that were added to the check-in log.
    CheckIns(String),
    /// Practical sessions whose check-ins were erased, one a line.
    Forgotten(String),
    /// Everything was erased.
    Erased,
    /// What was erased is back, or much has changed: read the store again.
    Changed,
}

/// The line to the other tabs; silent where the browser has none.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _listener: Option<Listener>,
}

impl Tabs {
    /// Joins the other tabs' talk.
    pub fn join(name: &str, on_message: impl Fn(TabMessage) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(name) else {
            return Self { channel: None, _listener: None };
        };
        let listener = Listener::new(&channel, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|e| e.data().as_string());
            if let Some(message) = data.as_deref().and_then(parse) {
                on_message(message);
            }
        });
        Self { channel: Some(channel), _listener: Some(listener) }
    }

    /// Tells the other tabs.
    pub fn tell(&self, message: &TabMessage) {
        let text = match message {
            TabMessage::Journal(lines) => format!("journal\n{lines}"),
            TabMessage::CheckIns(lines) => format!("check-ins\n{lines}"),
            TabMessage::Forgotten(sessions) => format!("forgotten\n{sessions}"),
            TabMessage::Erased => "erased".into(),
            TabMessage::Changed => "changed".into(),
        };
        if let Some(channel) = &self.channel {
            // A tab that cannot be told reads the store when it is shown again.
            let _ = channel.post_message(&JsValue::from_str(&text));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

fn parse(text: &str) -> Option<TabMessage> {
    match text.split_once('\n') {
        Some(("journal", lines)) => Some(TabMessage::Journal(lines.into())),
        Some(("check-ins", lines)) => Some(TabMessage::CheckIns(lines.into())),
        Some(("forgotten", sessions)) => Some(TabMessage::Forgotten(sessions.into())),
        None if text == "erased" => Some(TabMessage::Erased),
        None if text == "changed" => Some(TabMessage::Changed),
        _ => None,
    }
}
