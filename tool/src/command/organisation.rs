//! `yoshu keys`, `yoshu trust` and `yoshu ticket`. Private keys are used here and never printed.

use std::path::Path;

use token::calendar::UnixSeconds;
use token::identifier::{CourseId, SessionId};
use tool::key::{KeyFolder, Made};
use tool::language::Language;
use tool::{ticket, trust};

use super::Failure;

pub(super) fn make_keys(out: &Path, now: UnixSeconds, language: Language) -> Result<(), Failure> {
    let because = |error: tool::key::KeyError| Failure::Because(error.sentence(language));
    let mut keys = KeyFolder::open(out).map_err(because)?;
    for (entry, made) in keys.make_missing(now.jst_date()).map_err(because)? {
        let said = match made {
            Made::New => language.pick("作りました", "made"),
            Made::Kept => language.pick("すでにあります（そのまま）", "already there, kept"),
            Made::Elsewhere => language
                .pick("別の場所に保管されています（そのまま）", "kept elsewhere, left alone"),
        };
        say!("  {:6} {}  {said}", entry.purpose.name(), entry.kid);
    }
    Ok(())
}

pub(super) fn sign(
    content: &Path,
    keys: &Path,
    days: u16,
    now: UnixSeconds,
    language: Language,
) -> Result<(), Failure> {
    let keys = KeyFolder::open(keys).map_err(|error| Failure::Because(error.sentence(language)))?;
    let signed = trust::sign(content, &keys, days, now)
        .map_err(|error| Failure::Because(error.sentence(language)))?;
    let (seq, until) = (signed.body.seq, signed.body.next_update.jst_date());
    let (keys, courses, root) =
        (signed.body.keys.len(), signed.body.courses.len(), signed.root.kid());
    match (language, signed.is_new) {
        (Language::Ja, true) => say!(
            "発行者一覧 第{seq}版に署名しました（鍵 {keys}、講習 {courses}、{until} まで。ルート {root}）"
        ),
        (Language::Ja, false) => {
            say!("発行者一覧 第{seq}版をそのまま使います（{until} まで。ルート {root}）")
        }
        (Language::En, true) => say!(
            "signed trust list {seq} (keys {keys}, courses {courses}, until {until}, root {root})"
        ),
        (Language::En, false) => {
            say!("trust list {seq} still says it all (until {until}, root {root})")
        }
    }
    for purpose in &signed.ending {
        let name = purpose.name();
        match language {
            Language::Ja => complain!(
                "  注意: 鍵 {name} の期間が終わります。{name}.pem を保管先へ移し、yoshu keys new で新しくしてください"
            ),
            Language::En => complain!(
                "  warning: the key {name} is running out: move {name}.pem to its safe and run yoshu keys new"
            ),
        }
    }
    for course in &signed.dropped {
        match language {
            Language::Ja => complain!(
                "  注意: 講習 {course} が一覧からなくなりました。この講習の修了コードは受け付けられません"
            ),
            Language::En => complain!(
                "  warning: the course {course} is no longer listed; its codes will be refused"
            ),
        }
    }
    Ok(())
}

pub(super) fn tickets(
    course: &CourseId,
    session: Option<&SessionId>,
    days: u16,
    count: u16,
    keys: &Path,
    now: UnixSeconds,
    language: Language,
) -> Result<(), Failure> {
    let issued = KeyFolder::open(keys)
        .and_then(|keys| ticket::issue(course, session, days, count, &keys, now));
    for ticket in issued.map_err(|error| Failure::Because(error.sentence(language)))? {
        say!("{}\t{}\t{}", ticket.id, ticket.sealed.qr(), ticket.sealed.text());
    }
    Ok(())
}
