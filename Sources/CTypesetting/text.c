#include "document.h"

#include <limits.h>
#include <stdlib.h>

// Pango's constants that are used here.
enum { SCALE = 1024 };
enum { WEIGHT_BOLD = 700 };
enum { WRAP_WORD_CHAR = 2 };
enum { ELLIPSIZE_END = 3 };
enum { ALIGN_LEFT = 0, ALIGN_CENTER = 1, ALIGN_RIGHT = 2 };
enum { RIGHT_TO_LEFT = 1 };
// Widths beyond this are a mistake, and would not fit Pango's units.
static const double widest = 100000;

struct slt_text {
    PangoLayout *layout;
    PangoRectangle extents;
    int lines;
    /// Of each line its top below the first one's; one more for the last one's end.
    double *tops;
    double baseline;
};

static double points(int units) { return (double)units / SCALE; }

/// No ligatures that a script can do without: a reader that searches for "first" finds no "ﬁrst".
static const char *const features = "liga 0, clig 0";

static void set_attributes(PangoLayout *layout, const size_t *bold, size_t count) {
    PangoAttrList *list = slt.pango_attr_list_new();
    // An attribute goes from the first byte to the last unless it is told otherwise.
    slt.pango_attr_list_insert(list, slt.pango_attr_font_features_new(features));
    for (size_t index = 0; index < count; index++) {
        PangoAttribute *weight = slt.pango_attr_weight_new(WEIGHT_BOLD);
        weight->start_index = (unsigned)bold[2 * index];
        weight->end_index = (unsigned)bold[2 * index + 1];
        slt.pango_attr_list_insert(list, weight);
    }
    slt.pango_layout_set_attributes(layout, list);
    slt.pango_attr_list_unref(list);
}

static void set_style(PangoLayout *layout, const struct slt_text_style *style) {
    PangoFontDescription *font = slt.pango_font_description_new();
    slt.pango_font_description_set_family(font, style->families);
    slt.pango_font_description_set_absolute_size(font, style->size * SCALE);
    if (style->is_bold) slt.pango_font_description_set_weight(font, WEIGHT_BOLD);
    slt.pango_layout_set_font_description(layout, font);
    slt.pango_font_description_free(font);
    slt.pango_layout_set_line_spacing(layout, (float)style->leading);
    slt.pango_layout_set_auto_dir(layout, style->is_own_direction);
}

/// Where the lines lie. Pango spreads a line's own spacing evenly above and below its letters.
static int find_lines(slt_text *text) {
    text->lines = slt.pango_layout_get_line_count(text->layout);
    text->tops = calloc((size_t)text->lines + 1, sizeof *text->tops);
    PangoLayoutIter *iter = slt.pango_layout_get_iter(text->layout);
    if (!text->tops || !iter) {
        if (iter) slt.pango_layout_iter_free(iter);
        return SLT_NO_MEMORY;
    }
    text->baseline = points(slt.pango_layout_iter_get_baseline(iter));
    int line = 0;
    do {
        int top, bottom;
        slt.pango_layout_iter_get_line_yrange(iter, &top, &bottom);
        text->tops[line++] = points(top);
        text->tops[line] = points(bottom);
    } while (line < text->lines && slt.pango_layout_iter_next_line(iter));
    text->lines = line;
    slt.pango_layout_iter_free(iter);
    return SLT_OK;
}

int slt_text_make(slt_document *document, const char *utf8, size_t count, const struct slt_text_style *style,
                  const size_t *bold, size_t bold_count, double width, slt_text **result) {
    *result = NULL;
    if (count > INT_MAX / 4) return SLT_FAILED;
    slt_text *text = calloc(1, sizeof *text);
    if (!text) return SLT_NO_MEMORY;
    PangoLayout *layout = text->layout = slt.pango_layout_new(document->context);
    set_style(layout, style);
    set_attributes(layout, bold, bold_count);
    int alignment = style->alignment == 1 ? ALIGN_CENTER : style->alignment == 2 ? ALIGN_RIGHT : ALIGN_LEFT;
    // Pango swaps the sides of a paragraph that runs from right to left.
    if (style->is_own_direction && slt.pango_find_base_dir(utf8, (int)count) == RIGHT_TO_LEFT)
        alignment = alignment == ALIGN_CENTER ? ALIGN_CENTER : alignment == ALIGN_RIGHT ? ALIGN_LEFT : ALIGN_RIGHT;
    slt.pango_layout_set_alignment(layout, alignment);
    if (width >= 0) {
        slt.pango_layout_set_width(layout, (int)((width < widest ? width : widest) * SCALE));
        slt.pango_layout_set_wrap(layout, WRAP_WORD_CHAR);
        if (style->most_lines > 0) {
            slt.pango_layout_set_height(layout, -style->most_lines);
            slt.pango_layout_set_ellipsize(layout, ELLIPSIZE_END);
        }
    }
    slt.pango_layout_set_text(layout, utf8, (int)count);
    slt.pango_layout_get_extents(layout, NULL, &text->extents);
    int status = find_lines(text);
    if (status != SLT_OK) {
        slt_text_close(text);
        return status;
    }
    *result = text;
    return SLT_OK;
}

int slt_text_unknown(const slt_text *text) { return slt.pango_layout_get_unknown_glyphs_count(text->layout); }

int slt_text_lines(const slt_text *text) { return text->lines; }

double slt_text_top(const slt_text *text, int line) {
    return text->tops[line < 0 ? 0 : line > text->lines ? text->lines : line] - text->tops[0];
}

double slt_text_width(const slt_text *text) { return points(text->extents.width); }

double slt_text_baseline(const slt_text *text) { return text->baseline - text->tops[0]; }

void slt_text_draw(slt_document *document, const slt_text *text, int first, int last, double x, double y) {
    PangoLayoutIter *iter = slt.pango_layout_get_iter(text->layout);
    if (!iter) return;
    double shift = y - (first >= 0 && first <= text->lines ? text->tops[first] : 0);
    int line = 0;
    do {
        if (line >= first && line < last) {
            PangoRectangle extents;
            slt.pango_layout_iter_get_line_extents(iter, NULL, &extents);
            double baseline = points(slt.pango_layout_iter_get_baseline(iter));
            slt.cairo_move_to(document->cairo, x + points(extents.x), shift + baseline);
            slt.pango_cairo_show_layout_line(document->cairo, slt.pango_layout_iter_get_line_readonly(iter));
        }
        line++;
    } while (line < last && slt.pango_layout_iter_next_line(iter));
    slt.pango_layout_iter_free(iter);
    slt.cairo_new_path(document->cairo);
}

void slt_text_close(slt_text *text) {
    if (!text) return;
    if (text->layout) slt.g_object_unref(text->layout);
    free(text->tops);
    free(text);
}
