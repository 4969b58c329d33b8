#include "CImageCodecs.h"

#include <malloc.h>
#include <stdlib.h>

void slc_free(void *memory) {
    free(memory);
}

void slc_release_freed_memory(void) { malloc_trim(0); }
