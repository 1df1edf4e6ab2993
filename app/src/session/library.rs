//! What the catalogue's page loads: the directory, and of the index of what is said the slices that are searched in.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use domain::catalog::Outline;
use domain::search::directory::{CodeList, Directory, SearchName, Transcript};
use domain::search::spoken::Spoken;
use domain::search::{Field, Heads, Query};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Entry, Session};
use crate::browser::fetch::{self, FetchFault};
use crate::paths::content;

/// All files of a site that is not larger than this are fetched when its catalogue is opened, so that the search works
/// with no network afterwards.
const KEPT_WHOLE_BYTES: u64 = 4_000_000;

/// What describes the courses, ready to be searched.
#[derive(Debug)]
pub struct Shelves {
    /// The courses, in the catalog's order.
    pub entries: Vec<Entry>,
    /// The catalogue's file; empty where the site has none.
    pub directory: Directory,
    /// The descriptions, folded.
    pub heads: Heads,
}

impl Shelves {
    /// The name of a code, where the table has it.
    pub fn code_name(&self, code: &str) -> Option<&str> {
        Some(self.directory.codes.as_ref()?.codes.code(code)?.name.as_str())
    }
}

/// Where the loading of the directory stands.
#[derive(Clone, Debug, Default)]
pub enum ShelvesState {
    /// On its way.
    #[default]
    Loading,
    /// Here.
    Ready(Arc<Shelves>),
    /// Not to be had.
    Failed(FetchFault),
}

/// The catalogue's data, kept from one visit of its page to the next.
#[derive(Clone)]
pub struct Library {
    directory: Option<SearchName>,
    entries: Arc<[Entry]>,
    shelves: ArcRwSignal<ShelvesState>,
    spoken: ArcRwSignal<Spoken>,
    /// Why a slice is missing.
    fault: ArcRwSignal<Option<FetchFault>>,
    /// Slices that are asked for.
    asked: Arc<std::sync::Mutex<Vec<usize>>>,
    transcripts: ArcRwSignal<HashMap<SearchName, Option<Arc<Transcript>>>>,
}

impl Session {
    /// The catalogue's data; loading starts with the first call, and anew when the catalog has changed.
    pub fn library(self) -> Library {
        let shelved = self.catalog.with_untracked(|catalog| catalog.clone().ok());
        let (directory, entries) =
            shelved.map_or((None, Arc::default()), |shelved| (shelved.directory, shelved.entries));
        let known = self.library.get_value().and_then(|kept| kept.downcast::<Library>().ok());
        if let Some(library) = known
            && library.directory == directory
            && Arc::ptr_eq(&library.entries, &entries)
        {
            library.retry_if_failed();
            return (*library).clone();
        }
        let library = Library {
            directory,
            entries,
            shelves: ArcRwSignal::default(),
            spoken: ArcRwSignal::default(),
            fault: ArcRwSignal::default(),
            asked: Arc::default(),
            transcripts: ArcRwSignal::default(),
        };
        library.load();
        self.library.set_value(Some(Rc::new(library.clone())));
        library
    }
}

impl Library {
    /// The directory (tracked).
    pub fn shelves(&self) -> ShelvesState {
        self.shelves.get()
    }

    /// Does something with the index as far as it is loaded (tracked).
    pub fn with_spoken<T>(&self, act: impl FnOnce(&Spoken) -> T) -> T {
        self.spoken.with(act)
    }

    /// Why some of what is said cannot be searched (tracked).
    pub fn fault(&self) -> Option<FetchFault> {
        self.fault.get()
    }

    /// Loads the directory again, after a fault.
    pub fn retry(&self) {
        self.shelves.set(ShelvesState::Loading);
        self.load();
    }

    /// Fetches the slices that a search needs.
    pub fn want(&self, query: &Query) {
        self.fetch_slices(self.spoken.with_untracked(|spoken| spoken.missing(query)));
    }

    /// What is said in a course (tracked); fetched when first asked for. `None` until it is there.
    pub fn transcript(&self, course: usize) -> Option<Arc<Transcript>> {
        let ShelvesState::Ready(shelves) = self.shelves.get_untracked() else { return None };
        let name = shelves.directory.courses.get(course)?.transcript.clone()?;
        if let Some(known) = self.transcripts.with(|all| all.get(&name).cloned()) {
            return known;
        }
        self.fetch_transcript(name);
        None
    }

    fn retry_if_failed(&self) {
        if matches!(self.shelves.get_untracked(), ShelvesState::Failed(_)) {
            self.retry();
        }
    }

    fn load(&self) {
        let library = self.clone();
        spawn_local(async move {
            let directory = match &library.directory {
                Some(name) => fetch::json(&content::search(name)).await,
                None => Ok(Directory::default()),
            };
            match directory {
                Ok(directory) => library.shelve(directory),
                Err(fault) => library.shelves.set(ShelvesState::Failed(fault)),
            }
        });
    }

    fn shelve(&self, directory: Directory) {
        let passages = directory.courses.iter().map(|course| course.passages);
        let firsts = directory.slices.iter().map(|slice| slice.first).collect();
        self.spoken.set(Spoken::new(passages, firsts));
        let is_small = directory.bytes <= KEPT_WHOLE_BYTES;
        let names: Vec<SearchName> =
            directory.courses.iter().filter_map(|course| course.transcript.clone()).collect();
        let slices = directory.slices.len();
        let heads = heads(&self.entries, &directory);
        let entries = self.entries.to_vec();
        self.shelves.set(ShelvesState::Ready(Arc::new(Shelves { entries, directory, heads })));
        if is_small {
            self.fetch_slices((0..slices).collect());
            names.into_iter().for_each(|name| self.fetch_transcript(name));
        }
    }

    fn fetch_slices(&self, numbers: Vec<usize>) {
        let ShelvesState::Ready(shelves) = self.shelves.get_untracked() else { return };
        for number in numbers {
            let Some(slice) = shelves.directory.slices.get(number) else { continue };
            if !self.ask(number) {
                continue;
            }
            let (library, file) = (self.clone(), content::search(&slice.file));
            spawn_local(async move {
                let loaded = match fetch::bytes(&file).await {
                    Ok(bytes) => library.take(number, bytes, &file),
                    Err(fault) => Err(fault),
                };
                if let Err(fault) = &loaded {
                    library.forget(number);
                    library.fault.set(Some(fault.clone()));
                } else if library.fault.get_untracked().is_some() {
                    library.fault.set(None);
                }
            });
        }
    }

    fn take(&self, number: usize, bytes: Vec<u8>, file: &str) -> Result<(), FetchFault> {
        let mut spoken = self.spoken.write();
        spoken
            .load(number, bytes)
            .map_err(|damaged| FetchFault::Unreadable(format!("{file}: {damaged}")))
    }

    /// Whether nobody has asked for the slice yet.
    fn ask(&self, number: usize) -> bool {
        let Ok(mut asked) = self.asked.lock() else { return false };
        let is_new = !asked.contains(&number);
        if is_new {
            asked.push(number);
        }
        is_new
    }

    fn forget(&self, number: usize) {
        if let Ok(mut asked) = self.asked.lock() {
            asked.retain(|of| *of != number);
        }
    }

    fn fetch_transcript(&self, name: SearchName) {
        let is_asked = self.transcripts.with_untracked(|all| all.contains_key(&name));
        if is_asked {
            return;
        }
        self.transcripts.write_untracked().insert(name.clone(), None);
        let library = self.clone();
        spawn_local(async move {
            match fetch::json::<Transcript>(&content::search(&name)).await {
                Ok(transcript) => {
                    library.transcripts.write().insert(name, Some(Arc::new(transcript)));
                }
                // Without its words a hit is still a hit; asked again, it tries again.
                Err(_) => {
                    library.transcripts.write_untracked().remove(&name);
                }
            }
        });
    }
}

/// What is searched of the courses at each keystroke.
fn heads(entries: &[Entry], directory: &Directory) -> Heads {
    let mut heads = Heads::default();
    for (index, entry) in entries.iter().enumerate() {
        let outline = &entry.outline;
        let mut texts = described(outline, directory.codes.as_ref());
        let words = directory.courses.get(index).filter(|words| words.id == outline.id);
        if let Some(words) = words {
            texts.push((Field::Organiser, words.organiser.as_str()));
            texts.extend(words.topics.iter().flat_map(|topic| both(Field::Topic, topic)));
        }
        let codes: Vec<String> =
            outline.curriculum.codes.iter().map(|code| format!("CC{code}")).collect();
        let codes = codes.iter().map(|code| (Field::Code, code.as_str()));
        heads.add(texts.into_iter().chain(codes));
    }
    heads
}

fn described<'a>(outline: &'a Outline, codes: Option<&'a CodeList>) -> Vec<(Field, &'a str)> {
    let listing = &outline.listing;
    let mut texts: Vec<(Field, &str)> = vec![(Field::Title, listing.kana.as_str())];
    texts.extend(both(Field::Title, &outline.title));
    texts.extend(listing.keywords.iter().map(|word| (Field::Keyword, word.as_str())));
    texts.extend(both(Field::Summary, &outline.summary));
    texts.extend(outline.chapters.iter().flat_map(|chapter| both(Field::Topic, &chapter.title)));
    for code in codes.into_iter().flat_map(|list| &list.codes.codes) {
        if outline.curriculum.codes.contains(&code.code) {
            texts.push((Field::CodeName, code.name.as_str()));
            texts.push((Field::CodeName, code.kana.as_str()));
        }
    }
    texts
}

/// The text in both languages, where they differ.
fn both(field: Field, text: &domain::unit::Localized) -> impl Iterator<Item = (Field, &str)> {
    let english = Some(text.en()).filter(|english| *english != text.ja());
    [Some(text.ja()), english].into_iter().flatten().map(move |text| (field, text))
}
