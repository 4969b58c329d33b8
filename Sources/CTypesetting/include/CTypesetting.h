#ifndef SCALPLINE_CTYPESETTING_H
#define SCALPLINE_CTYPESETTING_H

// Pages of text, lines and pictures as PDF, by Cairo and Pango.
//
// The libraries are loaded with the first call of slt_load, so that a program that prints nothing need not spend the
// time. Lengths are in points (1/72 inch), from a page's upper left corner; colours are gamma-coded sRGB, 0…1.
// Every function may be called from any thread, a document and what was made of it from one thread at a time.

#include <stddef.h>
#include <stdint.h>

enum slt_status {
    SLT_OK = 0,
    /// The machine has no Pango or Cairo.
    SLT_NO_LIBRARY = 1,
    /// The machine has the libraries and not a single font.
    SLT_NO_FONTS = 2,
    SLT_NO_MEMORY = 3,
    /// A picture's bytes are none that can be drawn.
    SLT_BAD_PICTURE = 4,
    /// Cairo could not make the document.
    SLT_FAILED = 5,
};

/// A document in the making.
typedef struct slt_document slt_document;
/// A paragraph with its lines broken.
typedef struct slt_text slt_text;
/// A picture, which may be drawn several times and is kept once.
typedef struct slt_picture slt_picture;

/// Loads the libraries with the first call.
///
/// Returns SLT_OK or SLT_NO_LIBRARY.
int slt_load(void);
/// The same with a look at the fonts, which takes some ten milliseconds: SLT_NO_FONTS where there is none.
int slt_ready(void);
/// Versions of Cairo and Pango, or NULL where they are missing.
const char *slt_cairo_version(void);
const char *slt_pango_version(void);

// MARK: Documents

/// Begins a document of PDF 1.4 whose first page has the given size.
///
/// language: as `en`; it guides line breaks and the choice of fonts, not what the file says of itself.
int slt_document_open(double width, double height, const char *language, slt_document **document);
/// What the file says of itself; NULL for what it does not say. created: as `2026-03-10T12:00:00Z`.
void slt_document_describe(slt_document *document, const char *title, const char *author, const char *subject,
                           const char *created);
/// Ends the page; what is drawn next lies on another.
void slt_document_next_page(slt_document *document);
/// Ends the document with its last page; the bytes live until slt_document_close.
int slt_document_finish(slt_document *document, const uint8_t **bytes, size_t *count);
void slt_document_close(slt_document *document);

/// Opens and closes a part of the document's structure: H1, P, Figure, Table, TR, TH, TD, L, LI.
void slt_tag_begin(slt_document *document, const char *name);
void slt_tag_end(slt_document *document, const char *name);

// MARK: Text

struct slt_text_style {
    /// Families in order of preference, separated by commas.
    const char *families;
    double size;
    /// Distance of lines over the font's own, 1 for that.
    double leading;
    int is_bold;
    /// 0 to the left edge, 1 to the middle, 2 to the right edge, whichever way the text runs.
    int alignment;
    /// Lines at most, the last one then ends in an ellipsis; 0 for any number.
    int most_lines;
    /// Whether the paragraph runs in its first letter's direction, else from left to right.
    int is_own_direction;
};

/// Breaks a paragraph into lines.
///
/// utf8, count: the text without zero bytes; invalid UTF-8 must not come here.
/// bold: pairs of byte offsets between which the text is bold, bold_count of them.
/// width: of the lines; negative for a single one without end.
int slt_text_make(slt_document *document, const char *utf8, size_t count, const struct slt_text_style *style,
                  const size_t *bold, size_t bold_count, double width, slt_text **text);
/// How many characters no font has.
int slt_text_unknown(const slt_text *text);
int slt_text_lines(const slt_text *text);
/// Where a line begins below the first one's top; for the number of lines, where the last one ends.
double slt_text_top(const slt_text *text, int line);
/// Width of the widest line.
double slt_text_width(const slt_text *text);
/// Where the first line's letters stand below its top.
double slt_text_baseline(const slt_text *text);
/// Draws the lines first…last-1 in the current colour, the first one's top at y.
void slt_text_draw(slt_document *document, const slt_text *text, int first, int last, double x, double y);
void slt_text_close(slt_text *text);

// MARK: Pictures

/// Takes a JPEG, whose bytes go into the file as they are, or a PNG, of which width and height are read.
int slt_picture_jpeg(const uint8_t *bytes, size_t count, int width, int height, slt_picture **picture);
int slt_picture_png(const uint8_t *bytes, size_t count, slt_picture **picture);
/// Draws a picture into a box.
void slt_picture_draw(slt_document *document, const slt_picture *picture, double x, double y, double width,
                      double height);
void slt_picture_close(slt_picture *picture);

// MARK: Lines and areas

/// Keeps colour, place and clip until slt_restore; what is drawn in between is moved and scaled.
void slt_save(slt_document *document, double x, double y, double scale);
void slt_restore(slt_document *document);
void slt_colour(slt_document *document, double red, double green, double blue, double alpha);
void slt_move(slt_document *document, double x, double y);
void slt_line(slt_document *document, double x, double y);
void slt_end_line(slt_document *document);
void slt_rectangle(slt_document *document, double x, double y, double width, double height, double radius);
void slt_circle(slt_document *document, double x, double y, double radius);
/// Each takes the path that was drawn since the one before.
void slt_fill(slt_document *document);
void slt_stroke(slt_document *document, double width, double dash, double gap);
void slt_clip(slt_document *document);

#endif
