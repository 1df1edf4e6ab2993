//! Fixed sentences of the pages that show the rule tables.

use crate::text::Language;

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
static JA: Words = Words {
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
static EN: Words = Words {
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
