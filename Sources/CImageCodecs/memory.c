#include "CImageCodecs.h"

#include <stdlib.h>

void slc_free(void *memory) {
    free(memory);
}
