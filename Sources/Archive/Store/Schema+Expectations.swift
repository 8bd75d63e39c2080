extension Schema {
  /// The outcome ledger: what was planned, expected or denied, and what came of it.
  static let expectations = """
    CREATE TABLE expectation (
      document INTEGER NOT NULL,
      event INTEGER NOT NULL,
      -- The day of the report that tells it; '' where unknown.
      since TEXT NOT NULL,
      -- When it is to happen, inclusive; absent where nothing settles it.
      first_day TEXT,
      last_day TEXT,
      -- A denied event waits for no day.
      denied INTEGER NOT NULL CHECK (denied IN (0, 1)),
      -- The later report that settled it.
      outcome TEXT CHECK (outcome IN ('happened', 'cancelled', 'denied')),
      by_document INTEGER,
      by_event INTEGER,
      -- Why the two are held for one, as JSON.
      why TEXT,
      PRIMARY KEY (document, event),
      FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE,
      FOREIGN KEY (by_document, by_event) REFERENCES event (document, number),
      CHECK ((outcome IS NULL) = (by_document IS NULL)),
      CHECK ((outcome IS NULL) = (by_event IS NULL))
    ) WITHOUT ROWID;
    -- How a line stands, in the order in which such lines are listed.
    CREATE INDEX expectation_open ON expectation (denied, last_day, document, event)
      WHERE outcome IS NULL;
    CREATE INDEX expectation_settled ON expectation (outcome, last_day, document, event)
      WHERE outcome IS NOT NULL;
    CREATE INDEX expectation_by_closer ON expectation (by_document) WHERE by_document IS NOT NULL;
    """
}
