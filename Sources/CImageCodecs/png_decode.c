#include "picture.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

// Colour profiles of printing presses reach a few megabytes; nothing else that is kept is larger.
static const png_alloc_size_t LARGEST_CHUNK = 16 * 1024 * 1024;
static const png_uint_32 LONGEST_SIDE = 1000000;
static const double PER_100000 = 1e-5;

struct png_picture {
    slc_picture head;
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t length;
    size_t at;
    int ran_out;
    uint8_t *whole;  // all rows of an interlaced picture
    size_t stride;
    uint32_t pass;
    char message[160];
};

static void take_bytes(png_structp png, png_bytep to, png_size_t count) {
    struct png_picture *picture = png_get_io_ptr(png);
    if (count > picture->length - picture->at) {
        picture->ran_out = 1;
        png_error(png, "the bytes end within the picture");
    }
    memcpy(to, picture->bytes + picture->at, count);
    picture->at += count;
}

static void leave(png_structp png, png_const_charp message) {
    struct png_picture *picture = png_get_error_ptr(png);
    snprintf(picture->message, sizeof picture->message, "%s", message);
    png_longjmp(png, 1);
}

static void stay_silent(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

// Shares of the pixels that the seven passes of an interlaced PNG bring, in 64ths.
static const int PASS_SHARE[7] = {1, 1, 2, 4, 8, 16, 32};

static double read_fraction(const struct png_picture *picture) {
    const slc_header *header = &picture->head.header;
    if (header->height == 0) return 0;
    if (!picture->whole) return (double)picture->head.next_row / header->height;
    int done = 0;
    for (uint32_t i = 0; i < picture->pass && i < 7; i++) done += PASS_SHARE[i];
    return done / 64.0;
}

static int fail(struct png_picture *picture, slc_failure *failure) {
    int status = picture->ran_out ? SLC_TRUNCATED : SLC_CORRUPT;
    if (strstr(picture->message, "emory")) status = SLC_NO_MEMORY;
    slc_fail(failure, status, picture->message);
    failure->read_fraction = status == SLC_TRUNCATED ? read_fraction(picture) : 0;
    return status;
}

static int start(slc_picture *head, slc_failure *failure) {
    struct png_picture *picture = (struct png_picture *)head;
    int passes = png_get_interlace_type(picture->png, picture->info) == PNG_INTERLACE_NONE ? 1 : 7;
    if (passes > 1) {
        picture->whole = calloc(head->header.height, picture->stride);
        if (!picture->whole) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    }
    if (setjmp(png_jmpbuf(picture->png))) return fail(picture, failure);
    if (passes == 1) return SLC_OK;
    for (picture->pass = 0; picture->pass < 7; picture->pass++) {
        for (uint32_t y = 0; y < head->header.height; y++) {
            png_read_row(picture->png, picture->whole + y * picture->stride, NULL);
        }
    }
    return SLC_OK;
}

static int read_rows(slc_picture *head, uint32_t count, uint8_t *rows, slc_failure *failure) {
    struct png_picture *picture = (struct png_picture *)head;
    if (picture->whole) {
        memcpy(rows, picture->whole + head->next_row * picture->stride, count * picture->stride);
        head->next_row += count;
        return SLC_OK;
    }
    if (setjmp(png_jmpbuf(picture->png))) return fail(picture, failure);
    for (uint32_t i = 0; i < count; i++) {
        png_read_row(picture->png, rows + i * picture->stride, NULL);
        head->next_row++;
    }
    return SLC_OK;
}

static void close_png(slc_picture *head) {
    struct png_picture *picture = (struct png_picture *)head;
    if (picture->png) png_destroy_read_struct(&picture->png, &picture->info, NULL);
    free(picture->whole);
    free(picture);
}

static const struct slc_format format = {start, read_rows, close_png, NULL};

static uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Whether a chunk's check sum is that of its name and body.
static int is_sound(const uint8_t *chunk, uint32_t size) {
    return crc32(0, chunk + 4, size + 4) == big_endian(chunk + 8 + size);
}

// Finds what libpng does not tell: a cICP chunk, eXIf wherever it stands, and whether there was a profile at all.
static void walk_chunks(struct png_picture *picture, int *has_profile) {
    slc_header *header = &picture->head.header;
    size_t at = 8;
    while (picture->length - at >= 12) {
        const uint8_t *chunk = picture->bytes + at;
        uint32_t size = big_endian(chunk);
        if (size > picture->length - at - 12) return;
        const uint8_t *body = chunk + 8;
        if (memcmp(chunk + 4, "eXIf", 4) == 0 && !header->exif) {
            // Metadata of no length are damaged ones: they are left out, and the photo says so.
            header->exif = body;
            header->exif_length = is_sound(chunk, size) ? size : 0;
        } else if (memcmp(chunk + 4, "iCCP", 4) == 0) {
            *has_profile = 1;
        } else if (memcmp(chunk + 4, "cICP", 4) == 0 && size == 4 && is_sound(chunk, size)) {
            header->has_code_points = 1;
            memcpy(header->code_points, body, 4);
        } else if (memcmp(chunk + 4, "IEND", 4) == 0) {
            return;
        }
        at += 12 + (size_t)size;
    }
}

static void read_colour(struct png_picture *picture) {
    slc_header *header = &picture->head.header;
    int has_profile = 0;
    walk_chunks(picture, &has_profile);
    png_charp name;
    png_bytep profile;
    png_uint_32 profile_length;
    int compression, intent;
    if (png_get_iCCP(picture->png, picture->info, &name, &compression, &profile, &profile_length)) {
        header->icc = profile;
        header->icc_length = profile_length;
    } else if (has_profile) {
        header->icc_damaged = 1;
    }
    header->has_srgb = png_get_sRGB(picture->png, picture->info, &intent) != 0;
    png_fixed_point gamma;
    if (png_get_gAMA_fixed(picture->png, picture->info, &gamma)) header->gamma = gamma * PER_100000;
    png_fixed_point xy[8];
    if (png_get_cHRM_fixed(picture->png, picture->info, &xy[0], &xy[1], &xy[2], &xy[3], &xy[4], &xy[5], &xy[6],
                           &xy[7])) {
        header->has_primaries = 1;
        for (int i = 0; i < 8; i++) header->primaries[i] = xy[i] * PER_100000;
    }
}

static void set_transforms(struct png_picture *picture) {
    png_structp png = picture->png;
    int type = png_get_color_type(png, picture->info);
    int depth = png_get_bit_depth(png, picture->info);
    if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (type == PNG_COLOR_TYPE_GRAY && depth < 8) png_set_expand_gray_1_2_4_to_8(png);
    if (png_get_valid(png, picture->info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
    if (depth == 16) {
        uint16_t one = 1;
        if (*(uint8_t *)&one == 1) png_set_swap(png);
    }
    png_set_interlace_handling(png);
    png_read_update_info(png, picture->info);
}

int slc_png_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure) {
    static const png_byte unread[] = "tEXt\0zTXt\0iTXt\0tIME\0pHYs\0oFFs\0pCAL\0sCAL\0sPLT\0hIST\0bKGD\0eXIf";
    struct png_picture *picture = calloc(1, sizeof *picture);
    if (!picture) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    picture->head.format = &format;
    picture->bytes = bytes;
    picture->length = length;
    picture->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, picture, leave, stay_silent);
    if (picture->png) picture->info = png_create_info_struct(picture->png);
    if (!picture->info) {
        close_png(&picture->head);
        return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    }
    if (setjmp(png_jmpbuf(picture->png))) {
        int status = fail(picture, failure);
        close_png(&picture->head);
        return status;
    }
    png_structp png = picture->png;
    png_set_read_fn(png, picture, take_bytes);
    png_set_user_limits(png, LONGEST_SIDE, LONGEST_SIDE);
    png_set_chunk_malloc_max(png, LARGEST_CHUNK);
    png_set_chunk_cache_max(png, 64);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, unread, sizeof unread / 5);
    png_read_info(png, picture->info);
    slc_header *header = &picture->head.header;
    header->width = png_get_image_width(png, picture->info);
    header->height = png_get_image_height(png, picture->info);
    read_colour(picture);
    set_transforms(picture);
    int channels = png_get_channels(png, picture->info);
    header->colours = channels < 3 ? 1 : 3;
    header->has_alpha = channels == 2 || channels == 4;
    header->bytes_per_sample = png_get_bit_depth(png, picture->info) == 16 ? 2 : 1;
    picture->stride = png_get_rowbytes(png, picture->info);
    header->working_bytes = 2 * (uint64_t)picture->stride + 64 * 1024;
    if (png_get_interlace_type(png, picture->info) != PNG_INTERLACE_NONE) {
        header->working_bytes += (uint64_t)picture->stride * header->height;
    }
    *out = &picture->head;
    return SLC_OK;
}
