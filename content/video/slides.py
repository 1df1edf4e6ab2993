"""Pictures from slides: SVG files of 1280×720 with three small additions, drawn by a headless Chromium.

    <title>                 becomes the slide's heading (none on a slide whose root has class="bare")
    data-from="2"           the element appears at step 2; data-to="2" takes it away after step 2
    <?draw ecg rhythm=vf …?>  is replaced by a drawing made by code (drawing/)
    a|b in a <text>         breaks the line
"""

import hashlib
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import drawing
import preflight
import report
from narration import Chapter
from wording import Fault, all_of, text_of

SIZE = (1280, 720)
PATIENCE = 60  # s for one picture
STYLE = Path(__file__).with_name("style") / "slides.css"
_DRAW = re.compile(r"<\?draw\s+(\w+)\s*(.*?)\?>", re.S)
_TEXT = re.compile(r"(<text\b[^>]*>)([^<]*\|[^<]*)(</text>)")
_STEPPED = re.compile(r'<([a-z]+)\b[^>]*?\sdata-(?:from|to)="\d"[^>]*>')
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --force-device-scale-factor=1"
).split()


def _lines(match: re.Match) -> str:
    x = re.search(r'\bx="([^"]+)"', match[1])
    rows = match[2].split("|")
    spans = "".join(f'<tspan x="{x[1] if x else 0}" dy="{"1.42em" if n else 0}">{row}</tspan>' for n, row in enumerate(rows))
    return match[1] + spans + match[3]


def _steps(match: re.Match, step: int) -> str:
    tag = match[0]
    first = int((re.search(r'data-from="(\d)"', tag) or [0, 1])[1])
    last = int((re.search(r'data-to="(\d)"', tag) or [0, 9])[1])
    return tag if first <= step <= last else tag.replace(f"<{match[1]}", f'<{match[1]} visibility="hidden"', 1)


def _draw(match: re.Match, path: Path) -> str:
    where = f"{path}:{match.string.count(chr(10), 0, match.start()) + 1}"
    try:
        arguments = dict(pair.split("=", 1) for pair in match[2].split())
        return drawing.DRAWINGS[match[1]](**arguments)
    except (TypeError, ValueError, KeyError) as fault:
        raise Fault("drawing", where, call=f"{match[1]} {match[2]}", reason=fault) from fault


def page(chapter: Chapter, slide: str, step: int) -> str:
    """The HTML page of one slide at one step."""
    path = chapter.folder / "slides" / f"{slide}.svg"
    source = text_of(path)
    heading = re.search(r"<title>(.*?)</title>", source)
    body = _STEPPED.sub(lambda match: _steps(match, step), source)
    body = _DRAW.sub(lambda match: _draw(match, path), body)
    body = _TEXT.sub(_lines, body)
    frame = drawing.DEFINITIONS
    if 'class="bare"' not in source.split(">", 1)[0]:
        number = int(chapter.stem[:2])
        frame += f'<rect width="14" height="64" x="56" y="40" class="blue"/>'
        frame += f'<text class="title" x="90" y="89">{heading[1] if heading else ""}</text>'
        frame += f'<text class="foot" x="56" y="700">{chapter.course}　第{number}章</text>'
        frame += '<text class="foot e" x="1224" y="700">サンプル教材（主催者の医学的監修が必要）</text>'
    body = re.sub(r"(<svg\b[^>]*>)", lambda match: match[1] + frame, body, count=1)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE.read_text(encoding='utf-8')}</style>{body}"


def check(chapters: list[Chapter]) -> None:
    """Whether every slide of the chapters can be laid out; every one that cannot be is told."""
    all_of(partial(page, chapter, shot.slide, shot.step) for chapter in chapters for shot in chapter.shots)


def _shoot(html: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, shot = Path(folder, "slide.html"), Path(folder, "slide.png")
        source.write_text(html, encoding="utf-8")
        command = [preflight.chromium(), *_FLAGS, f"--user-data-dir={folder}/profile", f"--screenshot={shot}"]
        command += [f"--window-size={SIZE[0]},{SIZE[1]}", source.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            raise Fault("chromium-slow", name=target.name, seconds=PATIENCE) from None
        if not shot.exists():
            raise Fault("chromium-drew-nothing", name=target.name, reason=done.stderr[-800:])
        shutil.move(shot, target)


def pictures(chapter: Chapter, work: Path, shots) -> list[Path]:
    """The PNG of every shot, in order; a picture whose page has not changed is kept."""
    work.mkdir(parents=True, exist_ok=True)
    paths, todo = [], {}
    for shot in shots:
        html = page(chapter, shot.slide, shot.step)
        key = hashlib.sha256(html.encode()).hexdigest()[:12]
        path = work / f"{shot.slide}-{shot.step}.{key}.png"
        paths.append(path)
        if not path.exists():
            for old in work.glob(f"{shot.slide}-{shot.step}.*.png"):
                old.unlink()
            todo[path] = html
    with ThreadPoolExecutor(2) as pool:
        for done, _ in enumerate(pool.map(lambda item: _shoot(item[1], item[0]), todo.items()), 1):
            report.step("slides", done, len(todo))
    report.line(f"  slides    {len(paths)} pictures, {len(todo)} drawn anew")
    return paths
