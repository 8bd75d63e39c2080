extension Schema {
  /// What sites told of the pages that were fetched, so that only changes are asked for.
  static let visits = """
    CREATE TABLE visit (
      address TEXT NOT NULL PRIMARY KEY CHECK (address <> ''),
      -- Where the address led; the tokens are those of this one.
      location TEXT,
      entity_tag TEXT,
      modified TEXT,
      at TEXT NOT NULL
    ) WITHOUT ROWID;
    """
}
