"""How far the work is: lines for people, or one JSON object a line for a program that shows them its own way."""

import json
import sys

_as_events = False


def as_events(wanted: bool) -> None:
    """From now on: JSON lines instead of text."""
    global _as_events
    _as_events = wanted


def event(name: str, **values: object) -> None:
    """One thing that happened, for a program."""
    if _as_events:
        print(json.dumps({"event": name, **values}, ensure_ascii=False), flush=True)


def step(name: str, done: int, of: int) -> None:
    """So much of a step is done; people see a line that renews itself, when they look at a terminal."""
    event("step", step=name, done=done, of=of)
    if not _as_events and sys.stdout.isatty():
        print(f"\r  {name:<9} {done}/{of}", end="" if done < of else "\r\033[K", flush=True)


def line(text: str) -> None:
    """A line for people."""
    if not _as_events:
        print(text, flush=True)
