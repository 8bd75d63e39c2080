extension Schema {
  /// What people decided, beside what the machine recorded: added to, never written over.
  static let decisions = """
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      verdict TEXT NOT NULL
        CHECK (verdict IN ('confirm', 'correct', 'reject', 'note', 'merge', 'split', 'undo')),
      document INTEGER REFERENCES document,
      -- What a correction puts in the place of what.
      field TEXT,
      machine TEXT,
      value TEXT,
      -- Who is merged into whom, or split off.
      actor INTEGER REFERENCES actor,
      other_actor INTEGER REFERENCES actor,
      -- The decision that is taken back.
      undoes INTEGER UNIQUE REFERENCES decision,
      who TEXT NOT NULL CHECK (who <> ''),
      why TEXT,
      at TEXT NOT NULL,
      CHECK ((verdict = 'correct') = (field IS NOT NULL)),
      CHECK ((verdict = 'undo') = (undoes IS NOT NULL)),
      CHECK ((verdict IN ('merge', 'split')) = (actor IS NOT NULL))
    );
    CREATE INDEX decision_by_document ON decision (document, id);
    CREATE TRIGGER decision_stays BEFORE DELETE ON decision
      BEGIN SELECT raise(ABORT, 'a decision is never deleted'); END;
    CREATE TRIGGER decision_stands BEFORE UPDATE
      OF id, verdict, document, field, actor, other_actor, undoes, who, at ON decision
      BEGIN SELECT raise(ABORT, 'a decision is never changed'); END;
    -- Words of a report that was taken down may go, and nothing may come in their place.
    CREATE TRIGGER decision_words_stand BEFORE UPDATE OF machine, value, why ON decision
      WHEN NEW.machine IS NOT NULL OR NEW.value IS NOT NULL OR NEW.why IS NOT NULL
      BEGIN SELECT raise(ABORT, 'a decision is never changed'); END;

    -- The line that a decision speaks of, by its words: where it stands in the newest reading.
    CREATE TABLE attachment (
      decision INTEGER NOT NULL PRIMARY KEY REFERENCES decision,
      document INTEGER NOT NULL REFERENCES document,
      kind TEXT NOT NULL CHECK (kind IN ('attribution', 'event')),
      -- The line as it was decided about, as JSON; absent once the document was taken down.
      words TEXT,
      -- Its number in the newest reading; absent where no line has its words any more.
      number INTEGER
    );
    CREATE INDEX attachment_by_line ON attachment (document, kind, number);

    -- Reports in which the bearer of a shared name is somebody else.
    CREATE TABLE split (
      document INTEGER NOT NULL REFERENCES document,
      key TEXT NOT NULL,
      decision INTEGER NOT NULL REFERENCES decision,
      PRIMARY KEY (document, key)
    ) WITHOUT ROWID;
    """
}
