//! What an item declares as right, and how it says that an answer is scored.

use roxmltree::Node;

use crate::exchange::xml::{child, children, name};

/// Elements of response processing that say no more than "right is what is declared", and what is then shown.
const PLAIN: [&str; 22] = [
    "responseProcessing",
    "responseCondition",
    "responseIf",
    "responseElseIf",
    "responseElse",
    "match",
    "variable",
    "correct",
    "isNull",
    "not",
    "and",
    "setOutcomeValue",
    "baseValue",
    "mapResponse",
    "mapResponsePoint",
    "equal",
    "sum",
    "null",
    "exitResponse",
    "defaultValue",
    "value",
    "multiple",
];

/// What is right, as the item declares it.
pub(super) struct Response {
    /// The name of the answer in the rules of scoring.
    id: String,
    /// Whether one answer is asked for.
    pub(super) is_single: bool,
    /// The kind of a value.
    pub(super) base: String,
    /// The right values.
    pub(super) values: Vec<String>,
    /// Where a point is right: the shape's name and its numbers.
    pub(super) areas: Vec<(String, String)>,
    /// Whether an answer can be worth a part of the whole.
    pub(super) in_parts: bool,
}

/// The response of an interaction; none when nothing is declared.
pub(super) fn response(root: Node<'_, '_>, interaction: Node<'_, '_>) -> Option<Response> {
    let id = interaction.attribute("responseIdentifier")?;
    let node = children(root, "responseDeclaration")
        .find(|node| node.attribute("identifier") == Some(id))?;
    let is_single = node.attribute("cardinality") == Some("single");
    let is_mapped = is_mapped(root);
    let mut values: Vec<String> = child(node, "correctResponse")
        .into_iter()
        .flat_map(|correct| children(correct, "value"))
        .map(|value| value.text().unwrap_or_default().trim().to_string())
        .collect();
    let keys = mapped(node, "mapping", "mapEntry");
    let (best, mut in_parts) = if is_single { best(&keys) } else { (positive(&keys), is_mapped) };
    if values.is_empty() {
        let keys = best.iter().filter_map(|entry| entry.attribute("mapKey"));
        values = keys.map(str::to_string).collect();
    }
    let (areas, are_in_parts) = best_areas(node);
    in_parts |= are_in_parts;
    let base = node.attribute("baseType").unwrap_or_default().to_string();
    let id = id.to_string();
    Some(Response { id, is_single, base, values, areas, in_parts: in_parts && is_mapped })
}

type Entry<'a, 'i> = (Node<'a, 'i>, f64);

fn mapped<'a, 'i>(node: Node<'a, 'i>, list: &str, entry: &str) -> Vec<Entry<'a, 'i>> {
    let entries = child(node, list).into_iter().flat_map(|list| children(list, entry));
    entries
        .filter_map(|entry| Some((entry, entry.attribute("mappedValue")?.trim().parse().ok()?)))
        .collect()
}

fn positive<'a, 'i>(entries: &[Entry<'a, 'i>]) -> Vec<Node<'a, 'i>> {
    entries.iter().filter(|(_, value)| *value > 0.0).map(|(entry, _)| *entry).collect()
}

/// The entries that are worth the most, and whether others are worth something too.
fn best<'a, 'i>(entries: &[Entry<'a, 'i>]) -> (Vec<Node<'a, 'i>>, bool) {
    let most = entries.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let best = entries.iter().filter(|(_, value)| *value > 0.0 && *value >= most);
    let best: Vec<_> = best.map(|(entry, _)| *entry).collect();
    let in_parts = best.len() < positive(entries).len();
    (best, in_parts)
}

fn best_areas(node: Node<'_, '_>) -> (Vec<(String, String)>, bool) {
    let (best, in_parts) = best(&mapped(node, "areaMapping", "areaMapEntry"));
    let area = |entry: &Node<'_, '_>| {
        Some((entry.attribute("shape")?.to_string(), entry.attribute("coords")?.to_string()))
    };
    (best.iter().filter_map(area).collect(), in_parts)
}

/// Whether points are given by a mapping: by the usual template, or by rules that ask for it.
fn is_mapped(root: Node<'_, '_>) -> bool {
    let Some(processing) = child(root, "responseProcessing") else { return false };
    let template = processing.attribute("template").unwrap_or_default();
    let template = template.rsplit('/').next().unwrap_or_default();
    template.trim_end_matches(".xml").starts_with("map_response")
        || processing.descendants().any(|node| name(node).starts_with("mapResponse"))
}

/// Whether an item is scored by rules that go beyond what it declares as right.
pub(super) fn has_own_rules(root: Node<'_, '_>, response: &Response) -> bool {
    let Some(processing) = child(root, "responseProcessing") else { return false };
    let mut rules = processing.descendants().filter(Node::is_element);
    rules.any(|node| !PLAIN.contains(&name(node))) || gives_otherwise(processing, response)
}

/// Whether points are given for another answer than the right one, or for that one in several measures.
fn gives_otherwise(processing: Node<'_, '_>, response: &Response) -> bool {
    let mut whole: Option<Vec<f64>> = None;
    for setting in settings(processing, "SCORE") {
        let has = |wanted: &str| setting.descendants().any(|node| name(node).starts_with(wanted));
        // What a mapping gives is told as such.
        if has("mapResponse") {
            continue;
        }
        let points = setting.descendants().filter(|node| name(*node) == "baseValue");
        let points: Vec<f64> = points
            .map(|node| node.text().and_then(|text| text.trim().parse().ok()).unwrap_or(f64::NAN))
            .collect();
        if points.iter().all(|point| *point == 0.0) && !has("variable") {
            continue;
        }
        if !follows_right(setting, response) || *whole.get_or_insert(points.clone()) != points {
            return true;
        }
    }
    false
}

/// How far from the right number is right too.
#[derive(PartialEq)]
pub(super) enum Tolerance {
    /// So far.
    Absolute(String),
    /// So many percent of it.
    Percent(f64),
    /// In a way that has no place here.
    Other,
}

impl Tolerance {
    fn exact() -> Self {
        Self::Absolute("0".into())
    }
}

/// The tolerance that the scoring of a number grants, where it asks for the right one in one way alone: of several ways one
/// may give only a part of the point.
pub(super) fn tolerance(root: Node<'_, '_>, response: &Response) -> Tolerance {
    let processing = child(root, "responseProcessing");
    let rules = || processing.into_iter().flat_map(|node| node.descendants());
    let ranges =
        ["lt", "lte", "gt", "gte", "equalRounded", "inside", "customOperator", "stringMatch"];
    if rules().any(|node| ranges.contains(&name(node))) {
        return Tolerance::Other;
    }
    let asks_for_right = |node: &Node<'_, '_>| compares_with_right(*node, response);
    let equals = rules().filter(|node| name(*node) == "equal");
    let equals: Vec<_> = equals.filter(|node| !asks_for_outcomes(*node, response)).collect();
    if !equals.iter().all(asks_for_right) {
        return Tolerance::Other;
    }
    let exact = rules().filter(|node| name(*node) == "match" && asks_for_right(node));
    let mut ways = equals.into_iter().map(granted).chain(exact.map(|_| Tolerance::exact()));
    let first = ways.next().unwrap_or_else(Tolerance::exact);
    if ways.all(|way| way == first) { first } else { Tolerance::Other }
}

/// Whether a comparison is one of points already given, as some programs make it to choose what is shown then.
fn asks_for_outcomes(equal: Node<'_, '_>, response: &Response) -> bool {
    let variables = equal.descendants().filter(|node| name(*node) == "variable");
    let mut names = variables.filter_map(|node| node.attribute("identifier")).peekable();
    names.peek().is_some() && names.all(|name| name != response.id)
}

/// What a comparison of two numbers lets pass.
fn granted(equal: Node<'_, '_>) -> Tolerance {
    let mode = equal.attribute("toleranceMode").unwrap_or("exact");
    if mode == "exact" {
        return Tolerance::exact();
    }
    let written = equal.attribute("tolerance").unwrap_or_default();
    let sides: Vec<&str> = written.split_whitespace().collect();
    let side = match sides[..] {
        [one] => Some(one),
        [one, other] if one == other => Some(one),
        _ => None,
    };
    let numeric = side.and_then(|side| Some((side, side.parse::<f64>().ok()?)));
    let is_closed = ["includeLowerBound", "includeUpperBound"]
        .iter()
        .all(|bound| equal.attribute(*bound) != Some("false"));
    match (mode, numeric) {
        ("absolute", Some((side, _))) if is_closed => Tolerance::Absolute(side.to_string()),
        ("relative", Some((_, percent))) if is_closed => Tolerance::Percent(percent),
        _ => Tolerance::Other,
    }
}

/// The feedback that says why the right answer is right: what everybody sees, or who answers rightly. What belongs to
/// another answer would be told as the reason of this one.
pub(super) fn reason<'a, 'i>(
    root: Node<'a, 'i>,
    feedback: &[Node<'a, 'i>],
    response: &Response,
) -> Option<Node<'a, 'i>> {
    feedback.iter().copied().find(|node| is_reason(root, *node, response))
}

fn is_reason(root: Node<'_, '_>, feedback: Node<'_, '_>, response: &Response) -> bool {
    let (Some(outcome), Some(id)) =
        (feedback.attribute("outcomeIdentifier"), feedback.attribute("identifier"))
    else {
        return false;
    };
    let is_shown = feedback.attribute("showHide") != Some("hide");
    let settings: Vec<_> = settings(root, outcome).collect();
    // The outcome is the answer itself.
    let is_answer = settings.iter().any(|setting| child(*setting, "variable").is_some());
    let is_right = response.values.iter().any(|value| value == id);
    let set_to = |setting: &Node<'_, '_>| {
        let values = setting.descendants().filter(|node| name(*node) == "baseValue");
        values.filter_map(|node| node.text()).any(|text| text.trim() == id)
    };
    if !is_shown {
        // Hidden for one value of the outcome, which nothing gives it: everybody sees it.
        return !is_answer && !settings.iter().any(set_to);
    }
    let by_answer = is_right && (is_answer || settings.is_empty());
    let mut ways = settings.iter().filter(|setting| set_to(setting)).peekable();
    by_answer || (ways.peek().is_some() && ways.all(|setting| follows_right(*setting, response)))
}

/// The rules that give an outcome its value.
fn settings<'a, 'i>(
    node: Node<'a, 'i>,
    outcome: &str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i> {
    let outcome = outcome.to_string();
    node.descendants()
        .filter(|node| name(*node) == "setOutcomeValue")
        .filter(move |node| node.attribute("identifier") == Some(outcome.as_str()))
}

/// Whether a value is set only when the answer is right.
fn follows_right(setting: Node<'_, '_>, response: &Response) -> bool {
    setting.ancestors().any(|node| is_for_right(node, response))
}

/// Whether this is the branch of a condition that right answers take: it asks for them, or one before it asks for all others.
fn is_for_right(branch: Node<'_, '_>, response: &Response) -> bool {
    if !matches!(name(branch), "responseIf" | "responseElseIf" | "responseElse") {
        return false;
    }
    let asked = |branch: Node<'_, '_>| {
        branch.children().find(Node::is_element).and_then(|condition| asked(condition, response))
    };
    let mut before = branch.parent().into_iter().flat_map(|condition| condition.children());
    asked(branch) == Some(true)
        || before.by_ref().take_while(|node| *node != branch).any(|node| asked(node) == Some(false))
}

/// Whether a condition asks for the right answer or for any other; nothing when it asks for something else.
fn asked(condition: Node<'_, '_>, response: &Response) -> Option<bool> {
    let (mut inner, mut is_turned) = (condition, false);
    while name(inner) == "not" {
        (inner, is_turned) = (inner.children().find(Node::is_element)?, !is_turned);
    }
    let is_right = compares_with_right(inner, response)
        || (name(inner) == "and"
            && inner.children().any(|part| compares_with_right(part, response)));
    is_right.then_some(!is_turned)
}

/// Whether the answer is compared with what is declared as right, or with the same in so many words.
fn compares_with_right(node: Node<'_, '_>, response: &Response) -> bool {
    let parts: Vec<_> = node.children().filter(Node::is_element).collect();
    let ("match" | "equal", [one, other]) = (name(node), &parts[..]) else { return false };
    let is_own = |node: Node<'_, '_>| node.attribute("identifier") == Some(response.id.as_str());
    let is_answer = |node: Node<'_, '_>| name(node) == "variable" && is_own(node);
    let is_right = |node: Node<'_, '_>| match name(node) {
        "correct" => is_own(node),
        "baseValue" | "multiple" => {
            let values = node.descendants().filter(|node| name(*node) == "baseValue");
            let mut values: Vec<&str> =
                values.map(|node| node.text().unwrap_or_default().trim()).collect();
            let mut right: Vec<&str> = response.values.iter().map(String::as_str).collect();
            values.sort_unstable();
            right.sort_unstable();
            values == right
        }
        _ => false,
    };
    (is_answer(*one) && is_right(*other)) || (is_answer(*other) && is_right(*one))
}
