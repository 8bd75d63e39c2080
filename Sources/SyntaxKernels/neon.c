#if defined(__aarch64__)
#include "block.h"
#define NAME neon
#define NAME_STRING "neon"
#define TILE_ROWS 6
#define TILE_BLOCKS 1
#define fused(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "template.h"
#endif
