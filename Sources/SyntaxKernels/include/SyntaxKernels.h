int verbale_kernels_placeholder(void);
