//! Sentences of the catalogue's page.

use domain::catalog::{
    Purpose, SourceKind, SourcePreset, SpecialistCategory, SpecialistCredit, TrainingTag,
};
use domain::rules::Specialist;
use domain::search::Field;
use token::calendar::JstDate;

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Where the table shows only codes with content, and none has any.
    pub no_code_with_content: &'static str,
    /// Where no course counts for what is looked at.
    pub nothing_counts: &'static str,
    /// Below the field: what is searched.
    pub search_hint: &'static str,
    /// Button: empty the field.
    pub clear: &'static str,
    /// Heading over what was found.
    pub results: &'static str,
    /// What to do when nothing is found for words.
    pub nothing_advice: &'static str,
    /// Words were typed: numbers are found as well.
    pub number_advice: &'static str,
    /// A number was typed: words are found as well.
    pub words_advice: &'static str,
    /// Courses were found, and none of them has the code that was typed.
    pub not_of_code: &'static str,
    /// Link to the codes.
    pub to_codes: &'static str,
    /// The same, where courses without a code stand below them.
    pub to_codes_and_uncoded: &'static str,
    /// While the index loads.
    pub loading: &'static str,
    /// Nothing is found so far, and the captions are still on their way.
    pub still_searching: &'static str,
    /// What is said cannot be searched.
    pub transcripts_missing: &'static str,
    /// Button: load again.
    pub retry: &'static str,
    /// Name of the two lists, for screen readers.
    pub lists: &'static str,
    /// Name of the row of what courses count for besides.
    pub only: &'static str,
    /// Takes such a choice back.
    pub any: &'static str,
    /// Heading over the codes.
    pub codes: &'static str,
    /// Column.
    pub code_column: &'static str,
    /// Column.
    pub name_column: &'static str,
    /// Column, and the link in it.
    pub content_column: &'static str,
    /// A code without content.
    pub no_content: &'static str,
    /// Mark of a name that the source does not print.
    pub unconfirmed: &'static str,
    /// What the mark means.
    pub unconfirmed_note: &'static str,
    /// Shows only codes with content.
    pub with_content: &'static str,
    /// Heading over courses without codes.
    pub without_code: &'static str,
    /// Above the code and its name.
    pub of_code: &'static str,
    /// Link back to the codes.
    pub back: &'static str,
    /// A code of which there is nothing.
    pub code_empty: &'static str,
    /// What to do then.
    pub code_empty_advice: &'static str,
    /// Column: units.
    pub units_column: &'static str,
    /// Link to the course.
    pub take: &'static str,
    /// Mark: credit for members of the JMA alone.
    pub members: &'static str,
    /// Button.
    pub print: &'static str,
    /// The catalogue's file has no code table.
    pub no_codes: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "講習をさがす",
    search: "さがす言葉",
    search_hint: "題名、CC、話題、字幕などからさがします。空白で区切ると、すべてを含む講習だけになります。",
    clear: "消す",
    results: "見つかった講習",
    nothing_advice: "言葉を短くする、漢字とひらがなを替える、区切った言葉を減らす、のどれかをお試しください。",
    number_advice: "CC（カリキュラムコード）の番号でもさがせます。",
    words_advice: "番号のほか、題名や話題などの言葉でもさがせます。",
    not_of_code: "下の講習は、このCCの対象ではありません。",
    to_codes: "CCの一覧を見る",
    to_codes_and_uncoded: "CCの一覧と、CCのない講習を見る",
    loading: "読み込んでいます…",
    still_searching: "字幕をさがしています…",
    transcripts_missing: "字幕の検索データを読み込めないため、題名や話題だけからさがしています。",
    retry: "もう一度読み込む",
    lists: "単位・CCの種類",
    only: "対象になる研修",
    any: "すべて",
    codes: "CCからコンテンツを選ぶ",
    code_column: "CC",
    name_column: "名称",
    content_column: "コンテンツ一覧",
    no_content: "なし",
    unconfirmed: "（未確認）",
    no_code_with_content: "コンテンツのあるCCは、この一覧にはまだありません。",
    nothing_counts: "今受講して対象になる講習は、まだありません。",
    unconfirmed_note: "「未確認」の名称は、案内資料に載っていない一般に公開されている名称です。",
    with_content: "コンテンツのあるCCだけを表示",
    without_code: "CCのない講習",
    of_code: "対象カリキュラムコード",
    back: "一覧へ戻る",
    code_empty: "このCCのコンテンツはまだありません",
    code_empty_advice: "一覧へ戻って別のCCを選ぶか、言葉でさがしてください。",
    units_column: "単位数",
    take: "受講する",
    members: "単位は日医会員のみ",
    print: "この一覧を印刷",
    no_codes: "このサイトにはカリキュラムコード表がありません。",
};

/// English.
pub static EN: Words = Words {
    heading: "Find a course",
    search: "Words to find",
    search_hint: "Titles, codes, topics, captions and more. Several words: only courses with all of them.",
    clear: "Clear",
    results: "Courses found",
    nothing_advice: "Try a shorter word, another word for it, or fewer words. Many courses are in Japanese: a Japanese word may find more.",
    number_advice: "Curriculum codes can be searched by number, too.",
    words_advice: "Besides numbers, words of titles, topics and the like can be searched.",
    not_of_code: "The courses below do not count for this code.",
    to_codes: "See the codes",
    to_codes_and_uncoded: "See the codes, and the courses without one",
    loading: "Loading…",
    still_searching: "Searching the captions…",
    transcripts_missing: "The captions cannot be searched just now; only titles, topics and the like are.",
    retry: "Load again",
    lists: "Kind of units",
    only: "Counts as",
    any: "All",
    codes: "Choose by curriculum code",
    code_column: "Code",
    name_column: "Name",
    content_column: "Content",
    no_content: "None",
    unconfirmed: "(unconfirmed)",
    no_code_with_content: "No code in this list has content yet.",
    nothing_counts: "No course taken now would count for this yet.",
    unconfirmed_note: "Names marked “unconfirmed” are as commonly published; the source document does not print them.",
    with_content: "Only codes with content",
    without_code: "Courses without a code",
    of_code: "Curriculum code",
    back: "Back to the list",
    code_empty: "There is no content for this code yet",
    code_empty_advice: "Go back and choose another code, or search by words.",
    units_column: "Units",
    take: "Open the course",
    members: "Credit for JMA members only",
    print: "Print this list",
    no_codes: "This site has no table of curriculum codes.",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The name of a list (R10).
pub fn preset(preset: SourcePreset, language: Language) -> &'static str {
    match (preset, language) {
        (SourcePreset::All, Language::Ja) => "全単位・CC",
        (SourcePreset::Lectures, Language::Ja) => "生涯教育講座・協力講座",
        (SourcePreset::All, Language::En) => "All units and codes",
        (SourcePreset::Lectures, Language::En) => "JMA and partner lectures",
    }
}

/// What kind of source a course is (R10, R14).
pub fn source(kind: SourceKind, language: Language) -> &'static str {
    match (kind, language) {
        (SourceKind::CmeLecture, Language::Ja) => "生涯教育講座",
        (SourceKind::PartnerLecture, Language::Ja) => "インターネット生涯教育協力講座",
        (SourceKind::Journal, Language::Ja) => "「日医雑誌」問題解答",
        (SourceKind::Radio, Language::Ja) => "ラジオNIKKEI「医学講座」",
        (SourceKind::JournalOnline, Language::Ja) => "日医雑誌オンライン",
        (SourceKind::Other, Language::Ja) => "その他の講習",
        (SourceKind::CmeLecture, Language::En) => "JMA continuing education lecture",
        (SourceKind::PartnerLecture, Language::En) => "Partner lecture on the internet",
        (SourceKind::Journal, Language::En) => "JMA journal questions",
        (SourceKind::Radio, Language::En) => "Radio NIKKEI medical lecture",
        (SourceKind::JournalOnline, Language::En) => "JMA journal online",
        (SourceKind::Other, Language::En) => "Other courses",
    }
}

/// What courses may count for (R22, R23).
pub fn only(only: Purpose, language: Language) -> &'static str {
    match (only, language) {
        (Purpose::Specialist, Language::Ja) => "専門医共通講習",
        (Purpose::Specialist, Language::En) => "Common course for specialists",
        (Purpose::Training(tag), language) => training(tag, language),
    }
}

/// A training of the medical fee schedule (R23).
pub fn training(tag: TrainingTag, language: Language) -> &'static str {
    match (tag, language) {
        (TrainingTag::PsychotropicLongTerm, Language::Ja) => "向精神薬長期処方の研修要件",
        (TrainingTag::ChronicDiseaseGuidance, Language::Ja) => "慢性疾患の指導に係る適切な研修",
        (TrainingTag::PsychotropicLongTerm, Language::En) => {
            "Long-term prescription of psychotropics"
        }
        (TrainingTag::ChronicDiseaseGuidance, Language::En) => "Guidance in chronic diseases",
    }
}

/// What such a choice means, below the row.
pub fn only_note(only: Purpose, from: Option<JstDate>, language: Language) -> String {
    match (only, from, language) {
        (Purpose::Specialist, Some(from), Language::Ja) => format!(
            "専門医共通講習の単位は、{}以降に受講した場合だけ対象になります。",
            format::jst_date(from, true, language)
        ),
        (Purpose::Specialist, Some(from), Language::En) => format!(
            "They count as common courses for specialists when taken on {} or later.",
            format::jst_date(from, true, language)
        ),
        (Purpose::Specialist, None, Language::Ja) => {
            "専門医共通講習の対象になる講習です。対象の時期は主催者にお確かめください。".into()
        }
        (Purpose::Specialist, None, Language::En) => {
            "Courses for specialists. Please ask the organiser from when on they count.".into()
        }
        (Purpose::Training(TrainingTag::PsychotropicLongTerm), _, Language::Ja) => {
            "診療報酬の、向精神薬長期処方の研修要件に関わる講習です。".into()
        }
        (Purpose::Training(TrainingTag::ChronicDiseaseGuidance), _, Language::Ja) => {
            "診療報酬の地域包括診療加算・地域包括診療料にある「慢性疾患の指導に係る適切な研修」に関わる講習です。".into()
        }
        (Purpose::Training(TrainingTag::PsychotropicLongTerm), _, Language::En) => {
            "Courses for the training that the fee schedule asks for long-term prescription of psychotropics.".into()
        }
        (Purpose::Training(TrainingTag::ChronicDiseaseGuidance), _, Language::En) => {
            "Courses for the “suitable training in guiding chronic diseases” of the fee schedule.".into()
        }
    }
}

/// The category of 専門医共通講習 and its units (R22).
fn specialist(category: &SpecialistCategory, units_tenths: u16, language: Language) -> String {
    let category = match (category, language) {
        (SpecialistCategory::MedicalEthics, Language::Ja) => "医療倫理",
        (SpecialistCategory::MedicalSafety, Language::Ja) => "医療安全",
        (SpecialistCategory::InfectionControl, Language::Ja) => "感染対策",
        (SpecialistCategory::MedicalEthics, Language::En) => "medical ethics",
        (SpecialistCategory::MedicalSafety, Language::En) => "medical safety",
        (SpecialistCategory::InfectionControl, Language::En) => "infection control",
        (SpecialistCategory::Named(name), _) => name,
    };
    let units = format::units(units_tenths, language);
    match language {
        Language::Ja => format!("専門医共通講習「{category}」{units}"),
        Language::En => format!("Specialists: {category}, {units}"),
    }
}

/// The same, with the day from which on it counts where that is still to come (R22).
pub fn specialist_from(
    credit: &SpecialistCredit,
    rule: Option<&Specialist>,
    today: JstDate,
    language: Language,
) -> String {
    let what = specialist(&credit.category, credit.units_tenths, language);
    let Some(later) = rule.filter(|rule| !rule.counts(today)) else { return what };
    let from = format::jst_date(later.from, true, language);
    match language {
        Language::Ja => format!("{what}（{from}以降の受講）"),
        Language::En => format!("{what}, taken on {from} or later"),
    }
}

/// Button below a list that shows its first rows: how many it leaves out.
pub fn more(left: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("続きを表示（残り{left}件）"),
        Language::En => format!("Show more ({left} left)"),
    }
}

/// How many courses there are.
pub fn courses(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}件"),
        (Language::En, 1) => "1 course".into(),
        (Language::En, _) => format!("{count} courses"),
    }
}

/// How many courses were found.
pub fn found(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{count}件の講習が見つかりました"),
        Language::En => format!("{} found", courses(count, language)),
    }
}

/// Nothing was found for what was typed.
pub fn nothing(typed: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("「{typed}」が見つかる講習はありません"),
        Language::En => format!("No course has “{typed}”"),
    }
}

/// What to do when nothing is found for words.
pub fn advice(language: Language) -> String {
    let Words { nothing_advice, number_advice, .. } = words(language);
    match language {
        Language::Ja => format!("{nothing_advice}{number_advice}"),
        Language::En => format!("{nothing_advice} {number_advice}"),
    }
}

/// No course has a code: the words before the code with its name, and those after.
pub fn without_course(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Ja => ("", " の講習は、この一覧にはまだありません。"),
        Language::En => ("In this list there is no course yet for ", "."),
    }
}

/// So many more codes are meant that have no course.
pub fn others_without(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("講習のないCCが、ほかに{count}件あてはまります。"),
        (Language::En, 1) => "One more code without a course fits.".into(),
        (Language::En, _) => format!("{count} more codes without a course fit."),
    }
}

/// Without the choice of a list there would be so many.
pub fn elsewhere(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("しぼり込みをやめると {count}件 見つかります"),
        Language::En => format!("Without the filter there are {}", courses(count, language)),
    }
}

/// The link to a code's content.
pub fn content_of(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("コンテンツ一覧（{count}）"),
        Language::En => format!("Content ({count})"),
    }
}

/// A code that no table has.
pub fn unknown_code(code: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("CC {code} はコード表にありません"),
        Language::En => format!("There is no code {code} in the table"),
    }
}

/// Where a word was found.
pub fn field(field: Field, language: Language) -> &'static str {
    match (field, language) {
        (Field::Organiser, Language::Ja) => "企画",
        (Field::Summary, Language::Ja) => "紹介",
        (Field::Topic, Language::Ja) => "章・話題",
        (Field::CodeName, Language::Ja) => "CCの名称",
        (Field::Keyword, Language::Ja) => "キーワード",
        (Field::Code, Language::Ja) => "CC",
        (Field::Title, Language::Ja) => "題名",
        (Field::Organiser, Language::En) => "Organiser",
        (Field::Summary, Language::En) => "Summary",
        (Field::Topic, Language::En) => "Chapters and topics",
        (Field::CodeName, Language::En) => "Name of the code",
        (Field::Keyword, Language::En) => "Keyword",
        (Field::Code, Language::En) => "Code",
        (Field::Title, Language::En) => "Title",
    }
}

/// The link to the second of a chapter at which a word is said.
pub fn said_at(chapter: usize, second: u32, language: Language) -> String {
    let position = format::position(u64::from(second) * 1000);
    match language {
        Language::Ja => format!("第{chapter}章 {position} から見る"),
        Language::En => format!("Watch chapter {chapter} from {position}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_of_specialists_is_told() {
        let from = "2019-12-01".parse().ok();
        let note = only_note(Purpose::Specialist, from, Language::Ja);
        assert!(note.contains("2019") && note.contains("12"), "{note}");
    }
}
