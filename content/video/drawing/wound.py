"""Bleeding: a leg with a wound, cloth, pressing hands, hands in gloves and bags, a person lying under a blanket."""

from .base import EDGE as _EDGE, SKIN as _SKIN, place as _place
from .body import _limb

_BLOOD = "#b3261e"


def _palm(fill: str, edge: str = _EDGE) -> str:
    """A hand from above, the fingers to the left, the wrist to the right, the palm at the origin."""
    fingers = "".join(_limb(f"M-24 {at}L{-104 + abs(at + 4) * 0.7:.0f} {at * 1.25:.0f}", 19, fill) for at in (-33, -11, 11, 32))
    thumb = _limb("M10 34L-34 72", 21, fill)
    return _limb("M40 0L250 0", 50, fill) + thumb + fingers + f'<rect x="-44" y="-46" width="98" height="92" rx="34" fill="{fill}" stroke="{edge}" stroke-width="3"/>'


def hand(x: str, y: str, turn: str = "0", s: str = "1", wear: str = "bare") -> str:
    """A hand from above, fingers to the left at turn=0; `wear` is bare, glove or bag."""
    body = _palm("#c4d9ef" if wear == "glove" else _SKIN)
    if wear == "glove":
        body += '<path d="M92 -32V32" stroke="#1f5fae" stroke-width="12" stroke-linecap="round"/>'
    body += f'<path class="limb" d="M190 0L262 0" stroke="#00418f" stroke-width="74"/>'
    if wear == "bag":
        body += (
            '<path d="M-138 -62C-152 -20 -152 30 -134 72C-100 96 -40 100 10 92C60 86 100 66 138 46L128 30V-30L138 -46C90 -70 30 -84 -20 -84C-70 -84 -112 -78 -138 -62Z" fill="#cfe2f7" fill-opacity=".62" stroke="#1f5fae" stroke-width="4" stroke-linejoin="round"/>'
            '<path d="M-112 -40C-90 -52 -60 -56 -40 -56M-118 40C-90 62 -50 70 -20 68M100 -38C92 -14 92 14 100 38" fill="none" stroke="#1f5fae" stroke-width="3" stroke-linecap="round"/><path d="M128 -40L128 40" stroke="#1f5fae" stroke-width="9" stroke-linecap="round"/>'
        )
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})">{body}</g>'


def leg(x: str, y: str, s: str = "1", wound: str = "yes", pool: str = "0") -> str:
    """A bare lower leg lying, knee left, foot right, 760×220, the wound at (300, 100); `pool` is the half width of blood on the floor."""
    half = float(pool)
    body = f'<path d="M{300 - half} 196C{300 - half} 176 {300 - half / 2} 172 300 174C{300 + half / 2} 172 {300 + half} 178 {300 + half} 198C{300 + half} 222 {300 + half / 2} 228 300 226C{300 - half / 2} 230 {300 - half} 220 {300 - half} 196Z" fill="{_BLOOD}" opacity=".8"/>' if half else ""
    body += (
        f'<path d="M0 26C80 18 150 26 230 24C330 20 420 40 520 58C570 66 600 60 612 30C620 4 640 -6 662 -2C690 4 700 40 700 92C700 140 696 168 676 174C650 180 600 170 540 166C420 160 330 180 240 178C150 178 80 186 0 178Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3.5" stroke-linejoin="round"/>'
        '<path d="M-8 10H96C104 60 104 140 96 194H-8Z" fill="#6b7a8c"/>'
    )
    if wound == "yes":
        body += f'<path d="M262 96C282 84 318 86 340 100C318 114 284 114 262 96Z" fill="{_BLOOD}" stroke="#7d130e" stroke-width="4"/>'
    return _place(x, y, s, body)


def blood(x: str, y: str, s: str = "1", way: str = "flow") -> str:
    """Blood from a wound at the origin: `spurt` upwards, `flow` down over the skin, `drop` a single drop."""
    paths = {
        "spurt": f'<path d="M-8 0C-30 -60 -70 -96 -112 -104M0 -4C0 -70 16 -120 60 -140M8 0C34 -50 74 -74 116 -74" fill="none" stroke="{_BLOOD}" stroke-width="11" stroke-linecap="round"/>'
        + "".join(f'<circle cx="{a}" cy="{b}" r="{r}" fill="{_BLOOD}"/>' for a, b, r in ((-136, -92, 9), (-96, -132, 7), (88, -146, 9), (42, -172, 6), (142, -60, 8), (120, -102, 6))),
        "flow": f'<path d="M-34 0C-38 40 -40 66 -34 84C-28 92 -20 88 -20 78C-20 56 -16 40 -12 30C-8 70 -14 104 -4 116C6 120 12 110 10 96C8 70 14 40 18 26C22 50 22 60 30 66C40 66 40 30 36 0Z" fill="{_BLOOD}"/>',
        "drop": f'<path d="M0 -40C26 -6 32 8 32 22C32 42 18 54 0 54C-18 54 -32 42 -32 22C-32 8 -26 -6 0 -40Z" fill="{_BLOOD}"/>',
    }
    return _place(x, y, s, paths[way])


def cloth(x: str, y: str, turn: str = "0", s: str = "1", stain: str = "0", fill: str = "#fff") -> str:
    """A folded cloth, 190×130, centred; `stain` 0–1 is how far blood has come through."""
    spot = float(stain)
    body = (
        f'<rect x="-95" y="-65" width="190" height="130" rx="10" fill="{fill}" stroke="#6b85a6" stroke-width="4"/>'
        '<path d="M-87 -49H87M-87 49H87" stroke="#b9c8dc" stroke-width="3" stroke-dasharray="9 7"/>'
    )
    if spot:
        body += f'<ellipse rx="{78 * spot:.0f}" ry="{50 * spot:.0f}" fill="{_BLOOD}" opacity=".82"/>'
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})">{body}</g>'


def presser(x: str, y: str, s: str = "1") -> str:
    """A kneeling helper who presses on the leg of a person lying down, seen from the side, 760×400; the hands at x=430."""
    lying = (
        f'<path d="M96 344C120 318 190 308 262 314L340 318C420 312 520 322 676 340L684 366H96Z" fill="#6b7a8c"/><path d="M96 344C120 318 190 308 262 314L330 318V366H96Z" fill="#8fa6c1"/>'
        f'<path d="M680 312C700 316 706 350 700 366H662L660 338Z" fill="#35506f"/>'
        f'<ellipse cx="62" cy="338" rx="38" ry="30" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M62 307L70 296L77 308" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M26 330C24 352 34 366 52 369C40 350 40 324 58 309C40 308 28 318 26 330Z" fill="#5b4a3f"/>'
        + _limb("M236 322L300 352", 20) +
        '<path d="M0 370H740" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    )
    helper = (
        '<path class="limb" d="M676 350L566 348L606 252" stroke="#35506f" stroke-width="44"/><path class="limb" d="M600 242L458 130" stroke="#00418f" stroke-width="66"/>'
        + _limb("M438 124L426 94", 22) + _limb("M431 156L431 288", 26)
        + '<path class="limb" d="M436 134L431 200" stroke="#1f5fae" stroke-width="40"/>'
        + f'<rect x="386" y="303" width="92" height="16" rx="5" fill="#fff" stroke="#6b85a6" stroke-width="3"/><ellipse cx="431" cy="296" rx="32" ry="13" fill="#efe0d3" stroke="{_EDGE}" stroke-width="3"/><ellipse cx="432" cy="283" rx="29" ry="12" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        + f'<g transform="translate(410 62) rotate(-28)"><ellipse rx="34" ry="40" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M-33 -8C-36 -50 36 -54 35 4C34 18 28 26 22 30C26 8 14 -14 -33 -8Z" fill="#3b3f45"/></g>'
    )
    return _place(x, y, s, lying + helper)


def covered(x: str, y: str, s: str = "1", blanket: str = "yes") -> str:
    """A person lying flat on the back, under a blanket or not, 700×160, head on the left."""
    body = (
        f'<path d="M96 84C120 58 190 48 262 54L340 58C420 52 520 62 640 80L648 112H96Z" fill="#6b7a8c"/><path d="M96 84C120 58 190 48 262 54L330 58V112H96Z" fill="#8fa6c1"/>'
        f'<path d="M642 52C662 56 668 90 662 112H624L622 78Z" fill="#35506f"/>'
        f'<ellipse cx="60" cy="78" rx="38" ry="31" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M60 46L68 35L75 47" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M24 70C22 92 32 108 50 111C38 92 38 64 56 48C38 48 26 58 24 70Z" fill="#5b4a3f"/>'
    )
    if blanket == "yes":
        body += '<path d="M150 112C140 84 152 44 190 38C280 28 400 40 520 52C590 58 662 34 684 52C700 66 694 100 690 112Z" fill="#dbe8f7" stroke="#1f5fae" stroke-width="4" stroke-linejoin="round"/><path d="M176 60C280 48 400 62 520 72M170 84C280 74 420 84 540 92" fill="none" stroke="#9db9da" stroke-width="4" stroke-linecap="round"/>'
    body += '<path d="M-10 116H730" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    return _place(x, y, s, body)
