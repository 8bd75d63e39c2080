#pragma once
#include <stdint.h>

/// The table of cities that Training/places/make_cities.py writes; its format stands there.
extern const uint8_t verbale_cities[];
/// The number of bytes of the table.
extern const uint32_t verbale_cities_size;
