//! The video element: what it does, told as facts for the rules; and its controls.

mod captions;
mod film;
mod keys;
mod player;
mod scene;
mod wake_lock;

pub use captions::Cue;
pub use film::Film;
pub use keys::{MediaKey, MediaKeys};
pub use player::{MediaFault, Player};
pub use scene::{Scene, SceneState};
pub use wake_lock::WakeLock;
