#include "EnglishModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// #embed rather than .incbin: the path is found beside this file, and the compiler's dependency
// list names it, so that a new model is built in.
_Alignas(64) static const unsigned char model[] = {
#embed "english.model"
};

_Alignas(64) static const unsigned char fast[] = {
#embed "fast.model"
};

static const signed char sentences[] = {
#embed "sentences.weights"
};

const void *english_model_bytes(void) { return model; }
size_t english_model_size(void) { return sizeof model; }
const void *english_fast_model_bytes(void) { return fast; }
size_t english_fast_model_size(void) { return sizeof fast; }
const signed char *english_sentence_weights(void) { return sentences; }
size_t english_sentence_weights_count(void) { return sizeof sentences; }
