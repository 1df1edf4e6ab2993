"""Drawings made by code and placed in slides by `<?draw name key=value …?>`. Every argument arrives as text."""

import numpy as np

DEFINITIONS = """<defs>
<marker id="arrow" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="4.2" markerHeight="4.2" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#00418f"/></marker>
<marker id="arrowgrey" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#5c6673"/></marker>
<marker id="arrowhot" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="4.2" markerHeight="4.2" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#a84300"/></marker>
</defs>"""
_SKIN, _EDGE, _BONE = "#f6ece3", "#8a7a6c", "#cdbfb2"


def _place(x: str, y: str, s: str, body: str) -> str:
    return f'<g transform="translate({x} {y}) scale({s})">{body}</g>'


# --- ECG -----------------------------------------------------------------------------------------------------------


def _bump(t: np.ndarray, at: float, wide: float, high: float) -> np.ndarray:
    return high * np.exp(-(((t - at) / wide) ** 2))


def _beat(t: np.ndarray, broad: float = 1.0, p: float = 0.13) -> np.ndarray:
    """One beat in mV with its R wave at 0 s; `broad` widens the QRS."""
    wave = _bump(t, -0.17, 0.028, p) + _bump(t, -0.028 * broad, 0.010 * broad, -0.12) + _bump(t, 0, 0.014 * broad, 1.1)
    return wave + _bump(t, 0.032 * broad, 0.012 * broad, -0.25) + _bump(t, 0.27 + 0.02 * broad, 0.06, 0.28)


def _regular(t: np.ndarray, per_minute: float, beat) -> np.ndarray:
    wave, gap = np.zeros_like(t), 60 / per_minute
    for at in np.arange(0.35 - 2 * gap, t[-1] + 0.5, gap):
        wave += beat(t - at)
    return wave


def _fibrillation(t: np.ndarray, high: float, seed: int) -> np.ndarray:
    """Waves of 4 to 7 Hz whose size and rate wander: no P, no QRS, no T."""
    chance = np.random.default_rng(seed)
    wave = np.zeros_like(t)
    for centre in (4.3, 5.2, 6.1, 3.4):
        drift = np.cumsum(chance.normal(0, 1, t.size)) * 0.012
        size = 0.6 + 0.4 * np.sin(2 * np.pi * chance.uniform(0.15, 0.5) * t + chance.uniform(0, 6))
        wave += size * np.sin(2 * np.pi * centre * t + drift + chance.uniform(0, 6))
    swell = np.convolve(np.abs(wave), np.ones(t.size // 8) / (t.size // 8), mode="same")
    wave /= swell + 0.45 * swell.mean()
    return high * wave / np.abs(wave).max()


def _tachycardia(t: np.ndarray) -> np.ndarray:
    """Broad complexes 180 a minute, the ST-T turned against the QRS."""
    def beat(s: np.ndarray) -> np.ndarray:
        return _bump(s, 0, 0.052, 1.25) + _bump(s, -0.045, 0.03, 0.25) + _bump(s, 0.125, 0.062, -0.85) + _bump(s, 0.2, 0.04, -0.12)

    return _regular(t, 180, beat) + 0.04 * np.sin(2 * np.pi * 0.4 * t)


def _rhythm(name: str, t: np.ndarray) -> np.ndarray:
    if name == "sinus":
        return _regular(t, 75, _beat)
    if name == "vf":
        return _fibrillation(t, 1.0, 12)
    if name == "finevf":
        return _fibrillation(t, 0.22, 9)
    if name == "vt":
        return _tachycardia(t)
    if name == "pea":
        return _regular(t, 48, lambda s: 0.85 * _beat(s, broad=1.9, p=0.07))
    if name == "asystole":
        return 0.035 * np.sin(2 * np.pi * 0.23 * t) + 0.02 * np.sin(2 * np.pi * 0.9 * t + 1)
    raise ValueError(f"unknown rhythm {name}")


def ecg(rhythm: str, x: str, y: str, w: str, h: str, seconds: str = "6", gain: str = "1") -> str:
    """A strip on paper: 25 mm/s, 10 mm/mV; one pale square is 5 mm (0.2 s, 0.5 mV)."""
    left, top, wide, high, length = float(x), float(y), float(w), float(h), float(seconds)
    square = wide / length / 5
    parts = [f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" rx="6" fill="#fffaf8"/>']
    grid = "".join(f"M{left + n * square:.1f} {top}v{high}" for n in range(1, int(wide / square + 0.5)))
    grid += "".join(f"M{left} {top + n * square:.1f}h{wide}" for n in range(1, int(high / square) + 1))
    parts.append(f'<path d="{grid}" fill="none" stroke="#f3cfc6" stroke-width="1.5"/>')
    t = np.linspace(0, length, int(wide / 1.5))
    wave = _rhythm(rhythm, t) * 2 * square * float(gain)
    middle = top + high * (0.66 if rhythm in ("sinus", "pea") else 0.55 if rhythm == "vt" else 0.5)
    points = " ".join(f"{left + a:.1f},{middle - b:.1f}" for a, b in zip(t / length * wide, wave))
    parts.append(f'<polyline points="{points}" fill="none" stroke="#1a1a1c" stroke-width="3.2" stroke-linejoin="round"/>')
    parts.append(f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" rx="6" fill="none" stroke="#d9a497" stroke-width="2"/>')
    return "".join(parts)


def capnogram(x: str, y: str, w: str, h: str, rise: str = "no") -> str:
    """Exhaled CO2 against time, ventilated ten times a minute: low during compressions, `rise=yes` leaps at return of circulation."""
    left, top, wide, high = map(float, (x, y, w, h))
    breaths, points = 7, []
    for n in range(breaths):
        level = 0.30 + 0.02 * (n % 2)
        if rise == "yes" and n >= 4:
            level = (0.62, 0.80, 0.82)[n - 4]
        start = left + wide * (n + 0.22) / breaths
        for across, part in ((0, 0), (0.07, 0.86), (0.16, 0.95), (0.50, 1.0), (0.545, 0)):
            points.append(f"{start + across * wide / breaths:.1f},{top + high * (1 - level * part):.1f}")
    base = f"{left},{top + high} {' '.join(points)} {left + wide},{top + high}"
    lines = "".join(f"M{left} {top + high * k / 4:.0f}h{wide}" for k in range(4))
    return (
        f'<path d="{lines}" stroke="#dfe4ea" stroke-width="2" fill="none"/>'
        f'<polyline points="{base}" fill="#e8eff8" stroke="#00418f" stroke-width="5" stroke-linejoin="round"/>'
        f'<path d="M{left} {top - 20}V{top + high}H{left + wide + 20}" fill="none" stroke="#5c6673" stroke-width="3"/>'
    )


# --- bodies --------------------------------------------------------------------------------------------------------


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


# --- things --------------------------------------------------------------------------------------------------------


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
