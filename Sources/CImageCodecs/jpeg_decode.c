#include "jpeg_markers.h"
#include "picture.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

enum { MARKER_RST0 = 0xD0, MARKER_RST7 = 0xD7, MARKER_EOI = 0xD9 };

// Squares of a scan that an arithmetic decoder may make up from nothing once its bytes have ended: the encoder leaves
// out zeros at the end, which stand for a flat rest of the picture.
static const long MADE_UP_LIMIT = 8192;

// Encoders write about ten scans; a file that has many more of a large picture is made to take time.
static const uint32_t LARGE_SCAN_LIMIT = 25;
static const uint64_t LARGE_PIXELS = 16000000;

struct jpeg_picture {
    slc_picture head;
    struct jpeg_decompress_struct info;
    struct jpeg_error_mgr errors;
    struct jpeg_source_mgr source;
    struct jpeg_progress_mgr progress;
    jmp_buf back;
    struct jpeg_metadata metadata;
    uint32_t scan_limit;
    int ran_out;             // libjpeg asked for a byte beyond the last
    long starved_at;         // row of squares, over all scans, where an arithmetic decoder met the end; or -1
    double fraction;         // with `ran_out`, the share of the picture that had come by then
    unsigned components_seen;  // a bit for each component that a scan has brought
    int status;
    int inverted;  // Adobe's files store 255 for no ink
};

static struct jpeg_picture *picture_of(j_common_ptr info) {
    return info->client_data;
}

static void leave(j_common_ptr info, int status) {
    picture_of(info)->status = status;
    longjmp(picture_of(info)->back, 1);
}

static void leave_on_error(j_common_ptr info) {
    struct jpeg_picture *jpeg = picture_of(info);
    int status = SLC_CORRUPT;
    switch (info->err->msg_code) {
        case JERR_SOF_UNSUPPORTED:
        case JERR_BAD_PRECISION:
        case JERR_ARITH_NOTIMPL:
        case JERR_NOT_COMPILED:
        case JERR_CONVERSION_NOTIMPL:
        case JERR_FRACT_SAMPLE_NOTIMPL:
        case JERR_CCIR601_NOTIMPL:
        case JERR_COMPONENT_COUNT: status = SLC_UNSUPPORTED; break;
        case JERR_IMAGE_TOO_BIG:
        case JERR_WIDTH_OVERFLOW: status = SLC_TOO_LARGE; break;
        case JERR_OUT_OF_MEMORY:
        case JERR_NO_BACKING_STORE: status = SLC_NO_MEMORY; break;
        default: break;
    }
    if (status == SLC_CORRUPT && jpeg->ran_out) status = SLC_TRUNCATED;
    leave(info, status);
}

// A progressive scan may end a little early: what is lost is detail of the picture's last blocks.
static int loses_little(const struct jpeg_decompress_struct *info) {
    return info->progressive_mode && info->Ss > 0 && info->input_iMCU_row + 1 >= info->total_iMCU_rows;
}

static void judge_warning(j_common_ptr info, int level) {
    if (level >= 0) return;
    struct jpeg_picture *jpeg = picture_of(info);
    switch (info->err->msg_code) {
        case JWRN_HIT_MARKER:
        case JWRN_MUST_RESYNC:
            if (jpeg->ran_out || jpeg->info.unread_marker == MARKER_EOI) leave(info, SLC_TRUNCATED);
            if (info->err->msg_code == JWRN_MUST_RESYNC || !loses_little(&jpeg->info)) leave(info, SLC_CORRUPT);
            break;
        case JWRN_HUFF_BAD_CODE:
        case JWRN_ARITH_BAD_CODE: leave(info, jpeg->ran_out ? SLC_TRUNCATED : SLC_CORRUPT); break;
        default: break;  // the pixels are not touched by what the others tell
    }
}

static void stay_silent(j_common_ptr info) {
    (void)info;
}

// An arithmetic decoder that meets a marker goes on with zeros and does not say so.
static int makes_up_too_much(struct jpeg_picture *jpeg) {
    const struct jpeg_decompress_struct *info = &jpeg->info;
    int marker = info->unread_marker;
    if (!info->arith_code || marker == 0 || (marker >= MARKER_RST0 && marker <= MARKER_RST7)) {
        jpeg->starved_at = -1;
        return 0;
    }
    long row = (long)info->input_scan_number * (long)info->total_iMCU_rows + (long)info->input_iMCU_row;
    if (jpeg->starved_at < 0) jpeg->starved_at = row;
    return (row - jpeg->starved_at) * (long)info->MCUs_per_row > MADE_UP_LIMIT;
}

static void watch_scans(j_common_ptr info) {
    struct jpeg_picture *jpeg = picture_of(info);
    if (makes_up_too_much(jpeg)) leave(info, SLC_TRUNCATED);
    if ((uint32_t)jpeg->info.input_scan_number > jpeg->scan_limit) {
        info->err->msg_code = 0;
        leave(info, SLC_TOO_LARGE);
    }
    for (int i = 0; i < jpeg->info.comps_in_scan; i++) {
        jpeg->components_seen |= 1u << jpeg->info.cur_comp_info[i]->component_index;
    }
}

static void begin_source(j_decompress_ptr info) {
    (void)info;
}

static double blocks_of(const jpeg_component_info *component) {
    return (double)component->width_in_blocks * component->height_in_blocks;
}

// What a coefficient is worth that is known but for its last bits, taking each bit for as much as all above it:
// so much did they cost in bytes, roughly. Negative stands for a coefficient of which nothing is known.
static double worth(int missing_bits) {
    return missing_bits < 0 ? 0 : 1.0 / (double)(1u << missing_bits);
}

// The share of a picture in several scans that had come; `scan` is that of the scan that was being read.
static double fraction_of_scans(const struct jpeg_picture *jpeg, int components, double scan) {
    const struct jpeg_decompress_struct *info = &jpeg->info;
    double known = 0, all = 0;
    for (int i = 0; i < components; i++) {
        double blocks = blocks_of(&info->comp_info[i]);
        int is_being_read = 0;
        for (int j = 0; j < info->comps_in_scan; j++) {
            // A scan whose header is cut off has not named all of its components.
            const jpeg_component_info *current = info->cur_comp_info[j];
            if (current && current->component_index == i) is_being_read = 1;
        }
        all += blocks * DCTSIZE2;
        if (!info->coef_bits) {
            if (jpeg->components_seen >> i & 1) known += blocks * DCTSIZE2 * (is_being_read ? scan : 1);
            continue;
        }
        for (int k = 0; k < DCTSIZE2; k++) {
            double now = worth(info->coef_bits[i][k]);
            // libjpeg counts a scan as known from its first byte on.
            if (is_being_read && k >= info->Ss && k <= info->Se) {
                double before = info->Ah == 0 ? 0 : worth(info->Ah);
                now -= (1 - scan) * (now - before);
            }
            known += blocks * now;
        }
    }
    return known / all;
}

// The share of the picture that had come when the bytes ended. A second frame header may have changed libjpeg's
// own number of components by then, so the one that was opened counts, as far as it can.
static double read_fraction(const struct jpeg_picture *jpeg) {
    static const double ALL_BUT_THE_END = 0.999;
    const struct jpeg_decompress_struct *info = &jpeg->info;
    int components = (int)jpeg->head.header.colours;
    if (components > info->num_components) components = info->num_components;
    if (info->total_iMCU_rows == 0 || components == 0) return 0;
    double fraction = (double)info->input_iMCU_row / info->total_iMCU_rows;
    if (fraction > 1) fraction = 1;
    if (info->coef_bits || info->comps_in_scan < components) {
        fraction = fraction_of_scans(jpeg, components, fraction);
    }
    return fraction < ALL_BUT_THE_END ? fraction : ALL_BUT_THE_END;
}

static boolean feed_end(j_decompress_ptr info) {
    static const JOCTET end[2] = {0xFF, MARKER_EOI};
    struct jpeg_picture *jpeg = picture_of((j_common_ptr)info);
    if (!jpeg->ran_out) jpeg->fraction = read_fraction(jpeg);
    jpeg->ran_out = 1;
    info->src->next_input_byte = end;
    info->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

static void skip(j_decompress_ptr info, long count) {
    if (count <= 0) return;
    if ((unsigned long)count > info->src->bytes_in_buffer) {
        feed_end(info);
        return;
    }
    info->src->next_input_byte += count;
    info->src->bytes_in_buffer -= (size_t)count;
}

static int fail_truncated(const struct jpeg_picture *jpeg, const char *why, slc_failure *failure) {
    slc_fail(failure, SLC_TRUNCATED, why);
    failure->read_fraction = jpeg->ran_out ? jpeg->fraction : read_fraction(jpeg);
    return SLC_TRUNCATED;
}

static int fail(struct jpeg_picture *jpeg, slc_failure *failure) {
    char text[JMSG_LENGTH_MAX];
    if (jpeg->status == SLC_TOO_LARGE && jpeg->errors.msg_code == 0) {
        snprintf(text, sizeof text, "more than %u scans", jpeg->scan_limit);
    } else {
        jpeg->errors.format_message((j_common_ptr)&jpeg->info, text);
    }
    if (jpeg->status == SLC_TRUNCATED) return fail_truncated(jpeg, text, failure);
    return slc_fail(failure, jpeg->status, text);
}

// Whether all that the frame promises has come, where no end marker says so.
static int is_complete(const struct jpeg_picture *jpeg) {
    const struct jpeg_decompress_struct *info = &jpeg->info;
    int components = (int)jpeg->head.header.colours;
    // An arithmetic decoder that runs dry goes on with zeros and does not say so.
    if (info->arith_code) return 0;
    if (!info->coef_bits) return info->input_iMCU_row >= info->total_iMCU_rows;
    for (int component = 0; component < components; component++) {
        for (int i = 0; i < DCTSIZE2; i++) {
            if (info->coef_bits[component][i] != 0) return 0;
        }
    }
    return 1;
}

static int start(slc_picture *picture, slc_failure *failure) {
    struct jpeg_picture *jpeg = (struct jpeg_picture *)picture;
    if (setjmp(jpeg->back)) return fail(jpeg, failure);
    int whole = jpeg_has_multiple_scans(&jpeg->info);
    jpeg_start_decompress(&jpeg->info);
    int all_seen = jpeg->components_seen == (1u << picture->header.colours) - 1;
    if (whole && (!all_seen || (jpeg->ran_out && !is_complete(jpeg)))) {
        return fail_truncated(jpeg, "scans are missing", failure);
    }
    return SLC_OK;
}

static int read_rows(slc_picture *picture, uint32_t count, uint8_t *rows, slc_failure *failure) {
    struct jpeg_picture *jpeg = (struct jpeg_picture *)picture;
    if (setjmp(jpeg->back)) return fail(jpeg, failure);
    size_t stride = (size_t)picture->header.width * picture->header.colours;
    for (uint32_t i = 0; i < count; i++) {
        JSAMPROW row = rows + i * stride;
        if (jpeg_read_scanlines(&jpeg->info, &row, 1) != 1) {
            return slc_fail(failure, SLC_CORRUPT, "a row did not come");
        }
        // One that runs dry at the last row cannot be told from one that lacks its end marker alone.
        if (jpeg->info.arith_code && jpeg->ran_out) {
            return fail_truncated(jpeg, "the bytes end within the picture", failure);
        }
        if (jpeg->inverted) {
            for (size_t x = 0; x < stride; x++) row[x] = 255 - row[x];
        }
    }
    picture->next_row += count;
    return SLC_OK;
}

static void close_jpeg(slc_picture *picture) {
    struct jpeg_picture *jpeg = (struct jpeg_picture *)picture;
    jpeg_destroy_decompress(&jpeg->info);
    free(jpeg->metadata.icc);
    free(jpeg);
}

static uint64_t working_bytes(struct jpeg_decompress_struct *info) {
    uint64_t bytes = (uint64_t)info->image_width * 4 * 64;
    if (!jpeg_has_multiple_scans(info)) return bytes;
    for (int i = 0; i < info->num_components; i++) {
        const jpeg_component_info *component = &info->comp_info[i];
        bytes += (uint64_t)component->width_in_blocks * component->height_in_blocks * sizeof(JBLOCK);
    }
    return bytes;
}

// libjpeg leaves out the fine parts of each block's transform.
static void reduce(slc_picture *picture, uint32_t denominator) {
    struct jpeg_picture *jpeg = (struct jpeg_picture *)picture;
    if (setjmp(jpeg->back)) return;
    jpeg->info.scale_num = 1;
    jpeg->info.scale_denom = denominator;
    jpeg_calc_output_dimensions(&jpeg->info);
    picture->header.width = jpeg->info.output_width;
    picture->header.height = jpeg->info.output_height;
}

static const struct slc_format format = {start, read_rows, close_jpeg, reduce};

int slc_jpeg_open(const uint8_t *bytes, size_t length, uint32_t scan_limit, slc_picture **out,
                  slc_failure *failure) {
    struct jpeg_picture *jpeg = calloc(1, sizeof *jpeg);
    if (!jpeg) return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    struct jpeg_decompress_struct *info = &jpeg->info;
    jpeg->head.format = &format;
    jpeg->scan_limit = scan_limit;
    jpeg->starved_at = -1;
    info->err = jpeg_std_error(&jpeg->errors);
    info->client_data = jpeg;
    jpeg->errors.error_exit = leave_on_error;
    jpeg->errors.emit_message = judge_warning;
    jpeg->errors.output_message = stay_silent;
    if (setjmp(jpeg->back)) {
        int status = fail(jpeg, failure);
        close_jpeg(&jpeg->head);
        return status;
    }
    jpeg_create_decompress(info);
    jpeg->source.init_source = begin_source;
    jpeg->source.fill_input_buffer = feed_end;
    jpeg->source.skip_input_data = skip;
    jpeg->source.resync_to_restart = jpeg_resync_to_restart;
    jpeg->source.term_source = begin_source;
    jpeg->source.next_input_byte = bytes;
    jpeg->source.bytes_in_buffer = length;
    info->src = &jpeg->source;
    jpeg->progress.progress_monitor = watch_scans;
    info->progress = &jpeg->progress;
    jpeg_read_header(info, TRUE);

    slc_header *header = &jpeg->head.header;
    header->width = info->image_width;
    header->height = info->image_height;
    header->bytes_per_sample = 1;
    switch (info->num_components) {
        case 1: info->out_color_space = JCS_GRAYSCALE; break;
        case 3: info->out_color_space = JCS_RGB; break;
        case 4: info->out_color_space = JCS_CMYK; break;
        default:
            close_jpeg(&jpeg->head);
            return slc_fail(failure, SLC_UNSUPPORTED, "a JPEG of a number of components other than 1, 3 or 4");
    }
    header->colours = (uint32_t)info->num_components;
    jpeg->inverted = info->num_components == 4 && info->saw_Adobe_marker;
    info->dct_method = JDCT_ISLOW;
    info->do_fancy_upsampling = TRUE;
    info->do_block_smoothing = FALSE;
    if ((uint64_t)info->image_width * info->image_height > LARGE_PIXELS && scan_limit > LARGE_SCAN_LIMIT) {
        jpeg->scan_limit = LARGE_SCAN_LIMIT;
    }
    header->working_bytes = working_bytes(info);
    if (slc_jpeg_metadata(bytes, length, &jpeg->metadata)) {
        close_jpeg(&jpeg->head);
        return slc_fail(failure, SLC_NO_MEMORY, "no memory");
    }
    header->icc = jpeg->metadata.icc;
    header->icc_length = jpeg->metadata.icc_length;
    header->icc_damaged = jpeg->metadata.icc_damaged;
    header->exif = jpeg->metadata.exif;
    header->exif_length = jpeg->metadata.exif_length;
    *out = &jpeg->head;
    return SLC_OK;
}
