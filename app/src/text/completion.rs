//! Sentences of the completion page: making the code, what it says, and what it does not say.

use domain::completion::NotComplete;
use domain::profile::PersonNameError;
use domain::progress::Window;
use token::claims::{Level, NameError};

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
    /// Not everything is done yet.
    pub not_yet: &'static str,
    /// Leads in the list of what is missing.
    pub missing: &'static str,
    /// The test is missing.
    pub missing_test: &'static str,
    /// Heading of the form.
    pub make: &'static str,
    /// What the code is for.
    make_advice: &'static str,
    /// The same on a course without a practical.
    make_advice_alone: &'static str,
    /// Label of the name field.
    pub name: &'static str,
    /// Hint of the name field.
    pub name_hint: &'static str,
    /// Choice: the name goes into the code.
    pub with_name: &'static str,
    /// Heading over what the code will say.
    pub contents: &'static str,
    /// While the questions load that it will tell of.
    pub loading: &'static str,
    /// Value of the name there, when it is left out.
    pub name_left_out: &'static str,
    /// Choice: no name in the code.
    pub without_name: &'static str,
    /// Legend of the choice.
    pub name_choice: &'static str,
    /// Everybody who sees the code can read it.
    pub public: &'static str,
    /// Makes the code.
    pub seal: &'static str,
    /// While it is made.
    pub sealing: &'static str,
    /// Who checks.
    pub checked_by: &'static str,
    /// It is no certificate.
    no_certificate: &'static str,
    /// The same on a course without a practical.
    no_certificate_alone: &'static str,
    /// Name of the code for screen readers.
    pub code: &'static str,
    /// Tip for the door.
    pub brightness: &'static str,
    /// Saves the code as a picture.
    pub save_image: &'static str,
    /// Prints the slip.
    pub print: &'static str,
    /// Saves a calendar entry.
    pub calendar: &'static str,
    /// Copies the text form.
    pub copy_text: &'static str,
    /// The text form was copied.
    pub copied: &'static str,
    /// Could not copy; the text stands below.
    pub copy_by_hand: &'static str,
    /// Saves the binary file.
    pub save_file: &'static str,
    /// Heading of the text form.
    pub text_form: &'static str,
    /// Heading over what the code says.
    pub says: &'static str,
    /// Field.
    pub field_course: &'static str,
    /// Field.
    pub field_name: &'static str,
    /// Value of the name field where there is none.
    pub no_name: &'static str,
    /// Field.
    pub field_score: &'static str,
    /// Value of the score field where the course has no test.
    pub no_test: &'static str,
    /// Field.
    pub field_watched: &'static str,
    /// Field.
    pub field_chapters: &'static str,
    /// Field.
    pub field_completed: &'static str,
    /// Field.
    pub field_due: &'static str,
    /// Field.
    pub field_missed: &'static str,
    /// Field.
    pub field_codes: &'static str,
    /// Field.
    pub field_content: &'static str,
    /// Field.
    pub field_key: &'static str,
    /// Value of the key field.
    pub key_of_device: &'static str,
    /// Field.
    pub field_evidence: &'static str,
    /// Value of the evidence field.
    pub evidence_digest: &'static str,
    /// Value of the missed field where the code holds none.
    pub missed_none: &'static str,
    /// Field.
    pub field_level: &'static str,
    /// Field.
    pub receipt: &'static str,
    /// The receipt number proves nothing.
    pub receipt_note: &'static str,
    /// Value of the receipt number before there is one.
    pub receipt_later: &'static str,
    /// Opens the form for a new code.
    pub again: &'static str,
    /// What making it again does.
    pub again_advice: &'static str,
    /// Cancels.
    pub cancel: &'static str,
    /// Next steps on the printed slip.
    slip_steps: &'static str,
    /// The same on a course without a practical.
    slip_steps_alone: &'static str,
    /// Title of the slip.
    pub slip: &'static str,
    /// Summary of the calendar entry.
    pub calendar_summary: &'static str,
    /// The content was updated after the code was made.
    pub older_content: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "予習修了コード",
    not_yet: "予習修了コードはまだ作れません",
    missing: "次のことが残っています。",
    missing_test: "セルフアセスメントに合格する",
    make: "予習修了コードを作る",
    make_advice: "予習の結果をこの端末の鍵で署名し、実技の会場で読み取れるQRコードにします。",
    make_advice_alone: "修了した結果をこの端末の鍵で署名し、企画した団体が読み取れるQRコードにします。",
    name: "氏名",
    name_hint: "会場の名簿と同じ表記でご記入ください。",
    with_name: "氏名をコードに入れる",
    contents: "コードに入る内容",
    loading: "読み込んでいます…",
    name_left_out: "入れません",
    without_name: "氏名を入れない（会場で本人確認を受ける）",
    name_choice: "氏名の扱い",
    public: "コードの中身は、コードを見た人なら誰でも読み取れます。",
    seal: "コードを作る",
    sealing: "署名しています…",
    checked_by: "指導員が読み取って確認します",
    no_certificate: "実技未了・修了証ではありません",
    no_certificate_alone: "修了証ではありません",
    code: "予習修了コードのQRコード",
    brightness: "読み取りにくいときは、画面を明るくしてください。この画面を開いている間、画面は消えません。",
    save_image: "画像を保存",
    print: "印刷",
    calendar: "カレンダーに追加",
    copy_text: "文字でコピー",
    copied: "コピーしました",
    copy_by_hand: "コピーできませんでした。下の文字を選んでコピーしてください。",
    save_file: ".yoshu ファイルを保存",
    text_form: "文字のコード",
    says: "このコードに書かれていること",
    field_course: "講習",
    field_name: "氏名",
    no_name: "入っていません",
    field_score: "得点",
    no_test: "テストのない講習です",
    field_watched: "視聴時間",
    field_chapters: "視聴した章",
    field_completed: "予習の修了日時",
    field_due: "実技の期限",
    field_missed: "間違えた問題",
    field_codes: "単位・CC",
    field_content: "教材の識別符号",
    field_key: "署名を確かめる鍵",
    key_of_device: "この端末の公開鍵（この端末で作るコードは、どの講習でも同じ鍵です）",
    field_evidence: "学習の記録の要約値",
    evidence_digest: "記録が書き換えられていないことを確かめる値です（記録そのものは含みません）",
    missed_none: "含みません",
    field_level: "保証水準",
    receipt: "受付番号",
    receipt_note: "電話での照会用です（証明ではありません）",
    receipt_later: "作るときに無作為に決まります",
    again: "作り直す",
    again_advice: "氏名の表記を変えるときなどに作り直せます。実技の期限は変わりません。前のコードも使えます。",
    cancel: "やめる",
    slip_steps: "実技の会場で、このコードを指導員に見せてください。",
    slip_steps_alone: "企画した団体に修了を示すときは、このコードを見せてください。",
    slip: "予習修了コード",
    calendar_summary: "実技の期限",
    older_content: "このコードは更新前の教材で作られています。会場では注意つきで受け付けられることがあります。",
};

/// English.
pub static EN: Words = Words {
    heading: "Completion code",
    not_yet: "The completion code cannot be made yet",
    missing: "This is still missing:",
    missing_test: "Pass the self-assessment",
    make: "Make the completion code",
    make_advice: "Your result is signed with this device's key and becomes a QR code that can be read at the practical session.",
    make_advice_alone: "Your result is signed with this device's key and becomes a QR code that the organiser can read.",
    name: "Name",
    name_hint: "Write it as it stands on the session's roster.",
    with_name: "Put my name into the code",
    contents: "What the code will say",
    loading: "Loading…",
    name_left_out: "Left out",
    without_name: "Leave my name out (my identity is checked at the door)",
    name_choice: "Your name",
    public: "Anyone who sees the code can read what is in it.",
    seal: "Make the code",
    sealing: "Signing…",
    checked_by: "The instructor reads and checks it",
    no_certificate: "Practical not done; this is not a certificate",
    no_certificate_alone: "This is not a certificate",
    code: "QR code of the completion",
    brightness: "If it is hard to read, make the screen brighter. The screen stays on while this page is open.",
    save_image: "Save picture",
    print: "Print",
    calendar: "Add to calendar",
    copy_text: "Copy as text",
    copied: "Copied",
    copy_by_hand: "It could not be copied. Please select the text below and copy it.",
    save_file: "Save .yoshu file",
    text_form: "Text form",
    says: "What the code says",
    field_course: "Course",
    field_name: "Name",
    no_name: "Not included",
    field_score: "Score",
    no_test: "The course has no test",
    field_watched: "Watched",
    field_chapters: "Chapters watched",
    field_completed: "Completed on",
    field_due: "Practical due",
    field_missed: "Missed questions",
    field_codes: "Units and codes",
    field_content: "Version of the content",
    field_key: "Key to check the signature",
    key_of_device: "The public key of this device (the same in every code made here, whatever the course)",
    field_evidence: "Digest of your record",
    evidence_digest: "It shows that the record was not changed (the record itself is not in it)",
    missed_none: "Not included",
    field_level: "Assurance level",
    receipt: "Receipt number",
    receipt_note: "For questions by telephone (not a proof)",
    receipt_later: "Drawn at random when the code is made",
    again: "Make it again",
    again_advice: "For example to change how your name is written. The due date stays. The earlier code can still be used.",
    cancel: "Cancel",
    slip_steps: "Show this code to the instructor at the practical session.",
    slip_steps_alone: "Show this code to the organiser where you have to show that you completed the course.",
    slip: "Pre-course completion code",
    calendar_summary: "Practical due",
    older_content: "This code was made with an earlier version of the course. It may be accepted with a warning.",
};

impl Words {
    /// What making the code does.
    pub const fn make_advice(&self, has_practical: bool) -> &'static str {
        if has_practical { self.make_advice } else { self.make_advice_alone }
    }

    /// What the code is not.
    pub const fn no_certificate(&self, has_practical: bool) -> &'static str {
        if has_practical { self.no_certificate } else { self.no_certificate_alone }
    }

    /// Whom to show the code.
    pub const fn slip_steps(&self, has_practical: bool) -> &'static str {
        if has_practical { self.slip_steps } else { self.slip_steps_alone }
    }
}

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// An assurance level in plain words (token spec §8). A token that has an issuer's key or a ticket shows its level only
/// where the organiser's list is.
pub fn level(level: Option<Level>, language: Language) -> &'static str {
    match (level, language) {
        (Some(Level::A0), Language::Ja) => {
            "自己申告（この端末の署名）。あとから書き換えられていないことを示します。本人が学んだことの証明ではありません。"
        }
        (Some(Level::A0), Language::En) => {
            "Self-declared (signed by this device). It shows that nothing was changed since. It does not prove who learned."
        }
        (_, Language::Ja) => "会場で、指導員の画面に表示されます。",
        (_, Language::En) => "Shown on the instructor's screen at the session.",
    }
}

/// The missed questions that a code holds: how many, and that it tells which.
pub fn missed(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => {
            format!("{count}問（どの問題かを含みます。会場での復習に使います）")
        }
        (Language::En, 1) => "1 question (the code tells which, for review at the session)".into(),
        (Language::En, _) => {
            format!("{count} questions (the code tells which, for review at the session)")
        }
    }
}

/// The chapters that a code names: how many, and that it tells which.
pub fn chapters(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}章（どの章かを含みます）"),
        (Language::En, 1) => "1 chapter (the code tells which)".into(),
        (Language::En, _) => format!("{count} chapters (the code tells which)"),
    }
}

/// What is wrong with a name, and what to do.
pub fn name_error(error: PersonNameError, language: Language) -> &'static str {
    match (error, language) {
        (PersonNameError::Token(NameError::Empty), Language::Ja) => {
            "氏名を入力するか、「氏名を入れない」を選んでください。"
        }
        (PersonNameError::Token(NameError::Empty), Language::En) => {
            "Enter your name, or choose to leave it out."
        }
        (PersonNameError::Token(NameError::TooLong), Language::Ja) => {
            "氏名が長すぎます。漢字で20字までにしてください。"
        }
        (PersonNameError::Token(NameError::TooLong), Language::En) => {
            "The name is too long: at most 60 Latin letters without accents, or 20 kanji."
        }
        (PersonNameError::Token(NameError::NotPrintable), Language::Ja) => {
            "表示できない文字が含まれています。その文字を取り除いてください。"
        }
        (PersonNameError::Token(NameError::NotPrintable), Language::En) => {
            "It contains a character that cannot be shown. Please remove it."
        }
        (PersonNameError::NoLetter, Language::Ja) => {
            "文字が入っていません。会場の名簿と同じ氏名を入力してください。"
        }
        (PersonNameError::NoLetter, Language::En) => {
            "There is no letter in it. Enter your name as on the session's roster."
        }
    }
}

/// The due date with days left, and what to do when it is past.
pub fn due(date: &str, days_left: i64, window: Window, language: Language) -> String {
    match (window, language) {
        (Window::Within, Language::Ja) if days_left == 0 => {
            format!("実技の期限は今日です（{date}）")
        }
        (Window::Within, Language::Ja) => format!("実技の期限 {date}まで あと {days_left}日"),
        (Window::Within, Language::En) if days_left == 0 => {
            format!("The practical is due today ({date})")
        }
        (Window::Within, Language::En) => {
            format!("Practical due by {date}: {} left", format::days(days_left, language))
        }
        (Window::About, Language::Ja) => format!(
            "実技の期限 {date} を {}日過ぎています。受け付けるかどうかは会場の指導員が決めます。",
            -days_left
        ),
        (Window::About, Language::En) => format!(
            "{} past the due date ({date}). The instructor at the session decides.",
            format::days(-days_left, language)
        ),
        (Window::Over, Language::Ja) => {
            format!("実技の期限 {date} を過ぎました。主催者にご相談ください。")
        }
        (Window::Over, Language::En) => {
            format!("The due date ({date}) is past. Please ask the organiser.")
        }
    }
}

/// Why no code can be made from what is recorded; what is kept and what to do. What is merely missing
/// is listed by the page itself.
pub fn not_complete(reason: &NotComplete, language: Language) -> (String, String) {
    let (title, advice) = match (reason, language) {
        (NotComplete::Missing(_), Language::Ja) => {
            ("まだ終わっていないことがあります", "講習のページで残りを確かめてください。")
        }
        (NotComplete::Missing(_), Language::En) => {
            ("Something is still missing", "The course page shows what.")
        }
        (NotComplete::NotRecorded, Language::Ja) => (
            "修了の日時が記録されていません",
            "ページを読み込み直してから、もう一度お試しください。",
        ),
        (NotComplete::NotRecorded, Language::En) => {
            ("The moment of completion is not recorded", "Load the page again and try once more.")
        }
        (NotComplete::Clock, Language::Ja) => (
            "端末の日付が正しくありません",
            "修了した時の端末の日付が2023年より前になっています。日付を直してから、主催者にご相談ください。",
        ),
        (NotComplete::Clock, Language::En) => (
            "The device's date is wrong",
            "When you completed the course, the device's date was before 2023. Set it right and ask the organiser.",
        ),
        (NotComplete::Questions, Language::Ja) => (
            "合格した時の問題が見つかりません",
            "教材が更新された可能性があります。解答の記録は保存されています。主催者にお知らせください。",
        ),
        (NotComplete::Questions, Language::En) => (
            "The questions you passed were not found",
            "The course may have been updated. Your answers are kept. Please tell the organiser.",
        ),
        (NotComplete::NameNotAllowed, Language::Ja) => (
            "この講習のコードには氏名を入れられません",
            "「氏名を入れない」を選んで、もう一度お試しください。",
        ),
        (NotComplete::NameNotAllowed, Language::En) => (
            "This course puts no names into its codes",
            "Choose to leave your name out and try again.",
        ),
        (NotComplete::Name(error), _) => {
            let title = match language {
                Language::Ja => "氏名をコードに入れられません",
                Language::En => "The name cannot go into the code",
            };
            (title, name_error(PersonNameError::Token(*error), language))
        }
        (NotComplete::Score, Language::Ja) => {
            ("問題数が多すぎて、得点をコードに入れられません", "主催者にお知らせください。")
        }
        (NotComplete::Score, Language::En) => {
            ("There are too many questions for a code", "Please tell the organiser.")
        }
    };
    (title.to_owned(), advice.to_owned())
}

/// The claims have no valid form: a fault of the course's settings.
pub fn bad_claims(language: Language) -> (String, String) {
    let (title, advice) = match language {
        Language::Ja => (
            "この講習の設定では、コードを作れません",
            "学習の記録は保存されています。主催者にお知らせください。",
        ),
        Language::En => (
            "This course's settings do not make a valid code",
            "Your record is kept. Please tell the organiser.",
        ),
    };
    (title.to_owned(), advice.to_owned())
}
