//! What the catalogue's page loads: the directory, and of the index of what is said the slices that are searched in.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use domain::rules::Specialist;
use domain::search::directory::{Directory, SearchName, Transcript};
use domain::search::spoken::Spoken;
use domain::search::{Heads, Query};
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

    /// When courses count as 専門医共通講習, where the table says so (R22).
    pub fn specialist(&self) -> Option<&Specialist> {
        self.directory.codes.as_ref()?.specialist.as_ref()
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

/// A slice of the index that is not here.
#[derive(Clone, Copy, Debug, Default)]
struct Awaited {
    /// It is on its way.
    is_asked: bool,
    /// It did not come, when it was last asked for.
    has_failed: bool,
}

/// The catalogue's data, kept from one visit of its page to the next.
#[derive(Clone)]
pub struct Library {
    directory: Option<SearchName>,
    entries: Arc<[Entry]>,
    shelves: ArcRwSignal<ShelvesState>,
    spoken: ArcRwSignal<Spoken>,
    /// Slices that were asked for and are not here.
    awaited: ArcRwSignal<BTreeMap<usize, Awaited>>,
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
            awaited: ArcRwSignal::default(),
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

    /// Whether some of what this search needs could not be had when it was last asked for (tracked).
    pub fn has_fault(&self, query: &Query) -> bool {
        let missing = self.spoken.with(|spoken| spoken.missing(query));
        let has_failed = |slice| {
            self.awaited.with(|awaited| awaited.get(slice).is_some_and(|slice| slice.has_failed))
        };
        missing.iter().any(has_failed)
    }

    /// Whether something that this search needs is on its way for the first time (tracked): what it does not find now
    /// it may find then.
    pub fn is_coming(&self, query: &Query) -> bool {
        let missing = self.spoken.with(|spoken| spoken.missing(query));
        self.awaited.with(|awaited| {
            let is_coming = |slice: &Awaited| slice.is_asked && !slice.has_failed;
            missing.iter().any(|slice| awaited.get(slice).is_none_or(is_coming))
        })
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
                let is_here = match fetch::bytes(&file).await {
                    Ok(bytes) => library.spoken.write().load(number, bytes).is_ok(),
                    Err(_) => false,
                };
                library.awaited.update(|awaited| match is_here {
                    true => drop(awaited.remove(&number)),
                    // Asked again, it tries again.
                    false => {
                        awaited.insert(number, Awaited { is_asked: false, has_failed: true });
                    }
                });
            });
        }
    }

    /// Whether the slice has to be fetched: nobody is waiting for it yet.
    fn ask(&self, number: usize) -> bool {
        let mut is_new = false;
        self.awaited.update(|awaited| {
            let slice = awaited.entry(number).or_default();
            is_new = !slice.is_asked;
            slice.is_asked = true;
        });
        is_new
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
        let texts = directory.described(index, &entry.outline);
        heads.add(texts.iter().map(|text| (text.field, &*text.text)));
    }
    heads
}
