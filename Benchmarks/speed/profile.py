"""Where the time of one photo goes, by room: `python3 -m speed.profile` from Benchmarks; see `make profile`.

By samples of `perf` (a 12-megapixel photo, with the kernel's share) or by instructions of Valgrind's callgrind (3
megapixels, the same count at each run, the kernel left out). Needs the standard library only.
"""
from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from accuracy import photos

from . import clock, scenes

SAMPLES_A_SECOND = 1999
LEAST_SHARE = 0.002
"""Types with less of the whole are not listed."""
OBJECTS = (
    (r"\[kernel|\[unknown|\[vdso", "kernel (page faults, reading)"),
    (r"libjpeg|libturbojpeg", "libjpeg-turbo"),
    (r"libpng|libheif|libde265|libwebp|libexif|liblcms|libz\b|libz\.", "other codecs and colour"),
    (r"libcrypto", "libcrypto (the file's hash)"),
    (r"ld-linux|ld-2", "start-up (dynamic loader)"),
    (r"libswift|lib_String", "Swift runtime and standard library"),
    (r"Foundation|libdispatch|libBlocks", "Foundation"),
    (r"libc[.-]|libm[.-]|libgcc|libstdc|vgpreload", "C library (copying, allocation, maths)"),
)
"""Rooms of what is not in the program itself."""
C_CODE, UNKNOWN = "CImageCodecs", "unknown"
MODULES = {"Swift": "Swift runtime and standard library", "scalpline": "scalpline (command line)"}


@dataclass(frozen=True)
class Cost:
    """What one symbol costs, in samples or instructions."""

    amount: int
    binary: str
    symbol: str


def sampled(program: Path, photo: Path, scratch: Path) -> list[Cost]:
    """By perf, user and kernel."""
    data = scratch / "perf.data"
    _run("perf", "record", "--quiet", "--event", "cpu-clock", "--freq", SAMPLES_A_SECOND, "--output", data,
         *_measure(program, photo))
    text = _run("perf", "report", "--input", data, "--stdio", "--no-children", "--no-demangle", "--sort", "dso,symbol",
                "--fields", "sample,dso,symbol", "--field-separator", "|")
    rows = (line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [Cost(int(row[0]), row[1].strip(), re.sub(r"^\[.\]\s*", "", row[2].strip()).split()[0])
            for row in rows if len(row) >= 3]


def counted(program: Path, photo: Path, scratch: Path) -> list[Cost]:
    """By callgrind, without the debugging information, which Valgrind 3.19 cannot read."""
    data, bare = scratch / "callgrind.out", scratch / program.name
    _run("strip", "--strip-debug", "-o", bare, program)
    _run("valgrind", "--quiet", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={data}",
         *_measure(bare, photo))
    text = _run("callgrind_annotate", "--threshold=100", "--auto=no", data)
    row = re.compile(r"^\s*([\d,]+)\s+\([\s\d.]+%\)\s+[^:\n]*:(\S+).*?(?:\[(.+)\])?$", re.MULTILINE)
    return [Cost(int(amount.replace(",", "")), Path(binary or "").name, symbol)
            for amount, symbol, binary in row.findall(text)]


def page(costs: list[Cost], program: Path, of: str) -> str:
    """Rooms, and the types of our own rooms."""
    names = _places({cost.symbol for cost in costs if cost.symbol.startswith("$s")})
    rooms: Counter[str] = Counter()
    types: Counter[tuple[str, str]] = Counter()
    for cost in costs:
        if cost.symbol in names and Path(cost.binary).name == program.name:
            room, type_name = names[cost.symbol]
            rooms[room] += cost.amount
            types[room, type_name] += cost.amount
        else:
            rooms[_room(cost, program)] += cost.amount
    whole = max(sum(rooms.values()), 1)
    lines = [f"{of}\n", "| room | share |", "| --- | ---: |"]
    lines += [f"| {room} | {amount / whole:.1%} |" for room, amount in rooms.most_common()]
    lines += ["", "| room | type | share |", "| --- | --- | ---: |"]
    lines += [f"| {room} | {name} | {amount / whole:.1%} |" for (room, name), amount in types.most_common()
              if amount / whole >= LEAST_SHARE]
    return "\n".join(lines) + "\n"


def _room(cost: Cost, program: Path) -> str:
    if Path(cost.binary).name == program.name:
        return C_CODE if re.match(r"[A-Za-z_]\w*$", cost.symbol) else UNKNOWN
    return next((room for pattern, room in OBJECTS if re.search(pattern, cost.binary)), UNKNOWN)


def _places(symbols: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Of mangled names: the module that defines the function, and the type or the function that it stands in."""
    ordered = sorted(symbols)
    text = _run("swift", "demangle", "--tree-only", standard_input="\n".join(ordered) + "\n")
    out = {}
    for block in text.split("Demangling for ")[1:]:
        symbol, *lines = block.splitlines()
        module = name = None
        skipped = None  # How deep the specialisation lies whose words are passed over.
        for line in lines:
            depth = len(line) - len(line.lstrip())
            if skipped is not None and depth > skipped:
                continue
            skipped = depth if "Specialization" in line else None
            text_of = re.search(r'kind=(Module|Identifier), text="([^"]*)"', line)
            if text_of and text_of.group(1) == "Module" and module is None:
                module = text_of.group(2)
            elif text_of and text_of.group(1) == "Identifier" and module is not None:
                name = text_of.group(2)
                break
        if module is not None:
            out[symbol.strip()] = (MODULES.get(module, module), name or "")
    return out


def _measure(program: Path, photo: Path) -> list[object]:
    return [program, "measure", "--quiet", "--jobs", "1", photo]


def _run(*command: object, standard_input: str | None = None) -> str:
    done = subprocess.run([str(word) for word in command], input=standard_input, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m speed.profile", description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, default=photos.ROOT / ".build/release/scalpline")
    parser.add_argument("--by", choices=("perf", "callgrind"), default="perf")
    parser.add_argument("--photo", type=Path, help="instead of the phantom's")
    parser.add_argument("--write", type=Path, help="also write the page to this file")
    options = parser.parse_args()
    program = options.tool.resolve()
    scene = scenes.LARGE if options.by == "perf" else scenes.ORDINARY
    photo = options.photo or scene.photo(program).path
    with tempfile.TemporaryDirectory() as scratch:
        costs = (sampled if options.by == "perf" else counted)(program, photo, Path(scratch))
    total = sum(cost.amount for cost in costs)
    what = (f"{total / SAMPLES_A_SECOND:.2f} s of CPU by perf" if options.by == "perf"
            else f"{total / 1e9:.2f} thousand million instructions by callgrind")
    title = options.photo.name if options.photo else scene.title
    text = ("# Where the time of one photo goes\n\n`make profile`. A function's own time, counted to the module that "
            f"defines it; what the compiler drew into it counts with it. Machine: {clock.machine()}.\n\n"
            + page(costs, program, f"{title}: {what}, `scalpline measure --jobs 1`, start-up included."))
    print(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
