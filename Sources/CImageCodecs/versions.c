#include "CImageCodecs.h"
#include "heif_library.h"

#include <stdio.h>

#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <webp/decode.h>

#define TEXT_OF(token) #token
#define TEXT(token) TEXT_OF(token)

int slc_library_version(enum slc_library library, char *text, size_t room) {
    int webp = WebPGetDecoderVersion(), lcms = cmsGetEncodedCMMversion();
    switch (library) {
    case SLC_LIBRARY_JPEG:
        // libjpeg-turbo tells its version to who compiles against it only.
#ifdef LIBJPEG_TURBO_VERSION
        return snprintf(text, room, "%s", TEXT(LIBJPEG_TURBO_VERSION));
#else
        return snprintf(text, room, "%d", JPEG_LIB_VERSION);
#endif
    case SLC_LIBRARY_PNG: return snprintf(text, room, "%s", png_get_libpng_ver(NULL));
    case SLC_LIBRARY_HEIF:
        return snprintf(text, room, "%s", slc_heif_load() ? slc_heif.get_version() : "not installed");
    case SLC_LIBRARY_WEBP:
        return snprintf(text, room, "%d.%d.%d", webp >> 16, webp >> 8 & 0xFF, webp & 0xFF);
    case SLC_LIBRARY_LCMS: return snprintf(text, room, "%d.%d", lcms / 1000, lcms % 1000 / 10);
    }
    return 0;
}
