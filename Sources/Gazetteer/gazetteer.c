#include "Gazetteer.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) static const uint8_t cities[] = {
#embed "cities.table"
};

const uint8_t *verbale_cities(void) { return cities; }
uint32_t verbale_cities_size(void) { return sizeof cities; }
