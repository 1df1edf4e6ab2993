"""What the workshop says when something is wrong: one table, Japanese and English, so that no message is said in one alone."""

TABLE = {
    "no-chapters": (
        "{course}/video に章の原稿（NN-name/narration.md）がありません",
        "there is no narration (NN-name/narration.md) in {course}/video",
    ),
    "unknown-chapter": (
        "章「{name}」はありません。ある章: {known}",
        "there is no chapter {name}; there are: {known}",
    ),
    "course-missing": (
        "course.toml がありません。スライドに講習の題名（title.ja）を入れるために使います",
        "there is no course.toml: the slides name the course by its title.ja",
    ),
    "course-title": (
        "course.toml から title.ja を読めません（{reason}）",
        "no title.ja can be read from course.toml ({reason})",
    ),
    "slide-mark": (
        "スライドの見出しは「## スライド名」か「## スライド名/2」と書いてください",
        "write the mark of a slide as '## slide-id' or '## slide-id/2'",
    ),
    "sentence-before-slide": (
        "最初の「## スライド名」より前に文があります",
        "there is a sentence before the first '## slide-id'",
    ),
    "narration-empty": (
        "原稿には「# 章の題名」と、少なくとも一つの「## スライド名」が必要です",
        "a narration needs '# title' and at least one '## slide-id'",
    ),
    "slide-silent": (
        "スライド「{slide}」で話す文がありません",
        "nothing is said over the slide {slide}",
    ),
    "poster": (
        "題名の下に「poster: スライド名/段」と書き、この章で使うスライドを一つ指定してください",
        "write 'poster: slide-id/step' under the title, naming one of the chapter's slides and steps",
    ),
    "slide-missing": (
        "スライドの絵 slides/{slide}.svg がありません",
        "the picture slides/{slide}.svg is missing",
    ),
    "drawing": (
        "<?draw {call}?> を描けません（{reason}）。図の名前と引数を確かめてください",
        "<?draw {call}?> cannot be drawn ({reason}): check its name and arguments",
    ),
    "reading": (
        "「表記<TAB>カタカナ<TAB>アクセントの数字」の形で書いてください",
        "write 'written<TAB>カタカナ<TAB>accent number'",
    ),
    "silent-sentence": (
        "「{text}」から音声を作れません。読める言葉を入れてください",
        "nothing was spoken for: {text}",
    ),
    "voice-rate": (
        "音声の周波数が {rate} Hz です（{wanted} Hz が必要）。pyopenjtalk を requirements.txt の版にしてください",
        "the voice speaks at {rate} Hz, expected {wanted}: install pyopenjtalk as requirements.txt names it",
    ),
    "chromium-drew-nothing": (
        "Chromium がスライド「{name}」を描けませんでした: {reason}",
        "Chromium drew no picture for {name}: {reason}",
    ),
    "ffmpeg-failed": ("ffmpeg が失敗しました: {reason}", "ffmpeg failed: {reason}"),
    "poster-heavy": (
        "静止画が最低の画質でも {limit} バイトを超えます。もっと簡素なスライドを poster に選んでください",
        "the poster is over {limit} bytes even at the lowest quality: choose a plainer slide",
    ),
    "missing-module": (
        "Python の {name} がありません: pip install {package}",
        "the Python module {name} is missing: pip install {package}",
    ),
    "missing-program": (
        "{name} がありません: {install}",
        "{name} is missing: {install}",
    ),
    "missing-dictionary": (
        "音声の辞書が {place} にありません: apt-get install -y open-jtalk-mecab-naist-jdic（別の場所なら OPEN_JTALK_DICT_DIR で指定）",
        "the Open JTalk dictionary is missing at {place}: apt-get install -y open-jtalk-mecab-naist-jdic (or set OPEN_JTALK_DICT_DIR)",
    ),
    "missing-font": (
        "フォント Noto Sans CJK JP がありません: apt-get install -y fonts-noto-cjk fontconfig",
        "the font Noto Sans CJK JP is missing: apt-get install -y fonts-noto-cjk fontconfig",
    ),
}


class Fault(Exception):
    """Something that stops the work: its code in the table, where it is (`path` or `path:line`), and the words to fill in."""

    def __init__(self, code: str, where: object = "", **words: object):
        super().__init__(code)
        self.code, self.where, self.words = code, str(where), words

    def sentence(self, language: str) -> str:
        """The sentence in `ja` or `en`, with its place in front."""
        text = TABLE[self.code][language == "en"].format(**self.words)
        return f"{self.where}: {text}" if self.where else text
