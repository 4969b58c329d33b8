#include "CImageCodecs.h"

#include <stdlib.h>
#include <string.h>

// TIFF field types and tags of EXIF 2.32, sections 4.6.2 and 4.6.3.
enum { TYPE_ASCII = 2, TYPE_SHORT = 3, TYPE_LONG = 4 };
enum { TAG_ORIENTATION = 0x0112, TAG_EXIF_POINTER = 0x8769, TAG_DATE_TIME_ORIGINAL = 0x9003 };
enum { DATE_LENGTH = 19, ENTRY_LENGTH = 12, HEADER_LENGTH = 6, TIFF_HEADER_LENGTH = 8 };

static uint8_t *put16(uint8_t *at, unsigned value) {
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
    return at + 2;
}

static uint8_t *put32(uint8_t *at, uint32_t value) {
    return put16(put16(at, value >> 16), value & 0xFFFF);
}

static uint8_t *put_entry(uint8_t *at, unsigned tag, unsigned type, uint32_t count, uint32_t value) {
    at = put32(put16(put16(at, tag), type), count);
    // A SHORT stands in the first half of the value's four bytes.
    return type == TYPE_SHORT ? put16(put16(at, value), 0) : put32(at, value);
}

int slc_exif_make(const char *date_time_original, int orientation, uint8_t **out, size_t *out_length) {
    *out = NULL;
    *out_length = 0;
    if (orientation < 0 || orientation > 8) return 1;
    if (date_time_original && strlen(date_time_original) != DATE_LENGTH) return 1;
    unsigned entries = (orientation ? 1 : 0) + (date_time_original ? 1 : 0);
    size_t first_directory = 2 + entries * ENTRY_LENGTH + 4;
    size_t exif_directory = date_time_original ? 2 + ENTRY_LENGTH + 4 + DATE_LENGTH + 1 : 0;
    size_t length = HEADER_LENGTH + TIFF_HEADER_LENGTH + first_directory + exif_directory;
    uint8_t *bytes = calloc(1, length);
    if (!bytes) return 2;

    uint8_t *at = bytes;
    memcpy(at, "Exif\0\0MM\0*", 10);
    at = put32(at + 10, TIFF_HEADER_LENGTH);
    at = put16(at, entries);
    if (orientation) at = put_entry(at, TAG_ORIENTATION, TYPE_SHORT, 1, (uint32_t)orientation);
    uint32_t pointer = (uint32_t)(TIFF_HEADER_LENGTH + first_directory);
    if (date_time_original) at = put_entry(at, TAG_EXIF_POINTER, TYPE_LONG, 1, pointer);
    at = put32(at, 0);
    if (date_time_original) {
        at = put16(at, 1);
        uint32_t date = pointer + 2 + ENTRY_LENGTH + 4;
        at = put_entry(at, TAG_DATE_TIME_ORIGINAL, TYPE_ASCII, DATE_LENGTH + 1, date);
        at = put32(at, 0);
        memcpy(at, date_time_original, DATE_LENGTH);
    }
    *out = bytes;
    *out_length = length;
    return 0;
}
