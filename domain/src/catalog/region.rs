//! Places in a picture. Whole numbers only: a mark lies in a region or it does not, on every device
//! alike.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// A place in a picture, in ten-thousandths of its width and height from the upper left corner.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "(u16, u16)", into = "(u16, u16)")]
pub struct Point {
    /// From the left.
    pub x: u16,
    /// From above.
    pub y: u16,
}

impl Point {
    /// The whole width, or height.
    pub const WHOLE: u16 = 10_000;

    /// The middle of the picture.
    pub const MIDDLE: Self = Self { x: Self::WHOLE / 2, y: Self::WHOLE / 2 };

    /// A place in the picture: what lies beyond an edge is put on it.
    #[must_use]
    pub fn within(x: i32, y: i32) -> Self {
        // safe: between 0 and 10,000
        let share = |value: i32| value.clamp(0, Self::WHOLE.into()) as u16;
        Self { x: share(x), y: share(y) }
    }

    /// Is it in the picture at all?
    #[must_use]
    pub const fn is_inside(self) -> bool {
        self.x <= Self::WHOLE && self.y <= Self::WHOLE
    }

    /// Another place so many ten-thousandths away, as far as the picture goes.
    #[must_use]
    pub fn moved(self, right: i32, down: i32) -> Self {
        Self::within(
            i32::from(self.x).saturating_add(right),
            i32::from(self.y).saturating_add(down),
        )
    }
}

impl From<(u16, u16)> for Point {
    fn from((x, y): (u16, u16)) -> Self {
        Self { x, y }
    }
}

impl From<Point> for (u16, u16) {
    fn from(point: Point) -> Self {
        (point.x, point.y)
    }
}

/// A part of a picture. Lengths are ten-thousandths like those of a [`Point`]; edges belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// A circle, which is round in the picture as it is shown.
    Circle {
        /// Its middle.
        middle: Point,
        /// Its radius in ten-thousandths of the picture's width.
        radius: u16,
    },
    /// A rectangle along the picture's edges.
    Rect {
        /// Its upper left corner.
        corner: Point,
        /// Its width.
        width: u16,
        /// Its height.
        height: u16,
    },
    /// A polygon with its corners in order; the last is joined to the first.
    Polygon {
        /// At least three.
        corners: Vec<Point>,
    },
}

impl Region {
    /// Does the place lie in this part of a picture of this size in pixels?
    #[must_use]
    pub fn contains(&self, point: Point, (width, height): (u16, u16)) -> bool {
        match self {
            Self::Circle { middle, radius } => {
                // In ten-thousandths of a pixel: at most 10^4 · 2^16 each way, so that squares fit.
                let pixels =
                    |share: u16, side: u16| i64::from(share.min(Point::WHOLE)) * i64::from(side);
                let dx = pixels(point.x.abs_diff(middle.x), width);
                let dy = pixels(point.y.abs_diff(middle.y), height);
                let radius = pixels(*radius, width);
                dx * dx + dy * dy <= radius * radius
            }
            Self::Rect { corner, width, height } => {
                let spans = |at: u16, from: u16, length: u16| {
                    at >= from && u32::from(at) <= u32::from(from) + u32::from(length)
                };
                spans(point.x, corner.x, *width) && spans(point.y, corner.y, *height)
            }
            Self::Polygon { corners } => polygon_contains(corners, point),
        }
    }

    /// Has it an extent, and does it lie in the picture (a circle with its middle)?
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Circle { middle, radius } => {
                middle.is_inside() && (1..=Point::WHOLE).contains(radius)
            }
            Self::Rect { corner, width, height } => {
                let fits = |from: u16, length: u16| {
                    length > 0 && u32::from(from) + u32::from(length) <= Point::WHOLE.into()
                };
                fits(corner.x, *width) && fits(corner.y, *height)
            }
            Self::Polygon { corners } => {
                corners.iter().all(|corner| corner.is_inside()) && has_area(corners)
            }
        }
    }
}

/// Pairs of neighbouring corners, the last and the first among them.
fn edges(corners: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

/// Twice the area of the triangle of three places; its sign tells the way round.
fn turn(a: Point, b: Point, c: Point) -> i64 {
    let away = |a: u16, b: u16| i64::from(b) - i64::from(a);
    away(a.x, b.x) * away(a.y, c.y) - away(a.y, b.y) * away(a.x, c.x)
}

/// Three corners that are not on one line.
fn has_area(corners: &[Point]) -> bool {
    let Some(first) = corners.first() else { return false };
    edges(corners).any(|(a, b)| turn(*first, a, b) != 0)
}

/// Whether a ray from the place to the right crosses the outline an odd number of times, or the place
/// lies on it.
fn polygon_contains(corners: &[Point], point: Point) -> bool {
    let mut is_in = false;
    for (a, b) in edges(corners) {
        let side = turn(a, b, point);
        let between = |from: u16, to: u16, at: u16| from.min(to) <= at && at <= from.max(to);
        if side == 0 && between(a.x, b.x, point.x) && between(a.y, b.y, point.y) {
            return true;
        }
        if (a.y > point.y) != (b.y > point.y) && (side > 0) == (b.y > a.y) {
            is_in = !is_in;
        }
    }
    is_in
}
