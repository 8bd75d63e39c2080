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
