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

#if defined(M_MMAP_MAX) && defined(M_TRIM_THRESHOLD)
// Has the heap grow by address space alone, and asks for huge pages in it: a page fault costs as much as a whole walk
// over the page's numbers, and a photo's planes take tens of thousands of small pages.
static void prefer_huge_pages(size_t bytes) {
    const size_t huge = 2 * 1024 * 1024;
    char *heap = malloc(bytes);
    if (!heap) return;
    uintptr_t first = ((uintptr_t)heap + huge - 1) / huge * huge;
    uintptr_t last = ((uintptr_t)heap + bytes) / huge * huge;
    // Where the system has none the pages are small ones as ever.
    if (first < last) madvise((void *)first, last - first, MADV_HUGEPAGE);
    free(heap);
}
#endif

void slc_keep_memory(unsigned long bytes) {
#if defined(M_MMAP_MAX) && defined(M_TRIM_THRESHOLD)
    // What has a mapping of its own goes back at once.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, bytes < INT_MAX ? (int)bytes : INT_MAX);
    // One heap for all threads: those of a thread's own are small, and each goes back to the system once it is free.
    mallopt(M_ARENA_MAX, 1);
    prefer_huge_pages(bytes / 4 * 3);
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
