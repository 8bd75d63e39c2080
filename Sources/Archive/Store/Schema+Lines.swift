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

    -- A name as reports write it; any number of actors bear it. It is looked up by its hash, so that
    -- no index holds it a second time.
    CREATE TABLE name (
      id INTEGER PRIMARY KEY,
      hash INTEGER NOT NULL,
      name TEXT NOT NULL
    );
    CREATE INDEX name_by_hash ON name (hash);
    CREATE VIRTUAL TABLE name_words USING fts5 (
      name, content='name', content_rowid='id', columnsize=0,
      tokenize='unicode61 remove_diacritics 2'
    );

    -- Somebody: across documents where the name tells who it is, else in the one document.
    CREATE TABLE actor (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- By what other reports find it; see ActorKey.
      key TEXT,
      -- The one document that knows an actor without a key.
      home INTEGER REFERENCES document,
      name INTEGER NOT NULL REFERENCES name,
      kind INTEGER NOT NULL REFERENCES term,
      country TEXT,
      -- Whom people decided this actor to be; absent for itself.
      same_as INTEGER REFERENCES actor,
      -- In how many documents it appears, with those that people decided it to be.
      reports INTEGER NOT NULL DEFAULT 0 CHECK (reports >= 0),
      -- Whether the newest reading of its home has it; one that is gone may come back.
      present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),
      CHECK ((key IS NULL) <> (home IS NULL))
    );
    CREATE UNIQUE INDEX actor_by_key ON actor (key) WHERE key IS NOT NULL;
    CREATE INDEX actor_by_name ON actor (name, home);
    CREATE INDEX actor_by_reports ON actor (reports DESC, id) WHERE reports > 1;
    CREATE INDEX actor_by_country ON actor (country) WHERE country IS NOT NULL;
    CREATE INDEX actor_by_identity ON actor (same_as) WHERE same_as IS NOT NULL;

    -- The further names of an actor.
    CREATE TABLE alias (
      actor INTEGER NOT NULL REFERENCES actor,
      name INTEGER NOT NULL REFERENCES name,
      PRIMARY KEY (actor, name)
    ) WITHOUT ROWID;
    CREATE INDEX alias_by_name ON alias (name);

    -- Where actors that reports share appear. A document names its actors, so that no index by
    -- document is kept.
    CREATE TABLE shared_appearance (
      actor INTEGER NOT NULL REFERENCES actor,
      document INTEGER NOT NULL REFERENCES document,
      PRIMARY KEY (actor, document)
    ) WITHOUT ROWID;
    -- Where any actor appears: most are known to one report, and need no row for that.
    CREATE VIEW appearance (actor, document) AS
      SELECT actor, document FROM shared_appearance
      UNION ALL SELECT id, home FROM actor WHERE home IS NOT NULL AND present;

    CREATE TABLE role (
      actor INTEGER NOT NULL REFERENCES actor,
      document INTEGER NOT NULL REFERENCES document,
      title TEXT NOT NULL,
      PRIMARY KEY (actor, document, title)
    ) WITHOUT ROWID;

    -- How something is said: the few combinations of form, kind of source, and speech or attitude.
    CREATE TABLE manner (
      id INTEGER PRIMARY KEY,
      form INTEGER NOT NULL REFERENCES term,
      source_kind INTEGER NOT NULL REFERENCES term,
      kind INTEGER NOT NULL REFERENCES term,
      UNIQUE (form, source_kind, kind)
    );

    -- Who says what; the span covers source, cue and content. A speaker's lines are found through
    -- the documents in which the speaker appears.
    CREATE TABLE attribution (
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      number INTEGER NOT NULL,
      speaker INTEGER,
      manner INTEGER NOT NULL REFERENCES manner,
      channel INTEGER REFERENCES term,
      start INTEGER NOT NULL CHECK (start >= 0),
      stop INTEGER NOT NULL CHECK (stop >= start),
      -- The words of what is said, by their numbers in the report; see LineWords.
      words BLOB NOT NULL,
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE INDEX attribution_by_channel ON attribution (channel) WHERE channel IS NOT NULL;
    -- A foreign key would want an index by speaker: an actor's own report has all lines of one that
    -- isn't shared, and shared ones are held by their appearances.
    CREATE TRIGGER attribution_speaker BEFORE INSERT ON attribution
      WHEN NEW.speaker IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actor WHERE id = NEW.speaker)
      BEGIN SELECT raise(ABORT, 'FOREIGN KEY: the speaker is no actor'); END;
    CREATE TRIGGER actor_speaks BEFORE DELETE ON actor
      WHEN EXISTS (SELECT 1 FROM attribution WHERE document = OLD.home AND speaker = OLD.id)
      BEGIN SELECT raise(ABORT, 'FOREIGN KEY: the actor is a speaker'); END;

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
      words BLOB NOT NULL,
      -- Who does it, and to whom: the numbers of actors, parted by commas.
      doers TEXT,
      recipients TEXT,
      PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    CREATE INDEX event_by_kind ON event (status, type, mode);
    CREATE INDEX event_by_day ON event (first_day, last_day) WHERE first_day IS NOT NULL;
    CREATE INDEX event_by_place ON event (place) WHERE place IS NOT NULL;

    -- What an actor that reports share does (side 0) and what is done to it (side 1), by type and
    -- status; the event's own row answers for them.
    CREATE TABLE party (
      actor INTEGER NOT NULL REFERENCES actor,
      type INTEGER NOT NULL REFERENCES term,
      status INTEGER NOT NULL REFERENCES term,
      -- The day by which an outcome is looked for, counted from 1970-01-01: of the report, or the
      -- last one on which the event is expected; 0 where nothing tells it.
      day INTEGER NOT NULL,
      document INTEGER NOT NULL,
      event INTEGER NOT NULL,
      side INTEGER NOT NULL CHECK (side IN (0, 1)),
      PRIMARY KEY (actor, type, status, day, document, event, side)
    ) WITHOUT ROWID;
    -- A foreign key would want an index by document.
    CREATE TRIGGER party_event BEFORE INSERT ON party
      WHEN NOT EXISTS
        (SELECT 1 FROM event WHERE document = NEW.document AND number = NEW.event)
      BEGIN SELECT raise(ABORT, 'FOREIGN KEY: the party is of no event'); END;

    -- On whose word.
    CREATE TABLE authority (
      document INTEGER NOT NULL,
      event INTEGER NOT NULL,
      attribution INTEGER NOT NULL,
      PRIMARY KEY (document, event, attribution),
      FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE,
      FOREIGN KEY (document, attribution) REFERENCES attribution ON DELETE CASCADE
    ) WITHOUT ROWID;
    """
}
