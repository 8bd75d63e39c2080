#include "block.h"
#define NAME portable
#define NAME_STRING "portable"
#define TILE_ROWS 3
#define TILE_BLOCKS 1

// A fused multiply-add without the instruction: a product of two floats is exact as a double.
typedef double wide __attribute__((ext_vector_type(16)));
#define WIDE(x) __builtin_convertvector(x, wide)
#define fused(a, b, c) __builtin_convertvector(WIDE(a) * WIDE(b) + WIDE(c), block)
#include "template.h"
