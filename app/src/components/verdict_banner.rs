//! The verdict on a code: a large word with an icon and an outline of its own, so that it is told apart at arm's
//! length and without colour.

use leptos::prelude::*;
use token::claims::Level;

use super::icon::{Icon, Symbol};

/// What the verdict looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// In time. The colour is the level's: a self-declared code is never green.
    InTime(Level),
    /// In time, but read before: somebody has to look.
    InTimeAgain,
    /// Late: the instructor decides.
    Late,
    /// Late, and the instructor accepted.
    LateAccepted,
    /// Not accepted.
    Refused,
    /// Nothing was read: no verdict on anybody.
    Unread,
}

impl Face {
    fn symbol(self) -> Symbol {
        match self {
            Face::InTime(_) | Face::LateAccepted => Symbol::Done,
            Face::InTimeAgain | Face::Late | Face::Unread => Symbol::Attention,
            Face::Refused => Symbol::Stop,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Face::InTime(Level::A0) => "verdict verdict--declared",
            Face::InTime(Level::A1) => "verdict verdict--enrolled",
            Face::InTime(Level::A2 | Level::A3) => "verdict verdict--issued",
            Face::InTimeAgain => "verdict verdict--again",
            Face::Late | Face::LateAccepted => "verdict verdict--late",
            Face::Refused => "verdict verdict--refused",
            Face::Unread => "verdict verdict--unread",
        }
    }
}

/// The large verdict with what belongs to it.
#[component]
pub fn VerdictBanner(
    /// What it looks like.
    #[prop(into)]
    face: Signal<Face>,
    /// The word.
    #[prop(into)]
    word: Signal<String>,
    /// Element id of the heading: it takes the focus when a verdict arrives.
    id: &'static str,
    /// Level, holder, name and the rest.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=move || face.get().class()>
            <div class="verdict__head">
                {move || view! { <Icon symbol=face.get().symbol() class="verdict__icon" /> }}
                <h2 class="verdict__word" id=id tabindex="-1">
                    {word}
                </h2>
            </div>
            <div class="verdict__body">{children()}</div>
        </div>
    }
}
