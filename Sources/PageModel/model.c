#include "PageModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char blocks[] = {
#embed "block_model.tsv"
};

static const unsigned char words[] = {
#embed "class_words.tsv"
};

const void *page_model_blocks(void) { return blocks; }
size_t page_model_blocks_size(void) { return sizeof blocks; }
const void *page_model_words(void) { return words; }
size_t page_model_words_size(void) { return sizeof words; }
