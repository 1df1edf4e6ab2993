//! Sentences of the home page.

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
    /// Heading over the one thing to do next.
    pub next: &'static str,
    /// Heading over all courses.
    pub courses: &'static str,
    /// Link to the catalogue.
    pub find: &'static str,
    /// Button: start the first chapter.
    pub start: &'static str,
    /// Button: go on where the learner stopped.
    pub continue_watching: &'static str,
    /// Button: the self-assessment.
    pub take_test: &'static str,
    /// Button: the self-assessment that was begun.
    pub resume_test: &'static str,
    /// Button while the next attempt has to wait: the last result with its explanations.
    pub review_result: &'static str,
    /// Button: make the completion code.
    pub seal: &'static str,
    /// Button: show the completion code.
    pub show_token: &'static str,
    /// Said when all chapters are watched and the test is open.
    pub test_open: &'static str,
    /// Said when a test was begun and its answers are kept.
    pub test_begun: &'static str,
    /// Said when everything is done but the code is not made.
    pub ready_to_seal: &'static str,
    /// Said when the code is made.
    pub token_ready: &'static str,
    /// The same on a course without a practical.
    pub token_alone: &'static str,
    /// State: nothing watched yet.
    pub not_started: &'static str,
    /// State: everything required is done.
    pub completed: &'static str,
    /// Label of sample content.
    pub sample: &'static str,
    /// Shown when the catalog has no course.
    pub empty: &'static str,
    /// What to do when there is no course.
    pub empty_advice: &'static str,
    /// First visit: what this is.
    pub welcome: &'static str,
    /// First visit: where the data stays.
    pub welcome_data: &'static str,
    /// A requirement that is met, for screen readers.
    pub done: &'static str,
    /// A requirement that is not yet met, for screen readers.
    pub not_done: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "予習",
    next: "次にすること",
    courses: "講習一覧",
    find: "CC・言葉からさがす",
    start: "視聴をはじめる",
    continue_watching: "続きから視聴",
    take_test: "セルフアセスメントを受ける",
    resume_test: "セルフアセスメントの続き",
    review_result: "前回の解説を見る",
    seal: "予習修了コードを作る",
    show_token: "予習修了コードを表示",
    test_open: "すべての章を視聴しました。セルフアセスメントを受けられます。",
    test_begun: "解答の途中です。答えは保存されています。",
    ready_to_seal: "必要なことはすべて終わりました。予習修了コードを作れます。",
    token_ready: "予習修了コードができています。実技の会場で見せてください。",
    token_alone: "予習修了コードができています。企画した団体に、修了を示すときに使います。",
    not_started: "未受講",
    completed: "予習修了",
    sample: "見本教材",
    empty: "公開中の講習はまだありません",
    empty_advice: "講習の案内を受けている方は、主催者にお問い合わせください。",
    welcome: "実技の前に、講義の部分をここで受講します。視聴した分だけが記録され、いつ中断しても続きから再開できます。",
    welcome_data: "登録は不要です。記録はこの端末の中だけに保存されます。",
    done: "済み：",
    not_done: "これから：",
};

/// English.
pub static EN: Words = Words {
    heading: "Pre-course learning",
    next: "Next step",
    courses: "Courses",
    find: "Find by code or words",
    start: "Start watching",
    continue_watching: "Continue watching",
    take_test: "Take the self-assessment",
    resume_test: "Go on with the self-assessment",
    review_result: "See the last explanations",
    seal: "Make the completion code",
    show_token: "Show the completion code",
    test_open: "All chapters are watched. The self-assessment is open.",
    test_begun: "You have begun. Your answers are saved.",
    ready_to_seal: "Everything required is done. You can make your completion code.",
    token_ready: "Your completion code is ready. Show it at the practical session.",
    token_alone: "Your completion code is ready. It shows the organiser that you completed the course.",
    not_started: "Not started",
    completed: "Pre-course part completed",
    sample: "Sample content",
    empty: "No course is published yet",
    empty_advice: "If you were invited to a course, please ask its organiser.",
    welcome: "Take the lecture part here, before the practical. Only what you really watched counts, and you can stop and go on at any time.",
    welcome_data: "No account is needed. Your record stays on this device.",
    done: "Done:",
    not_done: "To do:",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Where to go on: the chapter's number (from 1) and the position in it.
pub fn resume_at(chapter: usize, position_ms: u64, language: Language) -> String {
    let position = format::position(position_ms);
    match (language, position_ms < 1000) {
        (Language::Ja, true) => format!("第{chapter}章のはじめから"),
        (Language::Ja, false) => format!("第{chapter}章 {position}から"),
        (Language::En, true) => format!("Chapter {chapter}, from the beginning"),
        (Language::En, false) => format!("Chapter {chapter}, from {position}"),
    }
}

/// From when on the self-assessment may be taken again.
pub fn test_opens_at(time: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("セルフアセスメントは {time} からもう一度受けられます。"),
        Language::En => format!("You can take the self-assessment again from {time}."),
    }
}

/// How many chapters are watched.
pub fn chapters_watched(watched: usize, of: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{watched} / {of}章 受講済"),
        Language::En => format!("{watched} of {of} chapters watched"),
    }
}

/// The due date of the practical, with days left (negative: days past).
pub fn due(date: &str, days_left: i64, language: Language) -> String {
    match (language, days_left) {
        (Language::Ja, 1..) => format!("実技の期限まで あと{days_left}日（{date}まで）"),
        (Language::Ja, 0) => format!("実技の期限は今日です（{date}）"),
        (Language::Ja, _) => {
            format!("実技の期限 {date} を {}日過ぎています。主催者にご相談ください。", -days_left)
        }
        (Language::En, 1..) => {
            format!(
                "{} left until the practical is due ({date})",
                format::days(days_left, language)
            )
        }
        (Language::En, 0) => format!("The practical is due today ({date})"),
        (Language::En, _) => format!(
            "The practical was due on {date}, {} ago. Please ask the organiser.",
            format::days(-days_left, language)
        ),
    }
}

/// The link to the catalogue where the home page shows only some of the courses.
pub fn find_among(courses: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("すべての講習（{courses}件）からさがす"),
        Language::En => format!("Find among all {courses} courses"),
    }
}

/// Length of the whole course.
pub fn length(chapters: usize, ms: u64, language: Language) -> String {
    let length = format::duration(ms, language);
    match (language, chapters) {
        (Language::Ja, _) => format!("全{chapters}章・{length}"),
        (Language::En, 1) => format!("1 chapter, {length}"),
        (Language::En, _) => format!("{chapters} chapters, {length}"),
    }
}
