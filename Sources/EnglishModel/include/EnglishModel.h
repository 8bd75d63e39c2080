int verbale_model_placeholder(void);
