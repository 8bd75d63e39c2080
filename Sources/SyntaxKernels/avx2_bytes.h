// Four bytes of a row become four 16-bit numbers; a product adds them in pairs, so that two sums
// stand for each column until the end: exact, where AVX2's product of bytes would saturate.
typedef struct { __m256i columns[4]; } sums_avx2;
#define BYTE_ROWS 3
#define BYTE_BLOCKS 1
#define SUMS sums_avx2
#define ZERO_SUMS ((sums_avx2){{_mm256_setzero_si256(), _mm256_setzero_si256(), \
                                _mm256_setzero_si256(), _mm256_setzero_si256()}})
#define FOUR __m256i
#define SPREAD(p) \
  _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(*(const loose_int *)(p))))
#define WEIGHTS sums_avx2
#define WIDEN(p) _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(p)))
#define LOAD_WEIGHTS(p) \
  ((sums_avx2){{WIDEN(p), WIDEN((p) + 16), WIDEN((p) + 32), WIDEN((p) + 48)}})
#define ADD_PRODUCTS(sums, four, weights) \
  for (int q = 0; q < 4; q++) \
    sums.columns[q] = \
        _mm256_add_epi32(sums.columns[q], _mm256_madd_epi16(four, weights.columns[q]))
#define PAIRS(a, b) _mm256_permute4x64_epi64(_mm256_hadd_epi32(a, b), 0xD8)
#define TOTAL(sums) \
  ({ \
    union { __m256i halves[2]; iblock all; } joined; \
    joined.halves[0] = PAIRS((sums).columns[0], (sums).columns[1]); \
    joined.halves[1] = PAIRS((sums).columns[2], (sums).columns[3]); \
    joined.all; \
  })
#define BYTE_TILES
