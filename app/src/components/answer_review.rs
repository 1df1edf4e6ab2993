//! A graded question: the learner's answer, the right one, why, and the seconds that teach it.

use std::collections::BTreeSet;

use domain::assessment::{Answer, is_finished, is_right};
use domain::catalog::{Pair, Question, QuestionKind};
use domain::decimal::Decimal;
use domain::unit::Localized;
use leptos::prelude::*;

use crate::components::chip::Chip;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::Meaning;
use crate::components::picture_marks::PictureMarks;
use crate::text::assessment::words;
use crate::text::{Language, answering, pick};

/// Where the passage that teaches a question is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewatch {
    /// Address that plays just those seconds.
    pub href: String,
    /// Chapter and seconds in words.
    pub place: String,
}

/// One graded question.
#[component]
pub fn AnswerReview(
    /// The question.
    question: Question,
    /// What the learner answered.
    answer: Option<Answer>,
    /// Number and total.
    place: String,
    /// The passage that teaches it.
    rewatch: Option<Rewatch>,
    /// The scene that it is about.
    scene: Option<Rewatch>,
    /// Language of the words.
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let right = answer.as_ref().is_some_and(|answer| is_right(&question, answer));
    let (verdict, meaning) =
        if right { (words.right, Meaning::Done) } else { (words.wrong, Meaning::Attention) };
    let given = match &answer {
        Some(answer) => say(&question, answer, language),
        None => words.no_answer.into_any(),
    };
    let picture = picture(&question, answer.as_ref(), language);
    view! {
        <li class="card stack stack--tight">
            <div class="cluster cluster--apart">
                <h3>{place}</h3>
                <Chip text=verdict.to_owned() meaning=Some(meaning) />
            </div>
            <p class="question__text">{pick(&question.text, language).to_owned()}</p>
            {picture}
            <dl class="facts">
                <dt class="facts__name">{words.your_answer}</dt>
                <dd class="facts__value">{given}</dd>
                {(!right)
                    .then(|| {
                        view! {
                            <dt class="facts__name">{words.right_answer}</dt>
                            <dd class="facts__value">{say_right(&question, language)}</dd>
                        }
                    })}
                <dt class="facts__name">{words.why}</dt>
                <dd class="facts__value prose">{pick(&question.why, language).to_owned()}</dd>
            </dl>
            <div class="cluster">
                {rewatch.map(|rewatch| passage(rewatch, words.rewatch))}
                {scene.map(|scene| passage(scene, answering::words(language).watch_scene))}
            </div>
        </li>
    }
}

fn passage(rewatch: Rewatch, text: &'static str) -> impl IntoView {
    view! {
        <a class="button" href=rewatch.href>
            <Icon symbol=Symbol::Play />
            {text}
            <span class="quiet">{rewatch.place}</span>
        </a>
    }
}

/// The right answer in words.
fn say_right(question: &Question, language: Language) -> AnyView {
    let answer = match &question.kind {
        QuestionKind::TrueFalse { right } => Answer::TrueFalse(*right),
        QuestionKind::Single { right } => Answer::Single(*right),
        QuestionKind::Multiple { right } => {
            // Not collected, which brings a sort with it, 4 kB of wasm.
            let mut choices = BTreeSet::new();
            choices.extend(right.iter().copied());
            Answer::Multiple(choices)
        }
        QuestionKind::Order { items } => Answer::Order((0..items.len()).collect()),
        QuestionKind::Match { pairs } => Answer::Match((0..pairs.len()).map(Some).collect()),
        QuestionKind::Numeric { answer, tolerance, unit } => {
            let (answer, tolerance) = (answer.to_string(), tolerance.to_string());
            let unit = pick(unit, language);
            return answering::quantity_within(&answer, &tolerance, unit, language).into_any();
        }
        QuestionKind::Hotspot { region, .. } => {
            return pick(region, language).to_owned().into_any();
        }
    };
    say(question, &answer, language)
}

/// An answer in the words of its question.
fn say(question: &Question, answer: &Answer, language: Language) -> AnyView {
    match (&question.kind, answer) {
        (QuestionKind::Order { items }, Answer::Order(given)) => {
            view! { <ol class="answer-list">{ordered(items, given, language)}</ol> }.into_any()
        }
        (QuestionKind::Match { pairs }, Answer::Match(given)) => {
            view! { <ul class="answer-list">{matched(pairs, given, language)}</ul> }.into_any()
        }
        (QuestionKind::Numeric { unit, .. }, Answer::Number(given))
            if is_finished(question, answer) =>
        {
            let number =
                Decimal::read(given, unit.ja()).or_else(|_| Decimal::read(given, unit.en()));
            let number = number.map_or_else(|_| given.clone(), |number| number.to_string());
            answering::quantity(&number, pick(unit, language), language).into_any()
        }
        (QuestionKind::Hotspot { .. }, Answer::Spot(given)) => {
            answering::judged(*given, is_right(question, answer), language).into_any()
        }
        // A text that is no number is shown as it was typed.
        (_, Answer::Number(given)) => format!("{given} {}", words(language).no_answer).into_any(),
        _ => say_choice(question, answer, language).into_any(),
    }
}

/// An answer in the words of its choices.
fn say_choice(question: &Question, answer: &Answer, language: Language) -> String {
    let words = words(language);
    let choice = |index: &usize| text(question.choices.get(*index), language);
    match answer {
        Answer::TrueFalse(true) => words.true_.to_owned(),
        Answer::TrueFalse(false) => words.false_.to_owned(),
        Answer::Single(index) => choice(index),
        Answer::Multiple(indexes) => {
            let between = if language == Language::Ja { "、" } else { ", " };
            indexes.iter().map(choice).collect::<Vec<_>>().join(between)
        }
        _ => words.no_answer.to_owned(),
    }
}

/// One line an item, marked where another belongs.
fn ordered(items: &[Localized], given: &[usize], language: Language) -> Vec<AnyView> {
    let line = |(place, item): (usize, &usize)| {
        part(text(items.get(*item), language), place == *item, language)
    };
    given.iter().enumerate().map(line).collect()
}

/// One line a pair, marked where the right is another's.
fn matched(pairs: &[Pair], given: &[Option<usize>], language: Language) -> Vec<AnyView> {
    let lines = pairs.iter().enumerate().map(|(left, pair)| {
        let chosen = given.get(left).copied().flatten();
        let right = match chosen.and_then(|right| pairs.get(right)) {
            Some(pair) => pick(&pair.right, language),
            None => answering::words(language).not_chosen,
        };
        let line = format!("{} → {right}", pick(&pair.left, language));
        part(line, chosen == Some(left) || chosen.is_none(), language)
    });
    lines.collect()
}

/// A part of an answer, told to be wrong in words where it is.
fn part(text: String, is_right: bool, language: Language) -> AnyView {
    let verdict = (!is_right).then(|| {
        let verdict = answering::words(language).wrong_part.to_owned();
        view! { " " <Chip text=verdict meaning=Some(Meaning::Attention) /> }
    });
    view! { <li>{text} {verdict}</li> }.into_any()
}

fn text(text: Option<&Localized>, language: Language) -> String {
    text.map(|text| pick(text, language).to_owned()).unwrap_or_default()
}

/// The picture of a question with the right places and the learner's own.
fn picture(question: &Question, answer: Option<&Answer>, language: Language) -> Option<AnyView> {
    let QuestionKind::Hotspot { picture, regions, .. } = &question.kind else { return None };
    let mark = match answer {
        Some(Answer::Spot(mark)) => Some(*mark),
        _ => None,
    };
    let words = answering::words(language);
    let legend = mark.map(|_| words.legend_given);
    let (picture, regions) = (picture.clone(), regions.clone());
    Some(
        view! {
            <div class="spot__stage">
                <PictureMarks
                    picture
                    regions
                    mark=Signal::stored(mark)
                    cross=Signal::stored(None)
                    language=Signal::stored(language)
                />
            </div>
            <p class="quiet">{words.legend_right} " " {legend}</p>
        }
        .into_any(),
    )
}
