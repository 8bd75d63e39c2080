#!/usr/bin/env python3
"""Enlarges an archive of made reports: enlarge_archive.py ARCHIVE COUNT PROGRAM

`archive make` keeps each report in a transaction of its own, which for 100,000 takes an hour of
processor time. This lays the first reports out once more, three days later and under other addresses,
until there are COUNT: documents, records, lines, actors that one report knows, words. What came of
expected events is copied, not looked for, so that the outcomes are those of the smaller archive.
PROGRAM is the built `archive`, which gives the texts (`archive texts COUNT`)."""

import json
import sqlite3
import subprocess
import sys

path, count, program = sys.argv[1], int(sys.argv[2]), sys.argv[3]
base = sqlite3.connect(path, isolation_level=None)
for setting in ["foreign_keys = off", "synchronous = off", "cache_size = -600000", "temp_store = memory"]:
    base.execute(f"PRAGMA {setting}")


def one(sql):
    return base.execute(sql).fetchone()[0]


there = one("SELECT count(*) FROM document")
for table in ["document", "text", "version", "input"]:
    if one(f"SELECT max(id) FROM {table}") != there:
        sys.exit(f"{path}: not an archive as `archive make` leaves it")
copies = count - there
if not 0 < copies <= there:
    sys.exit(f"{path} has {there} reports; COUNT may be up to twice as many")
actors, lines = one("SELECT max(id) FROM actor"), one("SELECT max(id) FROM ledger")


def shifted(column, by=there):
    return f"{column} + {by}"


def later(column):
    return f"date({column}, '+3 days')"


def actor(column):
    """The copy of an actor that one report knows; a shared one stays who it is."""
    home = f"(SELECT home FROM actor WHERE actor.id = {column})"
    return f"iif({home} IS NULL, {column}, {column} + {actors})"


def party(column):
    return (
        f"(SELECT group_concat({actor('named.value')}) FROM json_each('[' || event.{column} || ']') AS named)"
    )


def copied(column):
    return f"iif({column} <= {copies}, {column} + {there}, {column})"


def other(column):
    """Another number of eight bytes."""
    return f"{column} / 2 + 1234567"


changes = {
    "document": {
        "id": shifted("id"),
        "address": "address || '#again'",
        "address_key": other("address_key"),
        "published": later("published"),
    },
    "text": {"id": shifted("id")},
    "input": {"id": shifted("id"), "fingerprint": "randomblob(16)", "sha256": "randomblob(32)"},
    "version": {"id": shifted("id"), "input": shifted("input"), "text": shifted("text")},
    "ledger": {"id": shifted("id", lines), "key": other("key")},
    "actor": {"id": shifted("id", actors), "home": shifted("home")},
    "shared_appearance": {},
    "role": {"actor": actor("role.actor")},
    "attribution": {"speaker": actor("attribution.speaker")},
    "event": {
        "doers": party("doers"),
        "recipients": party("recipients"),
        "first_day": later("first_day"),
        "last_day": later("last_day"),
    },
    "authority": {},
    "party": {"day": "day + 3"},
    "expectation": {
        "since": later("since"),
        "first_day": later("first_day"),
        "last_day": later("last_day"),
        "by_document": copied("by_document"),
    },
    "telling": {"story": copied("story"), "original": copied("original")},
    "shingle_band": {"hash": other("hash")},
    "event_key": {"hash": other("hash")},
}
base.execute("BEGIN")
for table, change in changes.items():
    columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
    if "document" in columns:
        change["document"] = shifted("document")
    owner = {"document": "id", "actor": "home"}.get(table, "document")
    values = ", ".join(change.get(name, name) for name in columns)
    base.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {owner} <= {copies}"
    )
base.execute(
    """UPDATE actor SET reports = (SELECT count(*) FROM shared_appearance WHERE actor = actor.id)
    WHERE key IS NOT NULL AND same_as IS NULL"""
)
base.execute("COMMIT")
texts = subprocess.Popen([program, "texts", str(copies)], stdout=subprocess.PIPE, text=True)
base.execute("BEGIN")
for number, line in enumerate(texts.stdout, 1):
    base.execute(
        "INSERT INTO report_words (rowid, title, body) VALUES (?, ?, ?)", (number + there, *json.loads(line))
    )
    if number % 5000 == 0:
        base.execute("COMMIT")
        base.execute("BEGIN")
base.execute("COMMIT")
base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(f"{one('SELECT count(*) FROM document')} reports")
