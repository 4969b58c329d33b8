#!/bin/bash
# Runs each fuzz target for a time under AddressSanitizer, two at a time: Fuzz/run.sh SECONDS [TARGET…]. What is
# found lies in Fuzz/Findings; what is new in coverage and no longer than 4 kB joins Fuzz/Corpus with KEEP=1.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(jpeg png heic webp exif icc clientfile)
export SCALPLINE_FUZZ=1 SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1
mkdir -p Fuzz/Findings .build
for target in "${targets[@]}"; do
    swift build --scratch-path .build/fuzz --sanitize=fuzzer --sanitize=address --product "fuzz-$target" \
        > .build/fuzz-build.log 2>&1 || { tail -20 .build/fuzz-build.log >&2; exit 1; }
done

fuzz() {
    local target=$1 tool=.build/fuzz/debug/fuzz-$1 grown=.build/fuzz-corpus/$1 log=.build/fuzz-$1.log
    local found="nothing found" status=0
    mkdir -p "$grown"
    "$tool" -seed=41 -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1500 -max_len=32768 \
        -print_final_stats=1 -artifact_prefix="Fuzz/Findings/$target-" "$grown" "Fuzz/Corpus/$target" \
        > "$log" 2>&1 || { found="FOUND: see $log and Fuzz/Findings"; status=1; }
    local runs
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$target: ${runs:-?} executions in $seconds s, $found"
    if [ "${KEEP:-0}" = 1 ]; then
        "$tool" -merge=1 -max_len=4096 "Fuzz/Corpus/$target" "$grown" > /dev/null 2>&1
    fi
    return $status
}

status=0
running=0
for target in "${targets[@]}"; do
    if [ $running -ge 2 ]; then
        wait -n || status=1
        running=$((running - 1))
    fi
    fuzz "$target" &
    running=$((running + 1))
done
while [ $running -gt 0 ]; do
    wait -n || status=1
    running=$((running - 1))
done
exit $status
