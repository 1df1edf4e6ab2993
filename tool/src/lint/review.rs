//! The medical review. A program cannot judge one; it can see that nobody has put a name and a date to it.

use super::{Inspector, cite};
use crate::breach::Breach;

/// A course that is no sample must say who reviewed it and when.
pub(super) fn check(inspector: &Inspector<'_>) {
    if inspector.subject.file.sample {
        return;
    }
    let record = inspector.subject.review.as_deref().unwrap_or_default();
    if !record.lines().any(is_entry) {
        let own = inspector.estimate();
        let cited = own.map(|(table, estimate)| cite(table, Some(&estimate.review)));
        inspector.find("sample", Breach::ReviewMissing {}, cited.unwrap_or_default());
    }
}

/// Is this line a row of a table with a date and something beside it?
fn is_entry(line: &str) -> bool {
    let Some(row) = line.trim().strip_prefix('|').and_then(|row| row.strip_suffix('|')) else {
        return false;
    };
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    let dated = cells.iter().position(|cell| is_date(cell));
    dated.is_some_and(|at| cells.iter().enumerate().any(|(i, cell)| i != at && !cell.is_empty()))
}

fn is_date(cell: &str) -> bool {
    cell.parse::<token::calendar::JstDate>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_a_name_and_a_day_is_a_record() {
        assert!(is_entry("| 山田花子（救急医、見本病院） | 2026-11-21 | 全体 | JRC 2025 |"));
        for other in [
            "| 確認した人（氏名、役職、所属） | 日付 | 範囲 | もとにした指針の版 |",
            "|---|---|---|---|",
            "| （まだありません） | | | |",
            "| | 2026-11-21 | | |",
            "2026-11-21 に確認する予定",
            "| 山田花子 | 2026-02-30 | | |",
        ] {
            assert!(!is_entry(other), "{other}");
        }
    }
}
