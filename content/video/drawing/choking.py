"""Choking: the airway cut in half, the sign of choking, back blows, abdominal thrusts, an infant on the arm."""

from .base import BONE as _BONE, EDGE as _EDGE, SKIN as _SKIN, place as _place
from .body import _limb

_HAIR, _OTHER = "#3b3f45", "#8fa6c1"  # hair; the clothes of the person who is helped


def _head(x: float, y: float, turn: float = 0, hair: str = _HAIR, s: float = 1) -> str:
    """A head seen from the side, looking right at turn=0 (degrees clockwise), 78 high."""
    return (
        f'<g transform="translate({x} {y}) rotate({turn}) scale({s})"><path d="M30 0L41 10L29 16Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<ellipse rx="32" ry="38" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><circle cx="16" cy="-2" r="3" fill="{_EDGE}"/>'
        f'<path d="M20 -30C8 -48 -40 -42 -37 4C-36 20 -30 29 -22 31C-20 12 -12 -10 20 -30Z" fill="{hair}"/></g>'
    )


def _arm(path: list[tuple[float, float]], shirt: str) -> str:
    """An arm from the shoulder over the elbow to the hand; the upper arm is in a sleeve."""
    (sx, sy), (ex, ey), (hx, hy) = path
    mx, my = (ex + hx) / 2, (ey + hy) / 2
    return (
        _limb(f"M{ex} {ey}L{hx} {hy}", 22)
        + f'<circle cx="{hx}" cy="{hy}" r="17" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        + f'<path class="limb" d="M{sx} {sy}L{ex} {ey}L{(ex + mx) / 2} {(ey + my) / 2}" stroke="#fff" stroke-width="44"/>'
        + f'<path class="limb" d="M{sx} {sy}L{ex} {ey}L{(ex + mx) / 2} {(ey + my) / 2}" stroke="{shirt}" stroke-width="37"/>'
    )


def _stander(shoulder: tuple[float, float], hip: tuple[float, float], legs: str, shirt: str, trousers: str) -> str:
    """Legs and trunk of a person seen from the side."""
    (sx, sy), (hx, hy) = shoulder, hip
    foot = float(legs.rsplit("L", 1)[1].split()[0])
    return (
        f'<path class="limb" d="{legs}" stroke="{trousers}" stroke-width="46"/>'
        f'<path d="M{foot - 26} 553V534C{foot - 26} 520 {foot + 20} 516 {foot + 30} 534C{foot + 48} 538 {foot + 52} 544 {foot + 52} 553Z" fill="#2b3138"/>'
        f'<path class="limb" d="M{sx} {sy}L{hx} {hy}" stroke="{shirt}" stroke-width="84"/>'
    )


def _burst(x: float, y: float, s: float = 1) -> str:
    """Where a blow lands."""
    return f'<g transform="translate({x} {y}) scale({s})"><path d="M0 -46L10 -18L38 -30L22 -4L48 12L18 16L20 44L0 22L-20 44L-18 16L-48 12L-22 -4L-38 -30L-10 -18Z" fill="#fff3e8" stroke="#a84300" stroke-width="4" stroke-linejoin="round"/></g>'


def backblow(x: str, y: str, s: str = "1", hit: str = "yes") -> str:
    """Back blows seen from the side: a person bent forward, the helper beside with one arm under the chest, 520×560."""
    helped = (
        _stander((352, 208), (232, 302), "M232 306L226 424L236 532", _OTHER, "#6b7a8c")
        + _arm([(356, 226), (392, 300), (404, 366)], _OTHER)
        + _limb("M384 196L404 206", 26)
        + _head(438, 226, 52, "#5b4a3f")
    )
    far = _arm([(190, 196), (268, 276), (352, 262)], "#1f5fae")
    near = _arm([(184, 184), (262, 124), (334, 74)], "#1f5fae") if hit == "no" else _arm([(184, 188), (246, 166), (316, 152)], "#1f5fae")
    helper = (
        _stander((178, 190), (146, 320), "M146 322L150 430L138 532", "#00418f", "#35506f")
        + _limb("M178 142L180 122", 26)
        + _head(182, 84, 8)
    )
    ground = '<path d="M60 556H500" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    mark = _burst(318, 166, 0.9) if hit == "yes" else ""
    return _place(x, y, s, ground + helped + far + helper + mark + near)


def thrust(x: str, y: str, s: str = "1", push: str = "yes") -> str:
    """Abdominal thrusts seen from the side: the helper behind, both arms around the waist, 520×560."""
    ground = '<path d="M60 556H460" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    helper = (
        _stander((196, 196), (170, 330), "M170 334L150 436L156 532", "#00418f", "#35506f")
        + _limb("M204 146L210 126", 26) + _head(218, 92, 10)
    )
    helped = (
        _stander((304, 206), (274, 340), "M274 344L284 440L270 532", _OTHER, "#6b7a8c")
        + _limb("M314 160L322 140", 26) + _head(336, 108, 16, "#5b4a3f")
        + _arm([(304, 216), (322, 300), (352, 384)], _OTHER)
    )
    arms = (
        _limb("M262 300L352 292", 22)
        + '<path class="limb" d="M196 206L226 292L282 299" stroke="#fff" stroke-width="44"/><path class="limb" d="M196 206L226 292L282 299" stroke="#1f5fae" stroke-width="37"/>'
        + f'<rect x="334" y="268" width="42" height="44" rx="15" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M346 272V308M358 271V309" stroke="{_EDGE}" stroke-width="2.5"/>'
    )
    arrow = '<path class="line hot" d="M438 352C432 306 412 282 392 268" marker-end="url(#arrowhot)"/>' if push == "yes" else ""
    return _place(x, y, s, ground + helper + helped + arms + arrow)


def fist(x: str, y: str, s: str = "1", both: str = "no") -> str:
    """A fist seen from the front, centred; `both` lays the other hand over it."""
    body = f'<rect x="-40" y="-30" width="80" height="62" rx="26" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3.5"/>'
    body += f'<path d="M-16 -28V6M4 -29V6M24 -25V6" stroke="{_EDGE}" stroke-width="3" stroke-linecap="round"/><path d="M-38 4C-12 16 16 16 34 8" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
    if both == "yes":
        for at in (-24, -8, 8, 24):
            body += _limb(f"M58 {at * 0.8:.0f}C20 {at - 6} -10 {at - 4} -30 {at}", 13, "#efe0d3")
        body += f'<rect x="40" y="-34" width="52" height="66" rx="22" fill="#efe0d3" stroke="{_EDGE}" stroke-width="3"/>'
    return _place(x, y, s, body)


def chokesign(x: str, y: str, s: str = "1") -> str:
    """A person from the front, both hands at the throat, 420×460."""
    body = (
        f'<path d="M210 214C120 214 66 246 48 330L30 470H390L372 330C354 246 300 214 210 214Z" fill="{_OTHER}"/>'
        f'<path d="M178 150H242V226C226 246 194 246 178 226Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<ellipse cx="210" cy="104" rx="62" ry="76" fill="#f3dfd6" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M144 100C130 -12 290 -12 276 100C266 66 240 54 210 54C180 54 154 66 144 100Z" fill="#5b4a3f"/>'
        '<path d="M170 94L196 84M250 94L224 84" stroke="#3b3f45" stroke-width="6" stroke-linecap="round"/><circle cx="186" cy="110" r="5" fill="#3b3f45"/><circle cx="234" cy="110" r="5" fill="#3b3f45"/>'
        '<ellipse cx="210" cy="150" rx="15" ry="11" fill="#7a3b34"/>'
    )
    for side in (-1, 1):
        hand = "".join(_limb(f"M{210 + side * 52} {at + 8}L{210 + side * 8} {at}", 14) for at in (196, 212, 228, 243))
        body += (
            _limb(f"M{210 + side * 118} 372L{210 + side * 62} 238", 34)
            + f'<path class="limb" d="M{210 + side * 128} 286L{210 + side * 152} 400L{210 + side * 112} 326" stroke="#fff" stroke-width="62"/>'
            f'<path class="limb" d="M{210 + side * 128} 286L{210 + side * 152} 400L{210 + side * 112} 326" stroke="{_OTHER}" stroke-width="54"/>'
            + f'<ellipse cx="{210 + side * 54}" cy="222" rx="22" ry="32" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>' + hand
        )
    return _place(x, y, s, body)


def airway(x: str, y: str, s: str = "1", food: str = "no", air: str = "yes") -> str:
    """Head and neck cut in half, looking left, 420×470: nose, mouth, windpipe in front, gullet behind."""
    face = (
        '<path d="M186 20C92 20 62 84 66 132C68 154 52 172 34 196C28 206 40 214 54 214C52 226 46 236 54 244C46 254 50 264 58 268C56 290 64 312 104 312C126 312 140 318 142 344C144 380 126 420 112 466H318C306 410 314 356 340 306C380 236 384 150 340 84C304 34 246 20 186 20Z" '
        f'fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4" stroke-linejoin="round"/>'
    )
    pipes = (
        '<path d="M52 204C96 176 152 172 196 184C226 194 236 224 234 262C232 296 222 318 216 344L204 466H158L178 344C182 312 190 290 188 262C186 232 176 216 150 214C112 210 78 212 52 214Z" fill="#cfe2f7" stroke="#1f5fae" stroke-width="4" stroke-linejoin="round"/>'
        '<path d="M54 244C96 230 150 232 190 250L188 272C150 262 100 262 60 268Z" fill="#cfe2f7" stroke="#1f5fae" stroke-width="4" stroke-linejoin="round"/>'
        '<path d="M190 250L190 268" stroke="#cfe2f7" stroke-width="8"/>'
        '<path d="M234 300C236 350 246 400 252 466" fill="none" stroke="#cdbfb2" stroke-width="14" stroke-linecap="round"/>'
        '<path d="M74 300C70 276 110 266 150 272C176 276 186 292 180 312C150 320 110 318 74 300Z" fill="#e9c9bf" stroke="#8a7a6c" stroke-width="3"/>'
    )
    extra = ""
    if food == "yes":
        extra += '<ellipse cx="201" cy="338" rx="33" ry="36" fill="#a84300" stroke="#6d2b00" stroke-width="3"/><path d="M184 322C194 312 208 312 216 322" fill="none" stroke="#fff3e8" stroke-width="5" stroke-linecap="round"/>'
    if air == "yes":
        end = "196 264" if food == "yes" else "182 440"
        extra += f'<path class="line" d="M84 200C140 186 200 190 212 232C216 270 208 270 {"206 286" if food == "yes" else "186 440"}" marker-end="url(#arrow)"/>'
    return _place(x, y, s, face + pipes + extra)


def shoulderblades(x: str, y: str, s: str = "1", mark: str = "yes") -> str:
    """A back with the shoulder blades, 400×430; `mark` shows the place between them that is struck."""
    blade = f'<path d="M64 -58C84 -62 108 -50 116 -34C108 0 92 34 78 62C66 34 58 -20 64 -58Z" fill="#fffdfb" stroke="{_BONE}" stroke-width="6" stroke-linejoin="round"/>'
    body = (
        f'<path d="M162 -8C162 40 168 62 150 80C128 96 104 98 84 106C48 118 32 142 26 188L6 372L62 384L84 246C90 300 94 340 92 380H308C306 340 310 300 316 246L338 384L394 372L374 188C368 142 352 118 316 106C296 98 272 96 250 80C232 62 238 40 238 -8Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M138 -50C136 -126 264 -126 262 -50C262 -14 244 18 236 24H164C156 18 138 -14 138 -50Z" fill="{_HAIR}"/>'
        f'<path d="M84 246C82 226 84 210 90 196M316 246C318 226 316 210 310 196M200 96V370" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
        f'<g transform="translate(200 196)">{blade}<g transform="scale(-1 1)">{blade}</g></g>'
    )
    if mark == "yes":
        body += '<circle cx="200" cy="190" r="44" fill="#a84300" fill-opacity=".2" stroke="#a84300" stroke-width="6"/>'
    return _place(x, y, s, body)


def infant(x: str, y: str, s: str = "1", way: str = "back") -> str:
    """An infant on a forearm, the head low on the left; `way` is back (face down) or chest (face up), 560×400."""
    forearm = (
        f'<path class="limb" d="M520 122L470 206" stroke="#00418f" stroke-width="78"/>' + _limb("M462 214L196 292", 42)
        + '<path class="limb" d="M474 204L396 232" stroke="#00418f" stroke-width="62"/>'
    )
    if way == "back":
        child = (
            '<path class="limb" d="M398 200L444 250L420 300M392 214L420 272L398 316" stroke="#c9d7e8" stroke-width="34"/>'
            '<path class="limb" d="M252 240L378 202" stroke="#dbe8f7" stroke-width="92"/><path class="limb" d="M252 240L378 202" stroke="#c9d7e8" stroke-width="84"/>'
            + _limb("M246 262L222 318", 24)
            + f'<ellipse cx="180" cy="262" rx="50" ry="45" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" transform="rotate(-16 180 262)"/>'
            + '<path d="M138 246C144 206 200 196 224 226C228 240 226 252 222 262C206 230 168 226 138 246Z" fill="#8a7a6c"/>'
        )
        hold = _limb("M210 300C190 318 168 316 158 300", 18) + _limb("M204 288C184 300 176 298 168 290", 16)
        act = _limb("M470 28L352 92", 30) + f'<ellipse cx="322" cy="116" rx="42" ry="19" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" transform="rotate(-20 322 116)"/>' + '<path class="line hot" d="M258 84V152" marker-end="url(#arrowhot)"/><path class="limb" d="M520 4L440 44" stroke="#1f5fae" stroke-width="52"/>'
        return _place(x, y, s, forearm + child + hold + _burst(318, 160, 0.72) + act)
    child = (
        '<path class="limb" d="M398 186L458 176L476 118M396 200L452 206L492 160" stroke="#c9d7e8" stroke-width="34"/>'
        '<path class="limb" d="M252 226L380 190" stroke="#c9d7e8" stroke-width="84"/>'
        + _limb("M250 212L236 160", 24)
        + f'<g transform="rotate(-16 178 246)"><ellipse cx="178" cy="246" rx="50" ry="45" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M166 203L176 190L186 202" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        '<path d="M128 248C130 280 160 294 192 290C168 278 146 264 150 216C136 222 128 234 128 248Z" fill="#8a7a6c"/></g>'
    )
    hold = _limb("M196 300C168 306 146 298 132 282", 18)
    act = (
        '<g transform="translate(18 8)">' + _limb("M452 10L350 74", 30) + _limb("M350 74L290 160", 15) + _limb("M332 78L268 152", 15)
        + f'<ellipse cx="346" cy="74" rx="34" ry="24" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" transform="rotate(-30 346 74)"/><path class="limb" d="M512 -28L424 28" stroke="#1f5fae" stroke-width="52"/>'
        + '<path class="line hot" d="M226 74V138" marker-end="url(#arrowhot)"/></g>'
    )
    return _place(x, y, s, forearm + child + hold + act)
