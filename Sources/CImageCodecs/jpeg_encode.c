#include "CImageCodecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

struct encode_error {
    struct jpeg_error_mgr manager;
    jmp_buf back;
};

static void leave(j_common_ptr info) {
    longjmp(((struct encode_error *)info->err)->back, 1);
}

static void stay_silent(j_common_ptr info) {
    (void)info;
}

static const unsigned EXIF_LONGEST = 65533;

int slc_jpeg_encode(const uint8_t *rgb, int width, int height, int quality, int chroma_halved,
                    const uint8_t *icc, size_t icc_length, const uint8_t *exif, size_t exif_length,
                    uint8_t **out, size_t *out_length) {
    *out = NULL;
    *out_length = 0;
    if (!rgb || width < 1 || height < 1 || width > JPEG_MAX_DIMENSION || height > JPEG_MAX_DIMENSION) return 1;
    if (exif && exif_length > EXIF_LONGEST) return 1;

    struct jpeg_compress_struct info;
    struct encode_error error;
    unsigned char *buffer = NULL;
    unsigned char *volatile *held = (unsigned char *volatile *)&buffer;
    unsigned long length = 0;
    info.err = jpeg_std_error(&error.manager);
    error.manager.error_exit = leave;
    error.manager.output_message = stay_silent;
    if (setjmp(error.back)) {
        jpeg_destroy_compress(&info);
        free(*held);
        return 2;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &buffer, &length);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality < 1 ? 1 : quality > 100 ? 100 : quality, TRUE);
    // The integer transform gives the same bits in C and in every SIMD variant of the library.
    info.dct_method = JDCT_ISLOW;
    info.comp_info[0].h_samp_factor = chroma_halved ? 2 : 1;
    info.comp_info[0].v_samp_factor = chroma_halved ? 2 : 1;
    jpeg_start_compress(&info, TRUE);
    if (exif && exif_length) jpeg_write_marker(&info, JPEG_APP0 + 1, exif, (unsigned)exif_length);
    if (icc && icc_length) jpeg_write_icc_profile(&info, icc, (unsigned)icc_length);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = (JSAMPROW)(rgb + (size_t)info.next_scanline * (size_t)width * 3);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    *out = buffer;
    *out_length = length;
    return 0;
}
