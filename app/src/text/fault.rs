//! What went wrong with the network, the store or the key: what happened, then what was kept and
//! what to do.

use crate::browser::fetch::FetchFault;
use crate::browser::key::KeyFault;
use crate::browser::store::StoreFault;

use super::Language;

/// What happened, and what to do.
pub type Fault = (String, String);

fn pick(language: Language, ja: [&str; 2], en: [&str; 2]) -> Fault {
    let [title, advice] = match language {
        Language::Ja => ja,
        Language::En => en,
    };
    (title.into(), advice.into())
}

/// A file of the site could not be had.
pub fn fetch_fault(fault: &FetchFault, language: Language) -> Fault {
    match fault {
        FetchFault::Offline => pick(
            language,
            [
                "ネットワークにつながりません",
                "これまでの記録に影響はありません。接続を確かめて、もう一度お試しください。",
            ],
            [
                "No network connection",
                "Your record is not affected. Check the connection and try again.",
            ],
        ),
        FetchFault::NotFound => pick(
            language,
            [
                "ファイルが見つかりません",
                "サイトが更新された可能性があります。ページを再読み込みしてください。保存された記録は残ります。",
            ],
            [
                "A file is missing",
                "The site may have been updated. Reload the page; what was saved stays.",
            ],
        ),
        FetchFault::Status(status) => {
            let (title, advice) = pick(
                language,
                [
                    "サーバーが応答できません",
                    "しばらく待ってから、もう一度お試しください。これまでの記録に影響はありません。",
                ],
                [
                    "The server cannot answer",
                    "Wait a little, then try again. Your record is not affected.",
                ],
            );
            match language {
                Language::Ja => (format!("{title}（HTTP {status}）"), advice),
                Language::En => (format!("{title} (HTTP {status})"), advice),
            }
        }
        FetchFault::Unreadable(detail) => {
            let (title, advice) = pick(
                language,
                [
                    "ファイルの内容が正しくありません",
                    "これまでの記録に影響はありません。しばらくして開き直しても直らないときは、次の内容を主催者に知らせてください：",
                ],
                [
                    "A file does not have the right form",
                    "Your record is not affected. If it does not help to open the page again later, please tell the organiser: ",
                ],
            );
            (title, advice + detail)
        }
    }
}

/// The browser's store cannot be used.
pub fn store_fault(fault: StoreFault, language: Language) -> Fault {
    match fault {
        StoreFault::Unavailable => pick(
            language,
            [
                "この画面を閉じると記録が消えます",
                "ブラウザが保存を許可していません（プライベートモードなど）。このまま受講できますが、閉じる前に記録をファイルに保存してください。",
            ],
            [
                "Your record will be lost when you close this page",
                "The browser does not allow storage (a private window, perhaps). You can go on, but save your record to a file before closing.",
            ],
        ),
        StoreFault::Blocked => pick(
            language,
            [
                "保存場所が使用中です",
                "ほかのタブでこのサイトを開いているときは閉じて、再読み込みしてください。それまでの記録はこの画面の中だけにあります。",
            ],
            [
                "The store is in use",
                "Close other tabs of this site, then reload. Until then your record is kept in this page only.",
            ],
        ),
        StoreFault::Newer => pick(
            language,
            [
                "新しい版で保存された記録があります",
                "ページを再読み込みすると新しい版が開きます。保存済みの記録はそのまま残っています。再読み込みの前に確認が出たときは、いまの記録を先にファイルに保存してください。",
            ],
            [
                "Your record was saved by a newer version",
                "Reload the page to get that version. What was saved is untouched. If you are asked before it reloads, save what you have just done to a file first.",
            ],
        ),
        StoreFault::Full => pick(
            language,
            [
                "端末の空き容量が足りません",
                "いまの記録はこの画面の中に残っています。空きを作るか、記録をファイルに保存してください。",
            ],
            [
                "The device is full",
                "What you do now is kept in this page. Free some space, or save your record to a file.",
            ],
        ),
        StoreFault::Damaged => pick(
            language,
            [
                "保存した記録を読み書きできません",
                "このまま受講できます。いまの記録はこの画面の中に残っていますので、ファイルに保存してください。",
            ],
            [
                "The stored record cannot be read or written",
                "You can go on. What you do now is kept in this page; please save it to a file.",
            ],
        ),
    }
}

/// What could not be written waits, and is tried again.
pub fn is_tried_again(language: Language) -> &'static str {
    match language {
        Language::Ja => "自動で保存をやり直します。",
        Language::En => "Saving is tried again by itself.",
    }
}

/// The browser did not take a file that was to be saved.
pub fn save_refused(language: Language) -> Fault {
    pick(
        language,
        [
            "ファイルを保存できませんでした",
            "ブラウザのダウンロードの設定を確かめて、もう一度お試しください。いまの記録はこの画面に残っています。",
        ],
        [
            "The file could not be saved",
            "Check the browser’s settings for downloads and try again. Your record is still in this page.",
        ],
    )
}

/// The device cannot sign.
pub fn key_fault(fault: KeyFault, language: Language) -> Fault {
    match fault {
        KeyFault::NoCrypto => pick(
            language,
            [
                "この接続では予習修了コードを作れません",
                "https:// で始まるアドレスで開き直してください。受講の記録に影響はありません。",
            ],
            [
                "No completion code can be made over this connection",
                "Open the site by an address that begins with https://. Your record is not affected.",
            ],
        ),
        KeyFault::Refused => pick(
            language,
            [
                "端末の署名を作れませんでした",
                "もう一度お試しください。続くときは別のブラウザに記録を移してお試しください。受講の記録に影響はありません。",
            ],
            [
                "The device did not sign",
                "Please try again. If it goes on, move your record to another browser. Your record is not affected.",
            ],
        ),
    }
}
