#include "picture.h"

#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>

// A lossless picture is held as whole pixels of four bytes besides the rows that are handed over.
enum { LOSSLESS_PIXEL = 4, LOSSLESS_FORMAT = 2, RIFF_HEAD = 12, CHUNK_HEAD = 8 };

struct webp_picture {
    slc_picture head;
    WebPDecoderConfig config;
    const uint8_t *bytes;
    size_t length;
    uint8_t *whole;
    size_t stride;
};

static void close_webp(slc_picture *head) {
    struct webp_picture *picture = (struct webp_picture *)head;
    free(picture->whole);
    free(picture);
}

static int fail(slc_failure *failure, VP8StatusCode code) {
    switch (code) {
        case VP8_STATUS_OUT_OF_MEMORY: return slc_fail(failure, SLC_NO_MEMORY, "no memory");
        case VP8_STATUS_UNSUPPORTED_FEATURE: return slc_fail(failure, SLC_UNSUPPORTED, "an unknown feature");
        case VP8_STATUS_SUSPENDED:
        case VP8_STATUS_NOT_ENOUGH_DATA:
            return slc_fail(failure, SLC_TRUNCATED, "the bytes end within the picture");
        default: return slc_fail(failure, SLC_CORRUPT, "its data contradict themselves");
    }
}

static int start(slc_picture *head, slc_failure *failure) {
    struct webp_picture *picture = (struct webp_picture *)head;
    const slc_header *header = &head->header;
    size_t size = picture->stride * header->height;
    picture->whole = malloc(size);
    if (!picture->whole) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    WebPDecBuffer *output = &picture->config.output;
    output->colorspace = header->has_alpha ? MODE_RGBA : MODE_RGB;
    output->is_external_memory = 1;
    output->u.RGBA.rgba = picture->whole;
    output->u.RGBA.stride = (int)picture->stride;
    output->u.RGBA.size = size;
    WebPIDecoder *decoder = WebPIDecode(NULL, 0, &picture->config);
    if (!decoder) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    VP8StatusCode code = WebPIUpdate(decoder, picture->bytes, picture->length);
    int rows = 0;
    if (code != VP8_STATUS_OK) WebPIDecGetRGB(decoder, &rows, NULL, NULL, NULL);
    WebPIDelete(decoder);
    if (code == VP8_STATUS_OK) return SLC_OK;
    int status = fail(failure, code);
    if (status == SLC_TRUNCATED && rows > 0) failure->read_fraction = (double)rows / header->height;
    return status;
}

static int read_rows(slc_picture *head, uint32_t count, uint8_t *rows, slc_failure *failure) {
    struct webp_picture *picture = (struct webp_picture *)head;
    (void)failure;
    memcpy(rows, picture->whole + head->next_row * picture->stride, count * picture->stride);
    head->next_row += count;
    return SLC_OK;
}

static const struct slc_format format = {start, read_rows, close_webp, NULL};

// Finds ICCP and EXIF among the chunks (RFC 9649, 2.7), of which each is padded to an even length.
static void walk_chunks(struct webp_picture *picture) {
    static const uint8_t name[6] = {'E', 'x', 'i', 'f', 0, 0};
    slc_header *header = &picture->head.header;
    const uint8_t *bytes = picture->bytes;
    size_t at = RIFF_HEAD;
    while (picture->length >= CHUNK_HEAD && at <= picture->length - CHUNK_HEAD) {
        const uint8_t *chunk = bytes + at;
        size_t size = (size_t)chunk[7] << 24 | (size_t)chunk[6] << 16 | (size_t)chunk[5] << 8 | chunk[4];
        const uint8_t *body = chunk + CHUNK_HEAD;
        size_t left = picture->length - at - CHUNK_HEAD;
        int is_profile = memcmp(chunk, "ICCP", 4) == 0, is_exif = memcmp(chunk, "EXIF", 4) == 0;
        if (size > left) {
            if (is_profile) header->icc_damaged = 1;
            if (!is_exif) return;
            size = left;
        }
        if (is_profile && !header->icc) {
            header->icc = body;
            header->icc_length = size;
        } else if (is_exif && !header->exif) {
            // Some writers put JPEG's name before the TIFF header.
            int named = size >= sizeof name && memcmp(body, name, sizeof name) == 0;
            header->exif = named ? body + sizeof name : body;
            header->exif_length = named ? size - sizeof name : size;
        }
        at += CHUNK_HEAD + size;
        if (size & 1) at++;
    }
}

int slc_webp_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure) {
    struct webp_picture *picture = calloc(1, sizeof *picture);
    if (!picture) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    picture->head.format = &format;
    picture->bytes = bytes;
    picture->length = length;
    VP8StatusCode code = VP8_STATUS_INVALID_PARAM;
    if (WebPInitDecoderConfig(&picture->config)) code = WebPGetFeatures(bytes, length, &picture->config.input);
    int status = SLC_OK;
    if (code != VP8_STATUS_OK) {
        status = fail(failure, code);
    } else if (picture->config.input.has_animation) {
        status = slc_fail(failure, SLC_UNSUPPORTED, "an animation, not a still picture");
    }
    if (status != SLC_OK) {
        free(picture);
        return status;
    }
    const WebPBitstreamFeatures *features = &picture->config.input;
    slc_header *header = &picture->head.header;
    header->width = (uint32_t)features->width;
    header->height = (uint32_t)features->height;
    header->colours = 3;
    header->has_alpha = features->has_alpha != 0;
    header->bytes_per_sample = 1;
    picture->stride = (size_t)header->width * (3 + header->has_alpha);
    uint64_t area = (uint64_t)header->width * header->height;
    header->working_bytes = (uint64_t)picture->stride * header->height + (uint64_t)header->width * 256 + length;
    // Transparency beside a lossy picture is a lossless plane of its own.
    if (features->format == LOSSLESS_FORMAT || header->has_alpha) header->working_bytes += LOSSLESS_PIXEL * area;
    walk_chunks(picture);
    *out = &picture->head;
    return SLC_OK;
}
