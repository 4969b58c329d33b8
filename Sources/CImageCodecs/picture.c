#include "picture.h"

#include <stdio.h>
#include <string.h>

int slc_fail(slc_failure *failure, int status, const char *detail) {
    failure->status = status;
    failure->read_fraction = 0;
    snprintf(failure->detail, sizeof failure->detail, "%s", detail);
    return status;
}

int slc_open(const uint8_t *bytes, size_t length, uint32_t scan_limit, slc_picture **out, slc_header *header,
             slc_failure *failure) {
    *out = NULL;
    memset(header, 0, sizeof *header);
    slc_fail(failure, SLC_OK, "");
    int status;
    if (length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xD8) {
        status = slc_jpeg_open(bytes, length, scan_limit, out, failure);
    } else if (length >= 1 && bytes[0] == 0x89) {
        status = slc_png_open(bytes, length, out, failure);
    } else if (length >= 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0) {
        status = slc_webp_open(bytes, length, out, failure);
    } else if (length >= 8 && memcmp(bytes + 4, "ftyp", 4) == 0) {
        status = slc_heif_open(bytes, length, out, failure);
    } else {
        return slc_fail(failure, SLC_UNSUPPORTED, "none of JPEG, PNG, HEIC and WebP");
    }
    if (status == SLC_OK) *header = (*out)->header;
    return status;
}

int slc_reduce(slc_picture *picture, uint32_t denominator, slc_header *header) {
    if (!picture->format->reduce) return SLC_UNSUPPORTED;
    picture->format->reduce(picture, denominator);
    *header = picture->header;
    return SLC_OK;
}

int slc_start(slc_picture *picture, slc_failure *failure) {
    return picture->format->start(picture, failure);
}

int slc_read_rows(slc_picture *picture, uint32_t count, void *rows, slc_failure *failure) {
    if (count > picture->header.height - picture->next_row) {
        return slc_fail(failure, SLC_CORRUPT, "more rows asked for than the picture has");
    }
    return picture->format->read_rows(picture, count, rows, failure);
}

void slc_close(slc_picture *picture) {
    if (picture) picture->format->close(picture);
}
