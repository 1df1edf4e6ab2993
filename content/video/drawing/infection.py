"""Infection control: hands, hand rub, staff with protective equipment, particles, gloves coming off."""

import numpy as np

from .base import EDGE as _EDGE, SKIN as _SKIN, place as _place

_DARK, _RED, _GLOVE, _GLOVE_EDGE = "#ecd9c8", "#b3261e", "#5aa79c", "#2c6b62"
_GOWN, _GOWN_EDGE, _HOT, _HOT_EDGE = "#bcd3ee", "#4a76ad", "#f6c79f", "#a84300"
_FINGERS = (("-42 -138", "-58 -256", 29), ("-14 -148", "-17 -286", 30), ("15 -146", "25 -268", 29), ("42 -130", "62 -222", 25))
_THUMB = "M-34 -58L-88 -104L-112 -156"
_TIPS = ((-58, -256), (-17, -286), (25, -268), (62, -222), (-112, -156))


def _hand_shape(fill: str, edge: str, arm: str = "yes") -> str:
    """The union of palm, fingers and thumb: first all outlines, then all fills."""
    parts = [(f"M{a}L{b}", wide) for a, b, wide in _FINGERS] + [(_THUMB, 31), ("M-20 -118L22 -116L16 -40L-16 -40Z", 64)]
    if arm == "yes":
        parts.append(("M0 -20V84", 72))
    lines = [f'<path class="limb" d="{d}" stroke="{edge}" stroke-width="{w + 6}"/>' for d, w in parts]
    lines += [f'<path class="limb" d="{d}" fill="{fill}" stroke="{fill}" stroke-width="{w}"/>' for d, w in parts]
    return "".join(lines)


def palm(x: str, y: str, s: str = "1", turn: str = "0", view: str = "palm", flip: str = "no", tone: str = "light", glove: str = "no") -> str:
    """An open hand, about 200×370, fingers up, the wrist at the origin. `view`: palm or back; `glove=yes`: gloved."""
    fill, edge = (_GLOVE, _GLOVE_EDGE) if glove == "yes" else (_DARK if tone == "dark" else _SKIN, _EDGE)
    body = _hand_shape(fill, edge)
    if glove == "yes":
        body += f'<path d="M-42 26H42" stroke="{edge}" stroke-width="12" stroke-linecap="round"/>'
    elif view == "back":
        nails = ((-57, -262, -7), (-17, -292, 0), (26, -274, 6), (64, -226, 12), (-114, -160, -26))
        body += "".join(f'<ellipse cx="{a}" cy="{b}" rx="9" ry="11" transform="rotate({c} {a} {b})" fill="#fffaf6" stroke="{edge}" stroke-width="2.5"/>' for a, b, c in nails)
    else:
        body += f'<path d="M-44 -116C-10 -122 20 -116 46 -98M-46 -92C-14 -96 14 -86 36 -58M-26 -118C-4 -92 -2 -60 -16 -24" fill="none" stroke="{edge}" stroke-width="3" stroke-linecap="round" opacity=".7"/>'
    side = -1 if flip == "yes" else 1
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({side * float(s)} {s})">{body}</g>'


def missed(x: str, y: str, s: str = "1", where: str = "tips,thumb,webs,wrist", flip: str = "no", number: str = "no") -> str:
    """Marks over a `palm` at the same place: the parts that are often missed (tips, thumb, webs, wrist, back)."""
    parts = where.split(",")
    body = ""
    if "tips" in parts:
        body += "".join(f'<circle cx="{a}" cy="{b}" r="24"/>' for a, b in _TIPS)
    if "thumb" in parts:
        body += f'<path class="limb" d="{_THUMB}" fill="none" stroke="{_RED}" stroke-width="44"/>'
    if "webs" in parts:
        body += "".join(f'<circle cx="{a}" cy="{b}" r="17"/>' for a, b in ((-30, -162), (0, -170), (31, -158)))
    if "wrist" in parts:
        body += '<rect x="-44" y="4" width="88" height="44" rx="18"/>'
    if "back" in parts:
        body += '<ellipse cx="2" cy="-84" rx="44" ry="46"/>'
    side = -1 if flip == "yes" else 1
    return f'<g transform="translate({x} {y}) scale({side * float(s)} {s})" fill="{_RED}" opacity=".42">{body}</g>'


def grip(x: str, y: str, s: str = "1", turn: str = "0") -> str:
    """A hand closed round something at the origin, seen from its back, the arm coming from the right."""
    body = f'<path class="limb" d="M40 0H170" stroke="{_EDGE}" stroke-width="66"/><path class="limb" d="M40 0H172" stroke="{_DARK}" stroke-width="60"/>'
    body += f'<rect x="-44" y="-50" width="104" height="100" rx="34" fill="{_DARK}" stroke="{_EDGE}" stroke-width="3"/>'
    body += "".join(f'<path class="limb" d="M-34 {v}H24" stroke="{_EDGE}" stroke-width="26"/><path class="limb" d="M-34 {v}H28" stroke="{_DARK}" stroke-width="20"/>' for v in (-36, -12, 12, 36))
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})">{body}</g>'


def rub(x: str, y: str, step: str, s: str = "1") -> str:
    """One step of rubbing hands, about 300×270, centred: tips, palm, back, between, thumb, wrist."""
    arc = '<path class="line" d="M{0}" marker-end="url(#arrow)"/>'
    if step == "tips":
        body = palm("-150", "84", "0.62", "82", tone="dark") + palm("-26", "-130", "0.56", "170", view="back") + arc.format("60 -40C96 -52 104 -12 66 6")
    elif step == "palm":
        body = palm("70", "120", "0.66", "-24", tone="dark", view="back") + palm("-70", "120", "0.66", "24", flip="yes", view="back") + arc.format("-116 -76C-76 -132 70 -132 112 -82")
    elif step == "back":
        body = palm("-8", "128", "0.68", "0", view="back", tone="dark") + palm("140", "64", "0.62", "-68", flip="yes", view="back") + arc.format("-112 -60V40")
    elif step == "between":
        body = palm("96", "124", "0.66", "-42", tone="dark") + palm("-96", "124", "0.66", "42", flip="yes") + arc.format("-60 -128H60")
    elif step == "thumb":
        body = palm("-40", "130", "0.74", "16", flip="yes") + grip("66", "34", "0.72", "18") + arc.format("20 -34C60 -66 112 -40 112 -16")
    else:
        body = palm("-20", "84", "0.74", "0", view="back") + grip("0", "88", "0.72", "8") + arc.format("-96 40C-120 70 -104 110 -70 116")
    return _place(x, y, s, body)


def staff(x: str, y: str, s: str = "1", gown: str = "no", apron: str = "no", mask: str = "no", eye: str = "no", gloves: str = "no", fill: str = "#6b85a6") -> str:
    """A member of staff from the front, 260×450. Equipment: no, yes or hot (contaminated); mask also n95, chin; eye also shield, glasses."""
    tint = {"hot": (_HOT, _HOT_EDGE)}
    cloth = tint.get(gown, (_GOWN, _GOWN_EDGE)) if gown != "no" else (fill, "#3f5877")
    hand = (_SKIN, _EDGE) if gloves == "no" else tint.get(gloves, (_GLOVE, _GLOVE_EDGE))
    long = gown != "no"
    arms = ("M66 156L34 236L50 306", "M194 156L226 236L210 306")
    body = f'<path d="M84 300H176L182 448H138L130 340L122 448H78Z" fill="#4d5f78" stroke="#35445a" stroke-width="3" stroke-linejoin="round"/>'
    for limb, cx in zip(arms, (52, 208)):
        skin = "" if long else f'<path class="limb" d="{limb}" stroke="{_EDGE}" stroke-width="34"/><path class="limb" d="{limb}" stroke="{_SKIN}" stroke-width="28"/>'
        sleeve = limb if long else limb.rsplit("L", 1)[0]
        body += skin + f'<path class="limb" d="{sleeve}" stroke="{cloth[1]}" stroke-width="46"/><path class="limb" d="{sleeve}" stroke="{cloth[0]}" stroke-width="40"/>'
        cuff = f'<rect x="{cx - 19}" y="292" width="38" height="26" rx="8" fill="{hand[0]}" stroke="{hand[1]}" stroke-width="3"/>' if gloves != "no" else ""
        body += f'<ellipse cx="{cx}" cy="326" rx="19" ry="25" fill="{hand[0]}" stroke="{hand[1]}" stroke-width="3"/>{cuff}'
    hem = 392 if long else 312
    body += f'<path d="M112 112L148 112L200 138C206 190 196 250 196 {hem}H64C64 250 54 190 60 138Z" fill="{cloth[0]}" stroke="{cloth[1]}" stroke-width="3" stroke-linejoin="round"/>'
    if long:
        body += f'<path d="M64 268H196" stroke="{cloth[1]}" stroke-width="5"/><path d="M100 116C112 130 148 130 160 116" fill="none" stroke="{cloth[1]}" stroke-width="4"/>'
    else:
        body += f'<path d="M112 112L130 142L148 112" fill="{_SKIN}" stroke="{cloth[1]}" stroke-width="3"/>'
    if apron != "no":
        body += '<path d="M100 122C100 150 92 166 78 176L72 380H188L182 176C168 166 160 150 160 122" fill="#eef4fb" fill-opacity=".92" stroke="#4a76ad" stroke-width="4" stroke-linejoin="round"/><path d="M74 262H186" stroke="#4a76ad" stroke-width="4"/>'
    body += f'<rect x="114" y="100" width="32" height="26" fill="{_SKIN}"/>' + _face(mask, eye)
    return _place(x, y, s, body)


def _face(mask: str, eye: str) -> str:
    """Head of `staff`, centred at (130, 66), with what it wears."""
    body = f'<ellipse cx="130" cy="66" rx="42" ry="50" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M87 66C78 -6 182 -6 173 66C168 46 160 38 146 36C126 34 100 38 87 64Z" fill="#3b3f45"/>'
    body += '<circle cx="113" cy="66" r="4.5" fill="#3b3f45"/><circle cx="147" cy="66" r="4.5" fill="#3b3f45"/><path d="M118 94Q130 101 142 94" fill="none" stroke="#8a5a4c" stroke-width="4" stroke-linecap="round"/>'
    fill, edge = (_HOT, _HOT_EDGE) if mask == "hot" else ("#e3eefa", "#4a76ad")
    if mask in ("yes", "hot"):
        body += f'<path d="M100 80C118 72 142 72 160 80L158 106C146 122 114 122 102 106Z" fill="{fill}" stroke="{edge}" stroke-width="3.5" stroke-linejoin="round"/><path d="M101 84L89 70M159 84L171 70M106 92H154M106 102H154" stroke="{edge}" stroke-width="2.5" fill="none"/>'
    elif mask == "chin":
        body += f'<path d="M100 104C118 112 142 112 160 104L154 124C144 134 116 134 106 124Z" fill="{_HOT}" stroke="{_HOT_EDGE}" stroke-width="3.5"/><path d="M101 106L89 70M159 106L171 70" stroke="{_HOT_EDGE}" stroke-width="2.5"/>'
    elif mask == "n95":
        body += '<path d="M130 68C152 72 166 88 162 104C154 122 106 122 98 104C94 88 108 72 130 68Z" fill="#fff" stroke="#4a76ad" stroke-width="4"/><path d="M97 98L88 82M163 98L172 82M100 90L90 44M160 90L170 44" stroke="#c58a2b" stroke-width="4"/><path d="M122 74H138" stroke="#5c6673" stroke-width="5" stroke-linecap="round"/>'
    tint, line = (_HOT, _HOT_EDGE) if eye == "hot" else ("#cfe4f5", "#00418f")
    if eye in ("yes", "hot"):
        body += f'<path d="M88 62H96M164 62H172" stroke="{line}" stroke-width="6"/><rect x="94" y="50" width="72" height="30" rx="14" fill="{tint}" fill-opacity=".75" stroke="{line}" stroke-width="4.5"/>'
    elif eye == "shield":
        body += '<path d="M86 34H174" stroke="#00418f" stroke-width="10" stroke-linecap="round"/><path d="M84 38H176L170 126C150 140 110 140 90 126Z" fill="#cfe4f5" fill-opacity=".55" stroke="#00418f" stroke-width="3.5"/>'
    elif eye == "glasses":
        body += '<g fill="#fff" fill-opacity=".5" stroke="#39424e" stroke-width="4"><rect x="99" y="56" width="27" height="20" rx="8"/><rect x="134" y="56" width="27" height="20" rx="8"/><path d="M126 64H134M99 62L89 60M161 62L171 60"/></g>'
    return body


def face(x: str, y: str, s: str = "1", mask: str = "no", eye: str = "no") -> str:
    """The head of `staff` alone with its neck, 84×110 at scale 1, centred."""
    return f'<g transform="translate({x} {y}) scale({s}) translate(-130 -66)"><path d="M70 176C70 134 96 122 130 122C164 122 190 134 190 176Z" fill="#6b85a6" stroke="#3f5877" stroke-width="3"/><rect x="114" y="100" width="32" height="30" fill="{_SKIN}"/>{_face(mask, eye)}</g>'


def patient(x: str, y: str, s: str = "1", mask: str = "no", sign: str = "none", fill: str = "#8b97a6") -> str:
    """A patient's head and shoulders, 180×200, centred on x, top at y. `sign`: rash, fever, finger, none."""
    body = f'<path d="M-88 196C-88 140 -54 118 0 118C54 118 88 140 88 196Z" fill="{fill}" stroke="#5c6673" stroke-width="3"/><rect x="-16" y="98" width="32" height="30" fill="{_SKIN}"/>'
    body += f'<g transform="translate(-130 0)">{_face(mask, "no")}</g>'
    if sign == "rash":
        rng = np.random.RandomState(4)
        body += "".join(f'<circle cx="{a:.0f}" cy="{b:.0f}" r="{r:.1f}" fill="{_RED}" opacity=".6"/>' for a, b, r in zip(rng.uniform(-30, 30, 22), rng.uniform(42, 106, 22), rng.uniform(2.5, 5, 22)))
    elif sign == "fever":
        body += f'<path d="M-26 80H-12M12 80H26" stroke="{_RED}" stroke-width="9" stroke-linecap="round" opacity=".45"/><path d="M58 22V62" stroke="#fff" stroke-width="16" stroke-linecap="round"/><path d="M58 22V62" fill="none" stroke="{_RED}" stroke-width="7" stroke-linecap="round"/><circle cx="58" cy="70" r="11" fill="{_RED}"/>'
    elif sign == "finger":
        body += f'<path class="limb" d="M66 160V112" stroke="{_EDGE}" stroke-width="24"/><path class="limb" d="M66 160V112" stroke="{_SKIN}" stroke-width="18"/><rect x="54" y="100" width="24" height="20" rx="4" fill="#fff" stroke="{_RED}" stroke-width="4"/>'
    return _place(x, y, s, body)


def cough(x: str, y: str, s: str = "1", spread: str = "droplet", mask: str = "no", seed: str = "7") -> str:
    """A head in profile facing right, its middle at the origin, with what it breathes out: droplet, air, both, none."""
    body = f'<path d="M-92 186C-92 104 -48 84 -6 84C40 84 62 116 64 186Z" fill="#8b97a6" stroke="#5c6673" stroke-width="3"/><rect x="-26" y="46" width="44" height="54" rx="12" fill="{_SKIN}"/>'
    body += f'<path d="M-8 -64C44 -66 56 -34 54 -10L74 14L54 22L56 34C58 52 46 64 26 64C-30 66 -62 40 -62 -4C-62 -44 -38 -63 -8 -64Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
    body += '<path d="M-66 14C-84 -56 -40 -88 2 -82C34 -78 48 -64 50 -44C24 -48 4 -40 -4 -18C-14 -14 -22 -2 -20 12C-34 16 -50 26 -54 40C-62 32 -66 24 -66 14Z" fill="#3b3f45"/><circle cx="36" cy="-14" r="5" fill="#3b3f45"/>'
    if mask == "yes":
        body += '<path d="M22 4L70 6C84 20 80 48 62 60C48 66 30 64 22 58Z" fill="#e3eefa" stroke="#4a76ad" stroke-width="4" stroke-linejoin="round"/><path d="M22 10L-14 0M22 54L-14 14" stroke="#4a76ad" stroke-width="3"/>'
    elif spread != "none":
        body += f'<ellipse cx="54" cy="40" rx="9" ry="11" fill="#7a3b34"/>'
    rng = np.random.RandomState(int(seed))
    if spread in ("droplet", "both"):
        far = rng.uniform(20, 250, 46) if mask == "no" else rng.uniform(18, 60, 5)
        drop = 0.0016 * far**2 + rng.uniform(-0.42, 0.3, far.size) * far
        body += "".join(f'<circle cx="{72 + a:.0f}" cy="{40 + b:.0f}" r="{r:.1f}" fill="#1f5fae" opacity=".75"/>' for a, b, r in zip(far, drop, rng.uniform(4, 8.5, far.size) * (1 if mask == "no" else 0.5)))
    if spread in ("air", "both"):
        far = rng.uniform(10, 620, 170)
        high = rng.uniform(-0.5, 0.42, 170) * np.minimum(far + 30, 300)
        body += "".join(f'<circle cx="{72 + a:.0f}" cy="{36 + b:.0f}" r="2.6" fill="#a84300" opacity=".7"/>' for a, b in zip(far, high))
    return _place(x, y, s, body)


def germ(x: str, y: str, s: str = "1", fill: str = "#a84300") -> str:
    """A germ as a sign: a ball with knobs, about 64 across."""
    knobs = "".join(f'<path d="M0 -20V-29" stroke="{fill}" stroke-width="4" transform="rotate({k * 45})"/><circle cy="-30" r="4" fill="{fill}" transform="rotate({k * 45})"/>' for k in range(8))
    return _place(x, y, s, f'{knobs}<circle r="20" fill="{fill}"/><circle cx="-6" cy="-5" r="4" fill="#fff" opacity=".7"/><circle cx="7" cy="6" r="3" fill="#fff" opacity=".7"/>')


def peel(x: str, y: str, step: str, s: str = "1") -> str:
    """Taking gloves off, step 1 to 4, about 260×330: pinch, pull inside out, slip a finger under, wrap and drop."""
    inside = '<path d="M-34 -6C-50 -70 -30 -120 6 -126C44 -120 58 -60 42 -6Z" fill="#a9d6cf" stroke="#2c6b62" stroke-width="4" stroke-dasharray="9 6"/>'
    if step == "1":
        body = palm("-40", "110", "0.62", "6", glove="yes") + f'<g transform="translate(24 128)">{_pinch(_GLOVE, _GLOVE_EDGE)}</g>'
    elif step == "2":
        body = palm("-52", "120", "0.62", "0") + f'<g transform="translate(-44 -84) scale(1.1)">{inside}</g>' + f'<g transform="translate(34 -60)">{_pinch(_GLOVE, _GLOVE_EDGE)}</g>' + '<path class="line" d="M-130 60V-90" marker-end="url(#arrow)"/>'
    elif step == "3":
        body = palm("-50", "110", "0.62", "4", glove="yes") + '<circle cx="-66" cy="-40" r="30" fill="#a9d6cf" stroke="#2c6b62" stroke-width="4"/>' + f'<g transform="translate(18 118)">{_pinch(_SKIN, _EDGE)}</g>'
    else:
        body = f'<g transform="translate(0 -8) scale(1.2)">{inside}<circle cx="4" cy="-64" r="22" fill="#5aa79c" stroke="#2c6b62" stroke-width="4"/></g><path class="line" d="M0 18V74" marker-end="url(#arrow)"/><path d="M-64 92H64L52 168H-52Z" fill="#d9dee5" stroke="#5c6673" stroke-width="4" stroke-linejoin="round"/><path d="M-74 92H74" stroke="#5c6673" stroke-width="8" stroke-linecap="round"/>'
    return _place(x, y, s, body)


def _pinch(fill: str, edge: str) -> str:
    """Thumb and forefinger of a hand that comes from the lower right, their tips at (−40, −6)."""
    lines = (("M120 40L36 10", 54), ("M30 -4L-36 -18", 22), ("M34 26L-34 8", 24))
    return "".join(f'<path class="limb" d="{d}" stroke="{edge}" stroke-width="{w + 6}"/>' for d, w in lines) + "".join(f'<path class="limb" d="{d}" stroke="{fill}" stroke-width="{w}"/>' for d, w in lines)
