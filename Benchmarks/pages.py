"""Times trafilatura, resiliparse and turbohtml on a page set and writes what they extract, for
compare-pages: pages.py SET NAME VERBALE_RATES. Times are the process's own processor seconds; of three
rounds the fastest counts, as `verbale-gold page-speed` has it."""
import gzip, json, pathlib, sys, time

import trafilatura
import turbohtml
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from resiliparse.parse.html import HTMLTree


def with_trafilatura(page, url):
    found = trafilatura.bare_extraction(page, url=url, with_metadata=True)
    found = found.as_dict() if found else {}
    return {key: found.get(key) for key in ("text", "title", "author", "date")}


def with_resiliparse(page, url):
    tree = HTMLTree.parse(bytes_to_str(page, detect_encoding(page)))
    return {"text": extract_plain_text(tree, main_content=True, alt_texts=False), "title": tree.title}


def with_turbohtml(page, url):
    article = turbohtml.parse(page).article()
    return {"text": article.text, "title": article.title, "author": article.byline,
            "date": article.date}


ROUNDS = 3


def run(tool, pages, label):
    """What a tool extracts from all pages, and the processor seconds it takes."""
    start, results = time.process_time(), []
    for id, url, page in pages:
        try:
            results.append(tool(page, url))
        except Exception as error:  # a page that breaks a tool counts as empty
            print(f"{label}: {id}: {error!r}", file=sys.stderr)
            results.append({"text": ""})
    return results, time.process_time() - start


def main():
    folder, name, rates = sys.argv[1:]
    pages = []
    for line in open(pathlib.Path(folder) / "gold.jsonl", encoding="utf-8"):
        gold = json.loads(line)
        path = pathlib.Path(folder) / "html" / f"{gold['id']}.html"
        page = path.read_bytes() if path.exists() else gzip.open(f"{path}.gz").read()
        pages.append((gold["id"], gold.get("url"), page))
    size = sum(len(page) for _, _, page in pages) / 1e6
    summary = open(rates, encoding="utf-8").read().strip()
    print("verbale", summary.replace("\n", "\nverbale "))
    own = float(summary.split("reading: ")[1].split(" pages, ")[1].split(" pages/s")[0])
    for tool in (with_trafilatura, with_resiliparse, with_turbohtml):
        label = tool.__name__.removeprefix("with_")
        run(tool, pages[:1], label)
        rounds = [run(tool, pages, label) for _ in range(ROUNDS)]
        spent = min(seconds for _, seconds in rounds)
        with open(f"{name}.{label}.jsonl", "w", encoding="utf-8") as out:
            for (id, _, _), found in zip(pages, rounds[0][0]):
                print(json.dumps({"id": id, **found}, ensure_ascii=False), file=out)
        rate = len(pages) / spent
        print(f"{label}: {len(pages)} pages, {rate:.1f} pages/s, {size / spent:.1f} MB/s of one core; "
              f"verbale is {own / rate:.1f} times as fast")


main()
