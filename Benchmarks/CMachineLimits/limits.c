#include "CMachineLimits.h"

enum { CHAINS = 8 };

typedef float V128 __attribute__((vector_size(16)));
typedef float V256 __attribute__((vector_size(32)));
typedef float V512 __attribute__((vector_size(64)));

void sml_dependent_adds(long rounds) {
    unsigned long sum = 1, one = (unsigned long)rounds;
    for (long round = 0; round < rounds; round++) {
        for (int i = 0; i < 4; i++) {
#if defined(__x86_64__)
            __asm__ volatile(".rept 16\n\tadd %1, %0\n\t.endr" : "+r"(sum) : "r"(one));
#elif defined(__aarch64__)
            __asm__ volatile(".rept 16\n\tadd %0, %0, %1\n\t.endr" : "+r"(sum) : "r"(one));
#else
#error "no dependent addition is written for this architecture"
#endif
        }
    }
}

#define CHAINED(name, type, step, attributes)                                   \
    attributes static float name(long rounds) {                                 \
        type x[CHAINS];                                                         \
        for (int i = 0; i < CHAINS; i++) x[i] = (type){0} + 1.5f + (float)i;    \
        for (long round = 0; round < rounds; round++) {                         \
            _Pragma("unroll") for (int i = 0; i < CHAINS; i++) x[i] = step;     \
        }                                                                       \
        type sum = x[0];                                                        \
        for (int i = 1; i < CHAINS; i++) sum += x[i];                           \
        return sum[0];                                                          \
    }

#define DIVIDED (3.7f / x[i])
#define ROOTED __builtin_elementwise_sqrt(x[i])

CHAINED(divide128, V128, DIVIDED, )
CHAINED(root128, V128, ROOTED, )
#if defined(__x86_64__)
CHAINED(divide256, V256, DIVIDED, __attribute__((target("avx2"))))
CHAINED(root256, V256, ROOTED, __attribute__((target("avx2"))))
CHAINED(divide512, V512, DIVIDED, __attribute__((target("avx512f"))))
CHAINED(root512, V512, ROOTED, __attribute__((target("avx512f"))))
#else
#define divide256 divide128
#define divide512 divide128
#define root256 root128
#define root512 root128
#endif

static volatile float kept;

void sml_divisions(int bits, long rounds) {
    kept = bits == 512 ? divide512(rounds) : bits == 256 ? divide256(rounds) : divide128(rounds);
}

void sml_roots(int bits, long rounds) {
    kept = bits == 512 ? root512(rounds) : bits == 256 ? root256(rounds) : root128(rounds);
}

typedef unsigned long W128 __attribute__((vector_size(16)));
typedef unsigned long W256 __attribute__((vector_size(32)));

// Two registers at a time from each of four places `gap` registers apart.
#define READING(name, type, attributes)                                                                 \
    attributes static unsigned long name(const void *from, unsigned long bytes, int streams) {          \
        const type *start = from;                                                                       \
        const unsigned long all = bytes / sizeof(type);                                                 \
        const unsigned long count = streams == 1 ? all : all / 4, step = streams == 1 ? CHAINS : 2;     \
        const unsigned long gap = streams == 1 ? 2 : all / 4;                                           \
        type sums[CHAINS] = {{0}};                                                                      \
        for (unsigned long at = 0; at < count; at += step) {                                            \
            _Pragma("unroll") for (unsigned long i = 0; i < CHAINS; i++) {                              \
                sums[i] |= start[at + i / 2 * gap + i % 2];                                             \
            }                                                                                           \
        }                                                                                               \
        for (int i = 1; i < CHAINS; i++) sums[0] |= sums[i];                                            \
        return sums[0][0] | sums[0][1];                                                                 \
    }

READING(read128, W128, )
#if defined(__x86_64__)
READING(read256, W256, __attribute__((target("avx2"))))
#endif

unsigned long sml_read(const void *start, unsigned long bytes, int streams) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) return read256(start, bytes, streams);
#endif
    return read128(start, bytes, streams);
}
