import GRDB

extension RecordsDatabase {
    /// What the database holds, from the first version on; a step that was once released is never changed.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 clients, photos, measurements") { database in
            try database.execute(sql: firstTables)
        }
        return migrator
    }

    /// The tables of the first version.
    ///
    /// `client.name` is the client's id and its folder in the output; `folder` the bytes of its folder's name in the
    /// input. `inputKey` tells all that the results rest on, `pageKey` what the published pages rest on; it is missing
    /// until all files are in their place. Measurements of earlier methods stay for the history.
    private static let firstTables = """
        CREATE TABLE client (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          folder BLOB NOT NULL,
          isPresent INTEGER NOT NULL DEFAULT 1,
          inputKey TEXT NOT NULL,
          pageKey TEXT,
          method TEXT NOT NULL,
          summary BLOB NOT NULL,
          overview BLOB NOT NULL,
          tableRows TEXT NOT NULL,
          report BLOB NOT NULL
        );
        CREATE TABLE session (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          date TEXT NOT NULL,
          technique TEXT, needle TEXT, pigment TEXT, practitioner TEXT,
          PRIMARY KEY (client, number)
        ) WITHOUT ROWID;
        CREATE TABLE symptom (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          date TEXT NOT NULL,
          itching REAL, tenderness REAL, note TEXT,
          PRIMARY KEY (client, number)
        ) WITHOUT ROWID;
        CREATE TABLE note (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          date TEXT, photo TEXT, text TEXT NOT NULL,
          PRIMARY KEY (client, number)
        ) WITHOUT ROWID;
        CREATE TABLE photo (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          file BLOB NOT NULL,
          size INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          sha256 TEXT NOT NULL,
          taken TEXT, dateSource TEXT, error TEXT,
          PRIMARY KEY (client, file)
        ) WITHOUT ROWID;
        CREATE INDEX photoByContent ON photo (sha256);
        CREATE TABLE measurement (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          photo TEXT NOT NULL,
          method TEXT NOT NULL,
          measure TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          taken TEXT, day REAL, stage TEXT, view TEXT, session TEXT,
          value REAL, standardError REAL, unit TEXT,
          expectedLow REAL, expectedMedian REAL, expectedHigh REAL, status TEXT, reason TEXT,
          PRIMARY KEY (client, photo, method, measure)
        ) WITHOUT ROWID;
        CREATE TABLE finding (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          code TEXT NOT NULL, photo TEXT, day REAL, severity TEXT NOT NULL, message TEXT NOT NULL,
          evidence TEXT NOT NULL,
          PRIMARY KEY (client, number)
        ) WITHOUT ROWID;
        CREATE TABLE picture (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          bytes BLOB NOT NULL,
          PRIMARY KEY (client, number)
        );
        CREATE TABLE file (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          number INTEGER NOT NULL,
          name TEXT NOT NULL,
          bytes BLOB NOT NULL,
          PRIMARY KEY (client, number)
        );
        CREATE TABLE published (
          client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
          name TEXT NOT NULL,
          size INTEGER NOT NULL,
          PRIMARY KEY (client, name)
        ) WITHOUT ROWID;
        CREATE TABLE survey (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          sha256 TEXT NOT NULL,
          size INTEGER NOT NULL,
          used INTEGER NOT NULL,
          bytes BLOB NOT NULL,
          preview BLOB NOT NULL
        );
        CREATE INDEX surveyByContent ON survey (sha256);
        CREATE INDEX surveyByUse ON survey (used);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """
}
