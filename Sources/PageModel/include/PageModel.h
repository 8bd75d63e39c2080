#pragma once
#include <stddef.h>

// The tables of the page model as text, and the number of their bytes. PageModel.swift, TextWords.swift
// and BlockModel.swift tell their form; Training/articles/train writes them.

/// The weights of class words.
const void *page_model_class_words(void);
size_t page_model_class_words_size(void);
/// The weights of the text's own words.
const void *page_model_text_words(void);
size_t page_model_text_words_size(void);
/// The trees over a block's numbers.
const void *page_model_trees(void);
size_t page_model_trees_size(void);
