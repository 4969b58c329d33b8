#include "CProcessor.h"

#include <limits.h>
#include <malloc.h>
#include <stdlib.h>

int slc_widest_instruction_set(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2")) return SLC_BASELINE;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return SLC_AVX512;
    }
    return SLC_AVX2;
#else
    return SLC_BASELINE;
#endif
}

void slc_keep_memory(unsigned long bytes) {
#if defined(M_MMAP_THRESHOLD) && defined(M_TRIM_THRESHOLD)
    // The largest threshold that glibc takes.
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024 * (int)sizeof(long));
    mallopt(M_TRIM_THRESHOLD, bytes < INT_MAX ? (int)bytes : INT_MAX);
#else
    (void)bytes;
#endif
}

void slc_release_freed_memory(void) {
    malloc_trim(0);
}

const char *slc_environment(const char *name) {
    return getenv(name);
}
