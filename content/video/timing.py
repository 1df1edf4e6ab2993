"""Lays the spoken sentences and the slides on one time line."""

from dataclasses import dataclass

import numpy as np

import report
import speech
from narration import Chapter, Shot

FPS = 5
PACE = 1.08  # of the voice's own speed
LEAD, TAIL = 0.4, 1.2  # s of silence before the first and after the last sentence
SENTENCE, STEP, SLIDE = 0.35, 0.5, 0.8  # s of silence between sentences, steps, slides
AHEAD = 0.3  # s by which a new picture comes before its first word


@dataclass
class Line:
    """One sentence: its source text, where it begins (s), and its samples."""

    text: str
    begin: float
    samples: np.ndarray

    @property
    def end(self) -> float:
        """Second at which the sentence has been said."""
        return self.begin + self.samples.size / speech.RATE


@dataclass
class Schedule:
    """A chapter in time: its lines, and for each shot the frame at which it appears."""

    lines: list[Line]
    changes: list[tuple[int, Shot]]
    frames: int

    @property
    def seconds(self) -> float:
        """Length of the film."""
        return self.frames / FPS

    def track(self) -> np.ndarray:
        """The whole narration as one run of samples."""
        track = np.zeros(int(self.seconds * speech.RATE))
        for line in self.lines:
            start = int(line.begin * speech.RATE)
            track[start : start + line.samples.size] += line.samples
        return track


def schedule(chapter: Chapter, say) -> Schedule:
    """`say(text)` gives the samples of a sentence."""
    lines, changes, now = [], [], LEAD
    sentences = sum(len(shot.sentences) for shot in chapter.shots)
    for index, shot in enumerate(chapter.shots):
        if index:
            same = shot.slide == chapter.shots[index - 1].slide
            now += (STEP if same else SLIDE) - SENTENCE
        changes.append((int(max(0.0, now - AHEAD) * FPS) if index else 0, shot))
        for text in shot.sentences:
            lines.append(Line(text, now, say(text)))
            now = lines[-1].end + SENTENCE
            report.step("speech", len(lines), sentences)
    frames = int(np.ceil((lines[-1].end + TAIL) * FPS))
    return Schedule(lines, changes, frames)
