"""Registration, tracks and lost patches on rendered series. Run from Benchmarks:

    python3 -m series                     all of it but the curve; see `make series`
    python3 -m series --only flat,head    some of flat, head, pairs, patch, time
    python3 -m series --only curve        bands, findings and forecasts; see `make curve-pixels`
"""
from __future__ import annotations

import argparse
from pathlib import Path

from accuracy.photos import ROOT

from . import analysis, curve, report, scenes, scores
from .report import Line

KEPT = ROOT / "Benchmarks"
PARTS = ("flat", "head", "pairs", "patch", "time")
LARGE = (4000, 3000)
USUAL = (4, 4)
"""Clients of each kind, pairs of each kind and client: the page in the repository is of so many."""
USUAL_NORMAL = 24
"""Normal clients held against the curve."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m series", description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, default=ROOT / ".build/release/scalpline")
    parser.add_argument("--count", type=int, help="clients of each kind (4); normal ones of the curve (24)")
    parser.add_argument("--pairs", type=int, default=USUAL[1], help="pairs of each kind and client (4)")
    parser.add_argument("--only", help="only these parts, with commas; nothing is kept then")
    options = parser.parse_args()
    parts = options.only.split(",") if options.only else list(PARTS)
    if unknown := set(parts) - {*PARTS, "curve"}:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if "curve" in parts and len(parts) > 1:
        parser.error("the curve has a page of its own: --only curve")
    tool = options.tool.resolve()
    if "curve" in parts:
        count = options.count or USUAL_NORMAL
        lines, tables, notes, method = curve.run(tool, count, scenes.STORE / "work")
        text = report.page("The expected curve through the pixels", "curve-pixels", method, f"{count} normal clients.",
                           lines, notes, "Findings on normal clients, faults told late or not at all, and others told:", tables)
        is_kept, name = count == USUAL_NORMAL, "curve-pixels.md"
    else:
        count = options.count or USUAL[0]
        lines, notes, method = run(tool, parts, count, options.pairs)
        text = report.page("Series beside the truth", "series", method,
                           f"{count} clients of each kind with {len(scenes.DAYS)} visits.", lines, notes,
                           "Photos with dots that did not register:")
        is_kept, name = options.only is None and (count, options.pairs) == USUAL, "series.md"
    print(text)
    if is_kept:
        (KEPT / name).write_text(text, encoding="utf-8")


def run(tool: Path, parts: list[str], count: int, pair_count: int) -> tuple[list[Line], list[str], str]:
    """Runs some parts: the lines of the page, the photos that did not register, the method."""
    work = scenes.STORE / "work"
    flat, head = scores.Registered(), scores.Registered()
    tracked, tracked_head = scores.Tracked(), scores.Tracked()
    lost, normal = scores.Patches(), scores.Patches()
    lines: list[Line] = []
    notes: list[str] = []
    method = "unknown"
    plain = scenes.clients(tool, "flat", count) if {"flat", "pairs"} & set(parts) else []
    if "flat" in parts:
        told, _ = analysis.analyse(tool, plain, work / "flat")
        for client in plain:
            scores.registration(client, told[client.name], flat)
            scores.tracking(client, told[client.name], tracked)
            scores.patches(client, told[client.name], normal)
            method = next(iter(told[client.name].records.values()))["method"]
    if "head" in parts:
        round_ones = scenes.clients(tool, "head", count, "--head-radius", str(scenes.HEAD_RADIUS), "--tilt", "10")
        told, _ = analysis.analyse(tool, round_ones, work / "head")
        for client in round_ones:
            scores.registration(client, told[client.name], head)
            scores.tracking(client, told[client.name], tracked_head)
            scores.patches(client, told[client.name], normal)
    if {"flat", "head"} & set(parts):
        lines += report.flat_lines(flat, head)
        notes += flat.reasons + head.reasons
    if "pairs" in parts:
        lines += report.pair_lines(score_pairs(tool, plain, pair_count, work, notes))
    if "flat" in parts:
        lines += report.track_lines("flat", tracked)
    if "head" in parts:
        # Loads in mm² would need the head's own scale at every dot: only links are judged.
        lines += report.track_lines("head", tracked_head)[:4]
    if "patch" in parts:
        holed = scenes.clients(tool, "patch", count, "--lost-patch", str(scenes.PATCH_SHARE))
        told, _ = analysis.analyse(tool, holed, work / "patch")
        for client in holed:
            scores.patches(client, told[client.name], lost)
        lines += report.patch_lines(lost, normal)
    if "time" in parts:
        lines += time_lines(tool, work)
    return lines, notes, method


def score_pairs(tool: Path, plain: list, count: int, work: Path, notes: list[str]) -> dict[str, scores.Registered]:
    """Pairs of photos of which one is changed."""
    out = {}
    for kind, clients in scenes.pairs(tool, plain, count).items():
        told, _ = analysis.analyse(tool, clients, work / kind)
        out[kind] = scores.Registered()
        for client in clients:
            files = frozenset(photo.file for photo in client.photos) if kind == "mirrored" else frozenset()
            anchored = files - {told[client.name].anchor or ""}
            scores.registration(client, told[client.name], out[kind], anchored)
        notes += out[kind].reasons
    return out


def time_lines(tool: Path, work: Path) -> list[Line]:
    """Seconds of following a series over those of measuring its photos, at 12 megapixels."""
    large = scenes.clients(tool, "large", 1, size=LARGE, scale=56.0)
    alone = analysis.measuring_seconds(tool, large[0])
    _, together = analysis.analyse(tool, large, work / "large")
    return [Line("12 photos of 12 MP: analyse less measure, over measure", together / alone - 1, 0.5, ".2f"),
            Line("12 photos of 12 MP: measure", alone, None, ".1f", unit=" s")]


if __name__ == "__main__":
    main()
