#!/usr/bin/env python3
"""Files made to harm, each measured alone within 10 s and 600 MB of address space.

    Fuzz/hostile.py TOOL [--seed N] [--rounds N]

Makes bombs (large flat pictures, text and profiles that unpack to 200 MB, endless chunks, segments and scans), false
sizes, and seeded damage to every photo under Fixtures/Photos, Fuzz/Corpus and, where they are, the public photos of
SCALPLINE_DATA. Every file must leave exactly one record and status 0 or 3, without a word on standard error. Ends
with 1 where one does not. Only the standard library is needed.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib

SECONDS = 10
BYTES = 600 * 1024 * 1024
ROOT = pathlib.Path(__file__).resolve().parent.parent
PNG = b"\x89PNG\r\n\x1a\n"
SIZES = [(65500, 65500), (65500, 3000), (1, 65500), (65500, 1), (14000, 14000), (0, 0)]


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width, height, depth, kind, idat, interlaced=0, extra=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    return PNG + chunk(b"IHDR", header) + extra + chunk(b"IDAT", idat) + chunk(b"IEND", b"")


def flat(width, height, bits):
    packer = zlib.compressobj(9)
    row = b"\0" + b"\x80" * ((width * bits + 7) // 8)
    return b"".join([packer.compress(row) for _ in range(height)] + [packer.flush()])


def png_bombs():
    for width, height, depth, kind, bits in [
        (6000, 6000, 8, 2, 24), (10000, 10000, 8, 2, 24), (14000, 14000, 8, 0, 8), (14000, 14000, 1, 0, 1),
        (10000, 10000, 16, 6, 64), (1000000, 100, 8, 2, 24), (100, 1000000, 8, 2, 24), (1000000, 1, 8, 2, 24),
        (1, 1000000, 8, 2, 24),
    ]:
        yield f"flat-{width}x{height}x{depth}.png", png(width, height, depth, kind, flat(width, height, bits))
    yield "interlaced-36.png", png(6000, 6000, 8, 2, flat(6000, 6020, 24), interlaced=1)
    yield "interlaced-100.png", png(10000, 10000, 8, 2, flat(1000, 1000, 24), interlaced=1)
    bomb = zlib.compress(bytes(200_000_000), 9)
    small = flat(64, 64, 24)
    for name, extra in [
        ("ztxt", chunk(b"zTXt", b"a\0\0" + bomb)), ("iccp", chunk(b"iCCP", b"a\0\0" + bomb)),
        ("itxt", chunk(b"iTXt", b"a\0\1\0\0\0" + bomb)), ("texts", chunk(b"tEXt", b"k\0v") * 300_000),
        ("exifs", chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0") * 100_000),
        ("exif", chunk(b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + bytes(50_000_000))), ("idats", chunk(b"IDAT", b"") * 400_000),
    ]:
        yield f"many-{name}.png", png(64, 64, 8, 2, small, extra=extra)
    yield "idat-bomb.png", png(64, 64, 8, 2, bomb)


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg_bombs(base, progressive):
    head, rest = base[:2], base[2:]
    yield "segments.jpg", head + segment(0xE5, bytes(65000)) * 1500 + rest
    yield "comments.jpg", head + segment(0xFE, b"") * 2_000_000 + rest
    parts = b"".join(segment(0xE2, b"ICC_PROFILE\0" + bytes([i, 255]) + bytes(65000)) for i in range(1, 256))
    yield "profile.jpg", head + parts + rest
    yield "fill.jpg", head + b"\xff" * 20_000_000 + rest
    yield "garbage.jpg", head + b"\x01" * 20_000_000 + rest
    scan = progressive.rfind(b"\xff\xda")
    yield "scans.jpg", progressive[:scan] + progressive[scan:-2] * 5000 + b"\xff\xd9"
    loop = struct.pack(">HHHII", 2, 0x8769, 4, 1, 8) + struct.pack(">HHIII", 0x8825, 4, 1, 8, 8)
    yield "exif-loop.jpg", head + segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + loop) + rest
    entries = struct.pack(">HHII", 0x9003, 2, 0xFFFFFFFF, 8) * 5000
    yield "exif-huge.jpg", head + segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\x13\x88" + entries) + rest


def resized(photo, width, height):
    """The photo with another size in its header, or None."""
    if photo[:2] == b"\xff\xd8":
        for kind in (0xC0, 0xC1, 0xC2, 0xC9, 0xCA):
            at = photo.find(bytes([0xFF, kind, 0]))
            if at > 0 and max(width, height) < 65536:
                return photo[: at + 5] + struct.pack(">HH", height, width) + photo[at + 9 :]
    elif photo[:4] == PNG[:4]:
        body = b"IHDR" + struct.pack(">II", width, height) + photo[24:29]
        return photo[:12] + body + struct.pack(">I", zlib.crc32(body)) + photo[33:]
    elif photo[4:8] == b"ftyp" and photo.find(b"ispe") > 0:
        at = photo.find(b"ispe")
        return photo[: at + 8] + struct.pack(">II", width, height) + photo[at + 16 :]
    elif photo[8:12] == b"WEBP" and photo.find(b"VP8X") > 0:
        at = photo.find(b"VP8X")
        sides = b"".join(struct.pack("<I", (side - 1) & 0xFFFFFF)[:3] for side in (width, height))
        return photo[: at + 12] + sides + photo[at + 18 :]
    return None


def damaged(photo, way, chance):
    hurt = bytearray(photo)
    at = chance.randrange(len(hurt))
    if way == 0:
        del hurt[at:]
    elif way == 1:
        for _ in range(chance.randrange(1, 20)):
            hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
    elif way == 2:
        for _ in range(chance.randrange(1, 20)):
            hurt[chance.randrange(min(len(hurt), 600))] = chance.choice((0, 127, 128, 255, chance.randrange(256)))
    elif way == 3:
        del hurt[at : at + chance.randrange(1, 200)]
    elif way == 4:
        hurt[at:at] = hurt[at : at + chance.randrange(1, 400)] * chance.randrange(1, 30)
    else:
        hurt[at : at + 4] = struct.pack(">I", chance.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)))
    return bytes(hurt)


def photos():
    data = pathlib.Path(os.environ.get("SCALPLINE_DATA", ROOT.parent / "shared" / "data"))
    found = [p for p in (ROOT / "Fixtures/Photos").iterdir() if p.suffix in (".heic", ".webp", ".png", ".jpg", ".avif")]
    for kind in ("jpeg", "png", "heic", "webp"):
        found += [p for p in (ROOT / "Fuzz/Corpus" / kind).iterdir() if "." in p.name]
    public = [data / "decoders" / name for name in ("libjpeg-turbo_testimages", "jpeg-decoder_reftest")]
    for folder in public:
        if folder.is_dir():
            found += sorted(p for p in folder.iterdir() if p.suffix in (".jpg", ".jpeg"))[:12]
        else:
            print(f"skipped, not there: {folder.name}")
    return sorted(found)


def files(chance, rounds):
    yield from png_bombs()
    turned = (ROOT / "Fixtures/Photos/turned.jpg").read_bytes()
    yield from jpeg_bombs(turned, (ROOT / "Fuzz/Corpus/jpeg/progressive.jpg").read_bytes())
    for path in photos():
        photo = path.read_bytes()
        for width, height in SIZES:
            other = resized(photo, width, height)
            if other:
                yield f"{width}x{height}-{path.name}", other
        for number in range(rounds):
            yield f"{number}-{path.name}", damaged(photo, number % 6, chance)


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--rounds", type=int, default=18)
    options = parser.parse_args()
    codes, times, faults = collections.Counter(), [], 0
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files(random.Random(options.seed), options.rounds):
            path = pathlib.Path(folder, name)
            path.write_bytes(content)
            begin = time.monotonic()
            try:
                run = subprocess.run(
                    [options.tool, "measure", "--quiet", str(path)], capture_output=True, timeout=SECONDS,
                    preexec_fn=bounded, env=environment)
                status, lines, words = run.returncode, run.stdout.splitlines(), run.stderr
            except subprocess.TimeoutExpired:
                status, lines, words = f"no end in {SECONDS} s", [], b""
            times.append((time.monotonic() - begin, name))
            if status not in (0, 3) or len(lines) != 1 or words.strip():
                faults += 1
                print(f"FAULT {name}: status {status}, {len(lines)} records, {words[-200:]!r}")
                continue
            codes[json.loads(lines[0]).get("error", {}).get("code", "measured")] += 1
            path.unlink()
    print(f"{len(times)} files, {faults} faults: " + ", ".join(f"{n} {c}" for c, n in sorted(codes.items())))
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"peak memory {children.ru_maxrss // 1024} MB; slowest:")
    for seconds, name in sorted(times, reverse=True)[:5]:
        print(f"  {seconds:.1f} s {name}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
