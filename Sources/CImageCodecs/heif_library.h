#ifndef SCALPLINE_HEIF_LIBRARY_H
#define SCALPLINE_HEIF_LIBRARY_H

#include <libheif/heif.h>

// The functions of libheif that are called, without their "heif_".
#define SLC_HEIF_FUNCTIONS(each) \
    each(init) each(get_version) \
    each(context_alloc) each(context_free) each(context_set_maximum_image_size_limit) \
    each(context_set_max_decoding_threads) each(context_read_from_memory_without_copy) \
    each(context_get_primary_image_handle) \
    each(image_handle_release) each(image_handle_get_width) each(image_handle_get_height) \
    each(image_handle_get_luma_bits_per_pixel) each(image_handle_has_alpha_channel) \
    each(image_handle_is_premultiplied_alpha) each(image_handle_get_nclx_color_profile) \
    each(image_handle_get_raw_color_profile_size) each(image_handle_get_raw_color_profile) \
    each(image_handle_get_list_of_metadata_block_IDs) \
    each(image_handle_get_metadata_size) each(image_handle_get_metadata) \
    each(decoding_options_alloc) each(decoding_options_free) each(decode_image) \
    each(image_release) each(image_get_decoding_warnings) each(image_get_nclx_color_profile) \
    each(nclx_color_profile_free) each(image_get_colorspace) each(image_has_channel) \
    each(image_get_plane_readonly) each(image_get_width) each(image_get_height) \
    each(image_get_bits_per_pixel_range)

/// libheif's functions by their names, once slc_heif_load has loaded it.
extern struct heif_library {
#define SLC_HEIF_MEMBER(name) __typeof__(heif_##name) *name;
    SLC_HEIF_FUNCTIONS(SLC_HEIF_MEMBER)
#undef SLC_HEIF_MEMBER
} slc_heif;

/// Loads libheif with the first call, from any thread: with its encoders and decoders it takes the dynamic loader some
/// milliseconds, which a program that reads no HEIC need not spend.
///
/// Returns 0 where the machine has no libheif.
int slc_heif_load(void);

#endif
