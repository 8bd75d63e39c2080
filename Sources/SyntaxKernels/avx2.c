#if defined(__x86_64__)
#include <immintrin.h>

#include "block.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME avx2
#define NAME_STRING "avx2"
#define TILE_ROWS 6
#define TILE_BLOCKS 1
#define fused(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "avx2_bytes.h"
#include "template.h"
#pragma clang attribute pop
#endif
