#include "heif_rows.h"

#include <string.h>

// Luma's shares of red and blue, ITU-T H.273, table 4; −1 where the matrix is not of that kind.
static int shares(int matrix, float *red, float *blue) {
    switch (matrix) {
        case 1: *red = 0.2126f; *blue = 0.0722f; return 0;
        case 4: *red = 0.30f; *blue = 0.11f; return 0;
        case 2:  // unspecified: what libheif and browsers take
        case 5:
        case 6: *red = 0.299f; *blue = 0.114f; return 0;
        case 7: *red = 0.212f; *blue = 0.087f; return 0;
        case 9: *red = 0.2627f; *blue = 0.0593f; return 0;
        default: return 1;
    }
}

static int at(const struct heif_plane *plane, int x, int y) {
    const uint8_t *row = plane->samples + (size_t)y * (size_t)plane->stride;
    if (plane->bits <= 8) return row[x];
    uint16_t sample;
    memcpy(&sample, row + 2 * (size_t)x, sizeof sample);
    return sample;
}

// Chroma at luma's pixel, in sixteenths: halves lie between two samples, three parts of the nearer one.
static int chroma_at(const struct heif_plane *plane, int halved_x, int halved_y, int x, int y) {
    int x0 = x, x1 = x, y0 = y, y1 = y;
    if (halved_x) {
        x0 = x / 2;
        x1 = x & 1 ? x0 + 1 : x0 - 1;
        if (x1 < 0) x1 = 0;
        if (x1 >= plane->width) x1 = plane->width - 1;
    }
    if (halved_y) {
        y0 = y / 2;
        y1 = y & 1 ? y0 + 1 : y0 - 1;
        if (y1 < 0) y1 = 0;
        if (y1 >= plane->height) y1 = plane->height - 1;
    }
    return 9 * at(plane, x0, y0) + 3 * at(plane, x1, y0) + 3 * at(plane, x0, y1) + at(plane, x1, y1);
}

static void put(uint8_t *row, size_t index, float value, int wide) {
    if (!(value > 0)) value = 0;
    if (value > 1) value = 1;
    if (wide) {
        uint16_t sample = (uint16_t)(value * 65535 + 0.5f);
        memcpy(row + 2 * index, &sample, sizeof sample);
    } else {
        row[index] = (uint8_t)(value * 255 + 0.5f);
    }
}

int slc_heif_planes_fit(const struct heif_planes *planes) {
    const struct heif_plane *luma = &planes->colour[0];
    for (int i = 1; i < planes->count; i++) {
        const struct heif_plane *plane = &planes->colour[i];
        int width_fits = plane->width == luma->width || (!planes->is_rgb && plane->width == (luma->width + 1) / 2);
        int height_fits =
            plane->height == luma->height || (!planes->is_rgb && plane->height == (luma->height + 1) / 2);
        if (!width_fits || !height_fits) return 0;
    }
    return 1;
}

int slc_heif_row(const struct heif_planes *planes, const slc_header *header, uint32_t row_number, uint8_t *row) {
    const struct heif_plane *luma = &planes->colour[0];
    int y = (int)row_number;
    int wide = header->bytes_per_sample == 2;
    size_t channels = header->colours + header->has_alpha;
    float most = (float)((1 << luma->bits) - 1);
    // Studio range keeps 16…235 of 255 for luma and 224 levels for chroma (H.273, 8.3).
    float unit = (float)(1 << luma->bits) / 256;
    float black = planes->full_range || planes->is_rgb ? 0 : 16 * unit;
    float span = planes->full_range || planes->is_rgb ? most : 219 * unit;
    int identity = planes->is_rgb || planes->matrix == 0;
    float red = 0, blue = 0;
    if (planes->count == 3 && !identity && shares(planes->matrix, &red, &blue)) return 1;
    float green = 1 - red - blue;
    const struct heif_plane *cb = &planes->colour[1], *cr = &planes->colour[2];
    int halved_x = planes->count == 3 && cb->width != luma->width;
    int halved_y = planes->count == 3 && cb->height != luma->height;
    float chroma_most = planes->count == 3 ? (float)((1 << cb->bits) - 1) : 1;
    float chroma_unit = planes->count == 3 ? (float)(1 << cb->bits) / 256 : 1;
    float chroma_span = planes->full_range ? chroma_most : 224 * chroma_unit;
    float middle = 128 * chroma_unit;
    for (int x = 0; x < luma->width; x++) {
        size_t index = (size_t)x * channels;
        float light = ((float)at(luma, x, y) - black) / span;
        if (planes->count == 1) {
            for (size_t i = 0; i < header->colours; i++) put(row, index + i, light, wide);
        } else if (identity) {
            // Of planes called luma and chroma, the identity keeps green, blue, red (H.273, 8.3).
            float second = ((float)chroma_at(cb, halved_x, halved_y, x, y) / 16 - black) / span;
            float third = ((float)chroma_at(cr, halved_x, halved_y, x, y) / 16 - black) / span;
            put(row, index, planes->is_rgb ? light : third, wide);
            put(row, index + 1, planes->is_rgb ? second : light, wide);
            put(row, index + 2, planes->is_rgb ? third : second, wide);
        } else {
            float u = ((float)chroma_at(cb, halved_x, halved_y, x, y) / 16 - middle) / chroma_span;
            float v = ((float)chroma_at(cr, halved_x, halved_y, x, y) / 16 - middle) / chroma_span;
            float r = light + 2 * (1 - red) * v;
            float b = light + 2 * (1 - blue) * u;
            put(row, index, r, wide);
            put(row, index + 1, (light - red * r - blue * b) / green, wide);
            put(row, index + 2, b, wide);
        }
        if (header->has_alpha) {
            const struct heif_plane *alpha = &planes->alpha;
            put(row, index + channels - 1, (float)at(alpha, x, y) / (float)((1 << alpha->bits) - 1), wide);
        }
    }
    return 0;
}
