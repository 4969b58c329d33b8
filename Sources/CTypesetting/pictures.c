#include "document.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { CAIRO_OK = 0, CAIRO_READ_ERROR = 10 };
enum { FORMAT_RGB24 = 1 };
// Sides of a picture that Cairo can hold.
enum { MOST_PIXELS = 32767 };

struct slt_picture {
    cairo_surface_t *surface;
    int width, height;
};

static int wrap(cairo_surface_t *surface, int width, int height, slt_picture **result) {
    slt_picture *picture = calloc(1, sizeof *picture);
    if (!picture) {
        slt.cairo_surface_destroy(surface);
        return SLT_NO_MEMORY;
    }
    *picture = (slt_picture){surface, width, height};
    *result = picture;
    return SLT_OK;
}

int slt_picture_jpeg(const uint8_t *bytes, size_t count, int width, int height, slt_picture **result) {
    *result = NULL;
    if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS || count == 0)
        return SLT_BAD_PICTURE;
    // Its pixels are never looked at: the PDF takes the JPEG, and memory that nobody touches costs nothing.
    cairo_surface_t *surface = slt.cairo_image_surface_create(FORMAT_RGB24, width, height);
    uint8_t *copy = malloc(count);
    if (!copy || slt.cairo_surface_status(surface) != CAIRO_OK) {
        free(copy);
        slt.cairo_surface_destroy(surface);
        return SLT_NO_MEMORY;
    }
    memcpy(copy, bytes, count);
    if (slt.cairo_surface_set_mime_data(surface, "image/jpeg", copy, count, free, copy) != CAIRO_OK) {
        free(copy);
        slt.cairo_surface_destroy(surface);
        return SLT_NO_MEMORY;
    }
    return wrap(surface, width, height, result);
}

struct source {
    const uint8_t *bytes;
    size_t left;
};

static int give(void *closure, unsigned char *data, unsigned length) {
    struct source *source = closure;
    if (length > source->left) return CAIRO_READ_ERROR;
    memcpy(data, source->bytes, length);
    source->bytes += length;
    source->left -= length;
    return CAIRO_OK;
}

int slt_picture_png(const uint8_t *bytes, size_t count, slt_picture **result) {
    *result = NULL;
    struct source source = {bytes, count};
    cairo_surface_t *surface = slt.cairo_image_surface_create_from_png_stream(give, &source);
    if (slt.cairo_surface_status(surface) != CAIRO_OK) {
        slt.cairo_surface_destroy(surface);
        return SLT_BAD_PICTURE;
    }
    return wrap(
        surface, slt.cairo_image_surface_get_width(surface), slt.cairo_image_surface_get_height(surface), result);
}

void slt_picture_draw(slt_document *document, const slt_picture *picture, double x, double y, double width,
                      double height) {
    cairo_t *cairo = document->cairo;
    slt.cairo_save(cairo);
    slt.cairo_translate(cairo, x, y);
    slt.cairo_scale(cairo, width / picture->width, height / picture->height);
    slt.cairo_set_source_surface(cairo, picture->surface, 0, 0);
    slt.cairo_paint(cairo);
    slt.cairo_restore(cairo);
}

void slt_picture_close(slt_picture *picture) {
    if (!picture) return;
    slt.cairo_surface_destroy(picture->surface);
    free(picture);
}
