//! Questions that are answered by pointing at a place in a picture.

use domain::catalog::{Picture, Point, QuestionKind, Region};
use domain::decimal::Decimal;

use super::words;
use crate::author::form;
use crate::author::markdown::{FindPicture, TextPicture};
use crate::mistake::{Mistake, Wanted};
use crate::sheet::Sheet;
use crate::source::{At, Place};

/// `image`, `alt`, `regions` and `region`.
pub(super) fn read(table: &mut Sheet<'_>, find: &mut FindPicture<'_>) -> Option<QuestionKind> {
    let image = table.text("image");
    let found = image.as_ref().and_then(|image| Some((image, find(image)?)));
    let size = found.and_then(|(image, picture)| size(table, image, picture));
    let alt = words(table, "alt");
    let region = words(table, "region");
    if !region.ja.is_empty() && alt.ja.contains(&region.ja) {
        table.note(table.place_of("alt"), Mistake::AnswerInAlt { region: region.ja.clone() });
    }
    let regions = regions(table);
    let (picture, width, height) = size?;
    let picture = Picture { name: picture.name, width, height, alt };
    Some(QuestionKind::Hotspot { picture, regions: regions?, region })
}

/// The picture with its size: without one, nobody knows where in it a place is.
fn size(
    table: &Sheet<'_>,
    image: &At<String>,
    picture: TextPicture,
) -> Option<(TextPicture, u16, u16)> {
    let pixels = |side: u32| u16::try_from(side).ok().filter(|side| *side > 0);
    let size = picture.size.and_then(|(width, height)| Some((pixels(width)?, pixels(height)?)));
    let Some((width, height)) = size else {
        let name = image.value.clone();
        table.note(image.place.clone(), Mistake::PictureWithoutSize { name });
        return None;
    };
    Some((picture, width, height))
}

fn regions(table: &mut Sheet<'_>) -> Option<Vec<Region>> {
    if !table.has("regions") {
        table.note(table.place(), Mistake::MissingKey { key: "question.regions".to_string() });
    }
    let sheets = table.tables("regions");
    if table.has("regions") && sheets.is_empty() {
        table.note(table.place_of("regions"), Mistake::RegionNone {});
    }
    let read: Vec<Option<Region>> = sheets.into_iter().map(one).collect();
    read.into_iter().collect::<Option<Vec<_>>>().filter(|regions| !regions.is_empty())
}

/// One region: `{ circle = [x, y, radius] }`, `{ rect = [x, y, width, height] }` or
/// `{ polygon = [[x, y], …] }`.
fn one(mut sheet: Sheet<'_>) -> Option<Region> {
    let place = sheet.place();
    let shapes: Vec<&str> =
        ["circle", "rect", "polygon"].into_iter().filter(|shape| sheet.has(shape)).collect();
    let [shape] = shapes[..] else {
        for key in ["circle", "rect", "polygon"] {
            sheet.pass_over(key);
        }
        sheet.note(place, Mistake::RegionForm {});
        sheet.finish();
        return None;
    };
    let region = match shape {
        "circle" => sheet.numbers("circle").and_then(|numbers| circle(&sheet, &numbers)),
        "rect" => sheet.numbers("rect").and_then(|numbers| rect(&sheet, &numbers)),
        _ => sheet.number_lists("polygon").and_then(|lists| polygon(&sheet, &lists)),
    };
    let at = sheet.place_of(shape);
    if region.as_ref().is_some_and(|region| !region.is_sound()) {
        sheet.note(at, Mistake::RegionOutside {});
    }
    sheet.finish();
    region
}

fn circle(sheet: &Sheet<'_>, numbers: &[At<Decimal>]) -> Option<Region> {
    let [x, y, radius] = shares(sheet, numbers, "circle", Wanted::Circle)?;
    Some(Region::Circle { middle: Point { x, y }, radius })
}

fn rect(sheet: &Sheet<'_>, numbers: &[At<Decimal>]) -> Option<Region> {
    let [x, y, width, height] = shares(sheet, numbers, "rect", Wanted::Rect)?;
    Some(Region::Rect { corner: Point { x, y }, width, height })
}

fn polygon(sheet: &Sheet<'_>, lists: &[At<Vec<At<Decimal>>>]) -> Option<Region> {
    let corner = |list: &At<Vec<At<Decimal>>>| {
        let [x, y] = shares(sheet, &list.value, "polygon", Wanted::Polygon)?;
        Some(Point { x, y })
    };
    let corners: Vec<Option<Point>> = lists.iter().map(corner).collect();
    Some(Region::Polygon { corners: corners.into_iter().collect::<Option<_>>()? })
}

/// So many percentages as ten-thousandths; another number of them, or one out of range, is reported.
fn shares<const N: usize>(
    sheet: &Sheet<'_>,
    numbers: &[At<Decimal>],
    key: &str,
    wanted: Wanted,
) -> Option<[u16; N]> {
    let shares: Vec<Option<u16>> = numbers.iter().map(|number| share(sheet, key, number)).collect();
    let shares = shares.into_iter().collect::<Option<Vec<u16>>>()?;
    let found = shares.len();
    let array = <[u16; N]>::try_from(shares).ok();
    if array.is_none() {
        let place =
            numbers.first().map_or_else(|| sheet.place_of(key), |first| first.place.clone());
        wrong_count(sheet, place, key, wanted, found);
    }
    array
}

fn wrong_count(sheet: &Sheet<'_>, place: Place, key: &str, wanted: Wanted, found: usize) {
    let key = format!("regions.{key}");
    sheet.note(
        place,
        Mistake::WrongKind { key, wanted, found: format!("[{}]", vec!["…"; found].join(", ")) },
    );
}

/// A percentage in ten-thousandths of the whole.
fn share(sheet: &Sheet<'_>, key: &str, number: &At<Decimal>) -> Option<u16> {
    let share = form::share(number.value);
    if share.is_none() {
        let (least, most) = ("0".to_string(), "100".to_string());
        let (key, found) = (format!("regions.{key}"), number.value.to_string());
        sheet.note(number.place.clone(), Mistake::OutOfRange { key, least, most, found });
    }
    share
}
