import Records

extension Schema {
  /// The lines of each document's newest version, as far as they are searched; the rest of a line
  /// stands in its record. `number` is the place of the line in the record, from 1.
  static let lines = """
    -- The values of closed and open vocabularies, so that a line holds a small number.
    CREATE TABLE term (
      id INTEGER PRIMARY KEY,
      vocabulary TEXT NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (vocabulary, name)
    );

    -- Somebody, across documents.
    CREATE TABLE actor (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- Kind, folded name and what else tells one from another; see ActorKey.
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN \(values(of: ActorKind.self))),
      country TEXT,
      -- Whom people decided this actor to be; absent for itself.
      same_as INTEGER REFERENCES actor
    );
    CREATE INDEX actor_by_country ON actor (country) WHERE country IS NOT NULL;
    CREATE INDEX actor_by_identity ON actor (same_as) WHERE same_as IS NOT NULL;

    CREATE TABLE actor_name (
      id INTEGER PRIMARY KEY,
      actor INTEGER NOT NULL REFERENCES actor,
      name TEXT NOT NULL,
      UNIQUE (actor, name)
    );
    CREATE VIRTUAL TABLE actor_words USING fts5 (
      name, content='actor_name', content_rowid='id', columnsize=0,
      tokenize='unicode61 remove_diacritics 2'
    );

    -- An actor of a record.
    CREATE TABLE appearance (
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      number INTEGER NOT NULL,
      actor INTEGER NOT NULL REFERENCES actor,
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE INDEX appearance_by_actor ON appearance (actor);

    CREATE TABLE role (
      document INTEGER NOT NULL,
      appearance INTEGER NOT NULL,
      title TEXT NOT NULL,
      PRIMARY KEY (document, appearance, title),
      FOREIGN KEY (document, appearance) REFERENCES appearance ON DELETE CASCADE
    ) WITHOUT ROWID;

    -- Who says what; the span covers source, cue and content.
    CREATE TABLE attribution (
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      number INTEGER NOT NULL,
      speaker INTEGER REFERENCES actor,
      form INTEGER NOT NULL REFERENCES term,
      source_kind INTEGER NOT NULL REFERENCES term,
      kind INTEGER NOT NULL REFERENCES term,
      channel INTEGER REFERENCES term,
      start INTEGER NOT NULL CHECK (start >= 0),
      stop INTEGER NOT NULL CHECK (stop >= start),
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE INDEX attribution_by_speaker ON attribution (speaker) WHERE speaker IS NOT NULL;
    CREATE INDEX attribution_by_channel ON attribution (channel) WHERE channel IS NOT NULL;

    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      country TEXT,
      lat REAL,
      lon REAL
    );
    CREATE UNIQUE INDEX place_once
      ON place (name, ifnull(country, ''), ifnull(lat, 999), ifnull(lon, 999));
    CREATE INDEX place_by_country ON place (country) WHERE country IS NOT NULL;
    CREATE VIRTUAL TABLE place_words USING fts5 (
      name, content='place', content_rowid='id', columnsize=0,
      tokenize='unicode61 remove_diacritics 2'
    );

    -- Who did what to whom.
    CREATE TABLE event (
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      number INTEGER NOT NULL,
      type INTEGER NOT NULL REFERENCES term,
      mode INTEGER REFERENCES term,
      status INTEGER NOT NULL REFERENCES term,
      -- Days, ISO 8601, inclusive; absent while open.
      first_day TEXT,
      last_day TEXT,
      place INTEGER REFERENCES place,
      start INTEGER NOT NULL CHECK (start >= 0),
      stop INTEGER NOT NULL CHECK (stop > start),
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE INDEX event_by_kind ON event (type, status);
    CREATE INDEX event_by_status ON event (status, first_day);
    CREATE INDEX event_by_place ON event (place) WHERE place IS NOT NULL;

    -- Who does it (side 0) and to whom (side 1).
    CREATE TABLE party (
      document INTEGER NOT NULL,
      event INTEGER NOT NULL,
      side INTEGER NOT NULL CHECK (side IN (0, 1)),
      actor INTEGER NOT NULL REFERENCES actor,
      -- The event's, so that what one actor did of one type is found at once.
      type INTEGER NOT NULL REFERENCES term,
      status INTEGER NOT NULL REFERENCES term,
      PRIMARY KEY (document, event, side, actor),
      FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX party_by_actor ON party (actor, type, status);

    -- On whose word.
    CREATE TABLE authority (
      document INTEGER NOT NULL,
      event INTEGER NOT NULL,
      attribution INTEGER NOT NULL,
      PRIMARY KEY (document, event, attribution),
      FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE,
      FOREIGN KEY (document, attribution) REFERENCES attribution ON DELETE CASCADE
    ) WITHOUT ROWID;

    -- The words of each line. A row's number is the document's, shifted by 20 bits, with twice the
    -- line's, odd for events; see LineName.
    CREATE VIRTUAL TABLE line_words USING fts5 (
      words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
    );
    """
}
