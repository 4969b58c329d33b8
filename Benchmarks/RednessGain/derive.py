"""What the skin's own blotches tell of a camera's error in redness: the table of `BloodGain+Weights.swift`.

Draws cameras, lamps and skins from physics, lets each camera see skin before and after blood is added, and fits the
error of the camera's erythema index to what the photo itself shows. Needs numpy and `../shared/data/spectra`:

    python3 derive.py [SPECTRA]

No renderer's photos take part: cameras are Gaussians with errors of 4 nm and 5 % in width and a measured one, with
matrices fitted to the nominal or to the very camera; lamps are daylight, tungsten, LED and a tube; skins are layered
models and measured reflectances with several ways in which blood in vessels saturates.
"""
import sys

import numpy as np

SPECTRA = sys.argv[1] if len(sys.argv) > 1 else "../../../shared/data/spectra"
NM = np.arange(400, 701, 10.0)
DRAWS = 900
"""Of each kind of camera, tame and wild light alike."""


def column(file, index):
    table = np.genfromtxt(f"{SPECTRA}/{file}", delimiter=",", skip_header=1)
    return np.interp(NM, table[:, 0], table[:, index])


def gaussian(middle, spread):
    return np.exp(-0.5 * ((NM - middle) / spread) ** 2)


D65, LED = column("ill_D65.csv", 1), column("ill_LED-B3.csv", 1)
TUBE = column("ill_FL11.csv", 1)
OXY, DEOXY = (column("haemoglobin_molar_extinction.csv", i) for i in (1, 2))
OBSERVER = np.stack([column("cmf_1931_2deg.csv", i) for i in (1, 2, 3)]) * D65
FROM_XYZ = np.array([[3.2404542, -1.5371385, -0.4985314], [-0.969266, 1.8760108, 0.041556],
                     [0.0556434, -0.2040259, 1.0572252]])
TRUE = FROM_XYZ @ OBSERVER / OBSERVER[1].sum()
MEASURED_CAMERA = np.stack([column("camera_Nikon_5100_NPL.csv", i) for i in (1, 2, 3)])
NIST = np.stack([column("nist_skin_reflectance_1_50.csv", i) for i in range(1, 51)])
MELANIN = (NM / 550) ** -3.0
BLOODLESS = 0.244 + 85.3 * np.exp(-(NM - 154) / 66.2)
CAMERAS = {
    # Peak, spread below and above it, nm; of red, green and blue.
    "even": [[(600, 38, 38), (540, 42, 42), (462, 32, 32)], [(595, 34, 34), (532, 40, 40), (455, 28, 28)],
             [(605, 42, 42), (545, 45, 45), (465, 34, 34)]],
    "skew": [[(596, 20, 38), (530, 36, 38), (462, 28, 32)], [(604, 28, 34), (538, 40, 40), (456, 24, 32)],
             [(612, 36, 28), (526, 34, 42), (468, 32, 28)], [(592, 26, 42), (534, 42, 34), (450, 22, 36)]],
}


def planck(kelvin):
    power = NM ** -5.0 / (np.exp(1.438777e7 / (NM * kelvin)) - 1)
    return power / power.max()


def daylight(kelvin):
    return D65 / D65.max() * planck(kelvin) / planck(6504) if kelvin > 4000 else planck(kelvin)


def layered(melanin, blood, oxygenation, scattering, power, surface, vessel):
    """Two layers (Jacques 1998; Farrell, Patterson & Wilson 1992), blood packed in vessels (van Veen 2002)."""
    whole = 2.303 * 150 / 64_500 * (oxygenation * OXY + (1 - oxygenation) * DEOXY)
    packed = whole * (1 - np.exp(-2 * whole * vessel)) / (2 * whole * vessel)
    absorbed = blood * packed + (1 - blood) * BLOODLESS
    scattered = scattering * (NM / 500) ** -power
    albedo = scattered / (scattered + absorbed)
    inner = -1.44 / 1.96 + 0.71 / 1.4 + 0.668 + 0.0636 * 1.4
    k = (1 + inner) / (1 - inner)
    dermis = albedo / (1 + 2 * k * (1 - albedo) + (1 + 2 * k / 3) * np.sqrt(3 * (1 - albedo)))
    return surface + (1 - surface) * np.exp(-2 * 0.009 * melanin * 6.6e11 * NM ** -3.33) * dermis


def paint(low, high, edge, softness):
    return low + (high - low) / (1 + np.exp(-(NM - edge) / softness))


def patches(skins):
    """Reflectances that a maker might fit a matrix to: skins and colours, or smooth curves and measured skins."""
    if skins:
        out = [layered(m, b, 0.6, 120, 2, 0.03, 12e-4)
               for m in (0.02, 0.032, 0.05, 0.08, 0.13, 0.2) for b in (0.012, 0.03, 0.06)]
        out += [paint(0.05, 0.75, m, s) for m in (490, 520, 560, 600, 630) for s in (10, 25)]
        out += [paint(0.6, 0.06, m, s) for m in (490, 520, 560, 600) for s in (12, 25)]
        out += [0.05 + 0.5 * gaussian(m, s) for m in (450, 480, 520, 550, 580) for s in (25, 45)]
    else:
        random = np.random.default_rng(5)
        out = [np.interp(NM, np.linspace(400, 700, 5), random.random(5)) for _ in range(60)] + list(NIST[::2])
    return np.array(out)


PATCHES = {skins: patches(skins) for skins in (False, True)}


def matrix(sensitivities, light, skins):
    """Camera to linear sRGB by least squares, white kept."""
    refl = PATCHES[skins]
    seen = refl @ (sensitivities * light / (sensitivities * light).sum(1)[:, None]).T
    wanted = refl @ TRUE.T
    weight = 1 / (wanted @ [0.2126, 0.7152, 0.0722]) if skins else np.ones(len(refl))
    rows = []
    for channel in range(3):
        sides = np.stack([seen[:, 0] - seen[:, 1], seen[:, 2] - seen[:, 1]], 1) * weight[:, None]
        p, q = np.linalg.lstsq(sides, (wanted[:, channel] - seen[:, 1]) * weight, rcond=None)[0]
        rows.append([p, 1 - p - q, q])
    return np.array(rows)


def camera(random, kind):
    """Sensitivities of one camera, and its matrix to linear sRGB."""
    family, own, skins = kind
    if family == "measured":
        channels = []
        for channel in MEASURED_CAMERA:
            middle = (NM * channel).sum() / channel.sum()
            channels.append(np.interp(
                middle + (NM - random.normal(0, 4) - middle) / (1 + random.normal(0, 0.05)), NM, channel))
        actual, nominal = np.stack(channels), MEASURED_CAMERA
    else:
        base = CAMERAS[family][random.integers(len(CAMERAS[family]))]

        def sensitivity(peak, below, above, shift=0.0, stretch=1.0):
            middle = peak + shift
            return gaussian(middle, stretch * np.where(NM < middle, below, above))

        nominal = np.stack([sensitivity(*channel) for channel in base])
        actual = np.stack([
            sensitivity(*channel, random.normal(0, 4), 1 + random.normal(0, 0.05)) for channel in base])
    return actual, matrix(actual if own else nominal, D65 if skins else daylight(5500), skins)


KINDS = [("even", False, False), ("even", True, False), ("even", False, True), ("skew", True, True),
         ("skew", False, True), ("measured", False, False), ("measured", False, True)]


def between(random, low, high):
    return np.exp(random.uniform(np.log(low), np.log(high)))


def skin(random):
    """A calm skin's reflectance as a function of the blood added, and the most that is added."""
    kind = random.integers(4)
    layers = dict(melanin=between(random, 0.015, 0.25), oxygenation=random.uniform(0.5, 0.85),
                  scattering=random.uniform(80, 170), power=random.uniform(1.2, 2.5),
                  surface=random.uniform(0.01, 0.04), vessel=between(random, 3e-4, 25e-4))
    calm = random.uniform(0.008, 0.03)
    measured = NIST[random.integers(50)]
    blood = layers["oxygenation"] * OXY + (1 - layers["oxygenation"]) * DEOXY
    blood = blood / np.interp(550, NM, blood)
    if kind == 0:
        return (lambda b: layered(blood=calm + b, **layers)), 0.3
    if kind == 1:
        base = layered(blood=calm, **layers)
        return (lambda b: measured * layered(blood=calm + b, **layers) / base), 0.3
    if kind == 2:
        taken = np.minimum(blood, between(random, 2, 12)) ** random.uniform(0.6, 1)
        darker = 10 ** -(random.uniform(0, 0.3) * MELANIN) if random.random() < 0.4 else 1
        return (lambda b: measured * darker * 10 ** -(b * taken)), 0.45
    taken = blood / (1 + blood / between(random, 1.5, 10))
    taken = taken / np.interp(550, NM, taken)
    return (lambda b: measured * 10 ** -(b * taken)), 0.45


def erythema(colour):
    return 100 * np.log10(max(colour[0], 1e-3) / max(colour[1], 1e-3))


def draw(random, kind, wild):
    """log of true over seen redness, change of green and of green over blue with redness; or None."""
    actual, to_srgb = camera(random, kind)
    if wild:
        lamp = random.choice(["day", "tungsten", "led", "tube"], p=[0.4, 0.25, 0.3, 0.05])
        light = {"day": lambda: daylight(random.uniform(3000, 7500)),
                 "tungsten": lambda: planck(random.uniform(3000, 4000)), "led": lambda: LED,
                 "tube": lambda: TUBE}[lamp]()
    else:
        light = daylight(random.uniform(4800, 6500))
    balance = np.exp(random.normal(0, 0.06 if wild else 0.015, 3))
    seen = to_srgb @ (actual * light / ((actual * light).sum(1) * balance)[:, None])
    veil = to_srgb @ (random.uniform(0, 0.015 if wild else 0.005) / balance)
    look, most = skin(random)
    wanted = random.uniform(3, 15)
    calm = look(0)
    low, high = 0.0, most
    for _ in range(25):
        middle = (low + high) / 2
        low, high = (middle, high) if erythema(TRUE @ look(middle)) - erythema(TRUE @ calm) < wanted \
            else (low, middle)
    red = look(low)
    truth = erythema(TRUE @ red) - erythema(TRUE @ calm)
    before, after = seen @ calm + veil, seen @ red + veil
    if min(before.min(), after.min()) <= 2e-3 or truth < 1:
        return None
    change = 100 * np.log10(after / before)
    redness = change[0] - change[1]
    if redness < 0.3 * truth:
        return None
    return [np.log(truth / redness), change[1] / redness, (change[1] - change[2]) / redness]


def terms(green, blue):
    """What the log of the gain is linear in; `BloodGain.gain` has the same."""
    held = np.clip(blue, -4, 2)
    g, b = np.log(np.clip(-green, 0.7, 6) / 1.5), held / (1 + 0.25 * abs(held))
    return np.stack([np.ones_like(g), g, b, g * g, g * b, b * b], -1)


def main():
    random = np.random.default_rng(1)
    drawn = [draw(random, kind, wild) for kind in KINDS for wild in (False, True) for _ in range(DRAWS)]
    table = np.array([one for one in drawn if one])
    gain, seen = table[:, 0], table[:, 1:]
    seen = np.clip(seen, [-6, -5], [-0.6, 2])
    # What to expect of a photo that shows too little: blue, and green by blue.
    mean, spread = seen.mean(0), np.cov(seen.T)
    slope = spread[0, 1] / spread[1, 1]
    noisy = np.concatenate([seen + random.normal(size=seen.shape) * [0.12, 0.15] for _ in range(3)])
    sides, wanted = terms(*noisy.T), np.tile(gain, 3)
    weight = np.ones(len(wanted))
    for _ in range(10):
        square = (sides * weight[:, None]).T @ sides + len(wanted) * 1e-5 * np.eye(sides.shape[1])
        fitted = np.linalg.solve(square, sides.T @ (weight * wanted))
        left = wanted - sides @ fitted
        weight = 1 / (1 + (left / 0.12) ** 2)
    print("weights", np.round(fitted, 4).tolist())
    print("expected blue", round(mean[1], 4), "deviation", round(spread[1, 1] ** 0.5, 4))
    print("expected green", round(mean[0], 4), "by blue", round(slope, 4), "deviation",
          round((spread[0, 0] - slope * spread[0, 1]) ** 0.5, 4))
    print(f"{len(table)} draws: log gain {np.sqrt((gain ** 2).mean()):.3f} (RMS), "
          f"{np.median(abs(gain)):.3f} (median); left {np.sqrt((left ** 2).mean()):.3f}, "
          f"{np.median(abs(left)):.3f}")


main()
