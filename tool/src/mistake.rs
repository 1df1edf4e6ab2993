//! Everything that can be wrong in an author's files: each mistake with its code, its weight and its sentences in both
//! languages, in one table. A mistake without a sentence and an advice does not compile.

use std::fmt;

use crate::sentence::sentences;
use crate::source::Place;

/// What a key of an author's file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// `"…"`.
    Text,
    /// `["…", "…"]`.
    Texts,
    /// `80`.
    Whole,
    /// `[1, 3]`.
    Wholes,
    /// `2.0`.
    Decimal,
    /// `[10, 20.5]`.
    Decimals,
    /// `[["…", "…"], ["…", "…"]]`.
    TextLists,
    /// `[30.5, 42, 8]`: from the left, from above, radius.
    Circle,
    /// `[60, 50, 12, 10]`: from the left, from above, width, height.
    Rect,
    /// `[[10, 10], [20, 10], [15, 20]]`.
    Polygon,
    /// `true` or `false`.
    Flag,
    /// `[table]`, `key.ja = …` or `{ … }`.
    Table,
    /// `[[table]]` or `[{ … }]`.
    Tables,
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "\"…\"",
            Self::Texts => "[\"…\", \"…\"]",
            Self::Whole => "80",
            Self::Wholes => "[1, 3]",
            Self::Decimal => "2.0",
            Self::Decimals => "[10, 20.5]",
            Self::TextLists => "[[\"…\", \"…\"], [\"…\", \"…\"]]",
            Self::Circle => "[30.5, 42, 8]",
            Self::Rect => "[60, 50, 12, 10]",
            Self::Polygon => "[[10, 10], [20, 10], [15, 20]]",
            Self::Flag => "true / false",
            Self::Table => "{ … }",
            Self::Tables => "[[…]]",
        })
    }
}

sentences! {
    /// One thing that is wrong in an author's file.
    Mistake
    // ---- files -------------------------------------------------------------------------------------------------------
    /// The file cannot be read.
    Unreadable { reason: String } Error "unreadable"
        ja "ファイルを読めません（{reason}）", "ファイルの権限と、ディスクの状態を確かめてください";
        en "the file cannot be read ({reason})", "check its permissions and the disk";
    /// The text is not UTF-8.
    NotUtf8 {} Error "not-utf8"
        ja "文字コードが UTF-8 ではありません", "エディターで文字コードを「UTF-8」にして保存し直してください";
        en "the text is not UTF-8", "save the file again with the encoding UTF-8";
    /// Nothing in the file.
    EmptyFile {} Error "empty-file"
        ja "ファイルが空です", "内容を書くか、ファイルを消してください";
        en "the file is empty", "write its contents, or delete it";
    /// A file that is named, or that must be there, is not.
    FileMissing { name: String } Error "file-missing"
        ja "ファイル「{name}」がありません", "ファイルを置くか、名前の綴り（大文字と小文字も）を直してください";
        en "the file `{name}` is missing", "add it, or correct the name (upper and lower case count)";
    /// A path leaves the course's folder.
    FileOutside { name: String } Error "file-outside"
        ja "「{name}」は講習のフォルダーの外を指しています", "ファイルを講習のフォルダーの中に置き、「/」で区切った相対パスで書いてください";
        en "`{name}` points outside the course's folder", "put the file into the folder and write a relative path with `/`";
    /// A file that nothing refers to.
    FileUnused { name: String } Warning "file-unused"
        ja "「{name}」はどこからも使われていません", "使う場所で名前を書くか、フォルダーから出してください";
        en "nothing refers to `{name}`", "refer to it where it belongs, or move it out of the folder";
    /// A Markdown file whose name is not that of a chapter.
    ChapterName { name: String } Warning "chapter-name"
        ja "「{name}」は章として読まれません（章の名前は「01-chain.md」の形です）", "章なら「2桁の番号-英小文字の名前.md」に変え、章でなければフォルダーから出してください";
        en "`{name}` is not read as a chapter (chapters are called like `01-chain.md`)", "rename it to two digits, a hyphen and lower-case letters, or move it out of the folder";

    // ---- TOML --------------------------------------------------------------------------------------------------------
    /// Not TOML.
    TomlSyntax { message: String } Error "toml-syntax"
        ja "TOML の書き方が正しくありません（{message}）", "引用符、かっこ、「=」の抜けがないか確かめてください";
        en "this is not TOML ({message})", "look for a missing quote, bracket or `=`";
    /// A key nobody knows.
    UnknownKey { key: String, known: String } Error "unknown-key"
        ja "「{key}」という項目はありません", "綴りを確かめてください。ここに書ける項目: {known}";
        en "there is no key `{key}`", "check the spelling; keys allowed here: {known}";
    /// A key that must be there is not.
    MissingKey { key: String } Error "missing-key"
        ja "「{key}」がありません", "「{key} = …」の行を足してください";
        en "`{key}` is missing", "add a line `{key} = …`";
    /// A value of the wrong kind.
    WrongKind { key: String, wanted: Wanted, found: String } Error "wrong-kind"
        ja "「{key}」の値の種類が違います（読み取ったもの: {found}）", "「{key} = {wanted}」の形で書いてください";
        en "`{key}` has a value of the wrong kind ({found})", "write it in the form `{key} = {wanted}`";
    /// A text with nothing in it.
    EmptyText { key: String } Error "empty-text"
        ja "「{key}」の文字が空です", "内容を書くか、なくてもよい項目なら行を消してください";
        en "`{key}` is an empty text", "write it, or remove the line if the key is optional";
    /// A number out of range.
    OutOfRange { key: String, least: String, most: String, found: String } Error "out-of-range"
        ja "「{key}」の {found} は範囲の外です", "{least} から {most} までの数にしてください";
        en "`{key}` is {found}, which is out of range", "use a number from {least} to {most}";
    /// A length that is not written as minutes and seconds.
    DurationForm { key: String, found: String } Error "duration-form"
        ja "「{key}」の「{found}」を時間として読めません", "章の長さは「4m05s」、動画の位置は「1:05」の形で書いてください";
        en "`{key}` is `{found}`, which is not a time", "write a chapter's length like `4m05s`, a position like `1:05`";
    /// An id with letters that addresses and tokens cannot carry.
    IdForm { key: String, found: String } Error "id-form"
        ja "「{key}」の「{found}」に使えない文字があります", "英小文字、数字、ハイフンだけで書いてください（先頭は英数字）";
        en "`{key}` is `{found}`, which has letters that an id cannot have", "use lower-case letters, digits and hyphens, beginning with a letter or digit";
    /// An id that is taken.
    DuplicateId { id: String, first: Place } Error "duplicate-id"
        ja "id「{id}」はすでに使われています（{first}）", "どちらかを別の id にしてください";
        en "the id `{id}` is taken already ({first})", "give one of them another id";

    /// A content folder without courses.
    NoCourses {} Error "no-courses"
        ja "講習が1つもありません", "courses/ の下に、講習ごとのフォルダーと course.toml を作ってください";
        en "there are no courses", "make a folder with a course.toml for each course below courses/";

    // ---- course ------------------------------------------------------------------------------------------------------
    /// The course id does not fit the token.
    CourseIdLength { found: String, bytes: usize } Error "course-id-length"
        ja "講習の id「{found}」は {bytes} バイトで、修了コードに入りません", "24 バイト以内にしてください";
        en "the course id `{found}` has {bytes} bytes and does not fit the completion code", "use 24 bytes at most";
    /// No chapters.
    NoChapters {} Error "no-chapters"
        ja "章が1つもありません", "「01-….md」という名前で章のファイルを置いてください";
        en "the course has no chapter", "add a chapter file called like `01-….md`";
    /// More chapters than the token's bitmap holds.
    TooManyChapters { count: usize, most: usize } Error "too-many-chapters"
        ja "章が {count} あり、修了コードに記録できる {most} を超えています", "章をまとめるか、講習を分けてください";
        en "the course has {count} chapters; the completion code can record {most}", "join chapters or split the course";
    /// A kind of audience that is not known.
    Audience { found: String } Error "audience"
        ja "audience の「{found}」という対象はありません", "anyone（だれでも）、physicians（医師）、health-professionals（医療従事者）、fire-personnel（消防職員）、members（日本医師会会員）のどれかにしてください";
        en "there is no audience `{found}`", "use anyone, physicians, health-professionals, fire-personnel or members";
    /// A curriculum table that is not known.
    CurriculumTable { found: String, known: String } Error "curriculum-table"
        ja "カリキュラムの表「{found}」はありません", "使える表: {known}";
        en "there is no curriculum table `{found}`", "tables known: {known}";
    /// A code that the table does not have.
    CurriculumCode { found: String, table: String, first: String, last: String } Error "curriculum-code"
        ja "カリキュラムコード「{found}」は、表「{table}」にありません", "表にある番号（{first} から {last}）を \"{last}\" の形で書いてください";
        en "the curriculum code `{found}` is not in the table `{table}`", "write a code of the table ({first} to {last}) as \"{last}\"";
    /// A key that takes one of a few words holds another.
    UnknownWord { key: String, found: String, known: String } Error "unknown-word"
        ja "{key} に「{found}」とは書けません", "書ける言葉: {known}";
        en "{key} cannot be `{found}`", "words known: {known}";
    /// Units that are no multiple of 0.5.
    UnitsStep { found: String } Error "units-step"
        ja "units の {found} は 0.5 きざみではありません", "0.5 の倍数にしてください（単位を付けない講習は 0.0）";
        en "units is {found}, which is no multiple of 0.5", "use steps of 0.5 (0.0 for a course without units)";
    /// A validity that is not months or days.
    ValidityForm { found: String } Error "validity-form"
        ja "validity の「{found}」を期間として読めません", "「1 month」「2 months」「30 days」のように書いてください（1–24か月、1–731日）";
        en "validity is `{found}`, which is not a period", "write `1 month`, `2 months` or `30 days` (1–24 months, 1–731 days)";
    /// A practical session of no minutes.
    PracticalWithoutMinutes {} Error "practical-without-minutes"
        ja "実技が必須なのに、対面の時間（inperson）が 0 分です", "対面の時間を分で書くか、practical_required = false にしてください";
        en "the practical session is required, but `inperson` is 0 minutes", "write its minutes, or practical_required = false";
    /// A question file that would never be asked.
    TestOffWithQuestions {} Error "test-off-with-questions"
        ja "test = false なのに questions.toml があります（問題は出されません）", "テストをするなら test = true に、しないなら questions.toml をフォルダーから出してください";
        en "test = false, but there is a questions.toml (nobody would be asked)", "set test = true, or move questions.toml out of the folder";
    /// A test with no topics.
    NoTopics {} Error "no-topics"
        ja "テストがあるのに、話題（[[topics]]）が1つもありません", "[[topics]] に id と ja を書いてください";
        en "the course has a test but no topics", "add [[topics]] with id and ja";
    /// A topic that no question has.
    TopicUnused { topic: String } Warning "topic-unused"
        ja "話題「{topic}」の問題が1つもありません", "問題を足すか、話題を消してください";
        en "no question belongs to the topic `{topic}`", "add questions or remove the topic";
    /// A topic with fewer questions than each draw takes from it.
    TopicTooSmall { topic: String, has: usize, needs: usize } Error "topic-too-small"
        ja "話題「{topic}」の問題は {has} 問で、毎回出す {needs} 問に足りません", "問題を足すか、per_topic_min を下げてください";
        en "the topic `{topic}` has fewer questions ({has}) than each draw takes from it ({needs})", "add questions or lower per_topic_min";
    /// More questions from topics than are drawn at all.
    TopicsAboveDraw { needs: usize, draw: usize } Error "topics-above-draw"
        ja "話題ごとの最少数を合わせると {needs} 問で、出題数 draw = {draw} を超えます", "draw を上げるか、per_topic_min を下げてください";
        en "the topics together need {needs} questions, but draw = {draw}", "raise draw or lower per_topic_min";
    /// A draw larger than the pool.
    DrawAbovePool { draw: usize, pool: usize } Error "draw-above-pool"
        ja "出題数 draw = {draw} が、問題の総数 {pool} を超えています", "問題を足すか、draw を下げてください";
        en "draw = {draw} is more than the pool has ({pool})", "add questions or lower draw";

    /// A practical part that is not required.
    PracticalMissing {} Error "practical-missing"
        ja "対面の時間があるのに、実技が必須になっていません", "practical_required = true にするか、inperson = 0 にしてください";
        en "there are minutes in person, but the practical session is not required", "set practical_required = true, or inperson = 0";
    /// More questions than the token's bitmap holds.
    TooManyQuestions { found: usize } Error "too-many-questions"
        ja "問題が {found} 問あり、修了コードに記録できる数を超えています", "問題は256問まで、1回の出題は255問までにしてください";
        en "there are {found} questions, more than the completion code can record", "keep to 256 questions, and 255 in a draw";
    /// A chapter that counts as watched from the start.
    ChapterWithinTolerance { chapter: String } Error "chapter-within-tolerance"
        ja "章「{chapter}」の動画は、見残してよい秒数（tolerance_s）より短いです", "tolerance_s を下げるか、動画を確かめてください";
        en "chapter `{chapter}` is no longer than what may remain unwatched (tolerance_s)", "lower tolerance_s, or check the video";
    /// A rule of the catalog that no other sentence speaks of.
    Inconsistent { problem: String } Error "inconsistent"
        ja "講習の設定がかみ合っていません（{problem}）", "この講習の course.toml と questions.toml を見直してください";
        en "the course contradicts itself ({problem})", "look through its course.toml and questions.toml";

    // ---- chapter -----------------------------------------------------------------------------------------------------
    /// No front matter.
    FrontMatterMissing {} Error "front-matter-missing"
        ja "章の設定（前書き）がありません", "1行目を「+++」とし、title などを書いて、もう一度「+++」の行で閉じてください";
        en "the chapter has no front matter", "begin with a line `+++`, write title and the rest, and close with a line `+++`";
    /// Front matter that never ends.
    FrontMatterOpen {} Error "front-matter-open"
        ja "章の設定（前書き）が閉じていません", "設定の終わりに「+++」だけの行を入れてください";
        en "the front matter is not closed", "put a line `+++` at its end";
    /// A chapter without text.
    ChapterEmpty {} Error "chapter-empty"
        ja "章の本文がありません", "前書きの下に、講義の内容を文章で書いてください";
        en "the chapter has no text", "write the lecture's text below the front matter";
    /// HTML in Markdown.
    RawHtml { snippet: String } Error "raw-html"
        ja "本文に HTML「{snippet}」があります", "Markdown で書き直してください（「<」を文字として出すには「\\<」）";
        en "the text contains HTML `{snippet}`", "write it in Markdown (`\\<` shows a plain `<`)";
    /// A link of a kind that is not allowed.
    LinkScheme { link: String } Error "link-scheme"
        ja "リンク「{link}」の種類は使えません", "https:、http:、mailto:、tel: のどれかにしてください";
        en "the link `{link}` is of a kind that is not allowed", "use https:, http:, mailto: or tel:";
    /// A link that leads nowhere from the chapter's page.
    LinkRelative { link: String } Error "link-relative"
        ja "リンク「{link}」は、画面の中では行き先がありません", "「https://…」から始まる全部のアドレスを書いてください";
        en "the link `{link}` leads nowhere from the chapter's page", "write the whole address, beginning with `https://`";
    /// A picture without a description.
    PictureWithoutText { name: String } Error "picture-without-text"
        ja "画像「{name}」に説明がありません", "見えない人にも伝わる説明を ![ここに](…) 書いてください";
        en "the picture `{name}` has no description", "write ![what it shows](…) for those who cannot see it";
    /// A picture of another site.
    PictureRemote { link: String } Error "picture-remote"
        ja "画像「{link}」がほかのサイトにあります", "画像を講習のフォルダーに置き、その名前を書いてください";
        en "the picture `{link}` is on another site", "put the picture into the course's folder and write its name";
    /// Not a picture that browsers show.
    PictureKind { name: String } Error "picture-kind"
        ja "「{name}」は、表示できる画像ではありません", "WebP、JPEG、PNG、SVG のどれかにしてください（拡張子も中身に合わせます）";
        en "`{name}` is not a picture that can be shown", "use WebP, JPEG, PNG or SVG, with the matching file name";
    /// An SVG that does something.
    PictureActive { name: String, what: String } Error "picture-active"
        ja "SVG「{name}」に、動作や外部の参照があります（{what}）", "図形と文字だけの SVG として保存し直してください";
        en "the SVG `{name}` contains script or outside references ({what})", "save it again with shapes and text only";
    /// A picture that is too heavy.
    PictureHeavy { name: String, kilobytes: u64, most: u64 } Error "picture-heavy"
        ja "画像「{name}」は {kilobytes} kB で、重すぎます", "{most} kB 以下にしてください（WebP にすると軽くなります）";
        en "the picture `{name}` weighs {kilobytes} kB", "make it {most} kB at most (WebP helps)";
    /// A picture with too many pixels.
    PictureLarge { name: String, width: u32, height: u32, most: u32 } Error "picture-large"
        ja "画像「{name}」は {width}×{height} で、大きすぎます", "縦も横も {most} 画素以下にしてください";
        en "the picture `{name}` is {width}×{height}", "make it {most} pixels at most each way";
    /// A chapter without a poster.
    NoPoster {} Warning "no-poster"
        ja "動画の表紙（poster）がありません", "動画から1枚選び、poster = \"01-….webp\" と書いてください";
        en "the video has no poster", "pick a frame and write poster = \"01-….webp\"";
    /// A chapter without captions.
    NoCaptions {} Warning "no-captions"
        ja "字幕（captions）がありません（聞こえない人、音を出せない人が学べません）", "WebVTT の字幕を作り、captions = \"01-….vtt\" と書いてください";
        en "there are no captions (people who cannot hear, or must be silent, cannot learn)", "make WebVTT captions and write captions = \"01-….vtt\"";

    // ---- video and captions --------------------------------------------------------------------------------------------
    /// Not an MP4 that can be read.
    VideoUnreadable { name: String, reason: String } Error "video-unreadable"
        ja "動画「{name}」を読めません（{reason}）", "最後まで再生できるか確かめてください。途中で切れていたら、もとのファイルをコピーし直すか、MP4（H.264 と AAC）で書き出し直してください";
        en "the video `{name}` cannot be read ({reason})", "see whether it plays to its end; if it is cut short, copy it again, or export it again as MP4 (H.264 and AAC)";
    /// Not H.264.
    VideoCodec { name: String, found: String } Error "video-codec"
        ja "動画「{name}」の映像は {found} で、再生できない端末があります", "H.264 で書き出し直してください";
        en "the picture track of `{name}` is {found}, which some devices cannot play", "export it again as H.264";
    /// Not AAC, or silent.
    AudioCodec { name: String, found: String } Error "audio-codec"
        ja "動画「{name}」の音声は {found} で、再生できない端末があります", "音声を AAC にして書き出し直してください";
        en "the sound of `{name}` is {found}, which some devices cannot play", "export it again with AAC sound";
    /// The index stands behind the pictures.
    NoFastStart { name: String } Error "no-fast-start"
        ja "動画「{name}」は、全部を読み込むまで再生が始まりません", "「ffmpeg -i 元.mp4 -c copy -movflags +faststart 新.mp4」で作り直してください";
        en "`{name}` cannot start before all of it is loaded", "run `ffmpeg -i old.mp4 -c copy -movflags +faststart new.mp4`";
    /// More bytes a minute than a phone plan likes.
    VideoHeavy { name: String, found: String } Warning "video-heavy"
        ja "動画「{name}」は1分あたり {found} MB です", "1分あたり 0.6 MB 以下が目安です（画質 -crf を上げる、キーフレームを減らす）";
        en "`{name}` weighs {found} MB a minute", "aim at 0.6 MB a minute (a higher -crf, fewer key frames)";
    /// The declared length is not the real one.
    DurationDiffers { declared: String, real: String } Error "duration-differs"
        ja "duration は {declared} ですが、動画は {real} です", "duration を {real} に直すか、動画が正しいものか確かめてください";
        en "duration is {declared}, but the video has {real}", "write {real}, or check that it is the right video";
    /// Not WebVTT.
    CaptionHeader {} Error "caption-header"
        ja "字幕が「WEBVTT」で始まっていません", "1行目を「WEBVTT」、2行目を空行にしてください";
        en "the captions do not begin with `WEBVTT`", "make the first line `WEBVTT` and leave the second empty";
    /// A timing line that cannot be read.
    CaptionTime { found: String } Error "caption-time"
        ja "字幕の時刻「{found}」を読めません", "「00:01:02.500 --> 00:01:05.000」の形で書いてください";
        en "the caption time `{found}` cannot be read", "write `00:01:02.500 --> 00:01:05.000`";
    /// Two times with something else than the arrow between them.
    CaptionArrow { found: String } Error "caption-arrow"
        ja "字幕の時刻の行「{found}」に「-->」がありません", "2つの時刻のあいだを、半角の「-->」（ハイフン2つと不等号）にしてください";
        en "the timing line `{found}` has no `-->`", "write ` --> ` (two hyphens and a greater-than sign) between the two times";
    /// A cue that ends before it starts.
    CaptionBackwards {} Error "caption-backwards"
        ja "字幕の終わりが、始まりより前（または同じ）です", "終わりの時刻を、始まりより後にしてください";
        en "the caption ends before (or when) it starts", "make its end later than its start";
    /// A cue that starts before the one above it.
    CaptionOrder {} Error "caption-order"
        ja "字幕が、前の字幕より早く始まっています", "時刻の順に並べ替えてください";
        en "the caption starts earlier than the one before it", "put the captions in order of time";
    /// A cue that starts before the one above it ends.
    CaptionOverlap {} Error "caption-overlap"
        ja "字幕が、前の字幕と重なっています", "前の字幕の終わりを、この始まり以前にしてください";
        en "the caption overlaps the one before it", "end the one before it by the time this one starts";
    /// A cue beyond the end of the video.
    CaptionBeyondEnd { end: String } Error "caption-beyond-end"
        ja "字幕が、動画の終わり（{end}）を過ぎています", "動画と字幕の組み合わせと、時刻を確かめてください";
        en "the caption goes beyond the end of the video ({end})", "check the time, and that the captions belong to this video";
    /// A cue with no words.
    CaptionEmpty {} Error "caption-empty"
        ja "字幕の文がありません", "文を書くか、時刻の行ごと消してください";
        en "the caption has no words", "write them, or remove its timing line";
    /// Text that belongs to no cue.
    CaptionStray { found: String } Error "caption-stray"
        ja "「{found}」は、どの字幕の文でもありません", "すぐ上に時刻の行を入れるか、消してください（字幕の文の途中に空行は入れられません）";
        en "`{found}` belongs to no caption", "put a timing line right above it, or remove it (captions cannot contain empty lines)";
    /// A caption file without cues.
    NoCues {} Error "no-cues"
        ja "字幕が1つもありません", "字幕を書くか、captions の行を消してください";
        en "there is no caption in the file", "write captions, or remove the line `captions`";

    // ---- questions -----------------------------------------------------------------------------------------------------
    /// No questions in the file.
    NoQuestions {} Error "no-questions"
        ja "問題が1つもありません", "[[question]] を書くか、course.toml を test = false にしてください";
        en "there are no questions", "write [[question]], or set test = false in course.toml";
    /// A topic that the course does not have.
    UnknownTopic { topic: String, known: String } Error "unknown-topic"
        ja "話題「{topic}」は course.toml にありません", "綴りを確かめるか、[[topics]] に足してください。いまある話題: {known}";
        en "course.toml has no topic `{topic}`", "check the spelling or add it to [[topics]]; topics there: {known}";
    /// A chapter that the course does not have.
    UnknownChapter { chapter: String, known: String } Error "unknown-chapter"
        ja "章「{chapter}」はありません", "章のファイル名から「.md」を除いたものを書いてください。いまある章: {known}";
        en "there is no chapter `{chapter}`", "write the chapter's file name without `.md`; chapters there: {known}";
    /// A kind of question that is not known.
    QuestionKind { found: String } Error "question-kind"
        ja "kind の「{found}」という形式はありません", "single（一つ選ぶ）、multiple（すべて選ぶ）、true-false（正しいか）、order（並べ替え）、match（組み合わせ）、numeric（数値）、hotspot（図の場所）のどれかにしてください";
        en "there is no kind of question `{found}`", "use single, multiple, true-false, order, match, numeric or hotspot";
    /// Choices where there are none to choose.
    ChoicesOfTrueFalse {} Error "choices-of-true-false"
        ja "true-false の問題に選択肢（choices）があります", "choices を消すか、kind を single にしてください";
        en "a true-false question has choices", "remove choices, or make it kind = \"single\"";
    /// Too few choices, or too many to read on a phone.
    ChoiceCount { found: usize } Error "choice-count"
        ja "選択肢が {found} 個です", "2個から10個までにしてください";
        en "the number of choices is {found}", "write 2 to 10";
    /// The same choice twice.
    ChoiceTwice { text: String } Error "choice-twice"
        ja "選択肢「{text}」が2回あります", "どちらかを書き換えてください";
        en "the choice `{text}` stands twice", "rewrite one of them";
    /// English choices that do not match the Japanese ones.
    ChoiceTranslation { ja: usize, en: usize } Error "choice-translation"
        ja "選択肢は日本語が {ja} 個、英語（choices_en）が {en} 個です", "同じ数を同じ順に書くか、choices_en を消してください";
        en "there are {ja} choices in Japanese and {en} in English", "write as many in the same order, or remove choices_en";
    /// A right choice that is not among the choices.
    RightOutOfRange { right: i64, choices: usize } Error "right-out-of-range"
        ja "right の {right} 番という選択肢はありません（選択肢は {choices} 個）", "上から数えて 1 から {choices} までの番号にしてください";
        en "there is no choice number {right} (there are {choices})", "count from 1 to {choices}, from the top";
    /// The same right choice twice.
    RightTwice { right: i64 } Error "right-twice"
        ja "right に {right} 番が2回あります", "1つにしてください";
        en "right names choice {right} twice", "name it once";
    /// A single-choice question without exactly one right choice.
    RightNotOne { found: usize } Error "right-not-one"
        ja "一つ選ぶ問題（single）の正解が {found} 個あります", "正解を1つにするか、kind を multiple にしてください";
        en "a single-choice question has {found} right choices", "leave exactly one, or make it kind = \"multiple\"";
    /// A multiple-choice question with nothing right.
    RightNone {} Error "right-none"
        ja "すべて選ぶ問題（multiple）に正解がありません", "right に1つ以上の番号を書いてください";
        en "a multiple-choice question has no right choice", "name at least one in right";
    /// Too few items to order, or too many to do so on a phone.
    ItemCount { found: usize } Error "item-count"
        ja "並べ替える項目（items）が {found} 個です", "3個から8個までにしてください";
        en "the number of items to put in order is {found}", "write 3 to 8";
    /// The same item twice.
    ItemTwice { text: String } Error "item-twice"
        ja "項目「{text}」が2回あります", "どちらかを書き換えてください（同じ文では、順番を決められません）";
        en "the item `{text}` stands twice", "rewrite one of them: the same text has no place of its own";
    /// English items that do not match the Japanese ones.
    ItemTranslation { ja: usize, en: usize } Error "item-translation"
        ja "項目は日本語が {ja} 個、英語（items_en）が {en} 個です", "同じ数を同じ順に書くか、items_en を消してください";
        en "there are {ja} items in Japanese and {en} in English", "write as many in the same order, or remove items_en";
    /// Not a pair.
    PairForm { found: usize } Error "pair-form"
        ja "組が {found} 個の文でできています", "「[\"左\", \"右\"]」のように2個で書いてください";
        en "the pair has {found} texts", "write two: `[\"left\", \"right\"]`";
    /// Too few pairs, or too many to keep in mind.
    PairCount { found: usize } Error "pair-count"
        ja "組（pairs）が {found} 個です", "2個から8個までにしてください";
        en "the number of pairs is {found}", "write 2 to 8";
    /// The same left or the same right twice.
    PairTwice { text: String } Error "pair-twice"
        ja "「{text}」が同じ側に2回あります", "左どうし、右どうしは、すべて違う文にしてください";
        en "`{text}` stands twice on the same side", "make all lefts different, and all rights";
    /// English pairs that do not match the Japanese ones.
    PairTranslation { ja: usize, en: usize } Error "pair-translation"
        ja "組は日本語が {ja} 個、英語（pairs_en）が {en} 個です", "同じ数を同じ順に書くか、pairs_en を消してください";
        en "there are {ja} pairs in Japanese and {en} in English", "write as many in the same order, or remove pairs_en";
    /// A number with more than three decimals or nine digits, or in another notation.
    NumberForm { key: String, found: String } Error "number-form"
        ja "「{key}」の {found} を数として使えません", "整数は9けたまで、小数は3けたまでの数を 1.5 のように書いてください";
        en "`{key}` is {found}, which cannot be graded", "write up to nine digits and three decimals, like 1.5";
    /// A picture whose size is not known, so that no place in it can be told.
    PictureWithoutSize { name: String } Error "picture-without-size"
        ja "画像「{name}」の大きさが分かりません", "SVG の最初の <svg …> に width と height か viewBox を書いてください";
        en "the size of the picture `{name}` is not known", "give its <svg …> a width and height, or a viewBox";
    /// A picture without a right place.
    RegionNone {} Error "region-none"
        ja "正しい場所（regions）が1つもありません", "{{ circle = [横, 縦, 半径] }} などを1つ以上書いてください";
        en "there is no right place in regions", "write at least one, such as {{ circle = [x, y, radius] }}";
    /// Not one of the three shapes.
    RegionForm {} Error "region-form"
        ja "場所の形がありません（または2つ以上あります）", "circle（円）、rect（四角形）、polygon（多角形）のどれか1つを書いてください";
        en "the region has no shape, or more than one", "write one of circle, rect and polygon";
    /// A region without extent, or beyond the picture.
    RegionOutside {} Error "region-outside"
        ja "場所が画像の外に出ているか、大きさがありません", "左上を 0、右下を 100 とする百分率で、画像の中に収まるように書いてください";
        en "the region has no extent, or leaves the picture", "write percentages from 0 (left, top) to 100 (right, bottom) that stay inside it";
    /// A description that names the right place.
    AnswerInAlt { region: String } Warning "answer-in-alt"
        ja "画像の説明（alt）に、正しい場所「{region}」が書かれています", "答えが分からないように、写っているものだけを書いてください";
        en "the picture's description (alt) names the right place, `{region}`", "describe what is seen without giving the answer away";
    /// The words that an import leaves where its file had none.
    Unwritten { key: String } Error "unwritten"
        ja "「{key}.ja」がまだ書かれていません（取り込んだファイルになかった文です）", "書いてください。学習者にはこのまま見えてしまいます";
        en "`{key}.ja` is still to be written: the imported file had no words for it", "write it: learners would read the note that stands there";
    /// No passage that teaches the answer.
    TeachesMissing {} Warning "teaches-missing"
        ja "この問題を説明している動画の区間（teaches）がありません", "間違えた人が見直せるように、章と時刻を書いてください";
        en "no passage of a video teaches this question", "write `teaches`, so that those who miss it can watch it again";
    /// A passage that ends before it starts.
    PassageBackwards {} Error "passage-backwards"
        ja "区間の終わり（to）が、始まり（from）より前（または同じ）です", "to を from より後にしてください";
        en "the passage ends before (or when) it starts", "make `to` later than `from`";
    /// A passage beyond the end of its chapter.
    PassageBeyondEnd { chapter: String, end: String } Error "passage-beyond-end"
        ja "区間が、章「{chapter}」の終わり（{end}）を過ぎています", "章と時刻を確かめてください";
        en "the passage goes beyond the end of chapter `{chapter}` ({end})", "check the chapter and the times";
    /// Two questions that ask the same.
    QuestionTwice { first: Place } Warning "question-twice"
        ja "同じ文の問題がほかにあります（{first}）", "どちらかを書き換えるか、消してください";
        en "another question has the same text ({first})", "rewrite or remove one of them";

    // ---- rule tables ---------------------------------------------------------------------------------------------------
    /// A rule table in a file of another name.
    RuleFileName { id: String } Error "rule-file-name"
        ja "この表の id は「{id}」ですが、ファイルの名前が違います", "ファイルの名前を「{id}.toml」にするか、id をファイルの名前に合わせてください";
        en "the table's id is `{id}`, but its file is called otherwise", "call the file `{id}.toml`, or give the table the file's name";
    /// A date that is none.
    DateForm { key: String, found: String } Error "date-form"
        ja "「{key}」の「{found}」を日付として読めません", "「2026-11-21」の形で、実在する日付を書いてください";
        en "`{key}` is `{found}`, which is no date", "write a day that exists, in the form `2026-11-21`";
    /// A requirement that is not written as one.
    RequirementForm { found: String } Error "requirement-form"
        ja "requirements の「{found}」を要件の番号として読めません", "「R97」や「C10.3」の形で書いてください";
        en "`{found}` is not the number of a requirement", "write it like `R97` or `C10.3`";
    /// A telephone number that cannot be dialled.
    TelephoneForm { found: String } Error "telephone-form"
        ja "電話番号「{found}」を読めません", "半角の数字とハイフンで、市外局番から書いてください（例: 03-1234-5678）";
        en "`{found}` is not a telephone number", "write digits and hyphens with the area code, like `03-1234-5678`";
    /// A rule rests on a sentence that the table does not have.
    UnknownStatement { key: String, found: String, known: String } Error "unknown-statement"
        ja "「{key}」の根拠の文「{found}」が、この表にありません", "[[statements]] にその文を足すか、id の綴りを直してください。いまある文: {known}";
        en "`{key}` rests on `{found}`, which is no statement of this table", "add it to [[statements]] or correct the id; statements there: {known}";
    /// A table without a single sentence of its source.
    NoStatements {} Error "no-statements"
        ja "出典の文（[[statements]]）が1つもありません", "規則の文を、出典のとおりに [[statements]] に書いてください";
        en "the table has no statement", "write the source's sentences as [[statements]]";
    /// Items with and without minutes.
    RuleMinutesMissing {} Error "rule-minutes-missing"
        ja "時間（minutes）のある項目とない項目が混ざっています", "すべての項目に minutes を書くか、すべてから消してください";
        en "some items have minutes and others have not", "give all items minutes, or none";
    /// The parts do not add up to the total.
    RuleTotal { key: String, sum: u32, total: u16 } Error "rule-total"
        ja "内訳の合計は {sum} で、「{key}」の {total} と合いません", "内訳か合計の数を、出典と照らし合わせて直してください";
        en "the parts add up to {sum}, not to the {total} of `{key}`", "compare parts and total with the source";
    /// A subtotal of a heading that no item has.
    RuleSubtotalStray { heading: String } Error "rule-subtotal-stray"
        ja "小計の見出し「{heading}」が、どの項目にもありません", "項目の headings の先頭と同じ見出しを書いてください";
        en "no item stands under the heading `{heading}` of this subtotal", "write the first of the headings of its items";
    /// 座学相当 and 対面 are not the total.
    RuleSplit { elearning: u16, inperson: u16, total: u16 } Error "rule-split"
        ja "座学相当 {elearning} 分と対面 {inperson} 分を合わせても、合計 {total} 分になりません", "どちらかの分数を、出典と照らし合わせて直してください";
        en "{elearning} min of e-learning and {inperson} min in person are not the total of {total} min", "compare them with the source";
    /// More than one default, or none.
    RuleDefault { count: usize } Error "rule-default"
        ja "基準とする修了条件（default = true）が {count} 個あります", "ちょうど1つを default = true にしてください";
        en "{count} of the certificate rules are the default", "make exactly one of them default = true";
    /// A matrix with a hole in it.
    RuleAnswerMissing { person: String } Error "rule-answer-missing"
        ja "この書類に、「{person}」についての答えがありません", "answers に person = \"{person}\" の行を足してください";
        en "this document has no answer for `{person}`", "add a line with person = \"{person}\" to answers";
    /// An answer for persons the table does not have.
    RulePerson { found: String, known: String } Error "rule-person"
        ja "「{found}」という受け取る人の区分はありません", "[[documents.persons]] にある id を書いてください: {known}";
        en "there is no kind of person `{found}`", "use an id of [[documents.persons]]: {known}";
    /// A condition without its words.
    RuleConditionMissing {} Error "rule-condition-missing"
        ja "条件つき（receives = \"condition\"）なのに、条件（condition）が書かれていません", "condition.ja に条件を書いてください";
        en "the answer is `condition`, but the condition is not written", "write it as condition.ja";
    /// A code whose name the source does not confirm.
    CurriculumUnconfirmed { code: String, name: String } Note "curriculum-unconfirmed"
        ja "カリキュラムコード {code}「{name}」の名称は、出典で確かめられていません", "番号と名称を、日本医師会の最新の表で確かめてください（このままでも使えます）";
        en "the name of curriculum code {code} ({name}) is not confirmed by the source", "compare it with the association's present table (it may stay as it is)";
}
