#pragma once

/// Sixteen numbers: a register of AVX-512, two of AVX2, four of NEON or SSE.
typedef float block __attribute__((ext_vector_type(16)));
/// The same in memory, at any address.
typedef float loose __attribute__((ext_vector_type(16), aligned(4)));
