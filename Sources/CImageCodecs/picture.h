#ifndef SCALPLINE_PICTURE_H
#define SCALPLINE_PICTURE_H

#include "CImageCodecs.h"

/// What a format brings to slc_open and its companions.
struct slc_format {
    int (*start)(slc_picture *picture, slc_failure *failure);
    int (*read_rows)(slc_picture *picture, uint32_t count, uint8_t *rows, slc_failure *failure);
    void (*close)(slc_picture *picture);
    void (*reduce)(slc_picture *picture, uint32_t denominator);  ///< NULL for a format that cannot.
};

/// The head of every format's own struct.
struct slc_picture {
    const struct slc_format *format;
    slc_header header;
    uint32_t next_row;
};

int slc_jpeg_open(const uint8_t *bytes, size_t length, uint32_t scan_limit, slc_picture **out,
                  slc_failure *failure);
int slc_heif_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure);
int slc_webp_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure);
int slc_png_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure);

/// Fills in `*failure` and returns `status`.
int slc_fail(slc_failure *failure, int status, const char *detail);

#endif
