// The product of bytes for instruction sets that have no kernel of their own for it.
static void K(multiply_bytes)(const uint8_t *a, ptrdiff_t a_stride, const float *row_scales,
                              ptrdiff_t row_scale_step, const SyntaxByteMatrix *b,
                              const float *bias, float *c, ptrdiff_t c_stride, ptrdiff_t m) {
  for (ptrdiff_t column = 0; column < b->n; column += 16) {
    const int8_t *panel = b->packed + column / SYNTAX_PANEL * SYNTAX_PANEL * b->k
                          + column % SYNTAX_PANEL * 4;
    for (ptrdiff_t row = 0; row < m; row++) {
      _Alignas(64) int32_t sums[16] = {0};
      for (ptrdiff_t step = 0; step < b->k; step += 4) {
        const uint8_t *four = a + row * a_stride + step;
        const int8_t *weights = panel + step * SYNTAX_PANEL;
        for (int j = 0; j < 16; j++)
          sums[j] += four[0] * weights[4 * j] + four[1] * weights[4 * j + 1]
                     + four[2] * weights[4 * j + 2] + four[3] * weights[4 * j + 3];
      }
      float *out = c + row * c_stride + column;
      K(finish)((const iblock *)sums, b->offsets + column, b->scales + column,
                row_scales[row * row_scale_step], bias ? bias + column : out, out);
    }
  }
}
