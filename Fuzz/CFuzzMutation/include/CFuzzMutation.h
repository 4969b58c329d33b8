#ifndef SCALPLINE_FUZZ_MUTATION_H
#define SCALPLINE_FUZZ_MUTATION_H

#include <stddef.h>
#include <stdint.h>

/// What libFuzzer calls in place of its own mutation: changes `size` bytes in room for `most` and returns how many
/// there are now. The same seed and bytes give the same result.
///
/// The codecs are built without coverage counters, so chance alone hardly gets past their headers. Half of the
/// mutations therefore change a length, a number or a whole part of a JPEG's segments, a PNG's or WebP's chunks or an
/// HEIF's boxes; a PNG's check sums are made right again.
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

#endif
