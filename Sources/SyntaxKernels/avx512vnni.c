#if defined(__x86_64__)
#include <immintrin.h>

#include "block.h"
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx512vnni,fma"))), \
    apply_to = function)
#define NAME avx512vnni
#define NAME_STRING "avx512vnni"
#define TILE_ROWS 12
#define TILE_BLOCKS 2
#define fused(a, b, c) __builtin_elementwise_fma(a, b, c)

#define BYTE_ROWS 12
#define BYTE_BLOCKS 2
#define SUMS __m512i
#define ZERO_SUMS _mm512_setzero_si512()
#define FOUR __m512i
#define SPREAD(p) _mm512_set1_epi32(*(const loose_int *)(p))
#define WEIGHTS __m512i
#define LOAD_WEIGHTS(p) _mm512_loadu_si512(p)
#define ADD_PRODUCTS(sums, four, weights) sums = _mm512_dpbusd_epi32(sums, four, weights)
#define TOTAL(sums) ((iblock)(sums))
#define BYTE_TILES
#include "template.h"
#pragma clang attribute pop
#endif
