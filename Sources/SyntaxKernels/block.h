#pragma once
#include <stdint.h>

/// Sixteen numbers: a register of AVX-512, two of AVX2, four of NEON or SSE.
typedef float block __attribute__((ext_vector_type(16)));
typedef int32_t iblock __attribute__((ext_vector_type(16)));
typedef uint8_t bytes __attribute__((ext_vector_type(16)));
/// The same in memory, at any address.
typedef float loose __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t loose_ints __attribute__((ext_vector_type(16), aligned(4)));
typedef uint8_t loose_bytes __attribute__((ext_vector_type(16), aligned(1)));
typedef int32_t loose_int __attribute__((aligned(1)));
