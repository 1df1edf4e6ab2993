//! Documents and who may receive them.

use domain::rules::{Answer, Document, DocumentId, Documents, Person, PersonId, Receives};

use super::{Ids, Reader, flag, list, optional_localized, word};
use crate::author::site::localized;
use crate::mistake::Mistake;
use crate::sheet::Sheet;

const RECEIVES: &[(&str, Receives)] = &[
    ("yes", Receives::Yes),
    ("no", Receives::No),
    ("condition", Receives::Condition),
    ("unsaid", Receives::Unsaid),
];

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Documents {
    for key in ["persons", "list"] {
        if !sheet.has(key) {
            sheet.note(sheet.place(), Mistake::MissingKey { key: key.to_string() });
        }
    }
    let (mut person_ids, mut document_ids) = (Ids::default(), Ids::default());
    let persons: Vec<Person> = list(sheet, "persons", |one| {
        let (id, title) = (person_ids.one(one, "id", PersonId::new), localized(one, "title"));
        Some(Person { id: id?, title })
    })
    .into_iter()
    .flatten()
    .collect();
    let documents = list(sheet, "list", |one| {
        let place = one.place();
        let id = document_ids.one(one, "id", DocumentId::new);
        let title = localized(one, "title");
        let mut answered = Ids::default();
        let answers =
            list(one, "answers", |one| answer(one, &persons, &mut answered)).into_iter().flatten();
        let (answers, statements) = (answers.collect(), reader.statements(one, "statements"));
        let document = Document { id: id?, title, answers, statements };
        for person in document.unanswered(&persons) {
            one.note(place.clone(), Mistake::RuleAnswerMissing { person: person.id.to_string() });
        }
        Some(document)
    });
    Documents { persons, documents: documents.into_iter().flatten().collect() }
}

fn answer(sheet: &mut Sheet<'_>, persons: &[Person], answered: &mut Ids) -> Option<Answer> {
    let place = sheet.place_of("person");
    let person = answered.one(sheet, "person", PersonId::new);
    let receives = word(sheet, "receives", RECEIVES, Receives::No);
    let condition = optional_localized(sheet, "condition");
    let inferred = flag(sheet, "inferred");
    if receives == Receives::Condition && condition.is_none() {
        sheet.note(sheet.place(), Mistake::RuleConditionMissing {});
    }
    let person = person?;
    if persons.iter().all(|known| known.id != person) {
        let known: Vec<&str> = persons.iter().map(|known| known.id.as_str()).collect();
        let (found, known) = (person.to_string(), known.join(", "));
        sheet.note(place, Mistake::RulePerson { found, known });
    }
    Some(Answer { person, receives, condition, inferred })
}
