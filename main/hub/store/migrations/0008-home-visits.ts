/** 上门服务: one row hangs on one line of the register. */
export const homeVisits = `
CREATE TABLE home_visit (
  inquiry_id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  asked_day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('asked', 'dispatched', 'visited', 'ended', 'cancelled')),
  visitor_id TEXT,
  appointment_at INTEGER,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  -- From the dispatch on somebody goes, and none ends without a report.
  CHECK (status IN ('asked', 'cancelled') OR (visitor_id IS NOT NULL AND appointment_at IS NOT NULL)),
  CHECK (status NOT IN ('visited', 'ended') OR body ->> '$.report' IS NOT NULL)
) STRICT;
CREATE INDEX open_home_visits ON home_visit (status) WHERE status IN ('asked', 'dispatched', 'visited');
CREATE INDEX home_visits_by_appointment ON home_visit (appointment_at) WHERE appointment_at IS NOT NULL;
CREATE INDEX home_visits_asked_on ON home_visit (asked_day);

-- Beside the journal, as that of a handling slip.
CREATE TABLE visit_signature (
  inquiry_id INTEGER PRIMARY KEY,
  cipher BLOB NOT NULL
) STRICT;
`
