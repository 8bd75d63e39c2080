int verbale_model_placeholder(void) { return 0; }
