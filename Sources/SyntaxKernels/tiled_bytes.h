// The product of bytes in tiles of BYTE_ROWS rows by BYTE_BLOCKS blocks of 16 columns. Before this
// stand: SUMS (the type of the sums of 16 columns), ZERO_SUMS, FOUR (the type of four bytes of a
// row, spread), SPREAD(p), WEIGHTS (the type of 16 columns' four bytes), LOAD_WEIGHTS(p),
// ADD_PRODUCTS(sums, four, weights) and TOTAL(sums), an iblock.
INLINE void K(byte_tile)(const uint8_t *a, ptrdiff_t a_stride, const float *row_scales,
                         ptrdiff_t row_scale_step, const SyntaxByteMatrix *b, ptrdiff_t column,
                         const float *bias, float *c, ptrdiff_t c_stride, const int rows) {
  SUMS sums[BYTE_ROWS][BYTE_BLOCKS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < BYTE_BLOCKS; j++) sums[i][j] = ZERO_SUMS;
  const int8_t *panel = b->packed + column / SYNTAX_PANEL * SYNTAX_PANEL * b->k
                        + column % SYNTAX_PANEL * 4;
  for (ptrdiff_t step = 0; step < b->k; step += 4) {
    WEIGHTS weights[BYTE_BLOCKS];
#pragma clang loop unroll(full)
    for (int j = 0; j < BYTE_BLOCKS; j++)
      weights[j] = LOAD_WEIGHTS(panel + step * SYNTAX_PANEL + 64 * j);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      FOUR four = SPREAD(a + i * a_stride + step);
#pragma clang loop unroll(full)
      for (int j = 0; j < BYTE_BLOCKS; j++) ADD_PRODUCTS(sums[i][j], four, weights[j]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < BYTE_BLOCKS; j++) {
      float *out = c + i * c_stride + column + 16 * j;
      iblock total = TOTAL(sums[i][j]);
      K(finish)(&total, b->offsets + column + 16 * j, b->scales + column + 16 * j,
                row_scales[i * row_scale_step], bias ? bias + column + 16 * j : out, out);
    }
}

static void K(multiply_bytes)(const uint8_t *a, ptrdiff_t a_stride, const float *row_scales,
                              ptrdiff_t row_scale_step, const SyntaxByteMatrix *b,
                              const float *bias, float *c, ptrdiff_t c_stride, ptrdiff_t m) {
  for (ptrdiff_t column = 0; column < b->n; column += 16 * BYTE_BLOCKS) {
    ptrdiff_t i = 0;
    for (; i + BYTE_ROWS <= m; i += BYTE_ROWS)
      K(byte_tile)(a + i * a_stride, a_stride, row_scales + i * row_scale_step, row_scale_step, b,
                   column, bias, c + i * c_stride, c_stride, BYTE_ROWS);
    for (; i + BYTE_ROWS / 3 <= m; i += BYTE_ROWS / 3)
      K(byte_tile)(a + i * a_stride, a_stride, row_scales + i * row_scale_step, row_scale_step, b,
                   column, bias, c + i * c_stride, c_stride, BYTE_ROWS / 3);
    for (; i < m; i++)
      K(byte_tile)(a + i * a_stride, a_stride, row_scales + i * row_scale_step, row_scale_step, b,
                   column, bias, c + i * c_stride, c_stride, 1);
  }
}
