#pragma once
#include <stddef.h>

/// The trees that tell an article's blocks, as text (see BlockModel.swift).
const void *page_model_blocks(void);
/// The number of their bytes.
size_t page_model_blocks_size(void);
/// The weights of class words, as text (see ClassWords.swift).
const void *page_model_words(void);
/// The number of their bytes.
size_t page_model_words_size(void);
