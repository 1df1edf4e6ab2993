//! Tables for spreadsheets (RFC 4180).

use alloc::string::String;

/// A table as CSV: CRLF, a byte order mark so that Excel reads the Japanese, and no cell that a
/// spreadsheet would run as a formula: before `=`, `+`, `-`, `@` and their full-width twins, a tab or
/// a line end stands an apostrophe, unless the cell is just a negative number. So it does before an
/// apostrophe that stands there already, so that [`unguarded`] gives back what was written.
#[must_use]
pub fn csv<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (index, cell) in row.into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            push_cell(cell.as_ref(), &mut text);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(cell: &str, text: &mut String) {
    let quoted = cell.contains(['"', ',', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if may_run(cell) {
        text.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if quoted {
        text.push('"');
    }
}

/// A cell without the apostrophe that [`csv`] put before it.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| may_run(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet could take it for a formula, by itself or behind an apostrophe.
fn may_run(cell: &str) -> bool {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    // Spreadsheets skip spaces before a formula.
    let start = cell.trim_start_matches([' ', '\u{3000}', '\'']);
    !is_negative_number(cell) && start.starts_with(FORMULA)
}

/// `-0.25`, with digits on both sides of the point if there is one.
fn is_negative_number(cell: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.strip_prefix('-').is_some_and(|number| match number.split_once('.') {
        Some((whole, part)) => is_digits(whole) && is_digits(part),
        None => is_digits(number),
    })
}

#[cfg(test)]
mod tests {
    use super::{csv, unguarded};

    #[test]
    fn a_negative_number_stays_a_number() {
        let table = csv([["-0.25", "-7", "-1+1", "-", "-.5", "-1.", "-0x1"]]);
        assert_eq!(table, "\u{feff}-0.25,-7,'-1+1,'-,'-.5,'-1.,'-0x1\r\n");
    }

    #[test]
    fn a_table_is_plain_rfc_4180_with_a_byte_order_mark() {
        let table = csv([["氏名", "得点"], ["長谷川 \"健\" 太郎", "8,10"], ["", "a\nb"]]);
        assert_eq!(
            table,
            "\u{feff}氏名,得点\r\n\"長谷川 \"\"健\"\" 太郎\",\"8,10\"\r\n,\"a\nb\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_run_as_a_formula() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+81", "'+81"),
            ("-1+1", "'-1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝HYPERLINK(A1)", "'＝HYPERLINK(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\t=1"),
            ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
            ("1=1", "1=1"),
            ("'=1", "''=1"),
            ("'-5", "''-5"),
            ("'tis", "'tis"),
        ] {
            assert_eq!(csv([[cell]]), alloc::format!("\u{feff}{written}\r\n"));
            let plain = written.strip_prefix('"').map_or(written, |_| "'=A1,\"x\"");
            assert_eq!(unguarded(plain), cell);
        }
    }
}
