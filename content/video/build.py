#!/usr/bin/env python3
"""Makes the chapter videos of a course: speech, slides, captions, film, poster. Only what changed is made again.

    python3 content/video/build.py                     every chapter of the default course
    python3 content/video/build.py 02-bls 03-defib     only these
    python3 content/video/build.py --captions-only     speech and .vtt, no pictures
    python3 content/video/build.py --slides-only       PNG pictures of all slides, in built/video/
    python3 content/video/build.py --readings          how every sentence sounds, in katakana, to check the readings

Instructors use it as `yoshu video build COURSE`.
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

import preflight
import report
from wording import Fault, Faults

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "content/courses/als-pre"
WORK = ROOT / "built/video"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chapters", nargs="*", help="chapter folders, e.g. 01-chain; none means all")
    parser.add_argument("--course", type=Path, default=COURSE, help="the course folder; its sources are in video/")
    parser.add_argument("--work", type=Path, default=WORK, help="where spoken sentences and pictures are kept for the next time")
    parser.add_argument("--lang", choices=("ja", "en"), default="en", help="language of what goes wrong")
    parser.add_argument("--events", action="store_true", help="report as JSON, one object a line")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--captions-only", action="store_true")
    kind.add_argument("--slides-only", action="store_true")
    kind.add_argument("--readings", action="store_true")
    return parser.parse_args()


def _folders(course: Path, wanted: list[str]) -> list[Path]:
    there = sorted(path.parent for path in (course / "video").glob("*/narration.md"))
    unknown = set(wanted) - {path.name for path in there}
    if unknown or not there:
        known = ", ".join(path.name for path in there)
        raise Fault("unknown-chapter", name=", ".join(sorted(unknown)), known=known) if there else Fault("no-chapters", course=course)
    return [path for path in there if not wanted or path.name in wanted]


def _voice(work: Path):
    """Speaks a sentence once and keeps it; the same sentence comes from the disk the next time."""
    import numpy as np

    import speech
    import timing

    work.mkdir(parents=True, exist_ok=True)

    def say(text: str):
        path = work / f"{speech.fingerprint(text, timing.PACE)[:24]}.npy"
        if path.exists():
            return np.load(path).astype(np.float64)
        samples = speech.say(text, timing.PACE)
        draft = path.with_suffix(".part.npy")
        np.save(draft, samples.astype(np.float32))
        draft.rename(path)
        return samples

    return say


def _show_readings(chapter) -> None:
    import speech

    for shot in chapter.shots:
        report.line(f"  {shot.slide}/{shot.step}")
        for text in shot.sentences:
            report.event("reading", written=speech.written(text), kana=speech.kana(text))
            report.line(f"    {speech.written(text)}\n    {speech.kana(text)}")


def main() -> None:
    arguments = _arguments()
    report.as_events(arguments.events)
    try:
        faults = preflight.missing(slides=not (arguments.captions_only or arguments.readings))
        if not faults:
            _work(arguments)
    except Fault as fault:
        faults = [fault]
    except Faults as several:
        faults = several.faults
    for fault in faults:
        report.event("fault", code=fault.code, sentence=fault.sentence(arguments.lang))
        if not arguments.events:
            print(fault.sentence(arguments.lang), file=sys.stderr)
    raise SystemExit(2 if faults else 0)


def _work(arguments: argparse.Namespace) -> None:
    import narration
    import speech

    # All of them are read before the first is made: a slip in the last chapter is told at once.
    chapters = narration.read_all(_folders(arguments.course, arguments.chapters))
    if not (arguments.captions_only or arguments.readings):
        import slides

        slides.check(chapters)
    speech.load_readings(arguments.course)
    total = 0.0
    for number, chapter in enumerate(chapters, 1):
        report.event("chapter", id=chapter.stem, title=chapter.title, number=number, of=len(chapters))
        report.line(f"{chapter.stem}  {chapter.title}")
        if arguments.readings:
            _show_readings(chapter)
            continue
        total += _make(chapter, arguments)
    if total:
        report.line(f"total {int(total // 60)} min {total % 60:.1f} s")


def _key(chapter) -> str:
    """Stands for all a film is made from. It is kept beside the sources, so that a fresh clone makes nothing twice."""
    import slides
    import speech
    import timing

    here = Path(__file__).parent
    parts = [(here / name).read_bytes() for name in ("film.py", "timing.py", "captions.py")]
    parts.append((chapter.folder / "narration.md").read_bytes())
    parts += [speech.fingerprint(text, timing.PACE).encode() for shot in chapter.shots for text in shot.sentences]
    parts += [slides.page(chapter, shot.slide, shot.step).encode() for shot in chapter.shots]
    return hashlib.sha256(b"\0".join(parts)).hexdigest() + "\n"


def _make(chapter, arguments: argparse.Namespace) -> float:
    """One chapter, as far as asked for; its length in seconds."""
    work = arguments.work / arguments.course.resolve().name / chapter.stem
    if arguments.slides_only:
        import slides

        slides.pictures(chapter, work / "slides", (shot for shot in chapter.shots))
        return 0.0
    files = [arguments.course / f"{chapter.stem}{end}" for end in (".mp4", ".vtt", ".poster.webp")]
    stamp, key = chapter.folder / "film.key", "" if arguments.captions_only else _key(chapter)
    if key and stamp.exists() and stamp.read_text() == key and all(file.exists() for file in files):
        report.event("unchanged")
        report.line("  unchanged")
        return 0.0
    import captions
    import timing

    plan = timing.schedule(chapter, _voice(arguments.work / "voice"))
    report.event("speech", seconds=round(plan.seconds, 1), sentences=len(plan.lines))
    report.line(f"  speech    {plan.seconds:.1f} s, {len(plan.lines)} sentences")
    # Made aside, on the course's own disk: a run that is cut short leaves no new captions under an old film.
    with tempfile.TemporaryDirectory(prefix=".build-", dir=arguments.course) as aside:
        drafts = Path(aside)
        (drafts / f"{chapter.stem}.vtt").write_text(captions.webvtt(plan.lines), encoding="utf-8")
        if not arguments.captions_only:
            import film
            import slides

            shown = slides.pictures(chapter, work / "slides", (shot for _, shot in plan.changes))
            film.make(chapter, plan, shown, work, drafts)
        _put(drafts, arguments.course, stamp, key)
    return plan.seconds


def _put(drafts: Path, course: Path, stamp: Path, key: str) -> None:
    """Moves what was made into the course. No stamp stands while the files may be of two makings."""
    new = [path for path in sorted(drafts.iterdir()) if not _holds(course / path.name, path.read_bytes())]
    if key or new:
        stamp.unlink(missing_ok=True)
    for path in new:
        path.replace(course / path.name)
    if key:
        stamp.write_text(key)


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    main()
