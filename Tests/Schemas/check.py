#!/usr/bin/env python3
"""Holds what the program writes against the schemas that it prints, and runs the examples of Docs/Data.md.

`make schemas`. Measures Fixtures/Clients and a folder of everything that can go wrong; every object must be as its JSON
Schema says with no member untold, every table as its metadata for CSV on the Web says; records made wrong must be
refused; pandas and DuckDB must read the tables with the right types.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas
from csvw import CSVW

from folders import hostile, practice
from schemas import Schemas, wrong_records

ROOT = Path(__file__).resolve().parents[2]
CLIENTS = ROOT / "Fixtures" / "Clients"


class Check:
    """Counts what was looked at and what is wrong."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self.schemas = Schemas(tool)
        self.looked = 0
        self.wrong: list[str] = []

    def run(self, *arguments: object, status: int = 0) -> str:
        done = subprocess.run([self.tool, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != status:
            self.wrong.append(f"{arguments[0]} ended with {done.returncode}, not {status}: {done.stderr[-500:]}")
        return done.stdout

    def record(self, name: str, value: dict, place: str) -> None:
        self.looked += 1
        self.wrong += [f"{place}: {problem}" for problem in self.schemas.problems(name, value)[:5]]

    def table(self, path: Path, name: str) -> None:
        self.looked += 1
        metadata = path.with_name(path.name + "-metadata.json")
        if not metadata.exists():
            metadata.write_text(self.schemas.text(name))
        elif metadata.read_text() != self.schemas.text(name):
            self.wrong.append(f"{metadata}: not what schema {name} prints")
        table = CSVW(str(metadata), validate=True)
        if not table.is_valid:
            self.wrong.append(f"{path}: {[str(warning.message) for warning in table.warnings][:5]}")
        with open(path, encoding="utf-8") as file:
            header = file.readline().strip().split(",")
        told = [column["name"] for column in json.loads(metadata.read_text())["tableSchema"]["columns"]]
        if header != told:
            self.wrong.append(f"{path}: columns {header}, told {told}")

    def reports(self, folder: Path) -> None:
        self.table(folder / "measurements.csv", "measurements")
        for series in sorted(folder.glob("*/series.json")):
            self.record("series", json.loads(series.read_text()), str(series))
            for name in ["dot-tracks", "curve"]:
                if (series.parent / f"{name}.csv").exists():
                    self.table(series.parent / f"{name}.csv", name)

    def lines(self, text: str) -> list[dict]:
        records = [json.loads(line) for line in text.splitlines()]
        for record in records:
            self.record("photo", record, record["file"])
        return records

    def refused(self, name: str, record: dict) -> None:
        for what, other in wrong_records(name, record):
            self.looked += 1
            if self.schemas.open[name].is_valid(other):
                self.wrong.append(f"taken, though wrong: {what}")

    def untold(self, record: dict, path: list) -> None:
        """The check itself is worth nothing where it overlooks a member that no schema names."""
        self.looked += 1
        other = json.loads(json.dumps(record))
        place = other
        for step in path:
            place = place[step]
        place["untold"] = 1
        if not self.schemas.problems("series" if "photos" in other else "photo", other):
            self.wrong.append(f"a member untold is overlooked at {path}")

    def spoiled(self, path: Path) -> None:
        """A table made wrong in one cell each must be refused."""
        lines = path.read_text().splitlines()
        metadata = path.with_name(path.name + "-metadata.json").read_text()
        for column, cell in [("measure", "beauty"), ("value", "much"), ("session", "2 March"), ("method", ""),
                             ("status", "good"), ("unit", "inch"), ("standard_error", "-1")]:
            self.looked += 1
            cells = lines[1].split(",")
            cells[lines[0].split(",").index(column)] = cell
            with tempfile.TemporaryDirectory() as name:
                wrong = Path(name) / path.name
                wrong.write_text("\n".join([lines[0], ",".join(cells)]) + "\n")
                wrong.with_name(path.name + "-metadata.json").write_text(metadata)
                if CSVW(str(wrong.with_name(path.name + "-metadata.json")), validate=True).is_valid:
                    self.wrong.append(f"taken, though wrong: {column} {cell!r}")

    def compared(self, folder: Path) -> None:
        for measure in ["darkness", "coverage", "density", "redness"]:
            out = folder / measure
            text = self.run("compare", folder.parent / "practice", "--by", "technique", "--measure", measure,
                            "--output", out, "--json")
            record = json.loads(text)
            self.record("compare", record, measure)
            if text != (out / "compare.json").read_text():
                self.wrong.append(f"{measure}: compare.json is not what --json prints")
            self.table(out / "compare.csv", "compare-table")
        self.refused("compare", json.loads((folder / "darkness" / "compare.json").read_text()))

    def readers(self, path: Path) -> None:
        """Types as pandas and DuckDB take them from the bare file."""
        self.looked += 2
        table = pandas.read_csv(path, parse_dates=["taken", "session"])
        for column in ["day", "value", "standard_error", "expected_low", "expected_median", "expected_high"]:
            if table[column].dtype != "float64":
                self.wrong.append(f"pandas reads {column} as {table[column].dtype}")
        rows = duckdb.sql(f"describe select * from read_csv('{path}')").fetchall()
        types = {row[0]: row[1] for row in rows}
        for column, wanted in [("taken", "TIMESTAMP"), ("session", "DATE"), ("day", "DOUBLE"), ("value", "DOUBLE"),
                               ("standard_error", "DOUBLE"), ("measure", "VARCHAR")]:
            if types[column] != wanted:
                self.wrong.append(f"DuckDB reads {column} as {types[column]}")

    def examples(self, folder: Path) -> None:
        """Code of Docs/Data.md, in order, in a folder with `reports`, as one program a language."""
        page = (ROOT / "Docs" / "Data.md").read_text()
        code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
        queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
        self.looked += 1 + len(queries)
        done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
        if done.returncode != 0 or not done.stdout.strip():
            self.wrong.append(f"Docs/Data.md, Python: {done.stderr[-800:] or 'prints nothing'}")
        os.chdir(folder)
        for query in queries:
            for statement in filter(str.strip, query.split(";")):
                try:
                    result = duckdb.sql(statement)
                    if result is not None and not result.fetchall():
                        self.wrong.append(f"Docs/Data.md, SQL gives no rows: {statement.strip()[:200]}")
                except duckdb.Error as error:
                    self.wrong.append(f"Docs/Data.md, SQL: {error}")
        os.chdir(ROOT)


def main() -> int:
    tool = str(Path(sys.argv[1]).resolve())
    check = Check(tool)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check.run("analyze", CLIENTS, "--output", folder / "reports", "--quiet")
        check.reports(folder / "reports")
        hostile(folder / "hostile", CLIENTS)
        check.run("analyze", folder / "hostile", "--output", folder / "of-hostile", "--quiet", status=3)
        check.reports(folder / "of-hostile")
        photos = sorted((CLIENTS / "chris").glob("*.jpg"))[:3]
        records = check.lines(check.run("measure", "--dots", *photos))
        check.lines(check.run("measure", "--scale", "19", *photos))
        broken = sorted((folder / "hostile" / "broken").iterdir())
        check.lines(check.run("measure", "--dots", *broken, folder / "none.jpg", status=3))
        check.refused("photo", records[-1])
        series = folder / "reports" / "anna" / "series.json"
        check.refused("series", json.loads(series.read_text()))
        for path in [[], ["quality"], ["redness"], ["coverage"], ["density"]]:
            check.untold(records[-1], path)
        for path in [[], ["sessions", 0], ["photos", 3], ["photos", 3, "expected", "redness"], ["photos", 3, "coverage"],
                     ["photos", 3, "bySession", 0], ["registration", 0], ["forecast"], ["forecast", "history", 0]]:
            check.untold(json.loads(series.read_text()), path)
        check.spoiled(folder / "reports" / "measurements.csv")
        practice(folder / "practice", series)
        check.compared(folder / "compared")
        check.readers(folder / "reports" / "measurements.csv")
        check.examples(folder)
    for problem in check.wrong:
        print(problem, file=sys.stderr)
    print(f"{check.looked} objects, tables, wrong records and examples looked at: {len(check.wrong)} problems")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
