#include "heif_boxes.h"

struct bits {
    const uint8_t *bytes;
    size_t length;
    size_t at;  // in bits
    int ran_out;
};

static uint32_t take(struct bits *bits, unsigned count) {
    uint32_t value = 0;
    for (unsigned i = 0; i < count; i++) {
        size_t byte = bits->at / 8;
        if (byte >= bits->length) {
            bits->ran_out = 1;
            return 0;
        }
        value = value << 1 | (bits->bytes[byte] >> (7 - bits->at % 8) & 1);
        bits->at++;
    }
    return value;
}

static void skip(struct bits *bits, size_t count) {
    bits->at += count;
}

// Unsigned Exp-Golomb code, H.265, 9.2.
static uint64_t take_ue(struct bits *bits) {
    unsigned zeros = 0;
    while (!bits->ran_out && take(bits, 1) == 0) {
        if (++zeros > 31) {
            bits->ran_out = 1;
            return 0;
        }
    }
    return bits->ran_out ? 0 : ((uint64_t)1 << zeros) - 1 + take(bits, zeros);
}

// profile_tier_level, H.265, 7.3.3: 88 bits of a profile and 8 of a level, then those of the sub-layers.
static void skip_profile(struct bits *bits, unsigned sub_layers) {
    skip(bits, 88 + 8);
    unsigned with_profile = 0, with_level = 0;
    for (unsigned i = 0; i < sub_layers; i++) {
        with_profile += take(bits, 1);
        with_level += take(bits, 1);
    }
    if (sub_layers > 0) skip(bits, 2 * (8 - sub_layers));
    skip(bits, 88 * with_profile + 8 * with_level);
}

// Whether what follows the size contradicts itself (H.265, 7.3.2.2.1 and 7.4.3.2.1). libde265 refuses the same, but
// says so on standard error.
static int contradicts(struct bits *bits, unsigned sub_layers, uint64_t width, uint64_t height) {
    enum { MOST_BITS = 16, LARGEST_BLOCK = 6, LARGEST_TRANSFORM = 5 };
    if (take(bits, 1)) {
        for (int i = 0; i < 4; i++) take_ue(bits);
    }
    uint64_t luma_bits = 8 + take_ue(bits);
    uint64_t chroma_bits = 8 + take_ue(bits);
    take_ue(bits);
    unsigned orders = take(bits, 1) ? sub_layers + 1 : 1;
    for (unsigned i = 0; i < 3 * orders; i++) take_ue(bits);
    // Logarithms of base 2 of sides in samples.
    uint64_t least_block = 3 + take_ue(bits);
    uint64_t largest_block = least_block + take_ue(bits);
    uint64_t least_transform = 2 + take_ue(bits);
    uint64_t largest_transform = least_transform + take_ue(bits);
    uint64_t deepest_inter = take_ue(bits);
    uint64_t deepest_intra = take_ue(bits);
    if (bits->ran_out) return 0;
    if (luma_bits > MOST_BITS || chroma_bits > MOST_BITS || largest_block > LARGEST_BLOCK) return 1;
    uint64_t part = (1u << least_block) - 1;
    if ((width & part) != 0 || (height & part) != 0 || least_transform > least_block) return 1;
    if (largest_transform > LARGEST_TRANSFORM || largest_transform > largest_block) return 1;
    uint64_t depth = largest_block - least_transform;
    return deepest_inter > depth || deepest_intra > depth;
}

int slc_hevc_size(const uint8_t *nal, size_t length, uint32_t *chroma_format, uint64_t *width, uint64_t *height,
                  int *is_damaged) {
    // All that is wanted stands in the first bytes; three after two zeros is an emulation prevention byte.
    uint8_t plain[256];
    size_t count = 0;
    for (size_t i = 2; i < length && count < sizeof plain; i++) {
        if (i >= 4 && nal[i] == 3 && nal[i - 1] == 0 && nal[i - 2] == 0) continue;
        plain[count++] = nal[i];
    }
    struct bits bits = {plain, count, 0, 0};
    skip(&bits, 4);
    unsigned sub_layers = take(&bits, 3);
    skip(&bits, 1);
    skip_profile(&bits, sub_layers);
    take_ue(&bits);
    *chroma_format = (uint32_t)take_ue(&bits);
    if (*chroma_format == 3) skip(&bits, 1);
    *width = take_ue(&bits);
    *height = take_ue(&bits);
    if (bits.ran_out || *width == 0 || *height == 0) return 1;
    *is_damaged = contradicts(&bits, sub_layers, *width, *height);
    return 0;
}
