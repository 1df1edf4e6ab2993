//! A picture of a question with what is drawn over it: the right regions, the learner's mark, the cross of the keyboard.

use domain::catalog::{Picture, Point, Region};
use leptos::prelude::*;

use crate::paths::content;
use crate::text::{Language, pick};

/// The picture. What is drawn over it is told in words elsewhere.
#[component]
pub fn PictureMarks(
    /// The picture.
    picture: Picture,
    /// What the picture is called where something is described by it.
    #[prop(optional, into)]
    id: Option<String>,
    /// The right regions, once they may be seen.
    #[prop(optional)]
    regions: Vec<Region>,
    /// The learner's mark.
    #[prop(into)]
    mark: Signal<Option<Point>>,
    /// The cross that the arrow keys move.
    #[prop(into)]
    cross: Signal<Option<Point>>,
    /// Language of the picture's description.
    #[prop(into)]
    language: Signal<Language>,
    /// The picture cannot be had.
    #[prop(optional)]
    on_fault: Option<Callback<()>>,
) -> impl IntoView {
    let (width, height) = picture.size();
    let scale = Scale { width, height };
    let source = content::media(&picture.name);
    let alt = picture.alt;
    let regions: String =
        regions.iter().map(|region| line("marks__region", &scale.outline(region))).collect();
    // Numbers and fixed names alone: nothing that an author wrote.
    let drawn = move || {
        let mark = mark.get().map(|mark| scale.mark(mark)).unwrap_or_default();
        let cross = cross.get().map(|cross| scale.cross(cross)).unwrap_or_default();
        let rim = line("marks__rim", &format!("{mark}{cross}"));
        format!("{regions}{rim}{}{}", line("marks__mark", &mark), line("marks__cross", &cross))
    };
    view! {
        <img
            class="marks__picture"
            id=id
            src=source
            alt=move || pick(&alt, language.get()).to_owned()
            width=width
            height=height
            draggable="false"
            on:error=move |_| on_fault.iter().for_each(|on_fault| on_fault.run(()))
        />
        <svg
            class="marks"
            viewBox=format!("0 0 {width} {height}")
            aria-hidden="true"
            inner_html=drawn
        ></svg>
    }
}

/// A path of the drawing.
fn line(class: &str, path: &str) -> String {
    format!("<path class=\"{class}\" d=\"{path}\"/>")
}

/// The picture's size, to draw in its own pixels: circles stay round.
#[derive(Clone, Copy)]
struct Scale {
    width: u16,
    height: u16,
}

impl Scale {
    fn x(self, share: u16) -> u32 {
        u32::from(share) * u32::from(self.width) / u32::from(Point::WHOLE)
    }

    fn y(self, share: u16) -> u32 {
        u32::from(share) * u32::from(self.height) / u32::from(Point::WHOLE)
    }

    /// A ring with a cross in it.
    fn mark(self, at: Point) -> String {
        let radius = (u32::from(self.width) / 30).max(1);
        format!("{}{}", self.ring(at, radius), self.lines(at, radius * 2))
    }

    /// Lines across the whole picture.
    fn cross(self, at: Point) -> String {
        format!("M0 {}H{}M{} 0V{}", self.y(at.y), self.width, self.x(at.x), self.height)
    }

    fn lines(self, at: Point, length: u32) -> String {
        let (x, y, from) = (self.x(at.x), self.y(at.y), i64::from(length) / 2);
        let (left, above) = (i64::from(x) - from, i64::from(y) - from);
        format!("M{left} {y}h{length}M{x} {above}v{length}")
    }

    fn ring(self, at: Point, radius: u32) -> String {
        let (left, y) = (i64::from(self.x(at.x)) - i64::from(radius), self.y(at.y));
        let across = radius * 2;
        format!(
            "M{left} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0"
        )
    }

    fn outline(self, region: &Region) -> String {
        match region {
            Region::Circle { middle, radius } => self.ring(*middle, self.x(*radius).max(1)),
            Region::Rect { corner, width, height } => {
                let (x, y) = (self.x(corner.x), self.y(corner.y));
                let (width, height) = (self.x(*width), self.y(*height));
                format!("M{x} {y}h{width}v{height}h-{width}z")
            }
            Region::Polygon { corners } => {
                let mut path = String::new();
                for corner in corners {
                    let step = if path.is_empty() { 'M' } else { 'L' };
                    path.push_str(&format!("{step}{} {}", self.x(corner.x), self.y(corner.y)));
                }
                path.push('z');
                path
            }
        }
    }
}
