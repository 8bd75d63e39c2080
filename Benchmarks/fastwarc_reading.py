"""Reads web archives with FastWARC and prints what `warc` prints: fastwarc_reading.py FILE…"""

import resource
import sys

from fastwarc.warc import ArchiveIterator, WarcRecordType


def seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


for path in sys.argv[1:]:
    start = seconds()
    records = pages = size = 0
    for record in ArchiveIterator(path, parse_http=True):
        records += 1
        size += record.content_length
        if record.record_type == WarcRecordType.response and record.http_headers.status_code == 200:
            pages += 1
    used = seconds() - start
    print(f"FastWARC: {records} records, {pages} pages, {size} bytes, {used:.3f} s, {size / 1e6 / used:.0f} MB/s")
