//! Drafts as an author's `questions.toml`, and a course's questions as drafts.

use std::collections::BTreeSet;
use std::path::Path;

use domain::catalog::{Course, Passage, Pool, Question, QuestionKind, Region};
use domain::unit::Localized;

use super::{Answer, Draft, Loss, Remarks, Seconds};
use crate::author::form;
use crate::author::question::UNWRITTEN;
use crate::check::Checked;
use crate::language::Language;

/// What an import may not decide by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// The course has no topic of this name, and none was given.
    Topic {
        /// Line of the question.
        line: u32,
        /// What the file calls it; may be nothing.
        found: String,
        /// The course's topics.
        known: String,
    },
}

impl Unplaced {
    /// The line of the question.
    #[must_use]
    pub fn line(&self) -> u32 {
        let Self::Topic { line, .. } = self;
        *line
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let Self::Topic { found, known, .. } = self;
        let (ja, en) = match found.as_str() {
            "" => (String::new(), String::new()),
            found => (format!("（「{found}」）"), format!(" (`{found}`)")),
        };
        match language {
            Language::Ja => {
                format!("どの話題の問題か分かりません{ja}。--topic で選んでください: {known}")
            }
            Language::En => format!("its topic is not known{en}: choose one with --topic: {known}"),
        }
    }
}

/// The ids that new questions get, and the topic of each.
pub struct Placing<'a> {
    course: &'a Course,
    /// The questions that are there, and those that came in since.
    there: Vec<Draft>,
    /// Ids that are taken.
    taken: BTreeSet<String>,
    topic: Option<&'a str>,
}

impl<'a> Placing<'a> {
    /// Into this course, which has these questions; `topic` is for those whose own is not the course's.
    #[must_use]
    pub fn new(course: &'a Course, there: Vec<Draft>, topic: Option<&'a str>) -> Self {
        let taken = there.iter().map(|draft| draft.name.clone()).collect();
        Self { course, there, taken, topic }
    }

    /// The question that is there already and asks the same.
    #[must_use]
    pub fn same(&self, draft: &Draft) -> Option<&Draft> {
        self.there.iter().find(|there| draft.asks_the_same(there))
    }

    /// The question as an author would write it.
    ///
    /// # Errors
    /// [`Unplaced`].
    pub fn written(&mut self, draft: &Draft, remarks: &mut Remarks) -> Result<String, Unplaced> {
        let topic = self.topic_of(draft, remarks)?;
        let id = self.id_of(draft, remarks);
        self.there.push(Draft { name: id.clone(), ..draft.clone() });
        let mut lines = vec!["[[question]]".to_string()];
        let mut put = |key: &str, value: String| lines.push(format!("{key} = {value}"));
        put("id", quoted(&id));
        put("topic", quoted(&topic));
        put("kind", quoted(kind(&draft.answer)));
        put_both(&mut put, "text", &draft.text);
        if !put_answer(&mut put, &draft.answer) {
            remarks.add(draft.line, Loss::HalfEnglish);
        }
        put_both(&mut put, "why", &needed(&draft.why));
        for (key, seconds) in [("scene", &draft.scene), ("teaches", &draft.teaches)] {
            if let Some(seconds) = seconds {
                put(key, seconds_table(seconds));
            }
        }
        Ok(lines.join("\n") + "\n")
    }

    fn topic_of(&self, draft: &Draft, remarks: &mut Remarks) -> Result<String, Unplaced> {
        let is =
            |text: &Localized| text.ja == draft.topic || text.en.as_deref() == Some(&draft.topic);
        let topics = &self.course.topics;
        let own = topics.iter().find(|topic| topic.id.as_str() == draft.topic || is(&topic.title));
        match (own, self.topic) {
            (Some(topic), _) => Ok(topic.id.to_string()),
            (None, Some(topic)) => {
                if !draft.topic.is_empty() {
                    let (from, to) = (draft.topic.clone(), topic.to_string());
                    remarks.add(draft.line, Loss::Topic { from, to });
                }
                Ok(topic.to_string())
            }
            (None, None) => {
                let known: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
                Err(Unplaced::Topic {
                    line: draft.line,
                    found: draft.topic.clone(),
                    known: known.join(", "),
                })
            }
        }
    }

    /// The name as an id; one that cannot be one, or is taken, becomes another.
    fn id_of(&mut self, draft: &Draft, remarks: &mut Remarks) -> String {
        let mut id = String::new();
        for c in draft.name.to_lowercase().chars() {
            let plain = c.is_ascii_lowercase() || c.is_ascii_digit();
            match (plain, id.ends_with('-') || id.is_empty()) {
                (true, _) => id.push(c),
                (false, false) => id.push('-'),
                (false, true) => {}
            }
        }
        let id: String = id.chars().take(34).collect();
        let id = id.trim_end_matches('-').to_string();
        let id = if id.is_empty() { "import".to_string() } else { id };
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        let free = std::iter::once(id.clone()).chain(numbered).find(|id| !self.taken.contains(id));
        let id = free.unwrap_or(id);
        if id != draft.name {
            let (from, to) = (draft.name.clone(), id.clone());
            let is_taken = self.taken.contains(&from);
            let loss = if is_taken { Loss::IdTaken { from, to } } else { Loss::Id { from, to } };
            remarks.add(draft.line, loss);
        }
        self.taken.insert(id.clone());
        id
    }
}

fn kind(answer: &Answer) -> &'static str {
    match answer {
        Answer::TrueFalse(_) => "true-false",
        Answer::Choice { multiple: false, .. } => "single",
        Answer::Choice { multiple: true, .. } => "multiple",
        Answer::Order(_) => "order",
        Answer::Match(_) => "match",
        Answer::Numeric { .. } => "numeric",
        Answer::Hotspot { .. } => "hotspot",
    }
}

fn put_both(put: &mut impl FnMut(&str, String), key: &str, text: &Localized) {
    put(&format!("{key}.ja"), quoted(&text.ja));
    if let Some(en) = &text.en {
        put(&format!("{key}.en"), quoted(en));
    }
}

/// A text that a course cannot do without: where the file has no words, a note asks for them.
fn needed(text: &Localized) -> Localized {
    let ja = if text.ja.is_empty() { UNWRITTEN.to_string() } else { text.ja.clone() };
    Localized { ja, en: text.en.clone() }
}

/// Writes an answer; says whether all its English could be kept.
fn put_answer(put: &mut impl FnMut(&str, String), answer: &Answer) -> bool {
    match answer {
        Answer::TrueFalse(right) => {
            put("right", right.to_string());
            true
        }
        Answer::Choice { choices, right, .. } => {
            let is_whole = put_list(put, "choices", choices);
            let right: Vec<String> = right.iter().map(|index| (index + 1).to_string()).collect();
            put("right", format!("[{}]", right.join(", ")));
            is_whole
        }
        Answer::Order(items) => put_list(put, "items", items),
        Answer::Match(pairs) => put_pairs(put, pairs),
        Answer::Numeric { answer, tolerance, unit } => {
            put("answer", answer.to_string());
            put("tolerance", tolerance.to_string());
            if !unit.ja.is_empty() {
                put("unit", quoted(&unit.ja));
            }
            if let Some(en) = &unit.en {
                put("unit_en", quoted(en));
            }
            true
        }
        Answer::Hotspot { image, alt, regions, region, .. } => {
            put("image", quoted(image));
            put_both(put, "alt", &needed(alt));
            let regions: Vec<String> = regions.iter().map(region_table).collect();
            put("regions", format!("[{}]", regions.join(", ")));
            put_both(put, "region", &needed(region));
            true
        }
    }
}

fn put_list(put: &mut impl FnMut(&str, String), key: &str, texts: &[Localized]) -> bool {
    put(key, list(texts.iter().map(|text| quoted(&text.ja))));
    let en: Vec<String> = texts.iter().filter_map(|text| text.en.as_deref().map(quoted)).collect();
    put_english(put, key, en, texts.len())
}

fn put_pairs(put: &mut impl FnMut(&str, String), pairs: &[(Localized, Localized)]) -> bool {
    let pair = |left: &str, right: &str| list([quoted(left), quoted(right)]);
    put("pairs", list(pairs.iter().map(|(left, right)| pair(&left.ja, &right.ja))));
    let both = pairs.iter().map(|(left, right)| (left.en.as_deref(), right.en.as_deref()));
    let is_half = both.clone().any(|(left, right)| left.is_some() != right.is_some());
    let en: Vec<String> = both.filter_map(|(left, right)| Some(pair(left?, right?))).collect();
    put_english(put, "pairs", en, pairs.len()) && !is_half
}

/// English stands beside all of a list or beside none of it.
fn put_english(
    put: &mut impl FnMut(&str, String),
    key: &str,
    en: Vec<String>,
    wanted: usize,
) -> bool {
    let (is_whole, is_none) = (en.len() == wanted, en.is_empty());
    if is_whole && !is_none {
        put(&format!("{key}_en"), list(en));
    }
    is_whole || is_none
}

fn list(parts: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", parts.into_iter().collect::<Vec<_>>().join(", "))
}

fn seconds_table(seconds: &Seconds) -> String {
    format!(
        "{{ chapter = {}, from = {}, to = {} }}",
        quoted(&seconds.chapter),
        quoted(&form::show_position(seconds.from)),
        quoted(&form::show_position(seconds.to))
    )
}

fn region_table(region: &Region) -> String {
    let numbers = |shares: &[u16]| list(shares.iter().map(|share| form::show_share(*share)));
    match region {
        Region::Circle { middle, radius } => {
            format!("{{ circle = {} }}", numbers(&[middle.x, middle.y, *radius]))
        }
        Region::Rect { corner, width, height } => {
            format!("{{ rect = {} }}", numbers(&[corner.x, corner.y, *width, *height]))
        }
        Region::Polygon { corners } => {
            let corners = corners.iter().map(|corner| numbers(&[corner.x, corner.y]));
            format!("{{ polygon = {} }}", list(corners))
        }
    }
}

/// A text as TOML writes it: the escapes of JSON are among TOML's.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default().replace('\u{7f}', "\\u007f")
}

/// The questions of a course that was read, numbered from 1 in place of lines.
#[must_use]
pub fn drafts(checked: &Checked, pool: &Pool, folder: &Path) -> Vec<Draft> {
    (1..)
        .zip(&pool.questions)
        .map(|(line, question)| draft(line, question, checked, folder))
        .collect()
}

fn draft(line: u32, question: &Question, checked: &Checked, folder: &Path) -> Draft {
    let seconds = |passage: &Passage| Seconds {
        chapter: passage.chapter.to_string(),
        from: passage.from,
        to: passage.to,
    };
    Draft {
        line,
        name: question.id.to_string(),
        topic: question.topic.to_string(),
        text: question.text.clone(),
        why: question.why.clone(),
        answer: answer(question, checked, folder),
        teaches: question.teaches.as_ref().map(seconds),
        scene: question.scene.as_ref().map(seconds),
    }
}

fn answer(question: &Question, checked: &Checked, folder: &Path) -> Answer {
    let choices = question.choices.clone();
    match &question.kind {
        QuestionKind::TrueFalse { right } => Answer::TrueFalse(*right),
        QuestionKind::Single { right } => {
            Answer::Choice { choices, right: [*right].into(), multiple: false }
        }
        QuestionKind::Multiple { right } => {
            Answer::Choice { choices, right: right.iter().copied().collect(), multiple: true }
        }
        QuestionKind::Order { items } => Answer::Order(items.clone()),
        QuestionKind::Match { pairs } => Answer::Match(
            pairs.iter().map(|pair| (pair.left.clone(), pair.right.clone())).collect(),
        ),
        QuestionKind::Numeric { answer, tolerance, unit } => {
            Answer::Numeric { answer: *answer, tolerance: *tolerance, unit: unit.clone() }
        }
        QuestionKind::Hotspot { picture, regions, region } => {
            let path = checked.media.get(&picture.name);
            let image = path.and_then(|path| path.strip_prefix(folder).ok());
            Answer::Hotspot {
                image: image
                    .map_or_else(String::new, |path| path.to_string_lossy().replace('\\', "/")),
                size: Some(picture.size()),
                alt: picture.alt.clone(),
                regions: regions.clone(),
                region: region.clone(),
            }
        }
    }
}
