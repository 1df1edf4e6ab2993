"""A chapter's narration: what is said while which slide, at which step, is shown.

    # chapter title
    ## slide-id/1        step 1 of slides/slide-id.html; "/1" may be left out
    One sentence a line.

A line `poster: slide-id/2` under the chapter title names the picture that stands for the chapter.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from wording import Fault

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
        return tomllib.loads(path.read_text(encoding="utf-8"))["title"]["ja"]
    except FileNotFoundError:
        raise Fault("course-missing", path) from None
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as fault:
        raise Fault("course-title", path, reason=fault) from None


def read(folder: Path) -> Chapter:
    """Reads and checks one chapter; a mistake ends the program with file and line."""
    path = folder / "narration.md"
    title, shots, poster = "", [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("#"):
            match = _SLIDE.match(line)
            if not match:
                raise Fault("slide-mark", f"{path}:{number}")
            shots.append(Shot(match[1], int(match[2] or 1)))
        elif not shots and (match := _POSTER.match(line)):
            poster = (match[1], int(match[2] or 1))
        elif line and not shots:
            raise Fault("sentence-before-slide", f"{path}:{number}")
        elif line:
            shots[-1].sentences.append(line)
    if not title or not shots:
        raise Fault("narration-empty", f"{path}:1")
    silent = next((shot.slide for shot in shots if not shot.sentences), None)
    if silent:
        raise Fault("slide-silent", f"{path}:1", slide=silent)
    if poster not in [(shot.slide, shot.step) for shot in shots]:
        raise Fault("poster", f"{path}:2")
    return Chapter(_course_title(folder.parents[1] / "course.toml"), folder.name, title, folder, shots, poster)
