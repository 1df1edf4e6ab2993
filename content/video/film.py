"""Joins pictures and speech to one MP4, levels the loudness, and makes the poster.

H.264 high profile, 1280×720, 5 frames a second, no B-frames (a smaller index), a key frame at every slide change and
at least every thirty seconds (at five frames a second a player decodes from there at once); AAC mono at 24 kHz; the index comes first in the file.
"""

import contextlib
import re
import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

import report
import speech
from narration import Chapter
from timing import FPS, Schedule
from wording import Fault

LOUDNESS = -16.0  # LUFS, integrated
CEILING = 0.74  # of full scale, about −2.6 dB
CRF, GOP, AUDIO = 34, 30 * FPS, "24k"
POSTER_LIMIT = 25_000  # bytes
_INTEGRATED = re.compile(r"I:\s+(-?[\d.]+) LUFS")


def _run(command: list[str], **kwargs) -> subprocess.CompletedProcess:
    done = subprocess.run(["ffmpeg", "-hide_banner", "-nostdin", *command], capture_output=True, text=True, check=False, **kwargs)
    if done.returncode:
        raise Fault("ffmpeg-failed", reason=f"{' '.join(command)}\n{done.stderr[-1500:]}")
    return done


def loudness(path: Path) -> float:
    """Integrated loudness in LUFS (EBU R128)."""
    report = _run(["-i", str(path), "-map", "0:a", "-af", "ebur128", "-f", "null", "-"]).stderr
    return float(_INTEGRATED.findall(report)[-1])


def _levelled(track: np.ndarray, folder: Path) -> Path:
    """The narration at the wanted loudness under the ceiling, as a WAV file."""
    raw, level = folder / "raw.wav", folder / "level.wav"
    with wave.open(str(raw), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(speech.RATE)
        out.writeframes((np.clip(track * 0.5, -1, 1) * 32767).astype("<i2").tobytes())
    gain = LOUDNESS - loudness(raw)
    for _ in range(3):
        filters = f"volume={gain:.2f}dB,alimiter=limit={CEILING}:attack=3:release=60:level=false"
        _run(["-y", "-i", str(raw), "-af", filters, str(level)])
        missed = LOUDNESS - loudness(level)
        if abs(missed) < 0.15:
            break
        gain += missed
    return level


def _frames(plan: Schedule, pictures: list[Path]):
    """The raw frames of the film, each picture decoded once."""
    starts = [frame for frame, _ in plan.changes] + [plan.frames]
    for picture, begin, end in zip(pictures, starts, starts[1:]):
        scale = "scale=in_range=full:out_range=tv:out_color_matrix=bt709,format=yuv420p"
        command = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(picture), "-vf", scale, "-f", "rawvideo", "-"]
        decoded = subprocess.run(command, capture_output=True, check=False)
        if decoded.returncode:
            raise Fault("ffmpeg-failed", reason=f"{picture.name}\n{decoded.stderr.decode(errors='replace')[-1500:]}")
        for _ in range(end - begin):
            yield decoded.stdout


def _encode(plan: Schedule, pictures: list[Path], sound: Path, target: Path) -> None:
    fresh = [frame for (frame, shot), before in zip(plan.changes, [None, *plan.changes]) if not before or before[1].slide != shot.slide]
    keys = ",".join(f"{frame / FPS:.3f}" for frame in fresh)  # a further step of the same slide needs none
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1280x720", "-r", str(FPS)]
    command += ["-i", "-", "-i", str(sound), "-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-profile:v", "high"]
    command += ["-preset", "veryslow", "-tune", "stillimage", "-crf", str(CRF), "-bf", "0", "-g", str(GOP)]
    command += ["-x264-params", "mbtree=0"]  # else key frames of a still picture grow threefold for nothing seen
    command += ["-force_key_frames", keys, "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]
    command += ["-c:a", "aac", "-ar", "24000", "-ac", "1", "-b:a", AUDIO, "-map_metadata", "-1"]
    command += ["-metadata:s:a:0", "language=jpn", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    command += ["-chunk_duration", "1000000", "-movflags", "+faststart", str(target)]
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stdin=subprocess.PIPE, stderr=said) as encoder:
        try:
            for done, frame in enumerate(_frames(plan, pictures), 1):
                encoder.stdin.write(frame)
                if done % (20 * FPS) == 0 or done == plan.frames:
                    report.step("film", done, plan.frames)
        except BrokenPipeError:
            pass  # it gave up; why, it says itself
        with contextlib.suppress(BrokenPipeError):
            encoder.stdin.close()
        if encoder.wait():
            said.seek(0)
            raise Fault("ffmpeg-failed", reason=f"{target.name}\n{said.read().decode(errors='replace')[-1500:]}")


def _poster(picture: Path, target: Path, where: Path) -> None:
    """The largest quality that stays under the limit."""
    for quality in (82, 74, 66, 58, 50, 40):
        options = ["-vf", "scale=854:480:flags=lanczos", "-c:v", "libwebp", "-quality", str(quality), "-preset", "drawing"]
        _run(["-y", "-i", str(picture), *options, str(target)])
        if target.stat().st_size <= POSTER_LIMIT:
            return
    raise Fault("poster-heavy", where, limit=POSTER_LIMIT)


def make(chapter: Chapter, plan: Schedule, pictures: list[Path], work: Path, out: Path) -> None:
    """Makes `NN-name.mp4` and `NN-name.poster.webp` in `out`; `work` holds what is needed on the way."""
    target, poster = out / f"{chapter.stem}.mp4", out / f"{chapter.stem}.poster.webp"
    _encode(plan, pictures, _levelled(plan.track(), work), target)
    shots = [(shot.slide, shot.step) for _, shot in plan.changes]
    _poster(pictures[shots.index(chapter.poster)], poster, chapter.folder / "narration.md")
    size = target.stat().st_size
    report.event("film", bytes=size, seconds=round(plan.seconds, 1))
    report.line(f"  film      {size / 1e6:.2f} MB, {size / 1e6 / plan.seconds * 60:.3f} MB a minute, {loudness(target):.1f} LUFS")
