#include "SyntaxKernels.h"

extern const SyntaxKernels syntax_kernels_avx512vnni, syntax_kernels_avx512, syntax_kernels_avx2,
    syntax_kernels_neon, syntax_kernels_portable;

const SyntaxKernels *syntax_kernels(int index) {
  const SyntaxKernels *found[5] = {0};
  int count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
    if (__builtin_cpu_supports("avx512vnni")) found[count++] = &syntax_kernels_avx512vnni;
    found[count++] = &syntax_kernels_avx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    found[count++] = &syntax_kernels_avx2;
#elif defined(__aarch64__)
  found[count++] = &syntax_kernels_neon;
#endif
  found[count++] = &syntax_kernels_portable;
  return index >= 0 && index < count ? found[index] : 0;
}
