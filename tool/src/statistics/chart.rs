//! The chart of a course's questions: difficulty across, discrimination upward.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::report::{Report, Row, coefficient, percent};
use super::verdict::{TOO_EASY, TOO_HARD, Verdict, WEAK};
use crate::language::Language;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 440.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 52.0;

fn across(difficulty: f64) -> f64 {
    LEFT + difficulty * (WIDTH - LEFT - RIGHT)
}

/// From −1 at the bottom to 1 at the top.
fn up(discrimination: f64) -> f64 {
    TOP + (1.0 - discrimination) / 2.0 * (HEIGHT - TOP - BOTTOM)
}

/// The chart as an inline SVG. All that it says stands in the table beside it too.
pub(super) fn svg(report: &Report, language: Language) -> String {
    let title = language.pick("正答率と識別力", "Difficulty and discrimination");
    let mut svg = format!(
        r#"<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="chart-title chart-desc"><title id="chart-title">{title}</title><desc id="chart-desc">{}</desc>"#,
        language.pick(
            "横が正答率、縦が識別力の散布図。番号は表の番号。値はすべて下の表にあります。",
            "A scatter chart: share right across, discrimination upward. Numbers are those of the table below, which has every value.",
        )
    );
    frame(&mut svg, language);
    points(&mut svg, report, language);
    svg.push_str("</svg>");
    svg
}

fn frame(svg: &mut String, language: Language) {
    let (left, right) = (across(0.0), across(1.0));
    let (good_left, good_right, good_top, good_bottom) =
        (across(TOO_HARD), across(TOO_EASY), up(1.0), up(WEAK));
    // `write!` into a String cannot fail.
    let _ = write!(
        svg,
        r#"<rect class="good" x="{good_left:.1}" y="{good_top:.1}" width="{:.1}" height="{:.1}"/>"#,
        good_right - good_left,
        good_bottom - good_top
    );
    for percent in [0, 30, 50, 70, 95] {
        let x = across(f64::from(percent) / 100.0);
        let _ = write!(
            svg,
            r#"<line class="grid" x1="{x:.1}" x2="{x:.1}" y1="{:.1}" y2="{:.1}"/><text x="{x:.1}" y="{:.1}" text-anchor="middle">{percent}%</text>"#,
            up(1.0),
            up(-1.0),
            up(-1.0) + 18.0
        );
    }
    for (value, label) in
        [(-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.1, ""), (0.5, "0.5"), (1.0, "1")]
    {
        let y = up(value);
        let class = if value == 0.0 { "axis" } else { "grid" };
        let _ = write!(
            svg,
            r#"<line class="{class}" x1="{left:.1}" x2="{right:.1}" y1="{y:.1}" y2="{y:.1}"/><text x="{:.1}" y="{:.1}" text-anchor="end">{label}</text>"#,
            left - 8.0,
            y + 4.0
        );
    }
    let _ = write!(
        svg,
        r#"<text class="name" x="{:.1}" y="{:.1}" text-anchor="middle">{}</text><text class="name" transform="translate(16 {:.1}) rotate(-90)" text-anchor="middle">{}</text>"#,
        (left + right) / 2.0,
        HEIGHT - 8.0,
        language.pick("正答率（左ほど難しい）", "share right (harder to the left)"),
        up(0.0),
        language.pick("識別力", "discrimination")
    );
}

fn points(svg: &mut String, report: &Report, language: Language) {
    // Questions at nearly one place share a label: it would cover another.
    let mut labels: BTreeMap<(i64, i64), (f64, f64, Vec<usize>)> = BTreeMap::new();
    for row in &report.rows {
        let Some((x, y)) = place(row) else { continue };
        let cell = ((x / 20.0).round() as i64, (y / 16.0).round() as i64);
        labels.entry(cell).or_insert((x, y, Vec::new())).2.push(row.number);
        let shape = match &row.verdict {
            Verdict::TooFew => format!(r#"<circle class="few" cx="{x:.1}" cy="{y:.1}" r="5"/>"#),
            Verdict::Judged(flags) if flags.is_empty() => {
                format!(r#"<circle class="fine" cx="{x:.1}" cy="{y:.1}" r="5"/>"#)
            }
            Verdict::Judged(_) => {
                format!(r#"<path class="flagged" d="M{x:.1} {:.1}l6.5 11.5h-13z"/>"#, y - 7.0)
            }
        };
        let said = format!(
            "{} {}: {} / {}",
            row.number,
            row.item.question.id,
            percent(row.measured.difficulty()),
            coefficient(row.measured.discrimination)
        );
        let _ = write!(svg, "<g><title>{said}</title>{shape}</g>");
    }
    for (x, y, numbers) in labels.into_values() {
        let mut label: Vec<String> = numbers.iter().take(4).map(usize::to_string).collect();
        if numbers.len() > 4 {
            label.push(format!("+{}", numbers.len() - 4));
        }
        // Near the right edge the label stands before its point.
        let (x, anchor) = if x > WIDTH - 90.0 { (x - 11.0, "end") } else { (x + 11.0, "start") };
        let label = label.join(language.pick("・", ", "));
        let _ = write!(
            svg,
            r#"<text class="number" x="{x:.1}" y="{:.1}" text-anchor="{anchor}">{label}</text>"#,
            y + 4.0
        );
    }
}

/// Where a question stands; `None` when it has no such numbers.
fn place(row: &Row) -> Option<(f64, f64)> {
    Some((across(row.measured.difficulty()?), up(row.measured.discrimination?)))
}

/// How many questions have no place in the chart.
pub(super) fn without_place(report: &Report) -> usize {
    report.rows.iter().filter(|row| place(row).is_none()).count()
}
