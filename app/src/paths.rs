//! Addresses: every page of the portal, and every built file it loads.
//!
//! All addresses are relative to the document's `<base href>`, so that a site can live in any
//! sub-folder: `courses/als`, never `/courses/als`.

use domain::catalog::{Purpose, SourcePreset, TrainingTag};

/// One address of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of courses and the one thing to do next.
    Home,
    /// One course: what is required, what remains.
    Course {
        /// Course id of the catalog.
        course: String,
    },
    /// One video chapter.
    Chapter {
        /// Course id of the catalog.
        course: String,
        /// Chapter id, such as `01-chain`.
        chapter: String,
        /// Stretch of the video to play, when the link names one.
        stretch: Stretch,
    },
    /// The course's self-assessment.
    SelfAssessment {
        /// Course id of the catalog.
        course: String,
    },
    /// Sealing and showing the completion token.
    Completion {
        /// Course id of the catalog.
        course: String,
    },
    /// All courses, by code and by search.
    Catalogue(CatalogueView),
    /// Profile, language, theme, storage, export, import, erase.
    Settings,
    /// The instructor's check of completion tokens.
    Verify,
    /// The rule tables.
    Rules,
    /// One rule table.
    RuleTable {
        /// The table's id, such as `fire-1`.
        table: String,
    },
    /// No page has this address.
    NotFound,
}

/// Where a link into a chapter starts and ends, in whole seconds of the video (`?t=`, `?until=`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// First second to play; none: where the learner stopped.
    pub from_s: Option<u32>,
    /// Second at which playing stops; none: the chapter's end.
    pub until_s: Option<u32>,
}

/// What the catalogue shows (`?q=`, `?code=`, `?list=`, `?only=`, `?codes=`, `?more=`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueView {
    /// What is searched for; empty for nothing.
    pub query: String,
    /// The curriculum code whose courses are listed.
    pub code: Option<String>,
    /// The list that is searched and browsed.
    pub preset: SourcePreset,
    /// Only courses that count for this.
    pub only: Option<Purpose>,
    /// Only codes that have content.
    pub with_content: bool,
    /// How often more of what was found was asked for.
    pub more: u8,
}

/// How a purpose stands in an address.
const fn purpose_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Specialist => "specialist",
        Purpose::Training(TrainingTag::PsychotropicLongTerm) => "psychotropic-long-term",
        Purpose::Training(TrainingTag::ChronicDiseaseGuidance) => "chronic-disease-guidance",
    }
}

impl CatalogueView {
    fn parse(query: &str) -> Self {
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let (_, value) = pairs.find(|(key, _)| *key == name)?;
            // Forms of other programs write a space as `+`; a plus is `%2B` in an address.
            decode(&value.replace('+', " ")).filter(|value| !value.is_empty())
        };
        let only = value("only");
        Self {
            query: value("q").unwrap_or_default(),
            code: value("code"),
            preset: match value("list").as_deref() {
                Some("lectures") => SourcePreset::Lectures,
                _ => SourcePreset::All,
            },
            only: Purpose::ALL.into_iter().find(|one| only.as_deref() == Some(purpose_name(*one))),
            with_content: value("codes").as_deref() == Some("with-content"),
            more: value("more").and_then(|more| more.parse().ok()).unwrap_or_default(),
        }
    }

    fn href(&self) -> String {
        let list = match self.preset {
            SourcePreset::All => "",
            SourcePreset::Lectures => "lectures",
        };
        let only = self.only.map_or("", purpose_name);
        let code = self.code.as_deref().unwrap_or_default();
        let codes = if self.with_content { "with-content" } else { "" };
        let more = if self.more > 0 { self.more.to_string() } else { String::new() };
        let mut address = String::from("catalogue");
        let mut sign = '?';
        for (name, value) in [
            ("q", self.query.as_str()),
            ("code", code),
            ("list", list),
            ("only", only),
            ("codes", codes),
            ("more", &more),
        ] {
            if !value.is_empty() {
                address.push(sign);
                address.push_str(name);
                address.push('=');
                address.push_str(&encode(value));
                sign = '&';
            }
        }
        address
    }
}

impl Route {
    /// The route of an address below the base, such as `courses/als?x=1`; anything unknown is [`Route::NotFound`].
    pub fn parse(address: &str) -> Self {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let Some(parts) = path
            .split('/')
            .filter(|part| !part.is_empty() && *part != ".")
            .map(decode)
            .collect::<Option<Vec<String>>>()
        else {
            return Self::NotFound;
        };
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["settings"] => Self::Settings,
            ["catalogue"] => Self::Catalogue(CatalogueView::parse(query)),
            ["verify"] => Self::Verify,
            ["rules"] => Self::Rules,
            ["rules", table] => Self::RuleTable { table: (*table).into() },
            ["courses", course] => Self::Course { course: (*course).into() },
            ["courses", course, "chapters", chapter] => Self::Chapter {
                course: (*course).into(),
                chapter: (*chapter).into(),
                stretch: Stretch::parse(query),
            },
            ["courses", course, "self-assessment"] => {
                Self::SelfAssessment { course: (*course).into() }
            }
            ["courses", course, "completion"] => Self::Completion { course: (*course).into() },
            _ => Self::NotFound,
        }
    }

    /// The address for an `href`, relative to the base.
    pub fn href(&self) -> String {
        match self {
            // `not-found` is never linked to; it only has to be an address that parses to itself.
            Self::Home => "./".into(),
            Self::NotFound => "not-found".into(),
            Self::Settings => "settings".into(),
            Self::Catalogue(view) => view.href(),
            Self::Verify => "verify".into(),
            Self::Rules => "rules".into(),
            Self::RuleTable { table } => format!("rules/{}", encode(table)),
            Self::Course { course } => format!("courses/{}", encode(course)),
            Self::Chapter { course, chapter, stretch } => {
                format!(
                    "courses/{}/chapters/{}{}",
                    encode(course),
                    encode(chapter),
                    stretch.query()
                )
            }
            Self::SelfAssessment { course } => {
                format!("courses/{}/self-assessment", encode(course))
            }
            Self::Completion { course } => format!("courses/{}/completion", encode(course)),
        }
    }

    /// The course's page.
    pub fn course(course: impl ToString) -> Self {
        Self::Course { course: course.to_string() }
    }

    /// A chapter, from where the learner stopped.
    pub fn chapter(course: impl ToString, chapter: impl ToString) -> Self {
        Self::Chapter {
            course: course.to_string(),
            chapter: chapter.to_string(),
            stretch: Stretch::default(),
        }
    }

    /// A chapter from one second (up to another).
    pub fn chapter_at(
        course: impl ToString,
        chapter: impl ToString,
        from_s: u32,
        until_s: Option<u32>,
    ) -> Self {
        Self::Chapter {
            course: course.to_string(),
            chapter: chapter.to_string(),
            stretch: Stretch { from_s: Some(from_s), until_s },
        }
    }

    /// The course's self-assessment.
    pub fn self_assessment(course: impl ToString) -> Self {
        Self::SelfAssessment { course: course.to_string() }
    }

    /// A rule table.
    pub fn rule_table(table: impl ToString) -> Self {
        Self::RuleTable { table: table.to_string() }
    }

    /// The course's completion token.
    pub fn completion(course: impl ToString) -> Self {
        Self::Completion { course: course.to_string() }
    }
}

impl Stretch {
    fn parse(query: &str) -> Self {
        let value = |name: &str| {
            query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(key, _)| *key == name)
                .and_then(|(_, value)| value.parse().ok())
        };
        Self { from_s: value("t"), until_s: value("until") }
    }

    fn query(self) -> String {
        match (self.from_s, self.until_s) {
            (None, None) => String::new(),
            (Some(from), None) => format!("?t={from}"),
            (None, Some(until)) => format!("?until={until}"),
            (Some(from), Some(until)) => format!("?t={from}&until={until}"),
        }
    }
}

/// Built files, as `tool` writes them.
pub mod content {
    /// The site's settings.
    pub const SITE: &str = "content/site.json";
    /// The catalog of courses.
    pub const CATALOG: &str = "content/catalog.json";
    /// The signed trust list.
    pub const TRUST: &str = "content/trust.cose";
    /// The list of rule tables.
    pub const RULES: &str = "content/rules.json";

    /// A rule table.
    pub fn rule_table(table: &str) -> String {
        format!("content/rules/{}.json", super::encode(table))
    }

    /// A file of a course's immutable bundle.
    fn bundle(course: &str, hash: &str, file: &str) -> String {
        format!("content/courses/{}/{hash}/{file}", super::encode(course))
    }

    /// The course's text.
    pub fn course(course: &str, hash: &str) -> String {
        bundle(course, hash, "course.json")
    }

    /// The course's question pool.
    pub fn questions(course: &str, hash: &str) -> String {
        bundle(course, hash, "questions.json")
    }

    /// A file of the catalogue's page.
    pub fn search(name: impl core::fmt::Display) -> String {
        format!("content/search/{name}")
    }

    /// A video, caption file or picture by its content-addressed name.
    pub fn media(name: impl core::fmt::Display) -> String {
        format!("content/media/{name}")
    }
}

/// Percent-encodes what is not unreserved (RFC 3986 §2.3).
fn encode(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
        }
    }
    out
}

/// Undoes [`encode`]; none when an escape is cut or the bytes are not UTF-8.
fn decode(part: &str) -> Option<String> {
    let mut out = Vec::with_capacity(part.len());
    let mut bytes = part.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_parses_from_its_own_address() {
        let routes = [
            Route::Home,
            Route::course("als"),
            Route::course("救命 1/2"),
            Route::chapter("als", "01-chain"),
            Route::chapter_at("als", "01-chain", 12, None),
            Route::chapter_at("als", "01-chain", 12, Some(40)),
            Route::self_assessment("als"),
            Route::completion("als"),
            Route::Settings,
            Route::Verify,
            Route::Rules,
            Route::rule_table("fire-1-2"),
            Route::NotFound,
            Route::Catalogue(CatalogueView::default()),
            Route::Catalogue(CatalogueView {
                query: "頸椎 A&B+1%".into(),
                code: Some("74".into()),
                preset: SourcePreset::Lectures,
                only: Some(Purpose::Training(TrainingTag::ChronicDiseaseGuidance)),
                with_content: true,
                more: 2,
            }),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
        }
    }

    #[test]
    fn an_address_nobody_knows_is_not_found() {
        for address in
            ["x", "courses", "courses/a/b", "courses/%zz", "courses/%E3", "verify/x", "rules/a/b"]
        {
            assert_eq!(Route::parse(address), Route::NotFound, "{address}");
        }
    }

    #[test]
    fn slashes_fragments_and_index_html_do_not_matter() {
        assert_eq!(Route::parse("index.html"), Route::Home);
        assert_eq!(Route::parse("settings/#top"), Route::Settings);
        assert_eq!(Route::parse("courses/als/"), Route::course("als"));
    }

    #[test]
    fn a_catalogue_with_bad_values_shows_everything() {
        let all = Route::Catalogue(CatalogueView::default());
        for address in [
            "catalogue?list=x&only=y&z=1",
            "catalogue?q=%zz",
            "catalogue?code=&q",
            "catalogue?codes=1&more=-1",
        ] {
            assert_eq!(Route::parse(address), all, "{address}");
        }
    }

    #[test]
    fn a_stretch_with_bad_seconds_is_ignored() {
        assert_eq!(Route::parse("courses/a/chapters/b?t=-3&until=x"), Route::chapter("a", "b"),);
    }
}
