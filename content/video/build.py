#!/usr/bin/env python3
"""Makes the chapter videos of a course: speech, slides, captions, film, poster. Only what changed is made again.

    python3 content/video/build.py                     every chapter of the default course
    python3 content/video/build.py 02-bls 03-defib     only these
    python3 content/video/build.py --captions-only     speech and .vtt, no pictures
    python3 content/video/build.py --slides-only       PNG pictures of all slides, in built/video/
    python3 content/video/build.py --readings          how every sentence sounds, in katakana, to check the readings
"""

import argparse
import hashlib
from pathlib import Path

import preflight

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "content/courses/als-pre"
WORK = ROOT / "built/video"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chapters", nargs="*", help="chapter folders, e.g. 01-chain; none means all")
    parser.add_argument("--course", type=Path, default=COURSE, help="the course folder; its sources are in video/")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--captions-only", action="store_true")
    kind.add_argument("--slides-only", action="store_true")
    kind.add_argument("--readings", action="store_true")
    return parser.parse_args()


def _folders(course: Path, wanted: list[str]) -> list[Path]:
    there = sorted(path.parent for path in (course / "video").glob("*/narration.md"))
    unknown = set(wanted) - {path.name for path in there}
    if unknown or not there:
        names = ", ".join(path.name for path in there) or "none"
        raise SystemExit(f"no such chapter: {', '.join(sorted(unknown)) or '-'} (in {course}/video there are: {names})")
    return [path for path in there if not wanted or path.name in wanted]


def _voice(work: Path):
    """Speaks a sentence once and keeps it; the same sentence comes from the disk the next time."""
    import numpy as np

    import speech
    import timing

    work.mkdir(parents=True, exist_ok=True)
    base = speech.fingerprint()

    def say(text: str):
        key = hashlib.sha256(f"{base}{timing.PACE}{text}".encode()).hexdigest()[:24]
        path = work / f"{key}.npy"
        if path.exists():
            return np.load(path).astype(np.float64)
        samples = speech.say(text, timing.PACE)
        np.save(path, samples.astype(np.float32))
        return samples

    return say


def _write_if_new(path: Path, text: str) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True


def _show_readings(chapter) -> None:
    import speech

    for shot in chapter.shots:
        print(f"  {shot.slide}/{shot.step}")
        for text in shot.sentences:
            print(f"    {speech.written(text)}\n    {speech.kana(text)}")


def main() -> None:
    arguments = _arguments()
    preflight.require(slides=not (arguments.captions_only or arguments.readings))
    import narration
    import speech

    speech.load_readings()
    total = 0.0
    for folder in _folders(arguments.course, arguments.chapters):
        chapter = narration.read(folder)
        print(f"{chapter.stem}  {chapter.title}")
        if arguments.readings:
            _show_readings(chapter)
            continue
        total += _make(chapter, arguments)
    if total:
        print(f"total {int(total // 60)} min {total % 60:.1f} s")


def _key(chapter) -> str:
    """Stands for all a film is made from. It is kept beside the sources, so that a fresh clone makes nothing twice."""
    import slides
    import speech

    here = Path(__file__).parent
    parts = [(here / name).read_bytes() for name in ("film.py", "timing.py", "captions.py")]
    parts += [speech.fingerprint().encode(), (chapter.folder / "narration.md").read_bytes()]
    parts += [slides.page(chapter, shot.slide, shot.step).encode() for shot in chapter.shots]
    return hashlib.sha256(b"\0".join(parts)).hexdigest() + "\n"


def _make(chapter, arguments: argparse.Namespace) -> float:
    """One chapter, as far as asked for; its length in seconds."""
    work = WORK / arguments.course.name / chapter.stem
    if arguments.slides_only:
        import slides

        slides.pictures(chapter, work / "slides", (shot for shot in chapter.shots))
        return 0.0
    files = [arguments.course / f"{chapter.stem}{end}" for end in (".mp4", ".vtt", ".poster.webp")]
    stamp, key = chapter.folder / "film.key", "" if arguments.captions_only else _key(chapter)
    if key and stamp.exists() and stamp.read_text() == key and all(file.exists() for file in files):
        print("  unchanged")
        return 0.0
    import captions
    import timing

    plan = timing.schedule(chapter, _voice(WORK / "voice"))
    changed = _write_if_new(arguments.course / f"{chapter.stem}.vtt", captions.webvtt(plan.lines))
    print(f"  speech    {plan.seconds:.1f} s, {len(plan.lines)} sentences{'; captions written' if changed else ''}")
    if not arguments.captions_only:
        import film
        import slides

        shown = slides.pictures(chapter, work / "slides", (shot for _, shot in plan.changes))
        film.make(chapter, plan, shown, work, arguments.course)
        stamp.write_text(key)
    return plan.seconds


if __name__ == "__main__":
    main()
