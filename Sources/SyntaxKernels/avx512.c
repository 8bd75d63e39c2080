#if defined(__x86_64__)
#include <immintrin.h>

#include "block.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,fma"))), \
                             apply_to = function)
#define NAME avx512
#define NAME_STRING "avx512"
#define TILE_ROWS 12
#define TILE_BLOCKS 2
#define fused(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "avx2_bytes.h"
#include "template.h"
#pragma clang attribute pop
#endif
