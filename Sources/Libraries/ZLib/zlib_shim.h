// The system's zlib; Debian's zlib1g-dev.
#include <zlib.h>

// `deflateInit` and `inflateInit` are macros, which Swift can't call.
static inline int verbale_deflate_init(z_stream *stream, int level) {
  return deflateInit(stream, level);
}
static inline int verbale_inflate_init(z_stream *stream) { return inflateInit(stream); }
