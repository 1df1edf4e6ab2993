"""A clinic's first ten minutes: the time line, the rooms, the patient on the floor, and what the emergency bag holds."""

from .base import EDGE as _EDGE, SKIN as _SKIN, place as _place
from .thing import bolt, syringe

_BLUE, _STEEL, _PALE, _HOT = "#00418f", "#5c6673", "#e8eff8", "#a84300"


def tenminutes(x: str, y: str, w: str, upto: str = "10", shocks: str = "3,5,7", drug: str = "6", rosc: str = "9") -> str:
    """Ten minutes as a line, `upto` filled: compressions from minute 1 (pauses at the shocks), shocks above, the drug below, the pulse's return.

    `y` is the axis; the drawing reaches 130 above and 150 below it.
    """
    left, axis, wide, end, back = float(x), float(y), float(w), float(upto), float(rosc)

    def at(minute: float) -> float:
        return left + wide * minute / 10

    parts = [f'<path d="M{left} {axis}H{left + wide}" stroke="{_STEEL}" stroke-width="5" stroke-linecap="round"/>']
    for minute in range(11):
        parts.append(f'<path d="M{at(minute):.0f} {axis - 11}V{axis + 11}" stroke="{_STEEL}" stroke-width="4"/>')
        said = f"{minute}分" if minute in (0, 10) else str(minute)
        parts.append(f'<text class="s c{" b" if minute <= end else " grey"}" x="{at(minute):.0f}" y="{axis + 54}">{said}</text>')
    stops = [minute for minute in map(float, filter(None, shocks.split(","))) if minute <= end]
    edges = [1.0, *stops, back]
    for begin, until in zip(edges, edges[1:]):
        until = min(until, end)
        if begin < until:
            parts.append(f'<rect x="{at(begin) + 7:.0f}" y="{axis + 78}" width="{at(until) - at(begin) - 14:.0f}" height="58" rx="8" fill="{_BLUE}"/>')
    for minute in stops:
        parts.append(f'<path d="M{at(minute):.0f} {axis - 22}V{axis - 46}" stroke="{_HOT}" stroke-width="4"/>{bolt(f"{at(minute):.0f}", f"{axis - 88:.0f}", "0.8")}')
    if float(drug) <= end:
        spot = at(float(drug))
        parts.append(f'<path d="M{spot:.0f} {axis - 22}V{axis - 62}" stroke="{_BLUE}" stroke-width="4"/>{syringe(f"{spot - 4:.0f}", f"{axis - 88:.0f}", "0.5")}')
    if back <= end:
        parts.append(f'<rect x="{at(back) + 7:.0f}" y="{axis + 78}" width="{at(10) - at(back) - 7:.0f}" height="58" rx="8" fill="#fbe9e7" stroke="#b3261e" stroke-width="3"/>')
        parts.append(f'<path d="M{at(back) + 20:.0f} {axis + 108}h18l8 -18l12 34l10 -24l6 8h24" fill="none" stroke="#b3261e" stroke-width="4" stroke-linejoin="round"/>')
    parts.append(f'<circle cx="{at(end):.0f}" cy="{axis}" r="14" fill="{_BLUE}" stroke="#fff" stroke-width="4"/>')
    return "".join(parts)


def lying(x: str, y: str, s: str = "1", turn: str = "0", pads: str = "no", press: str = "no") -> str:
    """A patient on the back seen from above, the head to the left, 640×200, centred on the chest; `press=yes` marks the place of compressions."""
    body = (
        f'<path d="M118 -34L388 -42L396 -8H126M118 34L388 42L396 8H126" fill="#7d93b3" stroke="#55698a" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M388 -42L420 -44L424 -12L396 -8ZM388 42L420 44L424 12L396 8Z" fill="#39424e"/>'
        f'<path d="M-112 -78C-70 -96 10 -92 128 -58V58C10 92 -70 96 -112 78C-132 66 -132 -66 -112 -78Z" fill="#cfdcec" stroke="#6b85a6" stroke-width="3"/>'
        f'<path d="M-96 -84C-40 -112 40 -118 128 -112L132 -88C60 -88 -20 -86 -70 -66M-96 84C-40 112 40 118 128 112L132 88C60 88 -20 86 -70 66" fill="#cfdcec" stroke="#6b85a6" stroke-width="3" stroke-linejoin="round"/>'
        f'<circle cx="146" cy="-100" r="17" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><circle cx="146" cy="100" r="17" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<ellipse cx="-174" cy="0" rx="58" ry="47" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M-182 -46C-250 -50 -250 50 -182 46C-206 30 -206 -30 -182 -46Z" fill="#6f747b"/>'
        f'<path d="M-148 -16V-8M-148 8V16M-128 -6V6" stroke="{_EDGE}" stroke-width="4" stroke-linecap="round"/>'
    )
    if pads == "yes":
        body += '<g transform="translate(-62 40) rotate(90)"><rect x="-20" y="-28" width="40" height="56" rx="10" fill="#fff" stroke="#a84300" stroke-width="4"/></g>'
        body += '<g transform="translate(44 -58) rotate(70)"><rect x="-20" y="-28" width="40" height="56" rx="10" fill="#fff" stroke="#a84300" stroke-width="4"/></g>'
    if press == "yes":
        body += f'<circle cx="-8" cy="0" r="17" fill="{_BLUE}"/>'
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})">{body}</g>'


def chairs(x: str, y: str, n: str = "3", turn: str = "0") -> str:
    """A row of waiting-room chairs seen from above, 84 apart."""
    row = "".join(
        f'<g transform="translate({84 * k} 0)"><rect x="-32" y="-26" width="64" height="56" rx="10" fill="#dfe6ef" stroke="#9aa6b4" stroke-width="3"/><rect x="-36" y="-38" width="72" height="18" rx="8" fill="#b8c4d4"/></g>'
        for k in range(int(n))
    )
    return f'<g transform="translate({x} {y}) rotate({turn})">{row}</g>'


def bubble(x: str, y: str, w: str, h: str, tail: str = "60", side: str = "down", fill: str = "#e8eff8", edge: str = "#00418f") -> str:
    """A speech bubble; `tail` is where its point leaves, from the left (side=down or up) or from the top (side=left or right)."""
    left, top, wide, high, spot = map(float, (x, y, w, h, tail))
    point = {
        "down": f"M{left + spot - 22} {top + high - 2}L{left + spot - 6} {top + high + 36}L{left + spot + 22} {top + high - 2}",
        "up": f"M{left + spot - 22} {top + 2}L{left + spot - 6} {top - 36}L{left + spot + 22} {top + 2}",
        "left": f"M{left + 2} {top + spot - 20}L{left - 36} {top + spot}L{left + 2} {top + spot + 20}",
        "right": f"M{left + wide - 2} {top + spot - 20}L{left + wide + 36} {top + spot}L{left + wide - 2} {top + spot + 20}",
    }[side]
    return (
        f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" rx="18" fill="{fill}" stroke="{edge}" stroke-width="3"/>'
        f'<path d="{point}" fill="{fill}" stroke="{edge}" stroke-width="3" stroke-linejoin="round"/>'
    )


def bvm(x: str, y: str, s: str = "1") -> str:
    """A bag-valve-mask by itself, about 260×120, centred."""
    body = (
        f'<path d="M-124 -34C-150 -20 -150 40 -124 52L-88 26V-8Z" fill="#dbe8f7" stroke="{_BLUE}" stroke-width="4" stroke-linejoin="round"/>'
        f'<rect x="-90" y="-12" width="40" height="44" rx="8" fill="#1f5fae"/>'
        f'<path d="M-50 4C-34 -48 60 -58 96 -22C116 0 112 34 92 50C54 74 -32 66 -50 24Z" fill="#bcd3ee" stroke="{_BLUE}" stroke-width="4"/>'
        f'<path d="M0 -44C-10 -12 -10 30 -2 62M48 -50C40 -12 40 30 46 64" fill="none" stroke="{_BLUE}" stroke-width="3"/><path d="M104 14H132" stroke="#1f5fae" stroke-width="14" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def oxygen(x: str, y: str, s: str = "1") -> str:
    """An oxygen cylinder with its gauge and a mask's tube, about 150×170, centred. Black, as in Japan."""
    body = (
        '<path d="M-58 86V-26C-58 -50 -40 -58 -30 -60H6C16 -58 34 -50 34 -26V86Z" fill="#2b2f36"/><rect x="-26" y="-82" width="28" height="24" fill="#8b97a6"/>'
        f'<circle cx="44" cy="-58" r="26" fill="#fff" stroke="{_BLUE}" stroke-width="5"/><path d="M44 -58L56 -70" stroke="{_HOT}" stroke-width="5" stroke-linecap="round"/><path d="M2 -70H20" stroke="#8b97a6" stroke-width="10"/>'
        '<text x="-12" y="30" class="c b" style="font-size:32px;fill:#fff">O2</text>'
        f'<path d="M46 -30C48 10 88 20 80 60" fill="none" stroke="#7ea6d8" stroke-width="7" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def suction(x: str, y: str, s: str = "1") -> str:
    """A suction pump with its jar and catheter, about 200×150, centred."""
    body = (
        f'<rect x="-92" y="-30" width="104" height="100" rx="12" fill="#1f5fae"/><circle cx="-40" cy="14" r="28" fill="#fff"/><path d="M-40 14L-28 -2" stroke="{_HOT}" stroke-width="5" stroke-linecap="round"/>'
        f'<path d="M24 -22H84L78 70H30Z" fill="{_PALE}" stroke="{_BLUE}" stroke-width="4" stroke-linejoin="round"/><path d="M28 34H80L78 70H30Z" fill="#bcd3ee"/><rect x="18" y="-36" width="72" height="16" rx="6" fill="{_BLUE}"/>'
        '<path d="M-40 -30C-40 -66 40 -70 40 -36M68 -36C68 -76 120 -70 112 -20L104 20" fill="none" stroke="#7ea6d8" stroke-width="7" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def drip(x: str, y: str, s: str = "1") -> str:
    """An infusion bag with its line and a cannula, about 150×190, centred."""
    body = (
        f'<path d="M-8 -92H8" stroke="{_STEEL}" stroke-width="6" stroke-linecap="round"/><path d="M-44 -84H44C52 -84 52 -70 50 -60L44 20H-44L-50 -60C-52 -70 -52 -84 -44 -84Z" fill="#f4f8fd" stroke="{_BLUE}" stroke-width="4"/><path d="M-47 -20H47L44 20H-44Z" fill="#bcd3ee"/>'
        f'<rect x="-10" y="20" width="20" height="34" rx="6" fill="#fff" stroke="{_BLUE}" stroke-width="4"/><path d="M0 54C0 100 70 92 76 56" fill="none" stroke="#7ea6d8" stroke-width="6"/><path d="M76 58L92 20" stroke="{_BLUE}" stroke-width="12" stroke-linecap="round"/><path d="M92 20L102 -6" stroke="{_STEEL}" stroke-width="4" stroke-linecap="round"/>'
    )
    return _place(x, y, s, body)


def ampoule(x: str, y: str, s: str = "1") -> str:
    """An ampoule of 1 mg, about 70×150, centred."""
    body = (
        f'<path d="M-10 -70C-10 -82 10 -82 10 -70L8 -40C8 -28 30 -26 30 -6V60C30 72 -30 72 -30 60V-6C-30 -26 -8 -28 -8 -40Z" fill="#f4e6d4" stroke="#8a5a1e" stroke-width="4" stroke-linejoin="round"/>'
        '<rect x="-30" y="6" width="60" height="40" fill="#fff" stroke="#8a5a1e" stroke-width="2"/><text x="0" y="35" class="c b" style="font-size:24px;fill:#7a3200">1mg</text>'
    )
    return _place(x, y, s, body)


def kitbag(x: str, y: str, s: str = "1") -> str:
    """The emergency bag, 170×130, centred."""
    body = (
        f'<path d="M-40 -44V-62C-40 -70 -34 -74 -28 -74H28C34 -74 40 -70 40 -62V-44" fill="none" stroke="#7a1f18" stroke-width="10"/><rect x="-85" y="-46" width="170" height="106" rx="16" fill="#b3261e"/>'
        '<rect x="-85" y="-10" width="170" height="10" fill="#8f1c15"/><path d="M-10 6H10V18H22V38H10V50H-10V38H-22V18H-10Z" fill="#fff"/>'
    )
    return _place(x, y, s, body)


def clipboard(x: str, y: str, s: str = "1") -> str:
    """A clipboard with ticked lines, 150×190, centred."""
    rows = "".join(f'<path d="M-46 {at}l8 8l14 -16" fill="none" stroke="{_BLUE}" stroke-width="6" stroke-linecap="round"/><path d="M-12 {at}H48" stroke="#9aa6b4" stroke-width="6" stroke-linecap="round"/>' for at in (-36, 0, 36, 72))
    return _place(x, y, s, f'<rect x="-75" y="-90" width="150" height="190" rx="12" fill="#8a7a6c"/><rect x="-62" y="-70" width="124" height="160" fill="#fff"/><rect x="-30" y="-104" width="60" height="30" rx="8" fill="#5c6673"/>{rows}')


def floorplan(x: str, y: str, s: str = "1") -> str:
    """A small clinic's rooms from above, 760×440: waiting room, reception, consulting and treatment rooms, car park below."""
    walls = '<path d="M0 0H760V330H470M390 330H0V0M330 0V96M330 176V210M330 290V330M560 0V60M560 140V330M330 210H430M510 210H560" fill="none" stroke="#39424e" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>'
    rooms = (
        '<rect width="330" height="330" fill="#f7f9fc"/><rect x="330" width="230" height="210" fill="#eef3fa"/><rect x="330" y="210" width="230" height="120" fill="#fdf6ee"/><rect x="560" width="200" height="330" fill="#eef3fa"/>'
        '<rect y="346" width="760" height="94" fill="#eceff3"/><path d="M120 352V434M240 352V434M620 352V434" stroke="#fff" stroke-width="5"/>'
    )
    names = (
        '<text class="s c" x="150" y="60">待合室</text><text class="s c" x="445" y="60">診察室</text><text class="s c" x="660" y="60">処置室</text>'
        '<text class="s c" x="404" y="250">受付</text><text class="s c" x="520" y="410">駐車場</text>'
    )
    return _place(x, y, s, rooms + walls + names + chairs("60", "230", "3"))
