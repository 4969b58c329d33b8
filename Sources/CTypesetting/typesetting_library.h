#ifndef SCALPLINE_TYPESETTING_LIBRARY_H
#define SCALPLINE_TYPESETTING_LIBRARY_H

// What is called of Cairo, Pango, GObject and Fontconfig, declared by hand: the libraries are found at run time, so that
// neither their headers nor their names in the program are needed. All of it is older than the versions below, and those
// libraries keep what they have once published (their names' .0 and .2).

#include <stdint.h>

typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;
typedef struct cairo_font_options cairo_font_options_t;
typedef struct pango_context PangoContext;
typedef struct pango_layout PangoLayout;
typedef struct pango_layout_iter PangoLayoutIter;
typedef struct pango_layout_line PangoLayoutLine;
typedef struct pango_font_description PangoFontDescription;
typedef struct pango_attr_list PangoAttrList;
typedef struct pango_language PangoLanguage;
typedef struct { int x, y, width, height; } PangoRectangle;
typedef struct { const void *klass; unsigned start_index, end_index; } PangoAttribute;
typedef struct { int nfont, sfont; void **fonts; } FcFontSet;
typedef int cairo_write_t(void *closure, const unsigned char *data, unsigned length);
typedef int cairo_read_t(void *closure, unsigned char *data, unsigned length);

// Cairo 1.16, Pango 1.44, Fontconfig 2: result, name, parameters.
#define SLT_FUNCTIONS(each) \
    each(const char *, cairo_version_string, (void)) \
    each(cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_write_t *, void *, double, double)) \
    each(void, cairo_pdf_surface_restrict_to_version, (cairo_surface_t *, int)) \
    each(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, int, const char *)) \
    each(cairo_surface_t *, cairo_image_surface_create, (int, int, int)) \
    each(cairo_surface_t *, cairo_image_surface_create_from_png_stream, (cairo_read_t *, void *)) \
    each(int, cairo_image_surface_get_width, (cairo_surface_t *)) \
    each(int, cairo_image_surface_get_height, (cairo_surface_t *)) \
    each(int, cairo_surface_set_mime_data, \
         (cairo_surface_t *, const char *, const unsigned char *, unsigned long, void (*)(void *), void *)) \
    each(int, cairo_surface_status, (cairo_surface_t *)) \
    each(void, cairo_surface_finish, (cairo_surface_t *)) \
    each(void, cairo_surface_destroy, (cairo_surface_t *)) \
    each(cairo_t *, cairo_create, (cairo_surface_t *)) \
    each(void, cairo_destroy, (cairo_t *)) \
    each(int, cairo_status, (cairo_t *)) \
    each(void, cairo_show_page, (cairo_t *)) \
    each(void, cairo_save, (cairo_t *)) \
    each(void, cairo_restore, (cairo_t *)) \
    each(void, cairo_translate, (cairo_t *, double, double)) \
    each(void, cairo_scale, (cairo_t *, double, double)) \
    each(void, cairo_set_source_rgba, (cairo_t *, double, double, double, double)) \
    each(void, cairo_set_source_surface, (cairo_t *, cairo_surface_t *, double, double)) \
    each(void, cairo_set_line_width, (cairo_t *, double)) \
    each(void, cairo_set_line_cap, (cairo_t *, int)) \
    each(void, cairo_set_line_join, (cairo_t *, int)) \
    each(void, cairo_set_dash, (cairo_t *, const double *, int, double)) \
    each(void, cairo_new_path, (cairo_t *)) \
    each(void, cairo_new_sub_path, (cairo_t *)) \
    each(void, cairo_move_to, (cairo_t *, double, double)) \
    each(void, cairo_line_to, (cairo_t *, double, double)) \
    each(void, cairo_arc, (cairo_t *, double, double, double, double, double)) \
    each(void, cairo_rectangle, (cairo_t *, double, double, double, double)) \
    each(void, cairo_close_path, (cairo_t *)) \
    each(void, cairo_fill, (cairo_t *)) \
    each(void, cairo_stroke, (cairo_t *)) \
    each(void, cairo_clip, (cairo_t *)) \
    each(void, cairo_paint, (cairo_t *)) \
    each(void, cairo_tag_begin, (cairo_t *, const char *, const char *)) \
    each(void, cairo_tag_end, (cairo_t *, const char *)) \
    each(cairo_font_options_t *, cairo_font_options_create, (void)) \
    each(void, cairo_font_options_destroy, (cairo_font_options_t *)) \
    each(void, cairo_font_options_set_hint_style, (cairo_font_options_t *, int)) \
    each(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *, int)) \
    each(const char *, pango_version_string, (void)) \
    each(PangoContext *, pango_cairo_create_context, (cairo_t *)) \
    each(void, pango_cairo_context_set_font_options, (PangoContext *, const cairo_font_options_t *)) \
    each(void, pango_cairo_show_layout_line, (cairo_t *, PangoLayoutLine *)) \
    each(void, pango_context_set_language, (PangoContext *, PangoLanguage *)) \
    each(void, pango_context_set_base_dir, (PangoContext *, int)) \
    each(void, pango_context_set_round_glyph_positions, (PangoContext *, int)) \
    each(PangoLanguage *, pango_language_from_string, (const char *)) \
    each(PangoFontDescription *, pango_font_description_new, (void)) \
    each(void, pango_font_description_free, (PangoFontDescription *)) \
    each(void, pango_font_description_set_family, (PangoFontDescription *, const char *)) \
    each(void, pango_font_description_set_weight, (PangoFontDescription *, int)) \
    each(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double)) \
    each(PangoAttrList *, pango_attr_list_new, (void)) \
    each(void, pango_attr_list_insert, (PangoAttrList *, PangoAttribute *)) \
    each(void, pango_attr_list_unref, (PangoAttrList *)) \
    each(PangoAttribute *, pango_attr_weight_new, (int)) \
    each(PangoAttribute *, pango_attr_font_features_new, (const char *)) \
    each(int, pango_find_base_dir, (const char *, int)) \
    each(PangoLayout *, pango_layout_new, (PangoContext *)) \
    each(void, pango_layout_set_text, (PangoLayout *, const char *, int)) \
    each(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *)) \
    each(void, pango_layout_set_attributes, (PangoLayout *, PangoAttrList *)) \
    each(void, pango_layout_set_width, (PangoLayout *, int)) \
    each(void, pango_layout_set_height, (PangoLayout *, int)) \
    each(void, pango_layout_set_wrap, (PangoLayout *, int)) \
    each(void, pango_layout_set_ellipsize, (PangoLayout *, int)) \
    each(void, pango_layout_set_alignment, (PangoLayout *, int)) \
    each(void, pango_layout_set_auto_dir, (PangoLayout *, int)) \
    each(void, pango_layout_set_line_spacing, (PangoLayout *, float)) \
    each(void, pango_layout_get_extents, (PangoLayout *, PangoRectangle *, PangoRectangle *)) \
    each(int, pango_layout_get_line_count, (PangoLayout *)) \
    each(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *)) \
    each(PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *)) \
    each(void, pango_layout_iter_free, (PangoLayoutIter *)) \
    each(int, pango_layout_iter_next_line, (PangoLayoutIter *)) \
    each(PangoLayoutLine *, pango_layout_iter_get_line_readonly, (PangoLayoutIter *)) \
    each(int, pango_layout_iter_get_baseline, (PangoLayoutIter *)) \
    each(void, pango_layout_iter_get_line_extents, (PangoLayoutIter *, PangoRectangle *, PangoRectangle *)) \
    each(void, pango_layout_iter_get_line_yrange, (PangoLayoutIter *, int *, int *)) \
    each(void, g_object_unref, (void *)) \
    each(FcFontSet *, FcConfigGetFonts, (void *, int))

/// The functions by their names, once slt_load has found them.
extern struct typesetting_library {
#define SLT_MEMBER(result, name, parameters) result (*name) parameters;
    SLT_FUNCTIONS(SLT_MEMBER)
#undef SLT_MEMBER
} slt;

#endif
