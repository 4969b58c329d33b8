#include "CProcessor.h"

#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

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
#if defined(MADV_HUGEPAGE)
    // What is taken and given back at once stays with the heap, untouched: no page of it is there yet.
    const uintptr_t page = 2 * 1024 * 1024;
    const size_t piece = 16 * 1024 * 1024;
    enum { PIECES = 12 };
    void *pieces[PIECES];
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = malloc(piece);
        if (!pieces[i]) continue;
        uintptr_t start = ((uintptr_t)pieces[i] + page - 1) & ~(page - 1);
        uintptr_t end = ((uintptr_t)pieces[i] + piece) & ~(page - 1);
        if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
    }
    for (int i = 0; i < PIECES; i++) free(pieces[i]);
#endif
#else
    (void)bytes;
#endif
}

const char *slc_environment(const char *name) {
    return getenv(name);
}
