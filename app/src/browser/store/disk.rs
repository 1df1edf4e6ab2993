//! The browser's database.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::{Either, select};
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError, UnexpectedDataError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use wasm_bindgen::JsValue;

use super::{Durability, Kept, Shelf, StoreFault};
use crate::browser::{clock, page};

/// Form of the database. Each step of [`upgrade`] raises it by one and is never changed again.
const VERSION: u8 = 1;

/// A browser that does not answer for so long never will (seen in some WebViews).
const PATIENCE_MS: i32 = 8_000;

/// The open database.
pub struct Disk {
    name: String,
    /// Replaced when the browser closed it behind our back (site data cleared, disk taken away).
    database: RefCell<Database>,
    on_newer: OnNewer,
}

/// Whom to tell that a newer version of this program has asked for the database.
type OnNewer = Rc<RefCell<Option<Box<dyn Fn()>>>>;

fn upgrade(from: u64, database: &Database) -> indexed_db_futures::Result<()> {
    if from < 1 {
        for shelf in [Shelf::Journal, Shelf::CheckIns, Shelf::SetAside] {
            database.create_object_store(shelf.name()).with_auto_increment(true).build()?;
        }
        for shelf in [Shelf::Keys, Shelf::Meta] {
            database.create_object_store(shelf.name()).build()?;
        }
    }
    Ok(())
}

async fn open(name: &str) -> Result<Database, StoreFault> {
    let (blocked, is_blocked) = futures_channel::oneshot::channel::<()>();
    let request = Database::open(name)
        .with_version(VERSION)
        .with_on_blocked(move |_| {
            let _ = blocked.send(());
            Ok(())
        })
        // Versions are whole numbers, the interface alone makes them floats.
        .with_on_upgrade_needed(|event, database| upgrade(event.old_version() as u64, &database))
        .build()
        .map_err(|fault| fault_of_opening(&fault))?;
    let stuck = async {
        match select(is_blocked, Box::pin(clock::sleep(PATIENCE_MS))).await {
            // The sender dropped without a word: the database opened, only the time limit counts.
            Either::Left((Err(_), patience)) => patience.await,
            Either::Left((Ok(()), _)) | Either::Right(_) => {}
        }
    };
    match select(core::pin::pin!(request.into_future()), core::pin::pin!(stuck)).await {
        Either::Left((opened, _)) => opened.map_err(|fault| fault_of_opening(&fault)),
        Either::Right(_) => Err(StoreFault::Blocked),
    }
}

/// Closes the database when another tab wants to upgrade or delete it, and tells of an upgrade: a tab that holds on to
/// it would keep the newer version of the program waiting, or send it into memory.
fn give_way(database: &Database, on_newer: &OnNewer) {
    let Ok(mut changes) = database.version_changes() else { return };
    let (database, on_newer) = (database.clone(), Rc::clone(on_newer));
    page::spawn(async move {
        let Some(change) = changes.recv().await else { return };
        database.close();
        if change.new_version().is_some()
            && let Some(tell) = &*on_newer.borrow()
        {
            tell();
        }
    });
}

impl Disk {
    pub(super) async fn open(name: &str) -> Result<Self, StoreFault> {
        let database = open(name).await?;
        let on_newer = OnNewer::default();
        give_way(&database, &on_newer);
        Ok(Self { name: name.to_owned(), database: RefCell::new(database), on_newer })
    }

    pub(super) fn on_newer(&self, tell: impl Fn() + 'static) {
        *self.on_newer.borrow_mut() = Some(Box::new(tell));
    }

    /// The database, opened again when the browser has closed it.
    async fn database(&self) -> Result<Database, StoreFault> {
        let database = self.database.borrow().clone();
        let probe = database.transaction(Shelf::Meta.name()).build();
        let is_closed =
            matches!(probe, Err(Error::DomException(DomException::InvalidStateError(_))));
        drop(probe);
        if !is_closed {
            return Ok(database);
        }
        let database = open(&self.name).await?;
        give_way(&database, &self.on_newer);
        *self.database.borrow_mut() = database.clone();
        Ok(database)
    }

    pub(super) async fn append(
        &self,
        shelf: Shelf,
        lines: &[String],
        durability: Durability,
    ) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &[shelf], durability)?;
        let store = transaction.object_store(shelf.name()).map_err(fault)?;
        for line in lines {
            store.add(line.as_str()).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)
    }

    pub(super) async fn lines(
        &self,
        shelf: Shelf,
        after: Option<u64>,
    ) -> Result<Vec<Kept>, StoreFault> {
        let records = self.records(shelf, after).await?;
        Ok(records.iter().map(|(key, value)| Kept::new(key, value)).collect())
    }

    async fn records(
        &self,
        shelf: Shelf,
        after: Option<u64>,
    ) -> Result<Vec<(JsValue, JsValue)>, StoreFault> {
        let database = self.database().await?;
        let transaction = database.transaction(shelf.name()).build().map_err(fault)?;
        let store = transaction.object_store(shelf.name()).map_err(fault)?;
        let (keys, values) = match after {
            Some(after) => {
                // Auto-incremented keys stay below 2^53.
                let range =
                    || KeyRange::<JsValue>::LowerBound(JsValue::from_f64(after as f64), true);
                let keys =
                    store.get_all_keys::<JsValue>().with_query::<JsValue, _>(range()).primitive();
                let values =
                    store.get_all::<JsValue>().with_query::<JsValue, _>(range()).primitive();
                (keys.map_err(fault)?.await, values.map_err(fault)?.await)
            }
            None => {
                let keys = store.get_all_keys::<JsValue>().primitive();
                let values = store.get_all::<JsValue>().primitive();
                (keys.map_err(fault)?.await, values.map_err(fault)?.await)
            }
        };
        let keys = keys.map_err(fault)?.collect::<Result<Vec<_>, _>>().map_err(fault)?;
        let values = values.map_err(fault)?.collect::<Result<Vec<_>, _>>().map_err(fault)?;
        Ok(keys.into_iter().zip(values).collect())
    }

    pub(super) async fn set_aside(&self, shelf: Shelf, lines: &[Kept]) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &[shelf, Shelf::SetAside], Durability::Strict)?;
        let from = transaction.object_store(shelf.name()).map_err(fault)?;
        let to = transaction.object_store(Shelf::SetAside.name()).map_err(fault)?;
        for line in lines {
            to.add(line.line.as_str()).primitive().map_err(fault)?;
            from.delete(JsValue::from_f64(line.key as f64)).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)
    }

    pub(super) async fn remove(&self, shelf: Shelf, lines: &[Kept]) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &[shelf], Durability::Strict)?;
        let from = transaction.object_store(shelf.name()).map_err(fault)?;
        for line in lines {
            from.delete(JsValue::from_f64(line.key as f64)).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)
    }

    pub(super) async fn put(
        &self,
        shelf: Shelf,
        name: &str,
        value: JsValue,
    ) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &[shelf], Durability::Strict)?;
        let store = transaction.object_store(shelf.name()).map_err(fault)?;
        store.put(value).with_key(JsValue::from_str(name)).primitive().map_err(fault)?;
        transaction.commit().await.map_err(fault)
    }

    pub(super) async fn put_unless(
        &self,
        texts: &[(&str, &str)],
        name: &str,
        outweighs: impl FnOnce(&str) -> bool,
    ) -> Result<bool, StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &[Shelf::Meta], Durability::Strict)?;
        let store = transaction.object_store(Shelf::Meta.name()).map_err(fault)?;
        let there = store.get::<JsValue, _, _>(JsValue::from_str(name)).primitive();
        let there = there.map_err(fault)?.await.map_err(fault)?;
        if there.and_then(|value| value.as_string()).is_some_and(|there| outweighs(&there)) {
            return Ok(false);
        }
        for (name, text) in texts {
            let (key, value) = (JsValue::from_str(name), JsValue::from_str(text));
            store.put(value).with_key(key).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(true)
    }

    pub(super) async fn get(
        &self,
        shelf: Shelf,
        name: &str,
    ) -> Result<Option<JsValue>, StoreFault> {
        let database = self.database().await?;
        let transaction = database.transaction(shelf.name()).build().map_err(fault)?;
        let store = transaction.object_store(shelf.name()).map_err(fault)?;
        let request = store.get::<JsValue, _, _>(JsValue::from_str(name)).primitive();
        request.map_err(fault)?.await.map_err(fault)
    }

    pub(super) async fn snapshot(
        &self,
    ) -> Result<Vec<(Shelf, Vec<(JsValue, JsValue)>)>, StoreFault> {
        let mut shelves = Vec::with_capacity(Shelf::ALL.len());
        for shelf in Shelf::ALL {
            shelves.push((shelf, self.records(shelf, None).await?));
        }
        Ok(shelves)
    }

    pub(super) async fn erase(&self) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &Shelf::ALL, Durability::Strict)?;
        for shelf in Shelf::ALL {
            transaction.object_store(shelf.name()).map_err(fault)?.clear().map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)
    }

    pub(super) async fn restore(
        &self,
        records: &[(Shelf, Vec<(JsValue, JsValue)>)],
    ) -> Result<(), StoreFault> {
        let database = self.database().await?;
        let transaction = writing(&database, &Shelf::ALL, Durability::Strict)?;
        for (shelf, of_shelf) in records {
            let store = transaction.object_store(shelf.name()).map_err(fault)?;
            for (key, value) in of_shelf {
                if key.is_string() {
                    store.put(value).with_key(key.clone()).primitive().map_err(fault)?;
                } else {
                    store.add(value).primitive().map_err(fault)?;
                }
            }
        }
        transaction.commit().await.map_err(fault)
    }
}

fn writing<'a>(
    database: &'a Database,
    shelves: &[Shelf],
    durability: Durability,
) -> Result<Transaction<'a>, StoreFault> {
    let durability = match durability {
        Durability::Relaxed => TransactionDurability::Relaxed,
        Durability::Strict => TransactionDurability::Strict,
    };
    let mut options = TransactionOptions::new();
    options.set_durability(durability);
    let names: Vec<&str> = shelves.iter().map(|shelf| shelf.name()).collect();
    database
        .transaction(names.as_slice())
        .with_mode(TransactionMode::Readwrite)
        .with_options(options)
        .build()
        .map_err(fault)
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants everywhere in this file"
)]
fn fault(error: Error) -> StoreFault {
    fault_of(&error)
}

fn fault_of(error: &Error) -> StoreFault {
    match error {
        Error::DomException(DomException::Other(exception)) => match exception.name().as_str() {
            "QuotaExceededError" => StoreFault::Full,
            "VersionError" => StoreFault::Newer,
            "SecurityError" | "NotAllowedError" => StoreFault::Unavailable,
            _ => StoreFault::Damaged,
        },
        // The browser aborts a commit of sound requests only when it cannot write them.
        Error::MissingData(UnexpectedDataError::TransactionAborted) => StoreFault::Full,
        _ => StoreFault::Damaged,
    }
}

fn fault_of_opening(error: &OpenDbError) -> StoreFault {
    match error {
        OpenDbError::Base(Error::DomException(DomException::InvalidStateError(_))) => {
            // Firefox's answer in a private window of old.
            StoreFault::Unavailable
        }
        OpenDbError::Base(error) => fault_of(error),
        OpenDbError::VersionZero
        | OpenDbError::UnsupportedEnvironment
        | OpenDbError::NullFactory => StoreFault::Unavailable,
    }
}

impl Kept {
    pub(super) fn new(key: &JsValue, value: &JsValue) -> Self {
        // Auto-incremented keys are whole numbers.
        let key = key.as_f64().unwrap_or_default() as u64;
        match value.as_string() {
            Some(line) => Self { key, line, is_text: true },
            None => {
                let json = js_sys::JSON::stringify(value).ok().and_then(|json| json.as_string());
                Self { key, line: json.unwrap_or_default(), is_text: false }
            }
        }
    }
}
