//! The self-assessment: is there one where the table examines, does it pass as the table passes (R111), is its pool large
//! enough, is each chapter asked about.

use domain::rules::{RuleTable, Training};

use super::{Inspector, cite, cite_supposed};
use crate::breach::Breach;

/// Where the table examines, the e-learning should ask too, by the same measure.
pub(super) fn exam(inspector: &Inspector<'_>, table: &RuleTable, training: &Training) {
    let Some(exam) = &training.exam else { return };
    let cited = cite(table, Some(&exam.statement));
    let wanted = exam.pass.get();
    match inspector.subject.file.completion.test {
        None => inspector.find("completion.test", Breach::TestAbsent { pass: wanted }, cited),
        Some(test) if test.pass.get() < wanted => {
            let breach = Breach::PassLow { pass: test.pass.get(), wanted };
            inspector.find("completion.pass_percent", breach, cited);
        }
        Some(_) => {}
    }
}

/// The pool against what is drawn, and against the chapters.
pub(super) fn check(inspector: &Inspector<'_>) {
    let (Some((own, estimate)), Some(test), Some(pool)) =
        (inspector.estimate(), inspector.subject.file.completion.test, inspector.subject.pool)
    else {
        return;
    };
    if pool.questions.is_empty() {
        return;
    }
    let (size, times) = (pool.questions.len(), estimate.draws_in_pool.value);
    let wanted = usize::from(test.draw) * usize::from(times);
    if size < wanted {
        let breach = Breach::PoolSmall { pool: size, draw: test.draw, times, wanted };
        inspector.find("completion.draw", breach, cite_supposed(own, &estimate.draws_in_pool));
    }
    for chapter in inspector.subject.chapters {
        let mut passages = pool.questions.iter().filter_map(|question| question.teaches.as_ref());
        if !passages.any(|passage| passage.chapter == chapter.id) {
            let breach = Breach::ChapterUnasked { chapter: chapter.id.to_string() };
            let cited = cite(own, Some(&estimate.questions));
            inspector.find_at(&chapter.place, breach, cited);
        }
    }
}
