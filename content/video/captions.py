"""WebVTT captions with the narration's real times: at most two lines of about twenty full-width characters a cue."""

import html
import re
import unicodedata

import numpy as np

import speech
from timing import Line

WIDTH = 20.5  # full-width characters a line
CUE = 2 * 20  # full-width characters a cue
_HOLD = 0.25  # s a cue stays after its last word
_DIGIT = re.compile("[0-9]")
_KANA = set("、。あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん")
_DEPENDENT = {"助詞", "助動詞", "記号"}


def width(text: str) -> float:
    """Length in full-width characters; ASCII counts half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def _phrases(text: str) -> list[str]:
    """The text cut where a line may break: before a word that can begin a phrase (bunsetsu)."""
    words = speech.pyopenjtalk.run_frontend(_DIGIT.sub("N", text))  # the frontend respells numbers: keep the length
    if sum(len(word["string"]) for word in words) != len(text):
        return [text]
    cuts, at = [0], 0
    for before, word in zip([None, *words], words):
        bound = word["pos"] in _DEPENDENT or word["pos_group1"] in ("接尾", "非自立")
        glued = before is not None and (
            before["pos_group1"] in ("接頭", "数", "数接続") or before["pos"] == "接頭詞"
            or (before["pos"] == "名詞" and word["pos"] in ("名詞", "動詞") and text[at - 1] not in "、。")
            or (before["pos"] == "動詞" and word["pos"] == "動詞")
        )
        number = at and (text[at - 1].isdigit() or (text[at].isdigit() and text[at - 1] not in _KANA))
        if at and (text[at - 1] in "、。" or not (bound or glued or number)):
            cuts.append(at)
        at += len(word["string"])
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)]) if text[a:b]]


def _badness(parts: list[str], limit: float, comma: float) -> float:
    """How uneven the parts are; too long a part costs much, a cut after a comma is cheap."""
    widths = [width(part) for part in parts]
    uneven = max(widths) - min(widths)
    over = sum(max(0.0, w - limit) for w in widths)
    commas = sum(part.endswith(("、", "。")) for part in parts[:-1])
    torn = sum(part.endswith(("の", "な", "た", "る", "い")) for part in parts[:-1])  # before the noun it belongs to
    return 50 * over + uneven - comma * commas + 4 * torn


def _halves(text: str, limit: float, comma: float) -> tuple[str, str] | None:
    """The best two parts of the text, each ideally within the limit."""
    phrases = _phrases(text)
    cuts = [("".join(phrases[:n]), "".join(phrases[n:])) for n in range(1, len(phrases))]
    return min(cuts, key=lambda parts: _badness(list(parts), limit, comma)) if cuts else None


def pieces(text: str) -> list[str]:
    """The sentence in parts short enough for one cue each."""
    if width(text) <= CUE:
        return [text]
    halves = _halves(text, CUE, 16)
    return [part for half in halves for part in pieces(half)] if halves else [text]


def two_lines(text: str) -> str:
    """The cue's text with its line break."""
    halves = _halves(text, WIDTH, 7) if width(text) > WIDTH else None
    return "\n".join(halves) if halves else text


def _quietest(line: Line, guess: float) -> float:
    """The middle of the longest quiet stretch within 0.7 s of the guess (s from the sentence's start)."""
    step = speech.RATE // 100
    level = np.abs(line.samples[: line.samples.size // step * step]).reshape(-1, step).max(axis=1)
    low, high = max(0, int((guess - 0.7) * 100)), min(level.size, int((guess + 0.7) * 100))
    best, run, place = 0, 0, guess
    for index in range(low, high):
        run = run + 1 if level[index] < 0.01 else 0
        if run > best:
            best, place = run, (index - run / 2) / 100
    return place if best >= 8 else guess


def cues(lines: list[Line]) -> list[tuple[float, float, str]]:
    """Begin, end (s) and text of every cue."""
    found = []
    for index, line in enumerate(lines):
        parts = pieces(speech.written(line.text))
        sounds = np.cumsum([max(1, len(speech.kana(part))) for part in parts])
        length = line.end - line.begin
        cuts = [_quietest(line, length * sound / sounds[-1]) for sound in sounds[:-1]]
        latest = lines[index + 1].begin if index + 1 < len(lines) else line.end + 1
        stops = [0.0, *cuts, min(length + _HOLD, latest - line.begin)]
        for part, begin, end in zip(parts, stops, stops[1:]):
            found.append((line.begin + begin, line.begin + end, two_lines(part)))
    return found


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def webvtt(lines: list[Line]) -> str:
    """The captions file."""
    out = ["WEBVTT", ""]
    for number, (begin, end, text) in enumerate(cues(lines), 1):
        # In a caption `<` begins a mark and `&` a name: what is meant as itself is written otherwise.
        out += [str(number), f"{_stamp(begin)} --> {_stamp(end)}", html.escape(text, quote=False), ""]
    return "\n".join(out)
