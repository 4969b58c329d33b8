#!/usr/bin/env python3
"""Holds what scalpline writes against the contract that programs rely on.

    Tests/contract_check.py OUT              a folder that `scalpline analyze` wrote
    Tests/contract_check.py --records FILE   what `scalpline measure` printed (- reads standard input)

Prints a line for each breach and ends with 1 if there is any. Standard library only.
"""
import csv
import json
import math
import os
import re
import sys

REASONS = set(
    "blurred overexposed underexposed glare uneven-light low-resolution no-skin little-overlap no-reference "
    "no-treated-region no-scale too-few-dots no-date no-session not-registered no-earlier-photo".split()
)
PROBLEMS = set(
    "blurred overexposed underexposed glare uneven-light low-resolution no-skin little-overlap".split()
)
ERRORS = set(
    "not-found unreadable empty not-an-image truncated corrupt unsupported too-large no-client "
    "bad-client-file".split()
)
WARNINGS = {"no-colour-profile", "bad-colour-profile", "transparency", "bad-metadata", "reduced-size"}
DATE_SOURCES = {"client", "exif", "filename", "filetime"}
SCALE_SOURCES = {"option", "client", "card", "series", None}
STAGES = {"before", "immediate-care", "initial-healing", "settling", "long-term", None}
STATUSES = {"as-expected", "above", "below", "not-comparable"}
EXPECTED = ["redness", "darkness", "coverage", "density", "scabs"]
CODES = set(
    "redness-above-expected darkness-above-expected darkness-below-expected density-below-expected lost-patch edge-thinning "
    "fading-faster-than-expected tone-drift scabs-longer-than-expected symptoms-longer-than-expected "
    "photo-not-comparable".split()
)
COLUMNS = (
    "client,photo,taken,day,stage,view,session,measure,value,standard_error,unit,expected_low,"
    "expected_median,expected_high,status,reason,method"
).split(",")
TRACK_COLUMNS = "track,photo,x,y,load,state,load_standard_error,session".split(",")
CURVE_COLUMNS = "view,measure,day,kind,low,median,high".split(",")
UNITS = {
    "redness": {"EI"},
    "erythema_index": {"EI"},
    "delta_a": {""},
    "darkness": {"share of fresh"},
    "pigment_load": {"mm2", "px2"},
    "optical_density": {""},
    "coverage": {"fraction"},
    "density": {"dots/cm2", "dots/Mpx"},
    "scabs": {"fraction"},
    "tone": {""},
}
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Check:
    def __init__(self):
        self.breaches = 0

    def say(self, place, text):
        self.breaches += 1
        print(f"{place}: {text}")

    def that(self, holds, place, text):
        if not holds:
            self.say(place, text)
        return bool(holds)

    def fields(self, value, names, place):
        if not self.that(isinstance(value, dict), place, "is no object"):
            return False
        for name in names.split():
            self.that(name in value, place, f"lacks {name}")
        return all(name in value for name in names.split())

    def number(self, value, place, low=-math.inf, high=math.inf, null=False):
        if value is None:
            return self.that(null, place, "is null")
        good = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        return self.that(good and low <= value <= high, place, f"{value!r} is not in {low}…{high}")

    def word(self, value, words, place):
        return self.that(value in words, place, f"unknown word {value!r}")

    def estimate(self, value, place, name="value", error="standardError", low=-math.inf, high=math.inf):
        """A value with its error; null with a reason beside it."""
        if not self.fields(value, f"{name} {error}", place):
            return
        if value[name] is None:
            self.that(value[error] is None, place, f"{error} without {name}")
            self.word(value.get("reason"), REASONS, place + ".reason")
        else:
            self.number(value[name], f"{place}.{name}", low, high)
            self.number(value[error], f"{place}.{error}", 0)
            if name == "value":
                self.that(value.get("reason") is None, place, "has both a value and a reason")

    def record(self, record, place, dots):
        """One `scalpline.photo/1`; `dots`: whether the dots must be listed."""
        if not self.fields(record, "file", place):
            return
        place = f"{place}[{record['file']!r}]"
        if "error" in record:
            if self.fields(record["error"], "code message", place):
                self.word(record["error"]["code"], ERRORS, place + ".error.code")
                self.that(record["error"]["message"], place, "error without words")
            return
        if not self.fields(
            record,
            "schema method sha256 width height taken dateSource pixelsPerMillimetre scaleSource quality "
            "warnings redness darkness coverage density scabs",
            place,
        ):
            return
        self.that(record["schema"] == "scalpline.photo/1", place, "wrong schema")
        self.that(re.fullmatch(r"scalpline \d+\.\d+\.\d+\S*", record["method"]), place, "odd method")
        self.that(re.fullmatch("[0-9a-f]{64}", record["sha256"]), place, "odd sha256")
        self.number(record["width"], place + ".width", 1)
        self.number(record["height"], place + ".height", 1)
        self.that(CLOCK.fullmatch(record["taken"] or ""), place, f"odd taken {record['taken']!r}")
        self.word(record["dateSource"], DATE_SOURCES, place + ".dateSource")
        self.word(record["scaleSource"], SCALE_SOURCES, place + ".scaleSource")
        scale = record["pixelsPerMillimetre"]
        self.number(scale, place + ".pixelsPerMillimetre", 1e-9, null=True)
        self.that((scale is None) == (record["scaleSource"] is None), place, "scale and source disagree")
        for warning in record["warnings"]:
            self.word(warning, WARNINGS, place + ".warnings")
        self.quality(record["quality"], place + ".quality")
        redness = record["redness"]
        self.estimate(redness, place + ".redness")
        if self.fields(
            redness, "erythemaIndex referenceErythemaIndex deltaA individualTypologyAngle", place + ".redness"
        ):
            for name in "erythemaIndex referenceErythemaIndex deltaA individualTypologyAngle".split():
                self.number(redness[name], f"{place}.redness.{name}", null=redness.get("reason") is not None)
            if redness["value"] is not None:
                difference = redness["erythemaIndex"] - redness["referenceErythemaIndex"]
                self.that(abs(difference - redness["value"]) < 0.01, place, "redness is not the difference")
        darkness = record["darkness"]
        if self.fields(
            darkness,
            "pigmentLoad standardError opticalDensity opticalDensityStandardError tone",
            place + ".darkness",
        ):
            self.estimate(darkness, place + ".darkness", "pigmentLoad")
            self.estimate(
                darkness, place + ".darkness", "opticalDensity", "opticalDensityStandardError"
            )
            if darkness["tone"] is None:
                self.word(darkness.get("reason"), REASONS, place + ".darkness.reason")
        self.estimate(record["coverage"], place + ".coverage")
        self.estimate(record["scabs"], place + ".scabs", "areaFraction", low=0, high=1)
        self.number(record["scabs"].get("count"), place + ".scabs.count", 0)
        self.density(record, place, dots)

    def quality(self, quality, place):
        names = "usable problems blurPixels clippedFraction glareFraction lightGradient skinFraction"
        if not self.fields(quality, names, place):
            return
        self.that(isinstance(quality["usable"], bool), place, "usable is no truth value")
        self.that(quality["usable"] == (not quality["problems"]), place, "usable and problems disagree")
        for problem in quality["problems"]:
            self.word(problem, PROBLEMS, place + ".problems")
        if quality["blurPixels"] is None:
            self.word(quality.get("reason"), REASONS, place + ".reason")
        for name in "clippedFraction glareFraction skinFraction".split():
            self.number(quality[name], f"{place}.{name}", 0, 1)
        self.number(quality["lightGradient"], place + ".lightGradient", 0)

    def density(self, record, place, dots):
        density, scale = record["density"], record["pixelsPerMillimetre"]
        self.estimate(density, place + ".density", low=0)
        if not self.fields(density, "unit count areaSquareCentimetres", place + ".density"):
            return
        self.number(density["count"], place + ".density.count", 0)
        if scale is None:
            self.that(density["unit"] == "dots/Mpx", place, "unit without a scale")
            self.that(density["areaSquareCentimetres"] is None, place, "cm² without a scale")
            self.that("areaMegapixels" in density, place, "areaMegapixels missing without a scale")
            area = density.get("areaMegapixels")
        else:
            self.that(density["unit"] == "dots/cm2", place, "unit with a scale")
            area = density["areaSquareCentimetres"]
        if density["value"] is not None and self.number(area, place + ".density area", 1e-12):
            ratio = density["count"] / (density.get("completeness") or 1) / area
            close = math.isclose(ratio, density["value"], rel_tol=0.01, abs_tol=density["standardError"])
            self.that(close, place, f"density {density['value']} is not count / area = {ratio}")
        if not dots:
            return
        listed = record.get("dots")
        if not self.that(isinstance(listed, list), place, "dots is no list"):
            return
        self.that(len(listed) == density["count"], place, f"{len(listed)} dots, count {density['count']}")
        for dot in listed:
            good = len(dot) == 5 and all(isinstance(n, (int, float)) for n in dot)
            good = good and -0.5 <= dot[0] <= record["width"] and -0.5 <= dot[1] <= record["height"]
            if not self.that(good, place, f"odd dot {dot}"):
                break

    def folder(self, out):
        names = sorted(os.listdir(out))
        for name in names:
            self.that(not name.startswith("."), out, f"leftover {name}")
        for name in ("index.html", "measurements.csv"):
            self.that(name in names, out, f"{name} is missing")
        series = {}
        for name in names:
            if os.path.isdir(os.path.join(out, name)):
                found = self.client(os.path.join(out, name), name)
                if found:
                    series[name] = found
        self.table(os.path.join(out, "measurements.csv"), series)

    def client(self, folder, name):
        place = os.path.join(folder, "series.json")
        self.that(os.path.isfile(os.path.join(folder, "report.html")), folder, "report.html is missing")
        if not self.that(os.path.isfile(place), folder, "series.json is missing"):
            return None
        with open(place, encoding="utf-8") as file:
            series = json.load(file, parse_constant=lambda word: self.say(place, f"{word} is no JSON"))
        if not self.fields(
            series,
            "schema client expectedCurve sessions photos registration dotTracks curve findings revised forecast",
            place,
        ):
            return None
        self.that(series["schema"] == "scalpline.series/1", place, "wrong schema")
        self.that(series["client"] == name, place, f"client {series['client']!r} in folder {name!r}")
        if "error" in series:
            self.word(series["error"]["code"], ERRORS, place + ".error.code")
        used = series["expectedCurve"]
        if used is not None and self.fields(used, "source sha256", place + ".expectedCurve"):
            self.word(used["source"], {"published", "file"}, place + ".expectedCurve.source")
            self.that(re.fullmatch("[0-9a-f]{64}", used["sha256"]), place, "odd sha256 of the curve")
        self.that(used is not None or "error" in series, place, "tells no expected curve")
        for session in series["sessions"]:
            self.that(DAY.fullmatch(session["date"][:10]), place, "odd session date")
        for photo in series["photos"]:
            self.photo(photo, place)
        self.registration(series, place)
        for finding in series["findings"]:
            if self.fields(finding, "code photo day severity message evidence", place + ".findings"):
                self.word(finding["code"], CODES, place + ".findings.code")
                self.word(finding["severity"], {"note", "attention"}, place + ".findings.severity")
                files = {photo["file"] for photo in series["photos"]} | {None}
                self.word(finding["photo"], files, place + ".findings.photo")
                if finding["code"] == "lost-patch":
                    self.fields(finding, "centre areaSquareCentimetres", place + ".findings")
        self.revised(series, place + ".revised")
        self.forecast(series["forecast"], place + ".forecast")
        self.history(series, place + ".forecast.history")
        if series["curve"] is not None:
            self.curve(os.path.join(folder, series["curve"]), series)
        else:
            self.that(not os.path.exists(os.path.join(folder, "curve.csv")), place, "curve.csv of another run")
        if series["dotTracks"] is not None:
            self.tracks(os.path.join(folder, series["dotTracks"]), series)
        overlays = os.path.join(folder, "overlays")
        for overlay in sorted(os.listdir(overlays)) if os.path.isdir(overlays) else []:
            with open(os.path.join(overlays, overlay), "rb") as file:
                data = file.read()
            self.that(data[:3] == b"\xff\xd8\xff" and data[-2:] == b"\xff\xd9", overlay, "no whole JPEG")
            self.that(b"Exif" not in data[:4096], overlay, "carries metadata")
        return series

    def photo(self, photo, place):
        self.record(photo, place, dots=True)
        if "error" in photo:
            return
        place = f"{place}[{photo['file']!r}]"
        if not self.fields(photo, "view day stage relativeDarkness bySession expected", place):
            return
        self.number(photo["day"], place + ".day", null=True)
        self.word(photo["stage"], STAGES, place + ".stage")
        self.that((photo["day"] is None) == (photo["stage"] is None), place, "day and stage disagree")
        if photo["day"] is not None and photo["stage"] is not None:
            stages = [(0, "before"), (4, "immediate-care"), (15, "initial-healing"), (43, "settling")]
            stage = next((s for end, s in stages if photo["day"] < end), "long-term")
            self.that(stage == photo["stage"], place, f"day {photo['day']} is {photo['stage']}")
        self.estimate(photo["relativeDarkness"], place + ".relativeDarkness")
        for session in photo["bySession"]:
            if self.fields(
                session, "date dotsMade relativeDarkness visibleShare", place + ".bySession"
            ):
                if session["dotsMade"] is None:
                    self.word(session.get("reason"), REASONS, place + ".bySession.reason")
                self.estimate(session["relativeDarkness"], place + ".bySession.relativeDarkness")
                self.estimate(session["visibleShare"], place + ".bySession.visibleShare", low=0)
        if photo["bySession"]:
            latest = photo["bySession"][-1]["relativeDarkness"]
            self.that(latest == photo["relativeDarkness"], place, "relativeDarkness is not the latest session's")
        for measure in EXPECTED:
            entry = photo["expected"].get(measure)
            here = f"{place}.expected.{measure}"
            if not self.fields(entry, "low median high status reason", here):
                continue
            self.word(entry["status"], STATUSES, here)
            if entry["status"] == "not-comparable":
                self.word(entry["reason"], REASONS, here + ".reason")
            else:
                self.that(entry["reason"] is None, here, "a verdict with a reason")
                band = [entry[n] for n in ("low", "median", "high")]
                if self.that(all(isinstance(n, (int, float)) for n in band), here, "verdict without band"):
                    self.that(band == sorted(band), here, f"{band} do not ascend")
            if photo["dateSource"] == "filetime":
                self.that(entry["status"] == "not-comparable", here, "verdict on a file's time")
        if not photo["quality"]["usable"]:
            statuses = {photo["expected"][m]["status"] for m in EXPECTED}
            self.that(statuses == {"not-comparable"}, place, "verdict on an unusable photo")

    def registration(self, series, place):
        measured = [photo["file"] for photo in series["photos"] if "error" not in photo]
        place += ".registration"
        listed = [entry.get("photo") for entry in series["registration"]]
        self.that(sorted(listed) == sorted(measured), place, "is not one entry a measured photo")
        anchors = {}
        for entry in series["registration"]:
            here = f"{place}[{entry.get('photo')!r}]"
            names = "photo view homography warp mirrored overlap residualPixels reason"
            if not self.fields(entry, names, here):
                continue
            anchors.setdefault(entry["view"], 0)
            if entry["homography"] is None:
                self.word(entry["reason"], REASONS, here + ".reason")
                continue
            self.that(len(entry["homography"]) == 9, here, "homography is not nine numbers")
            if entry["homography"] == [1, 0, 0, 0, 1, 0, 0, 0, 1]:
                anchors[entry["view"]] += 1
            self.number(entry["overlap"], here + ".overlap", 0, 1)
            self.number(entry["residualPixels"], here + ".residualPixels", 0)
        for view, count in anchors.items():
            some = any(e["view"] == view and e["homography"] for e in series["registration"])
            self.that(count >= 1 or not some, place, f"view {view!r} has no anchor")

    def revised(self, series, place):
        photos = {photo["file"]: photo for photo in series["photos"] if "error" not in photo}
        for entry in series["revised"]:
            if not self.fields(entry, "photo measure before after", place):
                continue
            self.word(entry["measure"], EXPECTED, place + ".measure")
            self.word(entry["before"], STATUSES, place + ".before")
            if self.word(entry["photo"], photos, place + ".photo") and entry["measure"] in EXPECTED:
                now = photos[entry["photo"]]["expected"][entry["measure"]]["status"]
                self.that(entry["after"] == now, place, f"after {entry['after']!r}, but {now!r} is told")
            self.that(entry["before"] != entry["after"], place, "nothing changed")

    def history(self, series, place):
        forecast = series["forecast"]
        order = [photo["file"] for photo in series["photos"] if "error" not in photo]
        if not self.fields(forecast, "history", place):
            return
        if forecast["settledDarkness"] is None:
            self.that(forecast["history"] == [], place, "a history without a forecast")
        last = -1
        for entry in forecast["history"]:
            if not self.fields(entry, "photo day settledDarkness touchUp", place):
                continue
            if self.word(entry["photo"], order, place + ".photo"):
                self.that(order.index(entry["photo"]) > last, place, "is not in the photos' order")
                last = order.index(entry["photo"])
            self.number(entry["day"], place + ".day", 0)
            self.forecast({**entry, "reason": None}, f"{place}[{entry['photo']!r}]")

    def curve(self, path, series):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.that(rows[0] == CURVE_COLUMNS, path, "other columns")
        views = {photo["view"] for photo in series["photos"] if "error" not in photo}
        last = None
        for number, row in enumerate(rows[1:], 2):
            here = f"{path}:{number}"
            if not self.that(len(row) == len(CURVE_COLUMNS), here, f"{len(row)} cells"):
                continue
            view = row[0][1:] if re.match(r"'[=+\-@\t\r]", row[0]) else row[0]
            self.word(view, views, here)
            self.word(row[1], EXPECTED, here)
            self.word(row[3], {"foretold", "fit"}, here)
            band = [float(cell) for cell in row[4:]]
            self.that(band == sorted(band), here, f"{band} do not ascend")
            key = (row[0], row[1], row[3])
            if last and last[0] == key:
                self.that(last[1] <= float(row[2]), here, "days do not ascend")
            last = (key, float(row[2]))

    def forecast(self, forecast, place):
        if not self.fields(forecast, "settledDarkness touchUp reason", place):
            return
        if forecast["settledDarkness"] is None or forecast["touchUp"] is None:
            self.word(forecast["reason"], REASONS, place + ".reason")
        if forecast["settledDarkness"] is not None:
            band = [forecast["settledDarkness"][n] for n in ("low", "median", "high")]
            self.that(band == sorted(band), place, f"{band} do not ascend")
        if forecast["touchUp"] is not None:
            dates = [forecast["touchUp"][n] for n in ("from", "median", "to")]
            known = [date for date in dates if date is not None]
            self.that(all(DAY.fullmatch(date) for date in known), place, f"odd dates {dates}")
            self.that(known == sorted(known), place, f"{dates} do not ascend")

    def tracks(self, path, series):
        sizes = {p["file"]: (p["width"], p["height"]) for p in series["photos"] if "error" not in p}
        sessions = {session["date"][:10] for session in series["sessions"]} | {""}
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            self.that(next(rows) == TRACK_COLUMNS, path, "other columns")
            seen = set()
            for row in rows:
                if not self.that(len(row) == len(TRACK_COLUMNS), path, f"{len(row)} cells"):
                    return
                track, photo, x, y, load, state, error, session = row
                photo = photo[1:] if photo.startswith("'") else photo
                self.that((track, photo) not in seen, path, f"track {track} twice in {photo}")
                seen.add((track, photo))
                self.word(photo, sizes, path)
                self.word(state, {"seen", "lost", "hidden", "outside"}, path)
                self.word(session, sessions, path)
                self.that((state == "seen") == (x != "") == (y != ""), path, f"place of a {state} dot")
                if x and photo in sizes:
                    width, height = sizes[photo]
                    inside = -0.5 <= float(x) <= width and -0.5 <= float(y) <= height
                    self.that(inside, path, f"dot at {x}, {y} outside {photo}")
                self.that((load == "") == (error == ""), path, "load without error")

    def table(self, path, series):
        counts = {}
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            self.that(next(rows) == COLUMNS, path, "other columns")
            for number, cells in enumerate(rows, 2):
                here = f"{path}:{number}"
                if not self.that(len(cells) == len(COLUMNS), here, f"{len(cells)} cells"):
                    continue
                row = dict(zip(COLUMNS, cells))
                for name in ("client", "photo", "view"):
                    if re.match(r"'[=+\-@\t\r]", row[name]):
                        row[name] = row[name][1:]
                key = (row["client"], row["photo"])
                counts[key] = counts.get(key, 0) + 1
                self.word(row["measure"], UNITS, here)
                self.word(row["unit"], UNITS.get(row["measure"], ()), here)
                self.that(not row["taken"] or CLOCK.fullmatch(row["taken"]), here, "odd taken")
                self.word(row["stage"] or None, STAGES, here)
                if row["value"] == "":
                    self.word(row["reason"], REASONS | ERRORS, here)
                else:
                    self.number(float(row["value"]), here)
                if row["measure"] in EXPECTED and row["reason"] not in ERRORS:
                    self.word(row["status"], STATUSES, here)
                elif row["status"]:
                    self.say(here, f"status {row['status']} on {row['measure']}")
        for key, count in counts.items():
            self.that(count == len(UNITS), path, f"{count} rows for {key}")
        for name, content in series.items():
            for photo in content["photos"]:
                self.that((name, photo["file"]) in counts, path, f"no rows for {name}/{photo['file']}")


def main(arguments):
    check = Check()
    if len(arguments) == 2 and arguments[0] == "--records":
        file = sys.stdin if arguments[1] == "-" else open(arguments[1], encoding="utf-8")
        with file:
            for number, line in enumerate(file, 1):
                record = json.loads(line)
                check.record(record, f"line {number}", dots="dots" in record)
    elif len(arguments) == 1 and os.path.isdir(arguments[0]):
        check.folder(arguments[0])
    else:
        print(__doc__, file=sys.stderr)
        return 64
    print("holds" if check.breaches == 0 else f"{check.breaches} breaches")
    return 1 if check.breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
