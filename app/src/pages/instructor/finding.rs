//! What a code said when it was read: the judge's verdict with the circumstances it was judged in.

use domain::practical::{CheckInEvent, CheckInLog, Reading, Seen, SessionKey};
use domain::unit::UnixMs;
use token::calendar::{JstDate, UnixSeconds};
use token::claims::Completion;
use token::cose::Kind;
use token::identifier::{CourseId, CtiHash, SessionId};
use token::judge::{
    Circumstances, Class, Holder, Refused, Verdict, Warning, judge, judge_presentation,
};
use token::presentation::Room;
use token::refusal::Refusal;
use token::text::{PrintableNfc, Scanned};
use token::trust::TrustList;

use crate::browser::signal::Tone;
use crate::text::refusal::Source;

/// Under which course a code is filed whose own course could not be read, when any course is accepted.
pub(super) const NO_COURSE: &str = "-";

/// What was given to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// The string of a QR code.
    Qr(String),
    /// A string that was pasted, or stood in a text file.
    Text(String),
    /// The bytes of a file.
    File(Vec<u8>),
}

impl Input {
    /// The codes in a file: a text file holds one a line, any other file is one token.
    pub(super) fn of_file(bytes: Vec<u8>) -> Vec<Self> {
        // A token begins with a byte that no text begins with.
        let is_text = matches!(bytes.first(), Some(b'Y' | b'y' | b' ' | b'\r' | b'\n' | 0xef));
        match std::str::from_utf8(&bytes) {
            Ok(text) if is_text => Self::of_text(text.trim_start_matches('\u{feff}')),
            _ => vec![Self::File(bytes)],
        }
    }

    /// The codes in a pasted text.
    pub(super) fn of_text(text: &str) -> Vec<Self> {
        token::text::lines(text).into_iter().map(Self::Text).collect()
    }

    fn scanned(&self) -> Result<Scanned, Refusal> {
        match self {
            Self::Qr(text) | Self::Text(text) => Scanned::read(text),
            Self::File(bytes) if is_like_token(bytes) => Scanned::file(bytes),
            Self::File(_) => Err(Refusal::Prefix),
        }
    }

    /// Where it came from, for the words.
    pub(super) fn source(&self) -> Source {
        match self {
            Self::Qr(_) => Source::Qr,
            Self::Text(_) => Source::Text,
            Self::File(_) => Source::File,
        }
    }
}

/// Whether a file begins as a token does: with the tag of a signature, or with the array of a presentation. What
/// begins otherwise (a picture, a PDF, a letter) is no damaged code but none at all.
fn is_like_token(bytes: &[u8]) -> bool {
    const COSE_SIGN1: u8 = 0xd2;
    const ARRAY: u8 = 4;
    bytes.first().is_none_or(|first| *first == COSE_SIGN1 || first >> 5 == ARRAY)
}

/// The circumstances of a reading.
pub(super) struct Setting<'a> {
    /// The trust list.
    pub(super) trust: Option<&'a TrustList>,
    /// The latest moment known to have passed.
    pub(super) clock_floor: Option<UnixSeconds>,
    /// The time, by the device or on the day that was typed.
    pub(super) now: UnixMs,
    /// What the device's clock says, where the day was typed.
    pub(super) clock: Option<UnixMs>,
    /// The session's course; any if none.
    pub(super) course: Option<&'a CourseId>,
    /// The session's date.
    pub(super) date: JstDate,
    /// What was read before.
    pub(super) log: &'a CheckInLog,
    /// The check of names.
    pub(super) printable_nfc: PrintableNfc,
}

/// A code that was read and judged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    /// What was given.
    pub(super) input: Input,
    /// What the judge says.
    pub(super) verdict: Result<Verdict, Refused>,
    /// Where it is filed.
    pub(super) session: SessionKey,
    /// When it was let through before.
    pub(super) seen: Option<Seen>,
    /// When it was judged.
    pub(super) at: UnixMs,
    /// What the device's clock said then, where the day was typed.
    clock: Option<UnixMs>,
}

impl Finding {
    /// Judges a code.
    pub(super) fn judge(input: Input, setting: &Setting<'_>) -> Self {
        let seen = setting.log.seen_tokens();
        let circumstances = Circumstances {
            trust: setting.trust,
            now: setting.now.seconds(),
            session_date: setting.date,
            course: setting.course,
            roster: None,
            seen: Some(&seen),
            clock_floor: setting.clock_floor,
            printable_nfc: setting.printable_nfc,
        };
        let verdict = match input.scanned() {
            Ok(scanned) => verdict(&scanned, &circumstances),
            Err(refusal) => Err(Refused { refusal, signed: None }),
        };
        let claims = claims(&verdict);
        let course = setting.course.or(claims.map(|claims| &claims.course)).cloned();
        let session = SessionKey { course: course.unwrap_or_else(no_course), date: setting.date };
        let seen = claims.and_then(|claims| setting.log.seen(claims.cti.hash()));
        Self { input, verdict, session, seen, at: setting.now, clock: setting.clock }
    }

    /// The signed claims, also of a code that is refused for what it says.
    pub(super) fn claims(&self) -> Option<&Completion> {
        claims(&self.verdict)
    }

    /// Under which hash the token is kept.
    pub(super) fn token(&self) -> Option<CtiHash> {
        self.claims().map(|claims| claims.cti.hash())
    }

    /// `OK`, `LATE`, or the code of the refusal.
    pub(super) fn code(&self) -> &'static str {
        match &self.verdict {
            Ok(Verdict { class: Class::Ok, .. }) => "OK",
            Ok(Verdict { class: Class::Late { .. }, .. }) => "LATE",
            Err(refused) => refused.refusal.code(),
        }
    }

    /// When a code that is let through was let through before, if it was.
    pub(super) fn read_before(&self) -> Option<UnixMs> {
        let verdict = self.verdict.as_ref().ok()?;
        let is_seen = verdict.warnings.contains(&Warning::Seen);
        self.seen.as_ref().filter(|_| is_seen).map(|seen| seen.at)
    }

    /// What is heard and felt: a code in time that was read before wants a look, too.
    pub(super) fn tone(&self) -> Tone {
        match &self.verdict {
            Ok(verdict)
                if verdict.class == Class::Ok && !verdict.warnings.contains(&Warning::Seen) =>
            {
                Tone::Accepted
            }
            Ok(_) => Tone::Attention,
            Err(refused) if is_no_code(&refused.refusal) => Tone::Attention,
            Err(_) => Tone::Refused,
        }
    }

    /// Whether what was read is no completion code at all: that refuses nobody.
    pub(super) fn is_no_code(&self) -> bool {
        self.verdict.as_ref().is_err_and(|refused| is_no_code(&refused.refusal))
    }

    /// Whether another trust list may say something else of it.
    pub(super) fn waits_for_list(&self) -> bool {
        self.verdict.as_ref().is_err_and(|refused| is_about_list(&refused.refusal))
    }

    /// The fact for the log. None where nothing was learned about a code: it is no code of ours, or this device is
    /// not ready to judge. Name and score of those who are let through go with it where `keeps_names` (token spec §12).
    pub(super) fn event(&self, keeps_names: bool) -> Option<CheckInEvent> {
        if let Err(refused) = &self.verdict
            && is_about_no_code(&refused.refusal)
        {
            return None;
        }
        Some(CheckInEvent::Scanned {
            session: self.session.clone(),
            cti8: self.token(),
            reading: self.reading(keeps_names),
            at: self.at,
        })
    }

    fn reading(&self, keeps_names: bool) -> Reading {
        let claims = self.claims();
        let verdict = self.verdict.as_ref().ok();
        let attendee = claims.filter(|_| keeps_names && verdict.is_some());
        Reading {
            verdict: self.code().to_owned(),
            level: verdict.map(|verdict| verdict.level.number()),
            holder: verdict.map_or(0, |verdict| holder_number(verdict.holder)),
            name: attendee.and_then(|claims| Some(claims.name.as_ref()?.as_str().to_owned())),
            score: attendee.map(|claims| (claims.score.correct(), claims.score.total())),
            due: verdict.map(|verdict| verdict.due),
            receipt: claims.map(|claims| claims.cti.receipt_number()),
            clock: self.clock,
        }
    }
}

fn claims(verdict: &Result<Verdict, Refused>) -> Option<&Completion> {
    match verdict {
        Ok(verdict) => Some(verdict.verified.completion()),
        Err(refused) => refused.signed.as_deref(),
    }
}

fn verdict(scanned: &Scanned, circumstances: &Circumstances<'_>) -> Result<Verdict, Refused> {
    if scanned.kind() != Kind::Presentation {
        return judge(scanned, circumstances);
    }
    // No room code is shown here, so that no device proof can be for this room: the completion inside is judged, the
    // proof is told to be of no use, and the holder stays unconfirmed.
    match "-".parse::<SessionId>() {
        Ok(session) => judge_presentation(scanned, &Room { session, codes: vec![] }, circumstances),
        Err(_) => judge(scanned, circumstances),
    }
}

/// Refusals for want of a trust list that holds the signer.
pub(super) fn is_about_list(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::TrustMissing
            | Refusal::TrustStale { .. }
            | Refusal::KeyUnknown { .. }
            | Refusal::TicketKey { .. }
    )
}

/// Refusals that say something of this device, or that there was no Yoshu code at all.
pub(super) fn is_about_no_code(refusal: &Refusal) -> bool {
    is_no_code(refusal)
        || matches!(
            refusal,
            Refusal::TrustMissing | Refusal::TrustStale { .. } | Refusal::Clock { .. }
        )
}

/// What was read is something else than a completion code.
fn is_no_code(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Empty | Refusal::Prefix | Refusal::Kind { .. })
}

/// The number of a state of the holder axis.
pub(super) fn holder_number(holder: Holder) -> u8 {
    match holder {
        Holder::Unconfirmed => 0,
        Holder::Identified => 1,
        Holder::Device => 2,
    }
}

/// The state of the holder axis of a number.
pub(super) fn holder_of(number: u8) -> Holder {
    match number {
        0 => Holder::Unconfirmed,
        1 => Holder::Identified,
        _ => Holder::Device,
    }
}

#[expect(clippy::expect_used, reason = "safe: a text of one byte is a course id")]
fn no_course() -> CourseId {
    NO_COURSE.parse().expect("one byte")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(log: &CheckInLog) -> Setting<'_> {
        Setting {
            trust: None,
            clock_floor: None,
            now: UnixMs(1_796_428_800_000),
            clock: None,
            course: None,
            date: "2026-12-05".parse().unwrap(),
            log,
            printable_nfc: |_| true,
        }
    }

    fn find(text: &str) -> Finding {
        Finding::judge(Input::Text(text.into()), &setting(&CheckInLog::new()))
    }

    #[test]
    fn a_poster_on_the_wall_refuses_nobody_and_is_not_kept() {
        let poster = find("https://example.org");
        assert_eq!((poster.code(), poster.tone()), ("E_PREFIX", Tone::Attention));
        assert!(poster.is_no_code());
        assert_eq!(poster.event(true), None);
    }

    #[test]
    fn a_file_of_another_kind_is_no_code_and_a_cut_one_is_damaged() {
        let of = |bytes: &[u8]| {
            let [input] = <[Input; 1]>::try_from(Input::of_file(bytes.to_vec())).unwrap();
            Finding::judge(input, &setting(&CheckInLog::new()))
        };
        assert!(of(b"%PDF-1.7").is_no_code());
        assert!(of("今日の講習です".as_bytes()).is_no_code());
        let cut = of(&[0xd2, 0x84, 0x43]);
        assert!(!cut.is_no_code() && cut.event(true).is_some(), "{}", cut.code());
    }

    #[test]
    fn a_damaged_code_is_kept_without_a_token() {
        let damaged = find("YC1:abc");
        assert_eq!(damaged.code(), "E_BASE45");
        let Some(CheckInEvent::Scanned { session, cti8, reading, .. }) = damaged.event(true) else {
            panic!("kept")
        };
        assert_eq!((session.course.as_str(), cti8), ("-", None));
        assert_eq!(
            (reading.verdict.as_str(), reading.level, reading.name),
            ("E_BASE45", None, None)
        );
    }

    #[test]
    fn the_lines_of_a_text_file_are_codes_of_their_own() {
        let codes = Input::of_file(b"\xef\xbb\xbfYC1:AB\r\nYC1:CD\r\n".to_vec());
        assert_eq!(codes, [Input::Text("YC1:AB".into()), Input::Text("YC1:CD".into())]);
        assert_eq!(Input::of_file(vec![0xd2, 0x84]), [Input::File(vec![0xd2, 0x84])]);
    }
}
