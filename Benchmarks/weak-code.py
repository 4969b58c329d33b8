#!/usr/bin/env python3
"""No code of wide registers that the linker could give to a module of narrower ones.

    Benchmarks/weak-code.py BUILD

A weak symbol is what several modules may each carry a copy of, of which the linker keeps any one. A copy made for AVX2 or
AVX-512 that other modules then run ends on a processor without them with an illegal instruction. Functions whose name
begins with the module's own are nobody else's; every other weak function in the object files of the wider kernels (a
copy of what the standard library or another module has, most often) is disassembled, and one with an instruction of AVX
or AVX-512 ends the run with 1. Only the standard library and binutils are needed.
"""
import pathlib
import re
import subprocess
import sys

# Registers that only they have, and their form of instructions on the others.
WIDE = re.compile(r"%[yz]mm\d|%xmm(1[6-9]|2\d|3[01])\b|%k[0-7]\b|\tv[a-z0-9]+\s.*%xmm|\tvzero")
LABEL = re.compile(r"^[0-9a-f]+ <(.+)>:$")


def shared_functions(file):
    """Names of weak symbols that stand in sections of code and that other modules may have as well."""
    module = file.parent.name.removesuffix(".build")
    own = f"$s{len(module)}{module}"
    table = subprocess.run(["nm", "--format=sysv", str(file)], check=True, capture_output=True, text=True).stdout
    names = set()
    for line in table.splitlines():
        fields = [field.strip() for field in line.split("|")]
        if len(fields) == 7 and fields[2] in "WVwv" and fields[6].startswith(".text") and not fields[0].startswith(own):
            names.add(fields[0])
    return names


def wide_lines(file, weak):
    """The first wide instruction of each of some functions."""
    text = subprocess.run(
        ["objdump", "--disassemble", "--no-show-raw-insn", str(file)], check=True, capture_output=True, text=True).stdout
    found, name = {}, None
    for line in text.splitlines():
        label = LABEL.match(line)
        if label:
            name = label[1] if label[1] in weak else None
        elif name and name not in found and WIDE.search(line):
            found[name] = line.split("\t", 1)[-1].strip()
    return found


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release").resolve()
    files = [file for file in sorted(build.glob("PixelKernelsAVX*.build/**/*.o"))]
    if not files:
        print(f"SKIPPED: no kernels for wider registers in {build}")
        return 0
    bad = shared = 0
    for file in files:
        weak = shared_functions(file)
        shared += len(weak)
        for name, line in wide_lines(file, weak).items():
            bad += 1
            print(f"{file.relative_to(build)}: weak {name}: {line}", file=sys.stderr)
    print(f"{len(files)} object files of wider kernels: {shared} functions that other modules may share, {bad} of them wide")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
