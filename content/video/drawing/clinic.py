"""Things of a clinic: dispensers, taps, instruments, sharps boxes, rooms."""

from .base import EDGE as _EDGE, SKIN as _SKIN, place as _place

_B, _G, _P = "#00418f", "#5c6673", "#e8eff8"


def bottle(x: str, y: str, s: str = "1") -> str:
    """A pump bottle of hand rub, about 90×170, centred."""
    return _place(x, y, s, f'<rect x="-36" y="-30" width="72" height="112" rx="14" fill="#bcd9ee" stroke="{_B}" stroke-width="4"/><rect x="-26" y="2" width="52" height="48" rx="6" fill="#fff"/><path d="M-14 26H14M0 12V40" stroke="{_B}" stroke-width="7"/><rect x="-14" y="-48" width="28" height="20" fill="#8b97a6"/><path d="M0 -48V-66M-40 -66H14" stroke="{_G}" stroke-width="12" stroke-linecap="round" fill="none"/><path d="M-40 -64V-52" stroke="{_G}" stroke-width="9" stroke-linecap="round"/>')


def tap(x: str, y: str, s: str = "1", water: str = "yes") -> str:
    """A tap over a basin, about 260×240, centred."""
    flow = '<path d="M-30 -50V52" stroke="#7ea6d8" stroke-width="16" stroke-linecap="round" stroke-dasharray="30 9"/>' if water == "yes" else ""
    return _place(x, y, s, f'<path d="M80 60V-70C80 -108 -30 -108 -30 -66" fill="none" stroke="{_G}" stroke-width="24" stroke-linecap="round"/><path d="M56 -116H104" stroke="{_G}" stroke-width="16" stroke-linecap="round"/><path d="M80 -112V-96" stroke="{_G}" stroke-width="14"/>{flow}<path d="M-130 60H130C126 104 84 122 40 122H-40C-84 122 -126 104 -130 60Z" fill="#fff" stroke="{_G}" stroke-width="5"/>')


def stethoscope(x: str, y: str, s: str = "1") -> str:
    """A stethoscope, about 130×170, centred."""
    return _place(x, y, s, f'<path d="M-44 -80V-44C-44 -4 24 -4 24 -44V-80M-10 -14V30C-10 84 56 84 56 34" fill="none" stroke="{_B}" stroke-width="9" stroke-linecap="round"/><circle cx="56" cy="18" r="20" fill="#8b97a6" stroke="{_B}" stroke-width="5"/><path d="M-50 -84H-38M18 -84H30" stroke="#39424e" stroke-width="11" stroke-linecap="round"/>')


def keyboard(x: str, y: str, s: str = "1") -> str:
    """A keyboard, about 200×86, centred."""
    keys = "".join(f'<rect x="{-84 + 24 * c}" y="{-28 + 21 * r}" width="18" height="15" rx="3" fill="#fff"/>' for r in range(3) for c in range(7))
    return _place(x, y, s, f'<rect x="-98" y="-42" width="196" height="84" rx="12" fill="#6b7684"/>{keys}')


def door(x: str, y: str, s: str = "1") -> str:
    """A door with its handle, about 110×180, centred."""
    return _place(x, y, s, f'<rect x="-52" y="-90" width="104" height="180" rx="4" fill="#efe3d3" stroke="{_EDGE}" stroke-width="4"/><rect x="20" y="-8" width="16" height="40" rx="6" fill="#8b97a6"/><path d="M28 6H-12" stroke="{_G}" stroke-width="12" stroke-linecap="round"/>')


def wastebin(x: str, y: str, s: str = "1") -> str:
    """A pedal bin, about 100×130, centred."""
    return _place(x, y, s, f'<path d="M-44 -36H44L36 62H-36Z" fill="#d9dee5" stroke="{_G}" stroke-width="4" stroke-linejoin="round"/><path d="M-52 -44L46 -66" stroke="{_G}" stroke-width="10" stroke-linecap="round"/><path d="M-60 64H-20" stroke="{_G}" stroke-width="9" stroke-linecap="round"/>')


def sharps(x: str, y: str, s: str = "1", full: str = "0.5", line: str = "yes") -> str:
    """A sharps box, about 200×230, centred; `full` is how full it is (0–1), `line` the mark at 0.8."""
    height = 150 * float(full)
    needles = "".join(f'<path d="M{-58 + 20 * k} {84 - (k * 37 % 30)}l{14 if k % 2 else -10} -40" stroke="#5c6673" stroke-width="4"/>' for k in range(6)) if float(full) > 0.2 else ""
    mark = '<path d="M-84 -26H84" stroke="#b3261e" stroke-width="5" stroke-dasharray="12 8"/>' if line == "yes" else ""
    return _place(x, y, s, f'<path d="M-84 -56H84L74 104H-74Z" fill="#fff6d6" stroke="#9a7400" stroke-width="5" stroke-linejoin="round"/><path d="M-75 {98 - height:.0f}H75L70 98H-70Z" fill="#e9c95a" opacity=".8"/>{needles}{mark}<path d="M-94 -58H94V-88H-94Z" fill="#e0b400" stroke="#9a7400" stroke-width="5" stroke-linejoin="round"/><rect x="-40" y="-98" width="80" height="16" rx="8" fill="#39424e"/>{biohazard("0", "44", "0.5")}')


def biohazard(x: str, y: str, s: str = "1", fill: str = "#39424e") -> str:
    """The biohazard sign, simplified, 100 across, centred."""
    arm = "".join(f'<g transform="rotate({k * 120})"><path d="M-19 -39A25 25 0 1 0 19 -39" fill="none" stroke="{fill}" stroke-width="10"/><path d="M0 -2V-16" stroke="{fill}" stroke-width="8"/></g>' for k in range(3))
    return _place(x, y, s, f'{arm}<circle r="30" fill="none" stroke="{fill}" stroke-width="6"/><circle r="8" fill="{fill}"/>')


def vial(x: str, y: str, s: str = "1", label: str = "") -> str:
    """A vial, about 70×110, centred, with a short label."""
    return _place(x, y, s, f'<rect x="-18" y="-54" width="36" height="18" rx="3" fill="#8b97a6"/><path d="M-16 -36H16V-26L34 -12V50Q34 56 28 56H-28Q-34 56 -34 50V-12L-16 -26Z" fill="#e8f2fb" stroke="{_B}" stroke-width="4"/><rect x="-32" y="4" width="64" height="36" fill="#fff"/><text class="c b" x="0" y="32" style="font-size:28px;fill:{_B}">{label}</text>')


def scissors(x: str, y: str, s: str = "1") -> str:
    """Scissors, about 100×170, centred."""
    return _place(x, y, s, f'<path d="M-20 24L16 -84M20 24L-16 -84" stroke="#8b97a6" stroke-width="13" stroke-linecap="round"/><circle cx="-28" cy="52" r="24" fill="none" stroke="{_B}" stroke-width="10"/><circle cx="28" cy="52" r="24" fill="none" stroke="{_B}" stroke-width="10"/><circle cy="-26" r="6" fill="#39424e"/>')


def endoscope(x: str, y: str, s: str = "1") -> str:
    """A flexible endoscope, about 190×180, centred."""
    return _place(x, y, s, '<path d="M-52 -40C-90 40 -40 90 20 76C86 60 82 -20 30 -14C-4 -8 -2 40 40 44" fill="none" stroke="#39424e" stroke-width="13" stroke-linecap="round"/><rect x="-72" y="-88" width="42" height="66" rx="12" fill="#39424e"/><circle cx="-51" cy="-66" r="8" fill="#7ea6d8"/><path d="M-30 -72L0 -86" stroke="#39424e" stroke-width="12" stroke-linecap="round"/>')


def cuff(x: str, y: str, s: str = "1") -> str:
    """A blood pressure cuff with its gauge, about 200×120, centred."""
    return _place(x, y, s, f'<rect x="-96" y="-36" width="110" height="72" rx="14" fill="#35506f"/><path d="M14 6C50 6 30 46 64 46" fill="none" stroke="#39424e" stroke-width="8"/><circle cx="66" cy="-8" r="38" fill="#fff" stroke="{_B}" stroke-width="6"/><path d="M66 -8L84 -28" stroke="#b3261e" stroke-width="5" stroke-linecap="round"/><path d="M40 -8H46M86 -8H92M66 -34V-28" stroke="{_G}" stroke-width="4"/>')


def steriliser(x: str, y: str, s: str = "1") -> str:
    """A table steriliser, about 220×170, centred."""
    return _place(x, y, s, f'<rect x="-106" y="-76" width="212" height="146" rx="16" fill="#d9dee5" stroke="{_G}" stroke-width="5"/><circle cx="-26" cy="-2" r="54" fill="#f2f4f7" stroke="{_G}" stroke-width="8"/><path d="M-26 -40V36M-64 -2H12" stroke="{_G}" stroke-width="6"/><rect x="46" y="-50" width="46" height="30" rx="4" fill="#0d1b12"/><circle cx="58" cy="14" r="8" fill="{_B}"/><circle cx="82" cy="14" r="8" fill="#b3261e"/><path d="M-90 70V84M90 70V84" stroke="{_G}" stroke-width="12"/>')


def brush(x: str, y: str, s: str = "1") -> str:
    """A basin with water, an instrument and a brush, about 230×170, centred."""
    return _place(x, y, s, f'<path d="M-104 -6H104L86 76H-86Z" fill="#e8f2fb" stroke="{_G}" stroke-width="5" stroke-linejoin="round"/><path d="M-94 22Q-70 12 -46 22T2 22T50 22T94 22L84 72H-84Z" fill="#bcd9ee"/><path d="M-50 50L40 30" stroke="#8b97a6" stroke-width="12" stroke-linecap="round"/><g transform="rotate(-34 40 -30)"><rect x="-8" y="-42" width="106" height="20" rx="9" fill="{_B}"/><path d="M-2 -22V0M10 -22V2M22 -22V0M34 -22V2" stroke="#c58a2b" stroke-width="6"/></g>')


def shelf(x: str, y: str, s: str = "1") -> str:
    """A shelf with wrapped, sterile packs, about 220×170, centred."""
    packs = "".join(f'<rect x="{a}" y="{b}" width="52" height="40" rx="4" fill="#fff" stroke="{_B}" stroke-width="3"/><path d="M{a + 8} {b + 28}H{a + 44}" stroke="#39424e" stroke-width="6" stroke-dasharray="8 5"/>' for a, b in ((-88, -58), (-26, -58), (36, -58), (-88, 22), (-26, 22)))
    return _place(x, y, s, f'<path d="M-104 -80V80M104 -80V80M-104 -14H104M-104 66H104" stroke="#8a7a6c" stroke-width="9" stroke-linecap="round"/>{packs}')


def once(x: str, y: str, s: str = "1") -> str:
    """The sign for single use: a struck-out 2 in a circle, 120 across, centred."""
    return _place(x, y, s, '<circle r="54" fill="#fff" stroke="#1a1a1c" stroke-width="9"/><text class="c b" x="0" y="27" style="font-size:76px">2</text><path d="M-38 38L38 -38" stroke="#1a1a1c" stroke-width="9"/>')


def glove(x: str, y: str, s: str = "1", turn: str = "0") -> str:
    """A glove as a sign, about 90×120, centred."""
    shape = "M-26 56V4L-44 -20Q-50 -32 -40 -36Q-32 -38 -24 -22L-22 -46Q-20 -56 -12 -56Q-4 -56 -4 -46V-50Q-2 -60 6 -60Q14 -58 14 -48V-44Q18 -52 25 -50Q32 -48 32 -38L30 4V56Z"
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({s})"><path d="{shape}" fill="#5aa79c" stroke="#2c6b62" stroke-width="4" stroke-linejoin="round"/><path d="M-30 44H34" stroke="#2c6b62" stroke-width="8" stroke-linecap="round"/></g>'


def facemask(x: str, y: str, s: str = "1") -> str:
    """A surgical mask as a sign, about 130×80, centred."""
    return _place(x, y, s, '<path d="M-44 -24C-70 -40 -76 26 -44 20M44 -24C70 -40 76 26 44 20" fill="none" stroke="#4a76ad" stroke-width="5"/><path d="M-46 -28C-20 -40 20 -40 46 -28V20C24 42 -24 42 -46 20Z" fill="#e3eefa" stroke="#4a76ad" stroke-width="5" stroke-linejoin="round"/><path d="M-38 -8H38M-38 10H38" stroke="#4a76ad" stroke-width="3"/>')


def goggles(x: str, y: str, s: str = "1") -> str:
    """Goggles as a sign, about 140×70, centred."""
    return _place(x, y, s, f'<path d="M-50 0H-74M50 0H74" stroke="#39424e" stroke-width="11" stroke-linecap="round"/><path d="M-54 -26H54C62 -26 62 28 48 30H18C8 30 6 12 0 12C-6 12 -8 30 -18 30H-48C-62 28 -62 -26 -54 -26Z" fill="#cfe4f5" stroke="{_B}" stroke-width="6" stroke-linejoin="round"/>')


def gown(x: str, y: str, s: str = "1") -> str:
    """A gown as a sign, about 130×140, centred."""
    return _place(x, y, s, '<path d="M-20 -62C-10 -50 10 -50 20 -62L42 -52L66 24L46 32L34 -4L38 66H-38L-34 -4L-46 32L-66 24L-42 -52Z" fill="#bcd3ee" stroke="#4a76ad" stroke-width="5" stroke-linejoin="round"/><path d="M-35 12H35" stroke="#4a76ad" stroke-width="5"/>')


def bloodtest(x: str, y: str, s: str = "1") -> str:
    """An arm with a needle in it, about 230×120, centred."""
    return _place(x, y, s, f'<path class="limb" d="M-110 26H84" stroke="{_EDGE}" stroke-width="52"/><path class="limb" d="M-110 26H84" stroke="{_SKIN}" stroke-width="46"/><path d="M-4 14L40 -22" stroke="{_G}" stroke-width="5"/><path class="limb" d="M40 -22L92 -64" stroke="{_B}" stroke-width="24"/><path class="limb" d="M46 -27L78 -53" stroke="#b3261e" stroke-width="12"/><rect x="-52" y="-2" width="16" height="56" rx="6" fill="#c58a2b"/>')


def window(x: str, y: str, s: str = "1", wind: str = "yes") -> str:
    """A window, about 130×130, centred, with or without air moving through."""
    air = '<path class="line" d="M-20 26H92" marker-end="url(#arrow)"/>' if wind == "yes" else ""
    return _place(x, y, s, f'<rect x="-56" y="-60" width="112" height="120" fill="#e8f4fd" stroke="{_G}" stroke-width="7"/><path d="M0 -60V60" stroke="{_G}" stroke-width="6"/><path d="M-40 -20L-20 -44M-44 10L-12 -28" stroke="#fff" stroke-width="6"/>{air}')


def fan(x: str, y: str, s: str = "1") -> str:
    """An electric fan, about 110×170, centred."""
    blades = "".join(f'<path d="M0 0C10 -30 34 -34 40 -18C36 -4 16 2 0 0Z" fill="#7ea6d8" transform="rotate({k * 120})"/>' for k in range(3))
    return _place(x, y, s, f'<path d="M0 0V70M-36 76H36" stroke="{_G}" stroke-width="11" stroke-linecap="round"/><circle cy="-24" r="52" fill="#fff" stroke="{_G}" stroke-width="6"/><g transform="translate(0 -24)">{blades}<circle r="8" fill="{_B}"/></g>')


def checklist(x: str, y: str, s: str = "1", done: str = "3") -> str:
    """A checklist on a board, about 180×230, centred; `done` of its four lines are ticked."""
    rows = ""
    for k in range(4):
        v = -52 + 40 * k
        rows += f'<rect x="-62" y="{v - 13}" width="26" height="26" rx="4" fill="#fff" stroke="{_B}" stroke-width="4"/><path d="M-20 {v}H62" stroke="#b9c8dc" stroke-width="9" stroke-linecap="round"/>'
        if k < int(done):
            rows += f'<path d="M-58 {v}L-49 {v + 9}L-34 {v - 13}" fill="none" stroke="{_B}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>'
    return _place(x, y, s, f'<rect x="-88" y="-98" width="176" height="212" rx="12" fill="#fff" stroke="{_G}" stroke-width="6"/><rect x="-36" y="-114" width="72" height="28" rx="8" fill="#8b97a6"/>{rows}')


def shield(x: str, y: str, s: str = "1", label: str = "") -> str:
    """A shield, the sign of immunity, 120×140, centred."""
    return _place(x, y, s, f'<path d="M0 -70L56 -50V0C56 40 30 60 0 72C-30 60 -56 40 -56 0V-50Z" fill="{_P}" stroke="{_B}" stroke-width="7" stroke-linejoin="round"/><text class="c b" x="0" y="16" style="font-size:44px;fill:{_B}">{label}</text>')


def building(x: str, y: str, s: str = "1", label: str = "保健所") -> str:
    """A public building with its name, about 190×160, centred."""
    panes = "".join(f'<rect x="{-66 + 36 * c}" y="{-2 + 30 * r}" width="22" height="18" fill="#cfe4f5"/>' for r in range(2) for c in range(4) if not (r == 1 and c in (1, 2)))
    return _place(x, y, s, f'<rect x="-88" y="-70" width="176" height="148" fill="#fff" stroke="{_B}" stroke-width="6"/><rect x="-88" y="-70" width="176" height="52" fill="{_B}"/><text class="c b" x="0" y="-32" style="font-size:34px;fill:#fff">{label}</text>{panes}<rect x="-24" y="32" width="48" height="46" fill="#8b97a6"/>')


def plan(x: str, y: str, s: str = "1", names: str = "yes") -> str:
    """The floor plan of a clinic, 720×440: two entrances below (at x 95 and x 640), the room for fever patients at the right."""
    walls = "M60 440H0V0H720V440H680M600 440H130M0 210H60M130 210H280M350 210H440M200 0V210M440 0V150M440 210V440M440 150H560M630 150H720M500 210V440M500 210H440"
    body = '<rect width="720" height="440" fill="#fff"/><rect x="500" y="210" width="220" height="230" fill="#fff3e8"/>'
    body += f'<path d="{walls}" fill="none" stroke="#39424e" stroke-width="9" stroke-linecap="square"/><rect x="20" y="270" width="34" height="110" rx="6" fill="#c9b79c"/>'
    body += "".join(f'<rect x="{a}" y="{b}" width="30" height="30" rx="8" fill="#9db3cf"/>' for a in (230, 280, 330, 380) for b in (300, 372))
    body += '<rect x="24" y="24" width="70" height="34" rx="4" fill="#c9b79c"/><rect x="350" y="24" width="70" height="34" rx="6" fill="#9db3cf"/><rect x="628" y="232" width="70" height="34" rx="4" fill="#c9b79c"/>'
    if names == "yes":
        for a, b, text in ((100, 130, "診察室"), (320, 130, "処置室"), (305, 284, "待合室"), (108, 326, "受付"), (610, 340, "発熱者用"), (580, 80, "トイレ")):
            body += f'<text class="c" x="{a}" y="{b}" style="font-size:30px">{text}</text>'
    return _place(x, y, s, body)
