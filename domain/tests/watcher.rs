//! What counts as watching, tried with simulated players.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use domain::catalog::WatchPolicy;
use domain::coverage::{Coverage, Span};
use domain::unit::{MediaMs, RatePercent};
use domain::watch::{JITTER_MS, Observation, Uncounted, Watcher};
use proptest::prelude::*;

const DURATION: u32 = 60_000;

/// A player with its watcher: what a browser would report, and what it amounts to.
struct Player {
    watcher: Watcher,
    coverage: Coverage,
    now: Observation,
    last: Option<Uncounted>,
}

impl Player {
    fn new(policy: WatchPolicy) -> Self {
        let now = Observation {
            at_ms: 5_000,
            position: MediaMs::ZERO,
            rate: RatePercent::NORMAL,
            playing: false,
            seeking: false,
            stalled: false,
            visible: true,
        };
        let watcher = Watcher::new(policy, MediaMs(DURATION));
        Self { watcher, coverage: Coverage::new(), now, last: None }
    }

    fn playing(rate: u16) -> Self {
        let mut player = Self::new(WatchPolicy::default());
        player.now.rate = RatePercent(rate);
        player.now.playing = true;
        player.report();
        player
    }

    fn report(&mut self) {
        let observed = self.watcher.observe(self.now);
        observed.span.into_iter().for_each(|span| self.coverage.insert(span));
        self.last = observed.uncounted;
    }

    /// Real time passes, and the video goes on as a player would have it.
    fn run(&mut self, real_ms: u64, tick_ms: u64) {
        for _ in 0..real_ms / tick_ms {
            self.now.at_ms += tick_ms;
            if self.now.playing && !self.now.seeking && !self.now.stalled {
                let step = tick_ms * u64::from(self.now.rate.0) / 100;
                self.now.position.0 = (self.now.position.0 + step as u32).min(DURATION);
            }
            self.now.playing &= self.now.position.0 < DURATION;
            self.report();
        }
    }

    /// A script or a hand moves the playhead, and the player says so.
    fn seek(&mut self, position: u32) {
        self.now.position = MediaMs(position);
        self.now.seeking = true;
        self.report();
        self.now.seeking = false;
        self.report();
    }

    fn covered(&self) -> u32 {
        self.coverage.covered_ms()
    }
}

#[test]
fn playing_at_any_allowed_speed_covers_everything() {
    for rate in [50, 75, 100, 125, 150, 175, 200] {
        for tick_ms in [100, 250, 400, 1_000] {
            let mut player = Player::playing(rate);
            player.run(130_000, tick_ms);
            assert_eq!(player.covered(), DURATION, "{rate} % every {tick_ms} ms");
            assert_eq!(player.last, Some(Uncounted::Paused), "the end pauses");
        }
    }
}

#[test]
fn reports_that_jitter_lose_nothing() {
    let mut player = Player::playing(100);
    for (real, media) in
        [(250, 240), (180, 260), (310, 200), (250, 300), (400, 390), (250, 250)].repeat(6)
    {
        player.now.at_ms += real;
        player.now.position.0 += media;
        player.report();
    }
    assert_eq!(player.covered(), 6 * 1_640);
}

#[test]
fn a_players_clock_a_little_faster_than_ours_loses_nothing() {
    let mut player = Player::playing(100);
    (0..230).for_each(|_| {
        player.now.at_ms += 250;
        player.now.position.0 += 254;
        player.report();
    });
    assert_eq!(player.covered(), 230 * 254);
}

#[test]
fn nothing_counts_while_paused_seeking_stalled_or_hidden() {
    type Hinder = fn(&mut Observation);
    let set: [(Hinder, Uncounted); 4] = [
        (|o| o.playing = false, Uncounted::Paused),
        (|o| o.seeking = true, Uncounted::Seeking),
        (|o| o.stalled = true, Uncounted::Stalled),
        (|o| o.visible = false, Uncounted::Hidden),
    ];
    for (hinder, why) in set {
        let mut player = Player::playing(100);
        hinder(&mut player.now);
        player.report();
        for _ in 0..40 {
            player.now.at_ms += 250;
            player.now.position.0 += 250;
            player.report();
            assert_eq!(player.last, Some(why));
        }
        assert_eq!(player.covered(), 0, "{why:?}");
    }
}

#[test]
fn a_course_may_count_a_hidden_page() {
    let mut player = Player::new(WatchPolicy { count_hidden: true, ..WatchPolicy::default() });
    (player.now.playing, player.now.visible) = (true, false);
    player.report();
    player.run(10_000, 1_000);
    assert_eq!((player.covered(), player.last), (10_000, None));
}

#[test]
fn what_was_played_before_a_pause_counts_up_to_the_pause() {
    let mut player = Player::playing(100);
    player.run(1_000, 250);
    player.now.at_ms += 120;
    player.now.position.0 += 120;
    player.now.playing = false;
    player.report();
    assert_eq!((player.covered(), player.last), (1_120, Some(Uncounted::Paused)));
}

#[test]
fn faster_than_the_cap_counts_nothing_and_says_so_at_once() {
    let mut player = Player::playing(100);
    player.run(1_000, 250);
    player.now.rate = RatePercent(201);
    player.report();
    assert_eq!(player.last, Some(Uncounted::TooFast));
    player.run(10_000, 250);
    assert_eq!((player.covered(), player.last), (1_000, Some(Uncounted::TooFast)));
    player.now.rate = RatePercent(200);
    player.report();
    player.run(1_000, 250);
    assert_eq!((player.covered(), player.last), (3_000, None));
}

#[test]
fn sixteen_times_by_script_earns_nothing_even_when_the_player_denies_it() {
    let mut player = Player::playing(100);
    for _ in 0..10 {
        player.now.at_ms += 250;
        player.now.position.0 += 4_000;
        player.report();
        assert_eq!(player.last, Some(Uncounted::Jumped));
    }
    assert_eq!(player.covered(), 0);
}

#[test]
fn a_script_that_moves_the_playhead_earns_nothing_but_the_jitter() {
    for (step, most) in [(300, 2_000), (400, 1_200), (500, 500), (600, 0), (1_000, 0)] {
        let mut player = Player::playing(100);
        (0..40).for_each(|_| {
            player.now.at_ms += 250;
            player.now.position.0 = (player.now.position.0 + step).min(DURATION);
            player.report();
        });
        assert!(player.covered() <= most, "{step}: {}", player.covered());
    }
}

#[test]
fn a_dragged_bar_earns_nothing() {
    let mut player = Player::playing(100);
    player.now.seeking = true;
    for position in (0..DURATION).step_by(50) {
        player.now.at_ms += 30;
        player.now.position = MediaMs(position);
        player.report();
    }
    player.now.seeking = false;
    player.report();
    assert_eq!(player.covered(), 0);
}

#[test]
fn going_to_the_end_covers_only_what_is_played_there() {
    let mut player = Player::playing(100);
    player.seek(DURATION - 500);
    player.run(1_000, 250);
    assert_eq!(player.coverage.spans(), [Span::new(MediaMs(59_500), MediaMs(60_000)).unwrap()]);
    player.seek(DURATION);
    assert_eq!(player.covered(), 500);
}

#[test]
fn a_seek_too_short_to_be_a_jump_is_not_playing_either() {
    let mut player = Player::playing(100);
    player.run(1_000, 250);
    player.seek(1_250);
    assert_eq!(player.covered(), 1_000);
}

#[test]
fn after_a_jump_counting_goes_on_from_the_new_place() {
    let mut player = Player::playing(100);
    player.run(1_000, 250);
    player.now.position = MediaMs(30_000);
    player.now.at_ms += 250;
    player.report();
    assert_eq!(player.last, Some(Uncounted::Jumped));
    player.run(1_000, 250);
    player.now.position = MediaMs(10_000);
    player.report();
    assert_eq!(player.last, Some(Uncounted::Jumped), "backwards too");
    player.run(1_000, 250);
    let spans: Vec<_> = player.coverage.spans().iter().map(|s| (s.start().0, s.end().0)).collect();
    assert_eq!(spans, [(0, 1_000), (10_000, 11_000), (30_000, 31_000)]);
}

#[test]
fn a_suspended_page_earns_nothing_and_counting_starts_again() {
    let mut player = Player::playing(100);
    player.run(1_000, 250);
    player.now.at_ms += 20_000;
    player.now.position.0 += 20_000;
    player.report();
    assert_eq!(player.last, Some(Uncounted::Suspended));
    player.run(1_000, 250);
    assert_eq!((player.covered(), player.last), (2_000, None));
}

#[test]
fn a_clock_set_back_and_forth_earns_nothing() {
    let mut player = Player::playing(100);
    for n in 0..40 {
        player.now.at_ms = if n % 2 == 0 { 4_000 } else { 5_000 };
        player.now.position.0 += 250;
        player.report();
    }
    assert!(player.covered() <= JITTER_MS, "{}", player.covered());
}

#[test]
fn a_position_beyond_the_end_is_the_end() {
    let mut player = Player::playing(100);
    player.seek(DURATION - 100);
    player.now.at_ms += 250;
    player.now.position = MediaMs(DURATION + 40);
    player.now.playing = false;
    player.report();
    assert_eq!(player.covered(), 100);
}

fn observation() -> impl Strategy<Value = (u64, u32, bool, u16, u8, bool)> {
    // Real time since the last report, where the playhead goes, and whether that is on or anywhere.
    (0u64..4_000, 0u32..DURATION, any::<bool>(), 50u16..400, any::<u8>(), any::<bool>())
}

proptest! {
    /// Whatever a player or a script reports, no more counts than real time allows.
    #[test]
    fn covered_never_exceeds_real_time(steps in prop::collection::vec(observation(), 1..200)) {
        let mut watcher = Watcher::new(WatchPolicy::default(), MediaMs(DURATION));
        let (mut at_ms, mut position, mut covered, mut allowed) = (0u64, 0u32, 0u64, 0u64);
        let mut rate_before = 0u64;
        for (real, place, on, rate, states, forward) in steps {
            at_ms += real;
            allowed += real * rate_before;
            position = if on { position.saturating_add(place % 1_500) } else { place };
            let observed = watcher.observe(Observation {
                // Now and then the clock goes back.
                at_ms: if forward { at_ms } else { at_ms.saturating_sub(u64::from(place % 700)) },
                position: MediaMs(position),
                rate: RatePercent(rate),
                playing: states & 7 != 0,
                seeking: states & 0x38 == 0,
                stalled: states & 0xc0 == 0,
                visible: states != 9,
            });
            rate_before = u64::from(rate.min(200));
            covered += observed.span.map_or(0, |span| u64::from(span.length().0));
        }
        prop_assert!(covered * 10_000 <= allowed * 102 + u64::from(JITTER_MS) * 10_000);
    }

    /// Every counted stretch lies between two reports that followed each other.
    #[test]
    fn no_playhead_position_implies_coverage(steps in prop::collection::vec((0u64..1_000, 0u32..DURATION), 2..100)) {
        let mut watcher = Watcher::new(WatchPolicy::default(), MediaMs(DURATION));
        let (mut at_ms, mut before) = (0, None);
        for (real, position) in steps {
            at_ms += real;
            let observed = watcher.observe(Observation {
                at_ms,
                position: MediaMs(position),
                rate: RatePercent::NORMAL,
                playing: true,
                seeking: false,
                stalled: false,
                visible: true,
            });
            if let Some(span) = observed.span {
                prop_assert_eq!(Some(span.start().0), before);
                prop_assert_eq!(span.end().0, position);
                prop_assert!(u64::from(span.length().0) <= real * 102 / 100 + u64::from(JITTER_MS) + 1);
            }
            before = Some(position);
        }
    }
}
