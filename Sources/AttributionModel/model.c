#include "AttributionModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Without the files, the build has no model and attributions are read by rules alone.
#if __has_embed("attributions.model")
static const unsigned char model[] = {
#embed "attributions.model"
};

const void *attribution_model_bytes(void) { return model; }
size_t attribution_model_size(void) { return sizeof model; }
#else
const void *attribution_model_bytes(void) { return NULL; }
size_t attribution_model_size(void) { return 0; }
#endif

#if __has_embed("network.model")
static const unsigned char network[] = {
#embed "network.model"
};

const void *attribution_network_bytes(void) { return network; }
size_t attribution_network_size(void) { return sizeof network; }
#else
const void *attribution_network_bytes(void) { return NULL; }
size_t attribution_network_size(void) { return 0; }
#endif
