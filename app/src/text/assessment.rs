//! Sentences of the self-assessment.

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
    /// The course has no test.
    pub none: &'static str,
    /// What to do then.
    pub none_advice: &'static str,
    /// The test is locked.
    pub locked: &'static str,
    /// What opens it.
    pub locked_advice: &'static str,
    /// A cool-down runs.
    pub cooling_down: &'static str,
    /// Before the first attempt: how it goes.
    pub how: &'static str,
    /// Starts an attempt.
    pub start: &'static str,
    /// Starts another attempt.
    pub retake: &'static str,
    /// What a retake is.
    pub retake_advice: &'static str,
    /// Label of the two ways to show questions.
    pub layout: &'static str,
    /// One question at a time.
    pub one_by_one: &'static str,
    /// All questions on one page.
    pub all_at_once: &'static str,
    /// Answer of a true/false question.
    pub true_: &'static str,
    /// Answer of a true/false question.
    pub false_: &'static str,
    /// Said above the choices of a multiple question.
    pub choose_all: &'static str,
    /// Said above the choices of a single question.
    pub choose_one: &'static str,
    /// Takes an answer back.
    pub clear: &'static str,
    /// The question before.
    pub previous: &'static str,
    /// The question after.
    pub next: &'static str,
    /// To the review before handing in.
    pub to_review: &'static str,
    /// Heading of the review.
    pub review: &'static str,
    /// State in the review.
    pub answered: &'static str,
    /// State in the review.
    pub unanswered: &'static str,
    /// Every answer is kept.
    pub saved: &'static str,
    /// An answer is on its way to the device's store.
    pub saving: &'static str,
    /// The device keeps nothing.
    pub not_saved: &'static str,
    /// Hands in.
    pub hand_in: &'static str,
    /// Hands in although answers are missing.
    pub hand_in_anyway: &'static str,
    /// Back to the questions.
    pub back_to_questions: &'static str,
    /// Heading of a result.
    pub result: &'static str,
    /// Enough.
    pub passed: &'static str,
    /// Not enough.
    pub failed: &'static str,
    /// A right answer.
    pub right: &'static str,
    /// A wrong answer.
    pub wrong: &'static str,
    /// Label before the learner's answer.
    pub your_answer: &'static str,
    /// Label before the right answer.
    pub right_answer: &'static str,
    /// No answer was given.
    pub no_answer: &'static str,
    /// Label before the explanation.
    pub why: &'static str,
    /// Plays the seconds that teach it.
    pub rewatch: &'static str,
    /// To the completion code.
    pub to_completion: &'static str,
    /// Heading over earlier attempts.
    pub attempts: &'static str,
    /// The question is no longer in the pool.
    pub gone: &'static str,
    /// While the questions load.
    pub loading: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "セルフアセスメント",
    none: "この講習にセルフアセスメントはありません",
    none_advice: "すべての章を視聴すると、予習修了コードを作れます。",
    locked: "まだセルフアセスメントを受けられません",
    locked_advice: "すべての章を視聴すると受けられます。残っているのは次の章です。",
    cooling_down: "次のセルフアセスメントまで少しお待ちください",
    how: "時間の制限はありません。答えは選ぶたびに保存され、中断しても続きから再開できます。",
    start: "セルフアセスメントをはじめる",
    retake: "もう一度受ける",
    retake_advice: "問題は新しく選び直されます。間違えた問題の解説と場面を見てから受けると効果的です。",
    layout: "表示のしかた",
    one_by_one: "1問ずつ",
    all_at_once: "すべて表示",
    true_: "正しい",
    false_: "誤り",
    choose_all: "当てはまるものをすべて選んでください",
    choose_one: "1つ選んでください",
    clear: "答えを取り消す",
    previous: "前の問題",
    next: "次の問題",
    to_review: "解答を確かめる",
    review: "提出前の確認",
    answered: "解答済み",
    unanswered: "未解答",
    saved: "答えは自動保存されています",
    saving: "保存中…",
    not_saved: "答えをこの端末に保存できません",
    hand_in: "提出して採点する",
    hand_in_anyway: "未解答のまま提出する",
    back_to_questions: "問題に戻る",
    result: "結果",
    passed: "合格です",
    failed: "今回は合格点に届きませんでした",
    right: "正解",
    wrong: "不正解",
    your_answer: "あなたの答え",
    right_answer: "正しい答え",
    no_answer: "（未解答）",
    why: "解説",
    rewatch: "この場面を見る",
    to_completion: "予習修了コードへ進む",
    attempts: "これまでの結果",
    gone: "この問題は教材の更新で取り除かれました。",
    loading: "問題を読み込んでいます…",
};

/// English.
pub static EN: Words = Words {
    heading: "Self-assessment",
    none: "This course has no self-assessment",
    none_advice: "When all chapters are watched you can make your completion code.",
    locked: "The self-assessment is not open yet",
    locked_advice: "It opens when all chapters are watched. These are still missing:",
    cooling_down: "The next attempt opens soon",
    how: "There is no time limit. Every answer is saved as you choose it, and you can stop and go on at any time.",
    start: "Start the self-assessment",
    retake: "Take it again",
    retake_advice: "The questions are drawn anew. It helps to read the explanations and watch the passages first.",
    layout: "Show",
    one_by_one: "One at a time",
    all_at_once: "All on one page",
    true_: "True",
    false_: "False",
    choose_all: "Choose all that apply",
    choose_one: "Choose one",
    clear: "Take the answer back",
    previous: "Previous",
    next: "Next",
    to_review: "Review the answers",
    review: "Before you hand in",
    answered: "Answered",
    unanswered: "Not answered",
    saved: "Answers are saved as you go",
    saving: "Saving…",
    not_saved: "Answers cannot be saved on this device",
    hand_in: "Hand in and grade",
    hand_in_anyway: "Hand in with answers missing",
    back_to_questions: "Back to the questions",
    result: "Result",
    passed: "Passed",
    failed: "Not enough to pass this time",
    right: "Right",
    wrong: "Wrong",
    your_answer: "Your answer",
    right_answer: "Right answer",
    no_answer: "(none)",
    why: "Why",
    rewatch: "Watch this passage",
    to_completion: "On to the completion code",
    attempts: "Earlier results",
    gone: "This question was removed in an update of the course.",
    loading: "Loading the questions…",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How many questions and how many right answers pass.
pub fn rule(draw: u16, pass_percent: u8, language: Language) -> String {
    let least = least(draw, pass_percent);
    match language {
        Language::Ja => format!("{draw}問中{least}問以上の正解で合格です。"),
        Language::En => format!("{draw} questions; {least} right answers pass."),
    }
}

/// The least number of right answers that passes: a percentage is nothing one can count (R19).
fn least(total: u16, pass_percent: u8) -> u32 {
    (u32::from(total) * u32::from(pass_percent)).div_ceil(100)
}

/// How many questions are not answered yet.
pub fn unanswered(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("未解答が{count}問あります"),
        (Language::En, 1) => "1 question is not answered".into(),
        (Language::En, _) => format!("{count} questions are not answered"),
    }
}

/// A question's place in the attempt.
pub fn question(number: usize, of: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("問{number} / {of}"),
        Language::En => format!("Question {number} of {of}"),
    }
}

/// How many questions are answered.
pub fn answered(answered: usize, of: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{of}問中 {answered}問 解答済み"),
        Language::En => format!("{answered} of {of} answered"),
    }
}

/// A score and what would have passed.
pub fn score(correct: u16, total: u16, pass_percent: u8, language: Language) -> String {
    let score = format::questions(correct.into(), total.into(), language);
    let least = least(total, pass_percent);
    match language {
        Language::Ja => format!("{score} 正解（合格は{total}問中{least}問以上）"),
        Language::En => format!("{score} right ({least} of {total} pass)"),
    }
}

/// When the next attempt opens.
pub fn opens_at(time: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{time} から受けられます。その間に解説と場面を見直せます。"),
        Language::En => {
            format!("It opens at {time}. Meanwhile you can go through the explanations.")
        }
    }
}

/// The chapter and the seconds that teach a question.
pub fn passage(chapter: usize, from_ms: u64, to_ms: u64, language: Language) -> String {
    let (from, to) = (format::position(from_ms), format::position(to_ms));
    match language {
        Language::Ja => format!("第{chapter}章 {from}〜{to}"),
        Language::En => format!("Chapter {chapter}, {from}–{to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_in_questions_as_it_is_graded() {
        for (total, pass, expected) in
            [(10, 80, 8), (12, 80, 10), (3, 67, 3), (7, 100, 7), (5, 1, 1)]
        {
            assert_eq!(least(total, pass), expected, "{pass}% of {total}");
        }
        assert_eq!(score(7, 10, 80, Language::Ja), "7 / 10問 正解（合格は10問中8問以上）");
        assert_eq!(rule(10, 80, Language::Ja), "10問中8問以上の正解で合格です。");
    }
}
