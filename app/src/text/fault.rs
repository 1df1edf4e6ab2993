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
                "記録はこの端末に残っています。接続を確かめて、もう一度お試しください。",
            ],
            [
                "No network connection",
                "Your record is safe on this device. Check the connection and try again.",
            ],
        ),
        FetchFault::NotFound => pick(
            language,
            [
                "ファイルが見つかりません",
                "サイトが更新された可能性があります。ページを再読み込みしてください。記録は残っています。",
            ],
            [
                "A file is missing",
                "The site may have been updated. Reload the page; your record is kept.",
            ],
        ),
        FetchFault::Status(status) => {
            let (title, advice) = pick(
                language,
                [
                    "サーバーが応答できません",
                    "しばらく待ってから、もう一度お試しください。記録は残っています。",
                ],
                ["The server cannot answer", "Wait a little, then try again. Your record is kept."],
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
                    "記録はこの端末に残っています。ページを再読み込みしても直らないときは、次の内容を主催者に知らせてください：",
                ],
                [
                    "A file does not have the right form",
                    "Your record is safe on this device. If reloading the page does not help, please tell the organiser: ",
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
                "ページを再読み込みして新しい版を開いてください。保存済みの記録はそのまま残っています。",
            ],
            [
                "Your record was saved by a newer version",
                "Reload the page to get that version. What was saved is untouched.",
            ],
        ),
        StoreFault::Full => pick(
            language,
            [
                "端末の空き容量が足りません",
                "いまの記録はこの画面の中に残っています。空きを作るか、記録をファイルに保存してください。自動で保存をやり直します。",
            ],
            [
                "The device is full",
                "What you do now is kept in this page. Free some space, or save your record to a file. Saving is tried again by itself.",
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

/// The device cannot sign.
pub fn key_fault(fault: KeyFault, language: Language) -> Fault {
    match fault {
        KeyFault::NoCrypto => pick(
            language,
            [
                "この接続では修了コードを作れません",
                "https:// で始まるアドレスで開き直してください。受講の記録は残っています。",
            ],
            [
                "No completion code can be made over this connection",
                "Open the site by an address that begins with https://. Your record is kept.",
            ],
        ),
        KeyFault::Refused => pick(
            language,
            [
                "端末の署名を作れませんでした",
                "もう一度お試しください。続くときは別のブラウザに記録を移してお試しください。受講の記録は残っています。",
            ],
            [
                "The device did not sign",
                "Please try again. If it goes on, move your record to another browser. Your record is kept.",
            ],
        ),
    }
}
