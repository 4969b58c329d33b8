#include "CImageCodecs.h"

#include <stdlib.h>
#include <string.h>

#include <png.h>

struct growing {
    uint8_t *bytes;
    size_t length;
    size_t room;
};

static void append(png_structp png, png_bytep bytes, png_size_t count) {
    struct growing *all = png_get_io_ptr(png);
    if (all->room - all->length < count) {
        size_t room = all->room * 2 + count;
        uint8_t *larger = realloc(all->bytes, room);
        if (!larger) png_error(png, "no memory");
        all->bytes = larger;
        all->room = room;
    }
    memcpy(all->bytes + all->length, bytes, count);
    all->length += count;
}

static void flush_nothing(png_structp png) {
    (void)png;
}

static void leave(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static void stay_silent(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

int slc_png_encode(const uint8_t *rgb, int width, int height, uint8_t **out, size_t *out_length) {
    *out = NULL;
    *out_length = 0;
    if (!rgb || width < 1 || height < 1) return 1;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, leave, stay_silent);
    if (!png) return 2;
    png_infop info = png_create_info_struct(png);
    struct growing *all = calloc(1, sizeof *all);
    if (!info || !all || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        if (all) free(all->bytes);
        free(all);
        return 2;
    }
    png_set_write_fn(png, all, append, flush_nothing);
    png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = 0; y < height; y++) png_write_row(png, rgb + (size_t)y * (size_t)width * 3);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    *out = all->bytes;
    *out_length = all->length;
    free(all);
    return 0;
}
