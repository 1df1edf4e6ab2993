//! A notice: a message with a meaning, told by icon, word and colour together.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// What a message means for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Finished, nothing to do.
    Done,
    /// Something to look at; the way goes on.
    Attention,
    /// Refused or failed; the way ends here until something is done.
    Stop,
    /// Good to know.
    Information,
}

impl Meaning {
    /// The icon that stands for it.
    pub fn symbol(self) -> Symbol {
        match self {
            Meaning::Done => Symbol::Done,
            Meaning::Attention => Symbol::Attention,
            Meaning::Stop => Symbol::Stop,
            Meaning::Information => Symbol::Information,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Meaning::Done => "notice notice--done",
            Meaning::Attention => "notice notice--attention",
            Meaning::Stop => "notice notice--stop",
            Meaning::Information => "notice notice--information",
        }
    }
}

/// A message in a box. What happened stands in the title; what was kept and what to do stand below.
#[component]
pub fn Notice(
    /// What it means.
    meaning: Meaning,
    /// The first line, in bold.
    #[prop(into)]
    title: Signal<String>,
    /// Spoken at once by screen readers when it appears.
    #[prop(optional)]
    live: bool,
    /// Text and buttons below the title.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = match (live, meaning) {
        (false, _) => None,
        (true, Meaning::Stop) => Some("alert"),
        (true, _) => Some("status"),
    };
    view! {
        <div class=meaning.class() role=role>
            <Icon symbol=meaning.symbol() class="notice__icon" />
            <div class="notice__body">
                <p class="notice__title">{title}</p>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
