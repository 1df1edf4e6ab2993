//! The watcher: what a player reports goes in, stretches really played come out.
//!
//! A position alone proves nothing. A stretch counts only if, since the last report, the video was
//! playing, visible and not too fast, and real time allowed for it. What real time allows is kept as
//! credit: every counted millisecond of video is paid with real time × rate. A player's reports
//! jitter, so the credit starts at [`JITTER_MS`] and is never saved up beyond that; its clock
//! may run up to 2 % faster than ours. So, whatever a script does with the playhead:
//!
//! covered ≤ 1.02 × Σ (real time × rate) + [`JITTER_MS`].

use crate::catalog::WatchPolicy;
use crate::coverage::Span;
use crate::unit::{MediaMs, RatePercent};

/// How far ahead of real time a player's reports may be, once and not each time.
pub const JITTER_MS: u32 = 300;

/// Reports further apart than this come from a suspended page: nothing between them counts.
pub const SUSPENDED_MS: u64 = 2_000;

/// A report this little behind the last one is a player's rounding, not a jump.
const BACKWARD_JITTER_MS: u32 = 100;

/// Credit is counted in ten-thousandths of a millisecond: real milliseconds × hundredths of rate ×
/// hundredths of clock.
const CREDIT_PER_MS: u64 = 10_000;
const FULL_CREDIT: u64 = JITTER_MS as u64 * CREDIT_PER_MS;
/// The player's clock against ours, in hundredths.
const CLOCK_PERCENT: u64 = 102;

/// What a player reports at one moment. The states are those that hold from this moment on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The moment, in milliseconds of a clock that is never set (its zero does not matter).
    pub at_ms: u64,
    /// Where the playhead is.
    pub position: MediaMs,
    /// The playback rate.
    pub rate: RatePercent,
    /// Neither paused nor ended.
    pub playing: bool,
    /// On the way to another position.
    pub seeking: bool,
    /// Waiting for data.
    pub stalled: bool,
    /// Is the page visible?
    pub visible: bool,
}

/// Why nothing is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// The video is paused or has ended.
    Paused,
    /// The playhead is being moved.
    Seeking,
    /// The player waits for data.
    Stalled,
    /// The page is hidden, and the course counts only what is visible.
    Hidden,
    /// Faster than the course allows.
    TooFast,
    /// The playhead is not where playing could have brought it.
    Jumped,
    /// The page was suspended for a while.
    Suspended,
}

/// What an observation amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// The stretch played since the last observation.
    pub span: Option<Span>,
    /// Why nothing was counted since the last observation, or will be from now on. `None` while
    /// counting goes on.
    pub uncounted: Option<Uncounted>,
}

/// Turns observations of one video into played stretches. Observe about four times a second, at
/// every event of the player, when the page is hidden or shown, and before moving the playhead
/// oneself: what was played since the last observation is otherwise lost to the move.
#[derive(Clone, Debug)]
pub struct Watcher {
    policy: WatchPolicy,
    duration: MediaMs,
    last: Option<Observation>,
    credit: u64,
}

impl Watcher {
    /// A watcher of a video of this length.
    #[must_use]
    pub fn new(policy: WatchPolicy, duration: MediaMs) -> Self {
        Self { policy, duration, last: None, credit: FULL_CREDIT }
    }

    /// Takes the next observation.
    pub fn observe(&mut self, now: Observation) -> Observed {
        let now = Observation { position: now.position.min(self.duration), ..now };
        let since = self.last.map(|last| self.since(&last, &now));
        // A clock that goes backwards stands still here, or it could be paid with twice.
        let at_ms = self.last.map_or(now.at_ms, |last| last.at_ms.max(now.at_ms));
        self.last = Some(Observation { at_ms, ..now });
        let state = self.hindrance(&now);
        match since {
            None | Some(Since::Nothing) => Observed { span: None, uncounted: state },
            Some(Since::Played(span)) => Observed { span: Some(span), uncounted: state },
            Some(Since::Lost(why)) => Observed { span: None, uncounted: state.or(Some(why)) },
        }
    }

    /// What happened between two observations.
    fn since(&mut self, last: &Observation, now: &Observation) -> Since {
        if self.hindrance(last).is_some() || now.seeking {
            return Since::Nothing;
        }
        let real_ms = now.at_ms.saturating_sub(last.at_ms);
        if real_ms > SUSPENDED_MS {
            return Since::Lost(Uncounted::Suspended);
        }
        let earned = self.credit + real_ms * u64::from(last.rate.0) * CLOCK_PERCENT;
        let played_ms = now.position.saturating_sub(last.position).0;
        let back_ms = last.position.saturating_sub(now.position).0;
        match earned.checked_sub(u64::from(played_ms) * CREDIT_PER_MS) {
            Some(left) if back_ms <= BACKWARD_JITTER_MS => {
                self.credit = left.min(FULL_CREDIT);
                Span::new(last.position, now.position).map_or(Since::Nothing, Since::Played)
            }
            // A jump earns nothing either, or every other jump of a script would be paid for.
            _ => Since::Lost(Uncounted::Jumped),
        }
    }

    /// What keeps time from counting in this state, the reason nearest to the learner first.
    fn hindrance(&self, state: &Observation) -> Option<Uncounted> {
        if !state.playing {
            Some(Uncounted::Paused)
        } else if state.seeking {
            Some(Uncounted::Seeking)
        } else if !state.visible && !self.policy.count_hidden {
            Some(Uncounted::Hidden)
        } else if state.rate > self.policy.rate_cap {
            Some(Uncounted::TooFast)
        } else if state.stalled {
            Some(Uncounted::Stalled)
        } else {
            None
        }
    }
}

enum Since {
    Nothing,
    Played(Span),
    Lost(Uncounted),
}
