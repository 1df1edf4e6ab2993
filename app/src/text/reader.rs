//! Sentences for a camera that gives no picture, and for pictures that cannot be read.

use super::Language;
use crate::browser::camera::CameraFault;
use crate::browser::scan_worker::ScanFault;

/// The camera gives no picture: what happened, what to do.
pub fn camera_fault(fault: CameraFault, language: Language) -> (&'static str, &'static str) {
    let [ja, en] = match fault {
        CameraFault::Insecure => [
            ("この接続ではカメラを使えません", "https:// で始まるアドレスで開き直してください。"),
            (
                "The camera cannot be used over this connection",
                "Open the site by an address that begins with https://.",
            ),
        ],
        CameraFault::Denied => [
            (
                "カメラの使用が許可されていません",
                "ブラウザのアドレス欄の設定で、このサイトにカメラを許可してください。",
            ),
            (
                "The camera was not allowed",
                "Allow this site the camera in the browser’s site settings.",
            ),
        ],
        CameraFault::Absent => [
            ("使えるカメラが見つかりません", "カメラの接続を確かめてください。"),
            ("No camera was found", "Check that a camera is connected."),
        ],
        CameraFault::Busy => [
            (
                "カメラがほかのアプリで使われています",
                "ほかのアプリやタブのカメラを止めて、もう一度開始してください。",
            ),
            ("Another program is using the camera", "Stop the camera there, then start again."),
        ],
        CameraFault::Failed => [
            (
                "カメラを開始できませんでした",
                "もう一度開始してください。続くときは端末を再起動してください。",
            ),
            ("The camera did not start", "Start again. If it goes on, restart the device."),
        ],
    };
    if language == Language::Ja { ja } else { en }
}

/// A picture cannot be read: what happened, what to do.
pub fn scan_fault(fault: ScanFault, language: Language) -> (&'static str, &'static str) {
    let [ja, en] = match fault {
        ScanFault::NoReader => [
            (
                "QRの読み取り機能を準備できません",
                "電波のある所で、このページを開き直してください。「貼り付け」と .yoshu ファイルは使えます。",
            ),
            (
                "The QR reader could not be loaded",
                "Open this page again where you have a network. Pasting and .yoshu files still work.",
            ),
        ],
        ScanFault::NoPicture => [
            ("画像として開けないファイルです", "JPEG または PNG の画像を選んでください。"),
            ("The file is not a picture", "Choose a JPEG or PNG picture."),
        ],
    };
    if language == Language::Ja { ja } else { en }
}
