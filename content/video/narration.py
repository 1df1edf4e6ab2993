"""A chapter's narration: what is said while which slide, at which step, is shown.

    # chapter title
    ## slide-id/1        step 1 of slides/slide-id.svg; "/1" may be left out
    One sentence a line.

A line `poster: slide-id/2` under the chapter title names the picture that stands for the chapter.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from wording import Fault, Faults, all_of, text_of

_STEM = re.compile(r"[0-9]{2}-[a-z0-9-]+$")
_POSTER = re.compile(r"poster: ([a-z][a-z0-9-]*)(?:/([1-9]))?$")
_SLIDE = re.compile(r"## ([a-z][a-z0-9-]*)(?:/([1-9]))?$")


@dataclass
class Shot:
    """One picture on the screen: a slide at one of its steps, the line of its mark, and the sentences spoken over it."""

    slide: str
    step: int
    line: int
    sentences: list[str] = field(default_factory=list)


@dataclass
class Chapter:
    """A chapter folder: `stem` names its files (`NN-name`), `folder` holds narration.md and slides/.

    `course` is the course's title, as its course.toml has it.
    """

    course: str
    stem: str
    title: str
    folder: Path
    shots: list[Shot]
    poster: tuple[str, int]


def _course_title(path: Path) -> str:
    try:
        return tomllib.loads(text_of(path))["title"]["ja"]
    except FileNotFoundError:
        raise Fault("course-missing", path) from None
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as fault:
        raise Fault("course-title", path, reason=fault) from None


def read_all(folders: list[Path]) -> list[Chapter]:
    """The chapters of a course; every mistake in any of them is told, with file and line."""
    return all_of(partial(_read, folder) for folder in folders)


def _read(folder: Path) -> Chapter:
    path = folder / "narration.md"
    if not _STEM.match(folder.name):
        raise Fault("chapter-name", folder)
    title, shots, poster, named, faults = "", [], None, 1, []
    for number, line in enumerate(text_of(path).splitlines(), 1):
        line, here = line.strip(), f"{path}:{number}"
        if line.startswith("# "):
            title, named = line[2:].strip(), number
        elif line.startswith("#"):
            match = _SLIDE.match(line)
            if not match:
                faults.append(Fault("slide-mark", here))
            shots.append(Shot(match[1] if match else "", int(match[2] or 1) if match else 0, number))
        elif not shots and (match := _POSTER.match(line)):
            poster, named = (match[1], int(match[2] or 1)), number
        elif line and not shots:
            faults.append(Fault("sentence-before-slide", here))
        elif line:
            shots[-1].sentences.append(line)
    faults += _shots_faults(path, shots)
    if not title:
        faults.append(Fault("title-missing", f"{path}:1"))
    if not faults and poster not in [(shot.slide, shot.step) for shot in shots]:
        faults.append(Fault("poster", f"{path}:{named}"))
    if faults:
        raise Faults(faults)
    return Chapter(_course_title(folder.parents[1] / "course.toml"), folder.name, title, folder, shots, poster)


def _shots_faults(path: Path, shots: list[Shot]) -> list[Fault]:
    """What is wrong with the slides that a narration names; a mark that could not be read names none."""
    faults = [] if shots else [Fault("no-slides", path)]
    missing = set()
    for shot in shots:
        where = f"{path}:{shot.line}"
        if shot.slide and not shot.sentences:
            faults.append(Fault("slide-silent", where, slide=shot.slide))
        if shot.slide and shot.slide not in missing and not (path.parent / "slides" / f"{shot.slide}.svg").exists():
            missing.add(shot.slide)
            faults.append(Fault("slide-missing", where, slide=shot.slide))
    return faults
