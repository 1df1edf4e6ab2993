//! A graded question: the learner's answer, the right one, why, and the seconds that teach it.

use domain::assessment::{Answer, is_right};
use domain::catalog::{Question, QuestionKind};
use leptos::prelude::*;

use crate::components::chip::Chip;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::Meaning;
use crate::text::assessment::words;
use crate::text::{Language, pick};

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
    /// Language of the words.
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let right = answer.as_ref().is_some_and(|answer| is_right(&question, answer));
    let (verdict, meaning) =
        if right { (words.right, Meaning::Done) } else { (words.wrong, Meaning::Attention) };
    let given = answer
        .as_ref()
        .map_or(words.no_answer.to_owned(), |answer| say(&question, answer, language));
    view! {
        <li class="card stack stack--tight">
            <div class="cluster cluster--apart">
                <h3>{place}</h3>
                <Chip text=verdict.to_owned() meaning=Some(meaning) />
            </div>
            <p class="question__text">{pick(&question.text, language).to_owned()}</p>
            <dl class="facts">
                <dt class="facts__name">{words.your_answer}</dt>
                <dd class="facts__value">{given}</dd>
                {(!right)
                    .then(|| {
                        view! {
                            <dt class="facts__name">{words.right_answer}</dt>
                            <dd class="facts__value">{say(&question, &right_answer(&question), language)}</dd>
                        }
                    })}
                <dt class="facts__name">{words.why}</dt>
                <dd class="facts__value prose">{pick(&question.why, language).to_owned()}</dd>
            </dl>
            {rewatch
                .map(|rewatch| {
                    view! {
                        <div>
                            <a class="button" href=rewatch.href>
                                <Icon symbol=Symbol::Play />
                                {words.rewatch}
                                <span class="quiet">{rewatch.place}</span>
                            </a>
                        </div>
                    }
                })}
        </li>
    }
}

fn right_answer(question: &Question) -> Answer {
    match &question.kind {
        QuestionKind::TrueFalse { right } => Answer::TrueFalse(*right),
        QuestionKind::Single { right } => Answer::Single(*right),
        QuestionKind::Multiple { right } => Answer::Multiple(right.iter().copied().collect()),
    }
}

/// An answer in the words of its choices.
fn say(question: &Question, answer: &Answer, language: Language) -> String {
    let words = words(language);
    let choice = |index: &usize| {
        question
            .choices
            .get(*index)
            .map(|choice| pick(choice, language).to_owned())
            .unwrap_or_default()
    };
    match answer {
        Answer::TrueFalse(true) => words.true_.to_owned(),
        Answer::TrueFalse(false) => words.false_.to_owned(),
        Answer::Single(index) => choice(index),
        Answer::Multiple(indexes) => {
            let between = if language == Language::Ja { "、" } else { ", " };
            indexes.iter().map(choice).collect::<Vec<_>>().join(between)
        }
    }
}
