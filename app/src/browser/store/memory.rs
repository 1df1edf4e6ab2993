//! The twin in memory: same answers, forgotten with the page.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use super::{Kept, Shelf};

/// What is kept for as long as the page lives.
#[derive(Default)]
pub struct Memory {
    next_key: RefCell<u64>,
    records: RefCell<Vec<(Shelf, JsValue, JsValue)>>,
}

impl Memory {
    fn push(&self, shelf: Shelf, value: JsValue) {
        let mut next = self.next_key.borrow_mut();
        *next += 1;
        // Keys of one page never reach 2^53.
        self.records.borrow_mut().push((shelf, JsValue::from_f64(*next as f64), value));
    }

    pub(super) fn append(&self, shelf: Shelf, lines: &[String]) {
        for line in lines {
            self.push(shelf, JsValue::from_str(line));
        }
    }

    pub(super) fn lines(&self, shelf: Shelf, after: Option<u64>) -> Vec<Kept> {
        self.records
            .borrow()
            .iter()
            .filter(|(of, ..)| *of == shelf)
            .map(|(_, key, value)| Kept::new(key, value))
            .filter(|kept| after.is_none_or(|after| kept.key > after))
            .collect()
    }

    pub(super) fn remove(&self, shelf: Shelf, lines: &[Kept]) {
        self.records.borrow_mut().retain(|(of, key, _)| {
            *of != shelf || !lines.iter().any(|line| key.as_f64() == Some(line.key as f64))
        });
    }

    pub(super) fn set_aside(&self, shelf: Shelf, lines: &[Kept]) {
        self.remove(shelf, lines);
        for line in lines {
            self.push(Shelf::SetAside, JsValue::from_str(&line.line));
        }
    }

    pub(super) fn put(&self, shelf: Shelf, name: &str, value: JsValue) {
        let mut records = self.records.borrow_mut();
        records.retain(|(of, key, _)| *of != shelf || key.as_string().as_deref() != Some(name));
        records.push((shelf, JsValue::from_str(name), value));
    }

    pub(super) fn get(&self, shelf: Shelf, name: &str) -> Option<JsValue> {
        let records = self.records.borrow();
        records
            .iter()
            .find(|(of, key, _)| *of == shelf && key.as_string().as_deref() == Some(name))
            .map(|(.., value)| value.clone())
    }

    pub(super) fn snapshot(&self) -> Vec<(Shelf, Vec<(JsValue, JsValue)>)> {
        let records = self.records.borrow();
        Shelf::ALL
            .into_iter()
            .map(|shelf| {
                let of_shelf = records.iter().filter(|(of, ..)| *of == shelf);
                (shelf, of_shelf.map(|(_, key, value)| (key.clone(), value.clone())).collect())
            })
            .collect()
    }

    pub(super) fn erase(&self) {
        self.records.borrow_mut().clear();
    }

    pub(super) fn restore(&self, records: &[(Shelf, Vec<(JsValue, JsValue)>)]) {
        for (shelf, of_shelf) in records {
            for (key, value) in of_shelf {
                match key.as_string() {
                    Some(name) => self.put(*shelf, &name, value.clone()),
                    None => self.push(*shelf, value.clone()),
                }
            }
        }
    }
}
