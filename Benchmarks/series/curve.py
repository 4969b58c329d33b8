"""The expected curve through the pixels: bands, findings and forecasts of whole clients, normal ones and faulty ones."""
from __future__ import annotations

import datetime
import json
import math
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from . import analysis, scenes, truth
from .analysis import Analysed
from .report import Line, at, part, rms
from .truth import TrueClient

SKINS = ("fair", "light", "medium", "tan", "brown", "dark")
DENSE = (-1, 0, 1, 3, 5, 8, 12, 18, 28, 42, 90, 365)
SPARSE = (-1, 0, 7, 30, 180)
UNSEEN = DENSE[1:]
"""Without a photo from before treatment."""
TWICE = (-1, 0, 1, 3, 5, 8, 12, 18, 27, 28, 29, 31, 33, 36, 40, 46, 56, 70, 118, 365)
"""About two sessions on the days 0 and 28."""
PATTERNS = ("dense", "dense", "sparse", "dense", "twice", "unseen")
VISITS = {"dense": DENSE, "sparse": SPARSE, "unseen": UNSEEN, "twice": TWICE}
MEASURES = ("redness", "darkness", "coverage", "density", "scabs")
STAGES = ("before", "immediate-care", "initial-healing", "settling", "long-term")
SETTLED_DAY = 90
TOUCH_UP_SHARE = 0.7
LIGHT = "field"
"""Light and camera: spectra, one camera a client."""
LATE_DAY, LEAST_SCABS = 11, 2e-3
"""From this day on scabs are late, and from this share of the treated skin on they can be seen."""
ONE_CRUST = 2e-4
"""Share of the treated skin that one crust covers: true areas come in steps of it."""
HORIZON = 15 * 365


@dataclass(frozen=True)
class Kind:
    """Clients with one fault, or without."""

    name: str
    part: float
    """Of the number of normal clients."""
    seed: int
    options: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """Findings that tell the fault."""
    by_day: float = math.inf
    words: str = ""


NORMAL = Kind("normal", 1, 9000)
FAULTS = (
    Kind("red", 0.5, 9100, ("--red-stays", "0.7"), ("redness-above-expected",), 8.5,
         "70 % of the redness stays: told by day 8"),
    Kind("fading", 0.5, 9200, ("--fading-times", "6"),
         ("fading-faster-than-expected", "darkness-below-expected"), 366, "fades six times as fast: told by day 365"),
    Kind("patch", 0.5, 9300, ("--lost-patch", str(scenes.PATCH_SHARE)), ("lost-patch",), 28.5,
         "lost patch: told by day 28"),
    Kind("scabs", 0.25, 9400, ("--scabs-late", "10"), ("scabs-longer-than-expected",), math.inf,
         "scabs ten days late: told"))


@dataclass
class Holding:
    """Bands that hold the true value, client by client."""

    clients: dict[str, list[bool]] = field(default_factory=dict)
    widths: list[float] = field(default_factory=list)

    def add(self, client: str, holds: bool, width: float) -> None:
        self.clients.setdefault(client, []).append(holds)
        self.widths.append(width)

    @property
    def share(self) -> float | None:
        return part(sum(map(sum, self.clients.values())), len(self.widths))

    @property
    def two_errors(self) -> float | None:
        """Two standard errors of the share: clients are drawn, and their bands come together."""
        if len(self.clients) < 2:
            return None
        off = [sum(own) - self.share * len(own) for own in self.clients.values()]
        return 2 * math.sqrt(sum(x * x for x in off) * len(off) / (len(off) - 1)) / len(self.widths)


@dataclass
class Errors:
    """Measured less true, photo by photo."""

    clients: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    days: list[float] = field(default_factory=list)
    measured: list[float] = field(default_factory=list)
    true: list[float] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)

    def add(self, client: str, stage: str, day: float, measured: float, true: float, error: float) -> None:
        for values, value in zip((self.clients, self.stages, self.days, self.measured, self.true, self.errors),
                                 (client, stage, day, measured, true, error)):
            values.append(value)

    def factors(self) -> dict[str, float]:
        """Median of measured over true of each client: its region as it is found, and what is the same at all visits."""
        out = {}
        for client in set(self.clients):
            ratios = [m / t for c, m, t in zip(self.clients, self.measured, self.true) if c == client and t > 0]
            out[client] = float(np.median(ratios)) if ratios else 1.0
        return out

    def pulls(self, own_factor: bool = False, stage: str | None = None) -> list[float]:
        factors = self.factors() if own_factor else {}
        return [(m - factors.get(c, 1.0) * t) / e
                for c, s, m, t, e in zip(self.clients, self.stages, self.measured, self.true, self.errors)
                if e > 0 and stage in (None, s)]

    def relative(self, stage: str | None = None) -> list[float]:
        return [m / t - 1 for s, m, t in zip(self.stages, self.measured, self.true) if t > 0 and stage in (None, s)]

    def off(self, stage: str | None = None) -> list[float]:
        return [m - t for s, m, t in zip(self.stages, self.measured, self.true) if stage in (None, s)]


@dataclass
class Judged:
    """All that normal clients tell."""

    bands: dict[tuple[str, str], Holding] = field(default_factory=dict)
    scaled: dict[tuple[str, str], Holding] = field(default_factory=dict)
    """The same with the truth times the client's own factor."""
    errors: dict[str, Errors] = field(default_factory=lambda: {measure: Errors() for measure in MEASURES})
    alarmed: list[str] = field(default_factory=list)
    """Clients with a finding that asks for attention, and which."""
    clients: int = 0
    settled: list[float] = field(default_factory=list)
    settled_holds: list[bool] = field(default_factory=list)
    touch_up_holds: list[bool] = field(default_factory=list)
    touch_up: list[float] = field(default_factory=list)
    """Median over true wait."""


@dataclass(frozen=True)
class CurveTruth:
    """What is true of a client's course."""

    photos: dict[str, dict[str, float]]
    """The measures by photo."""
    settled: float
    """Load left of a session's dots on the settled day."""
    touch_up: datetime.date
    last_session: datetime.date


def read(folder: Path) -> CurveTruth:
    """The course of a client's folder."""
    whole = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    photos = {}
    for photo in whole["photos"]:
        values = {"redness": photo["redness"], "coverage": photo["coverage"], "density": photo["density"],
                  "scabs": photo["scabs"]["areaFraction"]}
        if photo["bySession"]:
            values["darkness"] = photo["bySession"][-1]["darkness"]
        photos[photo["file"]] = {name: value for name, value in values.items() if value is not None}
    curve = whole["curve"]
    last = datetime.date.fromisoformat(whole["sessions"][-1]["date"][:10])
    wait = min(SETTLED_DAY - 365 * math.log(TOUCH_UP_SHARE) / curve["darknessFading"], HORIZON)
    return CurveTruth(photos, darkness(curve, SETTLED_DAY), last + datetime.timedelta(days=wait), last)


def darkness(curve: dict, days: float) -> float:
    """Share of the fresh load that the curve leaves."""
    def height(u: float) -> float:
        rho, m = curve["darknessSettledShare"], curve["darknessMidpoint"]
        fall = (1 - rho) / (1 + math.exp((u - m) / curve["darknessWidth"]))
        return rho + fall - curve["darknessDip"] * math.exp(-(((u - m - 5) / 3) ** 2))
    return height(days) / height(0) * math.exp(-curve["darknessFading"] * days / 365)


def clients(tool: Path, kind: Kind, count: int) -> list[TrueClient]:
    """Renders clients of a kind; faulty ones are visited densely."""
    out = []
    for number in range(count):
        # Every skin meets every pattern.
        skin = SKINS[(number + number // len(PATTERNS)) % len(SKINS)]
        pattern = PATTERNS[number % len(PATTERNS)] if kind is NORMAL else "dense"
        sessions = ("--sessions", "0,28") if pattern == "twice" else ()
        out.append(scenes.client(tool, f"curve-{kind.name}", number, kind.seed + number, skin, VISITS[pattern],
                                 "--light", LIGHT, *kind.options, *sessions))
    return out


def _told(record: dict, measure: str) -> tuple[float, float] | None:
    """A photo's value with its standard error."""
    entry = record.get("relativeDarkness" if measure == "darkness" else measure)
    if not entry:
        return None
    value = entry.get("areaFraction") if measure == "scabs" else entry.get("value")
    error = entry.get("standardError")
    return None if value is None or error is None else (value, error)


def judge(client: TrueClient, told: Analysed, into: Judged) -> None:
    """A normal client's errors, bands, findings and forecast."""
    true = read(client.folder)
    into.clients += 1
    own = {measure: Errors() for measure in MEASURES}
    for file, record in told.records.items():
        for measure in MEASURES:
            value = _told(record, measure)
            if value is None or measure not in true.photos[file] or record.get("stage") is None:
                continue
            if measure == "redness" and not record["quality"]["usable"]:
                continue
            if measure in ("coverage", "density", "scabs") and record["stage"] == "before":
                continue
            row = (client.name, record["stage"], record["day"], value[0], true.photos[file][measure], value[1])
            own[measure].add(*row)
            into.errors[measure].add(*row)
    factors = {measure: own[measure].factors().get(client.name, 1.0) for measure in ("coverage", "density")}
    for file, record in told.records.items():
        for measure, band in (record.get("expected") or {}).items():
            if band.get("low") is None or measure not in true.photos[file]:
                continue
            low, high = band["low"], band["high"]
            if measure == "scabs":
                low, high = low - ONE_CRUST, high + ONE_CRUST
            key = (measure, record["stage"])
            value = true.photos[file][measure]
            width = band["high"] - band["low"]
            into.bands.setdefault(key, Holding()).add(client.name, low <= value <= high, width)
            value *= factors.get(measure, 1.0)
            into.scaled.setdefault(key, Holding()).add(client.name, low <= value <= high, width)
    codes = alarms(told)
    if codes:
        into.alarmed.append(f"{client.name}: " + ", ".join(f"{code} on day {day:g}" for code, day, _ in codes))
    whole = json.loads((told.folder / "series.json").read_text(encoding="utf-8"))
    forecast = whole.get("forecast") or {}
    settled, touch_up = forecast.get("settledDarkness"), forecast.get("touchUp")
    if settled and settled.get("median") is not None:
        into.settled.append(settled["median"] / true.settled - 1)
        into.settled_holds.append(settled["low"] <= true.settled <= settled["high"])
    if touch_up and touch_up.get("from"):
        begin, middle, end = (datetime.date.fromisoformat(touch_up[key]) for key in ("from", "median", "to"))
        day = datetime.timedelta(days=1)
        into.touch_up_holds.append(begin - day <= true.touch_up <= end + day)
        into.touch_up.append((middle - true.last_session) / (true.touch_up - true.last_session))


def alarms(told: Analysed) -> list[tuple[str, float, str | None]]:
    """Findings that ask for attention: code, day, photo."""
    return [(finding["code"], finding.get("day") or 0.0, finding.get("photo")) for finding in told.findings
            if finding["severity"] == "attention"]


def late_scabs(client: TrueClient) -> bool:
    """Whether a client has scabs to see when they should be gone: some draw hardly any."""
    photos = read(client.folder).photos
    return any(photos[photo.file]["scabs"] >= LEAST_SCABS for photo in client.photos if photo.day >= LATE_DAY)


def run(tool: Path, count: int, work: Path) -> tuple[list[Line], list[str], list[str], str]:
    """Lines of the page, its tables, what it says besides, the method."""
    judged = Judged()
    normal = clients(tool, NORMAL, count)
    told, _ = analysis.analyse(tool, normal, work / "curve-normal")
    for client in normal:
        judge(client, told[client.name], judged)
    method = next(iter(next(iter(told.values())).records.values()))["method"]
    lines = normal_lines(judged)
    notes = [f"normal, {line}" for line in judged.alarmed]
    for kind in FAULTS:
        number = max(1, round(count * kind.part))
        faulty = clients(tool, kind, number)
        told, _ = analysis.analyse(tool, faulty, work / f"curve-{kind.name}")
        caught, others = 0, 0
        for client in faulty:
            found = alarms(told[client.name])
            right = [day for code, day, _ in found if code in kind.codes]
            wrong = [f"{code} on day {day:g}" for code, day, _ in found if code not in kind.codes]
            others += bool(wrong)
            is_caught = any(day <= kind.by_day for day in right)
            words = f"told on day {min(right):g}" if right else "not told"
            if kind.name == "scabs" and not late_scabs(client):
                number, words = number - 1, "no late scabs to see, left out"
            else:
                caught += is_caught
            if wrong or not is_caught:
                notes.append(f"{client.name}: {words}" + "".join(f"; {text}" for text in wrong))
        lines += [Line(f"{kind.words}, of {number}", part(caught, number), 0.95, ".0%", most=False),
                  Line(f"{kind.name}: clients with another finding that asks for attention", float(others), None, ".0f")]
    return lines, [band_table(judged), error_table(judged)], notes, method


UNITS = {"redness": (1.0, ".2f", " EI"), "darkness": (100.0, ".1f", " %"), "coverage": (100.0, ".2f", " %"),
         "density": (1.0, ".1f", "/cm²"), "scabs": (100.0, ".2f", " %")}
STAGE_WORDS = [stage.replace("-", " ") for stage in STAGES]
RATIOS = ("darkness", "coverage", "density")
"""Measures whose errors are told as a share of the truth."""
SCALED = ("coverage", "density")
"""Measures of the region as it is found, which may differ from the true one by one factor in all photos."""


def band_table(judged: Judged) -> str:
    """How many bands hold the truth, by measure and stage."""
    def cell(holding: Holding | None, measure: str) -> str:
        if holding is None:
            return ""
        factor, kind, unit = UNITS[measure]
        errors = "" if holding.two_errors is None else f" ± {100 * holding.two_errors:.0f}"
        return f"{100 * holding.share:.0f}{errors} %; {format(factor * at(holding.widths, 50), kind)}{unit}"
    rows = [(measure, judged.bands) for measure in MEASURES]
    rows[4:4] = [(measure, judged.scaled) for measure in SCALED]
    return _table("Bands of normal clients that hold the true value ± two standard errors; median width",
                  ["", *STAGE_WORDS],
                  [[measure + (" up to a factor" if bands is judged.scaled else ""),
                    *[cell(bands.get((measure, stage)), measure) for stage in STAGES]] for measure, bands in rows])


def error_table(judged: Judged) -> str:
    """Errors of what is measured, by measure and stage."""
    def cell(measure: str, stage: str | None, own_factor: bool) -> str:
        errors = judged.errors[measure]
        pulls = errors.pulls(own_factor, stage)
        if not pulls:
            return ""
        if own_factor:
            return f"{rms(pulls):.2f}"
        if measure in RATIOS:
            middle = f"{100 * at(errors.relative(stage), 50):+.1f} %"
        else:
            factor, kind, unit = UNITS[measure]
            middle = format(factor * at(errors.off(stage), 50), "+" + kind) + unit
        return f"{rms(pulls):.2f}; {middle}"
    rows = [(measure, False) for measure in MEASURES]
    rows[4:4] = [(measure, True) for measure in SCALED]
    return _table("What is measured: error over standard error (root mean square); median error",
                  ["", "all", *STAGE_WORDS],
                  [[measure + (" up to a factor" if own else ""),
                    *[cell(measure, stage, own) for stage in (None, *STAGES)]] for measure, own in rows])


def _table(title: str, head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]]
    return f"## {title}\n\n" + "\n".join(lines)


def normal_lines(judged: Judged) -> list[Line]:
    lines = [Line(f"normal clients with a finding that asks for attention, of {judged.clients}",
                  float(len(judged.alarmed)), judged.clients / 12, ".0f")]
    for measure in MEASURES:
        pulls = judged.errors[measure].pulls(own_factor=measure in SCALED)
        factor = ", up to a factor" if measure in SCALED else ""
        lines.append(Line(f"{measure}: error over standard error{factor}, RMS of {len(pulls)}", rms(pulls), 1.4, ".2f"))
    absolute = [abs(value) for value in judged.errors["darkness"].relative()]
    return lines + [
        Line("load left: size of the relative error, median", at(absolute, 50), 0.03, ".1%"),
        Line("load left: size of the relative error, 90th percentile", at(absolute, 90), None, ".1%"),
        Line("settled darkness: size of the error of the forecast's median, median",
             at([abs(x) for x in judged.settled], 50), None, ".1%"),
        Line("settled darkness: error of the forecast's median, median", at(judged.settled, 50), None, "+.1%"),
        Line(f"settled darkness: forecasts that hold the truth, of {len(judged.settled)}",
             part(sum(judged.settled_holds), len(judged.settled)), None, ".0%"),
        Line("touch-up: median of the forecast over the true wait, median", at(judged.touch_up, 50), None, ".2f"),
        Line(f"touch-up: forecasts that hold the truth, of {len(judged.touch_up)}",
             part(sum(judged.touch_up_holds), len(judged.touch_up)), None, ".0%")]
