//! Dragging the items of a list by mouse.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::Listener;

/// Listens as long as it lives.
pub struct Dragging {
    _listeners: [Listener; 4],
}

impl Dragging {
    /// Of the children of `list`, which are draggable themselves. `moved` hears which item was dropped on which, from 0.
    pub fn of(list: &Element, moved: impl Fn(usize, usize) + 'static) -> Self {
        let (moved, dragged) = (Rc::new(moved), Rc::new(Cell::new(None)));
        let listeners = ["dragstart", "dragover", "drop", "dragend"].map(|kind| {
            let (moved, dragged) = (Rc::clone(&moved), Rc::clone(&dragged));
            let items = list.clone();
            Listener::new(list, kind, move |event| {
                let under = || place_of(&items, event.target()?.dyn_ref()?);
                match (kind, dragged.get()) {
                    ("dragstart", _) => dragged.set(under()),
                    ("dragover", Some(_)) => event.prevent_default(),
                    ("drop", Some(from)) => {
                        event.prevent_default();
                        under().into_iter().for_each(|to| moved(from, to));
                    }
                    ("dragend", _) => dragged.set(None),
                    _ => {}
                }
            })
        });
        Self { _listeners: listeners }
    }
}

/// Which child of `list` an element is, or lies in.
fn place_of(list: &Element, within: &Element) -> Option<usize> {
    let mut item = within.clone();
    while item.parent_element()? != *list {
        item = item.parent_element()?;
    }
    let mut place = 0;
    while let Some(before) = item.previous_element_sibling() {
        place += 1;
        item = before;
    }
    Some(place)
}
