//! What stands in a code, field by field: one list, shown before it is signed and afterwards.

use domain::progress::DueState;
use domain::unit::UnixMs;
use leptos::prelude::*;
use token::claims::{Completion, Watched};

use crate::session::Entry;
use crate::text::completion::{self, Words, words};
use crate::text::{Language, format, pick};

/// A field and what it says.
pub type Fact = (&'static str, String);

/// What stands beside the claims: before a code is signed its name is as it is typed, and it has no number yet.
pub struct Told {
    /// The name, or that there is none.
    pub name: String,
    /// The receipt number, or when there will be one.
    pub receipt: String,
}

/// All that stands in a code: nothing more and nothing less.
pub fn facts(
    entry: &Entry,
    claims: &Completion,
    told: Told,
    now: UnixMs,
    language: Language,
) -> Vec<Fact> {
    let words = words(language);
    // Taken apart, so that a claim that is added to the token does not compile before it has its row here. What an
    // issuing service alone can say, checks and enrolment, is told by the level.
    let Completion {
        cti: _,
        course: _,
        name: _,
        checks: _,
        enrolment: _,
        expires,
        issued,
        confirmation,
        content,
        score,
        watched,
        evidence,
        missed,
        codes,
    } = claims;
    let score = match score.total() {
        0 => words.no_test.to_owned(),
        total => format::questions(score.correct().into(), total.into(), language),
    };
    let missed = match missed {
        Some(missed) => completion::missed(missed.questions().count(), language),
        None => words.missed_none.to_owned(),
    };
    let due = DueState::of_token(&entry.outline, *expires, now).due;
    let mut facts = vec![
        (words.field_course, pick(&entry.outline.title, language).to_owned()),
        (words.field_name, told.name),
        (words.field_score, score),
        (words.field_missed, missed),
    ];
    facts.extend(watched.iter().flat_map(|watched| of_watching(*watched, words, language)));
    facts.extend([
        (words.field_completed, format::moment(UnixMs::from_seconds(*issued), language)),
        (words.field_due, format::jst_date(due, true, language)),
    ]);
    if !codes.is_empty() {
        let codes: Vec<_> = codes.iter().map(ToString::to_string).collect();
        facts.push((words.field_codes, codes.join(", ")));
    }
    facts.extend([(words.receipt, told.receipt), (words.field_content, content.to_string())]);
    facts.extend(confirmation.as_ref().map(|_| (words.field_key, words.key_of_device.to_owned())));
    facts.extend(
        evidence.as_ref().map(|_| (words.field_evidence, words.evidence_digest.to_owned())),
    );
    facts
}

fn of_watching(watched: Watched, words: &Words, language: Language) -> [Fact; 2] {
    let time = format::duration(u64::from(watched.seconds()) * 1000, language);
    let chapters = completion::chapters(watched.chapters().count(), language);
    [(words.field_watched, time), (words.field_chapters, chapters)]
}

/// Fields with their values, as a list.
#[component]
pub fn FactList(
    /// The fields in their order.
    #[prop(into)]
    facts: Signal<Vec<Fact>>,
) -> impl IntoView {
    let rows = move || {
        let row = |(name, value): Fact| {
            view! {
                <dt class="facts__name">{name}</dt>
                <dd class="facts__value">{value}</dd>
            }
        };
        facts.get().into_iter().map(row).collect_view()
    };
    view! { <dl class="facts">{rows}</dl> }
}
