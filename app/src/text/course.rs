//! Sentences of the course page.

use domain::catalog::Audience;

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading over the requirements.
    pub required: &'static str,
    /// Requirement: every chapter.
    pub all_chapters: &'static str,
    /// Requirement: the code, which a practical asks for.
    pub token: &'static str,
    /// The same on a course without a practical.
    pub token_alone: &'static str,
    /// Requirement after the e-learning: the practical, face to face.
    pub practical: &'static str,
    /// Heading over the chapters.
    pub chapters: &'static str,
    /// State of a chapter.
    pub watched: &'static str,
    /// State of a chapter.
    pub in_progress: &'static str,
    /// State of a chapter.
    pub not_started: &'static str,
    /// Column: 進行度.
    pub progress: &'static str,
    /// Button that opens the test.
    pub take_test: &'static str,
    /// Button that goes on with the test.
    pub resume_test: &'static str,
    /// Link to the result of the test.
    pub show_result: &'static str,
    /// State of the test.
    pub passed: &'static str,
    /// Opens the list of what is missing.
    pub missing_chapters: &'static str,
    /// Title while a cool-down runs.
    pub cooling_down: &'static str,
    /// The code can be made.
    pub seal: &'static str,
    /// The code is made.
    pub show_token: &'static str,
    /// The code cannot be made yet.
    pub token_later: &'static str,
    /// Heading over the course's header fields.
    pub about: &'static str,
    /// Field: organiser.
    pub organiser: &'static str,
    /// Field: supervisors.
    pub supervisors: &'static str,
    /// Field: audience.
    pub audience: &'static str,
    /// Field: goal.
    pub goal: &'static str,
    /// Field: minutes.
    pub minutes: &'static str,
    /// Field: curriculum codes and units.
    pub credit: &'static str,
    /// Field: what else the course counts for.
    pub counts_for: &'static str,
    /// No credit by itself (R55).
    pub no_credit: &'static str,
    /// What a sample's credit is worth.
    pub sample_credit: &'static str,
    /// Field: version of the content.
    pub version: &'static str,
    /// Field: sources.
    pub sources: &'static str,
    /// Title of the mark on sample content.
    pub sample: &'static str,
    /// What the mark means.
    pub sample_advice: &'static str,
    /// Link back to all courses.
    pub all_courses: &'static str,
    /// While the header loads.
    pub loading: &'static str,
    /// Button: load again.
    pub retry: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    required: "修了までに必要なこと",
    all_chapters: "すべての章のビデオを視聴する【必須】",
    token: "予習修了コードを作る（実技の会場で見せます）",
    token_alone: "予習修了コードを作る（企画した団体に、修了を示すときに使います）",
    practical: "対面の実技を受ける（予習だけでは修了になりません）",
    chapters: "章",
    watched: "受講済",
    in_progress: "受講中",
    not_started: "未受講",
    progress: "進行度",
    take_test: "セルフアセスメントを受ける",
    resume_test: "セルフアセスメントの続き",
    show_result: "結果と解説を見る",
    passed: "合格",
    missing_chapters: "残っている章",
    cooling_down: "次のセルフアセスメントまで少しお待ちください",
    seal: "予習修了コードを作る",
    show_token: "予習修了コードを表示",
    token_later: "上の項目がすべて終わると、ここで作れます。",
    about: "講習について",
    organiser: "企画",
    supervisors: "総監修",
    audience: "対象",
    goal: "目標",
    minutes: "時間",
    credit: "単位・CC",
    counts_for: "対象の研修",
    no_credit: "この講習だけでは単位は付与されません（別の手続きが必要です）",
    sample_credit: "見本の教材のため、実際の単位は付きません",
    version: "教材の版",
    sources: "出典",
    sample: "見本の教材です",
    sample_advice: "主催者による医学的監修を受けていません。実際の講習では、主催者が監修した教材をお使いください。",
    all_courses: "講習一覧",
    loading: "読み込んでいます…",
    retry: "もう一度読み込む",
};

/// English.
pub static EN: Words = Words {
    required: "What is required",
    all_chapters: "Watch the videos of all chapters (required)",
    token: "Make the completion code (you show it at the practical session)",
    token_alone: "Make the completion code (it shows the organiser that you completed the course)",
    practical: "Take the practical, face to face (this part alone completes nothing)",
    chapters: "Chapters",
    watched: "Watched",
    in_progress: "In progress",
    not_started: "Not started",
    progress: "Progress",
    take_test: "Take the self-assessment",
    resume_test: "Go on with the self-assessment",
    show_result: "Result and explanations",
    passed: "Passed",
    missing_chapters: "What is missing",
    cooling_down: "The next attempt opens soon",
    seal: "Make the completion code",
    show_token: "Show the completion code",
    token_later: "You can make it here when everything above is done.",
    about: "About the course",
    organiser: "Organiser",
    supervisors: "Supervised by",
    audience: "For",
    goal: "Goal",
    minutes: "Time",
    credit: "Units and codes",
    counts_for: "Counts for",
    no_credit: "The course gives no credit by itself (it is declared separately)",
    sample_credit: "Sample content: no unit is really given",
    version: "Version",
    sources: "Sources",
    sample: "This is sample content",
    sample_advice: "It has had no medical review by an organiser. For a real course, use content that your organiser has reviewed.",
    all_courses: "All courses",
    loading: "Loading…",
    retry: "Load again",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// For whom the course is.
pub fn audience(audience: &Audience, language: Language) -> &'static str {
    match (audience, language) {
        (Audience::Physicians, Language::Ja) => "医師（および一緒に働く医療従事者）",
        (Audience::Physicians, Language::En) => "Physicians (and those who work with them)",
        (Audience::HealthProfessionals, Language::Ja) => "医療従事者",
        (Audience::HealthProfessionals, Language::En) => "Health professionals",
        (Audience::FirePersonnel, Language::Ja) => "消防職員",
        (Audience::FirePersonnel, Language::En) => "Fire and ambulance staff",
        (Audience::Members, Language::Ja) => "日本医師会会員",
        (Audience::Members, Language::En) => "Members of the Japan Medical Association",
        (Audience::Anyone, Language::Ja) => "どなたでも",
        (Audience::Anyone, Language::En) => "Anyone",
    }
}

/// The link of a course to its table.
pub fn rules(title: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("この講習の基準：{title}"),
        Language::En => format!("The rules of this course: {title}"),
    }
}

/// The requirement of the test.
pub fn pass_the_test(pass_percent: u8, language: Language) -> String {
    match language {
        Language::Ja => format!("セルフアセスメントで{pass_percent}%以上正解する"),
        Language::En => format!("Answer at least {pass_percent}% of the self-assessment correctly"),
    }
}

/// E-learning equivalent, how long the videos really are, and face-to-face minutes.
pub fn minutes(elearning: u16, videos_ms: u64, inperson: u16, language: Language) -> String {
    // To the nearest minute; a video of seconds is no video of none.
    let videos = ((videos_ms + 30_000) / 60_000).max(1);
    let lecture = match language {
        Language::Ja => format!("座学 {elearning}分相当（動画 約{videos}分）"),
        Language::En => {
            format!("Lecture equal to {elearning} min (about {videos} min of video)")
        }
    };
    match language {
        // A lecture that no practical session follows.
        _ if inperson == 0 => lecture,
        Language::Ja => format!("{lecture} ＋ 対面の実技 {inperson}分"),
        Language::En => format!("{lecture}, then {inperson} min face to face"),
    }
}

/// Told to those who read the pages in English: what the authors made is in Japanese.
pub fn made_in_japanese(language: Language) -> Option<&'static str> {
    match language {
        Language::Ja => None,
        Language::En => Some("Video, captions and text are in Japanese."),
    }
}

/// Curriculum codes and units.
pub fn credit(codes: &[String], units_tenths: u16, language: Language) -> String {
    let units = format::units(units_tenths, language);
    match language {
        Language::Ja => format!("CC {}・{units}", codes.join("、")),
        Language::En => format!("CC {}, {units}", codes.join(", ")),
    }
}

/// The course's title with its curriculum codes, where it has some: 「高血圧（CC・74）」 (R15).
pub fn title(title: &str, codes: &[String], language: Language) -> String {
    match (codes, language) {
        ([], _) => title.to_owned(),
        (codes, Language::Ja) => format!("{title}（CC・{}）", codes.join("、")),
        (codes, Language::En) => format!("{title} (CC {})", codes.join(", ")),
    }
}

/// A chapter's number and title.
pub fn chapter_title(number: usize, title: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("第{number}章　{title}"),
        Language::En => format!("{number}. {title}"),
    }
}

/// Watched share and both times (R16).
pub fn chapter_times(watched_ms: u64, length_ms: u64, language: Language) -> String {
    let (watched, length) =
        (format::duration(watched_ms, language), format::duration(length_ms, language));
    match language {
        Language::Ja => format!("視聴 {watched} ／ 全体 {length}"),
        Language::En => format!("{watched} watched of {length}"),
    }
}

/// What is missing in a chapter.
pub fn chapter_missing(number: usize, remaining_ms: u64, language: Language) -> String {
    let remaining = format::remaining(remaining_ms, language);
    match language {
        Language::Ja => format!("第{number}章　残り{remaining}"),
        Language::En => format!("Chapter {number}: {remaining} left"),
    }
}

/// Why the test is closed: chapters that are not watched yet.
pub fn locked_reason(missing: usize, language: Language) -> String {
    match (language, missing) {
        (Language::Ja, _) => {
            format!("まだセルフアセスメントを受けられません。あと{missing}章の視聴が残っています。")
        }
        (Language::En, 1) => {
            "The self-assessment is not open yet. 1 chapter is still to be watched.".into()
        }
        (Language::En, _) => format!(
            "The self-assessment is not open yet. {missing} chapters are still to be watched."
        ),
    }
}

/// When a cool-down ends, as `14:05`.
pub fn opens_at(time: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{time} から受けられます。"),
        Language::En => format!("It opens at {time}."),
    }
}

/// The passing score.
pub fn score(correct: u16, total: u16, language: Language) -> String {
    format::questions(correct.into(), total.into(), language)
}

/// Why the files of a course that did come cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// They are not the files that the catalog names.
    Damaged,
    /// The questions are missing, or there where none belong.
    Incomplete,
}

/// What happened, and what is kept and to do.
pub fn trouble(trouble: Trouble, language: Language) -> (String, String) {
    let (title, advice) = match (trouble, language) {
        (Trouble::Damaged, Language::Ja) => (
            "教材のファイルが壊れているか、更新の途中です",
            "これまでの視聴と解答は保存されています。少し待ってから読み込み直してください。続くときは主催者にお知らせください。",
        ),
        (Trouble::Damaged, Language::En) => (
            "The course's files are damaged or being updated",
            "What you watched and answered is kept. Wait a little and load again. If it stays, please tell the organiser.",
        ),
        (Trouble::Incomplete, Language::Ja) => (
            "教材のファイルがそろっていません",
            "これまでの視聴と解答は保存されています。主催者にお知らせください。",
        ),
        (Trouble::Incomplete, Language::En) => (
            "A part of the course's files is missing",
            "What you watched and answered is kept. Please tell the organiser.",
        ),
    };
    (title.to_owned(), advice.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_the_videos_stands_beside_what_they_count_for() {
        assert_eq!(
            minutes(30, 2_255_600, 180, Language::Ja),
            "座学 30分相当（動画 約38分） ＋ 対面の実技 180分"
        );
        assert_eq!(
            minutes(1, 6_000, 1, Language::En),
            "Lecture equal to 1 min (about 1 min of video), then 1 min face to face"
        );
        assert_eq!(minutes(30, 1_800_000, 0, Language::Ja), "座学 30分相当（動画 約30分）");
    }

    #[test]
    fn the_title_names_the_codes_as_the_requirements_write_them() {
        let codes = ["74".to_owned(), "82".to_owned()];
        assert_eq!(title("高血圧", &codes[..1], Language::Ja), "高血圧（CC・74）");
        assert_eq!(title("高血圧", &codes, Language::Ja), "高血圧（CC・74、82）");
        assert_eq!(title("Hypertension", &codes, Language::En), "Hypertension (CC 74, 82)");
        assert_eq!(title("ALS研修", &[], Language::Ja), "ALS研修");
    }
}
