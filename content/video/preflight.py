"""What the workshop needs on the machine, and one line on how to get each missing part."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

DICTIONARY = Path("/var/lib/mecab/dic/open-jtalk/naist-jdic")


def dictionary() -> Path:
    """The Open JTalk dictionary: the one the environment names, else Debian's."""
    return Path(os.environ.get("OPEN_JTALK_DICT_DIR", DICTIONARY))


def chromium() -> str | None:
    """The browser that draws the slides: `CHROMIUM`, else the first one on PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _has_japanese_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    return "Noto Sans CJK JP" in listed.stdout


def missing(slides: bool = True) -> list[str]:
    """One line for every part that is not there; an empty list means all is well."""
    lines = []
    for module in ("numpy", "pyopenjtalk"):
        if importlib.util.find_spec(module) is None:
            lines.append(f"Python module {module} is missing: pip install -r content/video/requirements.txt")
    if not (dictionary() / "sys.dic").exists():
        lines.append(
            f"Open JTalk dictionary is missing at {dictionary()}: apt-get install -y open-jtalk-mecab-naist-jdic "
            "(or set OPEN_JTALK_DICT_DIR)"
        )
    for program in ("ffmpeg", "ffprobe"):
        if shutil.which(program) is None:
            lines.append(f"{program} is missing: apt-get install -y ffmpeg")
    if slides and chromium() is None:
        lines.append("chromium is missing: apt-get install -y --no-install-recommends chromium (or set CHROMIUM)")
    if slides and not _has_japanese_font():
        lines.append("font Noto Sans CJK JP is missing: apt-get install -y fonts-noto-cjk fontconfig")
    return lines


def require(slides: bool = True) -> None:
    """Ends the program with the list when something is missing."""
    lines = missing(slides)
    if lines:
        print("\n".join(lines), file=sys.stderr)
        raise SystemExit(2)
