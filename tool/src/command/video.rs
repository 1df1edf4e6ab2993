//! `yoshu video build` and `yoshu video import`.

use std::time::{Duration, Instant};

use domain::unit::MediaMs;
use indicatif::{ProgressBar, ProgressStyle};
use tool::author::form;
use tool::disk::DiskError;
use tool::language::Language;
use tool::workshop;
use tool::workshop::engine::{self, Event, Order, Part};
use tool::workshop::recording::{self, Imported, Motion, RecordingError, Request, Stage};

use super::Failure;

/// Bytes a minute above which learners on phones wait.
const HEAVY_A_MINUTE: f64 = 600_000.0;
/// The least length to judge by, as the check does: what a film weighs in its first seconds says nothing of a minute.
const JUDGED_FROM_S: f64 = 60.0;

pub(super) fn build(order: &Order, language: Language) -> Result<(), Failure> {
    let began = Instant::now();
    let bar = bar();
    let (mut chapter, mut made, mut kept) = (String::new(), Vec::new(), 0_u32);
    let mut current = String::new();
    let mut listen = |event: &Event| match event {
        Event::Chapter { id, title, number, of } => {
            chapter = format!("{number}/{of} {id}　{title}");
            current.clone_from(id);
            bar.set_message(chapter.clone());
            if order.part != Part::All {
                bar.suspend(|| say!("{chapter}"));
            }
        }
        Event::Step { step, done, of } => {
            bar.set_length(u64::from(*of));
            bar.set_position(u64::from(*done));
            bar.set_message(format!("{chapter}　{}", step_name(step, language)));
        }
        Event::Unchanged => {
            kept += 1;
            bar.suspend(|| say!("{chapter}　{}", language.pick("変更なし", "unchanged")));
        }
        Event::Film { bytes, seconds } => {
            made.push(current.clone());
            let weight = weight(*bytes, *seconds, language);
            bar.suspend(|| say!("{chapter}　{weight}"));
        }
        Event::Speech { seconds, sentences } if order.part == Part::Captions => {
            let length = length(*seconds);
            bar.suspend(|| match language {
                Language::Ja => say!("  {length}、{sentences} 文"),
                Language::En => say!("  {length}, {sentences} sentences"),
            });
        }
        Event::Reading { written, kana } => bar.suspend(|| say!("  {written}\n    {kana}")),
        Event::Speech { .. } | Event::Fault { .. } => {}
    };
    let ended = engine::run(order, language, &mut listen);
    bar.finish_and_clear();
    // Of what was made before something stopped the work, too.
    amend_lengths(order, &made, language)?;
    ended.map_err(|error| Failure::Because(error.sentence(language)))?;
    if order.part == Part::Slides {
        let place = engine::pictures(&order.course);
        say!("{} {}", language.pick("絵の置き場所:", "the pictures are in"), place.display());
    }
    let (took, made) = (began.elapsed().as_secs(), made.len());
    match (order.part, language) {
        (Part::All, Language::Ja) => say!("作成 {made} 章、変更なし {kept} 章（{took} 秒）"),
        (Part::All, Language::En) => say!("made {made} chapters, {kept} unchanged ({took} s)"),
        _ => {}
    }
    Ok(())
}

/// Lets the chapters name the lengths of their new films.
fn amend_lengths(order: &Order, made: &[String], language: Language) -> Result<(), Failure> {
    for id in made {
        let amended = workshop::length::amend(&order.course, id);
        let amended = amended.map_err(|DiskError { path, error }| {
            Failure::Because(RecordingError::Disk(path, error).sentence(language))
        })?;
        if let Some(amended) = amended {
            tell_length(id, amended, language);
        }
    }
    Ok(())
}

fn tell_length(chapter: &str, length: MediaMs, language: Language) {
    let length = form::show_length(length);
    match language {
        Language::Ja => say!("{chapter}.md の長さを duration = \"{length}\" に直しました"),
        Language::En => say!("{chapter}.md now says duration = \"{length}\""),
    }
}

pub(super) fn import(request: &Request, language: Language) -> Result<(), Failure> {
    let bar = bar();
    let mut listen = |stage: Stage, at: MediaMs, of: MediaMs| {
        bar.set_length(u64::from(of.0));
        bar.set_position(u64::from(at.0.min(of.0)));
        bar.set_message(match stage {
            Stage::Listening => language.pick("音量を測っています", "measuring the loudness"),
            Stage::Encoding => language.pick("動画を変換しています", "encoding the film"),
        });
    };
    let ended = recording::import(request, &mut listen);
    bar.finish_and_clear();
    let imported = ended.map_err(|error| Failure::Because(error.sentence(language)))?;
    tell(&imported, request, language);
    Ok(())
}

fn tell(imported: &Imported, request: &Request, language: Language) {
    for file in &imported.files {
        say!("  {}", file.display());
    }
    let seconds = f64::from(imported.length.0) / 1000.0;
    let loudness = imported.loudness.map_or_else(
        || language.pick("音声なし", "no sound").to_string(),
        |loudness| format!("{loudness:.1} LUFS"),
    );
    say!("{}、{}、{loudness}", length(seconds), weight(imported.bytes, seconds, language));
    let left_out = imported.captions.as_ref().map_or(&[][..], |captions| &captions.left_out);
    if !left_out.is_empty() {
        complain!("{}", outside(left_out, language));
    }
    if seconds >= JUDGED_FROM_S && imported.bytes as f64 / seconds * 60.0 > HEAVY_A_MINUTE {
        complain!("{}", heavy(request.motion, language));
    }
    if imported.captions.is_none() {
        complain!(
            "{}",
            language.pick(
                "注意: 字幕がありません。WebVTT か SRT を録画と同じ名前で置き、--replace を付けて、もう一度実行してください",
                "warning: there are no captions; put a WebVTT or SRT file of the same name beside the recording and run this again with --replace"
            )
        );
    }
    if let Some(before) = imported.longer_before {
        complain!("{}", shortened(before, imported.length, request, language));
    }
    if imported.length_amended {
        tell_length(request.chapter.as_str(), imported.length, language);
    }
    if imported.length_to_correct {
        let length = form::show_length(imported.length);
        match language {
            Language::Ja => complain!("章の設定を duration = \"{length}\" に直してください"),
            Language::En => complain!("set duration = \"{length}\" in the chapter's settings"),
        }
    }
}

/// Captions that lie wholly outside the film, by their lines.
fn outside(lines: &[u32], language: Language) -> String {
    let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
    match language {
        Language::Ja => format!(
            "注意: 動画の始まる前か終わったあとにある字幕を、入れませんでした（もとのファイルの {} 行目）",
            lines.join("、")
        ),
        Language::En => format!(
            "warning: captions before the film's beginning or after its end were left out (lines {} of their file)",
            lines.join(", ")
        ),
    }
}

/// What rested on the longer film before may now lie beyond the end.
fn shortened(before: MediaMs, now: MediaMs, request: &Request, language: Language) -> String {
    let (before, now) = (form::show_length(before), form::show_length(now));
    let course = request.course.display();
    match language {
        Language::Ja => format!(
            "注意: 新しい動画（{now}）は前の動画（{before}）より短いので、問題の区間や字幕の時刻が終わりを過ぎていないか、yoshu content check \"{course}\" で確かめてください"
        ),
        Language::En => format!(
            "warning: the new film ({now}) is shorter than the one before ({before}): see with yoshu content check \"{course}\" whether passages of questions or times of captions lie beyond its end"
        ),
    }
}

fn heavy(motion: Motion, language: Language) -> &'static str {
    match motion {
        Motion::Camera => language.pick(
            "注意: 1分あたり0.6MBを超えています。動きの少ない録画なら --motion slides で軽くなります",
            "warning: over 0.6 MB a minute; for a recording of slides, --motion slides is lighter",
        ),
        Motion::Slides => language.pick(
            "注意: 1分あたり0.6MBを超えています。通信の遅い所では、再生が始まるまでに時間がかかります",
            "warning: over 0.6 MB a minute: on a slow network it takes long to start",
        ),
    }
}

/// A bar that renews itself on a terminal and is silent elsewhere.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(1);
    let style = ProgressStyle::with_template("{bar:24} {percent:>3}%  {wide_msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn step_name(step: &str, language: Language) -> &str {
    match step {
        "speech" => language.pick("音声", "speech"),
        "slides" => language.pick("スライド", "slides"),
        "film" => language.pick("動画", "film"),
        other => other,
    }
}

fn length(seconds: f64) -> String {
    // safe: a float becomes the nearest u32 there is
    form::show_length(MediaMs((seconds * 1000.0) as u32))
}

fn weight(bytes: u64, seconds: f64, language: Language) -> String {
    let (whole, minute) = (bytes as f64 / 1e6, bytes as f64 / 1e6 / seconds * 60.0);
    if seconds < JUDGED_FROM_S {
        return format!("{whole:.1} MB");
    }
    match language {
        Language::Ja => format!("{whole:.1} MB（1分あたり {minute:.2} MB）"),
        Language::En => format!("{whole:.1} MB ({minute:.2} MB a minute)"),
    }
}
