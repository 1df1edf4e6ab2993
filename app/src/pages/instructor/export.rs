//! The list of a session as a table for a spreadsheet.

use domain::practical;
use token::identifier::CourseId;

use super::finding::holder_of;
use super::results::SessionRow;
use crate::text::verify::{self, words};
use crate::text::{Language, format};

/// The rows as CSV, one a person, with a head.
pub(super) fn csv(
    rows: &[SessionRow],
    title: impl Fn(&CourseId) -> String,
    language: Language,
) -> String {
    let words = words(language);
    let head = [
        words.course,
        words.date,
        words.judged_on,
        words.typed_column,
        words.receipt,
        words.name,
        words.result,
        words.code,
        words.level,
        words.holder,
        words.score,
        words.total,
        words.due,
        words.decision,
        words.reason,
        words.note,
        words.readings,
        words.token_hash,
    ];
    let head = head.map(str::to_owned).to_vec();
    let lines = rows.iter().map(|row| line(row, &title, language));
    practical::csv(std::iter::once(head).chain(lines))
}

fn line(
    (session, row): &SessionRow,
    title: impl Fn(&CourseId) -> String,
    language: Language,
) -> Vec<String> {
    let reading = &row.reading;
    let code =
        if reading.is_ok() || reading.is_late() { String::new() } else { reading.verdict.clone() };
    let level = reading.level.and_then(|level| token::claims::Level::from_number(level.into()));
    let word = match reading.verdict.as_str() {
        "OK" => words(language).in_time,
        "LATE" => words(language).late,
        _ => words(language).refused,
    };
    let day = row.first_at.jst_date();
    vec![
        title(&session.course),
        session.date.to_string(),
        format!("{day} {}", format::time(row.first_at)),
        if row.is_day_typed { day.to_string() } else { String::new() },
        reading.receipt.clone().unwrap_or_default(),
        reading.name.clone().unwrap_or_default(),
        word.to_owned(),
        code,
        level.map(|level| verify::level_name(level, language).to_owned()).unwrap_or_default(),
        level
            .map(|_| verify::holder_name(holder_of(row.holder), language).to_owned())
            .unwrap_or_default(),
        reading.score.map(|(correct, _)| correct.to_string()).unwrap_or_default(),
        reading.score.map(|(_, total)| total.to_string()).unwrap_or_default(),
        reading.due.map(|due| due.to_string()).unwrap_or_default(),
        match &row.ruling {
            Some(ruling) => verify::decision(ruling.decision, language).to_owned(),
            None => verify::outcome(row.outcome, language).to_owned(),
        },
        row.ruling
            .as_ref()
            .map(|ruling| verify::reason(ruling.reason, language).to_owned())
            .unwrap_or_default(),
        row.ruling.as_ref().map(|ruling| ruling.note.clone()).unwrap_or_default(),
        row.readings.to_string(),
        row.cti8.map(|token| token.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::results::{Counts, meaning, rows};
    use super::*;
    use crate::components::notice::Meaning;
    use domain::practical::{
        CheckInEvent, CheckInLog, Decision, LateReason, Reading, Ruling, SessionKey,
    };
    use domain::unit::UnixMs;
    use token::claims::Level;
    use token::identifier::CtiHash;

    const MORNING: UnixMs = UnixMs(1_796_428_800_000);

    fn session(course: &str) -> SessionKey {
        SessionKey { course: course.parse().unwrap(), date: "2026-12-05".parse().unwrap() }
    }

    fn scanned(course: &str, token: u8, verdict: &str, name: &str) -> CheckInEvent {
        let reading = Reading {
            verdict: verdict.into(),
            level: (!verdict.starts_with("E_")).then_some(0),
            holder: 0,
            name: Some(name.into()),
            score: Some((9, 10)),
            due: None,
            receipt: Some(format!("RECEIPT-{token}")),
            clock: (token == 3).then_some(UnixMs(0)),
        };
        let at = UnixMs(MORNING.0 + i64::from(token));
        CheckInEvent::Scanned {
            session: session(course),
            cti8: Some(CtiHash([token; 8])),
            reading,
            at,
        }
    }

    fn log() -> CheckInLog {
        let mut log = CheckInLog::new();
        log.apply(&scanned("als-pre", 1, "OK", "=cmd"));
        log.apply(&scanned("als-pre", 2, "LATE", "佐藤 花子"));
        log.apply(&scanned("als-pre", 3, "LATE", "鈴木 一郎"));
        log.apply(&scanned("first-aid", 4, "E_EXPIRED", "田中 次郎"));
        let ruling = Ruling {
            decision: Decision::Accept,
            reason: LateReason::Other,
            note: "大雪, 中止".into(),
        };
        log.apply(&CheckInEvent::Decided {
            session: session("als-pre"),
            cti8: CtiHash([2; 8]),
            ruling,
            at: MORNING,
        });
        log
    }

    #[test]
    fn the_counts_tell_what_is_left_to_decide() {
        let rows = rows(&log(), None, "2026-12-05".parse().unwrap());
        let counts = Counts { ready: 1, late_accepted: 1, undecided: 1, refused: 1, confirmed: 0 };
        assert_eq!(Counts::of(&rows), counts);
    }

    #[test]
    fn a_chosen_course_lists_its_own_people() {
        let course = "first-aid".parse().unwrap();
        assert_eq!(rows(&log(), Some(&course), "2026-12-05".parse().unwrap()).len(), 1);
        assert_eq!(rows(&log(), Some(&course), "2026-12-06".parse().unwrap()).len(), 0);
    }

    #[test]
    fn the_table_holds_decision_reason_receipt_and_typed_day_and_runs_no_formula() {
        let rows = rows(&log(), None, "2026-12-05".parse().unwrap());
        let table = csv(&rows, ToString::to_string, Language::Ja);
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[1].contains(",'=cmd,期限内,"), "{}", lines[1]);
        assert!(lines[2].contains(",,RECEIPT-2,佐藤 花子,期限超過,"), "{}", lines[2]);
        assert!(lines[2].contains("受け入れる,その他,\"大雪, 中止\","), "{}", lines[2]);
        assert!(lines[3].contains(",2026-12-05,RECEIPT-3,鈴木 一郎,"), "{}", lines[3]);
        assert!(lines[4].contains(",受付不可,E_EXPIRED,"), "{}", lines[4]);
    }

    #[test]
    fn a_self_declared_code_is_never_green() {
        assert_eq!(meaning("OK", Some(Level::A0)), None);
        assert_eq!(meaning("OK", Some(Level::A2)), Some(Meaning::Done));
        assert_eq!(meaning("LATE", Some(Level::A2)), Some(Meaning::Attention));
    }
}
