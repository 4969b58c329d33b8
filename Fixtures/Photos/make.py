#!/usr/bin/env python3
"""Makes the photos of this folder anew: needs Pillow, heif-enc, cwebp, webpmux (Debian: libheif-examples, webp)."""
import os
import struct
import subprocess
import sys
import tempfile

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "../Clients/anna", sys.argv[1] if len(sys.argv) > 1 else "2026-03-03 hairline.jpg")


def s15(value):
    return struct.pack(">i", round(value * 65536))


def display_p3():
    """A v4 matrix profile with the primaries of Display P3 and the curve of sRGB (ICC.1:2022)."""
    def xyz(x, y, z):
        return b"XYZ \0\0\0\0" + s15(x) + s15(y) + s15(z)
    curve = b"para\0\0\0\0\0\3\0\0" + b"".join(map(s15, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = [(b"wtpt", xyz(0.9642, 1, 0.8249)), (b"rXYZ", xyz(0.51512, 0.2412, -0.00105)),
            (b"gXYZ", xyz(0.29198, 0.69225, 0.04189)), (b"bXYZ", xyz(0.1571, 0.06657, 0.78407)),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    start = 132 + 12 * len(tags)
    table, bodies = struct.pack(">I", len(tags)), b""
    for name, body in tags:
        table += name + struct.pack(">II", start + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    head = struct.pack(">I", start + len(bodies)) + b"\0\0\0\0\4\x30\0\0mntrRGB XYZ " + b"\0" * 12 + b"acsp"
    head += b"\0" * 28 + b"\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d"
    return head + b"\0" * (128 - len(head)) + table + bodies


def exif(orientation):
    data = Image.Exif()
    data[0x010F], data[0x0110], data[0x0112] = "Scalpline", "Phantom 1", orientation
    sub = data.get_ifd(0x8769)
    sub[0x9003], sub[0x9291], sub[0x9011] = "2026:03:04 10:15:30", "250", "+01:00"
    sub[0x920A], sub[0x9209] = IFDRational(26, 4), 0x19
    sub[0xA431] = "SECRET-SERIAL"
    data.get_ifd(0x8825)[1] = "N"
    return data.tobytes()


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    os.chdir(HERE)
    crop = Image.open(SOURCE).convert("RGB").crop((380, 300, 540, 420))
    turned = crop.transpose(Image.Transpose.ROTATE_90)  # upright again by orientation 6
    turned.save("turned.jpg", quality=97, subsampling=0, icc_profile=display_p3(), exif=exif(6))
    with tempfile.TemporaryDirectory() as folder:
        def at(name):
            return os.path.join(folder, name)
        run("heif-enc", "-q", "90", "-o", "turned.heic", "turned.jpg")
        run("heif-enc", "-q", "90", "-t", "64", "-o", "thumbnail.heic", "turned.jpg")
        # The second picture of the burst is another one, upright and without a profile.
        crop.rotate(180).crop((0, 0, 96, 64)).save(at("second.png"))
        run("heif-enc", "-q", "90", "-t", "32", "-o", "burst.heic", "turned.jpg", at("second.png"))
        plain = crop.copy()
        plain.save(at("plain.png"))
        run("heif-enc", "-q", "90", "-p", "chroma=444", "-o", "full-chroma.heic", at("plain.png"))
        write_png16(at("deep.png"), crop)
        run("heif-enc", "-q", "90", "-b", "10", "-o", "ten-bit.heic", at("deep.png"))
        crop.convert("L").save(at("grey.png"))
        run("heif-enc", "-q", "90", "-o", "grey.heic", at("grey.png"))
        clear = crop.convert("RGBA")
        clear.putalpha(Image.linear_gradient("L").resize(crop.size))
        clear.save(at("clear.png"))
        run("heif-enc", "-q", "80", "-o", "clear.heic", at("clear.png"))
        run("heif-enc", "-A", "-q", "50", "-o", "picture.avif", at("plain.png"))
        run("cwebp", "-q", "92", "-metadata", "all", "turned.jpg", "-o", "turned.webp")
        run("cwebp", "-lossless", "-exact", at("clear.png"), "-o", "clear.webp")
        run("cwebp", "-lossless", at("plain.png"), "-o", "lossless.webp")
        small = crop.resize((16, 12))
        small.save("film.webp", save_all=True, append_images=[small.rotate(180)], duration=100)
        write_grid(at, "grid.heic", False)
        write_grid(at, "grid-turned.heic", True)
        write_grid(at, "grid-accompanied.heic", True, accompanied=True)


def write_png16(path, picture):
    """A PNG of 16 bits a sample, smoother than 8 bits: each sample is the mean of a 3 by 3 square."""
    import zlib
    width, height = picture.size
    pixels = picture.load()
    rows = b""
    for y in range(height):
        rows += b"\0"
        for x in range(width):
            for c in range(3):
                near = [pixels[min(max(x + i, 0), width - 1), min(max(y + j, 0), height - 1)][c]
                        for i in (-1, 0, 1) for j in (-1, 0, 1)]
                rows += struct.pack(">H", sum(near) * 257 // 9)

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def boxes(data):
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        size = size or len(data) - at
        yield kind, data[at + 8:at + size]
        at += size


def box(kind, body):
    return struct.pack(">I4s", 8 + len(body), kind) + body


def encoded(at, png, quality):
    """The configuration and the data of a picture that heif-enc has coded."""
    run("heif-enc", "-q", quality, "-o", at("item.heic"), at(png))
    with open(at("item.heic"), "rb") as file:
        parts = dict(boxes(file.read()))
    properties = dict(boxes(dict(boxes(dict(boxes(parts[b"meta"][4:]))[b"iprp"]))[b"ipco"]))
    return properties[b"hvcC"], parts[b"mdat"]


def write_grid(at, name, turned, accompanied=False):
    """Four tiles of 64 by 64 as one picture of 120 by 100, as phones store theirs (ISO/IEC 23008-12, 6.6.2.3).

    Accompanied, it is turned by EXIF alone, and a larger picture stands beside it that has a turn of its own.
    """
    crop = Image.open(SOURCE).convert("RGB").crop((380, 300, 508, 428))
    crop.crop((0, 0, 120, 100)).save("grid.png", optimize=True)
    width, height = (100, 120) if turned else (120, 100)
    if turned:
        # Stored a quarter turn counter-clockwise; the property turns it back, and EXIF says so once more.
        crop = crop.crop((0, 0, 120, 100)).transpose(Image.Transpose.ROTATE_90).crop((0, 0, 128, 128))
    tiles, configuration = [], None
    for i in range(4):
        left, top = i % 2 * 64, i // 2 * 64
        crop.crop((left, top, left + 64, top + 64)).save(at("tile.png"))
        of_tile, data = encoded(at, "tile.png", "95")
        assert configuration in (None, of_tile)
        configuration = of_tile
        tiles.append(data)
    companion = b""
    if accompanied:
        Image.new("RGB", (1600, 1200), (90, 120, 150)).save(at("companion.png"))
        companion, data = encoded(at, "companion.png", "10")
        tiles.append(data)
    infe = b"".join(box(b"infe", struct.pack(">IHH4sB", 0x02000001 if i < 4 else 0x02000000, i + 1, 0,
                                             b"hvc1" if i < 4 else b"grid", 0)) for i in range(5))
    infe += box(b"infe", struct.pack(">IHH4sB", 0x02000001, 6, 0, b"Exif", 0)) if turned else b""
    infe += box(b"infe", struct.pack(">IHH4sB", 0x02000000, 7, 0, b"hvc1", 0)) if accompanied else b""
    nclx = box(b"colr", b"nclx" + struct.pack(">HHHB", 1, 13, 6, 0x80))

    def ispe(width, height):
        return box(b"ispe", struct.pack(">III", 0, width, height))
    ipco = box(b"ipco", box(b"hvcC", configuration) + ispe(64, 64) + ispe(width, height) + nclx
               + box(b"pixi", struct.pack(">IB", 0, 3) + b"\x08\x08\x08")
               + box(b"irot", b"\3")
               + (box(b"hvcC", companion) + ispe(1600, 1200) if accompanied else b""))
    ipma = struct.pack(">II", 0, 6 if accompanied else 5)
    for i in range(4):
        ipma += struct.pack(">HB", i + 1, 3) + b"\x81\x02\x04"
    of_grid = b"\x03\x04\x05\x86" if turned and not accompanied else b"\x03\x04\x05"
    ipma += struct.pack(">HB", 5, len(of_grid)) + of_grid
    ipma += struct.pack(">HB", 7, 3) + b"\x87\x08\x86" if accompanied else b""
    grid = struct.pack(">BBBBHH", 0, 0, 1, 1, width, height)
    metadata = struct.pack(">I", 6) + exif(6) if turned else b""
    items = 5 + turned + accompanied

    def meta(places):
        iloc = struct.pack(">IBBH", 0x01000000, 0x44, 0x00, items)
        for i in range(items):
            place, size = places[i]
            iloc += struct.pack(">HHHH", i + 1, 1 if i in (4, 5) else 0, 0, 1) + struct.pack(">II", place, size)
        return box(b"meta", b"\0\0\0\0" + box(b"hdlr", struct.pack(">II4s12sB", 0, 0, b"pict", b"\0" * 12, 0))
                   + box(b"pitm", struct.pack(">IH", 0, 5)) + box(b"iloc", iloc)
                   + box(b"iinf", struct.pack(">IH", 0, items) + infe)
                   + box(b"iref", b"\0\0\0\0" + box(b"dimg", struct.pack(">HHHHHH", 5, 4, 1, 2, 3, 4))
                         + (box(b"cdsc", struct.pack(">HHH", 6, 1, 5)) if turned else b""))
                   + box(b"iprp", ipco + box(b"ipma", ipma)) + box(b"idat", grid + metadata))
    kind = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    at_data = len(kind) + len(meta([(0, 0)] * 7)) + 8
    places = []
    for tile in tiles:
        places.append((at_data, len(tile)))
        at_data += len(tile)
    with open(name, "wb") as file:
        places[4:4] = [(0, len(grid)), (len(grid), len(metadata))]
        file.write(kind + meta(places) + box(b"mdat", b"".join(tiles)))


main()
