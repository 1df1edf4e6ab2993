//! Why a code is not accepted, and what to do: the fixed texts of token spec §7, in the groups of its table.
//!
//! Every match is exhaustive: a new refusal does not compile until it has words.

use token::cose::Kind;
use token::identifier::CourseId;
use token::judge::Warning;
use token::refusal::{ProofFault, Refusal};
use token::trust::TrustError;

use super::{Language, format};

/// What is wrong, and the one thing to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub action: String,
}

fn told(language: Language, ja: (impl Into<String>, &str), en: (impl Into<String>, &str)) -> Told {
    match language {
        Language::Ja => Told { what: ja.0.into(), action: ja.1.into() },
        Language::En => Told { what: en.0.into(), action: en.1.into() },
    }
}

/// What kind of code was scanned.
fn kind(kind: Kind, language: Language) -> &'static str {
    let [ja, en] = match kind {
        Kind::Completion => ["予習修了コード", "completion code"],
        Kind::Enrolment => ["申込券", "enrolment ticket"],
        Kind::Attendance => ["受講記録", "attendance record"],
        Kind::Presentation => ["端末証明つきコード", "code with a device proof"],
        Kind::Room => ["会場のコード", "room code"],
        Kind::TrustList => ["発行者一覧", "trust list"],
    };
    if language == Language::Ja { ja } else { en }
}

/// Where something came from that is no completion code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A QR code.
    Qr,
    /// A text that was pasted or stood in a text file.
    Text,
    /// Any other file.
    File,
}

/// The words for what is no completion code.
fn no_code(source: Source, scanned: Option<Kind>, language: Language) -> Told {
    let [ja, en] = match source {
        Source::Qr => ["QR", "QR code"],
        Source::Text => ["文字", "text"],
        Source::File => ["ファイル", "file"],
    };
    let is_kind = scanned.map(|scanned| match language {
        Language::Ja => format!("（読み取ったもの：{}）", kind(scanned, language)),
        Language::En => format!(" (it is: {})", kind(scanned, language)),
    });
    let is_kind = is_kind.unwrap_or_default();
    let [ja_action, en_action] = match source {
        Source::Qr => {
            ["予習修了コードの画面を見せてもらってください。", "Ask for the completion code."]
        }
        Source::Text => [
            "予習修了コードの画面の「文字でコピー」で写した文字を送ってもらってください。",
            "Ask for the text that “Copy as text” gives on the page of the completion code.",
        ],
        Source::File => [
            "予習修了コードの画面で保存した .yoshu ファイルを送ってもらってください。",
            "Ask for the .yoshu file saved on the page of the completion code.",
        ],
    };
    told(
        language,
        (format!("この{ja}は予習修了コードではありません{is_kind}"), ja_action),
        (format!("This {en} is not a completion code{is_kind}"), en_action),
    )
}

/// The words for a signature that does not match. A slip on the way is ruled out first: most often it is that.
fn altered(source: Source, language: Language) -> Told {
    let [ja, en] = match source {
        Source::Qr => ["もう一度読み取ってください。", "Read it again."],
        Source::Text => [
            "全体をコピーし直して、もう一度確認してください。",
            "Have the whole text copied again, and check once more.",
        ],
        Source::File => [
            "ファイルを送り直してもらい、もう一度確認してください。",
            "Have the file sent again, and check once more.",
        ],
    };
    match language {
        Language::Ja => Told {
            what: "署名が一致しません。途中で内容が変わった可能性があります".to_owned(),
            action: format!(
                "{ja}それでも一致しないときは、改変または偽造の可能性があります。受け付けず、主催者に知らせてください。"
            ),
        },
        Language::En => Told {
            what: "The signature does not match. Something changed on the way".to_owned(),
            action: format!(
                "{en} If it still does not match, it may have been changed or forged: refuse it and tell the organiser."
            ),
        },
    }
}

/// The words for a refusal of something from `source`. `title` says what a course is called.
#[expect(clippy::too_many_lines, reason = "one table, read best in one piece")]
pub fn refusal(
    refusal: &Refusal,
    source: Source,
    title: &dyn Fn(&CourseId) -> String,
    language: Language,
) -> Told {
    use Refusal as R;
    match refusal {
        R::Empty => told(
            language,
            ("コードが入力されていません", "予習修了コードを貼り付けるか、読み取ってください。"),
            ("No code was given", "Paste the completion code, or read it."),
        ),
        R::Prefix => no_code(source, None, language),
        R::Kind { scanned } => no_code(source, Some(*scanned), language),
        R::PrefixVersion { .. } => told(
            language,
            (
                "新しい形式のコードです。検証アプリを更新してください",
                "このページを再読み込みして更新します。できないときは紙に記録してください。",
            ),
            (
                "The code has a newer form. Please update this page",
                "Reload the page while online. If that is not possible, record it on paper.",
            ),
        ),
        R::Base45 | R::Base64 | R::Cbor | R::TooLong => told(
            language,
            (
                "コードが壊れています（一部欠けている可能性）",
                "もう一度読み取るか、文字のコードまたはファイルを受け取ってください。",
            ),
            (
                "The code is damaged (a part may be missing)",
                "Read it again, or ask for the text form or the file.",
            ),
        ),
        R::CborProfile
        | R::CoseShape
        | R::CoseUnprotected
        | R::CoseHeader
        | R::Algorithm
        | R::KeyId
        | R::Confirmation
        | R::ClaimsShape
        | R::ClaimRange
        | R::Name
        | R::KeyPoint
        | R::Checks
        | R::ExpiryPolicy
        | R::Ticket
        | R::ProofShape => told(
            language,
            (
                "規格外のコードです。正規の画面で作られていません",
                "受け付けず、主催者に知らせてください。",
            ),
            (
                "The code breaks the rules. It was not made by the portal",
                "Refuse it and tell the organiser.",
            ),
        ),
        R::Signature | R::TicketSignature => altered(source, language),
        R::KeyUnknown { seq, issued, .. } | R::TicketKey { seq, issued } => {
            let date = format::jst_date(issued.jst_date(), true, language);
            told(
                language,
                (
                    format!("発行者が一覧にありません（一覧 第{seq}版 / {date}）"),
                    "発行者一覧を更新してから、もう一度読み取ってください。",
                ),
                (
                    format!("The issuer is not in the trust list (list {seq}, {date})"),
                    "Update the trust list, then read the code again.",
                ),
            )
        }
        R::KeyRevoked { .. } => told(
            language,
            (
                "取り消された発行者です",
                "受講者に、予習修了コードの再発行を受けてもらってください。",
            ),
            ("The issuer was revoked", "The learner must have the code issued again."),
        ),
        R::Revoked => told(
            language,
            (
                "取り消されたコードです",
                "受講者に、予習修了コードの再発行を受けてもらってください。",
            ),
            ("The code was revoked", "The learner must have the code issued again."),
        ),
        R::KeyRole { .. } | R::KeyCourse { .. } | R::KeyTime { .. } => told(
            language,
            ("この発行者では受け付けられません", "主催者に確認してください。"),
            ("A code by this issuer cannot be accepted", "Ask the organiser."),
        ),
        R::Level { level, minimum } => told(
            language,
            (
                format!(
                    "この保証水準では受け付けられません（A{}。この講習は A{} 以上）",
                    level.number(),
                    minimum.number()
                ),
                "主催者に確認してください。",
            ),
            (
                format!(
                    "The assurance level is too low (A{}; this course asks for A{} or more)",
                    level.number(),
                    minimum.number()
                ),
                "Ask the organiser.",
            ),
        ),
        R::Course { course } | R::CourseUnknown { course } | R::TicketCourse { course } => told(
            language,
            (
                format!("別の講習のコードです（{}）", title(course)),
                "選んだ講習と、詳細の内容を確かめてください。",
            ),
            (
                format!("The code is for another course ({})", title(course)),
                "Check the chosen course and the details.",
            ),
        ),
        R::Content { .. } => told(
            language,
            ("旧教材のコードです", "詳細を確かめ、今の教材で受講し直すよう伝えてください。"),
            (
                "The code was made with content that is no longer accepted",
                "See the details; the learner must take the present version.",
            ),
        ),
        R::Score { score, pass_percent } => told(
            language,
            (
                format!(
                    "得点不足です（{} / {}問、合格は{pass_percent}%以上）",
                    score.correct(),
                    score.total()
                ),
                "セルフアセスメントを受け直すよう伝えてください。",
            ),
            (
                format!(
                    "The score is too low ({} of {}; pass mark {pass_percent}%)",
                    score.correct(),
                    score.total()
                ),
                "The learner must take the self-assessment again.",
            ),
        ),
        R::TicketTime => told(
            language,
            ("申込券の有効期間外に修了しています", "主催者に確認してください。"),
            ("Completed outside the time of the enrolment ticket", "Ask the organiser."),
        ),
        R::Expired { due, days_late } => {
            let date = format::jst_date(*due, true, language);
            told(
                language,
                (
                    format!(
                        "期限 {date} を{days_late}日過ぎています。受け付けられる範囲を超えました"
                    ),
                    "主催者に確認してください。この画面では受け付けられません。",
                ),
                (
                    format!(
                        "{} past the due date ({date}), beyond the grace",
                        format::days(i64::from(*days_late), language)
                    ),
                    "Ask the organiser. It cannot be accepted here.",
                ),
            )
        }
        R::NotYet { completed } => {
            let date = format::jst_date(completed.jst_date(), true, language);
            told(
                language,
                (
                    format!("修了日が先の日付です（{date}）"),
                    "この端末と受講者の端末の日付を確かめてください。",
                ),
                (
                    format!("Completed in the future ({date})"),
                    "Check the date of this device and of the learner's.",
                ),
            )
        }
        R::SessionDate { completed } => {
            let date = format::jst_date(*completed, true, language);
            told(
                language,
                (
                    format!("実技の日より後に修了しています（修了 {date}）"),
                    "選んだ実施日を確かめてください。",
                ),
                (
                    format!("Completed after the session (on {date})"),
                    "Check the chosen session date.",
                ),
            )
        }
        R::Clock { floor } => {
            let date = format::jst_date(floor.jst_date(), true, language);
            told(
                language,
                (
                    format!("端末の日付が正しくない可能性があります（{date} 以降のはずです）"),
                    "端末の日付を直すか、今日の日付を入力してください。",
                ),
                (
                    format!("The date of this device may be wrong (it should be {date} or later)"),
                    "Set the device's date, or type today's date.",
                ),
            )
        }
        R::TrustMissing => told(
            language,
            ("発行者一覧がありません", "オンラインで更新するか、ファイルから読み込んでください。"),
            ("There is no trust list", "Update it online, or load it from a file."),
        ),
        R::TrustStale { seq, next_update } => {
            let date = format::jst_date(next_update.jst_date(), true, language);
            told(
                language,
                (
                    format!("発行者一覧が古くなっています（第{seq}版、更新予定 {date}）"),
                    "オンラインで更新するか、ファイルから読み込んでください。",
                ),
                (
                    format!("The trust list is out of date (list {seq}, update was due {date})"),
                    "Update it online, or load it from a file.",
                ),
            )
        }
    }
}

/// The words for a warning. `seen` says when the code was read before.
pub fn warning(warning: Warning, seen: Option<&str>, language: Language) -> Told {
    match warning {
        Warning::TrustOld => told(
            language,
            (
                "発行者一覧の更新予定日を過ぎています",
                "次にオンラインになったとき、更新してください。",
            ),
            ("The trust list is over its update date", "Update it when you are online next."),
        ),
        Warning::ContentOld => told(
            language,
            ("更新前の教材で修了しています", "受け付けられますが、変更点を口頭で補ってください。"),
            (
                "Completed with an earlier version of the content",
                "It is accepted; tell the learner what has changed.",
            ),
        ),
        Warning::NotOnRoster => told(
            language,
            ("名簿にない申込番号です", "申込を確かめてください。"),
            ("Not on the roster", "Check the enrolment."),
        ),
        Warning::ClockSkew => told(
            language,
            ("修了の時刻がこの端末より進んでいます", "両方の端末の時刻を確かめてください。"),
            ("Completed ahead of this device's clock", "Check the clocks of both devices."),
        ),
        Warning::Seen => told(
            language,
            (
                match seen {
                    Some(seen) => format!("このコードは {seen} に読み取り済みです"),
                    None => "このコードは読み取り済みです".to_owned(),
                },
                "同じ人かどうか、本人と見比べてください。",
            ),
            (
                match seen {
                    Some(seen) => format!("This code was read before, on {seen}"),
                    None => "This code was read before".to_owned(),
                },
                "Compare the person: is it the same one?",
            ),
        ),
    }
}

/// Why a trust list is not taken.
pub fn trust_error(error: &TrustError, language: Language) -> Told {
    match error {
        TrustError::Rollback { seq, stored_seq } => told(
            language,
            (
                format!("今の一覧より古い一覧です（第{seq}版。今は第{stored_seq}版）"),
                "今の一覧をそのまま使います。",
            ),
            (
                format!("The list is older than the one in use ({seq}; in use {stored_seq})"),
                "The list in use stays.",
            ),
        ),
        TrustError::Root => told(
            language,
            (
                "発行者一覧の署名者がこの端末の知る主催者と違います",
                "今の一覧をそのまま使います。主催者に確認してください。",
            ),
            (
                "The list is signed by an organiser this device does not know",
                "The list in use stays. Ask the organiser.",
            ),
        ),
        TrustError::Signature => told(
            language,
            (
                "発行者一覧の署名が一致しません",
                "今の一覧をそのまま使います。主催者から受け取り直してください。",
            ),
            (
                "The signature of the list does not match",
                "The list in use stays. Get the list from the organiser again.",
            ),
        ),
        TrustError::Format
        | TrustError::DuplicateKid { .. }
        | TrustError::Kid { .. }
        | TrustError::KeyPoint => told(
            language,
            (
                "発行者一覧のファイルとして読めません",
                "今の一覧をそのまま使います。trust.cose を選んでいるか確かめてください。",
            ),
            (
                "This is not a readable trust list",
                "The list in use stays. Check that the file is trust.cose.",
            ),
        ),
    }
}

/// Why a device proof says nothing; the verdict on the code itself stands.
pub fn proof_fault(fault: &ProofFault, language: Language) -> Told {
    let what = match (fault, language) {
        (ProofFault::Shape | ProofFault::KeyPoint, Language::Ja) => {
            "端末証明の形式が正しくありません"
        }
        (ProofFault::Shape | ProofFault::KeyPoint, Language::En) => "The device proof is malformed",
        (ProofFault::NoConfirmation, Language::Ja) => "このコードは端末に結び付いていません",
        (ProofFault::NoConfirmation, Language::En) => "The code is tied to no device",
        (ProofFault::Key, Language::Ja) => "端末証明が別の端末のものです",
        (ProofFault::Key, Language::En) => "The device proof is another device's",
        (ProofFault::Signature, Language::Ja) => "端末証明がこの会場のものではありません",
        (ProofFault::Signature, Language::En) => "The device proof is not for this room",
    };
    let action = "名簿・身分証で本人を確認してください。";
    told(language, (what, action), (what, "Check the person by roster or identity card."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use token::calendar::UnixSeconds;

    fn refusal(refusal: &Refusal, language: Language) -> Told {
        super::refusal(refusal, Source::Qr, &|course| format!("«{course}»"), language)
    }

    #[test]
    fn a_text_of_a_chat_is_not_called_a_qr_code() {
        let of =
            |source| super::refusal(&Refusal::Prefix, source, &|_| String::new(), Language::Ja);
        assert_eq!(of(Source::Text).what, "この文字は予習修了コードではありません");
        assert_eq!(of(Source::Qr).what, "このQRは予習修了コードではありません");
    }

    #[test]
    fn a_slip_is_ruled_out_before_forgery_is_named() {
        for source in [Source::Qr, Source::Text, Source::File] {
            let told =
                super::refusal(&Refusal::Signature, source, &|_| String::new(), Language::Ja);
            assert!(!told.what.contains("偽造"), "{}", told.what);
            let (slip, forgery) = (told.action.find("もう一度"), told.action.find("偽造"));
            assert!(slip.is_some() && slip < forgery, "{}", told.action);
        }
    }

    #[test]
    fn a_code_of_another_course_names_it() {
        let course = "als-pre".parse().unwrap();
        let told = refusal(&Refusal::Course { course }, Language::Ja);
        assert_eq!(told.what, "別の講習のコードです（«als-pre»）");
    }

    #[test]
    fn a_wrong_kind_says_what_was_scanned() {
        let told = refusal(&Refusal::Kind { scanned: Kind::Enrolment }, Language::Ja);
        assert!(told.what.contains("申込券"), "{}", told.what);
    }

    #[test]
    fn an_unknown_issuer_names_the_list_that_was_asked() {
        let kid = "74f00d61f034f856".parse().unwrap();
        let unknown = Refusal::KeyUnknown { kid, seq: 7, issued: UnixSeconds(1_795_000_000) };
        let told = refusal(&unknown, Language::Ja);
        assert!(told.what.contains("第7版 / 2026/11/18"), "{}", told.what);
        assert!(told.action.contains("更新"), "{}", told.action);
    }

    #[test]
    fn an_expired_code_counts_its_days() {
        let due = "2026-12-20".parse().unwrap();
        let told = refusal(&Refusal::Expired { due, days_late: 8 }, Language::En);
        assert!(
            told.what.starts_with("8 days past the due date (Sun 20 Dec 2026)"),
            "{}",
            told.what
        );
    }

    #[test]
    fn a_code_read_before_says_when() {
        let told = warning(Warning::Seen, Some("12/5 9:03"), Language::Ja);
        assert_eq!(told.what, "このコードは 12/5 9:03 に読み取り済みです");
    }
}
