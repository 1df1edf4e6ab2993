//! How long the browser takes to judge a token, to replay a long journal and to search many courses.

use app::browser::key::DeviceKey;
use app::browser::text_rules;
use domain::archive;
use domain::coverage::Span;
use domain::journal::{Event, Journal};
use domain::search::{Hits, Query, Recent, search};
use domain::unit::{MediaMs, UnixMs};
use token::calendar::{Period, UnixSeconds};
use token::claims::{Completion, Confirmation, Name, Score, Signer, Watched};
use token::identifier::{ContentHash, CourseId, Cti};
use token::judge::{Circumstances, judge};
use token::key::PublicKey;
use token::text::Scanned;
use token::trust::{CoursePolicy, Roots, TrustBody, TrustList};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

const NOW: UnixSeconds = UnixSeconds(1_800_000_000);

fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).expect("a clock").now()
}

fn course() -> CourseId {
    "als-pre".parse().expect("a course id")
}

async fn token_and_list(key: &DeviceKey) -> (Scanned, TrustList) {
    let public = PublicKey::from_raw(&key.public_point().await.expect("public")).expect("a point");
    let completion = Completion {
        expires: NOW.jst_date().due(Period::Months(1)).end(),
        issued: NOW,
        cti: Cti([7; 16]),
        confirmation: Some(Confirmation::Key(public.compressed())),
        course: course(),
        content: ContentHash([1; 8]),
        score: Score::new(8, 10).expect("a score"),
        checks: None,
        watched: Some(Watched::new(0..5, 1000)),
        evidence: None,
        missed: None,
        name: Some(Name::new("長谷川 健太郎", text_rules::is_printable).expect("a name")),
        enrolment: None,
        codes: Vec::new(),
    };
    let draft = completion.draft(Signer::Device).expect("sound claims");
    let signature = key.sign(&draft.to_be_signed()).await.expect("signs");
    let scanned = Scanned::read(&draft.seal(signature).qr()).expect("a completion");
    let policy = CoursePolicy {
        course: course(),
        content: vec![ContentHash([1; 8])],
        pass_percent: 80,
        validity: Period::Months(1),
        grace_days: 7,
        minimum_level: token::claims::Level::A0,
        older_content: Vec::new(),
        title: None,
        minutes: None,
        series: None,
    };
    let body = TrustBody {
        seq: 1,
        issued: NOW,
        next_update: NOW.plus_s(2_592_000),
        keys: Vec::new(),
        revoked: Vec::new(),
        courses: vec![policy],
        next_roots: Vec::new(),
    };
    let draft = body.draft(None).expect("a sound list");
    let signature = key.sign(&draft.to_be_signed()).await.expect("signs");
    let roots = [public];
    let list = TrustList::load(draft.seal(signature).as_bytes(), Roots::first(&roots), None);
    (scanned, list.expect("a list"))
}

#[wasm_bindgen_test]
async fn judging_a_token_is_timed() {
    let key = DeviceKey::make().await.expect("made");
    let (scanned, list) = token_and_list(&key).await;
    let circumstances = Circumstances {
        trust: Some(&list),
        now: NOW,
        session_date: NOW.jst_date(),
        course: None,
        roster: None,
        seen: None,
        clock_floor: None,
        printable_nfc: text_rules::is_printable,
    };
    let mut times: Vec<f64> = (0..200)
        .map(|_| {
            let start = now_ms();
            assert!(judge(&scanned, &circumstances).is_ok());
            now_ms() - start
        })
        .collect();
    times.sort_by(f64::total_cmp);
    console_log!("judge: median {:.2} ms, p95 {:.2} ms", times[100], times[190]);
}

#[wasm_bindgen_test]
fn replaying_a_hundred_thousand_events_is_timed() {
    let lines: Vec<String> = (0..100_000_u32)
        .map(|n| {
            let start = n * 7919 % 600_000;
            archive::line(&Event::Watched {
                course: course(),
                chapter: format!("{:02}-chapter", n % 9).parse().expect("a chapter id"),
                video: "0123456789abcdef.mp4".parse().expect("a media name"),
                span: Span::new(MediaMs(start), MediaMs(start + 4_000)).expect("a stretch"),
                at: UnixMs(1_800_000_000_000 + i64::from(n)),
            })
        })
        .collect();
    let start = now_ms();
    let mut journal = Journal::new();
    for line in &lines {
        journal.apply(&archive::parse_line(line).expect("sound"));
    }
    let took = now_ms() - start;
    console_log!("replay: 100000 events in {took:.0} ms");
    assert!(!journal.events().is_empty());
}

/// The search alone; what the page draws of it is timed by `e2e/bench/search.mjs`.
#[wasm_bindgen_test]
fn searching_five_thousand_courses_at_each_keystroke_is_timed() {
    let (heads, mut spoken, slices) = domain::sample::library(5_000, 1);
    let (count, bytes) = (slices.len(), slices.iter().map(Vec::len).sum::<usize>());
    console_log!("search: 5000 courses of 8000 spoken characters, {count} slices, {bytes} bytes");
    for (number, bytes) in slices.into_iter().enumerate() {
        spoken.load(number, bytes).expect("a slice");
    }
    // From a word that hardly anybody says to those that everybody does, typed letter by letter.
    for typed in ["頸椎の手術", "胸骨圧迫を再開", "高血圧 塩分 運動", "CC74 心停止", "しましょう"]
    {
        let (mut worst, mut hits) = ((0.0, String::new()), Hits::default());
        for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
            let keystroke = &typed[..end];
            let start = now_ms();
            let query = Query::parse(keystroke);
            hits = search(&query, &heads, &spoken, &mut Recent::default());
            // What the page shows of them at once.
            for hit in hits.list().iter().take(10) {
                let _ = hits.passage(hit, &query, &heads, &spoken);
            }
            let took = now_ms() - start;
            if took > worst.0 {
                worst = (took, keystroke.to_owned());
            }
        }
        let (ms, keystroke) = worst;
        let found = hits.list().len();
        console_log!(
            "search: typing {typed}: {found} found, slowest search {ms:.1} ms ({keystroke})"
        );
        assert!(found > 0, "nothing is found for {typed}");
    }
}
