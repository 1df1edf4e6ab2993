//! Playback: what the controls below a video do, and what they show. It knows the player and the chapter's gaps,
//! nothing of courses or of what is remembered.

use domain::coverage::{Coverage, Span};
use domain::unit::{MediaMs, RatePercent};
use domain::watch::Observation;
use leptos::prelude::*;

use crate::browser::Listener;
use crate::browser::media::{MediaFault, Player};
use crate::components::transcript::Line;

/// The speeds that are offered, as far as the course's cap allows.
pub const RATES: [RatePercent; 7] = [
    RatePercent(75),
    RatePercent(100),
    RatePercent(125),
    RatePercent(150),
    RatePercent(175),
    RatePercent(200),
    RatePercent(250),
];

/// How far one press of −10 or +10 goes.
const STEP_MS: u32 = 10_000;

/// Gaps shorter than this cannot be played on their own: a player does not stop that exactly.
const SHORTEST_GAP_MS: u32 = 40;

/// Less than this is not called skipped: what was played just now may not be reported yet.
const SHORTEST_SKIP_MS: u32 = 1_000;

/// The page's player and what listens to it.
struct Attached {
    player: Player,
    full_screen: Box<dyn Fn(&Player)>,
    _listeners: Vec<Listener>,
}

/// Whether the captions of a video are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptionsState {
    /// Not yet; so it stays where there are none to read.
    Awaited,
    /// They are.
    Here,
    /// They could not be had.
    Missing,
}

/// A handle on the video of the page. It is made by the page and shared by the player, the bar and the transcript.
#[derive(Clone, Copy)]
pub struct Playback {
    player: StoredValue<Option<Attached>, LocalStorage>,
    duration: MediaMs,
    cap: RatePercent,
    coverage: Signal<Coverage>,
    /// Where the playhead stands.
    pub position: RwSignal<MediaMs>,
    /// Whether it plays.
    pub playing: RwSignal<bool>,
    /// The chosen speed.
    pub rate: RwSignal<RatePercent>,
    /// The speed that the reader asked for last; the player's own may differ for a moment, or by a script.
    pub chosen_rate: RwSignal<RatePercent>,
    /// Whether captions show.
    pub captions: RwSignal<bool>,
    /// Whether only the gaps are played.
    pub gaps_only: RwSignal<bool>,
    /// Where playing stops, when a link named a passage.
    pub until: RwSignal<Option<MediaMs>>,
    /// Whether the browser refused to play by itself: only the visitor's own press will do.
    pub refused: RwSignal<bool>,
    /// How often the reader went ahead over something unplayed.
    pub skips: RwSignal<u32>,
    /// The captions, once they are read.
    pub lines: RwSignal<Vec<Line>>,
    /// Whether they are read.
    pub captions_state: RwSignal<CaptionsState>,
    /// Why the video cannot be played.
    pub fault: RwSignal<Option<MediaFault>>,
}

impl Playback {
    /// A handle on a video of this length. Nothing plays before a player is attached.
    pub fn new(duration: MediaMs, cap: RatePercent, coverage: Signal<Coverage>) -> Self {
        Self {
            player: StoredValue::new_local(None),
            duration,
            cap,
            coverage,
            position: RwSignal::new(MediaMs::ZERO),
            playing: RwSignal::new(false),
            rate: RwSignal::new(RatePercent::NORMAL),
            chosen_rate: RwSignal::new(RatePercent::NORMAL),
            captions: RwSignal::new(true),
            gaps_only: RwSignal::new(false),
            until: RwSignal::new(None),
            refused: RwSignal::new(false),
            skips: RwSignal::new(0),
            lines: RwSignal::new(Vec::new()),
            captions_state: RwSignal::new(CaptionsState::Awaited),
            fault: RwSignal::new(None),
        }
    }

    /// Begins with captions shown or hidden, and at a speed, or at the greatest below it that counts. Call it before a
    /// player is attached.
    pub fn begin_with(self, captions: bool, rate: RatePercent) {
        self.captions.set(captions);
        let rate = self.rates().filter(|one| *one <= rate).last().unwrap_or(RatePercent::NORMAL);
        self.rate.set(rate);
        self.chosen_rate.set(rate);
    }

    /// Takes over the player of the page's video. `full_screen` shows the player's own frame on the whole screen.
    pub fn attach(self, player: Player, full_screen: impl Fn(&Player) + 'static) {
        let position = self.position.get_untracked();
        if position > MediaMs::ZERO {
            player.seek(position);
        }
        player.show_captions(self.captions.get_untracked());
        let rate = self.chosen_rate.get_untracked();
        if rate != RatePercent::NORMAL {
            player.set_rate(rate);
        }
        let mut listeners = player.on_cues(move |cues| {
            let is_here = cues.is_ok();
            self.captions_state.set(if is_here {
                CaptionsState::Here
            } else {
                CaptionsState::Missing
            });
            let cues = cues.unwrap_or_default();
            let lines = cues.iter().map(|cue| Line::new(cue.start, cue.end, &cue.text));
            self.lines.set(lines.collect());
        });
        listeners.push(player.on_fault(move |fault| self.fault.set(Some(fault))));
        listeners.push(player.on_click(move || self.toggle()));
        let attached =
            Attached { player, full_screen: Box::new(full_screen), _listeners: listeners };
        self.player.set_value(Some(attached));
        // Who came by the link of a passage wants to see it.
        if self.until.get_untracked().is_some() {
            self.play();
        }
    }

    /// Lets the player go.
    pub fn detach(self) {
        self.player.set_value(None);
    }

    /// Names the video for those who do not see it.
    pub fn set_label(self, label: &str) {
        self.with_player(|player| player.set_label(label));
    }

    /// Fetches the film anew, after a fault, and with it the captions if they could not be had either.
    pub fn load_again(self) {
        self.fault.set(None);
        self.with_player(Player::load_again);
        if self.captions_state.get_untracked() == CaptionsState::Missing {
            self.load_captions_again();
        }
    }

    /// Fetches the captions anew, after they could not be had.
    pub fn load_captions_again(self) {
        self.captions_state.set(CaptionsState::Awaited);
        self.with_player(Player::load_captions_again);
    }

    /// Length of the video.
    pub fn duration(self) -> MediaMs {
        self.duration
    }

    /// The speeds that count.
    pub fn rates(self) -> impl Iterator<Item = RatePercent> {
        RATES.into_iter().filter(move |rate| *rate <= self.cap)
    }

    /// What is not yet played, in order (tracked).
    pub fn gaps(self) -> Vec<Span> {
        self.coverage.with(|coverage| coverage.gaps(self.duration))
    }

    /// Notes where the player stands, and keeps to the gaps or to the passage that was asked for.
    pub fn follow(self, observation: &Observation) {
        self.position.set(observation.position);
        self.playing.set(observation.playing);
        if observation.rate != self.rate.get_untracked() && observation.rate.0 > 0 {
            self.rate.set(observation.rate);
        }
        if !observation.playing || observation.seeking {
            return;
        }
        if self.until.get_untracked().is_some_and(|until| observation.position >= until) {
            self.until.set(None);
            self.pause();
        }
        if self.gaps_only.get_untracked() {
            self.keep_to_gaps(observation.position);
        }
    }

    fn keep_to_gaps(self, position: MediaMs) {
        let gaps = self.playable_gaps();
        if gaps.iter().any(|gap| gap.start() <= position && position < gap.end()) {
            return;
        }
        let next = gaps.iter().find(|gap| gap.start() > position).or_else(|| gaps.first());
        match next {
            Some(gap) => self.seek(gap.start()),
            None => {
                self.gaps_only.set(false);
                self.pause();
            }
        }
    }

    fn playable_gaps(self) -> Vec<Span> {
        let mut gaps = self.coverage.with_untracked(|coverage| coverage.gaps(self.duration));
        gaps.retain(|gap| gap.length().0 >= SHORTEST_GAP_MS);
        gaps
    }

    /// Plays only what is missing, from the next gap on.
    pub fn play_gaps(self) {
        self.until.set(None);
        self.gaps_only.set(true);
        self.keep_to_gaps(self.position.get_untracked());
        if self.gaps_only.get_untracked() {
            self.play();
        }
    }

    /// Plays or pauses.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.gaps_only.set(false);
            self.pause();
        } else {
            self.play();
        }
    }

    /// Plays, if the browser lets it.
    pub fn play(self) {
        self.with_player(|player| {
            player.play(move |plays| {
                // The page may have been left meanwhile.
                self.refused.try_set(!plays);
            });
        });
    }

    /// Pauses.
    pub fn pause(self) {
        self.with_player(Player::pause);
    }

    /// The reader goes somewhere of their own will: the plan to play gaps or a passage ends.
    pub fn go(self, position: MediaMs) {
        self.gaps_only.set(false);
        self.until.set(None);
        if self.is_unplayed_before(position) {
            self.skips.update(|skips| *skips += 1);
        }
        self.seek(position);
    }

    /// Whether something unplayed lies between here and there.
    fn is_unplayed_before(self, there: MediaMs) -> bool {
        let here = self.position.get_untracked();
        self.coverage.with_untracked(|coverage| coverage.gaps(self.duration)).iter().any(|gap| {
            gap.end().min(there).saturating_sub(gap.start().max(here)).0 >= SHORTEST_SKIP_MS
        })
    }

    /// Whether the film has come to its end, or near enough that nobody waits for the rest (tracked).
    pub fn is_at_end(self) -> bool {
        let end = self.duration.saturating_sub(MediaMs(SHORTEST_SKIP_MS));
        !self.playing.get() && self.position.get() >= end
    }

    fn seek(self, position: MediaMs) {
        let position = position.min(self.duration);
        self.position.set(position);
        self.with_player(|player| player.seek(position));
    }

    /// Ten seconds back.
    pub fn back(self) {
        self.go(self.position.get_untracked().saturating_sub(MediaMs(STEP_MS)));
    }

    /// Ten seconds on.
    pub fn forward(self) {
        self.go(self.position.get_untracked().saturating_add(MediaMs(STEP_MS)));
    }

    /// Sets the speed, if the course counts it.
    pub fn set_rate(self, rate: RatePercent) {
        if rate <= self.cap {
            self.rate.set(rate);
            self.chosen_rate.set(rate);
            self.with_player(|player| player.set_rate(rate));
        }
    }

    /// The next slower or faster speed.
    pub fn change_rate(self, faster: bool) {
        let now = self.rate.get_untracked();
        let mut rates = self.rates();
        let next = if faster {
            rates.find(|rate| *rate > now)
        } else {
            rates.filter(|rate| *rate < now).last()
        };
        if let Some(rate) = next {
            self.set_rate(rate);
        }
    }

    /// Shows or hides the captions.
    pub fn toggle_captions(self) {
        self.captions.update(|on| *on = !*on);
        let on = self.captions.get_untracked();
        self.with_player(|player| player.show_captions(on));
    }

    /// Into and out of picture in picture.
    pub fn toggle_picture_in_picture(self) {
        self.with_player(Player::toggle_picture_in_picture);
    }

    /// Into and out of full screen.
    pub fn toggle_full_screen(self) {
        self.player.with_value(|attached| {
            if let Some(attached) = attached {
                (attached.full_screen)(&attached.player);
            }
        });
    }

    fn with_player(self, act: impl FnOnce(&Player)) {
        self.player.with_value(|attached| {
            if let Some(attached) = attached {
                act(&attached.player);
            }
        });
    }
}
