//! Sound and vibration that tell three outcomes apart without looking.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

use super::page::window;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Accepted: two rising notes, one short vibration.
    Accepted,
    /// Needs a decision: three equal notes, two vibrations.
    Attention,
    /// Refused: one long low note, one long vibration.
    Refused,
}

/// One note: pitch in hertz, start and length in seconds.
type Note = (f32, f64, f64);

impl Tone {
    const fn notes(self) -> &'static [Note] {
        match self {
            Self::Accepted => &[(880.0, 0.0, 0.09), (1318.5, 0.1, 0.14)],
            Self::Attention => &[(740.0, 0.0, 0.08), (740.0, 0.14, 0.08), (740.0, 0.28, 0.08)],
            Self::Refused => &[(196.0, 0.0, 0.45)],
        }
    }

    /// Vibration and pause in turn, in milliseconds.
    const fn vibration(self) -> &'static [u16] {
        match self {
            Self::Accepted => &[60],
            Self::Attention => &[80, 80, 80],
            Self::Refused => &[350],
        }
    }
}

thread_local! {
    static AUDIO: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Gets the sound ready. Browsers allow that only in answer to a tap: call it where scanning starts.
pub fn prepare() {
    AUDIO.with_borrow_mut(|audio| {
        if audio.is_none() {
            *audio = AudioContext::new().ok();
        }
        if let Some(audio) = audio
            && audio.state() == AudioContextState::Suspended
        {
            let _ = audio.resume();
        }
    });
}

/// Plays a tone and vibrates, as far as the device can and may.
pub fn give(tone: Tone) {
    vibrate(tone);
    AUDIO.with_borrow(|audio| {
        if let Some(audio) = audio {
            for note in tone.notes() {
                // A device without sound still vibrates and shows the verdict.
                let _ = play(audio, *note);
            }
        }
    });
}

fn play(audio: &AudioContext, (pitch_hz, start_s, length_s): Note) -> Result<(), JsValue> {
    let (start, end) = (audio.current_time() + start_s, audio.current_time() + start_s + length_s);
    let note = audio.create_oscillator()?;
    note.set_type(OscillatorType::Triangle);
    note.frequency().set_value(pitch_hz);
    let volume = audio.create_gain()?;
    // Fading in and out keeps the speaker from clicking.
    volume.gain().set_value_at_time(0.0, start)?;
    volume.gain().linear_ramp_to_value_at_time(0.4, start + 0.01)?;
    volume.gain().linear_ramp_to_value_at_time(0.0, end)?;
    note.connect_with_audio_node(&volume)?;
    volume.connect_with_audio_node(&audio.destination())?;
    note.start_with_when(start)?;
    note.stop_with_when(end)
}

fn vibrate(tone: Tone) {
    let Some(window) = window() else { return };
    let navigator: JsValue = window.navigator().into();
    let pattern: Array = tone.vibration().iter().map(|ms| JsValue::from(*ms)).collect();
    super::dynamic::call(&navigator, "vibrate", &[&pattern]);
}
