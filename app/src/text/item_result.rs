//! Sentences about the anonymous item results.

use super::Language;

/// Fixed sentences.
pub struct Words {
    /// Heading.
    pub heading: &'static str,
    /// What it is for, and that nothing is sent.
    pub purpose: &'static str,
    /// Heading over what is in the file.
    pub holds: &'static str,
    /// What is in the file.
    pub held: &'static [&'static str],
    /// What is not in it.
    pub not_held: &'static str,
    /// That one might be recognised all the same.
    pub caution_title: &'static str,
    /// By what one might be recognised all the same.
    pub caution: &'static str,
    /// Nothing was handed in yet.
    pub none: &'static str,
    /// Opens the file as it is.
    pub preview: &'static str,
    /// Button: saves the file.
    pub save: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "問題の改善に協力する（匿名の解答結果を書き出す）",
    purpose: "難しすぎる問題や紛らわしい選択肢を、主催者が見つけて直すためのファイルです。講習ごとに1つのファイルをこの端末に保存します。自動では送られません。渡すかどうかは、中身を見てからご自分で決められます。",
    holds: "ファイルに入るもの",
    held: &[
        "講習の番号と教材の版",
        "提出した回ごとに、それが最初の回かどうか",
        "出された問題の番号と、正解・不正解・未解答の別",
        "選択式の問題で選んだ選択肢",
    ],
    not_held: "氏名などのプロフィール、日時、端末や受験の番号、予習修了コード、入力した文字や数は入りません。",
    caution_title: "あなたの結果だと分かることもあります",
    caution: "名前がなくても、解答の組み合わせが手がかりになります。たとえば、予習修了コードに間違えた問題が入っていて、そのコードを見た人がこのファイルも見る場合や、受講者がごく少ない場合に、分かることがあります。気になるときは渡さないでください。渡さなくても、修了には影響しません。",
    none: "書き出せる結果は、まだありません。セルフアセスメントを提出すると、ここに現れます。",
    preview: "ファイルの中身を見る",
    save: "解答結果を書き出す",
};

/// English.
pub static EN: Words = Words {
    heading: "Help to improve the questions (export anonymous item results)",
    purpose: "With this file an organiser finds questions that are too hard and choices that mislead. One file a course is saved on this device. Nothing is sent by itself: look at what it holds, then decide whether to hand it on.",
    holds: "What the file holds",
    held: &[
        "The course’s id and version",
        "For each attempt handed in, whether it was the first",
        "The ids of the questions asked, and whether each was answered right, wrong or not at all",
        "Which choices were taken, where there were choices",
    ],
    not_held: "Your name and profile, dates and times, ids of the device or the attempt, completion codes, and whatever you typed are not in it.",
    caution_title: "It may still be recognised as yours",
    caution: "Even without a name, a set of answers may be recognised as yours: by somebody who also sees your completion code when it names the questions you missed, or where very few people take the course. If that worries you, do not hand the file on. Your completion does not depend on it.",
    none: "There is nothing to export yet. Hand in a self-assessment, and it appears here.",
    preview: "See what is in the file",
    save: "Export item results",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How much there is of a course.
pub fn amount(attempts: usize, items: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{attempts}回分、のべ{items}問"),
        Language::En => {
            let plural = |count| if count == 1 { "" } else { "s" };
            format!("{attempts} attempt{}, {items} answer{}", plural(attempts), plural(items))
        }
    }
}

/// The name of a button or a preview with the course it is for.
pub fn of_course(what: &str, title: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{what}：{title}"),
        Language::En => format!("{what}: {title}"),
    }
}
