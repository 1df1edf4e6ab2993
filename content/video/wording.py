"""What the workshop says when something is wrong: one table, Japanese and English, so that no message is said in one alone."""

from pathlib import Path

TABLE = {
    "no-chapters": (
        "{course}/video に章の原稿（NN-name/narration.md）がありません",
        "there is no narration (NN-name/narration.md) in {course}/video",
    ),
    "unknown-chapter": (
        "章「{name}」はありません。ある章: {known}",
        "there is no chapter {name}; there are: {known}",
    ),
    "chapter-name": (
        "章のフォルダーの名前は、2けたの番号、ハイフン、短い名前（例 03-topic）にしてください",
        "name a chapter's folder by two digits, a hyphen and a short name, such as 03-topic",
    ),
    "not-utf8": (
        "UTF-8 の文字ではありません。文字コードを UTF-8 にして保存し直してください",
        "is not UTF-8: save it again as UTF-8",
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
    "title-missing": (
        "章の題名がありません。最初の行に「# 章の題名」と書いてください",
        "there is no title: write '# title' in the first line",
    ),
    "no-slides": (
        "スライドがありません。少なくとも一つの「## スライド名」と、そこで話す文を書いてください",
        "there is no slide: write at least one '## slide-id' and what is said over it",
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
    "chromium-slow": (
        "Chromium がスライド「{name}」を {seconds} 秒で描き終えませんでした。ほかの重い仕事を終えてから、もう一度実行してください",
        "Chromium did not draw {name} within {seconds} s: run this again when the machine is less busy",
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


class Faults(Exception):
    """Several of them, so that all are told at once."""

    def __init__(self, faults: list[Fault]):
        super().__init__(len(faults))
        self.faults = faults


def all_of(tasks) -> list:
    """Does each task, and gives what each gave; what is wrong in any of them is told together, the same thing once."""
    done, faults = [], {}
    for task in tasks:
        try:
            done.append(task())
        except (Fault, Faults) as fault:
            several = fault.faults if isinstance(fault, Faults) else [fault]
            faults |= {one.sentence("en"): one for one in several}
    if faults:
        raise Faults(list(faults.values()))
    return done


def text_of(path: Path) -> str:
    """An author's file. Notepad and Excel put a mark before UTF-8, which is no text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise Fault("not-utf8", f"{path}:{line}") from None
