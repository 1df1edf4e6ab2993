//! Why nothing counts just now, held long enough to be read.

use domain::watch::Uncounted;
use leptos::prelude::*;

use crate::browser::clock::Alarm;
use crate::components::playback::Playback;
use crate::session::watching::Watching;

/// How long a reason stays after what it tells of is over: time to look and to read one line.
const READ_MS: i32 = 4_000;

/// The reason to show: the one of this moment, or the last one while it is still to be read.
pub(super) fn reason(watching: Watching, playback: Playback) -> Signal<Option<Uncounted>> {
    let of_now = Memo::new(move |_| watching.uncounted().get().filter(|reason| is_told(*reason)));
    let shown = RwSignal::new(None);
    let alarm = StoredValue::new_local(None::<Alarm>);
    Effect::new(move || {
        let next = match (of_now.get(), shown.get_untracked()) {
            (None, Some(last)) if is_noticed_late(last) => {
                alarm.set_value(Alarm::after(READ_MS, move || {
                    shown.try_set(None);
                }));
                return;
            }
            (now, _) => now,
        };
        alarm.set_value(None);
        shown.set(next);
    });
    let skipped = is_skipped(playback);
    Signal::derive(move || if skipped.get() { Some(Uncounted::Jumped) } else { shown.get() })
}

/// Whether the learner went ahead just now over something unplayed. Waiting for data follows such a move, and would
/// take its place in no time.
fn is_skipped(playback: Playback) -> RwSignal<bool> {
    let skipped = RwSignal::new(false);
    let alarm = StoredValue::new_local(None::<Alarm>);
    Effect::new(move || {
        if playback.skips.get() == 0 {
            return;
        }
        skipped.set(true);
        alarm.set_value(Alarm::after(READ_MS, move || {
            skipped.try_set(false);
        }));
    });
    skipped
}

/// Nobody expects time to count while the video is paused or the handle is being moved.
const fn is_told(reason: Uncounted) -> bool {
    !matches!(reason, Uncounted::Paused | Uncounted::Seeking)
}

/// What is over in a moment, or happens while nobody looks at the page, is only seen afterwards. A speed that is too high
/// and a video that waits are seen while they last.
const fn is_noticed_late(reason: Uncounted) -> bool {
    matches!(reason, Uncounted::Jumped | Uncounted::Suspended | Uncounted::Hidden)
}
