#!/usr/bin/env python3
"""The small media of the end-to-end tests: three chapters of 6, 8 and 9 seconds that really play and really speak.

Usage: python3 content/video/fixture.py
"""

import subprocess
import wave
from pathlib import Path

import numpy as np

import preflight

OUT = Path(__file__).parents[2] / "e2e/site/courses/fixture"
FPS = 10
SIZE = (640, 360)
# stem, seconds, colour, spoken lines with the second at which each begins
CHAPTERS = [
    ("01-alpha", 6, "0x00418f", [(0.3, "これは第1章、アルファです。"), (3.0, "見た秒数だけが数えられます。")]),
    ("02-beta", 8, "0x1d6a4b", [(0.3, "これは第2章、ベータです。"), (2.9, "飛ばした所は残ります。"), (5.4, "残りだけを再生できます。")]),
    ("03-gamma", 9, "0x7a3e00", [(0.3, "これは第3章、ガンマです。"), (3.1, "二度見ても一度と数えます。"), (6.1, "これで全部の章が終わりです。")]),
]


def _stamp(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}"


def _sound(stem: str, seconds: int, lines, folder: Path) -> tuple[Path, str]:
    """The chapter's speech as a WAV file, and its captions with the real times."""
    import speech

    track = np.zeros(int(seconds * speech.RATE))
    cues = ["WEBVTT", ""]
    for number, (begin, text) in enumerate(lines, 1):
        voice = speech.say(text)
        start = int(begin * speech.RATE)
        end = start + voice.size
        if end > track.size:
            raise SystemExit(f"{stem}: line {number} ends at {end / speech.RATE:.2f} s, after the chapter's end")
        track[start:end] += 0.55 * voice
        cues += [str(number), f"{_stamp(begin)} --> {_stamp(end / speech.RATE)}", text, ""]
    path = folder / f"{stem}.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(speech.RATE)
        out.writeframes((np.clip(track, -1, 1) * 32767).astype("<i2").tobytes())
    return path, "\n".join(cues)


def _picture(stem: str, seconds: int, colour: str) -> tuple[str, str]:
    """An ffmpeg source and filter: a title, a running clock, and a bar that fills."""
    width, height = SIZE
    font = "font='Noto Sans CJK JP'"
    clock = r"%{eif\:floor(t+0.001)\:d}.%{eif\:mod(floor(t*10+0.001)\,10)\:d}"
    texts = [
        f"drawtext={font}:text='{stem}':fontsize=44:fontcolor={colour}:x=40:y=36",
        f"drawtext={font}:text='{clock}':fontsize=96:fontcolor=0x1a1a1a:x=40:y=130",
        f"drawtext={font}:text='/ {seconds}.0 s':fontsize=40:fontcolor=0x595959:x=200:y=178",
    ]
    bar = [
        f"color=c={colour}:s=560x24:r={FPS}:d={seconds}[fill]",
        f"[0:v]{','.join(texts)},drawbox=x=40:y=290:w=560:h=24:color=0xd0d4da:t=fill[ground]",
        f"[ground][fill]overlay=x='40-560+560*t/{seconds}':y=290:eval=frame[moved]",
        f"[moved]drawbox=x=0:y=290:w=40:h=24:color=white:t=fill,format=yuv420p[picture]",
    ]
    return f"color=c=white:s={width}x{height}:r={FPS}:d={seconds}", ";".join(bar)


def _film(stem: str, seconds: int, colour: str, sound: Path) -> None:
    source, graph = _picture(stem, seconds, colour)
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-i", str(sound)]
    command += ["-filter_complex", graph, "-map", "[picture]", "-map", "1:a"]
    command += ["-c:v", "libx264", "-profile:v", "main", "-preset", "slow", "-crf", "30", "-g", str(FPS)]
    command += ["-keyint_min", str(FPS), "-sc_threshold", "0", "-r", str(FPS), "-t", str(seconds)]
    command += ["-c:a", "aac", "-ar", "24000", "-ac", "1", "-b:a", "32k"]
    command += ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    command += ["-movflags", "+faststart", str(OUT / f"{stem}.mp4")]
    subprocess.run(command, check=True)
    poster = ["ffmpeg", "-v", "error", "-y", "-ss", "1", "-i", str(OUT / f"{stem}.mp4"), "-frames:v", "1"]
    subprocess.run([*poster, "-c:v", "libwebp", "-quality", "60", str(OUT / f"{stem}.poster.webp")], check=True)


def main() -> None:
    preflight.require()
    OUT.mkdir(parents=True, exist_ok=True)
    work = Path(__file__).parents[2] / "built/video/fixture"
    work.mkdir(parents=True, exist_ok=True)
    for stem, seconds, colour, lines in CHAPTERS:
        sound, captions = _sound(stem, seconds, lines, work)
        _film(stem, seconds, colour, sound)
        (OUT / f"{stem}.vtt").write_text(captions, encoding="utf-8")
        print(f"{stem}.mp4  {seconds} s  {(OUT / f'{stem}.mp4').stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
