extension Schema {
  /// Reports of the same events, grouped; copies of one text told from independent reports.
  static let stories = """
    -- A story is named by the first of its reports that came in.
    CREATE TABLE telling (
      document INTEGER NOT NULL PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      story INTEGER NOT NULL REFERENCES document,
      -- The report that it copies, as agencies' customers do; itself where it is its own.
      original INTEGER NOT NULL REFERENCES document,
      why TEXT NOT NULL
    );
    CREATE INDEX telling_by_story ON telling (story);
    -- The reports that joined a story of another.
    CREATE INDEX telling_joined ON telling (story) WHERE story <> document;
    CREATE INDEX telling_by_original ON telling (original);

    -- Bands of a text's minhash: texts that share one may be copies. Whoever takes a document out
    -- reckons its hashes again.
    CREATE TABLE shingle_band (
      hash INTEGER NOT NULL,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      PRIMARY KEY (hash, document)
    ) WITHOUT ROWID;
    -- Type, two parties and day of an event: reports that share them may tell the same.
    CREATE TABLE event_key (
      hash INTEGER NOT NULL,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      PRIMARY KEY (hash, document)
    ) WITHOUT ROWID;
    """
}
