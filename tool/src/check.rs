//! Reading a course's folder and finding everything that is wrong in it. What comes out sound can be built.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::catalog::{
    Chapter, ChapterId, ChapterText, CompletionPolicy, Course, Framework, Listing, MediaName,
    Outline, Pool, TestPolicy,
};
use domain::rules::{Names, RuleTable, TableBody};
use domain::search::directory::ChapterLines;
use domain::unit::MediaMs;
use sha2::{Digest, Sha256};

use crate::author::captions::{self, Cue};
use crate::author::chapter::{self, ChapterFile};
use crate::author::course::{self, CourseFile};
use crate::author::form;
use crate::author::markdown::{self, TextPicture};
use crate::author::question::{self, QuestionEntry};
use crate::finding::Findings;
use crate::lint::{self, ChapterSheet, Held, Subject};
use crate::logic;
use crate::mistake::Mistake;
use crate::picture::{self, Unfit};
use crate::rule_book::RuleBook;
use crate::source::{At, Place, Source, leads_outside, stays_inside};
use crate::video;

/// Bytes that a minute of video may weigh before a warning.
const VIDEO_BYTES_A_MINUTE: u64 = 600_000;
/// Bytes that a poster or a picture may weigh.
const PICTURE_BYTES: u64 = 400_000;
/// Pixels that a poster or a picture may have each way.
const PICTURE_PIXELS: u32 = 2_560;
/// How far a declared length may be from the real one: authors write whole seconds.
const LENGTH_TOLERANCE_MS: u32 = 1_000;
/// Chapters that the token's bitmap of watched chapters holds.
const CHAPTERS_MOST: usize = token::claims::Watched::MAX_CHAPTERS as usize;

/// A course whose folder was read. To be built only when there was no error.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The course as learners get it.
    pub course: Course,
    /// Its questions, when it has a test.
    pub pool: Option<Pool>,
    /// Where the media come from, by the name they get.
    pub media: BTreeMap<MediaName, PathBuf>,
    /// The course's folder below the root, as findings name it: ending in `/`, or nothing.
    pub below: String,
    /// What is said in it: the captions of each chapter that has some.
    pub spoken: Vec<ChapterLines>,
    /// What was measured while it was held against the rules.
    pub held: Held,
}

/// A chapter: what learners get, and what the rules ask of it.
struct ReadChapter {
    chapter: Chapter,
    text: ChapterText,
    sheet: ChapterSheet,
}

/// One course's folder while it is read.
struct Folder<'a> {
    root: &'a Path,
    /// The folder below the root, ending in `/`, or nothing.
    prefix: String,
    findings: &'a Findings,
    used: RefCell<BTreeSet<String>>,
    /// A text could not be read, so that nobody knows what it refers to.
    unread: Cell<bool>,
    media: RefCell<BTreeMap<MediaName, PathBuf>>,
    spoken: RefCell<Vec<ChapterLines>>,
}

/// Reads the course in `root/below`. Nothing comes back when there is no readable `course.toml`.
pub fn course_folder(
    root: &Path,
    below: &str,
    rules: &RuleBook,
    findings: &Findings,
) -> Option<Checked> {
    let prefix = if below.is_empty() { String::new() } else { format!("{below}/") };
    let folder = Folder {
        root,
        prefix,
        findings,
        used: RefCell::default(),
        unread: Cell::default(),
        media: RefCell::default(),
        spoken: RefCell::default(),
    };
    let source = Source::read(root, &folder.below("course.toml"), findings);
    let file = source.as_ref().and_then(|source| course::read(source, rules, findings));
    let chapters = folder.chapters();
    let test = file.as_ref().is_none_or(|file| file.completion.test.is_some());
    let entries = folder.questions(test, file.as_ref());
    folder.report_unused();
    let file = file?;
    if chapters.len() > CHAPTERS_MOST {
        let count = chapters.len();
        findings.add(file.place(""), Mistake::TooManyChapters { count, most: CHAPTERS_MOST });
    }
    let pool = entries.as_ref().map(|entries| Pool {
        questions: entries.iter().map(|entry| entry.question.clone()).collect(),
    });
    let mut sheets = Vec::new();
    let split = |read: ReadChapter| {
        sheets.push(read.sheet);
        (read.chapter, read.text)
    };
    let course = assemble(&file, chapters.into_iter().map(split).unzip(), pool.as_ref(), rules)?;
    let pool = pool.filter(|_| test);
    let subject = Subject {
        file: &file,
        course: &course,
        pool: pool.as_ref(),
        chapters: &sheets,
        files: &folder.readable(),
        review: std::fs::read_to_string(folder.path("REVIEW.md")).ok(),
    };
    let held = lint::hold(&subject, rules.tables(), findings);
    logic::check(&course, pool.as_ref(), &file, entries.as_deref().unwrap_or_default(), findings);
    let (media, spoken) = (folder.media.into_inner(), folder.spoken.into_inner());
    Some(Checked { course, pool, media, spoken, below: folder.prefix, held })
}

/// Joins what was written in several files to the course that learners get.
fn assemble(
    file: &CourseFile,
    (chapters, texts): (Vec<Chapter>, Vec<ChapterText>),
    pool: Option<&Pool>,
    rules: &RuleBook,
) -> Option<Course> {
    let table = file.rule_table.as_ref().and_then(|id| rules.table(id));
    let completion = &file.completion;
    let test = completion.test.map(|test| TestPolicy {
        pass: test.pass,
        draw: test.draw,
        per_topic_min: test.per_topic_min,
        cooldown_minutes: test.cooldown_minutes,
        pool_size: pool.map_or(0, |pool| u16::try_from(pool.questions.len()).unwrap_or(u16::MAX)),
    });
    let outline = Outline {
        id: file.id.clone().or_else(|| "_".parse().ok())?,
        version: file.version.clone(),
        title: file.title.clone(),
        summary: file.summary.clone(),
        audience: file.audience,
        sample: file.sample,
        listing: with_other_names(file.listing.clone(), table),
        rule_table: file.rule_table.clone(),
        minutes: file.minutes,
        curriculum: file.curriculum.clone(),
        completion: CompletionPolicy {
            test,
            validity: completion.validity,
            grace_days: completion.grace_days,
            minimum_level: completion.minimum_level,
            practical_required: completion.practical_required,
            name_in_token: completion.name_in_token,
            missed_in_token: completion.missed_in_token,
        },
        watching: file.watching,
        chapters,
    };
    let rule_title = table.map(|table| table.title.clone());
    let specialist = rules.specialist().filter(|_| file.listing.specialist.is_some());
    Some(Course {
        outline,
        framework: Framework { rule_title, als: file.als.clone(), specialist: specialist.cloned() },
        organiser: file.organiser.clone(),
        supervisors: file.supervisors.clone(),
        goal: file.goal.clone(),
        sources: file.sources.clone(),
        topics: file.topics.iter().map(|topic| topic.value.clone()).collect(),
        chapters: texts,
    })
}

/// An ALS course is found by its present name and by those that are read as it, whatever its authors call it (R52).
fn with_other_names(mut listing: Listing, table: Option<&RuleTable>) -> Listing {
    if let Some(TableBody::Als(als)) = table.map(|table| &table.body) {
        let Names { name, aliases, short, .. } = &als.names;
        let names = std::iter::once(name).chain(aliases).chain(short);
        let new: Vec<String> =
            names.filter(|name| !listing.keywords.contains(name)).cloned().collect();
        listing.keywords.extend(new);
    }
    listing
}

impl Folder<'_> {
    fn below(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(self.below(name))
    }

    /// Names of the files directly in a sub-folder, sorted; no hidden ones.
    fn names(&self, sub: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(sub)).into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.path().is_file());
        let mut names: Vec<String> =
            files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        names
    }

    /// The files of which learners can read something.
    fn readable(&self) -> Vec<(String, PathBuf)> {
        let used = self.used.borrow();
        let settings = ["course.toml", "questions.toml"].map(str::to_string);
        let names = settings.iter().chain(used.iter());
        names.map(|name| (self.below(name), self.path(name))).collect()
    }

    fn chapters(&self) -> Vec<ReadChapter> {
        let names = self.names("");
        let mut chapters = Vec::new();
        for name in names.iter().filter(|name| name.ends_with(".md")) {
            match chapter::id_of(name).and_then(ChapterId::new) {
                Some(id) => {
                    self.used.borrow_mut().insert(name.clone());
                    chapters.extend(self.chapter(name, id));
                }
                // README.md, REVIEW.md: notes for people.
                None if name
                    .trim_end_matches(".md")
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase()) => {}
                None => {
                    self.findings.add(
                        Place::start(&self.below(name)),
                        Mistake::ChapterName { name: name.clone() },
                    );
                }
            }
        }
        let any = names.iter().any(|name| chapter::id_of(name).is_some());
        if !any {
            self.findings.add(Place::start(&self.below("course.toml")), Mistake::NoChapters {});
        }
        chapters
    }

    /// A chapter; with harmless values where there is a finding, so that questions may still refer to it.
    fn chapter(&self, name: &str, id: ChapterId) -> Option<ReadChapter> {
        let source = Source::read(self.root, &self.below(name), self.findings);
        let file = source
            .as_ref()
            .and_then(|source| Some((source, chapter::read(source, self.findings)?)));
        let place = Place::start(&self.below(name));
        let mut sheet =
            ChapterSheet { id: id.clone(), place, covers: None, captions: None, timed: false };
        let Some((source, file)) = file else {
            self.unread.set(true);
            let text = ChapterText {
                id: id.clone(),
                objectives: Vec::new(),
                sources: Vec::new(),
                covers: Vec::new(),
                html: String::new(),
            };
            return Some(ReadChapter { chapter: stand_in(id)?, text, sheet });
        };
        let length = self.video(&file);
        let mut find = |at: &At<String>| self.picture(at);
        let html = markdown::render(source, file.body, &mut find, self.findings);
        let poster = file
            .poster
            .as_ref()
            .and_then(|poster| self.picture(poster))
            .map(|picture| picture.name);
        let captions = file
            .captions
            .as_ref()
            .and_then(|name| self.captions(&id, name, length.as_ref().map(|(_, length)| *length)));
        sheet.timed = length.is_some();
        let (video, duration) = length
            .or_else(|| stand_in(id.clone()).map(|chapter| (chapter.video, chapter.duration)))?;
        let text = ChapterText {
            id: id.clone(),
            objectives: file.objectives,
            sources: file.sources,
            covers: file.covers.iter().map(|detail| detail.value.clone()).collect(),
            html,
        };
        sheet.covers = Some(file.covers);
        let (captions, cues) = captions.unzip();
        sheet.captions = cues;
        let chapter = Chapter { id, title: file.title, video, duration, poster, captions };
        Some(ReadChapter { chapter, text, sheet })
    }

    /// Finds a named file inside the folder and reads it; a name that leads nowhere or outside is reported.
    fn open(&self, at: &At<String>) -> Option<Vec<u8>> {
        let name = &at.value;
        if !stays_inside(name) || leads_outside(self.root, &self.below(name)) {
            self.findings.add(at.place.clone(), Mistake::FileOutside { name: name.clone() });
            return None;
        }
        self.used.borrow_mut().insert(name.clone());
        match std::fs::read(self.path(name)) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.findings.add(at.place.clone(), Mistake::FileMissing { name: name.clone() });
                None
            }
            Err(error) => {
                self.findings.add(
                    at.place.clone(),
                    Mistake::Unreadable { reason: format!("{name}: {error}") },
                );
                None
            }
        }
    }

    /// Gives a file the name it has in the built course.
    fn keep(&self, name: &str, bytes: &[u8], extension: &str) -> Option<MediaName> {
        let media = MediaName::new(&format!("{}.{extension}", hash16(bytes)))?;
        self.media.borrow_mut().insert(media.clone(), self.path(name));
        Some(media)
    }

    fn video(&self, file: &ChapterFile) -> Option<(MediaName, MediaMs)> {
        let at = file.video.as_ref()?;
        let bytes = self.open(at)?;
        let name = at.value.clone();
        let note = |mistake| self.findings.add(at.place.clone(), mistake);
        let video = match video::read(&bytes) {
            Ok(video) => video,
            Err(reason) => {
                note(Mistake::VideoUnreadable { name, reason });
                return None;
            }
        };
        let none = || "—".to_string();
        if video.picture.as_deref() != Some(video::H264) {
            note(Mistake::VideoCodec {
                name: name.clone(),
                found: video.picture.clone().unwrap_or_else(none),
            });
        }
        if video.sound.as_deref() != Some(video::AAC) {
            note(Mistake::AudioCodec {
                name: name.clone(),
                found: video.sound.clone().unwrap_or_else(none),
            });
        }
        if !video.fast_start {
            note(Mistake::NoFastStart { name: name.clone() });
        }
        let weight = bytes.len() as u64 * 60_000 / u64::from(video.length.0.max(1));
        // The index and the first key frame weigh the same in a clip of seconds: a minute is the least to judge by.
        if video.length >= MediaMs::from_seconds(60) && weight > VIDEO_BYTES_A_MINUTE {
            note(Mistake::VideoHeavy {
                name: name.clone(),
                found: format!("{:.2}", weight as f64 / 1e6),
            });
        }
        if let Some(declared) = &file.duration
            && declared.value.0.abs_diff(video.length.0) > LENGTH_TOLERANCE_MS
        {
            let (declared_text, real) =
                (form::show_length(declared.value), form::show_length(video.length));
            self.findings.add(
                declared.place.clone(),
                Mistake::DurationDiffers { declared: declared_text, real },
            );
        }
        Some((self.keep(&at.value, &bytes, "mp4")?, video.length))
    }

    fn captions(
        &self,
        chapter: &ChapterId,
        at: &At<String>,
        video: Option<MediaMs>,
    ) -> Option<(MediaName, Vec<Cue>)> {
        let bytes = self.open(at)?;
        let source = Source::read(self.root, &self.below(&at.value), self.findings)?;
        let cues = captions::read(&source, video, self.findings);
        self.spoken.borrow_mut().push(ChapterLines::new(chapter.clone(), captions::lines(&cues)));
        Some((self.keep(&at.value, &bytes, "vtt")?, cues))
    }

    fn picture(&self, at: &At<String>) -> Option<TextPicture> {
        let bytes = self.open(at)?;
        let name = at.value.clone();
        let note = |mistake| self.findings.add(at.place.clone(), mistake);
        let picture = match picture::read(&bytes) {
            Ok(picture) => picture,
            Err(Unfit::Kind) => {
                note(Mistake::PictureKind { name });
                return None;
            }
            Err(Unfit::Active(what)) => {
                note(Mistake::PictureActive { name, what });
                return None;
            }
        };
        let extension = picture.kind.extension();
        let written = name.rsplit('.').next().map(str::to_ascii_lowercase).unwrap_or_default();
        if written.replace("jpeg", "jpg") != extension {
            note(Mistake::PictureKind { name: name.clone() });
        }
        if bytes.len() as u64 > PICTURE_BYTES {
            note(Mistake::PictureHeavy {
                name: name.clone(),
                kilobytes: bytes.len() as u64 / 1000,
                most: PICTURE_BYTES / 1000,
            });
        }
        if let Some((width, height)) = picture.size
            && width.max(height) > PICTURE_PIXELS
        {
            note(Mistake::PictureLarge { name: name.clone(), width, height, most: PICTURE_PIXELS });
        }
        Some(TextPicture { name: self.keep(&name, &bytes, extension)?, size: picture.size })
    }

    fn questions(&self, test: bool, file: Option<&CourseFile>) -> Option<Vec<QuestionEntry>> {
        let name = "questions.toml";
        let there = self.path(name).exists();
        if let Some(file) = file.filter(|_| !test && there) {
            self.findings.add(file.place("completion.test"), Mistake::TestOffWithQuestions {});
        }
        // Whether there should be questions is unknown when the course cannot be read.
        if !there && (!test || file.is_none()) {
            return None;
        }
        let source = Source::read(self.root, &self.below(name), self.findings);
        let entries = source
            .and_then(|source| question::read(&source, &mut |at| self.picture(at), self.findings));
        self.unread.set(self.unread.get() || entries.is_none());
        entries
    }

    /// Files of the folder, and of its pictures, that nothing refers to; none while a text that may do so is not read.
    fn report_unused(&self) {
        if self.unread.get() {
            return;
        }
        let used = self.used.borrow();
        let top = self.names("").into_iter();
        let pictures = self.names("images").into_iter().map(|name| format!("images/{name}"));
        for name in top.chain(pictures) {
            let known =
                ["course.toml", "questions.toml"].contains(&name.as_str()) || name.ends_with(".md");
            if !known && !used.contains(&name) {
                self.findings.add(Place::start(&self.below(&name)), Mistake::FileUnused { name });
            }
        }
    }
}

/// A chapter of no content, so long that nothing is beyond it: stands where one could not be read.
fn stand_in(id: ChapterId) -> Option<Chapter> {
    let video = MediaName::new("0000000000000000.mp4")?;
    Some(Chapter {
        id,
        title: Default::default(),
        video,
        duration: MediaMs(u32::MAX),
        poster: None,
        captions: None,
    })
}

/// The first 8 bytes of SHA-256 as hex: how media and contents are named.
pub fn hash16(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
