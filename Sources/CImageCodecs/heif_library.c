#include "heif_library.h"

#include <dlfcn.h>
#include <pthread.h>

struct heif_library slc_heif;
static int is_loaded;

static void load(void) {
    void *file = dlopen("libheif.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (!file) return;
#define LOAD(name) \
    *(void **)&slc_heif.name = dlsym(file, "heif_" #name); \
    if (!slc_heif.name) return;
    SLC_HEIF_FUNCTIONS(LOAD)
#undef LOAD
    slc_heif.init(NULL);
    is_loaded = 1;
}

int slc_heif_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return is_loaded;
}
