//! The page's keys, their sheet, and the switch for tones.

use leptos::prelude::*;

use domain::practical::Decision;
use token::judge::{Class, Holder};

use super::desk::{Deciding, Desk};
use super::finding::holder_number;
use super::reading::{CAMERA, FILES, PASTE};
use crate::browser::{clock, focus, keys};
use crate::components::icon::{Icon, Symbol};
use crate::components::keys_sheet::KeysSheet;
use crate::text::verify::words;

/// The two buttons beside the heading, and the keys behind them.
#[component]
pub(super) fn Keys(
    desk: Desk,
    way: RwSignal<usize>,
    camera_wish: RwSignal<u32>,
    torch_wish: RwSignal<u32>,
) -> impl IntoView {
    let words = move || words(desk.session.language());
    let is_open = RwSignal::new(false);
    let letters = move || untrack(|| desk.session.letter_keys());
    let listener = keys::shortcuts(letters, move |key| {
        match key {
            "Enter" => desk.read_next(),
            "c" => {
                way.set(CAMERA);
                camera_wish.update(|wish| *wish += 1);
            }
            "l" => torch_wish.update(|wish| *wish += 1),
            "f" => go(way, FILES, "#picture-file"),
            "p" => go(way, PASTE, "#paste-text"),
            "i" => confirm(desk),
            "a" => decide(desk, Decision::Accept),
            "r" => decide(desk, Decision::Refuse),
            "d" => return focus::move_to("#verdict-details > summary"),
            "m" => desk.toggle_mute(),
            "?" => is_open.set(true),
            _ => return false,
        }
        true
    });
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || {
        listener.try_set_value(None);
    });
    let sheet = move || {
        let words = words();
        vec![
            ("Enter", words.key_next),
            ("c", words.key_camera),
            ("l", words.key_torch),
            ("f", words.key_files),
            ("p", words.key_paste),
            ("i", words.key_confirm),
            ("a", words.key_accept),
            ("r", words.key_refuse),
            ("d", words.key_details),
            ("m", words.key_mute),
            ("?", words.key_help),
        ]
    };
    view! {
        <div class="cluster on-screen-only">
            <button
                type="button"
                class="button"
                aria-pressed=move || (!desk.is_muted.get()).to_string()
                on:click=move |_| desk.toggle_mute()
            >
                {move || {
                    let symbol = if desk.is_muted.get() { Symbol::Close } else { Symbol::Done };
                    view! { <Icon symbol /> }
                }}
                {move || words().mute}
            </button>
            <button type="button" class="button button--quiet" on:click=move |_| is_open.set(true)>
                <Icon symbol=Symbol::Keyboard />
                {move || words().keys}
            </button>
        </div>
        <KeysSheet
            open=is_open
            title=Signal::derive(move || words().keys.to_owned())
            close_label=Signal::derive(move || words().close.to_owned())
            keys=Signal::derive(sheet)
            on_close=Callback::new(move |()| is_open.set(false))
        />
    }
}

fn go(way: RwSignal<usize>, to: usize, field: &'static str) {
    way.set(to);
    // The panel is shown once the signal has run.
    clock::later(0, move || {
        focus::move_to(field);
    });
}

/// Turns the holder of the code on show.
fn confirm(desk: Desk) {
    let Some(finding) = desk.finding.get_untracked() else { return };
    let (Ok(verdict), Some(token)) = (&finding.verdict, finding.token()) else { return };
    let holder = desk
        .row_untracked(&finding.session, token)
        .map_or(holder_number(verdict.holder), |row| row.holder);
    desk.confirm(finding.session.clone(), token, holder == holder_number(Holder::Unconfirmed));
}

/// Opens the decision on the code on show, if it is late.
fn decide(desk: Desk, decision: Decision) {
    let Some(finding) = desk.finding.get_untracked() else { return };
    let (Ok(verdict), Some(token)) = (&finding.verdict, finding.token()) else { return };
    if verdict.class != Class::Ok {
        desk.deciding.set(Some(Deciding { session: finding.session.clone(), token, decision }));
    }
}
