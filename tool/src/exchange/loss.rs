//! What a question loses on its way from or to another program.

use super::naming::{self, Field, Unwritable};
use crate::language::Language;

/// The kind of an item that says something and asks for nothing.
pub(super) const DESCRIPTION: &str = "description";

/// What was lost or altered on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// A field for which there is no place.
    Dropped(String),
    /// The question is left out: there is no such kind here.
    LeftOut(String),
    /// The question is left out: it, or one of its answers, has no words.
    NoText,
    /// Parts of a point are not given: right is all of it.
    PartialCredit,
    /// Mark-up of a text is not kept.
    Markup(String),
    /// A picture in a text is not kept.
    Picture(String),
    /// Choices are always shown in another order each time.
    AlwaysShuffled,
    /// A gap in the middle of a sentence stands as a line.
    Gap,
    /// Of several right numbers only the first is kept.
    OneNumber,
    /// The same answer several times, or several right ones where one is asked: all of them are asked for.
    SeveralRight,
    /// The file gives no reason; one must be written.
    NoReason,
    /// The file does not say the right place in words, or what the picture shows; they must be written.
    NoWords,
    /// The name became an id.
    Id {
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// Another question has this id already.
    IdTaken {
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// The text was not UTF-8 and was read in this encoding.
    Encoding(&'static str),
    /// A number has more decimals than the three that are counted here.
    Rounded {
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// The topic is not one of the course's, and the one that was asked for took its place.
    Topic {
        /// What it was.
        from: String,
        /// What it is.
        to: String,
    },
    /// Some of the choices, items or pairs have English and some do not: none is kept.
    HalfEnglish,
    /// The picture does not lie beside the file: that of the course under this name is taken.
    CoursePicture(String),
    /// Rules of its own by which an item is scored.
    Scoring,
    /// Places in a picture, rounded to its whole pixels.
    Pixels,
    /// An arrow in an answer, which would make a pair of it.
    Arrow,
    /// A field that the form cannot hold.
    FieldUnwritable(Field),
    /// The question is not handed over: the form has no such kind.
    KindUnwritable(Unwritable),
    /// A column of a table that its question has no use for.
    Column(String),
    /// What belongs to nothing in a question that joins pairs.
    Unpaired(String),
    /// What a category stands in; its own name is the topic.
    Category(String),
    /// A document that comes along with questions and holds none.
    Beside(String),
}

impl Loss {
    /// Whether the question is not there at all.
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        matches!(self, Self::LeftOut(_) | Self::NoText | Self::KindUnwritable(_))
    }

    /// What happened.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (ja, en) = match self {
            Self::Dropped(field) => (
                format!("{}は取り込めません", naming::field(field, Language::Ja)),
                format!("{}: no place here", naming::field(field, Language::En)),
            ),
            Self::LeftOut(kind) if kind == DESCRIPTION => (
                "説明だけで答えるところがないので、取り込みませんでした".into(),
                "left out: it asks for no answer".into(),
            ),
            Self::LeftOut(kind) => (
                format!(
                    "{}の問題は Yoshu にないので、取り込みませんでした",
                    naming::kind(kind, Language::Ja)
                ),
                format!(
                    "left out: no question of this kind here: {}",
                    naming::kind(kind, Language::En)
                ),
            ),
            Self::NoText => (
                "問題文か選択肢に文字がない（図だけなど）ので、取り込みませんでした".into(),
                "left out: the question or one of its answers has no words (but a picture, perhaps)"
                    .into(),
            ),
            Self::PartialCredit => (
                "部分点はなくなり、すべて合っているときだけ正解になります".into(),
                "no part of a point is given: right is all of it".into(),
            ),
            Self::Markup(tag) => (
                format!("文字の飾り（{tag}）は外しました"),
                format!("the mark-up ({tag}) was taken off"),
            ),
            Self::Picture(name) => (
                format!("文中の図「{name}」は入りません。必要なら image で足してください"),
                format!(
                    "the picture {name} in the text is not kept; add it as `image` if it is needed"
                ),
            ),
            Self::AlwaysShuffled => (
                "選択肢の順は毎回かわります（順を固定する設定はありません）".into(),
                "choices are shown in a new order each time; there is no fixed order".into(),
            ),
            Self::Gap => (
                "文の途中の空所は「＿＿＿」にしました".into(),
                "the gap in the sentence stands as a line".into(),
            ),
            Self::OneNumber => (
                "正解の数が複数あり、最初の一つだけにしました".into(),
                "of several right numbers the first is kept".into(),
            ),
            Self::SeveralRight => (
                "正解が複数あり、「すべて選ぶ」問題にしました".into(),
                "several answers are right: it became a question that asks for all of them".into(),
            ),
            Self::NoReason => (
                "解説がありません。why.ja を書いてください".into(),
                "there is no reason: write why.ja".into(),
            ),
            Self::NoWords => (
                "図の説明か、正しい場所の言葉がありません。alt.ja と region.ja を書いてください"
                    .into(),
                "the picture or the right place is not put into words: write alt.ja and region.ja"
                    .into(),
            ),
            Self::Id { from, to } if from.is_empty() => (
                format!("名前がないので、id は「{to}」になりました"),
                format!("it has no name: its id is `{to}`"),
            ),
            Self::Id { from, to } => (
                format!("名前「{from}」は id「{to}」になりました"),
                format!("the name `{from}` became the id `{to}`"),
            ),
            Self::IdTaken { from, to } => (
                format!(
                    "id「{from}」は内容のちがう別の問題が使っているので、「{to}」になりました。直した問題なら、古いほうを消してください"
                ),
                format!(
                    "another question with other contents has the id `{from}`: this one became `{to}`; if it is that one amended, take the old one out"
                ),
            ),
            Self::Encoding(name) => (
                format!("文字コードが UTF-8 でないので、{name} として読みました"),
                format!("the text is not UTF-8 and was read as {name}"),
            ),
            Self::Rounded { from, to } => (
                format!("数「{from}」は {to} になりました（小数点以下は3桁まで）"),
                format!("the number {from} became {to}: there are three decimals at most"),
            ),
            Self::Topic { from, to } => (
                format!("話題「{from}」は講習にないので「{to}」になりました"),
                format!("the topic `{from}` is not the course's and became `{to}`"),
            ),
            Self::HalfEnglish => (
                "英語のない選択肢や項目があるので、その問題の選択肢の英語は入れませんでした".into(),
                "some choices, items or pairs have no English: that of the others was not kept"
                    .into(),
            ),
            Self::CoursePicture(name) => (
                format!(
                    "図「{name}」はファイルの隣にないので、講習にある同じ名前の図を使います。同じ図か確かめてください"
                ),
                format!(
                    "the picture {name} is not beside the file: the course's own of that name is used; see whether it is the same"
                ),
            ),
            Self::Scoring => (
                "独自の採点規則は入りません。正解として示されたものだけが正解になります".into(),
                "rules of its own for scoring are not kept: right is what is declared as right"
                    .into(),
            ),
            Self::Pixels => (
                "図の中の正しい場所は、画素に合わせて丸めました（わずかにずれます）".into(),
                "the right places in the picture were rounded to its whole pixels".into(),
            ),
            Self::Arrow => {
                ("答えの「->」は「→」にしました".into(), "the `->` in an answer became `→`".into())
            }
            Self::FieldUnwritable(field) => (
                format!("{}は、この形式では書き出せません", field.words(Language::Ja)),
                format!("{} cannot be written in this form", field.words(Language::En)),
            ),
            Self::KindUnwritable(kind) => (
                format!("{}の問題は、この形式では書き出せません", kind.words(Language::Ja)),
                format!("left out: {} cannot be written in this form", kind.words(Language::En)),
            ),
            Self::Column(name) => (
                format!("列「{name}」は、この問題には使わないので取り込みません"),
                format!("the column `{name}` has no use here"),
            ),
            Self::Unpaired(words) => (
                format!("相手のない答え「{words}」は取り込めません（左と右は同じ数です）"),
                format!("the answer `{words}` without a partner has no place here"),
            ),
            Self::Category(path) => (
                format!("分類「{path}」は使わず、その下の名前だけを話題にします"),
                format!("of the category only the last part is the topic, not `{path}`"),
            ),
            Self::Beside(name) => (
                format!("問題のファイルではない（{name}）ので、読みとばしました"),
                format!("no file of questions ({name}): passed over"),
            ),
        };
        language.pick(&ja, &en).to_string()
    }
}

/// A loss at its line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Line in the file, from 1.
    pub line: u32,
    /// What was lost.
    pub loss: Loss,
}

/// Notes remarks while a file is read.
#[derive(Debug, Default)]
pub struct Remarks(Vec<Remark>);

impl Remarks {
    /// Notes one.
    pub fn add(&mut self, line: u32, loss: Loss) {
        self.0.push(Remark { line, loss });
    }

    /// How many questions are not there at all. A file may have many on one line.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.0.iter().filter(|remark| remark.loss.is_left_out()).count()
    }

    /// Forgets what would have to be written for the question on this line: it does not come in.
    pub fn forget_unwritten(&mut self, line: u32) {
        let is_unwritten = |loss: &Loss| matches!(loss, Loss::NoReason | Loss::NoWords);
        self.0.retain(|remark| remark.line != line || !is_unwritten(&remark.loss));
    }

    /// Adds those of others.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// All of them by line, each once.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Remark> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
