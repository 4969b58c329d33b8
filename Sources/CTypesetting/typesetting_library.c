#include "typesetting_library.h"
#include "CTypesetting.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

struct typesetting_library slt;
static int status = SLT_NO_LIBRARY;

static void load(void) {
    // It brings Cairo, Pango, GObject and Fontconfig with it, and a name is looked for in all of them.
    void *file = dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (!file) return;
#define LOAD(result, name, parameters) \
    *(void **)&slt.name = dlsym(file, #name); \
    if (!slt.name) return;
    SLT_FUNCTIONS(LOAD)
#undef LOAD
    status = SLT_OK;
}

int slt_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return status;
}

int slt_ready(void) {
    if (slt_load() != SLT_OK) return SLT_NO_LIBRARY;
    // Pango ends the process where it finds no font at all.
    FcFontSet *fonts = slt.FcConfigGetFonts(NULL, 0);
    return fonts && fonts->nfont > 0 ? SLT_OK : SLT_NO_FONTS;
}

const char *slt_cairo_version(void) { return slt_load() != SLT_OK ? NULL : slt.cairo_version_string(); }

const char *slt_pango_version(void) { return slt_load() != SLT_OK ? NULL : slt.pango_version_string(); }
