//! What other programs' fields and kinds are called in plain words.

use crate::language::Language;

/// Fields of other programs by their names in a file: in Japanese and in English.
const FIELDS: [(&str, &str, &str); 21] = [
    ("feedback", "解答ごとの解説", "feedback on single answers"),
    ("modalFeedback", "解答ごとの解説", "feedback on single answers"),
    ("feedbackInline", "解答ごとの解説", "feedback on single answers"),
    ("feedbackBlock", "解答ごとの解説", "feedback on single answers"),
    ("correctfeedback", "正解のときの言葉", "words for who is right"),
    ("partiallycorrectfeedback", "一部正解のときの言葉", "words for who is partly right"),
    ("incorrectfeedback", "不正解のときの言葉", "words for who is wrong"),
    ("shownumcorrect", "正解の数の表示", "the number of right ones shown"),
    ("defaultgrade", "配点", "points"),
    ("penalty", "減点", "taking points off"),
    ("hint", "ヒント", "hints"),
    ("tag", "タグ", "tags"),
    ("tags", "タグ", "tags"),
    ("unit", "ほかの単位", "other units"),
    ("unitgradingtype", "単位の採点", "marks for the unit"),
    ("unitpenalty", "単位の減点", "points taken off for the unit"),
    ("answernumbering", "選択肢の番号の形", "the numbering of choices"),
    ("showstandardinstruction", "決まった指示文の表示", "the standard instruction"),
    ("hidden", "問題を隠す設定", "hiding the question"),
    ("rubricBlock", "採点などの説明", "notes for markers"),
    ("stylesheet", "見た目の指定", "style"),
];

/// Kinds of question that have no place here, by their names in a file.
const KINDS: [(&str, &str, &str); 14] = [
    ("essay", "記述式", "essay"),
    ("extendedTextInteraction", "記述式", "essay"),
    ("shortanswer", "短い言葉で答える形", "short answer"),
    ("cloze", "穴埋め", "cloze"),
    ("multianswer", "穴埋め", "cloze"),
    ("gapselect", "穴埋め", "cloze"),
    ("inlineChoiceInteraction", "穴埋め", "cloze"),
    ("gapMatchInteraction", "穴埋め", "cloze"),
    ("ddwtos", "穴埋め", "cloze"),
    ("calculated", "計算式", "calculated"),
    ("template", "毎回ちがう値になる形", "values that change"),
    ("adaptive", "答えによって変わる形", "changes with the answers"),
    ("several interactions", "一度に二つ以上を尋ねる形", "asks several things at once"),
    ("uploadInteraction", "ファイルを出す形", "handing in a file"),
];

/// What a field is called, with its name in the file; of one that is not known, that name.
pub(super) fn field(name: &str, language: Language) -> String {
    called(&FIELDS, name, language).unwrap_or_else(|| quoted(name, language))
}

/// What a kind is called, with its name in the file.
pub(super) fn kind(name: &str, language: Language) -> String {
    called(&KINDS, name, language).unwrap_or_else(|| quoted(name, language))
}

fn called(
    table: &[(&str, &'static str, &'static str)],
    name: &str,
    language: Language,
) -> Option<String> {
    let (_, ja, en) = table.iter().find(|(known, ..)| *known == name)?;
    Some(match language {
        Language::Ja => format!("{ja}（{name}）"),
        Language::En => format!("{en} (`{name}`)"),
    })
}

fn quoted(name: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("「{name}」"),
        Language::En => format!("`{name}`"),
    }
}

/// A field of a question of Yoshu that another form cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its topic.
    Topic,
    /// The seconds that teach it.
    Teaches,
    /// The seconds it is about.
    Scene,
    /// What its number counts.
    Unit,
    /// The right place in words.
    Region,
    /// All that is written in English.
    English,
}

impl Field {
    pub(super) fn words(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Topic => ("話題（topic）", "the topic (`topic`)"),
            Self::Teaches => ("見直す場面（teaches）", "the seconds to see again (`teaches`)"),
            Self::Scene => ("先に見せる場面（scene）", "the scene that comes first (`scene`)"),
            Self::Unit => ("数の単位（unit）", "the unit of the number (`unit`)"),
            Self::Region => ("正しい場所の言葉（region）", "the right place in words (`region`)"),
            Self::English => ("英語の文", "the English texts"),
        };
        language.pick(ja, en)
    }
}

/// A kind of question of Yoshu that another form cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unwritable {
    /// An order.
    Order,
    /// A place in a picture.
    Hotspot,
}

impl Unwritable {
    pub(super) fn words(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Order => ("並べ替え（order）", "an order (`order`)"),
            Self::Hotspot => ("図の場所（hotspot）", "a place in a picture (`hotspot`)"),
        };
        language.pick(ja, en)
    }
}
