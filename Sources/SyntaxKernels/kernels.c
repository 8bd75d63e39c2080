int verbale_kernels_placeholder(void) { return 0; }
