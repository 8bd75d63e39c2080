"""A word's normal form, shape, hashes, lemma rule: Sources/EnglishModel/FORMAT.md defines them."""

import unicodedata
from functools import lru_cache

SIMPLE_MARKS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2026": "..."}
)
SHAPE_LENGTH = 10
LONGEST_RUN = 3
GRAM_SIZES = (3, 4, 5)
MOST_GRAMS = 24


def normal_form(form: str) -> str:
    return form.translate(SIMPLE_MARKS)


def lower(form: str) -> str:
    return "".join(scalar.lower() for scalar in form)


def shape(form: str) -> str:
    result = ""
    for scalar in form:
        category = unicodedata.category(scalar)
        kind = {"Lu": "X", "Lt": "X", "Ll": "x", "Nd": "d"}.get(category, scalar)
        if result.endswith(kind * LONGEST_RUN):
            continue
        result += kind
        if len(result) == SHAPE_LENGTH:
            break
    return result


@lru_cache(maxsize=None)
def fnv1a(text: str) -> int:
    value = 0xCBF29CE484222325
    for byte in text.encode("utf8"):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def bucket(text: str, buckets: int) -> int:
    return fnv1a(text) % buckets + 1


def grams(low: str) -> list[str]:
    marked = f"<{low}>"
    found = [marked[i : i + n] for n in GRAM_SIZES for i in range(len(marked) - n + 1)]
    return found[:MOST_GRAMS]


def lemma_rule(form: str, lemma: str) -> str:
    """The rule that makes `lemma` out of `form`; `apply_lemma_rule` undoes it."""
    form, lemma = normal_form(form), normal_form(lemma)
    low, low_lemma = lower(form), lower(lemma)
    same = 0
    while same < min(len(low), len(low_lemma)) and low[same] == low_lemma[same]:
        same += 1
    if same == 0:
        return "abs:" + lemma
    edit = f"{len(low) - same}+{low_lemma[same:]}"
    for case in "k" if lemma == low_lemma else "TK":
        if apply_lemma_rule(form, f"{case}-{edit}") == lemma:
            return f"{case}-{edit}"
    kept = 0
    while kept < min(len(form), len(lemma)) and form[kept] == lemma[kept]:
        kept += 1
    return f"K-{len(form) - kept}+{lemma[kept:]}" if kept else "abs:" + lemma


def apply_lemma_rule(form: str, rule: str) -> str:
    form = normal_form(form)
    if rule.startswith("abs:"):
        return rule[4:]
    count, addition = rule[2:].split("+", 1)
    word = form if rule[0] == "K" else lower(form)
    result = word[: max(0, len(word) - int(count))] + addition
    return result[:1].upper() + result[1:] if rule[0] == "T" else result
