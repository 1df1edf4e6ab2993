#!/usr/bin/env python3
"""Checks the produced chapters of a course against the video profile; lists every fault and ends with 1 if there is one.

    python3 content/video/check.py [COURSE_DIR]
"""

import html
import json
import re
import struct
import subprocess
import sys
from pathlib import Path

import captions
import film
import preflight

COURSE = Path(__file__).resolve().parents[2] / "content/courses/als-pre"
PER_MINUTE = 600_000  # bytes
FIRST_PICTURE, INDEX_A_SECOND = 40_000, 150  # bytes: the first key frame, and the index, which grows with the film
KEY_GAP = 30.2  # s
CAPTION = 25  # full-width characters a line
_CUE = re.compile(r"(\d+):(\d\d):([\d.]+) --> (\d+):(\d\d):([\d.]+)$")


def _probe(path: Path, *what: str) -> dict:
    command = ["ffprobe", "-v", "error", "-of", "json", *what, str(path)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _boxes(path: Path) -> list[tuple[str, int]]:
    """Names and sizes of the file's top-level boxes, in order."""
    found = []
    with path.open("rb") as file:
        while head := file.read(8):
            size, name = struct.unpack(">I4s", head)
            found.append((name.decode("latin-1"), size))
            file.seek(size - 8, 1)
    return found


def _film(path: Path) -> tuple[list[str], float]:
    """Faults of one MP4, and its length in seconds."""
    about = _probe(path, "-show_entries", "format=duration,size:stream=codec_name,width,height,pix_fmt,r_frame_rate,sample_rate,channels")
    seconds, size = float(about["format"]["duration"]), int(about["format"]["size"])
    video, audio = about["streams"]
    packets = _probe(path, "-select_streams", "v", "-show_entries", "packet=pts_time,size,flags")["packets"]
    keys = [packet for packet in packets if "K" in packet["flags"]]
    times = [float(packet["pts_time"]) for packet in keys] + [seconds]
    boxes = _boxes(path)
    names, index = [name for name, _ in boxes], dict(boxes).get("moov", 0)
    loud, rate = film.loudness(path), size / seconds * 60
    first = index + int(keys[0]["size"])
    most = FIRST_PICTURE + INDEX_A_SECOND * seconds
    gap = max(b - a for a, b in zip(times, times[1:]))
    wanted = [
        (video["codec_name"] == "h264" and video["pix_fmt"] == "yuv420p", f"video is {video['codec_name']} {video['pix_fmt']}"),
        ((video["width"], video["height"], video["r_frame_rate"]) == (1280, 720, "5/1"), f"picture is {video['width']}x{video['height']} at {video['r_frame_rate']}"),
        ((audio["codec_name"], audio["sample_rate"], audio["channels"]) == ("aac", "24000", 1), "sound is not AAC mono at 24 kHz"),
        (names.index("moov") < names.index("mdat"), "the index is not in front (faststart)"),
        (rate <= PER_MINUTE, f"{rate:.0f} bytes a minute, at most {PER_MINUTE}"),
        (first <= most, f"{first} bytes to the first picture, at most {most:.0f}"),
        (gap <= KEY_GAP, f"{gap:.1f} s between key frames, at most {KEY_GAP}"),
        (abs(loud - film.LOUDNESS) <= 1, f"{loud} LUFS, wanted {film.LOUDNESS}"),
        (150 <= seconds <= 480, f"{seconds:.0f} s long, wanted 150 to 480"),
    ]
    print(f"{path.name}  {seconds:.1f} s  {rate / 1e6:.3f} MB a minute  first picture {first / 1e3:.0f} kB  {loud:.1f} LUFS")
    return [what for good, what in wanted if not good], seconds


def _captions(path: Path, seconds: float) -> list[str]:
    faults, last = [], 0.0
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    if blocks[0] != "WEBVTT":
        faults.append("does not begin with WEBVTT")
    for block in blocks[1:]:
        number, times, *lines = block.split("\n")
        match = _CUE.match(times)
        if not match:
            faults.append(f"cue {number}: cannot read the times '{times}'")
            continue
        hours, minutes, rest, hours2, minutes2, rest2 = match.groups()
        begin = int(hours) * 3600 + int(minutes) * 60 + float(rest)
        end = int(hours2) * 3600 + int(minutes2) * 60 + float(rest2)
        if not last <= begin < end <= seconds:
            faults.append(f"cue {number}: times out of order or beyond the film")
        if len(lines) > 2 or any(captions.width(html.unescape(line)) > CAPTION for line in lines):
            faults.append(f"cue {number}: more than two lines of {CAPTION} characters")
        last = end
    return faults


def main() -> None:
    preflight.require(slides=False)
    course = Path(sys.argv[1]) if len(sys.argv) > 1 else COURSE
    films, faults, total = sorted(course.glob("[0-9][0-9]-*.mp4")), [], 0.0
    wanted = sorted(path.parent.name for path in (course / "video").glob("*/narration.md"))
    if [path.stem for path in films] != wanted:
        faults.append(f"{course}: films are {[path.stem for path in films]}, sources are {wanted}")
    for path in films:
        found, seconds = _film(path)
        total += seconds
        faults += [f"{path}: {what}" for what in found]
        vtt, poster = path.with_suffix(".vtt"), path.with_suffix(".poster.webp")
        faults += [f"{vtt}: {what}" for what in (_captions(vtt, seconds) if vtt.exists() else ["is missing"])]
        if not poster.exists() or poster.stat().st_size > film.POSTER_LIMIT:
            faults.append(f"{poster}: is missing or over {film.POSTER_LIMIT} bytes")
    print(f"total {int(total // 60)} min {total % 60:.1f} s, {len(faults)} faults")
    if faults:
        print("\n".join(faults), file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
