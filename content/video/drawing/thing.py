"""Things: AED, pads, phone, syringe, signs."""

import numpy as np

from .base import place as _place


def bolt(x: str, y: str, s: str = "1", fill: str = "#a84300") -> str:
    """Lightning, the sign of the electric shock, 60×90, centred."""
    return _place(x, y, s, f'<path d="M8 -45L-26 6H-2L-10 45L28 -10H3Z" fill="{fill}"/>')


def heart(x: str, y: str, s: str = "1", fill: str = "#b3261e") -> str:
    """A heart, 100×90, centred."""
    return _place(x, y, s, f'<path d="M0 45C-70 0 -50 -45 -22 -45C-8 -45 0 -34 0 -26C0 -34 8 -45 22 -45C50 -45 70 0 0 45Z" fill="{fill}"/>')


def phone(x: str, y: str, s: str = "1", fill: str = "#00418f") -> str:
    """A telephone handset, about 90×90, centred."""
    return _place(x, y, s, f'<path d="M-40 -34L-22 -46L-4 -18L-17 -6C-12 6 -2 16 10 20L20 6L46 24L36 42C-2 52 -50 6 -40 -34Z" fill="{fill}"/>')


def aed(x: str, y: str, s: str = "1") -> str:
    """An AED, 150×120, centred."""
    body = (
        '<rect x="-75" y="-52" width="150" height="112" rx="16" fill="#1f5fae"/><rect x="-34" y="-70" width="68" height="26" rx="10" fill="none" stroke="#1f5fae" stroke-width="9"/>'
        '<rect x="-58" y="-34" width="116" height="76" rx="10" fill="#fff"/><text x="0" y="-2" class="c b" style="font-size:32px;fill:#00418f">AED</text>'
        '<path d="M-34 20H-16L-8 6L4 34L14 20H34" fill="none" stroke="#a84300" stroke-width="5" stroke-linejoin="round"/>'
    )
    return _place(x, y, s, body)


def syringe(x: str, y: str, s: str = "1") -> str:
    """A syringe, about 170×44, centred."""
    body = (
        '<rect x="-50" y="-18" width="96" height="36" rx="6" fill="#e8eff8" stroke="#00418f" stroke-width="5"/><rect x="-8" y="-13" width="50" height="26" fill="#7ea6d8"/>'
        '<path d="M-50 0H-84M-84 -18V18M-58 -26V26M46 0H62" stroke="#00418f" stroke-width="6" stroke-linecap="round"/><path d="M62 0H98" stroke="#5c6673" stroke-width="3"/>'
    )
    return _place(x, y, s, body)


def clock(x: str, y: str, r: str = "60", minutes: str = "10") -> str:
    """A clock face; the first `minutes` of a ten-minute dial are filled."""
    radius, share = float(r), float(minutes) / 10
    angle = 2 * np.pi * min(share, 0.9999)
    end = (radius * np.sin(angle), -radius * np.cos(angle))
    ticks = "".join(
        f"M{0.86 * radius * np.sin(k * np.pi / 5):.1f} {-0.86 * radius * np.cos(k * np.pi / 5):.1f}L{0.97 * radius * np.sin(k * np.pi / 5):.1f} {-0.97 * radius * np.cos(k * np.pi / 5):.1f}"
        for k in range(10)
    )
    body = (
        f'<circle r="{radius}" fill="#fff" stroke="#b9c8dc" stroke-width="4"/>'
        f'<path d="M0 0V{-radius}A{radius} {radius} 0 {int(share > 0.5)} 1 {end[0]:.2f} {end[1]:.2f}Z" fill="#dbe8f7"/>'
        f'<path d="{ticks}" stroke="#00418f" stroke-width="5" stroke-linecap="round"/><circle r="{radius}" fill="none" stroke="#00418f" stroke-width="6"/>'
    )
    return _place(x, y, "1", body)


def tick(x: str, y: str, s: str = "1", fill: str = "#00418f") -> str:
    """A tick in a disc of 44, centred."""
    return _place(x, y, s, f'<circle r="22" fill="{fill}"/><path d="M-10 0L-3 8L11 -8" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>')


def cross(x: str, y: str, s: str = "1", fill: str = "#b3261e") -> str:
    """A cross in a disc of 44, centred."""
    return _place(x, y, s, f'<circle r="22" fill="{fill}"/><path d="M-8 -8L8 8M8 -8L-8 8" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"/>')


def number(x: str, y: str, n: str, r: str = "26", fill: str = "#00418f") -> str:
    """A number in a disc."""
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}"/><text x="{x}" y="{float(y) + 12:.0f}" class="c b" style="fill:#fff;font-size:34px">{n}</text>'


def pad(x: str, y: str, turn: str = "0", s: str = "1") -> str:
    """An electrode pad, 74×100 at scale 1, centred."""
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})"><rect x="-37" y="-50" width="74" height="100" rx="18" fill="#fff" stroke="#a84300" stroke-width="5"/>{bolt("0", "0", "0.55")}</g>'
