#include "heif_boxes.h"
#include "heif_library.h"
#include "heif_rows.h"
#include "picture.h"

#include <stdlib.h>
#include <string.h>

static const size_t LARGEST_PROFILE = 16 * 1024 * 1024;
static const size_t LARGEST_EXIF = 1024 * 1024;
static const int LONGEST_SIDE = 65535;

struct heif_picture {
    slc_picture head;
    struct heif_context *context;
    struct heif_image_handle *handle;
    struct heif_image *image;
    struct heif_planes planes;
    uint8_t *icc;
    uint8_t *exif;
    int has_nclx;
    int matrix;
    int full_range;
};

static int status_of(struct heif_error error) {
    if (error.subcode == heif_suberror_Security_limit_exceeded) return SLC_TOO_LARGE;
    if (error.subcode == heif_suberror_End_of_data) return SLC_TRUNCATED;
    switch (error.code) {
        case heif_error_Memory_allocation_error: return SLC_NO_MEMORY;
        case heif_error_Unsupported_feature:
        case heif_error_Unsupported_filetype: return SLC_UNSUPPORTED;
        default: return SLC_CORRUPT;
    }
}

static int fail(slc_failure *failure, struct heif_error error) {
    return slc_fail(failure, status_of(error), error.message ? error.message : "libheif gives up");
}

static void close_heif(slc_picture *head) {
    struct heif_picture *picture = (struct heif_picture *)head;
    if (picture->image) slc_heif.image_release(picture->image);
    if (picture->handle) slc_heif.image_handle_release(picture->handle);
    if (picture->context) slc_heif.context_free(picture->context);
    free(picture->icc);
    free(picture->exif);
    free(picture);
}

// Takes what libheif has decoded; its planes stay its own.
static int take_planes(struct heif_picture *picture, slc_failure *failure) {
    struct heif_planes *planes = &picture->planes;
    const slc_header *header = &picture->head.header;
    static const enum heif_channel luma_chroma[3] = {heif_channel_Y, heif_channel_Cb, heif_channel_Cr};
    static const enum heif_channel light[3] = {heif_channel_R, heif_channel_G, heif_channel_B};
    int is_rgb = slc_heif.image_get_colorspace(picture->image) == heif_colorspace_RGB;
    planes->count = 0;
    for (int i = 0; i < 4; i++) {
        enum heif_channel channel = i == 3 ? heif_channel_Alpha : is_rgb ? light[i] : luma_chroma[i];
        if (!slc_heif.image_has_channel(picture->image, channel)) continue;
        struct heif_plane *plane = i == 3 ? &planes->alpha : &planes->colour[i];
        plane->samples = slc_heif.image_get_plane_readonly(picture->image, channel, &plane->stride);
        plane->width = slc_heif.image_get_width(picture->image, channel);
        plane->height = slc_heif.image_get_height(picture->image, channel);
        plane->bits = slc_heif.image_get_bits_per_pixel_range(picture->image, channel);
        int sample_bytes = plane->bits > 8 ? 2 : 1;
        if (!plane->samples || plane->width < 1 || plane->height < 1 || plane->bits < 1 || plane->bits > 16
            || plane->stride < plane->width * sample_bytes) {
            return slc_fail(failure, SLC_CORRUPT, "a plane is missing");
        }
        if (i < 3) planes->count = i + 1;
    }
    planes->is_rgb = is_rgb;
    planes->matrix = picture->matrix;
    planes->full_range = picture->full_range;
    const struct heif_plane *first = &planes->colour[0];
    // Grey alone brings no chroma; of a picture with a grey profile only the luma counts.
    if (header->colours == 1 && !is_rgb) planes->count = 1;
    if (planes->count != 1 && planes->count != 3) return slc_fail(failure, SLC_CORRUPT, "a plane is missing");
    if (first->width != (int)header->width
        || first->height != (int)header->height) {
        return slc_fail(failure, SLC_CORRUPT, "the decoded picture is of another size or kind than announced");
    }
    if (!slc_heif_planes_fit(planes)) return slc_fail(failure, SLC_CORRUPT, "planes do not fit each other");
    const struct heif_plane *alpha = &planes->alpha;
    if (header->has_alpha && (alpha->width != first->width || alpha->height != first->height)) {
        return slc_fail(failure, SLC_UNSUPPORTED, "transparency of another size than the picture");
    }
    return SLC_OK;
}

static int start(slc_picture *head, slc_failure *failure) {
    struct heif_picture *picture = (struct heif_picture *)head;
    struct heif_decoding_options *options = slc_heif.decoding_options_alloc();
    if (!options) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    options->strict_decoding = 1;
    struct heif_error error = slc_heif.decode_image(picture->handle, &picture->image, heif_colorspace_undefined,
                                                    heif_chroma_undefined, options);
    slc_heif.decoding_options_free(options);
    if (error.code != heif_error_Ok) return fail(failure, error);
    struct heif_error warning;
    if (slc_heif.image_get_decoding_warnings(picture->image, 0, &warning, 1) > 0) return fail(failure, warning);
    if (!picture->has_nclx) {
        struct heif_color_profile_nclx *nclx = NULL;
        if (slc_heif.image_get_nclx_color_profile(picture->image, &nclx).code == heif_error_Ok && nclx) {
            picture->matrix = nclx->matrix_coefficients;
            picture->full_range = nclx->full_range_flag;
        }
        if (nclx) slc_heif.nclx_color_profile_free(nclx);
    }
    return take_planes(picture, failure);
}

static int read_rows(slc_picture *head, uint32_t count, uint8_t *rows, slc_failure *failure) {
    struct heif_picture *picture = (struct heif_picture *)head;
    const slc_header *header = &head->header;
    size_t stride = (size_t)header->width * (header->colours + header->has_alpha) * header->bytes_per_sample;
    for (uint32_t i = 0; i < count; i++) {
        if (slc_heif_row(&picture->planes, header, head->next_row, rows + i * stride)) {
            return slc_fail(failure, SLC_UNSUPPORTED, "colours coded in an unknown way");
        }
        head->next_row++;
    }
    return SLC_OK;
}

static const struct slc_format format = {start, read_rows, close_heif, NULL};

static int read_colour(struct heif_picture *picture, slc_failure *failure) {
    slc_header *header = &picture->head.header;
    // What libheif takes where nothing is said: ITU-R BT.601, full range.
    picture->matrix = 6;
    picture->full_range = 1;
    struct heif_color_profile_nclx *nclx = NULL;
    if (slc_heif.image_handle_get_nclx_color_profile(picture->handle, &nclx).code == heif_error_Ok && nclx) {
        picture->has_nclx = 1;
        picture->matrix = nclx->matrix_coefficients;
        picture->full_range = nclx->full_range_flag;
        // 2 stands for unspecified (ITU-T H.273, tables 2 and 3).
        if (nclx->color_primaries != 2 && nclx->transfer_characteristics != 2) {
            header->has_code_points = 1;
            header->code_points[0] = (uint8_t)nclx->color_primaries;
            header->code_points[1] = (uint8_t)nclx->transfer_characteristics;
            header->code_points[2] = 0;
            header->code_points[3] = 1;
        }
    }
    if (nclx) slc_heif.nclx_color_profile_free(nclx);
    size_t size = slc_heif.image_handle_get_raw_color_profile_size(picture->handle);
    if (size == 0) return SLC_OK;
    // A profile says more than code points, unless these say that the numbers exceed what it can hold.
    if (header->code_points[1] != 16 && header->code_points[1] != 18) header->has_code_points = 0;
    if (size > LARGEST_PROFILE) {
        header->icc_damaged = 1;
        return SLC_OK;
    }
    picture->icc = malloc(size);
    if (!picture->icc) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    if (slc_heif.image_handle_get_raw_color_profile(picture->handle, picture->icc).code != heif_error_Ok) {
        header->icc_damaged = 1;
        return SLC_OK;
    }
    header->icc = picture->icc;
    header->icc_length = size;
    // The profile's colour space stands in its header (ICC.1:2022, 7.2.6).
    if (size >= 20 && memcmp(picture->icc + 16, "GRAY", 4) == 0) header->colours = 1;
    return SLC_OK;
}

// EXIF data begin with the place of their TIFF header (ISO/IEC 23008-12, annex A.2.1).
static void read_exif(struct heif_picture *picture) {
    slc_header *header = &picture->head.header;
    heif_item_id id;
    if (slc_heif.image_handle_get_list_of_metadata_block_IDs(picture->handle, "Exif", &id, 1) < 1) return;
    size_t size = slc_heif.image_handle_get_metadata_size(picture->handle, id);
    static const uint8_t nothing[1] = {0};
    // Too little or too much counts as damaged metadata.
    header->exif = nothing;
    header->exif_length = 0;
    if (size < 12 || size > LARGEST_EXIF) return;
    picture->exif = malloc(size);
    if (!picture->exif
        || slc_heif.image_handle_get_metadata(picture->handle, id, picture->exif).code != heif_error_Ok) {
        return;
    }
    const uint8_t *at = picture->exif;
    size_t skip = (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
    if (skip > size - 4) return;
    header->exif = at + 4 + skip;
    header->exif_length = size - 4 - skip;
}

static uint64_t working_bytes(const slc_header *header, const struct heif_facts *facts, size_t length) {
    uint64_t sample = header->bytes_per_sample;
    uint64_t area = (uint64_t)header->width * header->height;
    // Samples of all planes for each two pixels: 3 with halved chroma, 6 with full, 2 more with alpha.
    uint64_t planes = (facts->full_chroma ? 6 : 3) + 2 * header->has_alpha;
    // The picture and, where it is turned, a second; the coded picture or tile in the codec and handed over.
    return 2 * (area * planes * sample / 2) + 2 * (facts->largest_coded_area * planes * sample / 2) + length;
}

static int refuse(slc_failure *failure, const struct heif_facts *facts) {
    if (facts->primary_type[0] != 0) {
        int is_hevc = memcmp(facts->primary_type, "hvc1", 4) == 0 || memcmp(facts->primary_type, "hev1", 4) == 0;
        int is_grid = memcmp(facts->primary_type, "grid", 4) == 0;
        if (facts->has_av1 && !facts->has_hevc) {
            return slc_fail(failure, SLC_UNSUPPORTED, "an AV1 picture as in AVIF");
        }
        if (!is_hevc && !is_grid) return slc_fail(failure, SLC_UNSUPPORTED, "a picture that is not coded as HEVC");
        if (is_grid && !facts->tiles_are_hevc) {
            return slc_fail(failure, SLC_UNSUPPORTED, "tiles that are not coded as HEVC");
        }
    }
    if (facts->is_cut) {
        slc_fail(failure, SLC_TRUNCATED, "the bytes end within the picture");
        failure->read_fraction = facts->read_fraction;
        return SLC_TRUNCATED;
    }
    if (facts->primary_type[0] == 0) return slc_fail(failure, SLC_CORRUPT, "no picture is named as the first");
    if (facts->is_damaged) return slc_fail(failure, SLC_CORRUPT, "the header of its coding contradicts itself");
    return SLC_OK;
}

static int read_header(struct heif_picture *picture, const struct heif_facts *facts, size_t length,
                       slc_failure *failure) {
    slc_header *header = &picture->head.header;
    int width = slc_heif.image_handle_get_width(picture->handle);
    int height = slc_heif.image_handle_get_height(picture->handle);
    int bits = slc_heif.image_handle_get_luma_bits_per_pixel(picture->handle);
    if (width < 1 || height < 1) return slc_fail(failure, SLC_CORRUPT, "a picture without pixels");
    header->width = (uint32_t)width;
    header->height = (uint32_t)height;
    // Where the file turns its picture, libheif has done so and EXIF only repeats it; where it does not, as in what
    // heif-enc makes of a JPEG, EXIF alone knows.
    header->is_upright = facts->has_turn != 0;
    header->bytes_per_sample = bits > 8 ? 2 : 1;
    header->colours = 3;
    header->has_alpha = slc_heif.image_handle_has_alpha_channel(picture->handle) != 0;
    if (header->has_alpha && slc_heif.image_handle_is_premultiplied_alpha(picture->handle)) {
        return slc_fail(failure, SLC_UNSUPPORTED, "premultiplied transparency");
    }
    // Tiles may hang over the picture's edges, but a picture of many times its size in tiles is made to harm.
    enum { OVERHANG = 4, SMALL = 4000000 };
    uint64_t area = (uint64_t)width * (uint64_t)height;
    if (facts->largest_part_area > 0 && facts->tiles > (OVERHANG * area + SMALL) / facts->largest_part_area + 1) {
        return slc_fail(failure, SLC_CORRUPT, "more tiles than the picture has room for");
    }
    header->working_bytes = working_bytes(header, facts, length);
    int status = read_colour(picture, failure);
    if (status != SLC_OK) return status;
    read_exif(picture);
    return SLC_OK;
}

int slc_heif_open(const uint8_t *bytes, size_t length, slc_picture **out, slc_failure *failure) {
    struct heif_facts facts;
    slc_heif_facts(bytes, length, &facts);
    int status = refuse(failure, &facts);
    if (status != SLC_OK) return status;
    if (!slc_heif_load()) return slc_fail(failure, SLC_UNSUPPORTED, "HEIC without libheif on this machine");
    struct heif_picture *picture = calloc(1, sizeof *picture);
    if (!picture) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    picture->head.format = &format;
    picture->context = slc_heif.context_alloc();
    if (!picture->context) {
        close_heif(&picture->head);
        return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    }
    slc_heif.context_set_maximum_image_size_limit(picture->context, LONGEST_SIDE);
    slc_heif.context_set_max_decoding_threads(picture->context, 0);
    struct heif_error error = slc_heif.context_read_from_memory_without_copy(picture->context, bytes, length, NULL);
    if (error.code == heif_error_Ok) {
        error = slc_heif.context_get_primary_image_handle(picture->context, &picture->handle);
    }
    if (error.code != heif_error_Ok) {
        status = fail(failure, error);
    } else {
        status = read_header(picture, &facts, length, failure);
    }
    if (status != SLC_OK) {
        close_heif(&picture->head);
        return status;
    }
    *out = &picture->head;
    return SLC_OK;
}
