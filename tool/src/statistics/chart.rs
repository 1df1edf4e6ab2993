//! The chart of a course's questions: difficulty across, discrimination upward.

use std::collections::BTreeMap;

use maud::{Markup, html};

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

/// A length of the drawing, to a tenth.
fn at(place: f64) -> String {
    format!("{place:.1}")
}

/// The chart as an inline SVG. All that it says stands in the table beside it too.
pub(super) fn svg(report: &Report, language: Language) -> Markup {
    let title = language.pick("正答率と識別力", "Difficulty and discrimination");
    let description = language.pick(
        "横が正答率、縦が識別力の散布図。番号は表の番号。値はすべて下の表にあります。",
        "A scatter chart: share right across, discrimination upward. Numbers are those of the table below, which has every value.",
    );
    html! {
        svg.chart viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby="chart-title chart-desc" {
            title id="chart-title" { (title) }
            desc id="chart-desc" { (description) }
            (frame(language))
            @for row in &report.rows { (point(row)) }
            @for (label, spot) in labels(report) { (label.text(&spot, language)) }
        }
    }
}

fn frame(language: Language) -> Markup {
    let (left, right, top, bottom) = (across(0.0), across(1.0), up(1.0), up(-1.0));
    let (width, height) = (across(TOO_EASY) - across(TOO_HARD), up(WEAK) - up(1.0));
    let values = [(-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.1, ""), (0.5, "0.5"), (1.0, "1")];
    html! {
        rect.good x=(at(across(TOO_HARD))) y=(at(top)) width=(at(width)) height=(at(height)) {}
        @for percent in [0, 30, 50, 70, 95] {
            @let x = at(across(f64::from(percent) / 100.0));
            line.grid x1=(x) x2=(x) y1=(at(top)) y2=(at(bottom)) {}
            text x=(x) y=(at(bottom + 18.0)) text-anchor="middle" { (percent) "%" }
        }
        @for (value, label) in values {
            @let class = if value == 0.0 { "axis" } else { "grid" };
            @let y = up(value);
            line class=(class) x1=(at(left)) x2=(at(right)) y1=(at(y)) y2=(at(y)) {}
            text x=(at(left - 8.0)) y=(at(y + 4.0)) text-anchor="end" { (label) }
        }
        text.name x=(at((left + right) / 2.0)) y=(at(HEIGHT - 8.0)) text-anchor="middle" {
            (language.pick("正答率（左ほど難しい）", "share right (harder to the left)"))
        }
        text.name transform=(format!("translate(16 {}) rotate(-90)", at(up(0.0)))) text-anchor="middle" {
            (language.pick("識別力", "discrimination"))
        }
    }
}

fn point(row: &Row) -> Markup {
    let Some((x, y)) = place(row) else { return Markup::default() };
    let measured = &row.measured;
    html! {
        g {
            title {
                (row.number) " " (row.item.question.id) ": " (percent(measured.difficulty())) " / "
                (coefficient(measured.discrimination))
            }
            @match &row.verdict {
                Verdict::TooFew => circle.few cx=(at(x)) cy=(at(y)) r="5" {},
                Verdict::Judged(flags) if flags.is_empty() => circle.fine cx=(at(x)) cy=(at(y)) r="5" {},
                Verdict::Judged(_) => path.flagged d=(format!("M{} {}l6.5 11.5h-13z", at(x), at(y - 7.0))) {},
            }
        }
    }
}

/// The numbers of the questions at nearly one place: a label of its own would cover another's.
struct Label {
    x: f64,
    y: f64,
    numbers: Vec<usize>,
}

/// Where a label stands: its box, and the end at which its text begins.
struct Spot {
    left: f64,
    bottom: f64,
    width: f64,
    is_before: bool,
}

/// Height of a label's line.
const LINE: f64 = 14.0;

impl Spot {
    fn covers(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && (self.bottom - other.bottom).abs() < LINE
    }
}

/// The labels, none over another as far as there is room beside their points.
fn labels(report: &Report) -> Vec<(Label, Spot)> {
    let mut placed: Vec<(Label, Spot)> = Vec::new();
    for label in gathered(report) {
        let is_free = |spot: &Spot| !placed.iter().any(|(_, other)| other.covers(spot));
        let spots = label.spots();
        let free = spots.iter().position(is_free).unwrap_or(0);
        placed.extend(spots.into_iter().nth(free).map(|spot| (label, spot)));
    }
    placed
}

fn gathered(report: &Report) -> impl Iterator<Item = Label> {
    let mut labels: BTreeMap<(i64, i64), Label> = BTreeMap::new();
    for row in &report.rows {
        let Some((x, y)) = place(row) else { continue };
        let cell = ((x / 20.0).round() as i64, (y / 16.0).round() as i64);
        let label = labels.entry(cell).or_insert(Label { x, y, numbers: Vec::new() });
        label.numbers.push(row.number);
    }
    labels.into_values()
}

impl Label {
    fn shown(&self) -> Vec<String> {
        let mut shown: Vec<String> = self.numbers.iter().take(4).map(usize::to_string).collect();
        if self.numbers.len() > 4 {
            shown.push(format!("+{}", self.numbers.len() - 4));
        }
        shown
    }

    /// Where it may stand, best first: behind its point or before it, and lines further up or down.
    fn spots(&self) -> Vec<Spot> {
        let letters = self.shown().iter().map(|number| number.len() + 1).sum::<usize>();
        let width = 8.0 * letters as f64;
        let lines = [0.0, -1.0, 1.0, -2.0, 2.0];
        let spot = |line: f64, is_before: bool| Spot {
            left: if is_before { self.x - 11.0 - width } else { self.x + 11.0 },
            bottom: self.y + 4.0 + line * LINE,
            width,
            is_before,
        };
        let all = lines.into_iter().flat_map(|line| [spot(line, false), spot(line, true)]);
        let is_inside = |spot: &Spot| spot.left > LEFT && spot.left + spot.width < WIDTH;
        all.filter(is_inside).collect()
    }

    fn text(&self, spot: &Spot, language: Language) -> Markup {
        let (x, anchor) =
            if spot.is_before { (spot.left + spot.width, "end") } else { (spot.left, "start") };
        html! {
            text.number x=(at(x)) y=(at(spot.bottom)) text-anchor=(anchor) {
                (self.shown().join(language.pick("・", ", ")))
            }
        }
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
