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
  // Tiles of about the same height: a low one at the end would leave the registers empty.
  ptrdiff_t tiles = (m + BYTE_ROWS - 1) / BYTE_ROWS;
  for (ptrdiff_t column = 0; column < b->n; column += 16 * BYTE_BLOCKS) {
    for (ptrdiff_t tile = 0, i = 0; tile < tiles; tile++) {
      ptrdiff_t rows = m / tiles + (tile < m % tiles);
#define ROWS(n) \
  case n: \
    if (n <= BYTE_ROWS) \
      K(byte_tile)(a + i * a_stride, a_stride, row_scales + i * row_scale_step, row_scale_step, b, \
                   column, bias, c + i * c_stride, c_stride, n <= BYTE_ROWS ? n : 1); \
    break;
      switch (rows) {
        ROWS(1) ROWS(2) ROWS(3) ROWS(4) ROWS(5) ROWS(6)
        ROWS(7) ROWS(8) ROWS(9) ROWS(10) ROWS(11) ROWS(12)
      }
#undef ROWS
      i += rows;
    }
  }
}
