extension Schema {
  /// Saved queries, what they found, and where that is to go.
  static let follows = """
    CREATE TABLE follow (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      query TEXT NOT NULL,
      -- The sequence of ingest up to which it has looked.
      seen INTEGER NOT NULL,
      at TEXT NOT NULL
    );

    -- What a follow found; a line of a document is found once, whatever later readings make of it.
    CREATE TABLE follow_item (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      follow INTEGER NOT NULL REFERENCES follow ON DELETE CASCADE,
      document INTEGER NOT NULL REFERENCES document,
      key TEXT NOT NULL,
      -- The item as JSON; absent once the document was taken down.
      hit TEXT,
      at TEXT NOT NULL,
      UNIQUE (follow, document, key)
    );

    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      follow INTEGER NOT NULL REFERENCES follow ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('atom', 'json', 'digest', 'mail', 'webhook')),
      target TEXT NOT NULL,
      -- The key of a webhook's signature, or `file:` and the path of the file that holds it; or the
      -- command that sends a mail.
      setting TEXT,
      -- The last item that arrived.
      done INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      next_try TEXT,
      error TEXT,
      UNIQUE (follow, kind, target)
    );
    """
}
