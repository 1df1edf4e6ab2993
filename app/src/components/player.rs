//! The player: video, gap bar, what is missing, controls, and what does not count just now.

use domain::unit::{MediaMs, RatePercent};
use domain::watch::Observation;
use leptos::html;
use leptos::prelude::*;

use super::gap_bar::GapBar;
use super::icon::{Icon, Symbol};
use super::notice::{Meaning, Notice};
use super::playback::Playback;
use crate::browser::media::{Film, Player as VideoPlayer};
use crate::text::chapter::{self, words};
use crate::text::{Language, format};

/// A chapter's video and everything that moves with it.
#[component]
pub fn Player(
    /// The files.
    film: Film,
    /// The handle on the playback.
    playback: Playback,
    /// Unwatched time that is allowed to remain.
    tolerance: MediaMs,
    /// Whether nothing is required any more.
    #[prop(into)]
    watched: Signal<bool>,
    /// Why nothing counts just now.
    #[prop(into)]
    uncounted: Signal<Option<String>>,
    /// Saved state in words.
    #[prop(into)]
    saved: Signal<String>,
    /// Language of the words.
    #[prop(into)]
    language: Signal<Language>,
    /// What the player shows, four times a second and at each change.
    on_observation: Callback<Observation>,
    /// Opens the list of keys.
    on_keys: Callback<()>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    view! {
        <div class="player" node_ref=frame>
            <Stage film playback frame language on_observation />
            <Missing playback tolerance watched language />
            <Controls playback watched language on_keys />
            <p class="player__state">
                <span class="player__uncounted" role="status">
                    {move || uncounted.get()}
                </span>
                <span>{saved}</span>
            </p>
        </div>
    }
}

#[component]
fn Stage(
    film: Film,
    playback: Playback,
    frame: NodeRef<html::Div>,
    language: Signal<Language>,
    on_observation: Callback<Observation>,
) -> impl IntoView {
    let stage = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let Some(stage) = stage.get() else { return };
        let player = VideoPlayer::show(&film, &stage, move |observation| {
            playback.follow(&observation);
            on_observation.run(observation);
        });
        let Some(player) = player else { return };
        playback.attach(player, move |player| {
            if let Some(frame) = frame.get_untracked() {
                player.toggle_fullscreen(&frame);
            }
        });
        Effect::new(move || playback.set_label(words(language.get()).video));
    });
    on_cleanup(move || playback.detach());
    let words = move || words(language.get());
    view! {
        <div class="player__stage" node_ref=stage></div>
        <Show when=move || playback.fault.get().is_some()>
            <Notice
                meaning=Meaning::Stop
                title=Signal::derive(move || words().video_failed.to_owned())
                live=true
            >
                <p>{move || words().video_failed_advice}</p>
                <div>
                    <button type="button" class="button" on:click=move |_| playback.load_again()>
                        {move || words().retry}
                    </button>
                </div>
            </Notice>
        </Show>
    }
}

/// The gap bar with its times, what is missing, and the one button that plays it.
#[component]
fn Missing(
    playback: Playback,
    tolerance: MediaMs,
    watched: Signal<bool>,
    language: Signal<Language>,
) -> impl IntoView {
    let duration = playback.duration();
    let gaps = Memo::new(move |_| playback.gaps());
    let remaining_ms = move || gaps.read().iter().map(|gap| u64::from(gap.length().0)).sum::<u64>();
    let covered = move || {
        let mut spans = Vec::new();
        let mut from = MediaMs::ZERO;
        for gap in gaps.get() {
            spans.extend(domain::coverage::Span::new(from, gap.start()));
            from = gap.end();
        }
        spans.extend(domain::coverage::Span::new(from, duration));
        spans
    };
    let percent = move || {
        domain::unit::Percent::of(
            u64::from(duration.0).saturating_sub(remaining_ms()),
            duration.0.into(),
        )
        .get()
    };
    let in_words =
        move || chapter::coverage(percent(), remaining_ms(), gaps.read().len(), language.get());
    let words = move || words(language.get());
    view! {
        <GapBar
            duration=Signal::derive(move || duration)
            watched=Signal::derive(covered)
            position=playback.position
            label=Signal::derive(move || words().gap_bar.to_owned())
            value_text=Signal::derive(move || {
                format!("{} {}", format::position(playback.position.get().0.into()), in_words())
            })
            on_seek=Callback::new(move |position| playback.go(position))
        />
        <p class="player__times">
            <span class="player__remaining">
                {move || {
                    if watched.get() {
                        words().all_watched.to_owned()
                    } else {
                        chapter::remaining(remaining_ms(), gaps.read().len(), language.get())
                    }
                }}
            </span>
            <span>
                {move || {
                    format!(
                        "{} / {}",
                        format::position(playback.position.get().0.into()),
                        format::position(duration.0.into()),
                    )
                }}
            </span>
        </p>
        <Show when=move || !watched.get()>
            <div class="cluster">
                <button
                    type="button"
                    class="button"
                    class:button--primary=move || playback.is_at_end()
                    on:click=move |_| playback.play_gaps()
                >
                    <Icon symbol=Symbol::Play />
                    {move || words().play_gaps}
                </button>
                <span class="quiet">
                    {move || {
                        if playback.gaps_only.get() {
                            words().playing_gaps.to_owned()
                        } else {
                            chapter::threshold(tolerance.0.into(), language.get())
                        }
                    }}
                </span>
            </div>
        </Show>
    }
}

#[component]
fn Controls(
    playback: Playback,
    watched: Signal<bool>,
    language: Signal<Language>,
    on_keys: Callback<()>,
) -> impl IntoView {
    let words = move || words(language.get());
    let play_label = move || if playback.playing.get() { words().pause } else { words().play };
    view! {
        <div class="player__controls">
            <button
                type="button"
                class="button"
                class:button--primary=move || watched.get() || !playback.is_at_end()
                aria-label=play_label
                on:click=move |_| playback.toggle()
            >
                {move || {
                    let symbol = if playback.playing.get() { Symbol::Pause } else { Symbol::Play };
                    view! { <Icon symbol /> }
                }}
            </button>
            <button type="button" class="button" aria-label=move || words().back on:click=move |_| playback.back()>
                "−10"
            </button>
            <button type="button" class="button" aria-label=move || words().forward on:click=move |_| playback.forward()>
                "+10"
            </button>
            <Speed playback language />
            <button
                type="button"
                class="button"
                aria-pressed=move || playback.captions.get().to_string()
                on:click=move |_| playback.toggle_captions()
            >
                {move || words().captions}
            </button>
            {VideoPlayer::has_picture_in_picture()
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button"
                            aria-label=move || words().picture_in_picture
                            on:click=move |_| playback.toggle_picture_in_picture()
                        >
                            <Icon symbol=Symbol::PictureInPicture />
                        </button>
                    }
                })}
            <button
                type="button"
                class="button"
                aria-label=move || words().full_screen
                on:click=move |_| playback.toggle_full_screen()
            >
                <Icon symbol=Symbol::FullScreen />
            </button>
            <button type="button" class="button" aria-label=move || words().keys on:click=move |_| on_keys.run(())>
                <Icon symbol=Symbol::Keyboard />
            </button>
        </div>
    }
}

#[component]
fn Speed(playback: Playback, language: Signal<Language>) -> impl IntoView {
    let choose = move |event| {
        if let Ok(rate) = event_target_value(&event).parse() {
            playback.set_rate(RatePercent(rate));
        }
    };
    view! {
        <select
            class="player__speed"
            aria-label=move || words(language.get()).speed
            prop:value=move || playback.rate.get().0.to_string()
            on:change=choose
        >
            {playback
                .rates()
                .map(|rate| {
                    view! {
                        <option value=rate.0.to_string() selected=rate == playback.rate.get_untracked()>
                            {format::rate(rate.0)}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}
