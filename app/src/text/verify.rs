//! Sentences of the instructor's page: the state before a session, reading codes, verdicts, the list of results.

use domain::practical::{Decision, LateReason, Outcome};
use token::claims::Level;
use token::judge::Holder;

use super::Language;

/// Each sentence once, Japanese and English side by side; the English one is also the documentation.
macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// Fixed sentences.
        pub struct Words {
            $(#[doc = $en] pub $name: &'static str,)*
        }

        /// Japanese.
        pub static JA: Words = Words { $($name: $ja,)* };

        /// English.
        pub static EN: Words = Words { $($name: $en,)* };
    };
}

words! {
    heading: "予習修了コードの確認", "Check completion codes";
    lead: "受講者の予習修了コードを、通信なしで確かめます。読み取った内容がこの端末の外に出ることはありません。", "Check learners’ completion codes without a network. Nothing that is read leaves this device.";
    keys: "キーボード操作", "Keyboard shortcuts";
    close: "閉じる", "Close";
    cancel: "やめる", "Cancel";
    mute: "音と振動", "Sound and vibration";

    ready: "オフラインで確認できます", "Ready to check offline";
    ready_advice: "会場で通信できなくても、このページを開いて確認できます。", "With no network at the venue, this page opens and checks codes all the same.";
    date_behind: "端末の日付が正しくないため、確認できません", "The date of this device is wrong, so no code can be checked";
    date_behind_advice: "端末の設定で日付を直してください。直せないときは、コードを読み取ると今日の日付を入力できます。", "Set the date in the device’s settings. If you cannot, read a code: then today’s date can be typed.";
    preparing: "オフラインで使う準備をしています…", "Getting ready to work offline…";
    open_only: "このページを開いている間だけ、オフラインで確認できます", "Ready to check offline only while this page stays open";
    page_not_kept: "ページをこの端末に保存できていません。電波のある所で再読み込みしてください。直らないときは、このページを閉じずに会場へ行ってください。", "The page is not kept on this device. Reload it where you have a network. If that does not help, leave it open on the way to the venue.";
    page_never_kept: "このブラウザではページを保存できません（プライベートモード、古いブラウザ、暗号化されていない接続など）。別のブラウザで開くか、このページを閉じずに会場へ行ってください。", "This browser keeps no pages (a private window, an old browser, or a connection that is not secure). Use another browser, or leave this page open on the way to the venue.";
    nothing_stored: "このブラウザは発行者一覧も受付の記録も保存しません。別のブラウザで開くか、このページを閉じずに会場へ行き、閉じる前にCSVを保存してください。", "This browser keeps neither the trust list nor the check-ins. Use another browser, or leave this page open on the way to the venue and save the CSV before closing it.";
    page: "このページ", "This page";
    page_kept: "この端末に保存済み", "Kept on this device";
    page_on_the_way: "保存しています…", "Being kept…";
    page_lacking: "保存されていません", "Not kept on this device";
    ready_old: "発行者一覧の更新予定日を過ぎています", "The trust list is over its update date";
    ready_old_advice: "まだ使えますが、電波のある所で更新してください。", "It still works; update it where you have a network.";
    ready_stale: "発行者一覧が古いため、確認できません", "The trust list is too old to check codes";
    ready_missing: "発行者一覧がないため、確認できません", "Without a trust list no code can be checked";
    ready_missing_advice: "電波のある所で更新するか、主催者から受け取ったファイルを読み込んでください。", "Update it where you have a network, or load the file you got from the organiser.";
    no_roots: "このサイトには発行者一覧の署名者が登録されていません。サイトの管理者に知らせてください。", "This site names no signer of trust lists. Please tell whoever runs it.";
    update_failed: "新しい発行者一覧を取得できませんでした", "A newer trust list could not be had";
    list_kept: "保存済みの一覧をそのまま使います。", "The list on this device stays in use.";
    list: "発行者一覧", "Trust list";
    issued: "発行日", "Issued";
    next_update: "次の更新予定", "Next update";
    courses: "対象の講習", "Courses";
    list_missing: "ありません", "None";
    list_loading: "確かめています…", "Being checked…";
    reader: "QRの読み取り機能", "QR reader";
    reader_ready: "準備できました", "Ready";
    reader_loading: "準備中…", "Loading…";
    update: "発行者一覧を更新", "Update the trust list";
    load_list: "発行者一覧をファイルから読み込む", "Load a trust list from a file";
    list_loaded: "発行者一覧を読み込みました", "The trust list was loaded";

    session: "実技の講習", "Practical session";
    course: "講習", "Course";
    any_course: "すべての講習", "Any course";
    date: "実施日", "Session date";
    date_hint: "期限はこの日付と比べます。", "The due date is compared with this day.";
    today: "今日", "Today";
    bad_date: "日付を 2026-12-05 の形で入力してください。", "Enter a date such as 2026-12-05.";
    typed_date: "入力された日付で確認しています", "Checking with a typed date";
    use_device_date: "端末の日付に戻す", "Use the device’s date";
    type_date: "今日の日付", "Today’s date";
    judge_with_date: "この日付で確認し直す", "Check again with this date";

    read: "コードを読み取る", "Read a code";
    tab_camera: "カメラ", "Camera";
    tab_files: "画像・ファイル", "Pictures, files";
    tab_paste: "貼り付け", "Paste";
    camera_start: "カメラを開始", "Start the camera";
    camera_stop: "カメラを停止", "Stop the camera";
    camera_starting: "カメラを準備しています…", "Starting the camera…";
    camera_picture: "カメラの映像", "Camera picture";
    camera_choice: "使うカメラ", "Camera to use";
    camera_advice: "予習修了コードを映してください。自動で読み取ります。", "Show the completion code to the camera. It is read by itself.";
    camera_ended: "カメラが停止しました", "The camera stopped";
    camera_other_ways: "「画像・ファイル」か「貼り付け」でも確認できます。", "You can also check codes by picture, file or paste.";
    torch: "ライト", "Light";
    picture: "画像から読み取る", "Read from a picture";
    picture_hint: "予習修了コードの写真やスクリーンショットを選びます（複数可）。", "Choose photos or screenshots of the code (one or more).";
    file: ".yoshu ファイルを開く", "Open .yoshu files";
    file_hint: "受講者から受け取ったファイルを選びます（複数可）。", "Choose files you got from learners (one or more).";
    reading: "読み取っています…", "Reading…";
    no_code: "画像にQRコードが見つかりません", "There is no QR code in the picture";
    no_code_advice: "コード全体が明るく写った画像を選ぶか、文字のコードを貼り付けてください。", "Choose a picture that shows the whole code brightly, or paste the text form.";
    unreadable: "ファイルを読み込めません", "The file cannot be read";
    unreadable_advice: "ファイルが移動または削除されていないか確かめ、もう一度選んでください。", "It may have been moved or deleted. Please choose it again.";
    too_large: "予習修了コードのファイルにしては大きすぎます", "The file is too large for a completion code";
    too_large_advice: "拡張子が .yoshu のファイルを選んでください。写真は「画像から読み取る」で開けます。", "Choose a file that ends in .yoshu. Photos are opened with “Read from a picture”.";
    paste: "予習修了コードの文字", "Text of completion codes";
    paste_hint: "1行に1件。複数行を貼り付けると、まとめて確認します。", "One a line. Several lines are checked together.";
    check: "確認する", "Check";
    paste_missing: "予習修了コードを貼り付けてから、「確認する」を押してください。", "Paste a completion code first, then press “Check”.";

    session_link: "講習と準備の状態", "Session and readiness";
    verdict: "確認結果", "Verdict";
    no_verdict: "読み取ると、ここに結果が表示されます。", "The verdict appears here once a code was read.";
    in_time: "期限内", "In time";
    late: "期限超過", "Late";
    read_before: "読み取り済み", "read before";
    late_accepted: "受け入れ済み", "accepted";
    late_refused: "受け入れない", "not accepted";
    refused: "受付不可", "Not accepted";
    next: "次を読み取る", "Read the next";
    then_identify: "次に：名簿か身分証で本人を確認してください", "Next: compare the person with the roster or an identity card";
    then_next: "本人確認が済みました。次の人のコードを読み取れます", "The person was identified. The next code can be read";
    no_course_chosen: "講習が選ばれていません", "No course is chosen";
    no_course_advice: "コードの講習が、今日の講習と同じか確かめてください。", "Check that the course of the code is today’s course.";
    choose_course: "今日の講習を選んでください。選ぶまでは、どの講習のコードも受け付けます。", "Choose today’s course. Until then codes of any course are accepted.";
    course_today: "今日の講習", "Today’s course";
    not_chosen: "選んでください", "Please choose";
    again: "もう一度読み取る", "Read again";
    not_read: "読み取れませんでした", "Nothing was read";
    not_a_code: "コードではない", "Not a code";
    changed: "条件が変わりました。もう一度読み取ってください。", "Course or date were changed. Please read the code again.";
    no_name: "氏名なし（コードに入っていません）", "No name (not in the code)";
    no_name_short: "氏名なし", "No name";
    unknown_course: "講習を読み取れないコード", "Codes whose course cannot be read";
    holder: "本人確認", "Identity";
    confirm: "名簿・身分証で確認した", "Compared with roster or ID";
    unconfirm: "本人確認を取り消す", "Take back the identity check";
    level: "保証水準", "Assurance level";
    score: "得点", "Score";
    no_test: "テストのない講習", "The course has no test";
    watched: "視聴時間", "Watched";
    not_stated: "記載なし", "Not stated";
    required: "座学相当", "Counts as";
    completed: "修了日", "Completed";
    due: "期限", "Due";
    missed: "間違えた問題", "Missed questions";
    missed_none: "なし", "None";
    receipt: "受付番号", "Receipt number";
    receipt_note: "電話での照会用。証明ではありません", "for the telephone; not a proof";
    meaning: "署名が示すこと", "What the signature shows";
    details: "詳細", "Details";
    code: "判定コード", "Result code";
    warnings: "注意コード", "Warning codes";
    signer: "署名者", "Signed by";
    signer_device: "受講者の端末", "The learner’s device";
    content: "教材の版", "Content";
    checks: "発行者の確認", "Checks by the issuer";
    expires: "署名の有効期限", "Signed expiry";
    evidence: "学習記録の要約値", "Evidence digest";
    token_hash: "コードの照合値", "Hash of the token id";
    curriculum: "カリキュラムコード", "Curriculum codes";
    text_read: "読み取った内容", "What was read";
    unverified: "署名を確かめられなかったため、内容は表示しません。", "The signature could not be checked, so nothing it says is shown.";
    signed_but_refused: "次の内容は署名されていますが、受付はできません。", "This was signed, but cannot be accepted.";

    decide: "受け入れるかどうかを決めてください。", "Decide whether to accept.";
    accept: "受け入れる…", "Accept…";
    refuse: "受け入れない…", "Do not accept…";
    accept_title: "期限超過を受け入れる", "Accept though late";
    refuse_title: "受け入れない", "Do not accept";
    reason: "理由", "Reason";
    note: "理由の説明", "What the reason is";
    note_hint: "「その他」のときは必ず入力してください。", "Required with “Other”.";
    note_missing: "「その他」の理由を入力してください。", "Please say what the other reason is.";
    reason_missing: "理由を選んでください。", "Please choose a reason.";
    record_accept: "「受け入れる」で記録する", "Record: accepted";
    record_refuse: "「受け入れない」で記録する", "Record: not accepted";
    change: "判断を変える", "Change the decision";

    batch: "まとめて確認した結果", "Results of the batch";
    clear_batch: "一覧を閉じる", "Close these results";
    results: "この講習の受付一覧", "Check-ins of this session";
    results_empty: "まだ受付がありません。読み取った結果がここに並びます。", "No check-ins yet. What you read is listed here.";
    save_csv: "CSVを保存", "Save as CSV";
    saved: "保存しました", "Saved";
    not_saved: "ファイルを保存できませんでした。ブラウザの設定で保存を許可してください。", "The file could not be saved. Allow downloads in the browser’s settings.";
    print: "一覧を印刷", "Print the list";
    keep_names: "氏名と得点を一覧に残す（出席簿）", "Keep names and scores in the list (attendance list)";
    keep_names_hint: "主催者が出席簿を必要とするときだけ使います。これから読み取る人の氏名と得点が、一覧を消去するまでこの端末に残ります。受付できなかった人の氏名は残しません。切にしても、すでに残した氏名は消えません。", "Only for organisers who need an attendance list. Names and scores of those you read from now on stay on this device until the list is erased; names of those not accepted are never kept. Switching it off does not remove names that are already there.";
    erase_list: "一覧を消去…", "Erase the list…";
    other_lists: "この端末に残っているほかの一覧", "Other lists on this device";
    erase_title: "受付一覧の消去", "Erase the check-ins";
    erase_advice: "元に戻せません。必要なら、先にCSVを保存してください。消去すると、同じコードをもう一度読み取っても「読み取り済み」とは表示されません。", "There is no way back: save the CSV first if you need it. After this, a code that is read once more is no longer told to have been read before.";
    erase: "消去する", "Erase";
    list_erased: "一覧を消去しました", "The list was erased";
    not_erased: "消去できませんでした。ページを開き直して、もう一度消去してください。", "It could not be erased. Open the page anew and try again.";
    time: "時刻", "Time";
    name: "氏名", "Name";
    result: "結果", "Result";
    decision: "判断", "Decision";
    action: "操作", "Actions";
    readings: "読取回数", "Times read";
    judged_on: "判定日時", "Judged at";
    total: "問題数", "Questions";
    typed_column: "入力された日付", "Typed date";
    count_ready: "期限内", "In time";
    count_late_accepted: "期限超過を受入", "Late, accepted";
    count_undecided: "判断待ち", "To be decided";
    count_refused: "受付不可", "Not accepted";
    count_confirmed: "本人確認済", "Identity checked";

    key_next: "次を読み取る（カメラが止まっていれば開始）", "Read the next (starts the camera if it is off)";
    key_camera: "カメラの開始・停止", "Start or stop the camera";
    key_paste: "貼り付け欄へ", "Go to the paste field";
    key_files: "画像・ファイルの欄へ", "Go to pictures and files";
    key_confirm: "名簿・身分証で確認した", "Identity compared";
    key_accept: "期限超過を受け入れる", "Accept a late code";
    key_refuse: "期限超過を受け入れない", "Do not accept a late code";
    key_details: "詳細を開く・閉じる", "Show or hide the details";
    key_torch: "ライト", "Light";
    key_mute: "音と振動の入・切", "Sound and vibration on or off";
    key_help: "この一覧", "This list";
}

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The plain name of a level (token spec §8), after its number.
pub fn level_name(level: Level, language: Language) -> &'static str {
    let [ja, en] = match level {
        Level::A0 => ["A0 自己申告", "A0 self-declared"],
        Level::A1 => ["A1 申込確認済", "A1 enrolment confirmed"],
        Level::A2 => ["A2 発行者確認済", "A2 confirmed by the issuer"],
        Level::A3 => ["A3 対面・監督下", "A3 supervised"],
    };
    if language == Language::Ja { ja } else { en }
}

/// What the signature shows at a level, and what it does not.
pub fn level_meaning(level: Level, language: Language) -> &'static str {
    let [ja, en] = match level {
        Level::A0 => [
            "コードは作られてから書き換えられていません。誰が学んだか、本当に学んだかは示しません。本人確認と口頭での確認をしてください。",
            "The code was not changed since it was made. It does not show who learned, or that anyone did. Check the person, and ask a question or two.",
        ],
        Level::A1 => [
            "主催者の申込と結び付いています。学んだのが本人かどうかは示しません。",
            "It belongs to an enrolment with the organiser. It does not show that this person did the learning.",
        ],
        Level::A2 => [
            "発行者が採点と経過時間を確かめています。学んだのが本人かどうかは示しません。",
            "The issuer graded the answers and checked the time spent. It does not show that this person did the learning.",
        ],
        Level::A3 => [
            "職員が立ち会って受講したことを、発行者が署名しています。",
            "The issuer signed that staff were present while it was taken.",
        ],
    };
    if language == Language::Ja { ja } else { en }
}

/// A level in plain words alone.
pub fn plain_level(level: Level, language: Language) -> &'static str {
    without_code(level_name(level, language))
}

/// The state of the holder axis in plain words alone.
pub fn plain_holder(holder: Holder, language: Language) -> &'static str {
    without_code(holder_name(holder, language))
}

/// `A0 自己申告` without the code.
fn without_code(name: &'static str) -> &'static str {
    name.split_once(' ').map_or(name, |(_, plain)| plain)
}

/// The state of the holder axis (token spec §8).
pub fn holder_name(holder: Holder, language: Language) -> &'static str {
    let [ja, en] = match holder {
        Holder::Unconfirmed => ["H0 本人未確認", "H0 not confirmed"],
        Holder::Identified => ["H1 本人確認済", "H1 identity checked"],
        Holder::Device => ["H2 端末証明", "H2 device proven"],
    };
    if language == Language::Ja { ja } else { en }
}

/// A reason for or against a late code (token spec §14).
pub fn reason(reason: LateReason, language: Language) -> &'static str {
    let [ja, en] = match reason {
        LateReason::AboutOneMonth => ["概ね1か月の範囲", "Within about one month"],
        LateReason::DisasterOrCancellation => ["災害・休講", "Disaster or cancelled session"],
        LateReason::Organiser => ["主催者都合", "Organiser’s reasons"],
        LateReason::FarOverdue => ["期限を大きく過ぎている", "Far over the due date"],
        LateReason::Learner => ["本人の都合", "The learner’s own reasons"],
        LateReason::OrganiserInstruction => ["主催者の指示", "As the organiser instructed"],
        LateReason::Other => ["その他", "Other"],
    };
    if language == Language::Ja { ja } else { en }
}

/// A decision.
pub fn decision(decision: Decision, language: Language) -> &'static str {
    let [ja, en] = match decision {
        Decision::Accept => ["受け入れる", "Accepted"],
        Decision::Refuse => ["受け入れない", "Not accepted"],
    };
    if language == Language::Ja { ja } else { en }
}

/// What came of a row of the list.
pub fn outcome(outcome: Outcome, language: Language) -> &'static str {
    let [ja, en] = match outcome {
        Outcome::Accepted => ["期限内", "In time"],
        Outcome::Refused => ["受付不可", "Not accepted"],
        Outcome::Undecided => ["判断待ち", "To be decided"],
    };
    if language == Language::Ja { ja } else { en }
}

/// The large word of a code that went through all steps, with what is known besides: the decision on a late one, and
/// the moment of an earlier reading.
pub fn headline(
    is_late: bool,
    decision: Option<Decision>,
    seen: Option<&str>,
    language: Language,
) -> String {
    let words = words(language);
    let word = if is_late { words.late } else { words.in_time };
    let besides = match (decision, seen) {
        (Some(Decision::Accept), _) => words.late_accepted.to_owned(),
        (Some(Decision::Refuse), _) => words.late_refused.to_owned(),
        (None, Some(seen)) => aside(words.read_before, seen, language),
        (None, None) => return word.to_owned(),
    };
    match language {
        Language::Ja => format!("{word}・{besides}"),
        Language::En => format!("{word}, {besides}"),
    }
}

/// The verdict of a reading kept in the log: `OK`, `LATE` or the code of a refusal.
pub fn kept_verdict(verdict: &str, language: Language) -> String {
    let words = words(language);
    match verdict {
        "OK" => words.in_time.to_owned(),
        "LATE" => words.late.to_owned(),
        code => format!("{} {code}", words.refused),
    }
}

/// So many days are left to the due date.
pub fn days_left(days: i32, language: Language) -> String {
    match (days, language) {
        (0, Language::Ja) => "期限当日です".into(),
        (0, Language::En) => "due on the session day".into(),
        (days, Language::Ja) if days > 0 => format!("実施日から あと{days}日"),
        (1, Language::En) => "1 day left from the session".into(),
        (days, Language::En) if days > 0 => format!("{days} days left from the session"),
        (days, Language::Ja) => format!("{}日超過", -days),
        (days, Language::En) => format!("{} over", super::format::days(i64::from(-days), language)),
    }
}

/// A due date with the days left or over.
pub fn due(due: &str, left: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{due} {left}"),
        Language::En => format!("{due}, {left}"),
    }
}

/// The line under a late verdict.
pub fn late_by(days: u32, due: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("期限 {due}を{days}日過ぎています。"),
        Language::En => {
            format!("{} past the due date ({due}).", super::format::days(i64::from(days), language))
        }
    }
}

/// How old the list is.
pub fn list_number(seq: u64, language: Language) -> String {
    match language {
        Language::Ja => format!("第{seq}版"),
        Language::En => format!("No. {seq}"),
    }
}

/// A date with the days since or until then.
pub fn days_ago(days: i32, language: Language) -> String {
    match (days, language) {
        (0, Language::Ja) => "今日".into(),
        (0, Language::En) => "today".into(),
        (days, Language::Ja) if days > 0 => format!("{days}日前"),
        (days, Language::Ja) => format!("あと{}日", -days),
        (days, Language::En) if days > 0 => {
            format!("{} ago", super::format::days(i64::from(days), language))
        }
        (days, Language::En) => format!("in {}", super::format::days(i64::from(-days), language)),
    }
}

/// Missed questions with their topics, where the course is at hand.
pub fn missed(count: usize, topics: &[String], language: Language) -> String {
    match (topics.is_empty(), language) {
        (true, Language::Ja) => format!("{count}問"),
        (false, Language::Ja) => format!("{count}問（話題：{}）", topics.join("、")),
        (true, Language::En) => format!("{count}"),
        (false, Language::En) => format!("{count} (topics: {})", topics.join(", ")),
    }
}

/// Something said of somebody or something: a button's name with the person it is for, a fault with its file.
pub fn said_of(whom: &str, what: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{whom}：{what}"),
        Language::En => format!("{whom}: {what}"),
    }
}

/// A code was read while no course is chosen: the course that the code is of.
pub fn no_course_for(title: &str, language: Language) -> String {
    let said = words(language).no_course_chosen;
    match language {
        Language::Ja => format!("{said}（コードの講習：{title}）"),
        Language::En => format!("{said} (the code is of: {title})"),
    }
}

/// A value with something to know beside it.
pub fn aside(value: &str, note: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{value}（{note}）"),
        Language::En => format!("{value} ({note})"),
    }
}

/// How many rows a list holds.
pub fn entries(count: usize, language: Language) -> String {
    match (count, language) {
        (count, Language::Ja) => format!("{count}件"),
        (1, Language::En) => "1 entry".into(),
        (count, Language::En) => format!("{count} entries"),
    }
}

/// What goes when a list is erased: so many people, and so many readings of codes that could not be told apart.
pub fn to_be_erased(people: usize, unread: usize, language: Language) -> String {
    let (of_people, of_unread) = match language {
        Language::Ja => (
            format!("{people}人分の受付を、この端末から消去します。"),
            format!("読み取れなかったコード{unread}件の記録も消えます。"),
        ),
        Language::En => {
            let people = if people == 1 { "1 person".into() } else { format!("{people} people") };
            (
                format!("The check-ins of {people} are erased from this device."),
                format!(" {} of codes that could not be read go too.", entries(unread, language)),
            )
        }
    };
    if unread == 0 { of_people } else { of_people + &of_unread }
}

/// The name of the CSV file.
pub fn csv_name(course: &str, date: &str) -> String {
    // A course id is ASCII by the builder's rule; a file name must not contain what a path does.
    let course: String = course
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '_' })
        .collect();
    format!("yoshu-check-ins-{course}-{date}.csv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_name_holds_nothing_of_a_path() {
        assert_eq!(csv_name("als-pre", "2026-12-05"), "yoshu-check-ins-als-pre-2026-12-05.csv");
        assert_eq!(csv_name("../a b", "2026-12-05"), "yoshu-check-ins-___a_b-2026-12-05.csv");
    }

    #[test]
    fn the_large_word_tells_of_an_earlier_reading_and_of_a_decision() {
        let ja = |late, decision, seen| headline(late, decision, seen, Language::Ja);
        assert_eq!(ja(false, None, None), "期限内");
        assert_eq!(ja(false, None, Some("16:52")), "期限内・読み取り済み（16:52）");
        assert_eq!(ja(true, None, Some("16:52")), "期限超過・読み取り済み（16:52）");
        assert_eq!(ja(true, Some(Decision::Accept), Some("16:52")), "期限超過・受け入れ済み");
        assert_eq!(ja(true, Some(Decision::Refuse), None), "期限超過・受け入れない");
        assert_eq!(headline(true, Some(Decision::Accept), None, Language::En), "Late, accepted");
    }

    #[test]
    fn plain_words_have_no_code() {
        assert_eq!(plain_level(Level::A0, Language::En), "self-declared");
        assert_eq!(plain_holder(Holder::Unconfirmed, Language::Ja), "本人未確認");
    }

    #[test]
    fn the_last_day_is_in_time() {
        assert_eq!(days_left(0, Language::Ja), "期限当日です");
        assert_eq!(days_left(15, Language::Ja), "実施日から あと15日");
        assert_eq!(days_left(-1, Language::En), "1 day over");
    }
}
