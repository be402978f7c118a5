/**
 * Rounds of the patrol, violations, and beside the journal their evidence and signatures. A row is the
 * whole object as its fold made it (`body`), with the columns that the invariants and the lists need.
 */
export const patrols = `
CREATE TABLE patrol_round (
  patrol_id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
  ordinal INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (day, half, ordinal)
) STRICT;
CREATE UNIQUE INDEX one_patrol_under_way ON patrol_round (is_open) WHERE is_open = 1;

CREATE TABLE violation (
  violation_id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  code TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed', 'dismissed', 'appealed', 'upheld', 'revoked')),
  is_stated INTEGER NOT NULL,
  -- NULL: by the hub, from what it computed.
  proposed_by TEXT,
  -- One case of one source is proposed once; NULL where there may be several a day.
  source_key TEXT UNIQUE,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX violations_of_day ON violation (day);
CREATE INDEX violations_of_person ON violation (staff_id, day);
CREATE INDEX violations_proposed_by ON violation (proposed_by, day) WHERE proposed_by IS NOT NULL;
CREATE INDEX undecided_violations ON violation (staff_id, status, is_stated) WHERE status IN ('proposed', 'appealed');
CREATE TRIGGER what_was_accused_stays BEFORE UPDATE ON violation
  WHEN new.day <> old.day OR new.staff_id <> old.staff_id OR new.code <> old.code
  BEGIN SELECT RAISE(ABORT, 'what was accused stays'); END;
CREATE TRIGGER violation_stays BEFORE DELETE ON violation
  BEGIN SELECT RAISE(ABORT, 'a violation stays'); END;

-- Beside the journal, because they are personal: sealed files by the SHA-256 that the journal has of
-- them, in the store so that a backup of the store has them too; and who signed.
CREATE TABLE evidence (
  hash TEXT PRIMARY KEY,
  cipher BLOB NOT NULL
) STRICT;
CREATE TABLE violation_signature (
  violation_id INTEGER PRIMARY KEY,
  cipher BLOB NOT NULL
) STRICT;
`
