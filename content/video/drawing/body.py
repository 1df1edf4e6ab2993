"""People: torso, rescuer, hands, bag-valve-mask."""

from .base import BONE as _BONE, EDGE as _EDGE, SKIN as _SKIN, place as _place


def torso(x: str, y: str, s: str = "1", bones: str = "yes") -> str:
    """A torso seen from the front, 400×460 at scale 1, the sternum's middle at x=200; the patient's right is on the left."""
    body = (
        f'<path d="M162 -8C162 40 168 62 150 80C128 96 104 98 84 106C48 118 32 142 26 188L6 372L62 384L84 246C90 300 94 360 90 424'
        f'H310C306 360 310 300 316 246L338 384L394 372L374 188C368 142 352 118 316 106C296 98 272 96 250 80C232 62 238 40 238 -8Z" '
        f'fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M140 -62C134 -10 160 34 200 34C240 34 266 -10 260 -62C256 -112 144 -112 140 -62Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M84 246C82 226 84 210 90 196M316 246C318 226 316 210 310 196" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
    )
    if bones == "yes":
        ribs = ""
        for n in range(6):
            top = 152 + 22 * n
            ribs += f"M212 {top}C252 {top - 14} 292 {top + 6} 300 {top + 40 + 3 * n}M188 {top}C148 {top - 14} 108 {top + 6} 100 {top + 40 + 3 * n}"
        body += f'<path d="{ribs}" fill="none" stroke="{_BONE}" stroke-width="7" stroke-linecap="round"/>'
        body += f'<path d="M180 120C150 106 120 112 86 124M220 120C250 106 280 112 314 124" fill="none" stroke="{_BONE}" stroke-width="9" stroke-linecap="round"/>'
        body += f'<path d="M180 112H220L226 138L213 150V262L206 296H194L187 262V150L174 138Z" fill="#fffdfb" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
    return _place(x, y, s, body)


def person(x: str, y: str, s: str = "1", fill: str = "#00418f") -> str:
    """Head and shoulders, 100×110 at scale 1, centred on x."""
    return _place(x, y, s, f'<circle cx="0" cy="28" r="26" fill="{fill}"/><path d="M-50 110C-50 72 -28 60 0 60C28 60 50 72 50 110Z" fill="{fill}"/>')


def above(x: str, y: str, turn: str = "0", fill: str = "#00418f") -> str:
    """A person seen from above, facing up at turn=0 (degrees clockwise)."""
    body = (
        f'<path d="M-36 -4L-12 -48M36 -4L12 -48" stroke="{fill}" stroke-width="15" stroke-linecap="round" fill="none"/>'
        f'<ellipse rx="44" ry="21" fill="{fill}"/><circle cy="-2" r="20" fill="{_SKIN}" stroke="{fill}" stroke-width="5"/>'
    )
    return f'<g transform="translate({x} {y}) rotate({turn})">{body}</g>'


def rescuer(x: str, y: str, s: str = "1", push: str = "0") -> str:
    """Compressions seen from the side: a patient lying down and a kneeling rescuer, 620×400; `push` sinks the chest (px)."""
    p = float(push)
    patient = (
        f'<path d="M120 330C150 316 210 312 262 {314 + p * 0.3:.0f}Q310 {318 + 2 * p:.0f} 358 {314 + p * 0.3:.0f}C430 312 500 322 606 338L612 366H118Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<ellipse cx="82" cy="338" rx="40" ry="31" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M84 306L92 296L98 307" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M20 370H620" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    )
    helper = (
        f'<path class="limb" d="M556 348L446 346L486 {250 + p / 2:.0f}" stroke="#35506f" stroke-width="44"/>'
        f'<path class="limb" d="M480 {240 + p / 2:.0f}L338 {126 + p:.0f}" stroke="#00418f" stroke-width="66"/>'
        + _limb(f"M318 {120 + p:.0f}L306 {90 + p:.0f}", 22)
        + _limb(f"M311 {150 + p:.0f}L311 {290 + p:.0f}", 26)
        + f'<path class="limb" d="M316 {130 + p:.0f}L311 {190 + p:.0f}" stroke="#1f5fae" stroke-width="40"/>'
        f'<ellipse cx="311" cy="{304 + p:.0f}" rx="31" ry="14" fill="#efe0d3" stroke="{_EDGE}" stroke-width="3"/><ellipse cx="312" cy="{290 + p:.0f}" rx="28" ry="13" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<g transform="translate(290 {58 + p:.0f}) rotate(-28)"><ellipse rx="34" ry="40" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M-33 -8C-36 -50 36 -54 35 4C34 18 28 26 22 30C26 8 14 -14 -33 -8Z" fill="#3b3f45"/></g>'
    )
    return _place(x, y, s, patient + helper)


def _limb(path: str, wide: float, fill: str = _SKIN) -> str:
    """A rounded limb with an outline."""
    return (
        f'<path class="limb" d="{path}" stroke="{_EDGE}" stroke-width="{wide + 6}"/>'
        f'<path class="limb" d="{path}" stroke="{fill}" stroke-width="{wide}"/>'
    )


def bag(x: str, y: str, s: str = "1") -> str:
    """A bag-valve-mask on the face of a patient lying down, head to the left, 460×330."""
    body = (
        f'<path d="M196 250C250 232 380 226 456 232V318H190Z" fill="#cfdcec" stroke="#6b85a6" stroke-width="3"/>'
        f'<path d="M60 250C60 196 104 164 152 166L160 152L176 156L178 172C204 182 214 204 212 222L240 238L232 286L190 300C170 316 140 322 120 316C84 308 60 284 60 250Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M64 232C66 190 100 164 128 164C112 196 96 214 78 262C68 256 64 246 64 232Z" fill="#3b3f45"/>'
        f'<path d="M138 170C140 146 158 128 178 128C198 130 212 160 216 196C192 190 160 180 138 170Z" fill="#dbe8f7" stroke="#00418f" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="M182 130L196 92" stroke="#00418f" stroke-width="20"/><rect x="178" y="62" width="42" height="42" rx="8" fill="#1f5fae" transform="rotate(18 199 83)"/>'
        f'<path d="M220 78C236 20 330 -4 372 22C408 44 394 92 352 104C304 116 240 118 220 94Z" fill="#bcd3ee" stroke="#00418f" stroke-width="4"/>'
        f'<path d="M266 34C262 58 266 86 276 108M314 16C310 44 316 82 328 108" fill="none" stroke="#00418f" stroke-width="3"/>'
        f'<path d="M20 322H470" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def hands(x: str, y: str, s: str = "1") -> str:
    """Two hands on the sternum seen from the front, the heel at the origin, the arms coming from the right."""
    def hand(fill: str) -> str:
        fingers = "".join(_limb(f"M-16 {at}L{-74 + abs(at) / 2:.0f} {at * 1.15:.0f}", 13, fill) for at in (-22, -7, 8, 23))
        return _limb("M14 0L236 40", 40, fill) + fingers + f'<rect x="-34" y="-33" width="64" height="66" rx="24" fill="{fill}" stroke="{_EDGE}" stroke-width="3"/>'
    return _place(x, y, s, f'{hand("#efe0d3")}<g transform="translate(8 -12) rotate(-7)">{hand(_SKIN)}</g>')


def hands_side(x: str, y: str, s: str = "1") -> str:
    """The same from the side: heel on the sternum, fingers lifted off the ribs, 520×220."""
    body = (
        f'<path d="M0 196C80 176 180 170 270 170C360 170 450 178 520 198" fill="none" stroke="{_EDGE}" stroke-width="5"/>'
        f'<path d="M222 172Q270 166 318 173L312 188Q270 182 228 187Z" fill="#00418f"/>'
        + _limb("M276 -10L272 128", 46, "#efe0d3") + _limb("M272 142L160 112", 26, "#efe0d3") + _limb("M274 140L262 146", 36, "#efe0d3")
        + _limb("M318 -10L294 92", 46) + _limb("M288 106L176 76", 26) + _limb("M290 102L276 110", 34)
    )
    return _place(x, y, s, body)
