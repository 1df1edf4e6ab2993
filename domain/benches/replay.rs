//! How long it takes to read a journal of 100,000 events and to know what it amounts to.
//! `cargo bench -p domain --features sample`

use criterion::{Criterion, criterion_group, criterion_main};
use domain::archive::{About, export, import, line, parse_line};
use domain::journal::{Event, Journal};

const EVENTS: usize = 100_000;

fn replay(criterion: &mut Criterion) {
    let events = domain::sample::events(EVENTS, 1);
    let lines: Vec<String> = events.iter().map(line).collect();
    let archive = export(&events, &About::default());
    println!("{EVENTS} events, {} bytes of archive", archive.len());

    let mut group = criterion.benchmark_group("journal of 100,000 events");
    group.sample_size(20);
    group.bench_function("apply", |b| b.iter(|| journal(&events)));
    group.bench_function("read lines and apply", |b| {
        b.iter(|| {
            let mut journal = Journal::new();
            for line in &lines {
                if let Ok(event) = parse_line(line) {
                    journal.apply(&event);
                }
            }
            journal
        });
    });
    group.bench_function("import an archive", |b| b.iter(|| import(&archive)));
    group.bench_function("export an archive", |b| b.iter(|| export(&events, &About::default())));
    group.finish();
}

fn journal(events: &[Event]) -> Journal {
    let mut journal = Journal::new();
    events.iter().for_each(|event| journal.apply(event));
    journal
}

criterion_group!(benches, replay);
criterion_main!(benches);
