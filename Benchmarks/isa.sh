#!/bin/bash
# The same bytes by the kernels of every instruction set, on this processor and on older ones as qemu shows them.
# Usage: Benchmarks/isa.sh TOOL. Two photos are rendered by the tool; `measure --dots` must write the same bytes each time.
set -euo pipefail
tool=$(realpath "$1")
work=.build/isa
rm -rf "$work"
mkdir -p "$work"
"$tool" phantom photos --set field --count 1 --seed 3 --width 480 --height 360 --output "$work/field" > /dev/null
"$tool" phantom photos --set phone --count 1 --seed 4 --width 520 --height 390 --output "$work/phone" > /dev/null
photos=("$work/field/photo-001.jpg" "$work/phone/photo-001.jpg")
known=
failed=0

# measured NAME COMMAND...: one line, and whether its bytes are those of the first.
measured() {
    local name=$1 sum
    shift
    if ! sum=$("$@" measure --dots --quiet --memory 1000 --jobs "$jobs" "${photos[@]}" | sha256sum | cut -c 1-16); then
        sum=failed
        failed=1
    fi
    known=${known:-$sum}
    [ "$sum" = "$known" ] || failed=1
    printf '%-28s jobs %s  %s%s\n' "$name" "$jobs" "$sum" "$([ "$sum" = "$known" ] || echo '  DIFFERS')"
}

runnable=$("$tool" doctor --json | python3 -c 'import json, sys; print(*json.load(sys.stdin)["kernels"]["runnable"])')
for jobs in 1 2; do
    for isa in $runnable; do SCALPLINE_ISA=$isa measured "$isa" "$tool"; done
    if command -v qemu-x86_64 > /dev/null && [ "$(uname -m)" = x86_64 ]; then
        # What these processors run is found by the tool itself.
        for cpu in Nehalem Haswell; do
            SCALPLINE_ISA='' measured "qemu $cpu" qemu-x86_64 -cpu "$cpu" "$tool" 2> "$work/qemu.txt"
        done
    else
        echo "SKIPPED: no qemu-x86_64 (Debian: qemu-user)"
    fi
done
# An older processor must be known for what it is.
if command -v qemu-x86_64 > /dev/null && [ "$(uname -m)" = x86_64 ]; then
    qemu-x86_64 -cpu Nehalem "$tool" doctor 2> /dev/null | grep '^processor runs *baseline$' > /dev/null || {
        echo "qemu Nehalem is not taken for baseline"
        failed=1
    }
fi
exit $failed
