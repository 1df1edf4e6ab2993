//! The scene that a question is about: a small player of just those seconds.

use domain::unit::MediaMs;
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use super::notice::{Meaning, Notice};
use crate::browser::focus;
use crate::browser::media::{Film, Scene, SceneState};
use crate::text::Language;
use crate::text::answering::{self, words};

/// Some seconds of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneFilm {
    /// The chapter's files.
    pub film: Film,
    /// Where the scene begins.
    pub from: MediaMs,
    /// Where it ends.
    pub to: MediaMs,
    /// Whether captions show at first.
    pub shows_captions: bool,
}

/// A scene with its buttons. Nothing plays before a press.
#[component]
pub fn ScenePlayer(
    /// The question's id.
    id: String,
    /// What is played.
    scene: SceneFilm,
    /// Language of the words.
    language: Signal<Language>,
) -> impl IntoView {
    let SceneFilm { film, from, to, shows_captions } = scene;
    let words = move || words(language.get());
    let stage = NodeRef::<html::Div>::new();
    let scene = StoredValue::new_local(None::<Scene>);
    let standing = RwSignal::new((SceneState::Ready, MediaMs::ZERO));
    // Played seconds change many times a second; the buttons do not.
    let state = Memo::new(move |_| standing.get().0);
    let has_captions = film.captions.is_some();
    let captions = RwSignal::new(shows_captions);
    Effect::new(move || {
        let Some(stage) = stage.get() else { return };
        let told = move |state, played| standing.set((state, played));
        let shown = Scene::show(&film, &stage, (from, to), told);
        shown.iter().for_each(|shown| shown.show_captions(captions.get_untracked()));
        scene.set_value(shown);
    });
    Effect::new(move || {
        let (label, are_shown) = (words().scene_video, captions.get());
        scene.with_value(|scene| {
            if let Some(scene) = scene {
                scene.set_label(label);
                scene.show_captions(are_shown);
            }
        });
    });
    let with_scene = move |act: fn(&Scene)| scene.with_value(|scene| scene.iter().for_each(act));
    let toggle = move |_| with_scene(Scene::toggle);
    let button = move || {
        let (symbol, text) = match state.get() {
            SceneState::Playing => (Symbol::Pause, words().pause_scene),
            SceneState::Paused => (Symbol::Play, words().resume_scene),
            SceneState::Over => (Symbol::Play, words().replay_scene),
            SceneState::Ready | SceneState::Failed => (Symbol::Play, words().play_scene),
        };
        view! {
            <Icon symbol />
            {text}
        }
    };
    let play_id = format!("scene-{id}-play");
    let play_button = StoredValue::new(format!("[id=\"{play_id}\"]"));
    let load_again = move |_| {
        standing.set((SceneState::Ready, MediaMs::ZERO));
        with_scene(Scene::load_again);
        // The button that was pressed goes with its notice.
        play_button.with_value(|button| focus::move_to(button));
    };
    let fault = move || {
        (state.get() == SceneState::Failed).then(|| {
            let words = words();
            view! {
                <Notice meaning=Meaning::Attention title=words.scene_failed.to_owned() live=true>
                    <p>{words.scene_failed_advice}</p>
                    <button type="button" class="button" on:click=load_again>
                        {words.retry}
                    </button>
                </Notice>
            }
        })
    };
    view! {
        <div class="stack stack--tight">
            <p class="quiet">{move || words().scene}</p>
            <div node_ref=stage></div>
            <div class="cluster">
                <button
                    type="button"
                    id=play_id
                    class="button"
                    class:button--primary=move || state.get() == SceneState::Ready
                    on:click=toggle
                >
                    {button}
                </button>
                {has_captions
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                aria-pressed=move || captions.get().to_string()
                                on:click=move |_| captions.update(|on| *on = !*on)
                            >
                                {move || words().captions}
                            </button>
                        }
                    })}
                <span class="quiet">
                    {move || answering::scene_time(standing.get().1.0, to.saturating_sub(from).0)}
                </span>
            </div>
            {fault}
        </div>
    }
}
