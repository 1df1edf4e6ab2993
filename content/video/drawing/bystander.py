"""What a citizen sees and does: people lying, kneeling and standing, the airway, breathing, devices of everyday life."""

import math

import numpy as np

from .base import BONE as _BONE, EDGE as _EDGE, SKIN as _SKIN, place as _place

_HAIR, _SHIRT, _TROUSERS, _CLOTH, _SEAM = "#3b3f45", "#00418f", "#35506f", "#cfdcec", "#6b85a6"


def _rounded(path: str, wide: float, fill: str, edge: str = _EDGE) -> str:
    return (
        f'<path class="limb" d="{path}" stroke="{edge}" stroke-width="{wide + 6:g}"/>'
        f'<path class="limb" d="{path}" stroke="{fill}" stroke-width="{wide:g}"/>'
    )


def _pair(text: str) -> tuple[float, float]:
    across, down = text.split(",")
    return float(across), float(down)


def _arm(shoulder: tuple[float, float], hand: tuple[float, float], bone: float, bend: int, wide: float, sleeve: str) -> str:
    """An arm of two equal bones from the shoulder to the hand; `bend` (1 or -1) says to which side the elbow goes."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    far = max(math.hypot(dx, dy), 1.0)
    if far > 2 * bone:
        dx, dy, far = dx * 2 * bone / far, dy * 2 * bone / far, 2 * bone
        hand = (shoulder[0] + dx, shoulder[1] + dy)
    out = bend * math.sqrt(max(bone * bone - far * far / 4, 0))
    elbow = (shoulder[0] + dx / 2 - dy / far * out, shoulder[1] + dy / 2 + dx / far * out)
    middle = ((shoulder[0] + elbow[0]) / 2, (shoulder[1] + elbow[1]) / 2)
    return (
        _rounded(f"M{shoulder[0]:.0f} {shoulder[1]:.0f}L{elbow[0]:.0f} {elbow[1]:.0f}L{hand[0]:.0f} {hand[1]:.0f}", wide, _SKIN)
        + f'<path class="limb" d="M{shoulder[0]:.0f} {shoulder[1]:.0f}L{middle[0]:.0f} {middle[1]:.0f}" stroke="{sleeve}" stroke-width="{wide + 12:g}"/>'
        + f'<circle cx="{hand[0]:.0f}" cy="{hand[1]:.0f}" r="{wide * 0.62:.0f}" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
    )


def casualty(x: str, y: str, s: str = "1", lift: str = "0", mouth: str = "closed", ground: str = "yes") -> str:
    """A person lying on the back seen from the side, head left, 640 wide; the origin is the ground below the head.

    `lift` raises chest and belly (px); `mouth=open` opens the mouth, `mouth=gasp` drops the jaw as well.
    """
    up = float(lift)
    lips = {
        "closed": f'<path d="M68 -66L76 -60" stroke="{_EDGE}" stroke-width="4" stroke-linecap="round"/>',
        "open": '<ellipse cx="74" cy="-62" rx="9" ry="6" transform="rotate(28 74 -62)" fill="#7d3a33"/>',
        "gasp": '<ellipse cx="76" cy="-60" rx="15" ry="11" transform="rotate(28 76 -60)" fill="#7d3a33"/>',
    }[mouth]
    body = (
        f'<path d="M330 -76C420 -72 500 -60 566 -46L570 -4H330Z" fill="{_TROUSERS}"/>'
        f'<path d="M566 -50L596 -72Q612 -76 612 -60L606 -4H560Z" fill="{_HAIR}"/>'
        f'<path d="M98 -50C108 -72 150 -{84 + up * 0.6:.0f} 200 -{88 + up:.0f}C250 -{90 + up:.0f} 300 -{82 + up * 0.7:.0f} 346 -76V-4H100Z" fill="{_CLOTH}" stroke="{_SEAM}" stroke-width="3" stroke-linejoin="round"/>'
        + _rounded("M150 -40L250 -24L340 -16", 22, _SKIN)
        + f'<path class="limb" d="M148 -42L212 -32" stroke="{_CLOTH}" stroke-width="34"/><path d="M140 -58L226 -46" fill="none" stroke="{_SEAM}" stroke-width="3" stroke-linecap="round"/>'
        + f'<path d="M88 -30L112 -58L118 -14L90 -8Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<ellipse cx="56" cy="-38" rx="42" ry="34" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M46 -70L54 -84L62 -70" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M44 -71C20 -70 10 -50 13 -30C16 -10 40 -2 58 -5C44 -14 34 -34 44 -71Z" fill="{_HAIR}"/>'
        f'<path d="M38 -58L48 -62" stroke="{_HAIR}" stroke-width="4" stroke-linecap="round"/>{lips}'
        f'<path d="M50 -34C56 -40 64 -36 60 -26" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
    )
    if ground == "yes":
        body += '<path d="M-20 0H650" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    return _place(x, y, s, body)


def kneeler(x: str, y: str, s: str = "1", lean: str = "20", hand: str = "-110,-60", other: str = "", look: str = "", flip: str = "no", shirt: str = _SHIRT, bend: str = "-1") -> str:
    """A person kneeling, facing left; the origin is the ground below the knee, about 330 tall.

    `lean` tips the trunk forward (degrees), `look` the head; `hand` and `other` are where the hands are, from the origin.
    """
    tip = math.radians(float(lean))
    shoulder = (36 - 172 * math.sin(tip), -128 - 172 * math.cos(tip))
    nod = math.radians(float(look or lean) * 0.6 + 8)
    head = (shoulder[0] - 66 * math.sin(nod), shoulder[1] - 66 * math.cos(nod))
    back = _arm(shoulder, _pair(other), 88, int(bend), 23, "#1f5fae") if other else ""
    body = (
        back
        + f'<path class="limb" d="M112 -22L0 -24L40 -118" stroke="{_TROUSERS}" stroke-width="44"/>'
        + f'<path class="limb" d="M36 -128L{shoulder[0]:.0f} {shoulder[1]:.0f}" stroke="{shirt}" stroke-width="66"/>'
        + _rounded(f"M{shoulder[0]:.0f} {shoulder[1] - 10:.0f}L{head[0]:.0f} {head[1] + 16:.0f}", 22, _SKIN)
        + f'<g transform="translate({head[0]:.0f} {head[1]:.0f}) rotate({-float(look or lean):.0f})"><ellipse rx="34" ry="40" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M-33 6L-42 12L-32 17" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M-33 -8C-36 -50 36 -54 35 4C34 18 28 26 22 30C26 8 14 -14 -33 -8Z" fill="{_HAIR}"/></g>'
        + (_arm(shoulder, _pair(hand), 88, int(bend), 24, "#1f5fae") if hand else "")
    )
    turned = f'<g transform="scale(-1 1)">{body}</g>' if flip == "yes" else body
    return _place(x, y, s, turned)


def stander(x: str, y: str, s: str = "1", left: str = "-70,-150", right: str = "70,-150", shirt: str = _SHIRT, hair: str = _HAIR, bends: str = "1,-1", legs: str = "stand") -> str:
    """A person standing seen from the front, 360 tall; the origin is the ground between the feet; `left` and `right` are the hands."""
    bend = [int(part) for part in bends.split(",")]
    feet = "M-22 -12L-20 -140M22 -12L20 -140" if legs == "stand" else "M-62 -30L-34 -84L-16 -140M44 -12L34 -76L16 -140"
    body = (
        f'<path class="limb" d="{feet}" stroke="{_TROUSERS}" stroke-width="36"/>'
        f'<path d="M-54 -256C-54 -282 -34 -286 0 -286C34 -286 54 -282 54 -256L42 -128H-42Z" fill="{shirt}"/>'
        + _rounded("M0 -300L0 -284", 24, _SKIN)
        + f'<ellipse cx="0" cy="-324" rx="33" ry="38" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M-34 -318C-42 -376 42 -376 34 -318C30 -338 18 -346 0 -346C-18 -346 -30 -338 -34 -318Z" fill="{hair}"/>'
        + _arm((-46, -262), _pair(left), 68, bend[0], 20, shirt)
        + _arm((46, -262), _pair(right), 68, bend[1], 20, shirt)
    )
    return _place(x, y, s, body)


def front_face(x: str, y: str, s: str = "1", droop: str = "no", talk: str = "no") -> str:
    """A face seen from the front, 200×240, centred; `droop=yes` lets one side of the mouth sag."""
    mouth = "M-44 62C-24 84 20 84 44 62" if droop == "no" else "M-46 54C-26 72 0 72 16 74C32 78 42 90 44 94"
    eye = '<path d="M34 -18C44 -28 62 -28 70 -18" fill="none" stroke="#3b3f45" stroke-width="6" stroke-linecap="round"/><circle cx="52" cy="-10" r="9" fill="#3b3f45"/>'
    lips = f'<path d="{mouth}" fill="none" stroke="#a0483f" stroke-width="8" stroke-linecap="round"/>'
    if talk == "yes":
        lips = '<path d="M-34 66C-20 54 14 54 30 68C20 88 -20 90 -34 66Z" fill="#a0483f"/>'
    body = (
        f'<ellipse rx="94" ry="116" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/>'
        f'<path d="M-96 -10C-118 -150 118 -150 96 -10C88 -60 50 -78 0 -78C-50 -78 -88 -60 -96 -10Z" fill="{_HAIR}"/>'
        f'<path d="M-70 -18C-62 -28 -44 -28 -34 -18" fill="none" stroke="#3b3f45" stroke-width="6" stroke-linecap="round"/><circle cx="-52" cy="-10" r="9" fill="#3b3f45"/>{eye}'
        f'<path d="M2 -4L-10 30H8" fill="none" stroke="{_EDGE}" stroke-width="5" stroke-linejoin="round"/>{lips}'
    )
    return _place(x, y, s, body)


def throat(x: str, y: str, s: str = "1", open: str = "no", hands: str = "no") -> str:
    """Head and neck of a person lying on the back, cut through the middle, 520×340: tongue and airway.

    `open=no`: the tongue has fallen back; `open=yes`: head tilted, chin lifted. `hands=yes` shows the two hands that do it.
    """
    neck = f'<path d="M262 176C330 200 420 190 520 196V330C430 336 340 334 250 318Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/>'
    skull = (
        f'<path d="M36 205C34 130 76 74 128 70C140 68 148 68 156 73C160 58 168 42 178 34C188 38 193 54 195 70L203 74C204 62 213 58 218 68L215 82C221 66 233 66 233 78'
        f'C236 86 241 85 246 81C260 72 277 80 281 100C285 124 282 150 300 190V318C250 332 190 330 150 322C84 312 40 270 36 205Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="M36 205C34 130 76 74 128 70C92 108 84 190 108 246C122 282 160 304 196 324C110 330 42 280 36 205Z" fill="{_HAIR}"/>'
        f'<path d="M128 92L144 97" stroke="{_HAIR}" stroke-width="6" stroke-linecap="round"/>'
    )
    channel = 'fill="none" stroke="#fff" stroke-linecap="butt" stroke-linejoin="round"'
    flow = 'fill="none" stroke="#00418f" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"'
    inside = f'<path d="M194 74C192 120 192 170 206 206C220 236 250 252 300 258" {channel} stroke-width="32"/><path d="M217 82C214 110 206 140 204 180" {channel} stroke-width="14"/>'
    if open == "yes":
        tongue = '<path d="M232 100C216 116 212 142 226 170C240 196 268 206 282 196C288 170 282 130 268 108C258 96 244 92 232 100Z" fill="#d9938a" stroke="#a0483f" stroke-width="3"/>'
        body = (
            neck
            + f'<g transform="rotate(-22 290 262)">{skull}</g><path d="M264 200L330 210L330 314L256 300Z" fill="{_SKIN}"/>'
            + f'<path d="M280 260H520" {channel} stroke-width="32"/><g transform="rotate(-22 290 262)">{inside}{tongue}</g>'
            + f'<path d="M100 112C124 160 150 214 196 244C236 264 300 260 486 260" {flow} marker-end="url(#arrow)"/>'
        )
    else:
        tongue = '<path d="M232 98C214 112 206 138 212 170C216 200 218 232 236 256C252 268 272 262 278 238C286 206 286 140 268 108C258 94 244 90 232 98Z" fill="#d9938a" stroke="#a0483f" stroke-width="3"/>'
        body = (
            neck + skull + f'<path d="M270 196L330 206L330 314L262 314Z" fill="{_SKIN}"/>'
            + f'<path d="M280 260H520" {channel} stroke-width="32"/>{inside}{tongue}<path d="M193 80C190 120 190 160 202 196" {flow}/>'
            + '<path d="M204 226L248 270M248 226L204 270" stroke="#b3261e" stroke-width="11" stroke-linecap="round"/>'
        )
    if hands == "yes":
        body += (
            _rounded("M-86 10L30 110", 40, _SKIN) + _rounded("M30 112L52 164", 38, _SKIN) + _rounded("M44 120L74 134", 18, _SKIN)
            + _rounded("M430 -30L296 46", 38, _SKIN) + _rounded("M288 52L214 96M296 66L222 112", 17, _SKIN) + _rounded("M284 44L262 38", 16, _SKIN)
        )
    return _place(x, y, s, body)


def side_roll(x: str, y: str, s: str = "1", step: str = "2") -> str:
    """The recovery position seen from above, the helper at the bottom edge, head left, 640×300; step 1 on the back, 2 on the side."""
    trousers, shoe = _TROUSERS, _HAIR
    if step == "1":
        body = (
            f'<path class="limb" d="M344 124L590 108M344 172L590 190" stroke="{trousers}" stroke-width="46"/><ellipse cx="612" cy="106" rx="20" ry="17" fill="{shoe}"/><ellipse cx="612" cy="192" rx="20" ry="17" fill="{shoe}"/>'
            + _rounded("M160 204L160 270L120 296", 26, _SKIN)
            + f'<rect x="118" y="86" width="250" height="126" rx="44" fill="{_CLOTH}" stroke="{_SEAM}" stroke-width="3"/>'
            + f'<path class="limb" d="M158 196L160 246" stroke="{_CLOTH}" stroke-width="40"/>'
            + f'<circle cx="62" cy="148" r="46" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M62 102C8 102 8 194 62 194C40 176 40 120 62 102Z" fill="{_HAIR}"/>'
            + _rounded("M156 98L176 150L108 172", 25, _SKIN) + f'<path class="limb" d="M156 98L168 130" stroke="{_CLOTH}" stroke-width="38"/>'
            + f'<circle cx="100" cy="176" r="17" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        )
    else:
        body = (
            f'<path class="limb" d="M340 140L470 160L604 160" stroke="{trousers}" stroke-width="44"/><ellipse cx="624" cy="162" rx="20" ry="17" fill="{shoe}"/>'
            f'<path class="limb" d="M340 150L430 236L540 226" stroke="#46658a" stroke-width="44"/><ellipse cx="562" cy="222" rx="19" ry="16" fill="{shoe}"/>'
            + _rounded("M150 168L138 246L50 262", 26, _SKIN)
            + f'<path d="M116 118C150 92 300 94 350 112C372 124 372 168 350 178C300 196 170 198 130 186C104 170 102 136 116 118Z" fill="{_CLOTH}" stroke="{_SEAM}" stroke-width="3"/>'
            + _rounded("M170 130L192 196L100 196", 25, _SKIN) + f'<path class="limb" d="M168 132L184 172" stroke="{_CLOTH}" stroke-width="40"/>'
            + f'<g transform="rotate(-14 70 150)"><ellipse cx="68" cy="150" rx="46" ry="40" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M46 116C4 112 4 180 34 186C52 176 70 140 104 128C92 110 66 104 46 116Z" fill="{_HAIR}"/><path d="M70 189L80 198L90 183" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M100 172L92 178" stroke="{_EDGE}" stroke-width="4" stroke-linecap="round"/></g>'
        )
    return _place(x, y, s, body)


def breath_curve(x: str, y: str, w: str, h: str, kind: str = "normal") -> str:
    """The movement of the chest against time: `normal`, `gasp` or `none`; a sketch."""
    left, top, wide, high = map(float, (x, y, w, h))
    t = np.linspace(0, 1, 400)
    if kind == "normal":
        wave = 0.5 - 0.5 * np.cos(2 * np.pi * 6 * t)
    else:
        wave = np.zeros_like(t)
        for at, big in ((0.10, 0.34), (0.47, 0.22), (0.62, 0.30), (0.95, 0.18)) if kind == "gasp" else ():
            wave += big * np.exp(-(((t - at) / 0.012) ** 2))
    points = " ".join(f"{left + a * wide:.1f},{top + high - b * high:.1f}" for a, b in zip(t, wave))
    colour = "#00418f" if kind == "normal" else "#b3261e"
    return (
        f'<path d="M{left} {top - 14}V{top + high + 8}H{left + wide}" fill="none" stroke="#8b97a6" stroke-width="3"/>'
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="7" stroke-linejoin="round"/>'
    )


def smartphone(x: str, y: str, s: str = "1", waves: str = "yes", label: str = "119") -> str:
    """A telephone with its loudspeaker on, about 130×200, centred."""
    sound = '<path d="M84 -34C104 -14 104 14 84 34M106 -56C138 -22 138 22 106 56" fill="none" stroke="#00418f" stroke-width="8" stroke-linecap="round"/>' if waves == "yes" else ""
    body = (
        '<rect x="-56" y="-98" width="112" height="196" rx="18" fill="#3b3f45"/><rect x="-45" y="-80" width="90" height="150" rx="6" fill="#fff"/>'
        f'<text class="c b blue" x="0" y="-22" style="font-size:38px">{label}</text><circle cx="0" cy="34" r="24" fill="#00418f"/>'
        f'<path d="M-11 28H-4L6 20V48L-4 40H-11Z" fill="#fff"/><path d="M11 28Q16 34 11 40" fill="none" stroke="#fff" stroke-width="3"/>{sound}'
    )
    return _place(x, y, s, body)


def ambulance(x: str, y: str, s: str = "1") -> str:
    """An ambulance seen from the side, driving left, 300×170; the origin is the ground below its middle."""
    body = (
        '<path d="M-150 -34V-84C-140 -88 -128 -126 -112 -146H136Q150 -146 150 -132V-34Z" fill="#fff" stroke="#5c6673" stroke-width="4" stroke-linejoin="round"/>'
        '<path d="M-150 -70H150V-52H-150Z" fill="#b3261e"/><path d="M-128 -90C-120 -112 -112 -126 -104 -132H-52V-90Z" fill="#dbe8f7" stroke="#5c6673" stroke-width="3"/>'
        '<rect x="-24" y="-128" width="64" height="38" rx="5" fill="#dbe8f7" stroke="#5c6673" stroke-width="3"/><path d="M92 -130V-90M72 -110H112" stroke="#b3261e" stroke-width="12"/>'
        '<rect x="-92" y="-164" width="54" height="18" rx="7" fill="#b3261e"/><circle cx="-88" cy="-30" r="30" fill="#3b3f45"/><circle cx="-88" cy="-30" r="12" fill="#cfd5dd"/><circle cx="88" cy="-30" r="30" fill="#3b3f45"/><circle cx="88" cy="-30" r="12" fill="#cfd5dd"/>'
    )
    return _place(x, y, s, body)


def chest_cut(x: str, y: str, s: str = "1", press: str = "0") -> str:
    """The chest cut across: sternum on top, spine below, the heart between, 420×260; `press` pushes the sternum down (px)."""
    p = float(press)
    body = (
        f'<path d="M210 {20 + p:.0f}C320 {8 + p * 0.7:.0f} 410 70 410 140C410 210 320 244 210 244C100 244 10 210 10 140C10 70 100 {8 + p * 0.7:.0f} 210 {20 + p:.0f}Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/>'
        f'<path d="M150 {70 + p * 0.6:.0f}C90 72 44 100 44 142C44 186 96 212 150 206C166 170 164 110 150 {70 + p * 0.6:.0f}ZM270 {70 + p * 0.6:.0f}C330 72 376 100 376 142C376 186 324 212 270 206C254 170 256 110 270 {70 + p * 0.6:.0f}Z" fill="#f3d9d2" stroke="#d1a79c" stroke-width="3"/>'
        f'<ellipse cx="210" cy="{128 + p * 0.52:.0f}" rx="{62 + p * 0.1:.0f}" ry="{60 - p * 0.5:.0f}" fill="#b3261e"/>'
        f'<rect x="172" y="{24 + p:.0f}" width="76" height="24" rx="10" fill="#fffdfb" stroke="{_EDGE}" stroke-width="3"/>'
        f'<circle cx="210" cy="212" r="22" fill="#fffdfb" stroke="{_EDGE}" stroke-width="3"/><path d="M178 226L210 212L242 226" fill="none" stroke="{_BONE}" stroke-width="7" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def bathtub(x: str, y: str, s: str = "1") -> str:
    """A bathtub full of warm water, 360×190; the origin is the ground below its middle."""
    body = (
        '<path d="M-160 -110H160L146 -22Q142 -8 126 -8H-126Q-142 -8 -146 -22Z" fill="#fff" stroke="#6b85a6" stroke-width="5" stroke-linejoin="round"/>'
        '<path d="M-150 -84H150L142 -34Q138 -20 124 -20H-124Q-138 -20 -142 -34Z" fill="#bfd8f1"/><rect x="-180" y="-124" width="360" height="22" rx="10" fill="#e8eff8" stroke="#6b85a6" stroke-width="4"/>'
        '<path d="M-70 -148q14 -14 0 -28q-14 -14 0 -28M0 -148q14 -14 0 -28q-14 -14 0 -28M70 -148q14 -14 0 -28q-14 -14 0 -28" fill="none" stroke="#8fb4da" stroke-width="6" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def sun(x: str, y: str, r: str = "56") -> str:
    """The sun, centred."""
    size = float(r)
    rays = "".join(f"M{1.28 * size * math.cos(k * math.pi / 6):.0f} {1.28 * size * math.sin(k * math.pi / 6):.0f}L{1.62 * size * math.cos(k * math.pi / 6):.0f} {1.62 * size * math.sin(k * math.pi / 6):.0f}" for k in range(12))
    return _place(x, y, "1", f'<circle r="{size}" fill="#f2b544"/><path d="{rays}" stroke="#f2b544" stroke-width="10" stroke-linecap="round"/>')


def speech(x: str, y: str, w: str, h: str, tail: str = "left", fill: str = "#ffffff") -> str:
    """A speech bubble, top left at x, y; the tail points down to the left or the right."""
    wide, high = float(w), float(h)
    at = 60 if tail == "left" else wide - 60
    tip = at - 34 if tail == "left" else at + 34
    body = f'<path d="M24 0H{wide - 24}Q{wide} 0 {wide} 24V{high - 24}Q{wide} {high} {wide - 24} {high}H{at + 20}L{tip} {high + 34}L{at - 20} {high}H24Q0 {high} 0 {high - 24}V24Q0 0 24 0Z" fill="{fill}" stroke="#00418f" stroke-width="4" stroke-linejoin="round"/>'
    return _place(x, y, "1", body)


def chain_link(x: str, y: str, on: str = "yes") -> str:
    """One link of the chain of survival, 300×224, top left at x, y; links lie 280 apart."""
    colour = "#00418f" if on == "yes" else "#d3dce8"
    halo = f'<rect x="{x}" y="{y}" width="300" height="224" rx="104" fill="none" stroke="#fff" stroke-width="36"/>' if on == "yes" else ""
    return f'{halo}<rect x="{x}" y="{y}" width="300" height="224" rx="104" fill="none" stroke="{colour}" stroke-width="26"/>'


def warning(x: str, y: str, s: str = "1") -> str:
    """A sign of danger, 48×44, centred."""
    return _place(x, y, s, '<path d="M0 -22L25 20H-25Z" fill="#b3261e" stroke="#b3261e" stroke-width="6" stroke-linejoin="round"/><path d="M0 -8V6M0 13V14" stroke="#fff" stroke-width="5" stroke-linecap="round"/>')


def _tilted(lift: float) -> str:
    """The patient of the two rescue breath drawings: head tilted, chest at 370 of 640×370."""
    return (
        f'<path d="M236 330C250 262 330 {246 - lift * 0.6:.0f} 420 {242 - lift:.0f}C520 {240 - lift:.0f} 620 262 700 276V366H240Z" fill="{_CLOTH}" stroke="{_SEAM}" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="M176 262C200 262 226 270 252 284L250 348C220 352 196 352 172 346Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/>'
        f'<g transform="rotate(-20 130 300)"><path d="M54 300C50 250 84 216 122 216C130 216 136 216 140 220L150 200L166 222L176 220L180 232L190 228L194 242L208 244C220 250 222 268 212 286L206 330C190 356 130 372 100 356C70 346 56 326 54 300Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="M54 300C50 250 84 216 116 216C96 240 96 290 118 330C126 346 134 352 144 360C90 374 56 346 54 300Z" fill="{_HAIR}"/><path d="M118 238L132 240" stroke="{_HAIR}" stroke-width="5" stroke-linecap="round"/></g>'
    )


def pinch(x: str, y: str, s: str = "1") -> str:
    """Ready for a rescue breath: head tilted, one hand on the forehead pinching the nose, two fingers under the chin; 740×370."""
    body = (
        f'<path class="limb" d="M366 300L320 90" stroke="{_SHIRT}" stroke-width="104"/>' + _rounded("M306 60L290 24", 32, _SKIN)
        + f'<g transform="translate(272 -14) rotate(-34)"><ellipse rx="50" ry="56" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/><path d="M-48 -6C-54 -70 52 -76 50 6C48 24 40 38 32 42C36 12 20 -20 -48 -6Z" fill="{_HAIR}"/><path d="M-48 10L-60 20L-47 27" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4" stroke-linejoin="round"/><circle cx="-26" cy="4" r="5" fill="{_HAIR}"/></g>'
        + _tilted(0) + _breath_hands((296, 96))
    )
    return _place(x, y, s, body)


def _breath_hands(shoulder: tuple[float, float]) -> str:
    """One hand on the forehead with two fingers at the nose, two fingers of the other under the chin."""
    return (
        _arm(shoulder, (96, 222), 128, 1, 32, "#1f5fae") + _rounded("M104 216L136 197", 15, _SKIN) + _rounded("M110 234L146 212", 15, _SKIN)
        + _arm((shoulder[0] + 30, shoulder[1] + 10), (276, 206), 84, -1, 30, "#1f5fae") + _rounded("M262 202L210 238M268 214L216 250", 15, _SKIN)
    )


def mouth_to_mouth(x: str, y: str, s: str = "1", lift: str = "0") -> str:
    """A rescue breath: the helper's mouth over the mouth, eyes towards the chest; `lift` raises the chest (px); 740×370."""
    body = (
        f'<path class="limb" d="M374 300L290 100" stroke="{_SHIRT}" stroke-width="104"/>' + _rounded("M262 96L226 124", 34, _SKIN)
        + _tilted(float(lift)) + _breath_hands((270, 110))
        + f'<g transform="translate(194 152) rotate(10)"><ellipse rx="54" ry="60" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="4"/><path d="M-54 14C-64 -74 56 -82 52 -20C30 -38 -6 -32 -24 2C-30 18 -42 26 -54 14Z" fill="{_HAIR}"/><circle cx="34" cy="2" r="6" fill="{_HAIR}"/></g>'
    )
    return _place(x, y, s, body)
