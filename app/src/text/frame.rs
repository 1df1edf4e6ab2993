//! Sentences of the frame: header, navigation, footer, banners, the page that does not exist.

use super::Language;
use crate::browser::page::Theme;

pub use super::fault::{fetch_fault, key_fault, store_fault};

/// Fixed sentences.
pub struct Words {
    /// Link to the main content for keyboard users.
    pub skip: &'static str,
    /// Accessible name of the navigation.
    pub navigation: &'static str,
    /// Link to the home page.
    pub courses: &'static str,
    /// Link to the settings.
    pub settings: &'static str,
    /// Link to the instructor's page.
    pub verify: &'static str,
    /// Label of the language choice.
    pub language: &'static str,
    /// Label of the theme choice.
    pub theme: &'static str,
    /// Theme that follows the device.
    pub theme_auto: &'static str,
    /// Light theme.
    pub theme_light: &'static str,
    /// Dark theme.
    pub theme_dark: &'static str,
    /// What the portal keeps and where.
    pub footer: &'static str,
    /// Link to the rule tables.
    pub rules: &'static str,
    /// Heading of the page that does not exist.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_advice: &'static str,
    /// Link back.
    pub to_home: &'static str,
    /// Saves everything to a file.
    pub export: &'static str,
    /// Heading of the in-app browser notice.
    pub embedded: &'static str,
    /// What to do in an in-app browser.
    pub embedded_advice: &'static str,
    /// Opens the same address in the device's browser.
    pub open_outside: &'static str,
    /// Copies the page's address.
    pub copy_address: &'static str,
    /// The address was copied.
    pub copied: &'static str,
    /// Closes a notice.
    pub close: &'static str,
    /// The program stopped: heading.
    pub crash: &'static str,
    /// The program stopped: what was kept and what to do.
    pub crash_advice: &'static str,
    /// Loads the page again.
    pub reload: &'static str,
    /// What becomes of damaged records.
    pub damaged_advice: &'static str,
    /// Tries again.
    pub retry: &'static str,
}

/// So many damaged records were found.
pub fn damaged_records(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("読み取れない記録が{count}件ありました"),
        (Language::En, 1) => "One record could not be read".into(),
        (Language::En, _) => format!("{count} records could not be read"),
    }
}

/// Who runs the site, and how to reach them.
pub fn run_by(organisation: &str, contact: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("運営：{organisation}（{contact}）"),
        Language::En => format!("Run by {organisation} ({contact})"),
    }
}

/// Japanese.
pub static JA: Words = Words {
    skip: "本文へ移動",
    navigation: "メインメニュー",
    courses: "講習一覧",
    settings: "設定",
    verify: "指導員の方",
    language: "言語",
    theme: "表示の明るさ",
    theme_auto: "端末に合わせる",
    theme_light: "明るい",
    theme_dark: "暗い",
    footer: "学習の記録はこの端末の中だけに保存されます。外部には送信しません。",
    rules: "講習の基準と書類",
    not_found: "ページが見つかりません",
    not_found_advice: "アドレスが変わったか、入力が違う可能性があります。学習の記録はそのまま残っています。",
    to_home: "講習一覧へ戻る",
    export: "記録をファイルに保存",
    embedded: "アプリ内のブラウザで開いています",
    embedded_advice: "このままでは学習の記録が残らないことがあります。Safari や Chrome で開いてください。",
    open_outside: "ブラウザで開く",
    copy_address: "アドレスをコピー",
    copied: "コピーしました",
    close: "閉じる",
    crash: "画面の動作が止まりました",
    crash_advice: "この端末に保存された記録は残っています。再読み込みすると、最後に保存されたところから再開できます。",
    reload: "再読み込み",
    damaged_advice: "消さずに別に保管しています。ほかの記録に影響はありません。設定の画面からファイルに取り出せます。",
    retry: "もう一度試す",
};

/// English.
pub static EN: Words = Words {
    skip: "Skip to main content",
    navigation: "Main menu",
    courses: "Courses",
    settings: "Settings",
    verify: "For instructors",
    language: "Language",
    theme: "Appearance",
    theme_auto: "Same as device",
    theme_light: "Light",
    theme_dark: "Dark",
    footer: "Your learning record stays on this device. Nothing is sent anywhere.",
    rules: "Course rules and documents",
    not_found: "This page does not exist",
    not_found_advice: "The address may have changed or been mistyped. Your record is untouched.",
    to_home: "Back to the courses",
    export: "Save my record to a file",
    embedded: "You are in an app’s built-in browser",
    embedded_advice: "Your record may not be kept here. Please open this page in Safari or Chrome.",
    open_outside: "Open in the browser",
    copy_address: "Copy the address",
    copied: "Copied",
    close: "Close",
    crash: "This page has stopped working",
    crash_advice: "What was saved on this device is still there. Reload to go on from where it was last saved.",
    reload: "Reload",
    damaged_advice: "They were set aside, not deleted, and the rest of your record is fine. You can save them to a file in the settings.",
    retry: "Try again",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The theme that is shown, as the name of the button that changes it.
pub fn theme_button(theme: Theme, language: Language) -> String {
    let words = words(language);
    let name = match theme {
        Theme::System => words.theme_auto,
        Theme::Light => words.theme_light,
        Theme::Dark => words.theme_dark,
    };
    match language {
        Language::Ja => format!("{}：{name}", words.theme),
        Language::En => format!("{}: {name}", words.theme),
    }
}
