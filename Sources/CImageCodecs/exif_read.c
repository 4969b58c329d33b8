#include "CImageCodecs.h"

#include <stdlib.h>
#include <string.h>

#include <libexif/exif-data.h>
#include <libexif/exif-log.h>

// A JPEG's segment holds 64 kB; a PNG's chunk could claim gigabytes.
static const size_t LONGEST = 1024 * 1024;

static const char NAME[6] = "Exif\0";

static void note(ExifLog *log, ExifLogCode code, const char *domain, const char *format, va_list values,
                 void *damaged) {
    (void)log;
    (void)format;
    (void)values;
    // Makers' own notes are often odd and never used here.
    if (code == EXIF_LOG_CODE_CORRUPT_DATA && domain && strncmp(domain, "ExifMnote", 9) != 0) *(int *)damaged = 1;
}

static void take_date(ExifData *data, ExifTag tag, char *to) {
    ExifEntry *entry = exif_content_get_entry(data->ifd[EXIF_IFD_EXIF], tag);
    if (!entry || !entry->data || entry->format != EXIF_FORMAT_ASCII || entry->size < 19) return;
    memcpy(to, entry->data, 19);
    to[19] = 0;
}

// Printable characters only: what is shown must not steer a terminal or a page.
static void take_text(ExifData *data, ExifIfd ifd, ExifTag tag, char *to, size_t room) {
    ExifEntry *entry = exif_content_get_entry(data->ifd[ifd], tag);
    to[0] = 0;
    if (!entry || !entry->data || entry->format != EXIF_FORMAT_ASCII) return;
    size_t count = 0;
    for (unsigned i = 0; i < entry->size && entry->data[i] != 0 && count + 1 < room; i++) {
        unsigned char character = entry->data[i];
        if (character >= 0x20 && character < 0x7F) to[count++] = (char)character;
    }
    while (count > 0 && to[count - 1] == ' ') count--;
    to[count] = 0;
}

static void take_details(ExifData *data, slc_exif *out) {
    ExifByteOrder order = exif_data_get_byte_order(data);
    take_text(data, EXIF_IFD_EXIF, EXIF_TAG_SUB_SEC_TIME_ORIGINAL, out->sub_seconds, sizeof out->sub_seconds);
    take_text(data, EXIF_IFD_EXIF, EXIF_TAG_OFFSET_TIME_ORIGINAL, out->offset, sizeof out->offset);
    take_text(data, EXIF_IFD_0, EXIF_TAG_MAKE, out->make, sizeof out->make);
    take_text(data, EXIF_IFD_0, EXIF_TAG_MODEL, out->model, sizeof out->model);
    ExifEntry *entry = exif_content_get_entry(data->ifd[EXIF_IFD_EXIF], EXIF_TAG_FOCAL_LENGTH);
    if (entry && entry->data && entry->format == EXIF_FORMAT_RATIONAL && entry->size >= 8) {
        ExifRational length = exif_get_rational(entry->data, order);
        if (length.denominator != 0) out->focal_length = (double)length.numerator / length.denominator;
    }
    entry = exif_content_get_entry(data->ifd[EXIF_IFD_EXIF], EXIF_TAG_FLASH);
    if (entry && entry->data && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2) {
        out->flash = exif_get_short(entry->data, order);
    }
}

void slc_exif_read(const uint8_t *tiff, size_t length, slc_exif *out) {
    memset(out, 0, sizeof *out);
    out->flash = -1;
    if (length < 8 || length > LONGEST) {
        out->damaged = 1;
        return;
    }
    uint8_t *named = malloc(length + sizeof NAME);
    ExifData *data = exif_data_new();
    ExifLog *log = exif_log_new();
    if (named && data && log) {
        memcpy(named, NAME, sizeof NAME);
        memcpy(named + sizeof NAME, tiff, length);
        exif_log_set_func(log, note, &out->damaged);
        exif_data_log(data, log);
        exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
        exif_data_load_data(data, named, (unsigned)(length + sizeof NAME));
        ExifEntry *entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
        if (entry) {
            int value = 0;
            if (entry->format == EXIF_FORMAT_SHORT && entry->components == 1 && entry->size >= 2) {
                value = exif_get_short(entry->data, exif_data_get_byte_order(data));
            } else {
                out->damaged = 1;
            }
            // 0 is what some cameras write when they do not know.
            if (value > 8) out->damaged = 1;
            out->orientation = value <= 8 ? value : 0;
        }
        take_date(data, EXIF_TAG_DATE_TIME_ORIGINAL, out->original);
        take_date(data, EXIF_TAG_DATE_TIME_DIGITIZED, out->digitized);
        take_details(data, out);
    } else {
        out->damaged = 1;
    }
    if (data) exif_data_unref(data);
    if (log) exif_log_unref(log);
    free(named);
}
