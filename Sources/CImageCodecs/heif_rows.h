#ifndef SCALPLINE_HEIF_ROWS_H
#define SCALPLINE_HEIF_ROWS_H

#include "CImageCodecs.h"

/// One plane of a decoded HEIF picture; more than 8 bits stand in two bytes, in the machine's own order.
struct heif_plane {
    const uint8_t *samples;
    int stride;  ///< Bytes from row to row.
    int width;
    int height;
    int bits;
};

/// The planes of a picture: grey alone, luma and two of chroma, or red, green and blue.
struct heif_planes {
    struct heif_plane colour[3];
    struct heif_plane alpha;
    int count;       ///< 1 or 3.
    int is_rgb;
    int matrix;      ///< Matrix coefficients as in ITU-T H.273, table 4.
    int full_range;
};

/// Whether chroma has the luma's size, or half of it either way.
int slc_heif_planes_fit(const struct heif_planes *planes);

/// Writes row `y` as the header says: 8 bits, or 16 filled out from fewer. Returns non-zero for an unknown matrix.
int slc_heif_row(const struct heif_planes *planes, const slc_header *header, uint32_t y, uint8_t *row);

#endif
