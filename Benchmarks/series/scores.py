"""Registration, tracks, load and lost patches held against the truth."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

from .analysis import Analysed
from .truth import LEAST_SHARE, TrueClient, TruePhoto, apply

MATCH_MILLIMETRES = 0.14
MARGIN_MILLIMETRES = 0.3
"""Dots nearer to the photo's edge count neither way."""
FEWEST_DOTS = 24


@dataclass
class Registered:
    """Errors of maps."""

    errors: list[float] = field(default_factory=list)
    """RMS over the picture, in the anchor's pixels."""
    at_dots: list[float] = field(default_factory=list)
    """The same over the dots that both photos show, homography and warp together."""
    missing: int = 0
    photos: int = 0
    before_found: int = 0
    before: int = 0
    mirrored_wrong: int = 0
    reasons: list[str] = field(default_factory=list)


@dataclass
class Tracked:
    """Links, shares and loads."""

    true_links: int = 0
    found: int = 0
    made: int = 0
    right: int = 0
    of_no_dot: int = 0
    refused: int = 0
    """Photos of clients whose first visit tells no load."""
    loss: list[float] = field(default_factory=list)
    by_tracks: list[float] = field(default_factory=list)
    by_counts: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)
    load_pulls: list[float] = field(default_factory=list)


@dataclass
class Patches:
    """Lost patches."""

    clients: int = 0
    found: int = 0
    offsets: list[float] = field(default_factory=list)
    """Of the middle, mm."""
    false: int = 0


def registration(client: TrueClient, told: Analysed, into: Registered, mirrored: frozenset[str] = frozenset()
                 ) -> None:
    """Every photo's map against the true one."""
    anchor = next((photo for photo in client.photos if photo.file == told.anchor), None)
    for photo in client.photos:
        is_before = len(photo.numbers) < FEWEST_DOTS
        if photo is anchor:
            continue
        estimate = told.map(photo.file)
        if is_before:
            into.before += 1
            into.before_found += estimate is not None
        else:
            into.photos += 1
            into.missing += estimate is None
        if estimate is None or anchor is None:
            if not is_before:
                into.reasons.append(f"{client.name} {photo.file}: {told.registrations[photo.file]['reason']}")
            continue
        x, y = np.meshgrid(np.linspace(0, photo.width - 1, 21), np.linspace(0, photo.height - 1, 16))
        grid = np.column_stack([x.ravel(), y.ravel()])
        true = anchor.map @ np.linalg.inv(photo.map)
        off = apply(estimate, grid) - apply(true, grid)
        into.errors.append(float(np.sqrt((off**2).sum(axis=1).mean())))
        shared = [number for number in photo.index if number in anchor.index]
        if shared:
            here = photo.places[[photo.index[number] for number in shared]]
            there = anchor.places[[anchor.index[number] for number in shared]]
            off = told.anchored(photo.file, here) - there
            into.at_dots.append(float(np.sqrt((off**2).sum(axis=1).mean())))
        if told.registrations[photo.file]["mirrored"] != (photo.file in mirrored):
            into.mirrored_wrong += 1


def _identified(photo: TruePhoto, told: Analysed) -> dict[int, int]:
    """True dot of each track that a photo shows, −1 where there is none."""
    tracks = told.tracks.get(photo.file)
    if tracks is None:
        return {}
    seen = tracks.states == "seen"
    reach = max(1.5, MATCH_MILLIMETRES * photo.scale)
    distance, row = cKDTree(photo.places).query(tracks.places[seen], distance_upper_bound=reach)
    return {int(track): int(photo.numbers[r]) if np.isfinite(d) else -1
            for track, d, r in zip(tracks.tracks[seen], distance, row)}


def _counted(photo: TruePhoto) -> set[int]:
    """Numbers of dots that a photo shows well enough to be judged."""
    margin = MARGIN_MILLIMETRES * photo.scale
    inside = ((photo.places >= margin) & (photo.places <= [photo.width - 1 - margin, photo.height - 1 - margin]))
    return set(photo.numbers[inside.all(axis=1) & photo.is_there() & ~photo.hidden].tolist())


def tracking(client: TrueClient, told: Analysed, into: Tracked) -> None:
    """Links between consecutive visits, and what is left of the session's dots at each."""
    after = [photo for photo in client.photos if len(photo.numbers) >= FEWEST_DOTS]
    dots = [_identified(photo, told) for photo in after]
    for one, other, a, b in zip(after, after[1:], dots, dots[1:]):
        true = _counted(one) & _counted(other)
        links = [(a[track], b[track]) for track in a if track in b]
        found = {p for p, q in links if p == q}
        into.true_links += len(true)
        into.found += len(true & found)
        into.made += len(links)
        into.right += sum(p == q and p >= 0 for p, q in links)
        into.of_no_dot += sum(p < 0 and q < 0 for p, q in links)
    first = after[0]
    begin = told.records[first.file]
    if not begin.get("bySession"):
        # The day's own photo is taken for one from before the session: nothing is told of it.
        into.refused += len(after)
        return
    values: list[tuple[TruePhoto, dict]] = []
    for photo in after[1:]:
        record = told.records[photo.file]
        if record.get("bySession"):
            values.append((photo, record))
    for photo, record in values:
        shared = np.array([number for number in first.index if number in photo.index])
        then = np.array([first.index[number] for number in shared])
        now = np.array([photo.index[number] for number in shared])
        there, stays = first.shares[then] >= LEAST_SHARE, photo.shares[now] >= LEAST_SHARE
        share = float((there & stays).sum() / there.sum())
        entry, start = record["bySession"][0], begin["bySession"][0]
        visible = entry["visibleShare"]["value"]
        if visible is not None:
            # The share is over what a session made, the first visit's being the same to within a dot.
            into.loss.append(visible - share)
            if photo.density and first.density:
                into.by_tracks.append(visible / share - 1)
        counts = [r["density"]["value"] for r in (record, begin)]
        if visible is not None and None not in counts and share > 0:
            into.by_counts.append(counts[0] / counts[1] / (photo.density / first.density) - 1)
        load, fresh = entry["relativeDarkness"], start["relativeDarkness"]
        if load["value"] is not None and fresh["value"]:
            true_ratio = (photo.square_millimetres()[now].sum() / first.square_millimetres()[then].sum())
            ratio = load["value"] / fresh["value"]
            into.load.append(ratio / true_ratio - 1)
            if load.get("standardError"):
                into.load_pulls.append((ratio / true_ratio - 1) * load["value"] / load["standardError"])


def patches(client: TrueClient, told: Analysed, into: Patches, by_day: float = 29) -> None:
    """Whether a client's lost patch is found, where, and what is found besides."""
    true = {photo.file: photo for photo in client.photos}
    has = any(photo.patch for photo in client.photos)
    into.clients += has
    is_found = False
    for finding in told.findings:
        if finding["code"] != "lost-patch":
            continue
        photo = true[finding["photo"]]
        offset = np.inf
        if photo.patch:
            x, y, radius = photo.patch
            offset = float(np.hypot(finding["centre"][0] - x, finding["centre"][1] - y))
        if photo.patch and offset < radius:
            if not is_found and photo.day <= by_day:
                into.found += 1
                into.offsets.append(offset / photo.scale)
                is_found = True
        else:
            into.false += 1
