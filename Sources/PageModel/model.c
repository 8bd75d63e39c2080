#include "PageModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char class_words[] = {
#embed "class_words.tsv"
};

static const unsigned char text_words[] = {
#embed "text_words.tsv"
};

static const unsigned char trees[] = {
#embed "block_model.tsv"
};

const void *page_model_class_words(void) { return class_words; }
size_t page_model_class_words_size(void) { return sizeof class_words; }
const void *page_model_text_words(void) { return text_words; }
size_t page_model_text_words_size(void) { return sizeof text_words; }
const void *page_model_trees(void) { return trees; }
size_t page_model_trees_size(void) { return sizeof trees; }
