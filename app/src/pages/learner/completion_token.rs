//! The code itself: large and sharp, what it says in words, what it does not say, and ways to keep it.

use domain::completion::{DueEntry, calendar_file};
use domain::journal::SealedToken;
use domain::progress::DueState;
use domain::unit::UnixMs;
use leptos::prelude::*;
use token::cbor::TOKEN_MAX_ENTRIES;
use token::claims::{Completion, Enrolment, Level};
use token::cose::{Kind, Sealed, Sign1};
use token::identifier::Kid;

use crate::browser::{canvas, clipboard, clock, file, media, print, text_rules};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::components::qr_code::{Modules, QUIET_ZONE, QrCode};
use crate::pages::learner::completion_facts::{Fact, FactList, Told, facts};
use crate::session::{Entry, Session};
use crate::text::completion::{self, words};
use crate::text::{Language, format, pick};

/// What the page shows of a token: read back from its own bytes, so that it says what the code says.
#[derive(Clone)]
struct Shown {
    entry: Entry,
    sealed: SealedToken,
    claims: Completion,
    level: Option<Level>,
    token: Sealed,
    modules: Modules,
}

/// A sealed token.
#[component]
pub fn CompletionToken(
    /// The course.
    entry: Entry,
    /// The token.
    sealed: SealedToken,
) -> impl IntoView {
    let session = Session::here();
    // The screen stays on at the door.
    StoredValue::new_local(media::WakeLock::hold());
    match read(entry, sealed) {
        Some(shown) => view! {
            <Code shown=shown.clone() />
            <Ways shown=shown.clone() />
            <Says shown=shown.clone() />
            <Slip shown />
        }
        .into_any(),
        None => {
            let said = move || completion::bad_claims(session.language());
            view! {
                <Notice meaning=Meaning::Stop title=Signal::derive(move || said().0)>
                    <p>{move || said().1}</p>
                </Notice>
            }
            .into_any()
        }
    }
}

fn read(entry: Entry, sealed: SealedToken) -> Option<Shown> {
    let signed = Sign1::open(&sealed.token, TOKEN_MAX_ENTRIES).ok()?;
    let claims = Completion::decode(&signed.payload, text_rules::is_printable).ok()?;
    let level = level(signed.kid, claims.enrolment.as_ref());
    let token = Sealed::from_stored(Kind::Completion, sealed.token.clone());
    let modules = Modules::of(&token.qr())?;
    Some(Shown { entry, sealed, claims, level, token, modules })
}

/// The level as far as the token alone tells it (token spec §8): without an issuer's key and without a ticket it is the
/// device's own word. Whether a key or a ticket is good, only the organiser's list tells.
fn level(kid: Option<Kid>, enrolment: Option<&Enrolment>) -> Option<Level> {
    (kid.is_none() && enrolment.is_none()).then_some(Level::A0)
}

impl Shown {
    /// Until when the token itself says it may be used.
    fn due_state(&self, now: UnixMs) -> DueState {
        DueState::of_token(&self.entry.outline, self.claims.expires, now)
    }

    fn due(&self, now: UnixMs, language: Language) -> String {
        let state = self.due_state(now);
        let date = format::jst_date(state.due, false, language);
        completion::due(&date, state.days_left, state.window, language)
    }

    fn has_practical(&self) -> bool {
        self.entry.outline.completion.practical_required
    }

    fn due_date(&self, language: Language) -> String {
        format::jst_date(self.due_state(clock::now()).due, true, language)
    }

    fn file_name(&self, ending: &str) -> String {
        format!("yoshu-{}-{}.{ending}", self.entry.outline.id, self.sealed.cti.receipt_number())
    }
}

/// The QR code with the few words that belong to it.
#[component]
fn Code(shown: Shown) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let has_practical = shown.has_practical();
    let older = shown.sealed.content != shown.entry.content;
    let receipt = shown.sealed.cti.receipt_number();
    let modules = shown.modules.clone();
    view! {
        <section class="token on-screen-only">
            <div class="token__code">
                <QrCode modules label=Signal::derive(move || words().code.to_owned()) />
            </div>
            <p class="token__checked-by">{move || words().checked_by}</p>
            {has_practical
                .then(|| {
                    view! { <p class="token__due">{move || shown.due(session.now(), session.language())}</p> }
                })}
            <p class="token__warning">{move || words().no_certificate(has_practical)}</p>
            <p>
                {move || words().receipt} " " <strong>{receipt}</strong>
                <br />
                <span class="quiet">{move || words().receipt_note}</span>
            </p>
            <p class="quiet">{move || words().brightness}</p>
            {older.then(|| view! { <p class="quiet">{move || words().older_content}</p> })}
        </section>
    }
}

/// Ways to keep it: picture, print, calendar, text, file.
#[component]
fn Ways(shown: Shown) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let text = StoredValue::new(shown.token.text());
    let copied = RwSignal::new(None::<bool>);
    let has_practical = shown.has_practical();
    let shown = StoredValue::new(shown);
    let save_image = move |_| {
        let (shown, language) = (shown.get_value(), untrack(|| session.language()));
        leptos::task::spawn_local(async move {
            if let Some(png) = picture(&shown, language).await {
                file::save(&shown.file_name("png"), "image/png", &png);
            }
        });
    };
    let save_calendar = move |_| {
        shown.with_value(|shown| {
            let text = calendar(shown, untrack(|| session.language()));
            file::save(&shown.file_name("ics"), "text/calendar", text.as_bytes());
        });
    };
    let save_file = move |_| {
        shown.with_value(|shown| {
            file::save(
                &shown.file_name("yoshu"),
                "application/vnd.yoshu+cbor",
                &shown.sealed.token,
            );
        });
    };
    let copy = move |_| {
        let text = text.get_value();
        leptos::task::spawn_local(async move {
            copied.try_set(Some(clipboard::copy(&text).await));
        });
    };
    let said = move || {
        copied.get().map(|copied| if copied { words().copied } else { words().copy_by_hand })
    };
    view! {
        <section class="stack on-screen-only">
            <div class="cluster">
                <button type="button" class="button" on:click=save_image>
                    <Icon symbol=Symbol::Download />
                    {move || words().save_image}
                </button>
                <button type="button" class="button" on:click=move |_| print::page()>
                    <Icon symbol=Symbol::Print />
                    {move || words().print}
                </button>
                {has_practical
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=save_calendar>
                                <Icon symbol=Symbol::Calendar />
                                {move || words().calendar}
                            </button>
                        }
                    })}
                <button type="button" class="button" on:click=copy>
                    <Icon symbol=Symbol::Paste />
                    {move || words().copy_text}
                </button>
                <button type="button" class="button" on:click=save_file>
                    <Icon symbol=Symbol::File />
                    {move || words().save_file}
                </button>
            </div>
            <p role="status">{said}</p>
            <details>
                <summary>{move || words().text_form}</summary>
                <textarea
                    class="field__input token__text"
                    rows="6"
                    readonly=true
                    aria-label=move || words().text_form
                    prop:value=text.get_value()
                ></textarea>
            </details>
        </section>
    }
}

/// What stands in the code, in words.
#[component]
fn Says(shown: Shown) -> impl IntoView {
    let session = Session::here();
    let facts = Signal::derive(move || says(&shown, session.language()));
    view! {
        <section class="card stack on-screen-only" aria-labelledby="says">
            <h2 id="says">{move || words(session.language()).says}</h2>
            <FactList facts />
            <p class="quiet">{move || words(session.language()).public}</p>
        </section>
    }
}

/// What the claims say, and how far they can be relied on.
fn says(shown: &Shown, language: Language) -> Vec<Fact> {
    let words = words(language);
    let name = shown.claims.name.as_ref();
    let told = Told {
        name: name.map_or(words.no_name, |name| name.as_str()).to_owned(),
        receipt: shown.sealed.cti.receipt_number(),
    };
    let mut facts = facts(&shown.entry, &shown.claims, told, clock::now(), language);
    facts.push((words.field_level, completion::level(shown.level, language).to_owned()));
    facts
}

/// The paper twin, A6: the code, the receipt number, and what to do with it.
#[component]
fn Slip(shown: Shown) -> impl IntoView {
    let session = Session::here();
    let body = move || {
        let language = session.language();
        let words = words(language);
        let name = shown.claims.name.as_ref().map(|name| name.as_str().to_owned());
        view! {
            <p class="slip__title">{words.slip} "　" {pick(&shown.entry.outline.title, language).to_owned()}</p>
            <QrCode modules=shown.modules.clone() label=words.code.to_owned() />
            <p class="slip__receipt">{words.receipt} " " {shown.sealed.cti.receipt_number()}</p>
            {name.map(|name| view! { <p>{name}</p> })}
            {shown
                .has_practical()
                .then(|| {
                    view! {
                        <p>
                            <strong>{words.field_due} " " {shown.due_date(language)}</strong>
                        </p>
                    }
                })}
            <p>{words.slip_steps(shown.has_practical())}</p>
            <p>
                <strong>{words.no_certificate(shown.has_practical())}</strong>
            </p>
        }
    };
    view! { <section class="slip" aria-hidden="true">{body}</section> }
}

fn calendar(shown: &Shown, language: Language) -> String {
    let words = words(language);
    let title = pick(&shown.entry.outline.title, language);
    calendar_file(&DueEntry {
        cti: shown.sealed.cti,
        due: shown.due_state(clock::now()).due,
        summary: &format!("{} {title}", words.calendar_summary),
        description: &format!(
            "{}\n{} {}\n{}",
            words.slip_steps(shown.has_practical()),
            words.receipt,
            shown.sealed.cti.receipt_number(),
            words.no_certificate(shown.has_practical())
        ),
        made_at: clock::now(),
    })
}

/// The code as a picture that can be shown without this page: with its words, on white.
async fn picture(shown: &Shown, language: Language) -> Option<Vec<u8>> {
    const SCALE: u32 = 12;
    let words = words(language);
    let side = (shown.modules.side() + 2 * QUIET_ZONE) * SCALE;
    let (head, foot) = (90, 250);
    let picture = canvas::Picture::new(side, side + head + foot)?;
    let line = |text: &str, y: u32, size: u32, bold: bool| {
        picture.text(text, side / 2, y, size, bold, side.saturating_sub(40));
    };
    line(pick(&shown.entry.outline.title, language), 60, 40, true);
    for y in 0..shown.modules.side() {
        for x in 0..shown.modules.side() {
            if shown.modules.is_dark(x, y) {
                picture.rectangle(
                    (x + QUIET_ZONE) * SCALE,
                    head + (y + QUIET_ZONE) * SCALE,
                    SCALE,
                    SCALE,
                );
            }
        }
    }
    let below = head + side;
    if shown.has_practical() {
        line(&format!("{} {}", words.field_due, shown.due_date(language)), below + 40, 36, true);
    }
    line(words.no_certificate(shown.has_practical()), below + 95, 34, true);
    line(
        &format!("{} {}", words.receipt, shown.sealed.cti.receipt_number()),
        below + 150,
        32,
        false,
    );
    line(words.slip_steps(shown.has_practical()), below + 205, 28, false);
    picture.png().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_token_without_issuer_and_ticket_is_called_self_declared() {
        let ticket = Enrolment::Embedded(vec![0xd2]);
        assert_eq!(level(None, None), Some(Level::A0));
        assert_eq!(level(None, Some(&ticket)), None);
        assert_eq!(level(Some(Kid([1; 8])), None), None);
    }
}
