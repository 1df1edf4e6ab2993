//! Sentences of the chapter page.

use domain::watch::Uncounted;

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Name of the video for screen readers.
    pub video: &'static str,
    /// Button.
    pub play: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button: ten seconds back.
    pub back: &'static str,
    /// Button: ten seconds on.
    pub forward: &'static str,
    /// Label of the speed list.
    pub speed: &'static str,
    /// Button: captions.
    pub captions: &'static str,
    /// Button: picture in picture.
    pub picture_in_picture: &'static str,
    /// Button: full screen.
    pub full_screen: &'static str,
    /// Button: list of keys.
    pub keys: &'static str,
    /// Closes a dialog.
    pub close: &'static str,
    /// Button: play only what is missing.
    pub play_gaps: &'static str,
    /// Said while only the missing stretches are played.
    pub playing_gaps: &'static str,
    /// State: nothing is missing.
    pub all_watched: &'static str,
    /// Name of the gap bar.
    pub gap_bar: &'static str,
    /// Name of the tabs.
    pub panels: &'static str,
    /// Tab.
    pub transcript: &'static str,
    /// Tab.
    pub lecture: &'static str,
    /// Tab.
    pub notes: &'static str,
    /// Label of the search in the transcript.
    pub search: &'static str,
    /// Nothing found.
    pub search_empty: &'static str,
    /// The chapter has no captions.
    pub no_captions: &'static str,
    /// The captions could not be loaded.
    pub captions_failed: &'static str,
    /// Label of the note field.
    pub note: &'static str,
    /// Button.
    pub save_note: &'static str,
    /// Button.
    pub delete_note: &'static str,
    /// A note was deleted.
    pub note_deleted: &'static str,
    /// Button: brings the note back.
    pub undo: &'static str,
    /// No note yet.
    pub no_notes: &'static str,
    /// Link to the next chapter.
    pub next_chapter: &'static str,
    /// Link to the test when this was the last chapter.
    pub to_test: &'static str,
    /// Link to the completion page.
    pub to_completion: &'static str,
    /// Saved state.
    pub saved: &'static str,
    /// Saved state.
    pub saving: &'static str,
    /// Saved state: storage refused.
    pub memory_only: &'static str,
    /// Heading over what the chapter teaches.
    pub objectives: &'static str,
    /// Heading over sources.
    pub sources: &'static str,
    /// The video does not load.
    pub video_failed: &'static str,
    /// What to do then.
    pub video_failed_advice: &'static str,
    /// Button.
    pub retry: &'static str,
    /// The text does not load, but the video does.
    pub text_failed: &'static str,
    /// The text does not load either.
    pub text_failed_too: &'static str,
    /// While the text loads.
    pub loading: &'static str,
    /// The passage of a question is playing.
    pub passage: &'static str,
    /// The browser did not play it by itself.
    pub passage_refused: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    video: "講義ビデオ",
    play: "再生",
    pause: "一時停止",
    back: "10秒戻る",
    forward: "10秒進む",
    speed: "再生速度",
    captions: "字幕",
    picture_in_picture: "小窓で再生",
    full_screen: "全画面",
    keys: "キー操作",
    close: "閉じる",
    play_gaps: "未視聴だけ再生",
    playing_gaps: "未視聴の部分だけを再生しています",
    all_watched: "この章は受講済です",
    gap_bar: "視聴した部分",
    panels: "教材",
    transcript: "字幕テキスト",
    lecture: "本文",
    notes: "メモ",
    search: "字幕から探す",
    search_empty: "見つかりません",
    no_captions: "この章に字幕はありません。",
    captions_failed: "字幕を読み込めません。通信を確かめて、もう一度お試しください。",
    note: "この場面のメモ",
    save_note: "メモを保存",
    delete_note: "削除",
    note_deleted: "メモを消しました",
    undo: "元に戻す",
    no_notes: "メモはまだありません。",
    next_chapter: "次の章へ",
    to_test: "セルフアセスメントへ",
    to_completion: "予習修了コードへ",
    saved: "自動保存済み",
    saving: "保存中…",
    memory_only: "この端末に保存できません",
    objectives: "この章の目標",
    sources: "出典",
    video_failed: "ビデオを読み込めません",
    video_failed_advice: "ここまでの視聴は記録されています。通信を確かめて、もう一度お試しください。",
    retry: "もう一度読み込む",
    text_failed: "本文を読み込めません。ビデオの視聴は続けられ、記録されます。",
    text_failed_too: "本文も読み込めません。",
    loading: "読み込んでいます…",
    passage: "設問に関係する場面を再生しています",
    passage_refused: "「再生」を押すと、設問に関係する場面だけを再生します",
};

/// English.
pub static EN: Words = Words {
    video: "Lecture video",
    play: "Play",
    pause: "Pause",
    back: "Back 10 seconds",
    forward: "Forward 10 seconds",
    speed: "Speed",
    captions: "Captions",
    picture_in_picture: "Picture in picture",
    full_screen: "Full screen",
    keys: "Keyboard keys",
    close: "Close",
    play_gaps: "Play only what is missing",
    playing_gaps: "Playing only what is missing",
    all_watched: "This chapter is watched",
    gap_bar: "Watched stretches",
    panels: "Chapter material",
    transcript: "Transcript",
    lecture: "Text",
    notes: "Notes",
    search: "Search the transcript",
    search_empty: "Nothing found",
    no_captions: "This chapter has no captions.",
    captions_failed: "The captions cannot be loaded. Check the connection and try again.",
    note: "Note at this moment",
    save_note: "Save note",
    delete_note: "Delete",
    note_deleted: "The note was deleted",
    undo: "Undo",
    no_notes: "No notes yet.",
    next_chapter: "Next chapter",
    to_test: "To the self-assessment",
    to_completion: "To the completion code",
    saved: "Saved",
    saving: "Saving…",
    memory_only: "Cannot save on this device",
    objectives: "In this chapter",
    sources: "Sources",
    video_failed: "The video cannot be loaded",
    video_failed_advice: "What you watched so far is kept. Check the connection and try again.",
    retry: "Load again",
    text_failed: "The text cannot be loaded. You can go on watching; it counts.",
    text_failed_too: "The text cannot be loaded either.",
    loading: "Loading…",
    passage: "Playing the passage that belongs to the question",
    passage_refused: "Press Play to watch just the passage that belongs to the question",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What is missing: time and number of places.
pub fn remaining(remaining_ms: u64, gaps: usize, language: Language) -> String {
    let time = format::remaining(remaining_ms, language);
    match (language, gaps) {
        (Language::Ja, _) => format!("残り{time}・{gaps}か所"),
        (Language::En, 1) => format!("{time} left in 1 place"),
        (Language::En, _) => format!("{time} left in {gaps} places"),
    }
}

/// When a chapter counts as watched (the threshold is shown, never hidden).
pub fn threshold(tolerance_ms: u64, language: Language) -> String {
    let tolerance = format::duration(tolerance_ms, language);
    match language {
        Language::Ja => format!("未視聴が合計{tolerance}以内になると「受講済」になります。"),
        Language::En => {
            format!("The chapter counts as watched when at most {tolerance} in all is missing.")
        }
    }
}

/// Why nothing is counted just now; none where nothing need be said.
pub fn uncounted(reason: Uncounted, cap_percent: u16, language: Language) -> Option<String> {
    Some(match (reason, language) {
        (Uncounted::Paused | Uncounted::Seeking, _) => return None,
        (Uncounted::Stalled, Language::Ja) => "読み込みを待っている間は記録されません".into(),
        (Uncounted::Stalled, Language::En) => "Nothing counts while the video is loading".into(),
        (Uncounted::Hidden, Language::Ja) => "タブが隠れている間は記録されません".into(),
        (Uncounted::Hidden, Language::En) => "Nothing counts while the tab is hidden".into(),
        (Uncounted::TooFast, Language::Ja) => {
            format!("{}倍を超える速さでは記録されません", times(cap_percent))
        }
        (Uncounted::TooFast, Language::En) => {
            format!("Nothing counts above {} times normal speed", times(cap_percent))
        }
        (Uncounted::Jumped, Language::Ja) => "とばした所は視聴に数えません".into(),
        (Uncounted::Jumped, Language::En) => "What was skipped does not count".into(),
        (Uncounted::Suspended, Language::Ja) => "端末が休止していた間は記録されません".into(),
        (Uncounted::Suspended, Language::En) => "Nothing counts while the device was asleep".into(),
    })
}

fn times(percent: u16) -> String {
    format::rate(percent).trim_start_matches('×').into()
}

/// The bar in words, for screen readers.
pub fn coverage(percent: u8, remaining_ms: u64, gaps: usize, language: Language) -> String {
    match language {
        Language::Ja if gaps == 0 => "すべて視聴済み".into(),
        Language::Ja => format!("{percent}% 視聴済み、{}", remaining(remaining_ms, gaps, language)),
        Language::En if gaps == 0 => "Everything is watched".into(),
        Language::En => format!("{percent}% watched, {}", remaining(remaining_ms, gaps, language)),
    }
}

/// One row of the list of keys.
pub struct Key {
    /// The key.
    pub key: &'static str,
    /// What it does.
    pub does: &'static str,
}

/// The keys of the chapter page.
pub fn keys(language: Language) -> &'static [Key] {
    match language {
        Language::Ja => &[
            Key { key: "Space / K", does: "再生・一時停止" },
            Key { key: "← / J", does: "10秒戻る" },
            Key { key: "→ / L", does: "10秒進む" },
            Key { key: "< / >", does: "再生速度を下げる・上げる" },
            Key { key: "C", does: "字幕" },
            Key { key: "F", does: "全画面" },
            Key { key: "G", does: "未視聴だけ再生" },
            Key { key: "N", does: "次の章へ" },
            Key { key: "?", does: "この一覧" },
        ],
        Language::En => &[
            Key { key: "Space / K", does: "Play or pause" },
            Key { key: "← / J", does: "Back 10 seconds" },
            Key { key: "→ / L", does: "Forward 10 seconds" },
            Key { key: "< / >", does: "Slower, faster" },
            Key { key: "C", does: "Captions" },
            Key { key: "F", does: "Full screen" },
            Key { key: "G", does: "Play only what is missing" },
            Key { key: "N", does: "Next chapter" },
            Key { key: "?", does: "This list" },
        ],
    }
}
