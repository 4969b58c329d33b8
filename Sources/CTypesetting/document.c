#include "document.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Cairo's and Pango's constants that are used here.
enum { CAIRO_OK = 0, CAIRO_NO_MEMORY = 1, CAIRO_WRITE_ERROR = 11 };
enum { PDF_1_4 = 0 };
enum { META_TITLE = 0, META_AUTHOR = 1, META_SUBJECT = 2, META_CREATE_DATE = 5 };
enum { HINT_STYLE_NONE = 1, HINT_METRICS_OFF = 1 };
enum { CAP_BUTT = 0, JOIN_ROUND = 1 };
enum { LEFT_TO_RIGHT = 0 };

static int keep(void *closure, const unsigned char *data, unsigned length) {
    slt_document *document = closure;
    if (length > document->room - document->count) {
        size_t room = document->room ? document->room : 1 << 16;
        while (room - document->count < length) {
            if (room > SIZE_MAX / 2) return CAIRO_WRITE_ERROR;
            room *= 2;
        }
        uint8_t *bytes = realloc(document->bytes, room);
        if (!bytes) return CAIRO_WRITE_ERROR;
        document->bytes = bytes;
        document->room = room;
    }
    memcpy(document->bytes + document->count, data, length);
    document->count += length;
    return CAIRO_OK;
}

/// Lays the page's ground. Cairo 1.16 fails where a tag's picture is the first that is drawn on a page.
static void begin_page(slt_document *document) {
    slt.cairo_set_source_rgba(document->cairo, 1, 1, 1, 1);
    slt.cairo_rectangle(document->cairo, 0, 0, document->width, document->height);
    slt.cairo_fill(document->cairo);
}

int slt_document_open(double width, double height, const char *language, slt_document **result) {
    *result = NULL;
    int loaded = slt_ready();
    if (loaded != SLT_OK) return loaded;
    slt_document *document = calloc(1, sizeof *document);
    if (!document) return SLT_NO_MEMORY;
    document->width = width;
    document->height = height;
    document->surface = slt.cairo_pdf_surface_create_for_stream(keep, document, width, height);
    // Objects of their own and a plain table of their places: what is added to the file later finds them.
    slt.cairo_pdf_surface_restrict_to_version(document->surface, PDF_1_4);
    document->cairo = slt.cairo_create(document->surface);
    if (slt.cairo_status(document->cairo) != CAIRO_OK) {
        slt_document_close(document);
        return SLT_FAILED;
    }
    document->context = slt.pango_cairo_create_context(document->cairo);
    cairo_font_options_t *options = slt.cairo_font_options_create();
    slt.cairo_font_options_set_hint_style(options, HINT_STYLE_NONE);
    slt.cairo_font_options_set_hint_metrics(options, HINT_METRICS_OFF);
    slt.pango_cairo_context_set_font_options(document->context, options);
    slt.cairo_font_options_destroy(options);
    slt.pango_context_set_round_glyph_positions(document->context, 0);
    slt.pango_context_set_base_dir(document->context, LEFT_TO_RIGHT);
    slt.pango_context_set_language(document->context, slt.pango_language_from_string(language));
    slt.cairo_set_line_cap(document->cairo, CAP_BUTT);
    slt.cairo_set_line_join(document->cairo, JOIN_ROUND);
    begin_page(document);
    *result = document;
    return SLT_OK;
}

void slt_document_describe(slt_document *document, const char *title, const char *author, const char *subject,
                           const char *created) {
    if (title) slt.cairo_pdf_surface_set_metadata(document->surface, META_TITLE, title);
    if (author) slt.cairo_pdf_surface_set_metadata(document->surface, META_AUTHOR, author);
    if (subject) slt.cairo_pdf_surface_set_metadata(document->surface, META_SUBJECT, subject);
    if (created) slt.cairo_pdf_surface_set_metadata(document->surface, META_CREATE_DATE, created);
}

void slt_document_next_page(slt_document *document) {
    slt.cairo_show_page(document->cairo);
    begin_page(document);
}

int slt_document_finish(slt_document *document, const uint8_t **bytes, size_t *count) {
    slt.cairo_show_page(document->cairo);
    int drawn = slt.cairo_status(document->cairo);
    slt.cairo_surface_finish(document->surface);
    int written = slt.cairo_surface_status(document->surface);
    if (drawn != CAIRO_OK || written != CAIRO_OK)
        return drawn == CAIRO_NO_MEMORY || written == CAIRO_NO_MEMORY ? SLT_NO_MEMORY : SLT_FAILED;
    *bytes = document->bytes;
    *count = document->count;
    return SLT_OK;
}

void slt_document_close(slt_document *document) {
    if (!document) return;
    if (document->context) slt.g_object_unref(document->context);
    if (document->cairo) slt.cairo_destroy(document->cairo);
    if (document->surface) slt.cairo_surface_destroy(document->surface);
    free(document->bytes);
    free(document);
}

void slt_tag_begin(slt_document *document, const char *name) { slt.cairo_tag_begin(document->cairo, name, NULL); }

void slt_tag_end(slt_document *document, const char *name) { slt.cairo_tag_end(document->cairo, name); }

// MARK: Lines and areas

void slt_save(slt_document *document, double x, double y, double scale) {
    slt.cairo_save(document->cairo);
    slt.cairo_translate(document->cairo, x, y);
    if (scale != 1) slt.cairo_scale(document->cairo, scale, scale);
}

void slt_restore(slt_document *document) { slt.cairo_restore(document->cairo); }

void slt_colour(slt_document *document, double red, double green, double blue, double alpha) {
    slt.cairo_set_source_rgba(document->cairo, red, green, blue, alpha);
}

void slt_move(slt_document *document, double x, double y) { slt.cairo_move_to(document->cairo, x, y); }

void slt_line(slt_document *document, double x, double y) { slt.cairo_line_to(document->cairo, x, y); }

void slt_end_line(slt_document *document) { slt.cairo_close_path(document->cairo); }

void slt_rectangle(slt_document *document, double x, double y, double width, double height, double radius) {
    cairo_t *cairo = document->cairo;
    double r = fmin(radius, fmin(width, height) / 2);
    if (r <= 0) {
        slt.cairo_rectangle(cairo, x, y, width, height);
        return;
    }
    slt.cairo_new_sub_path(cairo);
    slt.cairo_arc(cairo, x + width - r, y + r, r, -M_PI / 2, 0);
    slt.cairo_arc(cairo, x + width - r, y + height - r, r, 0, M_PI / 2);
    slt.cairo_arc(cairo, x + r, y + height - r, r, M_PI / 2, M_PI);
    slt.cairo_arc(cairo, x + r, y + r, r, M_PI, 3 * M_PI / 2);
    slt.cairo_close_path(cairo);
}

void slt_circle(slt_document *document, double x, double y, double radius) {
    slt.cairo_new_sub_path(document->cairo);
    slt.cairo_arc(document->cairo, x, y, radius, 0, 2 * M_PI);
}

void slt_fill(slt_document *document) { slt.cairo_fill(document->cairo); }

void slt_stroke(slt_document *document, double width, double dash, double gap) {
    double dashes[] = {dash, gap};
    slt.cairo_set_line_width(document->cairo, width);
    slt.cairo_set_dash(document->cairo, dashes, dash > 0 ? 2 : 0, 0);
    slt.cairo_stroke(document->cairo);
}

void slt_clip(slt_document *document) { slt.cairo_clip(document->cairo); }
