#include "SyntaxKernels.h"

size_t syntax_packed_size(ptrdiff_t k, ptrdiff_t n) {
  return (size_t)((n + SYNTAX_PANEL - 1) / SYNTAX_PANEL * SYNTAX_PANEL * k);
}

void syntax_pack(const float *columns, ptrdiff_t stride, ptrdiff_t k, ptrdiff_t n, float *packed) {
  for (ptrdiff_t panel = 0; panel < n; panel += SYNTAX_PANEL) {
    for (ptrdiff_t step = 0; step < k; step++) {
      for (ptrdiff_t j = panel; j < panel + SYNTAX_PANEL; j++)
        *packed++ = j < n ? columns[j * stride + step] : 0.0f;
    }
  }
}

size_t syntax_packed_bytes_size(ptrdiff_t k, ptrdiff_t n) { return syntax_packed_size(k, n); }

void syntax_pack_bytes(const float *columns, ptrdiff_t k, ptrdiff_t n, int8_t *packed,
                       float *scales, int32_t *offsets) {
  for (ptrdiff_t j = 0; j < (n + SYNTAX_PANEL - 1) / SYNTAX_PANEL * SYNTAX_PANEL; j++) {
    const float *column = columns + j * k;
    int8_t *out = packed + j / SYNTAX_PANEL * SYNTAX_PANEL * k + j % SYNTAX_PANEL * 4;
    float most = 1e-20f;
    for (ptrdiff_t i = 0; i < k && j < n; i++) {
      float size = __builtin_fabsf(column[i]);
      if (size > most) most = size;
    }
    scales[j] = most / 127.0f;
    offsets[j] = 0;
    for (ptrdiff_t i = 0; i < k; i++) {
      int8_t byte = 0;
      // What is not finite has no byte: it becomes 0.
      if (j < n && most < 1e30f && column[i] == column[i])
        byte = (int8_t)((int)(column[i] / scales[j] + 128.5f) - 128);
      out[i / 4 * 4 * SYNTAX_PANEL + i % 4] = byte;
      offsets[j] += 128 * byte;
    }
  }
}
