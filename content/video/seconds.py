#!/usr/bin/env python3
"""Sets the seconds of a course's questions from its captions, by the words quoted above each `teaches` line.

    python3 content/video/seconds.py            write them
    python3 content/video/seconds.py --check    change nothing; fail when a quote is not said or seconds have moved

A quote is a comment `# 動画：「first words」…「last words」` (or one pair of brackets) right above `teaches = { … }`, or
`# 場面：…` right above `scene = { … }`: a scene ends before the next picture, which may show the answer.
"""

import argparse
import html
import math
import re
from pathlib import Path

AHEAD = 0.3  # s by which a new picture comes before its first word (timing.py)
COURSE = Path(__file__).resolve().parents[2] / "content/courses/als-pre"
KEYS = {"# 動画：": "teaches", "# 場面：": "scene"}


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def _seconds(stamp: str) -> float:
    total = 0.0
    for part in stamp.split(":"):
        total = total * 60 + float(part)
    return total


def _stamp(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def spoken(captions: Path) -> tuple[str, list[tuple[float, float]]]:
    """All that is said, without white space, and for each character the times of its cue."""
    text, times = "", []
    for block in re.split(r"\n\s*\n", captions.read_text(encoding="utf-8")):
        cue = re.search(r"([\d:.]+) --> ([\d:.]+).*\n([\s\S]+)", block)
        if cue:
            words = _squeeze(html.unescape(cue[3]))
            text += words
            times += [(_seconds(cue[1]), _seconds(cue[2]))] * len(words)
    return text, times


def passage(quotes: list[str], text: str, times: list[tuple[float, float]], scene: bool = False) -> tuple[int, int]:
    """Whole seconds around the words from the first quote to the last; a `scene` ends with them at the latest."""
    at = 0
    begin = None
    for quote in map(_squeeze, quotes):
        if begin is None and text.count(quote) > 1:
            raise ValueError(f"is said more than once: 「{quote}」; quote more of it")
        at = text.find(quote, at)
        if at < 0:
            raise ValueError(f"is not said: 「{quote}」")
        begin = times[at][0] if begin is None else begin
        at += len(quote)
    end = times[at - 1][1]
    return math.floor(begin), math.floor(end - AHEAD) if scene else math.ceil(end)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--course", type=Path, default=COURSE)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    path = arguments.course / "questions.toml"
    lines = path.read_text(encoding="utf-8").split("\n")
    said, wrong, moved, quoted = {}, [], [], 0
    for number, line in enumerate(lines):
        key = KEYS.get(line[:5])
        if not key:
            continue
        quoted += 1
        following = lines[number + 1] if number + 1 < len(lines) else ""
        chapter = re.fullmatch(key + r' = \{ chapter = "([^"]+)", .*\}', following)
        quotes = re.findall("「([^」]*)」", line)
        if not chapter or not quotes:
            wrong.append(f"{path.name}:{number + 1}: a quote in 「」 must stand right above `{key} = {{ … }}`")
            continue
        stem = chapter[1]
        captions = arguments.course / f"{stem}.vtt"
        if not captions.exists():
            wrong.append(f"{path.name}:{number + 2}: there is no {captions.name}")
            continue
        said.setdefault(stem, spoken(captions))
        try:
            begin, end = passage(quotes, *said[stem], scene=key == "scene")
        except ValueError as reason:
            wrong.append(f"{path.name}:{number + 1}: {stem}: {reason}")
            continue
        new = f'{key} = {{ chapter = "{stem}", from = "{_stamp(begin)}", to = "{_stamp(end)}" }}'
        if new != following:
            moved.append(f"{path.name}:{number + 2}: {new}")
            lines[number + 1] = new
    if moved and not arguments.check:
        path.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(wrong + moved + [f"{quoted} passages, {len(moved)} moved, {len(wrong)} wrong"]))
    if wrong or (moved and arguments.check) or not quoted:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
