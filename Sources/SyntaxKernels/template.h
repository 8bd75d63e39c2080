// The kernels, written once and compiled for each instruction set by the file that includes this.
// Before it stand: NAME (a suffix), TILE_ROWS and TILE_BLOCKS (how many rows and how many blocks of
// 16 columns fit the registers), and fused(a, b, c) = a · b + c for `block`.
#include "SyntaxKernels.h"

#define JOIN2(a, b) a##_##b
#define JOIN(a, b) JOIN2(a, b)
#define K(f) JOIN(f, NAME)
#define INLINE static inline __attribute__((always_inline))

// A product of `rows` rows by TILE_BLOCKS blocks of columns. `rows` is a constant where it is
// called, so that the sums stay in registers.
INLINE void K(tile)(const float *a, ptrdiff_t a_stride, const float *panel, const float *bias,
                    float *c, ptrdiff_t c_stride, ptrdiff_t k, const int rows) {
  block sum[TILE_ROWS][TILE_BLOCKS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_BLOCKS; j++)
      sum[i][j] = *(const loose *)((bias ? bias : c + i * c_stride) + 16 * j);
  for (ptrdiff_t step = 0; step < k; step++) {
    block b[TILE_BLOCKS];
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_BLOCKS; j++)
      b[j] = *(const loose *)(panel + step * SYNTAX_PANEL + 16 * j);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      block factor = (block)(a[i * a_stride + step]);
#pragma clang loop unroll(full)
      for (int j = 0; j < TILE_BLOCKS; j++) sum[i][j] = fused(factor, b[j], sum[i][j]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_BLOCKS; j++) *(loose *)(c + i * c_stride + 16 * j) = sum[i][j];
}

static void K(multiply)(const float *a, ptrdiff_t a_stride, const float *packed, const float *bias,
                        float *c, ptrdiff_t c_stride, ptrdiff_t m, ptrdiff_t k, ptrdiff_t n) {
  for (ptrdiff_t column = 0; column < n; column += SYNTAX_PANEL) {
    for (int part = 0; part < SYNTAX_PANEL; part += 16 * TILE_BLOCKS) {
      const float *panel = packed + column * k + part;
      const float *start = bias ? bias + column + part : 0;
      float *out = c + column + part;
      ptrdiff_t i = 0;
      for (; i + TILE_ROWS <= m; i += TILE_ROWS)
        K(tile)(a + i * a_stride, a_stride, panel, start, out + i * c_stride, c_stride, k,
                TILE_ROWS);
      for (; i + TILE_ROWS / 3 <= m; i += TILE_ROWS / 3)
        K(tile)(a + i * a_stride, a_stride, panel, start, out + i * c_stride, c_stride, k,
                TILE_ROWS / 3);
      for (; i < m; i++)
        K(tile)(a + i * a_stride, a_stride, panel, start, out + i * c_stride, c_stride, k, 1);
    }
  }
}

// tanh as a rational function of degrees 13 and 6 on ±7.9 (beyond, float's tanh is ±1); the
// coefficients are those of Eigen's generic_fast_tanh_float (MPL 2.0), error below 3 ulp.
#define TANH(x) ({ \
    block t = __builtin_elementwise_max(__builtin_elementwise_min((x), (block)7.90531110763549805f), \
                                        (block)-7.90531110763549805f); \
    block s = t * t; \
    block p = (block)-2.76076847742355e-16f; \
    p = fused(p, s, (block)2.00018790482477e-13f); \
    p = fused(p, s, (block)-8.60467152213735e-11f); \
    p = fused(p, s, (block)5.12229709037114e-08f); \
    p = fused(p, s, (block)1.48572235717979e-05f); \
    p = fused(p, s, (block)6.37261928875436e-04f); \
    p = fused(p, s, (block)4.89352455891786e-03f); \
    block q = (block)1.19825839466702e-06f; \
    q = fused(q, s, (block)1.18534705686654e-04f); \
    q = fused(q, s, (block)2.26843463243900e-03f); \
    q = fused(q, s, (block)4.89352518554385e-03f); \
    t * p / q; \
  })
#define SIGMOID(x) ({ \
    block half = (block)0.5f; \
    block y = TANH((x) * half); \
    fused(y, half, half); \
  })

#include "template_bytes.h"

static void K(lstm_step)(const float *gates, ptrdiff_t gate_stride, float *cell, uint8_t *hidden,
                         ptrdiff_t hidden_stride, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const float *g = gates + row * gate_stride;
    for (ptrdiff_t j = 0; j < width; j += 16) {
      block input = SIGMOID(*(const loose *)(g + j));
      block forget = SIGMOID(*(const loose *)(g + width + j));
      block candidate = TANH(*(const loose *)(g + 2 * width + j));
      block output = SIGMOID(*(const loose *)(g + 3 * width + j));
      loose *c = (loose *)(cell + row * width + j);
      block kept = input * candidate;
      block state = fused(forget, *c, kept);
      *c = state;
      block value = output * TANH(state);
      *(loose_bytes *)(hidden + row * hidden_stride + j) = TO_BYTES(value, (block)127.0f);
    }
  }
}

static void K(leaky)(float *x, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 16) {
    block value = *(loose *)(x + i);
    *(loose *)(x + i) = __builtin_elementwise_max(value, value * (block)0.1f);
  }
}

static void K(row_products)(const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t b_stride,
                            float *sums, ptrdiff_t sum_stride, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    block lanes = (block)0.0f;
    for (ptrdiff_t j = 0; j < width; j += 16)
      lanes = fused(*(const loose *)(a + row * a_stride + j),
                    *(const loose *)(b + row * b_stride + j), lanes);
    __typeof__(lanes.lo) eight = lanes.lo + lanes.hi;
    __typeof__(eight.lo) four = eight.lo + eight.hi;
    sums[row * sum_stride] += (four.x + four.z) + (four.y + four.w);
  }
}

static void K(argmax)(const float *x, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t count,
                      int32_t *best) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const float *values = x + row * stride;
    ptrdiff_t blocks = count / 16 * 16;
    float top = -__builtin_inff();
    if (blocks) {
      block most = (block)-__builtin_inff();
      for (ptrdiff_t j = 0; j < blocks; j += 16)
        most = __builtin_elementwise_max(most, *(const loose *)(values + j));
      top = __builtin_reduce_max(most);
    }
    for (ptrdiff_t j = blocks; j < count; j++)
      if (values[j] > top) top = values[j];
    ptrdiff_t first = 0;
    while (first < count && !(values[first] == top)) first++;
    best[row] = (int32_t)(first < count ? first : 0);
  }
}

#ifdef BYTE_TILES
#include "tiled_bytes.h"
#else
#include "plain_bytes.h"
#endif

const SyntaxKernels K(syntax_kernels) = {
  .name = NAME_STRING, .multiply = K(multiply), .multiply_bytes = K(multiply_bytes),
  .quantise = K(quantise), .lstm_step = K(lstm_step), .leaky = K(leaky),
  .row_products = K(row_products), .argmax = K(argmax),
};
