//! Writing items of QTI 2.2, a file each, with the manifest of their package.

use std::collections::BTreeSet;

use domain::catalog::{Point, Region};
use domain::decimal::Decimal;
use domain::unit::Localized;

use super::reading::region;
use crate::exchange::html::escaped;
use crate::exchange::{Answer, Draft, Field, Loss, Remarks, Unwritable, note_japanese_only};

/// All items as files of a package.
#[must_use]
pub fn write(drafts: &[Draft], remarks: &mut Remarks) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let drafts: Vec<&Draft> = drafts.iter().filter(|draft| keeps_places(draft, remarks)).collect();
    for draft in &drafts {
        note_japanese_only(draft, remarks);
        remarks.add(draft.line, Loss::FieldUnwritable(Field::Topic));
        files.push((file_name(draft), item(draft, remarks)));
    }
    files.push((MANIFEST.into(), manifest(&drafts)));
    files
}

/// Where the package says what is in it.
const MANIFEST: &str = "imsmanifest.xml";

/// The place of an item; never that of the manifest.
fn file_name(draft: &Draft) -> String {
    let name = format!("{}.xml", draft.name);
    if name == MANIFEST { format!("{DIGIT_FIRST}{name}") } else { name }
}

/// An id as XML allows it: no name begins with a digit.
fn xml_name(id: &str) -> String {
    let is_name = id.starts_with(|first: char| first.is_alphabetic() || first == '_');
    if is_name { id.to_string() } else { format!("{DIGIT_FIRST}{id}") }
}

/// What stands before an id that begins with a digit; no id has it of itself.
pub(super) const DIGIT_FIRST: &str = "q_";

/// Everything that belongs to the package: a system that goes by this takes nothing else.
fn manifest(drafts: &[&Draft]) -> String {
    let resource = |draft: &&Draft| {
        let (id, file) = (escaped(&xml_name(&draft.name)), escaped(&file_name(draft)));
        let picture = match &draft.answer {
            Answer::Hotspot { image, .. } => format!("<file href=\"{}\"/>", escaped(image)),
            _ => String::new(),
        };
        format!(
            "    <resource identifier=\"{id}\" type=\"imsqti_item_xmlv2p2\" href=\"{file}\"><file href=\"{file}\"/>{picture}</resource>\n"
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"yoshu-questions\">\n  \
         <organizations/>\n  <resources>\n{}  </resources>\n</manifest>\n",
        drafts.iter().map(resource).collect::<String>()
    )
}

/// What an item declares as right, how it asks, and how it is scored.
struct Parts {
    cardinality: &'static str,
    base: &'static str,
    right: String,
    body: String,
    processing: String,
}

const MATCH_CORRECT: &str = "  <responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct\"/>\n";

const MAP_POINT: &str = "  <responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response_point\"/>\n";

fn item(draft: &Draft, remarks: &mut Remarks) -> String {
    let parts = parts(draft, remarks);
    let why = if draft.why.ja.is_empty() {
        String::new()
    } else {
        format!(
            "  <modalFeedback outcomeIdentifier=\"FEEDBACK\" identifier=\"why\" showHide=\"hide\">{}</modalFeedback>\n",
            escaped(&draft.why.ja)
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\" identifier=\"{id}\" \
         title=\"{id}\" adaptive=\"false\" timeDependent=\"false\" xml:lang=\"ja\">\n  \
         <responseDeclaration identifier=\"RESPONSE\" cardinality=\"{}\" baseType=\"{}\">\n{}  </responseDeclaration>\n  \
         <outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n  \
         <outcomeDeclaration identifier=\"FEEDBACK\" cardinality=\"single\" baseType=\"identifier\"/>\n  \
         <itemBody>\n{}  </itemBody>\n{}{why}</assessmentItem>\n",
        parts.cardinality,
        parts.base,
        parts.right,
        parts.body,
        parts.processing,
        id = escaped(&xml_name(&draft.name)),
    )
}

fn parts(draft: &Draft, remarks: &mut Remarks) -> Parts {
    let text = escaped(&draft.text.ja).replace('\n', "<br/>");
    let prompt = format!("<prompt>{text}</prompt>");
    match &draft.answer {
        Answer::TrueFalse(right) => statement(&prompt, *right),
        Answer::Choice { choices, right, multiple } => choice(&prompt, choices, right, *multiple),
        Answer::Order(items) => order(&prompt, items),
        Answer::Match(pairs) => Parts {
            cardinality: "multiple",
            base: "directedPair",
            right: correct((1..=pairs.len()).map(|n| format!("L{n} R{n}"))),
            body: matching(&prompt, pairs),
            processing: MATCH_CORRECT.into(),
        },
        Answer::Numeric { answer, tolerance, unit } => {
            if !unit.ja.is_empty() {
                remarks.add(draft.line, Loss::FieldUnwritable(Field::Unit));
            }
            number(&text, *answer, *tolerance)
        }
        Answer::Hotspot { image, size, alt, regions, region } => {
            if !region.ja.is_empty() {
                remarks.add(draft.line, Loss::FieldUnwritable(Field::Region));
            }
            spot(&prompt, image, shown(image, *size), alt, regions)
        }
    }
}

fn statement(prompt: &str, right: bool) -> Parts {
    let words = [("true".into(), "正しい"), ("false".into(), "誤り")];
    Parts {
        cardinality: "single",
        base: "identifier",
        right: correct([right.to_string()]),
        body: choices("choiceInteraction", "maxChoices=\"1\" shuffle=\"false\"", prompt, &words),
        processing: MATCH_CORRECT.into(),
    }
}

fn choice(prompt: &str, texts: &[Localized], right: &BTreeSet<usize>, multiple: bool) -> Parts {
    let (cardinality, most) = if multiple { ("multiple", 0) } else { ("single", 1) };
    let how = format!("maxChoices=\"{most}\" shuffle=\"true\"");
    Parts {
        cardinality,
        base: "identifier",
        right: correct(right.iter().map(|index| format!("C{}", index + 1))),
        body: choices("choiceInteraction", &how, prompt, &numbered("C", texts.iter())),
        processing: MATCH_CORRECT.into(),
    }
}

fn order(prompt: &str, items: &[Localized]) -> Parts {
    let parts = numbered("C", items.iter());
    Parts {
        cardinality: "ordered",
        base: "identifier",
        right: correct((1..=items.len()).map(|n| format!("C{n}"))),
        body: choices("orderInteraction", "shuffle=\"true\"", prompt, &parts),
        processing: MATCH_CORRECT.into(),
    }
}

fn number(text: &str, answer: Decimal, tolerance: Decimal) -> Parts {
    Parts {
        cardinality: "single",
        base: "float",
        right: correct([answer.to_string()]),
        body: format!(
            "    <p>{text}</p>\n    <p><textEntryInteraction responseIdentifier=\"RESPONSE\" expectedLength=\"8\"/></p>\n"
        ),
        processing: within(tolerance),
    }
}

fn spot(prompt: &str, image: &str, size: (u16, u16), alt: &Localized, regions: &[Region]) -> Parts {
    let (image, alt, (width, height)) = (escaped(image), escaped(&alt.ja), size);
    Parts {
        cardinality: "single",
        base: "point",
        right: areas(regions, size),
        body: format!(
            "    <selectPointInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"1\">{prompt}\
             <object type=\"image\" data=\"{image}\" width=\"{width}\" height=\"{height}\">{alt}</object></selectPointInteraction>\n"
        ),
        processing: MAP_POINT.into(),
    }
}

fn correct(values: impl IntoIterator<Item = String>) -> String {
    let values: String =
        values.into_iter().map(|value| format!("<value>{}</value>", escaped(&value))).collect();
    format!("    <correctResponse>{values}</correctResponse>\n")
}

fn numbered<'a>(
    letter: &str,
    texts: impl Iterator<Item = &'a Localized>,
) -> Vec<(String, &'a str)> {
    (1..).zip(texts).map(|(n, text)| (format!("{letter}{n}"), text.ja.as_str())).collect()
}

fn choices(kind: &str, how: &str, prompt: &str, parts: &[(String, &str)]) -> String {
    let part = |(id, text): &(String, &str)| {
        format!("      <simpleChoice identifier=\"{id}\">{}</simpleChoice>\n", escaped(text))
    };
    let parts: String = parts.iter().map(part).collect();
    format!(
        "    <{kind} responseIdentifier=\"RESPONSE\" {how}>\n      {prompt}\n{parts}    </{kind}>\n"
    )
}

fn matching(prompt: &str, pairs: &[(Localized, Localized)]) -> String {
    let set = |parts: Vec<(String, &str)>| {
        let part = |(id, text): (String, &str)| {
            format!(
                "<simpleAssociableChoice identifier=\"{id}\" matchMax=\"1\">{}</simpleAssociableChoice>",
                escaped(text)
            )
        };
        format!(
            "      <simpleMatchSet>{}</simpleMatchSet>\n",
            parts.into_iter().map(part).collect::<String>()
        )
    };
    let lefts = set(numbered("L", pairs.iter().map(|(left, _)| left)));
    let rights = set(numbered("R", pairs.iter().map(|(_, right)| right)));
    let count = pairs.len();
    format!(
        "    <matchInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxAssociations=\"{count}\">\n      {prompt}\n{lefts}{rights}    </matchInteraction>\n"
    )
}

fn within(tolerance: Decimal) -> String {
    format!(
        "  <responseProcessing><responseCondition><responseIf>\
         <equal toleranceMode=\"absolute\" tolerance=\"{tolerance} {tolerance}\"><variable identifier=\"RESPONSE\"/><correct identifier=\"RESPONSE\"/></equal>\
         <setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue>\
         </responseIf></responseCondition></responseProcessing>\n"
    )
}

fn areas(regions: &[Region], size: (u16, u16)) -> String {
    let entry = |region: &Region| {
        let (shape, coords) = pixels(region, size);
        format!("<areaMapEntry shape=\"{shape}\" coords=\"{coords}\" mappedValue=\"1\"/>")
    };
    let entries: String = regions.iter().map(entry).collect();
    format!("    <areaMapping defaultValue=\"0\">{entries}</areaMapping>\n")
}

/// Whether the places in a picture are still places in whole pixels. Where they come back as others, that is told.
fn keeps_places(draft: &Draft, remarks: &mut Remarks) -> bool {
    let Answer::Hotspot { image, size, regions, .. } = &draft.answer else { return true };
    let size = shown(image, *size);
    let back = |place: &Region| {
        let (shape, coords) = pixels(place, size);
        region(shape, &coords, size)
    };
    let back: Option<Vec<Region>> = regions.iter().map(back).collect();
    match back {
        None => remarks.add(draft.line, Loss::KindUnwritable(Unwritable::Hotspot)),
        Some(ref back) if back != regions => remarks.add(draft.line, Loss::Pixels),
        Some(_) => {}
    }
    back.is_some()
}

/// The longer side that a drawing is given at least.
const DRAWN: u16 = 1_000;

/// The size that a picture is shown in. Places are told in its whole pixels, and a drawing, which may be of any size, can
/// be of few: it is made larger by a whole factor, which keeps its shape. Other pictures have no more to show than their
/// own pixels.
fn shown(image: &str, size: Option<(u16, u16)>) -> (u16, u16) {
    let (width, height) = size.unwrap_or((1, 1));
    let longer = width.max(height).max(1);
    let is_drawing = image.to_lowercase().ends_with(".svg") || size.is_none();
    let times = if is_drawing { DRAWN.div_ceil(longer) } else { 1 };
    (width * times, height * times)
}

/// A region in pixels, as HTML's image maps write it; none without an extent.
fn pixels(region: &Region, (width, height): (u16, u16)) -> (&'static str, String) {
    let whole = u32::from(Point::WHOLE);
    let at = |share: u32, side: u16| (share * u32::from(side) + whole / 2) / whole;
    let point = |point: &Point| (at(point.x.into(), width), at(point.y.into(), height));
    // The two ends of a length, apart from each other and inside the picture.
    let ends = |from: u16, length: u16, side: u16| {
        let last = at(u32::from(from) + u32::from(length), side).max(1);
        (at(from.into(), side).min(last - 1), last)
    };
    match region {
        Region::Circle { middle, radius } => {
            let (x, y) = point(middle);
            ("circle", format!("{x},{y},{}", at((*radius).into(), width).max(1)))
        }
        Region::Rect { corner, width: wide, height: high } => {
            let (left, right) = ends(corner.x, *wide, width);
            let (top, bottom) = ends(corner.y, *high, height);
            ("rect", format!("{left},{top},{right},{bottom}"))
        }
        Region::Polygon { corners } => {
            let corners = corners.iter().map(point).map(|(x, y)| format!("{x},{y}"));
            ("poly", corners.collect::<Vec<_>>().join(","))
        }
    }
}
