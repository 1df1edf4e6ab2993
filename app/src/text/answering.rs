//! Sentences for answering by order, pairs, number and place, for the scene before a question, and for the part of the
//! program that brings them.

use domain::catalog::Point;
use domain::decimal::NumberFault;

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// The part that answers and explains is being fetched.
    pub part_loading: &'static str,
    /// It could not be had.
    pub part_missing: &'static str,
    /// What to do then.
    pub part_missing_advice: &'static str,
    /// Said above the items of an order.
    pub order: &'static str,
    /// Moves an item up.
    pub up: &'static str,
    /// Moves an item down.
    pub down: &'static str,
    /// The items are still as they were shown.
    pub not_ordered: &'static str,
    /// The order as it stands is the answer.
    pub ordered: &'static str,
    /// Answers with the order as it is shown.
    pub as_shown: &'static str,
    /// Said above pairs.
    pub pairs: &'static str,
    /// No right is chosen yet.
    pub choose: &'static str,
    /// Said above a number.
    pub number: &'static str,
    /// Label of the number.
    pub number_label: &'static str,
    /// Said above a picture.
    pub spot: &'static str,
    /// How a place is chosen by keyboard.
    pub spot_keys: &'static str,
    /// Name of the picture as a control.
    pub spot_control: &'static str,
    /// Shows buttons that do what those keys do.
    pub spot_buttons: &'static str,
    /// Moves the cross to the left.
    pub cross_left: &'static str,
    /// Moves it up.
    pub cross_up: &'static str,
    /// Moves it down.
    pub cross_down: &'static str,
    /// Moves it to the right.
    pub cross_right: &'static str,
    /// Lets the buttons move it by less.
    pub small_steps: &'static str,
    /// Marks where the cross is.
    pub mark_here: &'static str,
    /// Makes the picture larger.
    pub enlarge: &'static str,
    /// No place is marked yet.
    pub not_marked: &'static str,
    /// The picture cannot be had.
    pub no_picture: &'static str,
    /// What to do then.
    pub no_picture_advice: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Beside a part of an answer that is wrong.
    pub wrong_part: &'static str,
    /// Beside a left without a right.
    pub not_chosen: &'static str,
    /// What the right places in a picture are drawn like.
    pub legend_right: &'static str,
    /// What the learner's place is drawn like.
    pub legend_given: &'static str,
    /// State in the review: begun, and no answer yet.
    pub unfinished: &'static str,
    /// Above a scene.
    pub scene: &'static str,
    /// Name of the scene's video.
    pub scene_video: &'static str,
    /// Plays the scene.
    pub play_scene: &'static str,
    /// Stops it for a while.
    pub pause_scene: &'static str,
    /// Goes on.
    pub resume_scene: &'static str,
    /// Plays it once more.
    pub replay_scene: &'static str,
    /// Shows or hides captions.
    pub captions: &'static str,
    /// The scene cannot be played.
    pub scene_failed: &'static str,
    /// What to do then.
    pub scene_failed_advice: &'static str,
    /// Leads to the scene in its chapter.
    pub watch_scene: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    part_loading: "読み込んでいます…",
    part_missing: "ここを表示できません",
    part_missing_advice: "ほかの所は、このまま使えます。通信を確かめて、もう一度読み込んでください。それでも表示されないときは、ページを開き直してください。",
    order: "正しい順に並べ替えてください",
    up: "上へ",
    down: "下へ",
    not_ordered: "まだ並べ替えていません。",
    ordered: "今の並びが答えです。",
    as_shown: "この順番で答える",
    pairs: "それぞれに合うものを選んでください",
    choose: "選んでください",
    number: "数を入力してください",
    number_label: "答え",
    spot: "図の中の場所を1か所選んでください",
    spot_keys: "図を押すと印が付きます。キーボードでは矢印キーで十字を動かし（Shiftキーを押しながらで大きく）、Enterキーで決めます。画面のボタンでも選べます。",
    spot_control: "図の中の場所を選ぶ",
    spot_buttons: "矢印ボタンで選ぶ",
    cross_left: "十字を左へ",
    cross_up: "十字を上へ",
    cross_down: "十字を下へ",
    cross_right: "十字を右へ",
    small_steps: "細かく動かす",
    mark_here: "ここに印を付ける",
    enlarge: "図を拡大する",
    not_marked: "まだ印がありません。",
    no_picture: "図を表示できません",
    no_picture_advice: "ほかの問題には、このまま答えられます。通信を確かめて、もう一度読み込んでください。",
    retry: "もう一度読み込む",
    wrong_part: "誤り",
    not_chosen: "（未選択）",
    legend_right: "破線で囲んだ所が正しい場所です。",
    legend_given: "十字の印があなたの答えです。",
    unfinished: "途中（このままでは未解答）",
    scene: "この場面を見てから答えてください",
    scene_video: "問題の場面の動画",
    play_scene: "場面を再生する",
    pause_scene: "一時停止",
    resume_scene: "続きを再生する",
    replay_scene: "もう一度見る",
    captions: "字幕",
    scene_failed: "この場面を再生できません",
    scene_failed_advice: "動画がなくても、下の問題には答えられます。通信を確かめて、もう一度読み込むこともできます。",
    watch_scene: "問題の場面を見る",
};

/// English.
pub static EN: Words = Words {
    part_loading: "Loading…",
    part_missing: "This cannot be shown",
    part_missing_advice: "Everything else still works. Check your connection and load it again. If that does not help, reload the page.",
    order: "Put these into the right order",
    up: "Up",
    down: "Down",
    not_ordered: "You have not moved anything yet.",
    ordered: "The order as it stands is your answer.",
    as_shown: "Answer with this order",
    pairs: "Choose what belongs to each",
    choose: "Choose",
    number: "Enter a number",
    number_label: "Answer",
    spot: "Mark one place in the picture",
    spot_keys: "Press the picture to mark a place. By keyboard, the arrow keys move the cross (with Shift in bigger steps) and Enter marks. Buttons do the same.",
    spot_control: "Mark a place in the picture",
    spot_buttons: "Use arrow buttons",
    cross_left: "Move the cross left",
    cross_up: "Move the cross up",
    cross_down: "Move the cross down",
    cross_right: "Move the cross right",
    small_steps: "Smaller steps",
    mark_here: "Mark here",
    enlarge: "Enlarge the picture",
    not_marked: "Nothing is marked yet.",
    no_picture: "The picture cannot be shown",
    no_picture_advice: "The other questions can be answered all the same. Check your connection and load it again.",
    retry: "Load again",
    wrong_part: "wrong",
    not_chosen: "(not chosen)",
    legend_right: "The dashed line is around the right place.",
    legend_given: "The cross is your answer.",
    unfinished: "Begun, not answered",
    scene: "Watch this scene, then answer",
    scene_video: "Video of the question’s scene",
    play_scene: "Play the scene",
    pause_scene: "Pause",
    resume_scene: "Resume",
    replay_scene: "Watch again",
    captions: "Captions",
    scene_failed: "This scene cannot be played",
    scene_failed_advice: "You can answer the question below without it, or check your connection and load it again.",
    watch_scene: "Watch the question’s scene",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What a button does with an item: its name for those who hear it alone.
pub fn move_item(item: &str, is_up: bool, language: Language) -> String {
    let words = words(language);
    let way = if is_up { words.up } else { words.down };
    match language {
        Language::Ja => format!("「{item}」を{way}"),
        Language::En => format!("{way}: {item}"),
    }
}

/// An item was moved; places from 1.
pub fn moved(item: &str, place: usize, of: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("「{item}」は{of}個中{place}番目です"),
        Language::En => format!("{item} is number {place} of {of}"),
    }
}

/// How many pairs are not chosen yet.
pub fn pairs_left(left: usize, language: Language) -> String {
    match (language, left) {
        (Language::Ja, _) => format!("あと{left}つ選ぶと解答になります。"),
        (Language::En, 1) => "Choose 1 more to answer.".into(),
        (Language::En, _) => format!("Choose {left} more to answer."),
    }
}

/// A right is chosen for more than one left: what to do.
pub fn chosen_again(right: &str, lefts: &[String], language: Language) -> String {
    match language {
        Language::Ja => {
            let lefts = lefts.join("」と「");
            format!(
                "「{right}」が「{lefts}」に重なっています。それぞれに別のものを選ぶと解答になります。"
            )
        }
        Language::En => {
            let lefts = lefts.join("”, “");
            format!(
                "“{right}” is chosen more than once (“{lefts}”). Choose a different one for each to answer. "
            )
        }
    }
}

/// What is typed is no number: what to type.
pub fn number_fault(fault: NumberFault, language: Language) -> &'static str {
    let [ja, en] = match fault {
        NumberFault::Empty => ["数を入力してください。", "Enter a number."],
        NumberFault::NotANumber => [
            "数として読み取れないため、まだ解答になっていません。「110」や「0.5」のように、数字だけを入力してください。",
            "This cannot be read as a number, so it is no answer yet. Enter digits only, like 110 or 0.5.",
        ],
        NumberFault::TooFine => [
            "小数は第3位までで入力してください。まだ解答になっていません。",
            "Enter three decimals at most. This is no answer yet.",
        ],
        NumberFault::TooGreat => [
            "数が大きすぎます。9けたまでで入力してください。まだ解答になっていません。",
            "The number is too large: enter nine digits at most. This is no answer yet.",
        ],
    };
    if language == Language::Ja { ja } else { en }
}

/// What a typed text is read as.
pub fn read_as(number: &str, unit: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{} と読み取りました。", quantity(number, unit, language)),
        Language::En => format!("Read as {}.", quantity(number, unit, language)),
    }
}

/// A number with its unit.
pub fn quantity(number: &str, unit: &str, language: Language) -> String {
    match (language, unit.is_empty()) {
        (_, true) => number.into(),
        (Language::Ja, false) => format!("{number}{unit}"),
        (Language::En, false) => format!("{number} {unit}"),
    }
}

/// A right number with how far from it is right too.
pub fn quantity_within(number: &str, tolerance: &str, unit: &str, language: Language) -> String {
    let number = quantity(number, unit, language);
    match (language, tolerance) {
        (_, "0") => number,
        (Language::Ja, _) => format!("{number}（±{tolerance} まで正解）"),
        (Language::En, _) => format!("{number} (± {tolerance} is right, too)"),
    }
}

/// A place in a picture, in whole percent.
pub fn place(point: Point, language: Language) -> String {
    let percent = |share: u16| (u32::from(share) + 50) / 100;
    let (x, y) = (percent(point.x), percent(point.y));
    match language {
        Language::Ja => format!("左から{x}％、上から{y}％"),
        Language::En => format!("{x}% from the left, {y}% from the top"),
    }
}

/// Where the mark is.
pub fn marked(point: Point, language: Language) -> String {
    let place = place(point, language);
    match language {
        Language::Ja => format!("印：{place}"),
        Language::En => format!("Marked: {place}"),
    }
}

/// Where the cross is that keys and buttons move.
pub fn cross(point: Point, language: Language) -> String {
    let place = place(point, language);
    match language {
        Language::Ja => format!("十字：{place}（まだ印ではありません）"),
        Language::En => format!("Cross: {place} (not marked yet)"),
    }
}

/// Whether the marked place is the right one, in words.
pub fn judged(point: Point, is_right: bool, language: Language) -> String {
    let place = place(point, language);
    match (language, is_right) {
        (Language::Ja, true) => format!("{place}（正しい場所の中）"),
        (Language::Ja, false) => format!("{place}（正しい場所の外）"),
        (Language::En, true) => format!("{place} (inside the right place)"),
        (Language::En, false) => format!("{place} (outside the right place)"),
    }
}

/// How much of a scene has played.
pub fn scene_time(played_ms: u32, length_ms: u32) -> String {
    format!("{} / {}", format::position(played_ms.into()), format::position(length_ms.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_whole_percent() {
        let at = |x, y| place(Point { x, y }, Language::Ja);
        assert_eq!(at(0, 10_000), "左から0％、上から100％");
        assert_eq!(at(3_049, 3_050), "左から30％、上から31％");
    }

    #[test]
    fn an_exact_number_says_nothing_of_tolerance() {
        let within = |tolerance| quantity_within("110", tolerance, "回/分", Language::Ja);
        assert_eq!(within("10"), "110回/分（±10 まで正解）");
        assert_eq!(within("0"), "110回/分");
    }
}
