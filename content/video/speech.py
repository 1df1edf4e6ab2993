"""Japanese speech from text: Open JTalk through pyopenjtalk, with our own table of readings.

`readings.tsv` (the workshop's, and one of the course's own in its `video/` folder) becomes a user dictionary, so the written form stays in the text (and in the captions) and only its
sound and accent change. A single place can be mended in the text itself: `{written|かな}`.
"""

import contextlib
import hashlib
import os
import re
import sys
import tempfile
from pathlib import Path

import numpy as np

import preflight
from wording import Fault, Faults, text_of

os.environ.setdefault("OPEN_JTALK_DICT_DIR", str(preflight.dictionary()))

import pyopenjtalk  # noqa: E402  (reads the variable above when it is imported)

RATE = 48_000
READINGS = Path(__file__).with_name("readings.tsv")
_INLINE = re.compile(r"\{([^|{}]+)\|([^|{}]+)\}")
_SMALL = set("ァィゥェォャュョヮ")
_HALF_TO_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_KEEP = 0.04  # s of the synthesizer's own silence kept at each end of a sentence


def written(text: str) -> str:
    """The sentence as it is read with the eyes."""
    return _INLINE.sub(r"\1", text)


def spoken(text: str) -> str:
    """The sentence as it is handed to the synthesizer."""
    return _INLINE.sub(r"\2", text)


def _moras(pronunciation: str) -> int:
    return sum(1 for sound in pronunciation if sound not in _SMALL)


def _readings(table: Path) -> list[tuple[str, str, int]]:
    rows, faults = [], []
    for number, line in enumerate(text_of(table).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) < 3 or not re.fullmatch(r"[ァ-ヴー]+", fields[1]) or not fields[2].isdigit():
            faults.append(Fault("reading", f"{table}:{number}"))
            continue
        rows.append((fields[0], fields[1], int(fields[2])))
    if faults:
        raise Faults(faults)
    return rows


@contextlib.contextmanager
def _hushed():
    """Silences the dictionary compiler, which writes straight to the terminal."""
    sys.stdout.flush()
    kept, nothing = [os.dup(1), os.dup(2)], os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        yield
    finally:
        for number, old in enumerate(kept, 1):
            os.dup2(old, number)
            os.close(old)
        os.close(nothing)


def load_readings(course: Path) -> None:
    """Puts the workshop's table of readings and the course's own before the synthesizer's dictionary."""
    own = course / "video" / READINGS.name
    rows = _readings(READINGS) + (_readings(own) if own.exists() else [])
    if not rows:
        return
    lines = []
    for form, sound, accent in rows:
        form = form.translate(_HALF_TO_FULL)
        lines.append(f"{form},,,-30000,名詞,固有名詞,一般,*,*,*,{form},{sound},{sound},{accent}/{_moras(sound)},*")
    with tempfile.TemporaryDirectory() as folder:
        table, compiled = Path(folder, "user.csv"), Path(folder, "user.dic")
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with _hushed():
            pyopenjtalk.mecab_dict_index(str(table), str(compiled))
        pyopenjtalk.update_global_jtalk_with_user_dict(str(compiled))


def kana(text: str) -> str:
    """How the sentence will sound, in katakana: for checking the readings."""
    return pyopenjtalk.g2p(spoken(text), kana=True)


def say(text: str, pace: float = 1.0) -> np.ndarray:
    """Samples of one sentence at 48 kHz, in −1…1, with the silence at both ends cut off."""
    samples, rate = pyopenjtalk.tts(spoken(text), speed=pace)
    if rate != RATE:
        raise Fault("voice-rate", rate=rate, wanted=RATE)
    samples = samples / 32768.0
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    if loud.size == 0:
        raise Fault("silent-sentence", text=text)
    keep = int(_KEEP * RATE)
    return samples[max(0, loud[0] - keep) : loud[-1] + keep]


def fingerprint(text: str, pace: float) -> str:
    """Changes when the sentence would sound otherwise: its sounds and accents, the voice, the pace. A reading that is
    added to a table changes the sentences it stands in and no others."""
    labels = pyopenjtalk.extract_fullcontext(spoken(text))
    parts = "\n".join([pyopenjtalk.__version__, f"{RATE} {pace} {_KEEP}", *labels])
    return hashlib.sha256(parts.encode()).hexdigest()
