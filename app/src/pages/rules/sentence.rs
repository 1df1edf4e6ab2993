//! The source's sentences: beside the number that rests on one, and all of them in the source's order.

use std::sync::Arc;

use domain::rules::{RuleTable, Statement, StatementId, StatementKind};
use domain::unit::Localized;
use leptos::prelude::*;

use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::session::Session;
use crate::text::rules::{self, words};
use crate::text::{Language, pick};

/// The table whose sentences are shown.
pub(super) type Book = Arc<RuleTable>;

const ORDER: [StatementKind; 6] = [
    StatementKind::Goal,
    StatementKind::Conduct,
    StatementKind::Note,
    StatementKind::Rule,
    StatementKind::Public,
    StatementKind::Reading,
];

/// The sentence that a number rests on, small, with its place; an answer with its question.
#[component]
pub(super) fn Basis(
    /// The table.
    book: Book,
    /// The sentence.
    id: StatementId,
) -> impl IntoView {
    let statement = book.statement(&id)?.clone();
    let question = statement.remark.clone().filter(|_| statement.is_answer());
    Some(view! {
        <p class="rule-basis">
            <Words statement quoted=true />
            {question.map(|remark| view! { " " <Remark remark /> })}
        </p>
    })
}

/// Every sentence of a table, by kind.
#[component]
pub(super) fn Statements(
    /// The table.
    book: Book,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let groups = ORDER
        .into_iter()
        .filter_map(|kind| {
            let of_kind = book.statements.iter().filter(|statement| statement.kind == kind);
            let of_kind: Vec<Statement> = of_kind.cloned().collect();
            (!of_kind.is_empty()).then(|| view! { <Group kind statements=of_kind /> })
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="statements">
            <h2 id="statements">{move || words().statements}</h2>
            <p class="quiet">{move || words().statements_lead}</p>
            {groups}
        </section>
    }
}

#[component]
fn Group(kind: StatementKind, statements: Vec<Statement>) -> impl IntoView {
    let session = Session::here();
    let rows = statements
        .into_iter()
        .map(|statement| {
            let remark = statement.remark.clone();
            view! {
                <li class="rule-sentence">
                    <p><Words statement quoted=false /></p>
                    {remark.map(|remark| view! { <p class="quiet"><Remark remark /></p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight">
            <h3>{move || rules::statement_kind(kind, session.language())}</h3>
            <ul class="plain-list rule-sentences">{rows}</ul>
        </section>
    }
}

#[component]
fn Remark(remark: Localized) -> impl IntoView {
    let session = Session::here();
    view! {
        <span>
            {move || words(session.language()).remark}
            {move || marked(&remark, session.language())}
        </span>
    }
}

/// Where a sentence stands, what kind it is when it is not the source's, and its words.
#[component]
fn Words(statement: Statement, quoted: bool) -> impl IntoView {
    let session = Session::here();
    // What is not the source's own wording is not quoted, and says what it is.
    let own = match statement.kind {
        StatementKind::Reading => {
            Some(Signal::derive(move || words(session.language()).own_reading))
        }
        StatementKind::Public => Some(Signal::derive(move || words(session.language()).to_confirm)),
        _ => None,
    };
    let quote = |text: String| {
        if quoted && own.is_none() { format!("「{text}」") } else { text }
    };
    let text = Localized { ja: quote(statement.text), en: statement.text_en };
    view! {
        <span class="rule-place" lang="ja">{statement.place}</span>
        " "
        {move || marked(&text, session.language())}
        {own.filter(|_| quoted).map(|own| view! {
            " "
            <Chip text=Signal::derive(move || own.get().to_owned()) meaning=Some(Meaning::Attention) />
        })}
    }
}

/// A text in the visitor's language, with what is Japanese in it marked as such where the page is not.
pub(super) fn marked(text: &Localized, language: Language) -> AnyView {
    let text = pick(text, language);
    if language == Language::Ja {
        return text.to_owned().into_any();
    }
    runs(text)
        .into_iter()
        .map(|(is_japanese, run)| match is_japanese {
            true => view! { <span lang="ja">{run}</span> }.into_any(),
            false => run.into_any(),
        })
        .collect_view()
        .into_any()
}

/// Stretches of Japanese letters, and the stretches between them.
fn runs(text: &str) -> Vec<(bool, String)> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for c in text.chars() {
        let is_japanese = matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}');
        match runs.last_mut() {
            Some((of, run)) if *of == is_japanese => run.push(c),
            _ => runs.push((is_japanese, c.into())),
        }
    }
    runs
}

/// The language of a text where it is not that of the page.
pub(super) fn lang_of(text: &Localized, session: Session) -> Signal<Option<&'static str>> {
    let is_japanese_only = text.en.is_none();
    Signal::derive(move || (is_japanese_only && session.language() == Language::En).then_some("ja"))
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn japanese_in_an_english_text_is_told_apart() {
        let found = runs("The scan reads おむね; mended.");
        let japanese: Vec<&str> =
            found.iter().filter(|(is, _)| *is).map(|(_, run)| run.as_str()).collect();
        assert_eq!(japanese, ["おむね"]);
        assert_eq!(found.len(), 3);
        assert!(runs("").is_empty());
    }
}
