//! How long judging takes: `cargo bench -p token`. The goal is at most 1 ms for a token.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench may fail; criterion's macros make the functions"
)]

#[path = "../tests/organisation/mod.rs"]
mod organisation;

use criterion::{Criterion, criterion_group, criterion_main};
use organisation::*;
use std::hint::black_box;
use token::judge::judge;
use token::text::Scanned;
use token::trust::{Roots, TrustList};

fn judging(criterion: &mut Criterion) {
    let list = sealed_list(&list_body(), ROOT);
    let roots = [public(ROOT)];
    let trust = TrustList::load(&list, Roots::first(&roots), None).unwrap();
    let circumstances = circumstances(&trust);
    let ticketed = with_ticket(sealed_ticket(&ticket(), ORGANISER));
    for (name, code) in [
        ("judge an issuer's token", by(ISSUER, &completion()).qr()),
        ("judge a device's token", by_device(&completion()).qr()),
        ("judge a device's token with a ticket", by_device(&ticketed).qr()),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher
                .iter(|| judge(&Scanned::read(black_box(&code)).unwrap(), &circumstances).unwrap());
        });
    }
    criterion.bench_function("load a trust list of five keys", |bencher| {
        bencher.iter(|| TrustList::load(black_box(&list), Roots::first(&roots), None).unwrap());
    });
}

criterion_group!(benches, judging);
criterion_main!(benches);
