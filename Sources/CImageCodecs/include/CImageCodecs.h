#ifndef SCALPLINE_IMAGE_CODECS_H
#define SCALPLINE_IMAGE_CODECS_H

#include <stddef.h>
#include <stdint.h>

/// Encodes 8-bit RGB (3 bytes a pixel, rows without gaps) as a baseline JPEG.
///
/// `chroma_halved` 1 stores chroma at half size both ways (4:2:0), 0 at full size. `icc` and `exif` may be NULL;
/// `exif` is the whole APP1 payload with its "Exif\0\0". On success returns 0 and hands over `*out`
/// (free it with slc_free); otherwise a non-zero number, and `*out` is NULL.
int slc_jpeg_encode(const uint8_t *rgb, int width, int height, int quality, int chroma_halved,
                    const uint8_t *icc, size_t icc_length, const uint8_t *exif, size_t exif_length,
                    uint8_t **out, size_t *out_length);

/// Encodes 8-bit RGB (3 bytes a pixel, rows without gaps) as a PNG. Returns as slc_jpeg_encode does.
int slc_png_encode(const uint8_t *rgb, int width, int height, uint8_t **out, size_t *out_length);

/// Makes an EXIF APP1 payload with DateTimeOriginal ("2026:03:05 10:30:00", 19 characters, or NULL for none)
/// and Orientation (1…8, or 0 for none). Returns as slc_jpeg_encode does.
int slc_exif_make(const char *date_time_original, int orientation, uint8_t **out, size_t *out_length);

/// Gives back memory that one of these functions handed over; NULL is fine.
void slc_free(void *memory);

#endif
