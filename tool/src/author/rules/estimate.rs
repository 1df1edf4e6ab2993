//! What Yoshu itself supposes about courses.

use domain::rules::{Estimate, Supposed};

use super::{Reader, required, stand_in, whole};
use crate::sheet::Sheet;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Estimate {
    Estimate {
        characters_per_minute: supposed(sheet, "characters_per_minute", reader),
        seconds_per_question: supposed(sheet, "seconds_per_question", reader),
        draws_in_pool: supposed(sheet, "draws_in_pool", reader),
        caption_gap_seconds: supposed(sheet, "caption_gap_seconds", reader),
        questions: reader.statement(sheet, "questions"),
        sources: reader.statement(sheet, "sources"),
        review: reader.statement(sheet, "review"),
    }
}

fn supposed(sheet: &mut Sheet<'_>, key: &str, reader: &Reader) -> Supposed {
    required(sheet, key, |one| Supposed {
        value: whole(one, "value", 1..=10_000),
        statement: reader.statement(one, "statement"),
    })
    .unwrap_or_else(|| Supposed { value: 1, statement: stand_in() })
}
