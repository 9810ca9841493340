-- The facts are the truth: they are added, never changed. Everything below them is a cache that can be thrown away and rebuilt.

CREATE TABLE fact (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  command TEXT NOT NULL,
  opportunity TEXT,
  day TEXT NOT NULL,
  time TEXT,
  zone TEXT NOT NULL,
  east INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  checksum TEXT NOT NULL,
  contact TEXT GENERATED ALWAYS AS (data ->> '$.contact') VIRTUAL,
  at_company TEXT GENERATED ALWAYS AS (CASE WHEN opportunity IS NULL THEN data ->> '$.company' END) VIRTUAL
) STRICT;
CREATE INDEX fact_opportunity ON fact (opportunity);
CREATE INDEX fact_contact ON fact (contact, opportunity) WHERE contact IS NOT NULL;
CREATE INDEX fact_company ON fact (at_company) WHERE at_company IS NOT NULL;
CREATE INDEX fact_retraction ON fact (kind) WHERE kind = 'retracted';

-- Open only inside the transaction of "forget".
CREATE TABLE door (open INTEGER PRIMARY KEY CHECK (open = 1)) STRICT;
CREATE TRIGGER fact_stays BEFORE DELETE ON fact WHEN NOT EXISTS (SELECT 1 FROM door)
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER fact_fixed BEFORE UPDATE ON fact WHEN NOT EXISTS (SELECT 1 FROM door)
BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER fact_unique BEFORE INSERT ON fact WHEN EXISTS (SELECT 1 FROM fact WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('rules_hash', '');

-- Facts that are taken back now (fact.seq).
CREATE TABLE retracted (fact INTEGER PRIMARY KEY) STRICT;

-- seq: of the fact that opened it; given: the handle in that fact; agenda: a digest of its rows there.
CREATE TABLE opportunity (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  handle TEXT NOT NULL UNIQUE,
  given TEXT NOT NULL,
  company TEXT NOT NULL,
  company_folded TEXT NOT NULL,
  role TEXT,
  closed INTEGER NOT NULL,
  tags TEXT NOT NULL,
  priority INTEGER,
  opened TEXT NOT NULL,
  people TEXT NOT NULL,
  outlook TEXT NOT NULL,
  agenda TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_listed ON opportunity (closed, handle);
CREATE INDEX opportunity_company ON opportunity (company_folded);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_folded ON contact (folded);
CREATE INDEX contact_email ON contact (email) WHERE email IS NOT NULL;

CREATE TABLE contact_opportunity (
  contact TEXT NOT NULL,
  opportunity INTEGER NOT NULL,
  PRIMARY KEY (contact, opportunity)
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_contact ON contact_opportunity (opportunity);

-- Words of companies and of people's names, folded, for references.
CREATE TABLE word (
  word TEXT NOT NULL,
  opportunity INTEGER NOT NULL,
  PRIMARY KEY (word, opportunity)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_opportunity ON word (opportunity);

-- shelf: 0 to 9 = due for good, by rank; 10 upcoming, 11 waiting, 12 resting, each gone by the day in key; 20 = all others, found by until_at.
CREATE TABLE agenda (
  opportunity INTEGER NOT NULL,
  place INTEGER NOT NULL,
  zone TEXT NOT NULL,
  shelf INTEGER NOT NULL,
  list TEXT NOT NULL,
  rank INTEGER NOT NULL,
  key TEXT NOT NULL,
  handle TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (opportunity, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_shelf ON agenda (zone, shelf, key, handle, from_at, until_at);
CREATE INDEX agenda_rest ON agenda (zone, list, until_at, from_at) WHERE shelf = 20;
CREATE INDEX agenda_silent ON agenda (zone, until_at, from_at) WHERE state = 'silent';

CREATE VIRTUAL TABLE search USING fts5 (text, kind UNINDEXED, opportunity UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');

-- What reminders have said: neither truth nor cache. Without it, what is due is said once more. No name is kept here.
CREATE TABLE reminder_run (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  said INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  fault TEXT
) STRICT;
CREATE TABLE reminded (
  day TEXT NOT NULL,
  opportunity TEXT NOT NULL,
  mark TEXT NOT NULL,
  run INTEGER NOT NULL,
  PRIMARY KEY (day, opportunity, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminded_run ON reminded (run);
