//! What the numbers of a question say to its author.

use domain::catalog::{Question, QuestionKind};

use super::edition::choices;
use super::measure::{Measured, hundredths};
use crate::language::Language;

/// With fewer attempts no verdict is given: chance alone would make many.
pub const LEAST_ATTEMPTS: usize = 30;
/// A share of right answers above this is too easy.
pub const TOO_EASY: f64 = 0.95;
/// A share of right answers below this is too hard.
pub const TOO_HARD: f64 = 0.30;
/// A discrimination below this is weak.
pub const WEAK: f64 = 0.1;

/// What is to be looked at in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// More than 95 % answer it rightly.
    TooEasy,
    /// Fewer than 30 % answer it rightly.
    TooHard,
    /// Those who do better in the rest do worse here.
    Negative,
    /// It hardly tells those who know from those who do not.
    Weak,
    /// A wrong choice is taken more often than a right one.
    WrongAhead(usize),
    /// A choice that nobody takes.
    Unused(usize),
}

/// A question's verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too few attempts to say anything.
    TooFew,
    /// What is to be looked at; nothing, when it is empty.
    Judged(Vec<Flag>),
}

impl Verdict {
    /// What is to be looked at.
    pub fn flags(&self) -> &[Flag] {
        match self {
            Self::TooFew => &[],
            Self::Judged(flags) => flags,
        }
    }
}

/// Judges a question by its numbers.
pub fn judge(question: &Question, measured: &Measured) -> Verdict {
    if measured.asked < LEAST_ATTEMPTS {
        return Verdict::TooFew;
    }
    let mut flags = Vec::new();
    // In whole numbers: 19 of 20 is just 95 %.
    let (right, asked) = (measured.right, measured.asked);
    if 100 * right > 95 * asked {
        flags.push(Flag::TooEasy);
    }
    if 100 * right < 30 * asked {
        flags.push(Flag::TooHard);
    }
    // As it is shown: what reads 0.00 is not called negative.
    match measured.discrimination.map(hundredths) {
        Some(discrimination) if discrimination < 0.0 => flags.push(Flag::Negative),
        Some(discrimination) if discrimination < WEAK => flags.push(Flag::Weak),
        _ => {}
    }
    flags.extend(of_choices(question, measured));
    Verdict::Judged(flags)
}

fn of_choices(question: &Question, measured: &Measured) -> Vec<Flag> {
    let choices = choices(question);
    let taken = measured.choices.iter().copied().enumerate();
    let least_right =
        taken.clone().filter(|(at, _)| choices[*at].is_right).map(|(_, count)| count).min();
    let ahead = taken
        .clone()
        .filter(|(at, count)| !choices[*at].is_right && Some(*count) > least_right)
        .map(|(at, _)| Flag::WrongAhead(at));
    // A statement has only its two: none of them can be worded anew.
    let is_statement = matches!(question.kind, QuestionKind::TrueFalse { .. });
    let unused =
        taken.filter(|(_, count)| *count == 0 && !is_statement).map(|(at, _)| Flag::Unused(at));
    ahead.chain(unused).collect()
}

impl Flag {
    /// Its name in files.
    pub fn code(self) -> String {
        match self {
            Self::TooEasy => "too-easy".to_string(),
            Self::TooHard => "too-hard".to_string(),
            Self::Negative => "negative-discrimination".to_string(),
            Self::Weak => "weak-discrimination".to_string(),
            Self::WrongAhead(choice) => format!("wrong-choice-ahead:{}", choice + 1),
            Self::Unused(choice) => format!("unused-choice:{}", choice + 1),
        }
    }

    /// What it is, in a few words.
    pub fn name(self, language: Language) -> String {
        let plain = |ja: &str, en: &str| language.pick(ja, en).to_string();
        match self {
            Self::TooEasy => plain("易しすぎる（正答率95%超）", "too easy (over 95 % right)"),
            Self::TooHard => plain("難しすぎる（正答率30%未満）", "too hard (under 30 % right)"),
            Self::Negative => plain("識別力が負", "negative discrimination"),
            Self::Weak => plain("識別力が低い（0.1未満）", "weak discrimination (under 0.1)"),
            Self::WrongAhead(choice) => match language {
                Language::Ja => format!("誤答の選択肢{}が正答より多い", choice + 1),
                Language::En => format!("wrong choice {} ahead of a right one", choice + 1),
            },
            Self::Unused(choice) => match language {
                Language::Ja => format!("選択肢{}を選んだ人がいない", choice + 1),
                Language::En => format!("nobody takes choice {}", choice + 1),
            },
        }
    }

    /// What its author may do.
    pub fn advice(self, language: Language) -> &'static str {
        match self {
            Self::TooEasy => language.pick(
                "必ず覚えてほしい内容なら、このままでもかまいません。そうでなければ、誤りの選択肢をもっともらしくします。",
                "Keep it if everybody must know it. Otherwise make its wrong choices more plausible.",
            ),
            Self::TooHard => language.pick(
                "正答の設定、問題文、その内容を教える場面を見直してください。",
                "Check its key, its wording, and whether the course really teaches it.",
            ),
            Self::Negative => language.pick(
                "ほかの問題がよくできる人ほど間違えています。正答の設定の誤りや、二通りに読める文がないか確かめてください。",
                "Those who do well elsewhere get it wrong: look for a wrong key or a text that can be read in two ways.",
            ),
            Self::Weak => language.pick(
                "理解している人としていない人の差がつきません。何を問うのかがはっきりしているか確かめてください。",
                "It does not tell those who know from those who do not: check that it asks one clear thing.",
            ),
            Self::WrongAhead(_) => language.pick(
                "その選択肢も正しいと読めないか、正答の設定が合っているか確かめてください。",
                "Check that it cannot be read as right, and that the key is what you meant.",
            ),
            Self::Unused(_) => language.pick(
                "もっともらしい選択肢に替えるか、外してください。",
                "Replace it by a plausible one, or leave it out.",
            ),
        }
    }
}
