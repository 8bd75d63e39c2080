// The system's Zstandard with its dictionary builder; Debian's libzstd-dev.
#include <zdict.h>
#include <zstd.h>
