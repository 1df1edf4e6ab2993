//! Sentences of the settings page.

use domain::archive::ArchiveError;
use domain::journal::ProfileField;
use domain::profile::NumberError;

use super::{Language, audience, format};

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
    /// Heading over the profile.
    pub profile: &'static str,
    /// The profile is optional and stays here.
    pub profile_note: &'static str,
    /// Button.
    pub save: &'static str,
    /// Said when the profile was saved.
    pub saved: &'static str,
    /// Heading over language and theme.
    pub display: &'static str,
    /// Label.
    pub language: &'static str,
    /// Label.
    pub theme: &'static str,
    /// Label.
    pub keys: &'static str,
    /// Switch: single letters are keys of a page.
    pub letter_keys: &'static str,
    /// Whom it helps to switch them off, and what stays.
    pub letter_keys_note: &'static str,
    /// Heading over the data.
    pub data: &'static str,
    /// Heading over the storage state.
    pub storage: &'static str,
    /// The record is kept.
    pub storage_saved: &'static str,
    /// The record is in memory only.
    pub storage_memory: &'static str,
    /// The browser promised to keep it.
    pub persistent: &'static str,
    /// The browser did not promise.
    pub not_persistent: &'static str,
    /// Button: ask the browser for it.
    pub ask_persist: &'static str,
    /// It promised.
    pub now_persistent: &'static str,
    /// It did not, and what helps.
    pub persist_refused: &'static str,
    /// Heading and button of the export.
    pub export: &'static str,
    /// What the export holds.
    pub export_note: &'static str,
    /// Heading of the import.
    pub import: &'static str,
    /// What the import does.
    pub import_note: &'static str,
    /// Button: chooses the file to take in.
    pub import_pick: &'static str,
    /// Nothing new was in the file.
    pub import_known: &'static str,
    /// Button: save damaged records.
    pub save_set_aside: &'static str,
    /// Heading and button of the erasure.
    pub erase: &'static str,
    /// What the erasure does.
    pub erase_note: &'static str,
    /// Confirms the erasure.
    pub erase_confirm: &'static str,
    /// Cancels.
    pub cancel: &'static str,
    /// Everything is erased.
    pub erased: &'static str,
    /// Takes the erasure back.
    pub undo: &'static str,
    /// The erasure was taken back.
    pub undone: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    heading: "設定",
    profile: "プロフィール",
    profile_note: "すべて任意です。この端末の中だけに保存され、自動で送られることはありません。",
    save: "プロフィールを保存",
    saved: "保存しました",
    display: "表示",
    language: "言語",
    theme: "明るさ",
    keys: "キー操作",
    letter_keys: "文字のキー（K、G、? など）でも操作する",
    letter_keys_note: "音声入力をお使いのときや、意図せず動くときは外してください。スペース、矢印、Enter はそのまま使えます。",
    data: "学習の記録",
    storage: "保存の状態",
    storage_saved: "この端末に保存されています",
    storage_memory: "この端末に保存できていません。画面を閉じる前に、下の「記録をファイルに保存」をお使いください。",
    persistent: "ブラウザが自動で消さない設定になっています。",
    not_persistent: "空き容量が少ないときや長く使わないときに、ブラウザが記録を消すことがあります。",
    ask_persist: "記録を保護する",
    now_persistent: "記録を保護しました。",
    persist_refused: "ブラウザが応じませんでした。ファイルへの保存をおすすめします。",
    export: "記録をファイルに保存",
    export_note: "視聴の記録、解答、予習修了コード、プロフィール、メモ、指導員の受付一覧（氏名を残していれば氏名も）が1つのファイルになります。機種変更や控えにお使いください。署名の鍵はこの端末から取り出せないため、入りません。",
    import: "ファイルから取り込む",
    import_note: "保存したファイルの記録を、今の記録に追加します。今の記録は消えません。",
    import_pick: "ファイルを選ぶ",
    import_known: "新しい記録はありませんでした。今の記録と同じ内容です。",
    save_set_aside: "読めない記録をファイルに保存",
    erase: "すべて消去",
    erase_note: "この端末の学習の記録、予習修了コード、プロフィール、署名の鍵、指導員の受付一覧をすべて消します。先にファイルへの保存をお勧めします。",
    erase_confirm: "すべて消去する",
    cancel: "やめる",
    erased: "すべて消去しました",
    undo: "元に戻す",
    undone: "元に戻しました",
};

/// English.
pub static EN: Words = Words {
    heading: "Settings",
    profile: "Profile",
    profile_note: "Everything is optional. It stays on this device and is never sent by itself.",
    save: "Save profile",
    saved: "Saved",
    display: "Display",
    language: "Language",
    theme: "Brightness",
    keys: "Keyboard",
    letter_keys: "Letter keys (K, G, ? and others) work too",
    letter_keys_note: "Switch them off if you use speech input or press them by mistake. Space, arrows and Enter always work.",
    data: "Your record",
    storage: "Storage",
    storage_saved: "Kept on this device",
    storage_memory: "It cannot be kept on this device. Before you close the page, use “Save the record to a file” below.",
    persistent: "The browser will not delete it by itself.",
    not_persistent: "The browser may delete it when space is short or after a long time without a visit.",
    ask_persist: "Protect the record",
    now_persistent: "The record is protected.",
    persist_refused: "The browser did not agree. Please save the record to a file as well.",
    export: "Save the record to a file",
    export_note: "Watched stretches, answers, completion codes, profile, notes and the instructor’s check-in list (with names, where they were kept) in one file: for a new device or as a backup. The signing key cannot leave this device and is not in it.",
    import: "Take in a file",
    import_note: "Adds a saved record to the present one. Nothing of the present one is lost.",
    import_pick: "Choose a file",
    import_known: "There was nothing new in it: all of it is in the present record.",
    save_set_aside: "Save unreadable records to a file",
    erase: "Erase everything",
    erase_note: "Deletes the learning record, completion codes, profile, signing key and the instructor’s check-in list of this device. Save the record to a file first.",
    erase_confirm: "Erase everything now",
    cancel: "Cancel",
    erased: "Everything is erased",
    undo: "Undo",
    undone: "Everything is back",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Label and hint of a profile field.
pub fn field(field: ProfileField, language: Language) -> (&'static str, &'static str) {
    match (field, language) {
        (ProfileField::Name, Language::Ja) => {
            ("氏名", "予習修了コードに入れるかどうかは、コードを作るときに選べます。")
        }
        (ProfileField::Name, Language::En) => {
            ("Name", "Whether it goes into a completion code is your choice when you make one.")
        }
        (ProfileField::Profession, Language::Ja) => ("職種", "例：医師、看護師、救急救命士"),
        (ProfileField::Profession, Language::En) => {
            ("Profession", "For example physician, nurse, paramedic")
        }
        (ProfileField::JmaMemberId, Language::Ja) => {
            ("日医会員ID", "数字10桁。日医雑誌などの宛名欄に印刷されています。")
        }
        (ProfileField::JmaMemberId, Language::En) => {
            ("JMA member ID", "10 digits, printed on the address label of the JMA journal")
        }
        (ProfileField::MamisId, Language::Ja) => ("MAMIS ID", "医師会会員情報システムのIDです。"),
        (ProfileField::MamisId, Language::En) => {
            ("MAMIS ID", "Of the medical associations' member system")
        }
        (ProfileField::JmaMembership, language) => {
            let words = audience::words(language);
            (words.question, words.hint)
        }
        (ProfileField::PhysicianRegistrationNumber, Language::Ja) => {
            ("医籍番号", "医師免許証に記載されている登録番号です。")
        }
        (ProfileField::PhysicianRegistrationNumber, Language::En) => {
            ("Physician registration number", "As printed on the medical licence")
        }
    }
}

/// What is wrong with a number, and what to do.
pub fn number_error(error: NumberError, language: Language) -> String {
    match (error, language) {
        (NumberError::Character(stranger), Language::Ja) => {
            format!("「{stranger}」は使えません。番号だけを入力してください。")
        }
        (NumberError::Character(stranger), Language::En) => {
            format!("“{stranger}” does not belong there. Enter the number alone.")
        }
        (NumberError::Length { has, least, most }, Language::Ja) if least == most => {
            format!("{least}桁で入力してください（今は{has}桁です）。")
        }
        (NumberError::Length { has, least, most }, Language::Ja) => {
            format!("{least}〜{most}桁で入力してください（今は{has}桁です）。")
        }
        (NumberError::Length { has, least, most }, Language::En) if least == most => {
            format!("It has {least} digits (now {has}).")
        }
        (NumberError::Length { has, least, most }, Language::En) => {
            format!("It has {least} to {most} digits (now {has}).")
        }
    }
}

/// Why a file was not taken in, and what to do. The present record is untouched.
pub fn archive_error(error: &ArchiveError, language: Language) -> (String, &'static str) {
    let kept = match language {
        Language::Ja => {
            "今の記録はそのまま残っています。Yoshu で保存したファイル（yoshu-record-….txt）を選んでください。"
        }
        Language::En => {
            "The present record is untouched. Please choose a file that Yoshu has saved (yoshu-record-….txt)."
        }
    };
    let newer = match language {
        Language::Ja => {
            "今の記録はそのまま残っています。このページを読み込み直して最新にしてから、もう一度お試しください。"
        }
        Language::En => {
            "The present record is untouched. Load this page again to get the newest version, then try again."
        }
    };
    match (error, language) {
        (ArchiveError::Empty, Language::Ja) => ("ファイルが空です".into(), kept),
        (ArchiveError::Empty, Language::En) => ("The file is empty".into(), kept),
        (ArchiveError::NotAnArchive, Language::Ja) => {
            ("Yoshu の記録ファイルではありません".into(), kept)
        }
        (ArchiveError::NotAnArchive, Language::En) => {
            ("This is not a record saved by Yoshu".into(), kept)
        }
        (ArchiveError::OtherKind(kind), Language::Ja) => {
            (format!("学習の記録ではないファイルです（{kind}）"), kept)
        }
        (ArchiveError::OtherKind(kind), Language::En) => {
            (format!("This file holds something else ({kind})"), kept)
        }
        (
            ArchiveError::NewerVersion(version) | ArchiveError::UnknownVersion(version),
            Language::Ja,
        ) => {
            (format!("このファイルの形式（第{version}版）は、今のプログラムでは読めません"), newer)
        }
        (
            ArchiveError::NewerVersion(version) | ArchiveError::UnknownVersion(version),
            Language::En,
        ) => (format!("This program cannot read the file's form (version {version})"), newer),
    }
}

/// The browser could not read the file that was chosen.
pub fn unreadable(language: Language) -> (String, &'static str) {
    match language {
        Language::Ja => (
            "ファイルを読み込めません".into(),
            "移動や削除をしたか、開く許可がない可能性があります。今の記録はそのまま残っています。ファイルを端末の中に保存してから、もう一度選んでください。",
        ),
        Language::En => (
            "The file cannot be read".into(),
            "It may have been moved or deleted, or the browser may not open it. The present record is untouched. Save the file on this device, then choose it again.",
        ),
    }
}

/// What an import did.
pub fn imported(read: usize, set_aside: usize, missing: usize, language: Language) -> String {
    let mut said = match language {
        Language::Ja => format!("{read}件の記録を取り込みました。"),
        Language::En => format!("{read} records were taken in."),
    };
    if set_aside > 0 {
        said.push_str(&match language {
            Language::Ja => format!("読めない記録が{set_aside}件あり、別に保管しました。"),
            Language::En => format!(" {set_aside} could not be read and were set aside."),
        });
    }
    if missing > 0 {
        said.push_str(&match language {
            Language::Ja => format!("ファイルが途中で切れていて、{missing}件が欠けています。"),
            Language::En => format!(" The file is cut short: {missing} are missing."),
        });
    }
    said
}

/// How much is stored.
pub fn used(used: u64, language: Language) -> String {
    let used = format::bytes(used);
    match language {
        Language::Ja => format!("使用量 {used}"),
        Language::En => format!("{used} used"),
    }
}

/// Damaged records were found.
pub fn set_aside(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("読めない記録が{count}件あり、消さずに別に保管しています。"),
        Language::En => {
            format!("{count} records could not be read. They were set aside, not deleted.")
        }
    }
}

/// How long the erasure can be taken back.
pub fn undo_left(seconds: u32, language: Language) -> String {
    match language {
        Language::Ja => format!("あと{seconds}秒の間、元に戻せます。"),
        Language::En => format!("You can undo this for {seconds} seconds."),
    }
}
