#ifndef SCALPLINE_HEIF_BOXES_H
#define SCALPLINE_HEIF_BOXES_H

#include <stddef.h>
#include <stdint.h>

/// What an HEIF file's boxes say before libheif is asked to decode anything.
struct heif_facts {
    char primary_type[4];        ///< The coding of the primary item ("hvc1", "grid", …), zeros where it is not told.
    int has_hevc;                ///< 1 where an item is HEVC.
    int has_av1;                 ///< 1 where an item is AV1.
    int tiles_are_hevc;          ///< 1 where all that the primary item is made of is HEVC.
    uint32_t tiles;              ///< How many items the primary item is made of.
    uint64_t largest_coded_area; ///< Pixels of the largest coded picture, as the HEVC headers say.
    uint64_t largest_part_area;  ///< The same among what the primary item is made of.
    int has_turn;                ///< 1 where a property turns or mirrors the primary item (irot, imir).
    int is_damaged;              ///< 1 where an HEVC header of what is to be decoded contradicts itself.
    int full_chroma;             ///< 1 where a coded picture has 4:4:4 chroma.
    int is_cut;                  ///< 1 where the bytes end within the boxes or the picture data.
    double read_fraction;        ///< With `is_cut`, the share of the picture data that was there.
};

/// Walks the boxes of ISO/IEC 14496-12 and 23008-12 that lie in the bytes. Never fails: what cannot be read is
/// left at zero.
void slc_heif_facts(const uint8_t *bytes, size_t length, struct heif_facts *out);

/// The size of a coded picture in an HEVC sequence parameter set (a NAL unit with its header), ITU-T H.265, 7.3.2.2.
/// `*is_damaged` becomes 1 where the set contradicts itself. Returns 0, or non-zero where it cannot be read.
int slc_hevc_size(const uint8_t *nal, size_t length, uint32_t *chroma_format, uint64_t *width, uint64_t *height,
                  int *is_damaged);

#endif
