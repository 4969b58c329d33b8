#!/usr/bin/env python3
"""Learns the rule that tells dots of pigment from hairs, pores, freckles and texture.

    Benchmarks/DotTraining/train.py [--count 20] [--seed 8501] [--only NAME …]

Renders photos of all sets by `scalpline phantom photos`, as they are and twice as many with `--varied` (dots' spread,
crowding, pores and texture from wide ranges), has `dot-spots` write every spot with its features, labels each by the
truth (a dot holds a fifth of its fresh load; spots on faint dots, hidden dots and the photo's rim count neither way),
and fits a logistic regression. Each photo weighs the same.

What a photo's dots have in common (how clear or crowded they are) is learned from few photos of one renderer: so a new
number is learned with all others held (`--only`), unless learning all anew is better on photos of another renderer too.

Writes the weights to Sources/ScalpMeasurement/DotRule+Weights.swift and the calibration on photos that it did not
learn from to Docs/Measures/DotRuleCalibration.md. Needs numpy (`make accuracy` makes an environment with it).
"""
import argparse
import csv
import json
import pathlib
import re
import subprocess

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
WEIGHTS = ROOT / "Sources/ScalpMeasurement/DotRule+Weights.swift"
SETS = ("clean", "field", "hard", "far", "phone")
LEAST_SHARE, FAINT_SHARE = 0.2, 0.12
MATCH_MILLIMETRES, MATCH_PIXELS, MARGIN_MILLIMETRES = 0.14, 1.5, 0.3
RIDGE, STEPS, SPOTS_OF_A_PHOTO = 1.0, 40, 2000


def spots(kind, count, seed, varied=False):
    """Photos of a set with the features and labels of their spots: 1 dot, 0 none."""
    folder = BUILD / f"dot-training/{kind}-{seed}-{count}{'-varied' if varied else ''}"
    if not (folder / "spots.csv").exists():
        tool = BUILD / "release/scalpline"
        subprocess.run(
            [tool, "phantom", "photos", "--set", kind, "--count", str(count), "--seed", str(seed), "--width", "1200",
             "--height", "900", "--output", folder] + (["--varied"] if varied else []), check=True, stdout=subprocess.DEVNULL)
        with open(folder / "spots.csv", "w") as out:
            subprocess.run([BUILD / "release/dot-spots", folder], check=True, stdout=out)
    truths = {photo["file"]: photo for photo in json.load(open(folder / "truth.json"))["photos"]}
    rows = {}
    with open(folder / "spots.csv") as lines:
        for row in list(csv.reader(lines))[1:]:
            rows.setdefault(row[0], []).append([float(value) for value in row[1:]])
    for name, table in rows.items():
        table = np.array(table)
        labels = labelled(table[:, :2], truths[name])
        yield f"{kind}/{name}", table[labels >= 0, 2:], labels[labels >= 0]


def labelled(places, truth):
    """1 for the spot nearest to a dot, 0 for one that is on none, −1 for what counts neither way."""
    scale, width, height = truth["pixelsPerMillimetre"], truth["width"], truth["height"]
    labels = np.zeros(len(places))
    margin = MARGIN_MILLIMETRES * scale
    inside = (places >= margin).all(1) & (places[:, 0] <= width - 1 - margin) & (places[:, 1] <= height - 1 - margin)
    radius = max(MATCH_PIXELS, MATCH_MILLIMETRES * scale)
    cells = {}
    for number, (x, y) in enumerate(places):
        cells.setdefault((int(x // radius), int(y // radius)), []).append(number)
    pairs = []
    for number, dot in enumerate(truth["dots"]):
        column, row = int(dot[0] // radius), int(dot[1] // radius)
        for key in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for spot in cells.get(key, ()):
                distance = np.hypot(*(places[spot] - dot[:2]))
                if distance <= radius:
                    pairs.append((distance, number, spot))
    taken = set()
    for _, number, spot in sorted(pairs):
        if number in taken or labels[spot] != 0:
            continue
        taken.add(number)
        dot = truth["dots"][number]
        hidden = (len(dot) > 5 and dot[5]) or (len(dot) > 7 and not dot[7])
        labels[spot] = -1 if hidden or FAINT_SHARE <= dot[4] < LEAST_SHARE else 1 if dot[4] >= LEAST_SHARE else 0
    labels[~inside] = -1
    return labels


def fitted(photos, start, free):
    """The weights by Newton's method; those that are not free stay as at the start."""
    features = np.vstack([x for _, x, _ in photos])
    labels = np.concatenate([y for _, _, y in photos])
    weight = np.concatenate([np.full(len(y), SPOTS_OF_A_PHOTO / max(len(y), 500)) for _, _, y in photos])
    weights = np.where(free, 0, start)
    for _ in range(STEPS):
        p = probability(weights, features)
        gradient = features.T @ (weight * (labels - p)) - RIDGE * weights
        curvature = (features * (weight * p * (1 - p))[:, None]).T @ features + RIDGE * np.eye(len(weights))
        weights[free] += np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
    return weights


def standing(names):
    """The weights that the rule has now; 0 for numbers that it does not have yet."""
    found = [float(line) for line in re.findall(r"^ +(-?[0-9.]+),$", WEIGHTS.read_text(), re.MULTILINE)]
    return np.array(found + [0.0] * (len(names) - len(found)))


def feature_names(folder):
    with open(folder / "spots.csv") as lines:
        return next(csv.reader(lines))[3:]


def probability(weights, features):
    return 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))


def report(weights, photos, options):
    lines = [
        "# How sure the rule is, and how often it is right", "",
        f"Made by `Benchmarks/DotTraining/train.py --count {options.count} --seed {options.seed}"
        + "".join(f' --only "{name}"' for name in options.only) + "`, on photos of other "
        "seeds than those it learned from, where the photo's dots make a population.", "",
        "| set | photos | F1 of the spots (median) | dots | wrong | missed |", "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind in SETS:
        scores, counts = [], np.zeros(3, int)
        for name, features, labels in photos:
            if name.startswith(kind + "/") and labels.sum() > 0:
                found = probability(weights, features) > 0.5
                hits = (found & (labels == 1)).sum()
                scores.append(2 * hits / (found.sum() + labels.sum()))
                counts += [int(labels.sum()), int((found & (labels == 0)).sum()), int((~found & (labels == 1)).sum())]
        if scores:
            lines.append(
                f"| {kind} | {len(scores)} | {np.median(scores):.4f} | {counts[0]} | {counts[1]} | {counts[2]} |")
    every = np.concatenate([probability(weights, x) for _, x, _ in photos])
    labels = np.concatenate([y for _, _, y in photos])
    lines += ["", "| said | spots | were dots |", "| --- | --- | --- |"]
    edges = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0000001]
    for low, high in zip(edges, edges[1:]):
        inside = (every >= low) & (every < high)
        if inside.any():
            lines.append(f"| {low:.2f}–{min(high, 1):.2f} | {inside.sum()} | {labels[inside].mean():.2f} |")
    (ROOT / "Docs/Measures/DotRuleCalibration.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=20, help="photos of each set to learn from, and half the varied")
    parser.add_argument("--seed", type=int, default=8501)
    parser.add_argument("--only", nargs="*", default=[], help="numbers to learn while all others are held")
    options = parser.parse_args()
    learned = [photo for kind in SETS for photo in spots(kind, options.count, options.seed)]
    learned += [photo for kind in SETS for photo in spots(kind, 2 * options.count, options.seed + 100, varied=True)]
    held = [photo for kind in SETS for photo in spots(kind, max(options.count // 2, 1), options.seed + 1)]
    names = feature_names(BUILD / f"dot-training/{SETS[0]}-{options.seed}-{options.count}")
    before = standing(names)
    free = np.array([not options.only or name in options.only for name in names])
    weights = fitted(learned, before, free)
    report(weights, held, options)
    numbers = "".join(f"        {value:.4f},\n" for value in weights)
    WEIGHTS.write_text(
        "extension DotRule {\n    /// Learned by Benchmarks/DotTraining/train.py; in the order of ``DotFeatures/names``.\n"
        f"    static let weights: [Double] = [\n{numbers}    ]\n}}\n")


if __name__ == "__main__":
    main()
