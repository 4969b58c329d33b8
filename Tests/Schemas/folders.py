"""Folders of clients for the check of the schemas: one that is hard to measure, one practice large enough to compare."""

import copy
import json
import random
import shutil
from pathlib import Path


def hostile(folder: Path, clients: Path) -> None:
    """Clients with all that can be wrong, beside photos that can be measured."""
    good = sorted((clients / "bilal").glob("*.jpg"))[3]
    photo = good.read_bytes()

    def write(name: str, content: bytes | str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    write("no-scale/20260608_101500.jpg", photo)
    write("=cmd|run/-1+1.jpg", photo)
    write("=cmd|run/client.yaml", "sessions: [2026-06-01]\npixelsPerMillimetre: 19\n")
    write("broken/empty.jpg", b"")
    write("broken/short.jpg", photo[: len(photo) // 3])
    write("broken/text.jpg", "this is no picture")
    write("broken/old.gif", b"GIF89a" + bytes(40))
    write("broken/a,\"b\".jpg", photo)
    write("misspelt/20260608_101500.jpg", photo)
    write("misspelt/client.yaml", "sesions: [2026-06-01]\n")
    write("nobody/notes.txt", "no photos")
    write("stray.jpg", photo)


def practice(folder: Path, series: Path, size: int = 8) -> None:
    """Two groups of clients, each a measured client's record with other values: records as analyze writes them."""
    record = json.loads(series.read_text())
    chance = random.Random(5)
    for group, technique, paler in [("h", "hairline", 0.8), ("p", "pointillism", 1.0)]:
        for number in range(size):
            client = copy.deepcopy(record)
            client["client"] = f"{group}{number:02}"
            own = paler * chance.uniform(0.92, 1.08)
            for session in client["sessions"]:
                session.update(technique=technique, details=[technique])
            for photo in client["photos"]:
                for name in ["relativeDarkness", "coverage"]:
                    value = photo.get(name, {}).get("value")
                    if value is not None and photo["day"] > 5:
                        photo[name]["value"] = round(value * own, 6)
            place = folder / client["client"] / "series.json"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(client))
    shutil.copytree(folder / "h00", folder / "x00")
    mixed = json.loads((folder / "x00" / "series.json").read_text())
    mixed["client"] = "x00"
    mixed["sessions"].append({**mixed["sessions"][0], "technique": "stippling"})
    (folder / "x00" / "series.json").write_text(json.dumps(mixed))
