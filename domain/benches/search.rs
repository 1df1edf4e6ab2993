//! How long a keystroke takes in the catalogue's search with 5,000 courses of 8,000 spoken characters each.
//! `cargo bench -p domain --features sample --bench search`

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use domain::search::{Query, Recent, search};

const COURSES: usize = 5_000;
/// From a word that hardly anybody says to those that everybody does.
const TYPED: [&str; 7] = [
    "頸",
    "頸椎",
    "頸椎症の治療",
    "胸骨圧迫を再開してください",
    "高血圧 塩分 運動",
    "します",
    "aed 心停止",
];

fn keystroke(criterion: &mut Criterion) {
    let (heads, mut spoken, slices) = domain::sample::library(COURSES, 1);
    let bytes: usize = slices.iter().map(Vec::len).sum();
    println!("{COURSES} courses: {} slices, {bytes} bytes", slices.len());
    for (number, bytes) in slices.into_iter().enumerate() {
        spoken.load(number, bytes).ok();
    }
    let mut group = criterion.benchmark_group("search 5,000 courses");
    group.sample_size(20);
    for typed in TYPED {
        let query = Query::parse(typed);
        println!(
            "{typed}: {} hits",
            search(&query, &heads, &spoken, &mut Recent::default()).list().len()
        );
        let id = BenchmarkId::from_parameter(typed);
        group.bench_with_input(id, &query, |b, query| {
            b.iter(|| search(query, &heads, &spoken, &mut Recent::default()))
        });
    }
    group.finish();
}

criterion_group!(benches, keystroke);
criterion_main!(benches);
