#!/usr/bin/env python3
"""Runs of `scalpline analyze` that are killed, or whose disk fills up, and go on.

Thirty photos of three clients are analysed once undisturbed. Then, many times: a run into an empty folder is killed
with SIGKILL at a random moment, the same command is given again, and every file that it leaves must hold the bytes of
the undisturbed run; no photo may be measured a second time but those that were in hand; SQLite must find the records
sound, and no file may lie half-written under its own name. The same on a small file system that fills up at different
points: the run must say what to do and end with 1, and complete once there is room.
"""

import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

JOBS = 2


def files(folder):
    """Every file that a person or a program reads, by its path, as a hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(("scalpline.sqlite", ".scalpline"))
    }


def command(tool, clients, out):
    return [tool, "analyze", clients, "--output", out, "--jobs", str(JOBS), "--json-progress"]


def told(lines):
    """The photos that a run told as measured."""
    measured = []
    for line in lines.splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue  # the line that the kill cut off
        if event.get("event") == "photo" and event["state"] == "measured":
            measured.append(f"{event['client']}/{event['photo']}")
    return measured


def kept(out):
    """How many surveys the records hold, and what SQLite finds wrong with them."""
    path = out / "scalpline.sqlite"
    if not path.exists() or not path.stat().st_size:
        return 0, "ok"
    with contextlib.closing(sqlite3.connect(path)) as records:
        check = records.execute("PRAGMA integrity_check").fetchone()[0]
        try:
            return records.execute("SELECT count(*) FROM survey").fetchone()[0], check
        except sqlite3.OperationalError:
            return 0, check  # killed before the tables were made


def prepare(tool, folder):
    clients = folder / "clients"
    for number in range(3):
        subprocess.run(
            [tool, "phantom", "photos", "--count", "10", "--seed", str(300 + 10 * number), "--width", "480",
             "--height", "360", "--output", folder / f"photos-{number}"], check=True, stdout=subprocess.DEVNULL)
        client = clients / f"client-{number}"
        client.mkdir(parents=True)
        (client / "client.yaml").write_text("sessions: [2026-03-02]\n")
        for day, photo in enumerate(sorted((folder / f"photos-{number}").glob("*.jpg"))):
            shutil.copy(photo, client / f"2026-03-{day + 3:02}.jpg")
    return clients


def killed(tool, clients, folder, truth, seconds, rounds, seed):
    moments = random.Random(seed)
    counts = {"kills": 0, "resumed": 0, "again": 0}
    for number in range(rounds):
        out = folder / "killed"
        shutil.rmtree(out, ignore_errors=True)
        measured = []
        with tempfile.TemporaryFile("w+") as errors:
            run = subprocess.Popen(command(tool, clients, out), stdout=subprocess.DEVNULL, stderr=errors)
            time.sleep(moments.uniform(0, seconds))
            run.send_signal(signal.SIGKILL)
            run.wait()
            errors.seek(0)
            measured += told(errors.read())
        counts["kills"] += run.returncode == -signal.SIGKILL
        before, check = kept(out) if out.exists() else (0, "ok")
        assert check == "ok", check
        resumed = subprocess.run(
            command(tool, clients, out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert resumed.returncode == 0, resumed.stderr
        now = told(resumed.stderr)
        twice = set(measured) & set(now)
        assert not twice, f"measured twice: {twice}"
        # What the records held is not measured again; what was told was held.
        assert len(now) == 30 - before and len(measured) <= before, (len(now), before, len(measured))
        counts["resumed"] += before > 0
        counts["again"] += 30 - len(now) - len(measured)
        after, check = kept(out)
        assert (after, check) == (30, "ok"), (after, check)
        assert files(out) == truth, sorted(set(files(out).items()) ^ set(truth.items()))
        print(f"\r{number + 1} of {rounds} kills", end="", file=sys.stderr)
    print(file=sys.stderr)
    return counts


def full_disk(tool, clients, folder, truth, points):
    """Needs to mount a file system in memory: root."""
    place = folder / "small"
    place.mkdir()
    enough = 26
    failed = 0
    for point in range(points):
        kilobytes = 40 + int((enough * 1000 - 40) * (point / points) ** 2.2)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place], check=True)
        try:
            out = place / "out"
            run = subprocess.run(
                command(tool, clients, out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if run.returncode != 0:
                failed += 1
                assert run.returncode == 1, (run.returncode, run.stderr)
                last = run.stderr.strip().splitlines()[-1]
                assert "no room left on the disk. Make room and run the same command again" in last, run.stderr
                print(f"{kilobytes} kB: {last}", file=sys.stderr)
            for path in out.rglob("*") if out.exists() else []:
                name = str(path.relative_to(out))
                if path.is_file() and name in truth and name.split("/")[0].startswith("client"):
                    assert hashlib.sha256(path.read_bytes()).hexdigest() == truth[name], f"half-written: {name}"
            subprocess.run(["mount", "-o", f"remount,size={20 * enough}m", place], check=True)
            again = subprocess.run(
                command(tool, clients, out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            assert again.returncode == 0, again.stderr
            assert not set(told(run.stderr)) & set(told(again.stderr))
            assert kept(out) == (30, "ok") and files(out) == truth
        finally:
            subprocess.run(["umount", place], check=True)
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--points", type=int, default=20, help="sizes of the small disk; 0 without root")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        clients = prepare(tool, folder)
        start = time.monotonic()
        subprocess.run(command(tool, clients, folder / "whole"), check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        truth = files(folder / "whole")
        counts = killed(tool, clients, folder, truth, seconds * 1.05, options.kills, options.seed)
        print(f"{counts['kills']} of {options.kills} runs over 30 photos were killed before their end, "
              f"{counts['resumed']} of all had something to go on from;")
        print(f"all {len(truth)} files the bytes of an undisturbed run, no photo measured twice, "
              f"{counts['again']} kept that the kill had left untold, integrity check clean.")
        if options.points:
            failed = full_disk(tool, clients, folder, truth, options.points)
            print(f"{failed} of {options.points} sizes of disk were too small: each told, and completed with room.")


if __name__ == "__main__":
    main()
