#pragma once
#include <stdint.h>

/// The table of cities that Training/places/make_cities.py writes; its format stands there.
const uint8_t *verbale_cities(void);
/// The number of bytes of the table.
uint32_t verbale_cities_size(void);
