#pragma once
#include <stddef.h>
#include <stdint.h>

/// Columns of a packed panel. Every row of a product has room for a multiple of this many numbers.
#define SYNTAX_PANEL 32
/// Numbers that the elementwise kernels take at a time; their widths are multiples of it.
#define SYNTAX_LANES 16

/// A matrix of k rows and n columns as bytes: number = byte · scale of its column.
typedef struct SyntaxByteMatrix {
  ptrdiff_t k, n;
  /// In panels: for each four rows, the panel's columns with their four bytes.
  const int8_t *packed;
  /// For each column its scale, and 128 times the sum of its bytes, in whole panels.
  const float *scales;
  const int32_t *offsets;
} SyntaxByteMatrix;

/// The arithmetic of the language engine for one instruction set.
///
/// Each output is a chain of fused multiply-adds in one fixed order, so that all instruction sets
/// give the same bits (the portable one but for a double rounding in about one of 2^29 steps).
typedef struct SyntaxKernels {
  /// The instruction set: "avx512vnni", "avx512", "avx2", "neon" or "portable".
  const char *name;
  /// c[m][n] = bias[n] + a[m][k] · b[k][n], with b as `syntax_pack` left it; where bias is null,
  /// the product is added to c. Writes up to the next multiple of SYNTAX_PANEL columns.
  void (*multiply)(const float *a, ptrdiff_t a_stride, const float *packed, const float *bias,
                   float *c, ptrdiff_t c_stride, ptrdiff_t m, ptrdiff_t k, ptrdiff_t n);
  /// The same with bytes: a holds numbers as bytes above 128, each row with a scale of its own
  /// (row_scales[i · row_scale_step]), b is as `syntax_pack_bytes` left it. k is a multiple of 4.
  /// The sums are whole numbers, so that they are exact.
  void (*multiply_bytes)(const uint8_t *a, ptrdiff_t a_stride, const float *row_scales,
                         ptrdiff_t row_scale_step, const SyntaxByteMatrix *b, const float *bias,
                         float *c, ptrdiff_t c_stride, ptrdiff_t m);
  /// Writes rows as bytes above 128, with the scale of each.
  void (*quantise)(const float *x, ptrdiff_t stride, uint8_t *out, ptrdiff_t out_stride,
                   float *scales, ptrdiff_t rows, ptrdiff_t width);
  /// A step of an LSTM for some rows: gates (i, f, g, o, each `width` wide, before their
  /// activation) and cell give the new cell and the new hidden state, which is within ±1 and
  /// written as bytes: 128 + 127 h.
  void (*lstm_step)(const float *gates, ptrdiff_t gate_stride, float *cell, uint8_t *hidden,
                    ptrdiff_t hidden_stride, ptrdiff_t rows, ptrdiff_t width);
  /// x = max(x, 0.1 x) for `count` numbers.
  void (*leaky)(float *x, ptrdiff_t count);
  /// sums[i · sum_stride] += the inner product of rows i of a and b.
  void (*row_products)(const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t b_stride,
                       float *sums, ptrdiff_t sum_stride, ptrdiff_t rows, ptrdiff_t width);
  /// The first index of the greatest of `count` numbers; NaN is never greatest.
  void (*argmax)(const float *x, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t count, int32_t *best);
} SyntaxKernels;

/// The kernels that this machine can run, the fastest first; null behind the last one.
const SyntaxKernels *syntax_kernels(int index);

/// The floats of a packed matrix of n columns.
size_t syntax_packed_size(ptrdiff_t k, ptrdiff_t n);
/// Packs a matrix given by its columns (column j from columns[j · stride], k long) in panels.
void syntax_pack(const float *columns, ptrdiff_t stride, ptrdiff_t k, ptrdiff_t n, float *packed);

/// The bytes of a packed matrix of bytes; k is a multiple of 4.
size_t syntax_packed_bytes_size(ptrdiff_t k, ptrdiff_t n);
/// Rounds a matrix given by its columns (each k numbers) to bytes and packs it, with its scales and
/// offsets, which have room for whole panels.
void syntax_pack_bytes(const float *columns, ptrdiff_t k, ptrdiff_t n, int8_t *packed,
                       float *scales, int32_t *offsets);
