#include "jpeg_markers.h"

#include <stdlib.h>
#include <string.h>

enum { APP1 = 0xE1, APP2 = 0xE2, SOS = 0xDA, EOI = 0xD9, TEM = 0x01, RST0 = 0xD0, SOI = 0xD8 };

static const char EXIF_NAME[] = "Exif\0";         // with the literal's own zero: 6 bytes
static const char ICC_NAME[] = "ICC_PROFILE";     // with the literal's own zero: 12 bytes
enum { ICC_HEAD = sizeof ICC_NAME + 2 };          // then number and count, from 1 (ICC.1:2022, annex B.4)

struct icc_parts {
    const uint8_t *at[256];
    size_t length[256];
    unsigned count;
    int seen;
    int damaged;
};

static void take_icc(struct icc_parts *parts, const uint8_t *body, size_t length) {
    unsigned number = body[sizeof ICC_NAME];
    unsigned count = body[sizeof ICC_NAME + 1];
    if (parts->seen && count != parts->count) parts->damaged = 1;
    parts->seen = 1;
    parts->count = count;
    body += ICC_HEAD;
    length -= ICC_HEAD;
    if (number == 0 || number > count) {
        parts->damaged = 1;
    } else if (parts->at[number]) {
        // Programs that add a profile without looking for one leave the same parts twice.
        if (length != parts->length[number] || memcmp(body, parts->at[number], length) != 0) parts->damaged = 1;
    } else {
        parts->at[number] = body;
        parts->length[number] = length;
    }
}

static int join_icc(const struct icc_parts *parts, struct jpeg_metadata *out) {
    if (!parts->seen) return 0;
    out->icc_damaged = 1;
    if (parts->damaged) return 0;
    size_t total = 0;
    for (unsigned i = 1; i <= parts->count; i++) {
        if (!parts->at[i]) return 0;
        total += parts->length[i];
    }
    if (total == 0) return 0;
    out->icc = malloc(total);
    if (!out->icc) return 1;
    for (unsigned i = 1; i <= parts->count; i++) {
        memcpy(out->icc + out->icc_length, parts->at[i], parts->length[i]);
        out->icc_length += parts->length[i];
    }
    out->icc_damaged = 0;
    return 0;
}

int slc_jpeg_metadata(const uint8_t *bytes, size_t length, struct jpeg_metadata *out) {
    memset(out, 0, sizeof *out);
    struct icc_parts parts = {0};
    size_t at = 2;
    while (at + 4 <= length) {
        // libjpeg looks for the next marker in the same way: it skips what is no 0xFF.
        if (bytes[at] != 0xFF) {
            at++;
            continue;
        }
        uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        if (marker == 0 || marker == TEM || (marker >= RST0 && marker <= SOI)) {
            at += 2;
            continue;
        }
        if (marker == SOS || marker == EOI) break;
        size_t size = (size_t)bytes[at + 2] << 8 | bytes[at + 3];
        if (size < 2 || size > length - at - 2) break;
        const uint8_t *body = bytes + at + 4;
        size_t body_length = size - 2;
        if (marker == APP1 && !out->exif && body_length >= sizeof EXIF_NAME
            && memcmp(body, EXIF_NAME, sizeof EXIF_NAME) == 0) {
            out->exif = body + sizeof EXIF_NAME;
            out->exif_length = body_length - sizeof EXIF_NAME;
        }
        if (marker == APP2 && body_length >= ICC_HEAD && memcmp(body, ICC_NAME, sizeof ICC_NAME) == 0) {
            take_icc(&parts, body, body_length);
        }
        at += 2 + size;
    }
    return join_icc(&parts, out);
}
