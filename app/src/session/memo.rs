//! Small notes that stay on this device: they are no facts, and go into no export.

use leptos::task::spawn_local;

use super::Session;

impl Session {
    /// Notes a small text under a name, in place of what was there.
    pub fn remember(self, name: &'static str, text: &str) {
        let (keeper, text) = (self.keeper(), text.to_owned());
        spawn_local(async move {
            // A note that cannot be kept is a convenience lost, nothing more.
            let _ = keeper.store().put(name, &text).await;
        });
    }

    /// The text noted under a name.
    pub async fn recalled(self, name: &'static str) -> Option<String> {
        self.keeper().store().get(name).await.ok().flatten()
    }
}
