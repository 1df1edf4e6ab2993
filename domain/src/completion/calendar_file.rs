//! The due date as a calendar file (RFC 5545) that phones and desktops open.

use alloc::format;
use alloc::string::String;

use token::calendar::{Civil, JstDate};
use token::identifier::Cti;

use crate::unit::UnixMs;

/// What stands in the calendar. The sentences are the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueEntry<'a> {
    /// The token: opened twice, the file makes one entry.
    pub cti: Cti,
    /// The due date: the entry lasts all of this day.
    pub due: JstDate,
    /// The headline.
    pub summary: &'a str,
    /// What to know and do.
    pub description: &'a str,
    /// When the file is made.
    pub made_at: UnixMs,
}

/// The file's text, with a reminder at nine in the morning seven days before.
#[must_use]
pub fn calendar_file(entry: &DueEntry<'_>) -> String {
    let mut file = String::new();
    let mut line = |text: &str| fold(text, &mut file);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Yoshu//Due date//JA");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("BEGIN:VEVENT");
    line(&format!("UID:{}@yoshu", entry.cti.hash()));
    line(&format!("DTSTAMP:{}", utc(entry.made_at)));
    line(&format!("DTSTART;VALUE=DATE:{}", date(entry.due)));
    line(&format!("DTEND;VALUE=DATE:{}", date(entry.due.plus_days(1))));
    line(&format!("SUMMARY:{}", escape(entry.summary)));
    line(&format!("DESCRIPTION:{}", escape(entry.description)));
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    // The day begins at midnight where the calendar is: nine hours after midnight, seven days before.
    line("TRIGGER;RELATED=START:-P6DT15H");
    line(&format!("DESCRIPTION:{}", escape(entry.summary)));
    line("END:VALARM");
    line("END:VEVENT");
    line("END:VCALENDAR");
    file
}

fn date(date: JstDate) -> String {
    let Civil { year, month, day } = date.civil();
    format!("{year:04}{month:02}{day:02}")
}

fn utc(at: UnixMs) -> String {
    // Nine hours back, so that the date "in Japan" is the date in UTC.
    let day = UnixMs(at.0.saturating_sub(9 * 3_600_000)).jst_date();
    let second = at.0.div_euclid(1000).rem_euclid(86_400);
    format!("{}T{:02}{:02}{:02}Z", date(day), second / 3600, second / 60 % 60, second % 60)
}

/// A text value: backslash, semicolon, comma and line ends are escaped, other control characters left
/// out (RFC 5545 §3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Writes a line, folded so that none is longer than 75 bytes and no character is cut (§3.1).
fn fold(text: &str, file: &mut String) {
    let mut length = 0;
    for character in text.chars() {
        if length + character.len_utf8() > 75 {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(summary: &str, description: &str) -> String {
        calendar_file(&DueEntry {
            cti: Cti([7; 16]),
            due: JstDate::from_civil(2026, 12, 31).unwrap(),
            summary,
            description,
            made_at: UnixMs(1_795_186_800_000),
        })
    }

    #[test]
    fn the_entry_lasts_all_of_the_due_date() {
        let file = file("実技の期限", "");
        assert!(
            file.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"),
            "{file}"
        );
        assert!(file.contains("\r\nDTSTAMP:20261120T150000Z\r\n"), "{file}");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_line_is_longer_than_75_bytes_and_no_character_is_cut() {
        let long = "修了コードを持って、実技講習を受けてください。".repeat(9);
        let file = file(&long, &long);
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("\r\nDESCRIPTION:{long}\r\n")));
    }

    #[test]
    fn a_text_cannot_end_its_line() {
        let file = file("a,b;c\\d", "one\r\nEND:VEVENT\ntwo");
        assert!(file.contains("SUMMARY:a\\,b\\;c\\\\d\r\n"), "{file}");
        assert!(file.contains("DESCRIPTION:one\\nEND:VEVENT\\ntwo\r\n"), "{file}");
    }
}
