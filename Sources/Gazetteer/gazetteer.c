#include "Gazetteer.h"

__asm__(".section .rodata\n"
        ".balign 16\n"
        "verbale_cities_start:\n"
        ".incbin \"cities.table\"\n"
        "verbale_cities_end:\n"
        ".previous\n");

extern const uint8_t verbale_cities_start[];
extern const uint8_t verbale_cities_end[];

const uint8_t *verbale_cities(void) { return verbale_cities_start; }

uint32_t verbale_cities_size(void) {
    return (uint32_t)(verbale_cities_end - verbale_cities_start);
}
