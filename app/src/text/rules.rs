//! Sentences of the pages that show the rule tables.

mod words;

use domain::rules::{
    DetailKind, LiveOnline, Practical, Receives, RetrainingDuty, StatementKind, TableKind,
};

pub use words::{Words, words};

use super::{Language, format};

/// Heading over the tables of a kind.
pub fn kind(kind: TableKind, language: Language) -> &'static str {
    match (kind, language) {
        (TableKind::Training, Language::Ja) => "消防の応急手当講習",
        (TableKind::Training, Language::En) => "First-aid courses of the fire service",
        (TableKind::Als, Language::Ja) => "二次救命処置（ALS）研修",
        (TableKind::Als, Language::En) => "Advanced life support (ALS)",
        (TableKind::Codes, Language::Ja) => "カリキュラムコード",
        (TableKind::Codes, Language::En) => "Curriculum codes",
        (TableKind::Earning, Language::Ja) => "生涯教育の単位",
        (TableKind::Earning, Language::En) => "Continuing education credit",
        (TableKind::Hours, Language::Ja) => "時間数の定め",
        (TableKind::Hours, Language::En) => "Hours by subject",
        (TableKind::Associations, Language::Ja) => "連絡先",
        (TableKind::Associations, Language::En) => "Contacts",
        (TableKind::Documents, Language::Ja) => "書類",
        (TableKind::Documents, Language::En) => "Documents",
        (TableKind::Estimate, Language::Ja) => "Yoshu の見積もり（規則ではありません）",
        (TableKind::Estimate, Language::En) => "Yoshu's own estimates (no regulation)",
    }
}

/// Heading over the statements of a kind.
pub fn statement_kind(kind: StatementKind, language: Language) -> &'static str {
    match (kind, language) {
        (StatementKind::Goal, Language::Ja) => "到達目標",
        (StatementKind::Goal, Language::En) => "Goals",
        (StatementKind::Conduct, Language::Ja) => "標準的な実施要領",
        (StatementKind::Conduct, Language::En) => "Standard conduct",
        (StatementKind::Note, Language::Ja) => "備考",
        (StatementKind::Note, Language::En) => "Notes",
        (StatementKind::Rule, Language::Ja) => "規則",
        (StatementKind::Rule, Language::En) => "Rules",
        (StatementKind::Public, Language::Ja) => "公開ページによるもの（要確認）",
        (StatementKind::Public, Language::En) => "From public pages (to be confirmed)",
        (StatementKind::Reading, Language::Ja) => "出典にはない、Yoshu の読み",
        (StatementKind::Reading, Language::En) => "Yoshu’s own reading, not in the source",
    }
}

/// What an e-learning does about a 細目.
pub fn detail_kind(kind: DetailKind, language: Language) -> &'static str {
    match (kind, language) {
        (DetailKind::Lecture, Language::Ja) => "座学",
        (DetailKind::Lecture, Language::En) => "Lecture",
        (DetailKind::ExtendedLecture, Language::Ja) => "座学（長いほうの分け方のとき）",
        (DetailKind::ExtendedLecture, Language::En) => "Lecture (of the longer division)",
        (DetailKind::Practical, Language::Ja) => "実技",
        (DetailKind::Practical, Language::En) => "Practical",
        (DetailKind::Exam, Language::Ja) => "試験",
        (DetailKind::Exam, Language::En) => "Examination",
    }
}

/// What may be held live online.
pub fn live(live: LiveOnline, language: Language) -> &'static str {
    match (live, language) {
        (LiveOnline::None, Language::Ja) => "定めがありません",
        (LiveOnline::None, Language::En) => "The source does not say",
        (LiveOnline::Lecture, Language::Ja) => "座学に使えます",
        (LiveOnline::Lecture, Language::En) => "The lecture may be",
        (LiveOnline::LectureAndPractical, Language::Ja) => "座学にも実技にも使えます",
        (LiveOnline::LectureAndPractical, Language::En) => "Lecture and practical may be",
        (LiveOnline::All, Language::Ja) => "講習全般に使えます",
        (LiveOnline::All, Language::En) => "All of it may be",
    }
}

/// The name of the practical part.
pub fn practical(practical: Practical, language: Language) -> &'static str {
    match practical {
        Practical::FaceToFace => words(language).inperson_part,
        Practical::FaceToFaceOrLive => words(language).inperson_or_live_part,
    }
}

/// Months from the lecture to the practical.
pub fn window(months: u16, language: Language) -> String {
    match (language, months) {
        (Language::Ja, _) => format!("おおむね{months}か月以内"),
        (Language::En, 1) => "About one month".into(),
        (Language::En, _) => format!("About {months} months"),
    }
}

/// The last day for the practical.
pub fn last_day(date: &str, grace_days: u16, language: Language) -> String {
    match language {
        Language::Ja => format!("{date}まで。そのあと{grace_days}日は、指導者の判断によります。"),
        Language::En => {
            format!("Until {date}; for {grace_days} more days the instructor decides.")
        }
    }
}

/// The least share of an examination.
pub fn exam(percent: u8, language: Language) -> String {
    match language {
        Language::Ja => format!("筆記と実技。原則として{percent}%以上が合格の目安"),
        Language::En => format!("Written and practical; as a rule {percent}% or more passes"),
    }
}

/// Years to the next course.
pub fn retraining(from: u16, to: u16, duty: RetrainingDuty, language: Language) -> String {
    let duty = match (duty, language) {
        (RetrainingDuty::Advised, Language::Ja) => "受講するよう指導",
        (RetrainingDuty::Advised, Language::En) => "learners are advised to take it",
        (RetrainingDuty::Required, Language::Ja) => "受講すること",
        (RetrainingDuty::Required, Language::En) => "learners take it",
        (RetrainingDuty::AdvisedIfExpectedToRespond, Language::Ja) => {
            "応急の対応が期待される人に、受講するよう指導"
        }
        (RetrainingDuty::AdvisedIfExpectedToRespond, Language::En) => {
            "advised to those expected to respond"
        }
    };
    match language {
        Language::Ja => format!("{from}〜{to}年ごと（{duty}）"),
        Language::En => format!("Every {from} to {to} years ({duty})"),
    }
}

/// 1クラス, 資器材一式, 指導者1名.
pub fn ratios(class: u16, per_set: u16, per_instructor: u16, language: Language) -> String {
    match language {
        Language::Ja => format!(
            "1クラス{class}名程度。資器材一式に{per_set}名以内、指導者1名に{per_instructor}名以内"
        ),
        Language::En => format!(
            "About {class} in a class, at most {per_set} to a set of equipment and {per_instructor} to an instructor"
        ),
    }
}

/// What a class of so many needs.
pub fn class_needs(instructors: u16, sets: u16, language: Language) -> String {
    match language {
        Language::Ja => format!("指導者{instructors}名以上、資器材{sets}式以上"),
        Language::En => format!("At least {instructors} instructors and {sets} sets of equipment"),
    }
}

/// How many groups.
pub fn group_count(least: u16, most: u16, fits: bool, language: Language) -> String {
    let range = if least == most { least.to_string() } else { format!("{least}〜{most}") };
    match (language, fits) {
        (Language::Ja, true) => format!("{range}グループ"),
        (Language::Ja, false) => format!("{range}グループ（目安の人数から外れます）"),
        (Language::En, true) => format!("{} groups", range.replace('〜', "–")),
        (Language::En, false) => {
            format!("{} groups (outside the recommended size)", range.replace('〜', "–"))
        }
    }
}

/// The size of a group.
pub fn group_size(size: u16, least: u16, most: u16, language: Language) -> String {
    match language {
        Language::Ja => format!("{size}人程度（{least}〜{most}人を目安とします）"),
        Language::En => format!("About {size} ({least} to {most} are taken as fitting)"),
    }
}

/// The window of the designation, in years.
pub fn designation(years: u16, review_months: u16, language: Language) -> String {
    match language {
        Language::Ja => {
            format!("研修会の日の前後{years}年以内に申請。審査は約{review_months}か月に1回程度")
        }
        Language::En => format!(
            "Apply within {years} year before or after the course; reviewed about every {review_months} months"
        ),
    }
}

/// From a day to a day.
pub fn from_to(from: &str, to: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{from} から {to} まで"),
        Language::En => format!("{from} to {to}"),
    }
}

/// Years, or hours.
pub fn experience(years: u16, hours: u16, language: Language) -> String {
    match language {
        Language::Ja => format!("{years}年。救急活動が{hours}時間に至れば、それまでの期間"),
        Language::En => {
            format!("{years} years, or the time until {hours} hours of ambulance service")
        }
    }
}

/// A number of hours.
pub fn hours(hours: u32, language: Language) -> String {
    match language {
        Language::Ja => format!("{hours}時間"),
        Language::En => format!("{hours} h"),
    }
}

/// So many names of so many are confirmed.
pub fn confirmed(confirmed: usize, all: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{all}コードのうち、名称を出典で確かめられたのは{confirmed}です。"),
        Language::En => format!("The source confirms the names of {confirmed} of {all} codes."),
    }
}

/// So many were found.
pub fn found(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}件"),
        (Language::En, 1) => "1 found".into(),
        (Language::En, _) => format!("{count} found"),
    }
}

/// Whether a document may be received, in a word.
pub fn receives(receives: Receives, language: Language) -> &'static str {
    match (receives, language) {
        (Receives::Yes, Language::Ja) => "受け取れる",
        (Receives::Yes, Language::En) => "Yes",
        (Receives::No, Language::Ja) => "受け取れない",
        (Receives::No, Language::En) => "No",
        (Receives::Condition, Language::Ja) => "条件つき",
        (Receives::Condition, Language::En) => "On a condition",
        (Receives::Unsaid, Language::Ja) => "記載なし",
        (Receives::Unsaid, Language::En) => "Not said",
    }
}

/// What Yoshu itself supposes.
#[derive(Clone, Copy)]
pub enum Supposition {
    /// How fast texts are read.
    Reading,
    /// How long a question takes.
    Answering,
    /// How large a pool should be.
    Pool,
    /// How long a video may go without captions.
    Captions,
}

/// Its name.
pub fn supposition_name(of: Supposition, language: Language) -> &'static str {
    match (of, language) {
        (Supposition::Reading, Language::Ja) => "本文を読む速さ",
        (Supposition::Reading, Language::En) => "Speed of reading",
        (Supposition::Answering, Language::Ja) => "問題を解く時間",
        (Supposition::Answering, Language::En) => "Time for a question",
        (Supposition::Pool, Language::Ja) => "用意する問題",
        (Supposition::Pool, Language::En) => "Questions to have",
        (Supposition::Captions, Language::Ja) => "字幕のない時間",
        (Supposition::Captions, Language::En) => "Time without captions",
    }
}

/// Its number.
pub fn supposition(of: Supposition, number: u16, language: Language) -> String {
    match (of, language) {
        (Supposition::Reading, Language::Ja) => format!("1分に{number}字"),
        (Supposition::Reading, Language::En) => format!("{number} characters a minute"),
        (Supposition::Answering, Language::Ja) => format!("1問{number}秒"),
        (Supposition::Answering, Language::En) => format!("{number} s a question"),
        (Supposition::Pool, Language::Ja) => format!("1回に出す数の{number}倍"),
        (Supposition::Pool, Language::En) => format!("{number} times as many as are drawn"),
        (Supposition::Captions, Language::Ja) => format!("{number}秒まで"),
        (Supposition::Captions, Language::En) => format!("up to {number} s"),
    }
}

/// Points within years.
pub fn points(points: u16, years: u16, language: Language) -> String {
    match language {
        Language::Ja => format!("連続する{years}年で、単位数とコード数を合わせて{points}以上"),
        Language::En => {
            format!("{points} units and codes together within {years} consecutive years")
        }
    }
}

/// Units by minutes.
pub fn units_by_time(minutes: u16, tenths: u16, language: Language) -> String {
    let units = format::units(tenths, language);
    match language {
        Language::Ja => format!("{minutes}分で{units}"),
        Language::En => format!("{units} for {minutes} minutes"),
    }
}

/// The month in which a year begins.
pub fn year_begins(month: u8, language: Language) -> String {
    match language {
        Language::Ja => format!("{month}月"),
        Language::En => {
            let months = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            months[usize::from(month.clamp(1, 12)) - 1].into()
        }
    }
}

/// What one piece of content is worth.
pub fn content_credit(codes: u16, tenths: u16, language: Language) -> String {
    let units = format::units(tenths, language);
    match (language, codes) {
        (Language::Ja, _) => format!("{codes}カリキュラムコード・{units}"),
        (Language::En, 1) => format!("1 code, {units}"),
        (Language::En, _) => format!("{codes} codes, {units}"),
    }
}

/// So many percent or more.
pub fn at_least_percent(percent: u8, language: Language) -> String {
    match language {
        Language::Ja => format!("{percent}%以上"),
        Language::En => format!("{percent}% or more"),
    }
}

/// From a day on.
pub fn from_day(date: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{date}以降に受講したもの"),
        Language::En => format!("Content taken from {date} on"),
    }
}

/// So many days later.
pub fn days_later(days: u16, language: Language) -> String {
    match (language, days) {
        (Language::Ja, 0) => "受講した日から".into(),
        (Language::Ja, 1) => "受講した日の翌日から".into(),
        (Language::Ja, _) => format!("受講した日の{days}日後から"),
        (Language::En, 0) => "From the same day".into(),
        (Language::En, 1) => "From the day after".into(),
        (Language::En, _) => format!("From {days} days after"),
    }
}
