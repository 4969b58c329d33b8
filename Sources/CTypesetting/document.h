#ifndef SCALPLINE_TYPESETTING_DOCUMENT_H
#define SCALPLINE_TYPESETTING_DOCUMENT_H

#include "CTypesetting.h"
#include "typesetting_library.h"

struct slt_document {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    double width, height;
    uint8_t *bytes;
    size_t count, room;
};

#endif
