"""Curves of a monitor: ECG strips and the capnogram, computed sketches and no recordings."""

import numpy as np


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
    """Broad, notched complexes (about 0.16 s) 170 a minute, the T wave small and turned against the QRS."""
    def beat(s: np.ndarray) -> np.ndarray:
        wave = _bump(s, -0.055, 0.024, 0.45) + _bump(s, -0.012, 0.030, 1.05) + _bump(s, 0.036, 0.022, 0.45)
        return wave + _bump(s, 0.085, 0.026, -0.32) + _bump(s, 0.185, 0.060, -0.45)

    return _regular(t, 170, beat) + 0.04 * np.sin(2 * np.pi * 0.4 * t)


def _torsades(t: np.ndarray) -> np.ndarray:
    """Polymorphic tachycardia, about 220 a minute: the points swell, shrink and turn over around the base line."""
    turns = 2 * np.pi * (3.6 * t + 0.12 * np.sin(2 * np.pi * 0.31 * t))
    points = np.sin(turns) + 0.28 * np.sin(2 * turns + 0.6)
    spindle = np.sin(2 * np.pi * t / 5.2 + 0.5)
    return 1.05 * points * spindle + 0.14 * np.sin(0.5 * turns + 1)


def _compressions(t: np.ndarray) -> np.ndarray:
    """What compressions at 110 a minute leave on the strip: large, round and regular."""
    def push(s: np.ndarray) -> np.ndarray:
        return _bump(s, 0, 0.10, 1.05) + _bump(s, 0.2, 0.09, -0.75)

    return _regular(t, 110, push) + 0.05 * np.sin(2 * np.pi * 0.5 * t)


def _until(t: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """`before` in the first 45 % of the strip, then a short drift, then `after`."""
    share = np.clip((t / t[-1] - 0.43) / 0.03, 0, 1)
    return before * (1 - share) + after * share


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
    if name == "brady":
        return _regular(t, 36, lambda s: 0.95 * _beat(s, p=0.14))
    if name == "torsades":
        return _torsades(t)
    if name == "artefact":
        return _compressions(t)
    if name == "artefactvf":
        return _until(t, _compressions(t) + 0.12 * _fibrillation(t, 1.0, 4), _fibrillation(t, 0.95, 12))
    if name == "artefactrosc":
        return _until(t, _compressions(t), 0.9 * _regular(t, 92, lambda s: _beat(s, broad=1.3)))
    if name == "leadoff":
        return np.zeros_like(t)
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
    middle = top + high * (0.66 if rhythm in ("sinus", "pea", "brady") else 0.6 if rhythm == "vt" else 0.5)
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
