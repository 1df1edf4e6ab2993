//! What the browser keeps for us: IndexedDB, or its twin in memory where that is refused.

mod disk;
mod memory;
mod tabs;

use wasm_bindgen::JsValue;

use disk::Disk;
use memory::Memory;
pub use tabs::{TabMessage, Tabs};

/// What is kept. The order is fixed: it is the order of the database's object stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// The learner's journal, archive lines in order of arrival.
    Journal,
    /// The instructor's check-in log, lines in order of arrival.
    CheckIns,
    /// Key pairs that cannot be exported.
    Keys,
    /// Damaged lines, as they were.
    SetAside,
    /// Small values by name: trust list, sequence numbers.
    Meta,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 5] =
        [Self::Journal, Self::CheckIns, Self::Keys, Self::SetAside, Self::Meta];

    /// Name of the object store.
    const fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::CheckIns => "check-ins",
            Self::Keys => "keys",
            Self::SetAside => "set-aside",
            Self::Meta => "meta",
        }
    }
}

/// How sure a line must be before it counts as kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Durability {
    /// Handed to the operating system: video positions.
    Relaxed,
    /// On the disk, even if the power fails now: answers, results, tokens.
    Strict,
}

/// Why something could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser offers no storage: private mode, or switched off by its settings.
    Unavailable,
    /// Another tab holds an older form of the database, or the browser does not answer.
    Blocked,
    /// The database was written by a newer version of this program.
    Newer,
    /// The device or the site's share of it is full.
    Full,
    /// The database cannot be read or written as it is.
    Damaged,
}

/// One line of a shelf with the key under which it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Key in the database, in order of arrival.
    pub key: u64,
    /// The line; a record that is no text at all comes as its JSON, with `is_text` false.
    pub line: String,
    /// Whether the record was a text.
    pub is_text: bool,
}

/// Everything that is kept, as it is, for taking back an erasure. It lives in memory only.
pub struct Snapshot(Vec<(Shelf, Vec<(JsValue, JsValue)>)>);

impl Snapshot {
    /// The lines that it holds of a shelf.
    pub fn lines(&self, shelf: Shelf) -> Vec<Kept> {
        let of_shelf = self.0.iter().filter(|(of, _)| *of == shelf);
        of_shelf.flat_map(|(_, all)| all.iter().map(|(key, value)| Kept::new(key, value))).collect()
    }
}

/// What is kept, and where.
pub enum Store {
    /// In the browser's database.
    Disk(Disk),
    /// In memory, until the page is closed.
    Memory(Memory),
}

impl Store {
    /// Opens the database, creating or upgrading it.
    ///
    /// # Errors
    /// Any [`StoreFault`]; go on with [`Store::in_memory`] then.
    pub async fn open(name: &str) -> Result<Self, StoreFault> {
        Disk::open(name).await.map(Self::Disk)
    }

    /// A store that forgets with the page.
    pub fn in_memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// Calls back when a newer version of this program, in another tab, asks for the database. It is closed for that;
    /// what is to be kept from then on is refused as [`StoreFault::Newer`].
    pub fn on_newer(&self, tell: impl Fn() + 'static) {
        if let Self::Disk(disk) = self {
            disk.on_newer(tell);
        }
    }

    /// Adds lines to a shelf, all or none.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was added then.
    pub async fn append(
        &self,
        shelf: Shelf,
        lines: &[String],
        durability: Durability,
    ) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.append(shelf, lines, durability).await,
            Self::Memory(memory) => {
                memory.append(shelf, lines);
                Ok(())
            }
        }
    }

    /// The lines of a shelf in order of arrival, from those after the key `after`.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn lines(&self, shelf: Shelf, after: Option<u64>) -> Result<Vec<Kept>, StoreFault> {
        match self {
            Self::Disk(disk) => disk.lines(shelf, after).await,
            Self::Memory(memory) => Ok(memory.lines(shelf, after)),
        }
    }

    /// Moves damaged lines from their shelf to [`Shelf::SetAside`], in one step.
    ///
    /// # Errors
    /// Any [`StoreFault`]; the lines stay where they are then.
    pub async fn set_aside(&self, shelf: Shelf, lines: &[Kept]) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.set_aside(shelf, lines).await,
            Self::Memory(memory) => {
                memory.set_aside(shelf, lines);
                Ok(())
            }
        }
    }

    /// Removes lines from their shelf, all or none.
    ///
    /// # Errors
    /// Any [`StoreFault`]; the lines stay where they are then.
    pub async fn remove(&self, shelf: Shelf, lines: &[Kept]) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.remove(shelf, lines).await,
            Self::Memory(memory) => {
                memory.remove(shelf, lines);
                Ok(())
            }
        }
    }

    /// Keeps a small text under a name, in place of what was there.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put(&self, name: &str, text: &str) -> Result<(), StoreFault> {
        self.put_value(Shelf::Meta, name, JsValue::from_str(text)).await
    }

    /// Keeps several texts under their names, all or none, unless what is there under `name` outweighs them. Nothing
    /// comes between looking and keeping. False: outweighed.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was kept then.
    pub async fn put_unless(
        &self,
        texts: &[(&str, &str)],
        name: &str,
        outweighs: impl FnOnce(&str) -> bool,
    ) -> Result<bool, StoreFault> {
        match self {
            Self::Disk(disk) => disk.put_unless(texts, name, outweighs).await,
            Self::Memory(memory) => {
                let there = memory.get(Shelf::Meta, name).and_then(|value| value.as_string());
                let is_outweighed = there.is_some_and(|there| outweighs(&there));
                if !is_outweighed {
                    for (name, text) in texts {
                        memory.put(Shelf::Meta, name, JsValue::from_str(text));
                    }
                }
                Ok(!is_outweighed)
            }
        }
    }

    /// The text that is kept under a name.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn get(&self, name: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.get_value(Shelf::Meta, name).await?.and_then(|value| value.as_string()))
    }

    /// Keeps any value that the browser can clone.
    pub(super) async fn put_value(
        &self,
        shelf: Shelf,
        name: &str,
        value: JsValue,
    ) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.put(shelf, name, value).await,
            Self::Memory(memory) => {
                memory.put(shelf, name, value);
                Ok(())
            }
        }
    }

    /// The value under a name.
    pub(super) async fn get_value(
        &self,
        shelf: Shelf,
        name: &str,
    ) -> Result<Option<JsValue>, StoreFault> {
        match self {
            Self::Disk(disk) => disk.get(shelf, name).await,
            Self::Memory(memory) => Ok(memory.get(shelf, name)),
        }
    }

    /// Everything that is kept, as it is.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn snapshot(&self) -> Result<Snapshot, StoreFault> {
        match self {
            Self::Disk(disk) => disk.snapshot().await.map(Snapshot),
            Self::Memory(memory) => Ok(Snapshot(memory.snapshot())),
        }
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// Any [`StoreFault`]; everything is still there then.
    pub async fn erase(&self) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.erase().await,
            Self::Memory(memory) => {
                memory.erase();
                Ok(())
            }
        }
    }

    /// Puts back what a snapshot holds, beside what has come since.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was put back then.
    pub async fn restore(&self, snapshot: &Snapshot) -> Result<(), StoreFault> {
        match self {
            Self::Disk(disk) => disk.restore(&snapshot.0).await,
            Self::Memory(memory) => {
                memory.restore(&snapshot.0);
                Ok(())
            }
        }
    }
}

/// What the browser says about our share of the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Bytes in use.
    pub used: u64,
    /// Whether the browser promised not to clear it by itself.
    pub persistent: bool,
}

mod share;
pub use share::{ask_to_persist, share};
