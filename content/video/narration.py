"""A chapter's narration: what is said while which slide, at which step, is shown.

    # chapter title
    ## slide-id/1        step 1 of slides/slide-id.html; "/1" may be left out
    One sentence a line.

A line `poster: slide-id/2` under the chapter title names the picture that stands for the chapter.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_POSTER = re.compile(r"poster: ([a-z][a-z0-9-]*)(?:/([1-9]))?$")
_SLIDE = re.compile(r"## ([a-z][a-z0-9-]*)(?:/([1-9]))?$")


@dataclass
class Shot:
    """One picture on the screen: a slide at one of its steps, and the sentences spoken over it."""

    slide: str
    step: int
    sentences: list[str] = field(default_factory=list)


@dataclass
class Chapter:
    """A chapter folder: `stem` names its files (`NN-name`), `folder` holds narration.md and slides/."""

    stem: str
    title: str
    folder: Path
    shots: list[Shot]
    poster: tuple[str, int]


def _fail(path: Path, number: int, what: str) -> None:
    raise SystemExit(f"{path}:{number}: {what}")


def read(folder: Path) -> Chapter:
    """Reads and checks one chapter; a mistake ends the program with file and line."""
    path = folder / "narration.md"
    title, shots, poster = "", [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("#"):
            match = _SLIDE.match(line) or _fail(path, number, "expected '## slide-id' or '## slide-id/2'")
            shots.append(Shot(match[1], int(match[2] or 1)))
        elif not shots and (match := _POSTER.match(line)):
            poster = (match[1], int(match[2] or 1))
        elif line and not shots:
            _fail(path, number, "a sentence before the first '## slide-id'")
        elif line:
            shots[-1].sentences.append(line)
    if not title or not shots:
        _fail(path, 1, "a narration needs '# title' and at least one '## slide-id'")
    silent = next((shot.slide for shot in shots if not shot.sentences), None)
    if silent:
        _fail(path, 1, f"nothing is said over slide {silent}")
    if poster not in [(shot.slide, shot.step) for shot in shots]:
        _fail(path, 2, "expected 'poster: slide-id/step' that names one of the chapter's slides and steps")
    return Chapter(folder.name, title, folder, shots, poster)
