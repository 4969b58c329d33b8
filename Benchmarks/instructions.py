#!/usr/bin/env python3
"""Instructions that five fixed jobs take, held against kept numbers.

    Benchmarks/instructions.py TOOL [--update REASON] [--only JOB]

Photos are rendered by the tool itself into .build/instructions, and each job runs on one thread under callgrind with
the AVX2 kernels. A job that takes over 3 % more than Benchmarks/instructions.json keeps ends the run with 1; one that
takes over 3 % less is told, so that the kept number can follow (`--update` with the reason, which is kept as well).
.build/instructions/JOB.callgrind is left for callgrind_annotate. Only the standard library, valgrind and heif-enc are
needed.

What the machine has in it as little as possible: valgrind shows every program the same processor (AVX2, no AVX-512,
fixed caches), so the C library and the codecs choose the same variants of their functions everywhere; the environment,
the addresses and Swift's hashing are fixed. What stays is the version of the C libraries, the compiler and valgrind:
numbers of two systems may differ by some per cent, and then want `--update`.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = ROOT / "Benchmarks" / "instructions.json"
WORK = ROOT / ".build" / "instructions"
SCHEMA = "scalpline.instructions/1"
# A job may grow by this share before the run fails.
LIMIT = 0.03
SECONDS = 240
SMALL = ["--count", "1", "--width", "800", "--height", "600"]
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "SCALPLINE_ISA": "avx2",
    "SWIFT_DETERMINISTIC_HASHING": "1",
}
MEASURE = ["measure", "--quiet", "--jobs", "1", "--memory", "1000"]
JOBS = {
    "clean-jpeg": [*MEASURE, "--scale", "20", "clean.jpg"],
    "field-jpeg-without-scale": [*MEASURE, "field.jpg"],
    "png-and-heic": [*MEASURE, "--scale", "20", "small.png", "small.heic"],
    "client-of-three": [
        "analyze", "clients", "--output", "report", "--quiet", "--jobs", "1", "--memory", "1000",
    ],
    "curve-show": ["curve", "show", "--json"],
}


def run(*command, statuses=(0,)):
    done = subprocess.run(
        [str(part) for part in command], cwd=WORK, env=ENVIRONMENT, capture_output=True, text=True, timeout=SECONDS)
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done


def render(tool):
    """The photos of all jobs; returns a digest of those that the tool renders."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    large = ["--count", "1", "--width", "1152", "--height", "864"]
    for name, kind, size, more in [
        ("clean", "clean", large, []),
        ("field", "field", large, []),
        ("small", "clean", SMALL, ["--quality", "98"]),
    ]:
        run(tool, "phantom", "photos", "--set", kind, *size, "--seed", "11", *more, "--output", name)
        # Alone, so that no client.yaml gives a scale.
        (WORK / name / "photo-001.jpg").rename(WORK / f"{name}.jpg")
    run(tool, "phantom", "client", "--seed", "5", "--days=-1,3,30", "--width", "440", "--height", "330",
        "--output", "clients/dora")
    digest = hashlib.sha256()
    for file in sorted(path for path in WORK.rglob("*") if path.is_file()):
        digest.update(file.read_bytes())
    run("heif-enc", "-q", "92", "-o", "small.heic", "small.jpg")
    pixels = subprocess.run(["djpeg", "-ppm", WORK / "small.jpg"], check=True, capture_output=True).stdout
    (WORK / "small.png").write_bytes(png(pixels))
    return digest.hexdigest()[:16]


def png(ppm):
    """A PNG of what djpeg writes: three lines, then the pixels."""
    _, size, _, pixels = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = b"".join(b"\0" + pixels[y * width * 3 : (y + 1) * width * 3] for y in range(height))

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")


def count(tool, name):
    out = WORK / f"{name}.callgrind"
    # Some containers forbid it; counts then move by a ten-thousandth.
    fixed = ["setarch", "-R"] if subprocess.run(["setarch", "-R", "true"], capture_output=True).returncode == 0 else []
    done = run(*fixed, "valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", tool, *JOBS[name])
    for line in done.stderr.splitlines():
        if "Collected :" in line:
            return int(line.rsplit(":", 1)[1])
    sys.exit(f"callgrind told no count of {name}:\n{done.stderr[-2000:]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("tool", type=pathlib.Path)
    parser.add_argument("--update", metavar="REASON", help="keep the new numbers, and why they moved")
    parser.add_argument("--only", choices=JOBS, help="one job alone, without a verdict")
    options = parser.parse_args()
    for needed in ["valgrind", "heif-enc", "djpeg", "objcopy", "setarch"]:
        if not shutil.which(needed):
            sys.exit(f"{needed} is missing: make setup installs it")
    tool = options.tool.resolve()
    doctor = json.loads(subprocess.run([tool, "doctor", "--json"], capture_output=True, check=True).stdout)
    if "avx2" not in doctor["kernels"]["runnable"]:
        print("SKIPPED: this processor has no AVX2, and the kept numbers are of the AVX2 kernels")
        return 0
    # Valgrind 3.19 cannot read Swift's debug information. The copy stands beside the tool, where its resources are.
    plain = tool.with_name("scalpline-for-valgrind")
    subprocess.run(["objcopy", "--strip-debug", tool, plain], check=True)
    photos = render(tool)
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {"schema": SCHEMA, "jobs": {}, "log": []}
    if kept["schema"] != SCHEMA:
        sys.exit(f"{KEPT}: not of schema {SCHEMA}")
    moved = kept.get("photos") not in (None, photos)
    if moved:
        print("The tool renders other photos than those that the kept numbers are of.")

    counts, grown, new = {}, [], []
    print(f"{'job':<28}{'million':>10}{'kept':>10}{'change':>10}")
    for name in [options.only] if options.only else JOBS:
        counts[name] = count(plain, name)
        before = kept["jobs"].get(name)
        change = counts[name] / before - 1 if before else 0
        note = ""
        if before is None:
            note, _ = "  new: keep it with --update REASON", new.append(name)
        elif change > LIMIT:
            note, _ = "  GREW", grown.append(name)
        elif change < -LIMIT:
            note = "  shrank: keep the new number with --update REASON"
        known = f"{before / 1e6:.1f}" if before else "-"
        print(f"{name:<28}{counts[name] / 1e6:>10.1f}{known:>10}{change:>+10.2%}{note}", flush=True)
    if options.only:
        return 0
    if options.update:
        entry = {"date": datetime.date.today().isoformat(), "method": doctor["method"], "reason": options.update}
        entry["millions"] = {name: round(value / 1e6, 1) for name, value in counts.items()}
        kept = {"schema": SCHEMA, "photos": photos, "jobs": counts, "log": kept["log"] + [entry]}
        KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
        print(f"Kept in {KEPT.relative_to(ROOT)}.")
        return 0
    if grown:
        print(f"{', '.join(grown)}: over {LIMIT:.0%} more than was kept. Look where: callgrind_annotate .build/instructions/JOB.callgrind. "
              "What is wanted is kept with `make instructions UPDATE='the reason'`.", file=sys.stderr)
    return 1 if grown or new else 0


if __name__ == "__main__":
    sys.exit(main())
