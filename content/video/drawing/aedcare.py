"""The AED in use: the device open, pads being placed, what may be on a chest, children, people seen from above."""

from .base import EDGE as _EDGE, SKIN as _SKIN, place as _place
from .body import _limb, above as _above
from .thing import pad as _pad


def device(x: str, y: str, s: str = "1", on: str = "yes", shock: str = "no") -> str:
    """An open AED from above, 360×280, centred: power button left, shock button right, a screen, a loudspeaker."""
    screen = '<path d="M-82 -26H-58L-46 -50L-30 8L-18 -26H-4C6 -40 14 -12 24 -26H40" fill="none" stroke="#a84300" stroke-width="6" stroke-linejoin="round"/>' if on == "yes" else ""
    button = "#d95f02" if shock == "yes" else "#c2a48d"
    body = (
        '<rect x="-180" y="-140" width="360" height="280" rx="30" fill="#1f5fae"/><rect x="-160" y="-120" width="320" height="240" rx="20" fill="#f2f6fb"/>'
        f'<rect x="-130" y="-100" width="200" height="120" rx="12" fill="{"#fff" if on == "yes" else "#b9c2cc"}" stroke="#6b85a6" stroke-width="4"/>{screen}'
        '<g fill="#5c6673">' + "".join(f'<circle cx="{100 + 20 * i}" cy="{-84 + 20 * k}" r="5"/>' for i in range(3) for k in range(4)) + "</g>"
        f'<circle cx="-86" cy="70" r="36" fill="{"#1c7c3c" if on == "yes" else "#5c6673"}"/><path d="M-86 50V70M-99 57A18 18 0 1 0 -73 57" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/>'
        f'<circle cx="86" cy="70" r="42" fill="{button}"/><path d="M91 42L66 76H83L77 102L108 66H90Z" fill="#fff"/>'
    )
    if shock == "yes":
        body += '<g stroke="#d95f02" stroke-width="6" stroke-linecap="round"><path d="M134 42L146 32M140 70H156M134 98L146 108M38 42L26 32"/></g>'
    return _place(x, y, s, body)


def voice(x: str, y: str, s: str = "1") -> str:
    """Sound waves to the right, 60×90, centred on their left."""
    return _place(x, y, s, '<path d="M0 -16C10 -8 10 8 0 16M16 -30C36 -12 36 12 16 30M34 -44C62 -18 62 18 34 44" fill="none" stroke="#a84300" stroke-width="7" stroke-linecap="round"/>')


def supine(x: str, y: str, s: str = "1", pads: str = "yes", cloth: str = "no", device: str = "no") -> str:
    """A person lying on the back seen from above, head left, 640×220; bare chest, with pads or a cloth over them."""
    body = (
        f'<path class="limb" d="M396 110L610 84M396 140L610 168" stroke="#6b7a8c" stroke-width="58"/>'
        + _limb("M196 58L330 26", 34) + _limb("M196 184L330 214", 34)
        + f'<path d="M150 76C164 54 190 46 220 50C280 62 340 66 410 74C424 100 424 148 410 174C340 182 280 188 220 200C190 204 164 196 150 174C144 150 144 100 150 76Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/>'
        f'<path d="M340 66L410 72C426 100 426 150 410 176L340 182C350 150 350 100 340 66Z" fill="#6b7a8c"/>'
        f'<rect x="112" y="104" width="52" height="42" fill="{_SKIN}"/><path d="M116 104H152M116 146H152" stroke="{_EDGE}" stroke-width="3"/>'
        f'<ellipse cx="74" cy="125" rx="58" ry="50" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M50 76C10 84 2 166 50 174C26 150 26 100 50 76Z" fill="#5b4a3f"/>'
    )
    if pads == "yes":
        body += _pad("200", "166", "78", "0.62") + _pad("300", "78", "96", "0.62")
    if device == "yes":
        body += '<path d="M180 150C140 90 150 10 156 -60M300 52C296 0 210 -10 196 -60" fill="none" stroke="#5c6673" stroke-width="4"/>'
    if cloth == "yes":
        body += '<path d="M160 38C220 28 330 34 366 46C374 100 374 160 362 208C310 218 210 220 164 210C154 160 152 90 160 38Z" fill="#dbe8f7" stroke="#1f5fae" stroke-width="4" stroke-linejoin="round"/><path d="M190 70C250 64 310 66 340 74M188 180C250 188 300 186 338 178" fill="none" stroke="#9db9da" stroke-width="4" stroke-linecap="round"/>'
    return _place(x, y, s, body)


def screenpeople(x: str, y: str, s: str = "1") -> str:
    """People in a half ring who look away from what is in the middle, 620×360, centred."""
    ring = [(-290, 20, 270), (-210, -130, 318), (-30, -180, 0), (160, -160, 30), (290, -40, 72)]
    return _place(x, y, s, "".join(_above(str(a), str(b), str(t), "#5c87c0") for a, b, t in ring))


def smallchild(x: str, y: str, s: str = "1", side: str = "front") -> str:
    """The trunk of a small child from the front or the back, 240×330, the middle at x=120."""
    body = (
        f'<path d="M96 96C96 116 82 124 62 132C40 140 32 158 28 186L14 296L50 304L66 226C70 260 70 292 68 330H172C170 292 170 260 174 226L190 304L226 296L212 186C208 158 200 140 178 132C158 124 144 116 144 96Z" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M66 226C64 212 66 200 70 192M174 226C176 212 174 200 170 192" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
    )
    if side == "front":
        body += (
            f'<ellipse cx="120" cy="48" rx="56" ry="60" fill="{_SKIN}" stroke="{_EDGE}" stroke-width="3"/><path d="M62 48C56 -30 184 -30 178 48C166 18 146 8 120 8C94 8 74 18 62 48Z" fill="#5b4a3f"/>'
            '<circle cx="100" cy="54" r="4" fill="#3b3f45"/><circle cx="140" cy="54" r="4" fill="#3b3f45"/><path d="M110 82H130" stroke="#3b3f45" stroke-width="4" stroke-linecap="round"/>'
        )
    else:
        body += f'<ellipse cx="120" cy="48" rx="58" ry="62" fill="#5b4a3f"/><path d="M120 132V318" stroke="{_EDGE}" stroke-width="3"/>'
    return _place(x, y, s, body)


def onchest(x: str, y: str, s: str = "1", what: str = "wet") -> str:
    """What may be on a chest where a pad belongs, centred: wet, patch, implant, hair, chain, towel."""
    drop = "M0 -18C12 -2 14 4 14 10C14 18 8 24 0 24C-8 24 -14 18 -14 10C-14 4 -12 -2 0 -18Z"
    shapes = {
        "wet": "".join(f'<path d="{drop}" transform="translate({a} {b}) scale({k})" fill="#5c9be0" stroke="#1f5fae" stroke-width="2.5"/>' for a, b, k in ((-40, -20, 1), (6, -38, 0.8), (38, 4, 1.1), (-10, 22, 0.9), (-54, 40, 0.7), (40, 52, 0.8))),
        "patch": '<rect x="-44" y="-36" width="88" height="72" rx="14" fill="#e9d9b8" stroke="#8a6d2f" stroke-width="4"/><path d="M44 4L14 36H30C40 36 44 30 44 22Z" fill="#fff" stroke="#8a6d2f" stroke-width="4" stroke-linejoin="round"/>',
        "implant": f'<rect x="-40" y="-34" width="80" height="68" rx="26" fill="#e9dccf" stroke="{_EDGE}" stroke-width="4"/><path d="M-22 -16C-8 -24 12 -24 24 -14" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/><path d="M-28 22C-10 32 14 32 30 20" fill="none" stroke="#b9a796" stroke-width="5" stroke-linecap="round"/>',
        "hair": '<path d="' + "".join(f"M{-60 + 15 * i} {-30 + 20 * k + (i % 2) * 8}q{5 if (i + k) % 2 else -5} 8 2 18" for i in range(9) for k in range(4)) + '" fill="none" stroke="#3b3f45" stroke-width="3.5" stroke-linecap="round"/>',
        "chain": '<path d="M-62 -60C-46 0 -24 30 0 34C24 30 46 0 62 -60" fill="none" stroke="#b8860b" stroke-width="6" stroke-dasharray="3 9" stroke-linecap="round"/><path d="M0 30L16 50L0 74L-16 50Z" fill="#e3b94d" stroke="#8a6d2f" stroke-width="3"/>',
        "towel": '<path d="M-70 -34C-20 -50 40 -50 76 -36C84 -4 82 20 74 40C40 50 -20 52 -66 42C-76 14 -78 -10 -70 -34Z" fill="#fff" stroke="#1f5fae" stroke-width="4"/><path d="M-54 -18C-10 -28 30 -28 60 -20M-52 24C-10 32 30 32 60 24" fill="none" stroke="#9db9da" stroke-width="5" stroke-linecap="round"/>',
    }
    return _place(x, y, s, shapes[what])
