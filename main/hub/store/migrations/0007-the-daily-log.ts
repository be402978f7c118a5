/** 每日纪律巡查日志: one row a day; the number comes with the closing. */
export const theDailyLog = `
CREATE TABLE discipline_log (
  day TEXT PRIMARY KEY,
  year INTEGER,
  serial INTEGER,
  number TEXT UNIQUE,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  CHECK ((number IS NULL) = (serial IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER closed_log_is_frozen BEFORE UPDATE ON discipline_log
  WHEN old.number IS NOT NULL AND (new.number IS NOT old.number OR new.body -> '$.closed' IS NOT old.body -> '$.closed')
  BEGIN SELECT RAISE(ABORT, 'a closed log is frozen'); END;

-- Beside the journal: whom the ids of a closed log stood for when it was closed.
CREATE TABLE log_names (
  day TEXT PRIMARY KEY,
  names TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
