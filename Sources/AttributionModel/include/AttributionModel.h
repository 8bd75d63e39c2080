#pragma once
#include <stddef.h>

/// The bytes of the model of attributions (see CARD.md); none where it was not built in.
const void *attribution_model_bytes(void);
/// The number of bytes of the model of attributions, 0 where it was not built in.
size_t attribution_model_size(void);
/// The bytes of the network of attributions (see CARD.md); none where it was not built in.
const void *attribution_network_bytes(void);
/// The number of bytes of the network of attributions, 0 where it was not built in.
size_t attribution_network_size(void);
