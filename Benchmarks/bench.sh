#!/bin/bash
# Time that `scalpline measure` takes for a photo, on one thread, beside djpeg on the same photos.
# A ratio travels between machines where seconds do not. Usage: Benchmarks/bench.sh TOOL [FOLDER OF JPEGS]
set -euo pipefail
tool=$1
folder=${2:-Fixtures/Clients}
mapfile -d '' photos < <(find "$folder" -iname '*.jpg' -print0 | sort -z | head -z -n 12)
[ ${#photos[@]} -gt 0 ] || { echo "no JPEG photos in $folder" >&2; exit 1; }

# The best of three, in milliseconds.
best() {
    local best=
    for _ in 1 2 3; do
        local start end
        start=$(date +%s%N)
        "$@" > /dev/null
        end=$(date +%s%N)
        local took=$(((end - start) / 1000000))
        if [ -z "$best" ] || [ "$took" -lt "$best" ]; then best=$took; fi
    done
    echo "$best"
}
decode_all() { for photo in "${photos[@]}"; do djpeg -outfile /dev/null "$photo"; done; }

ours=$(best "$tool" measure --quiet --jobs 1 --scale 20 "${photos[@]}")
theirs=$(best decode_all)
awk -v ours="$ours" -v theirs="$theirs" -v photos="${#photos[@]}" 'BEGIN {
    printf "%d photos: scalpline measure %.1f ms a photo, djpeg %.1f ms a photo, ratio %.1f\n",
        photos, ours / photos, theirs / photos, ours / (theirs > 0 ? theirs : 1)
}'
