// The byte kernels that are written once, compiled after template.h for each instruction set.

/// Rounds x · factor, from -127 to 127, to bytes above 128; what is not a number becomes 1.
#define TO_BYTES(x, factor) \
  ({ \
    block shifted = __builtin_elementwise_max(fused(x, factor, (block)128.5f), (block)1.0f); \
    shifted = __builtin_elementwise_min(shifted, (block)255.0f); \
    __builtin_convertvector(__builtin_convertvector(shifted, iblock), bytes); \
  })

static void K(quantise)(const float *x, ptrdiff_t stride, uint8_t *out, ptrdiff_t out_stride,
                        float *scales, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const float *numbers = x + row * stride;
    block most = (block)1e-20f;
    for (ptrdiff_t j = 0; j < width; j += 16)
      most = __builtin_elementwise_max(
          most, __builtin_elementwise_abs((block) * (const loose *)(numbers + j)));
    float scale = __builtin_reduce_max(most) / 127.0f;
    scales[row] = scale;
    block factor = (block)(1.0f / scale);
    for (ptrdiff_t j = 0; j < width; j += 16) {
      block values = *(const loose *)(numbers + j);
      *(loose_bytes *)(out + row * out_stride + j) = TO_BYTES(values, factor);
    }
  }
}

/// Writes 16 columns of a row from their sums of products.
INLINE void K(finish)(const iblock *sums, const int32_t *offset, const float *scale, float row_scale,
                      const float *start, float *c) {
  block value = __builtin_convertvector(*sums - *(const loose_ints *)offset, block);
  *(loose *)c = fused(value * (block)row_scale, *(const loose *)scale, *(const loose *)start);
}
