//! Tables for a terminal.

/// The lines of a table whose columns are as wide as their cells; Japanese letters take two places.
pub fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| places(cell)).max()
    };
    let widths: Vec<usize> = (0..columns).map(|column| wide(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - places(cell))))
            .collect();
        cells.join("  ").trim_end().to_string()
    };
    rows.iter().map(line).collect()
}

fn places(text: &str) -> usize {
    text.chars().map(|letter| if u32::from(letter) >= 0x1100 { 2 } else { 1 }).sum()
}
