#pragma once
#include <stddef.h>

/// The bytes of the English model (see FORMAT.md), at an address that 64 divides.
const void *english_model_bytes(void);
/// The number of bytes of the English model.
size_t english_model_size(void);
/// The bytes of the small model, which reads the words' embeddings of the other, aligned alike.
const void *english_fast_model_bytes(void);
/// The number of bytes of the small model.
size_t english_fast_model_size(void);
/// The weights that tell where sentences end (see BoundaryModel.swift).
const signed char *english_sentence_weights(void);
/// The number of these weights.
size_t english_sentence_weights_count(void);
