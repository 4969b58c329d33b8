#ifndef SCALPLINE_JPEG_MARKERS_H
#define SCALPLINE_JPEG_MARKERS_H

#include <stddef.h>
#include <stdint.h>

/// The metadata that stand before a JPEG's first scan.
struct jpeg_metadata {
    const uint8_t *exif;  ///< Inside the file's bytes, after "Exif\0\0"; or NULL.
    size_t exif_length;
    uint8_t *icc;  ///< Joined from its segments, to be freed; or NULL.
    size_t icc_length;
    uint32_t icc_damaged;
};

/// Walks the segments up to the first scan. Returns 0, or non-zero where memory is short.
int slc_jpeg_metadata(const uint8_t *bytes, size_t length, struct jpeg_metadata *out);

#endif
