#include "Gazetteer.h"

__asm__(".section .rodata\n"
        ".global verbale_cities\n"
        ".balign 16\n"
        "verbale_cities:\n"
        ".incbin \"cities.table\"\n"
        "verbale_cities_end:\n"
        ".global verbale_cities_size\n"
        ".balign 4\n"
        "verbale_cities_size:\n"
        ".long verbale_cities_end - verbale_cities\n"
        ".previous\n");
