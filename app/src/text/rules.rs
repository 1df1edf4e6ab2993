//! Sentences of the pages that show the rule tables.

use domain::rules::{
    DetailKind, LiveOnline, Practical, Receives, RetrainingDuty, StatementKind, TableKind,
};

use super::Language;

/// Fixed sentences.
pub struct Words {
    /// Heading of the list of tables.
    pub heading: &'static str,
    /// What the tables are.
    pub lead: &'static str,
    /// Link back to the list.
    pub all_tables: &'static str,
    /// While a table loads.
    pub loading: &'static str,
    /// Loads again.
    pub retry: &'static str,
    /// Heading when there is no such table.
    pub unknown: &'static str,
    /// What to do about it.
    pub unknown_advice: &'static str,
    /// Fact: source.
    pub source: &'static str,
    /// Fact: as of.
    pub as_of: &'static str,
    /// Fact: version of the data.
    pub version: &'static str,
    /// Title of the caution.
    pub caution: &'static str,
    /// Section: courses that keep the table.
    pub courses: &'static str,
    /// Section: every sentence.
    pub statements: &'static str,
    /// What the sentences are.
    pub statements_lead: &'static str,
    /// Before a remark of ours.
    pub remark: &'static str,
    /// Chip: our own reading.
    pub own_reading: &'static str,
    /// Chip: from a public page, to be confirmed.
    pub to_confirm: &'static str,
    /// Chip: computed, not printed.
    pub derived: &'static str,
    /// Chip: e-learning is possible.
    pub elearning_possible: &'static str,
    /// Chip: e-learning is not provided for.
    pub no_elearning: &'static str,
    /// Section: minutes at a glance.
    pub at_a_glance: &'static str,
    /// Fact: total.
    pub total: &'static str,
    /// 座学相当.
    pub lecture_part: &'static str,
    /// 対面.
    pub inperson_part: &'static str,
    /// In person or live.
    pub inperson_or_live_part: &'static str,
    /// Fact: live online.
    pub live: &'static str,
    /// Fact: window.
    pub window: &'static str,
    /// Fact: examination.
    pub exam: &'static str,
    /// Fact: no examination.
    pub no_exam: &'static str,
    /// Fact: retraining.
    pub retraining: &'static str,
    /// Fact: splitting.
    pub may_split: &'static str,
    /// Fact: shortening.
    pub may_shorten: &'static str,
    /// It may be done.
    pub allowed: &'static str,
    /// The source says nothing of it.
    pub unsaid: &'static str,
    /// Section: class, sets, instructors.
    pub ratios: &'static str,
    /// That ratios are recommended.
    pub ratios_lead: &'static str,
    /// Field: number of learners.
    pub learners: &'static str,
    /// Field: day of the lecture.
    pub lecture_day: &'static str,
    /// Section: items.
    pub items: &'static str,
    /// Minutes of an item that has none.
    pub no_minutes: &'static str,
    /// Field of a search.
    pub find: &'static str,
    /// What the search of codes looks at.
    pub find_code: &'static str,
    /// What the search of associations looks at.
    pub find_association: &'static str,
    /// Nothing found.
    pub nothing: &'static str,
    /// Column: code.
    pub code: &'static str,
    /// Column: name.
    pub name: &'static str,
    /// Column: courses.
    pub contents: &'static str,
    /// Chip: unconfirmed.
    pub unconfirmed: &'static str,
    /// Column: subject.
    pub subject: &'static str,
    /// Column: hours.
    pub hours: &'static str,
    /// Row: subtotal.
    pub subtotal: &'static str,
    /// Row: sum.
    pub sum: &'static str,
    /// Section: practice beside the course.
    pub experience: &'static str,
    /// Section: subjects of the examination.
    pub exam_subjects: &'static str,
    /// Column: association.
    pub association: &'static str,
    /// Column: telephone.
    pub telephone: &'static str,
    /// Column: document.
    pub document: &'static str,
    /// Chip: inferred.
    pub inferred: &'static str,
    /// Section: ways to earn.
    pub ways: &'static str,
    /// Chip: members only.
    pub members_only: &'static str,
    /// Chip: left out of certificates.
    pub not_attested: &'static str,
    /// Section: the award.
    pub award: &'static str,
    /// Fact: points.
    pub points: &'static str,
    /// Fact: units by time.
    pub units: &'static str,
    /// Fact: codes.
    pub codes_count: &'static str,
    /// A code counts once.
    pub codes_once: &'static str,
    /// Fact: year.
    pub year: &'static str,
    /// Fact: one piece of content.
    pub content: &'static str,
    /// Fact: share of right answers.
    pub pass: &'static str,
    /// Fact: 専門医共通講習.
    pub specialist: &'static str,
    /// Fact: certificate of attendance.
    pub attestation: &'static str,
    /// Fact: names.
    pub names: &'static str,
    /// Fact: older names.
    pub older_names: &'static str,
    /// Fact: audience.
    pub audience: &'static str,
    /// Fact: goal.
    pub goal: &'static str,
    /// Fact: practical.
    pub practical: &'static str,
    /// E-learning alone is not a course.
    pub practical_required: &'static str,
    /// Fact: test.
    pub test: &'static str,
    /// A test is no condition.
    pub test_free: &'static str,
    /// A test is a condition.
    pub test_required: &'static str,
    /// Fact: words not to use.
    pub forbidden: &'static str,
    /// Section: designation.
    pub designation: &'static str,
    /// What the review weighs.
    pub review: &'static str,
    /// Field: day of the course.
    pub course_day: &'static str,
    /// Section: groups.
    pub groups: &'static str,
    /// Section: options.
    pub options: &'static str,
    /// Section: split course.
    pub split_course: &'static str,
    /// Section: certificate.
    pub certificate: &'static str,
    /// Chip: holds by default.
    pub default_rule: &'static str,
    /// Only physicians.
    pub physicians_only: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "講習の基準と書類",
    lead: "講習の時間、期限、受け取れる書類などの決まりを、出典の言葉のまま載せています。",
    all_tables: "基準の一覧",
    loading: "読み込んでいます…",
    retry: "もう一度読み込む",
    unknown: "この基準の表はありません",
    unknown_advice: "アドレスが違うか、表の名前が変わった可能性があります。一覧から選び直してください。",
    source: "出典",
    as_of: "基準日",
    version: "データの版",
    caution: "お使いの前に",
    courses: "この基準の講習",
    statements: "出典の文",
    statements_lead: "出典の文は、字の間の空白を除いて、そのまま写しています。直したところには注があります。",
    remark: "注：",
    own_reading: "Yoshu の読み",
    to_confirm: "要確認",
    derived: "計算した時間",
    elearning_possible: "e-ラーニング可",
    no_elearning: "e-ラーニングの定めなし",
    at_a_glance: "時間と進め方",
    total: "合計",
    lecture_part: "座学相当（e-ラーニング）",
    inperson_part: "対面の実技講習等",
    inperson_or_live_part: "実技講習等（オンライン講習も可）",
    live: "オンライン講習",
    window: "実技までの期限",
    exam: "試験",
    no_exam: "試験の定めはありません",
    retraining: "再講習",
    may_split: "分割",
    may_shorten: "短縮",
    allowed: "できます",
    unsaid: "定めがありません",
    ratios: "人数・資器材・指導者",
    ratios_lead: "「望ましい」とされる目安です。外れても講習はできます。",
    learners: "受講者の人数",
    lecture_day: "座学を終えた日",
    items: "項目と細目",
    no_minutes: "時間の定めなし",
    find: "さがす",
    find_code: "番号、名称、よみがな",
    find_association: "都道府県名、よみがな",
    nothing: "見つかりません。短い言葉や、よみがなでも探せます。",
    code: "CC",
    name: "名称",
    contents: "このサイトの講習",
    unconfirmed: "名称未確認",
    subject: "科目",
    hours: "時間数",
    subtotal: "小計",
    sum: "総計",
    experience: "講習のほかに必要な経験",
    exam_subjects: "試験科目",
    association: "医師会",
    telephone: "電話",
    document: "書類・単位",
    inferred: "推定",
    ways: "単位・カリキュラムコードの取得方法",
    members_only: "日本医師会員のみ",
    not_attested: "受講証明書の対象外",
    award: "認定証",
    points: "必要な数",
    units: "単位",
    codes_count: "コード",
    codes_once: "同じコードは1回だけ数えます",
    year: "年度の始まり",
    content: "1コンテンツ",
    pass: "正答率",
    specialist: "専門医共通講習",
    attestation: "受講証明書",
    names: "名称",
    older_names: "読み替える旧称など",
    audience: "対象",
    goal: "学習目標",
    practical: "実技",
    practical_required: "e-ラーニングだけの研修会は想定されていません",
    test: "試験",
    test_free: "条件ではありません（主催者が決めます）",
    test_required: "条件です",
    forbidden: "使わない言葉",
    designation: "研修会の指定",
    review: "審査で見るもの",
    course_day: "研修会の日",
    groups: "グループ",
    options: "オプション研修",
    split_course: "分割開催の例",
    certificate: "修了証の条件",
    default_rule: "基準とする読み",
    physicians_only: "医師だけが受け取れます",
};

/// English.
pub static EN: Words = Words {
    heading: "Course rules and documents",
    lead: "How long a course takes, until when, who receives which document: the rules in their sources’ own words (Japanese).",
    all_tables: "All rule tables",
    loading: "Loading…",
    retry: "Load again",
    unknown: "There is no such rule table",
    unknown_advice: "The address may be wrong, or the table may have another name now. Choose it from the list.",
    source: "Source",
    as_of: "As of",
    version: "Version of the data",
    caution: "Before you rely on it",
    courses: "Courses that keep these rules",
    statements: "The source’s sentences",
    statements_lead: "They are copied as printed, without the spaces between letters. What was mended has a remark.",
    remark: "Remark: ",
    own_reading: "Yoshu’s reading",
    to_confirm: "To be confirmed",
    derived: "Computed",
    elearning_possible: "E-learning possible",
    no_elearning: "No rule on e-learning",
    at_a_glance: "Time and form",
    total: "Total",
    lecture_part: "Lecture (e-learning)",
    inperson_part: "Practical, in person",
    inperson_or_live_part: "Practical (live online possible)",
    live: "Live online",
    window: "Time to the practical",
    exam: "Examination",
    no_exam: "No examination is asked for",
    retraining: "Retraining",
    may_split: "In parts",
    may_shorten: "Shorter",
    allowed: "Possible",
    unsaid: "The source does not say",
    ratios: "Class, equipment, instructors",
    ratios_lead: "These are recommended; a course may be held outside them.",
    learners: "Number of learners",
    lecture_day: "Day on which the lecture was completed",
    items: "Items and details",
    no_minutes: "No minutes given",
    find: "Find",
    find_code: "Number, name, reading in kana",
    find_association: "Prefecture, in Japanese or English",
    nothing: "Nothing found. Try a shorter word, or kana.",
    code: "Code",
    name: "Name",
    contents: "Courses of this site",
    unconfirmed: "Name unconfirmed",
    subject: "Subject",
    hours: "Hours",
    subtotal: "Subtotal",
    sum: "Total",
    experience: "Practice beside the course",
    exam_subjects: "Subjects of the examination",
    association: "Association",
    telephone: "Telephone",
    document: "Document or credit",
    inferred: "inferred",
    ways: "Ways to earn units and codes",
    members_only: "JMA members only",
    not_attested: "Not on certificates of attendance",
    award: "Certificate",
    points: "What it takes",
    units: "Units",
    codes_count: "Codes",
    codes_once: "The same code counts once",
    year: "Beginning of a year",
    content: "One piece of content",
    pass: "Right answers",
    specialist: "Common training of specialists",
    attestation: "Certificate of attendance",
    names: "Name",
    older_names: "Names read as this one",
    audience: "For",
    goal: "Goal",
    practical: "Practical",
    practical_required: "A course of e-learning alone is not provided for",
    test: "Test",
    test_free: "No condition (the organiser decides)",
    test_required: "A condition",
    forbidden: "Words not to use",
    designation: "Designation of a course",
    review: "What the review weighs",
    course_day: "Day of the course",
    groups: "Groups",
    options: "Options",
    split_course: "Example of a course in parts",
    certificate: "What a certificate asks for",
    default_rule: "Holds by default",
    physicians_only: "Only physicians receive it",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

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
        (DetailKind::ExtendedLecture, Language::Ja) => "座学（120分相当のとき）",
        (DetailKind::ExtendedLecture, Language::En) => "Lecture (of 120 min)",
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
    let units = format!("{}.{}", tenths / 10, tenths % 10);
    match language {
        Language::Ja => format!("{minutes}分で{units}単位"),
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
    let units = format!("{}.{}", tenths / 10, tenths % 10);
    match language {
        Language::Ja => format!("{codes}カリキュラムコード・{units}単位"),
        Language::En => format!("{codes} code, {units} units"),
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
