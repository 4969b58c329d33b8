#!/usr/bin/env python3
"""Measures of the tool beside the truth of photos that its phantom renders.

    Benchmarks/phantom-accuracy.py --seed 11 --count 20 [phantom options]

Dots are judged as the measures' definitions say: a true dot holds at least a fifth of its fresh load and does
not lie under a scab; found dots are matched one to one within 0.14 mm (at least 1.5 px), nearest pairs first;
the outermost 0.3 mm of the photo counts neither way. Only the standard library is needed.
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile

MATCH_MILLIMETRES = 0.14
MATCH_PIXELS = 1.5
MARGIN_MILLIMETRES = 0.3
LEAST_SHARE = 0.2


def matched(true, found, radius):
    """Numbers of true and found points that pair up within a radius, nearest first."""
    cells = {}
    for index, (x, y) in enumerate(true):
        cells.setdefault((int(x // radius), int(y // radius)), []).append(index)
    pairs = []
    for number, (x, y) in enumerate(found):
        column, row = int(x // radius), int(y // radius)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for index in cells.get((column + dx, row + dy), ()):
                    square = (true[index][0] - x) ** 2 + (true[index][1] - y) ** 2
                    if square <= radius * radius:
                        pairs.append((square, index, number))
    of_true, of_found = {}, {}
    for _, index, number in sorted(pairs):
        if index not in of_true and number not in of_found:
            of_true[index] = number
            of_found[number] = index
    return of_true, of_found


def judge(record, truth):
    scale = truth["pixelsPerMillimetre"]
    margin = MARGIN_MILLIMETRES * scale

    def inside(x, y):
        return (margin <= x <= truth["width"] - 1 - margin
                and margin <= y <= truth["height"] - 1 - margin)

    true = [(d[0], d[1]) for d in truth["dots"] if d[4] >= LEAST_SHARE and not d[6]]
    found = [(d[0], d[1]) for d in record["dots"]]
    of_true, of_found = matched(true, found, max(MATCH_PIXELS, MATCH_MILLIMETRES * scale))
    hits = sum(1 for i, (x, y) in enumerate(true) if inside(x, y) and i in of_true)
    missed = sum(1 for i, (x, y) in enumerate(true) if inside(x, y) and i not in of_true)
    false = sum(1 for i, (x, y) in enumerate(found) if inside(x, y) and i not in of_found)
    row = {"file": truth["file"], "skin": truth.get("skin", ""), "day": truth["day"],
           "f1": 2 * hits / max(2 * hits + missed + false, 1), "missed": missed, "false": false}
    for name, key in (("density", "density"), ("coverage", "coverage")):
        value, error = record[key]["value"], record[key]["standardError"]
        row[name] = None if value is None or not truth[name] else value / truth[name] - 1
        row[name + "Errors"] = None if value is None or not error else (value - truth[name]) / error
    alive = [d[3] for d in truth["dots"] if d[4] >= LEAST_SHARE]
    load = record["darkness"]["pigmentLoad"]
    row["load"] = None if load is None or not alive else load / (statistics.mean(alive) / scale ** 2) - 1
    value = record["redness"]["value"]
    row["redness"] = None if value is None or truth["redness"] is None else value - truth["redness"]
    row["rednessErrors"] = None if row["redness"] is None else row["redness"] / record["redness"]["standardError"]
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=".build/release/scalpline")
    parser.add_argument("--seed", default="11")
    parser.add_argument("--count", default="20")
    parser.add_argument("--keep", help="folder to leave the photos in")
    options, phantom = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or os.path.join(scratch, "photos")
        subprocess.run([options.tool, "phantom", "photos", "--count", options.count, "--seed", options.seed,
                        "--output", folder, *phantom], check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(folder, "truth.json")) as file:
            truths = json.load(file)["photos"]
        paths = [os.path.join(folder, truth["file"]) for truth in truths]
        lines = subprocess.run([options.tool, "measure", "--dots", *paths], check=True,
                               capture_output=True, text=True).stdout.splitlines()
    rows = [judge(json.loads(line), truth) for line, truth in zip(lines, truths)]

    def cell(value, form):
        return "      -" if value is None else format(value, form)

    print("photo           skin     day     F1  missed  false  density coverage     load  redness")
    for row in rows:
        print(f"{row['file'][:15]:15} {row['skin'][:7]:7} {row['day']:5.0f} {row['f1']:6.3f} {row['missed']:7} "
              f"{row['false']:6} {cell(row['density'], '8.1%')} {cell(row['coverage'], '8.1%')} "
              f"{cell(row['load'], '8.1%')} {cell(row['redness'], '8.2f')}")

    def median(name, size=abs):
        values = [size(row[name]) for row in rows if row[name] is not None]
        return statistics.median(values) if values else float("nan")

    print(f"\nmedian F1 {median('f1'):.4f}, least {min(row['f1'] for row in rows):.4f}; median absolute errors: "
          f"density {median('density'):.2%}, coverage {median('coverage'):.2%}, load {median('load'):.2%}, "
          f"redness {median('redness'):.2f} EI")
    for name in ("density", "coverage", "redness"):
        errors = [row[name + "Errors"] for row in rows if row[name + "Errors"] is not None]
        if errors:
            rms = (sum(e * e for e in errors) / len(errors)) ** 0.5
            print(f"{name}: error over standard error, RMS {rms:.2f}; "
                  f"within two {sum(abs(e) <= 2 for e in errors) / len(errors):.0%}")


if __name__ == "__main__":
    main()
