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
#if defined(M_MMAP_MAX) && defined(M_TRIM_THRESHOLD)
    // What has a mapping of its own goes back at once.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, bytes < INT_MAX ? (int)bytes : INT_MAX);
    // One heap for all threads: those of a thread's own are small, and each goes back to the system once it is free.
    mallopt(M_ARENA_MAX, 1);
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
