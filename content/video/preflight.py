"""What the workshop needs on the machine, and one line on how to get each missing part."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from wording import Fault

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


def missing(slides: bool = True) -> list[Fault]:
    """One fault for every part that is not there; an empty list means all is well."""
    faults = []
    wanted = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8").split()
    for package in wanted:
        name = package.partition("==")[0]
        if importlib.util.find_spec(name) is None:
            faults.append(Fault("missing-module", name=name, package=package))
    if not (dictionary() / "sys.dic").exists():
        faults.append(Fault("missing-dictionary", place=dictionary()))
    for program in ("ffmpeg", "ffprobe"):
        if shutil.which(program) is None:
            faults.append(Fault("missing-program", name=program, install="apt-get install -y ffmpeg"))
    if slides and chromium() is None:
        install = "apt-get install -y --no-install-recommends chromium (CHROMIUM=…)"
        faults.append(Fault("missing-program", name="chromium", install=install))
    if slides and not _has_japanese_font():
        faults.append(Fault("missing-font"))
    return faults


def require(slides: bool = True) -> None:
    """Ends a developer's program with the list when something is missing."""
    faults = missing(slides)
    if faults:
        raise SystemExit("\n".join(fault.sentence("en") for fault in faults))
