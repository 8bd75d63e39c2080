import Records

extension Schema {
  /// Documents, their texts, inputs and versions, the ledger, and the words to search.
  static let documents = """
    -- What packed bytes may refer back to.
    CREATE TABLE dictionary (
      name TEXT NOT NULL PRIMARY KEY,
      bytes BLOB NOT NULL
    ) WITHOUT ROWID;

    -- What the archive learned from its first documents, up to `last`, to pack all others better.
    CREATE TABLE learned (
      generation INTEGER PRIMARY KEY AUTOINCREMENT,
      last INTEGER NOT NULL,
      texts BLOB NOT NULL,
      records BLOB NOT NULL
    );

    -- One report, whatever becomes of its page; the facts are those of its newest version.
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      -- Its address, else the id or path it was given under, else its hash: the same address with
      -- other bytes is a new version.
      address TEXT NOT NULL,
      -- The first eight bytes of its SHA-256, by which it is looked up: no index repeats it.
      address_key INTEGER NOT NULL UNIQUE,
      -- '=' in the place of what is the same as the address.
      source TEXT,
      url TEXT,
      title TEXT,
      -- ISO 8601; '' where unknown, so that the index orders them last.
      published TEXT NOT NULL,
      language TEXT,
      state TEXT NOT NULL CHECK (state IN ('whole', 'partial', 'removed')),
      -- The number of its newest version.
      version INTEGER NOT NULL CHECK (version >= 1),
      -- The numbers of the actors that appear in it, packed as a set.
      actors BLOB
    );
    CREATE INDEX document_by_day ON document (published DESC, id DESC);

    -- A document's text; versions with the same text share it.
    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      body BLOB NOT NULL
    );
    CREATE UNIQUE INDEX text_once ON text (document, substr(sha256, 1, 8));

    -- What came in, to be read again. A plain text in UTF-8 is its own text and has no page.
    CREATE TABLE input (
      id INTEGER PRIMARY KEY,
      -- SHA-256 of the bytes, and of all that was given with them and decides the reading (the first
      -- half of it).
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      format TEXT NOT NULL CHECK (format IN ('text', 'html')),
      given_id TEXT,
      -- '=' in the place of what is the same as the document's address.
      source TEXT,
      url TEXT,
      published TEXT,
      title TEXT,
      -- The day for a report that doesn't tell its own.
      fallback_day TEXT,
      raw INTEGER NOT NULL CHECK (raw IN (0, 1)),
      -- The encoding as the sender told it, and what was wrong with the bytes, as JSON.
      encoding TEXT,
      reasons TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      page BLOB
    );
    CREATE UNIQUE INDEX input_once ON input (fingerprint, ifnull(fallback_day, ''));
    CREATE INDEX input_by_bytes ON input (substr(sha256, 1, 8));
    CREATE INDEX input_by_document ON input (document);

    -- One reading of one input. `id` is the sequence of ingest and never used twice.
    CREATE TABLE version (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      cause TEXT NOT NULL CHECK (cause IN ('new', 'changed', 'reread')),
      input INTEGER REFERENCES input,
      text INTEGER REFERENCES text,
      reader INTEGER NOT NULL REFERENCES term,
      model INTEGER NOT NULL REFERENCES term,
      -- The record in columns without its text, packed; absent once the document was taken down.
      record BLOB,
      at TEXT NOT NULL,
      UNIQUE (document, number)
    );

    -- A text that was removed on demand.
    CREATE TABLE tombstone (
      document INTEGER NOT NULL PRIMARY KEY REFERENCES document,
      -- The hashes of all removed inputs, as JSON.
      sha256 TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      at TEXT NOT NULL
    );

    -- Every input that was ever given has its line; the same input given again has the same.
    CREATE TABLE ledger (
      id INTEGER PRIMARY KEY,
      -- Eight bytes of the SHA-256 of all that tells one line from another.
      key INTEGER NOT NULL UNIQUE,
      -- '=' in the place of the document's address.
      source TEXT,
      -- '=' in the place of the hash.
      record_id TEXT,
      state TEXT NOT NULL CHECK (state IN \(values(of: DocumentState.self))),
      reasons TEXT NOT NULL,
      message TEXT,
      bytes INTEGER,
      sha256 BLOB,
      url TEXT,
      -- For a record of a web archive: its place in the archive's file.
      first_byte INTEGER,
      stored INTEGER,
      document INTEGER REFERENCES document,
      at TEXT NOT NULL
    );
    -- Most inputs are read whole: the others are found and counted without them.
    CREATE INDEX ledger_short ON ledger (state, id) WHERE state <> 'whole';
    CREATE INDEX ledger_by_document ON ledger (document) WHERE document IS NOT NULL;

    -- The words of each document's newest version. Texts lie packed, so the index holds no copy;
    -- whoever changes a document gives the old words back to have them removed. The text stands in
    -- the first column, whose places FTS5 keeps without naming it.
    CREATE VIRTUAL TABLE report_words USING fts5 (
      body, title, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
    );
    """
}
