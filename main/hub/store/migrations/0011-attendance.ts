/** Attendance and leave: punches, stays at windows, since when and until when somebody is of the staff. */
export const attendance = `
CREATE TABLE attendance_punch (
  -- The entry that wrote it.
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  punched_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX punches_of_day ON attendance_punch (day, staff_id);

CREATE TABLE leave (
  leave_id INTEGER PRIMARY KEY,
  staff_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('asked', 'approved', 'refused', 'cancelled')),
  body TEXT NOT NULL,
  CHECK (from_at < to_at)
) STRICT;
CREATE INDEX leave_by_beginning ON leave (from_at, to_at);
CREATE INDEX leave_waiting ON leave (leave_id) WHERE status = 'asked';

-- Who stood at which window from when to when: from the opening or resuming to the pause or closing.
CREATE TABLE post_stay (
  -- The entry that began it.
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  window_number INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER
) STRICT;
CREATE INDEX stays_of_day ON post_stay (day);
CREATE UNIQUE INDEX one_stay_per_window ON post_stay (window_number) WHERE to_at IS NULL;

WITH moves AS (
  SELECT seq, at, hall_day, type, body ->> '$.windowNumber' AS window_number, body ->> '$.staffId' AS staff_id
  FROM journal
  WHERE type IN ('ServiceWindowOpened', 'ServiceWindowPaused', 'ServiceWindowResumed', 'ServiceWindowClosed')
), stays AS (
  SELECT seq, at, hall_day, type, window_number,
    lead(at) OVER (PARTITION BY window_number ORDER BY seq) AS to_at,
    max(CASE WHEN type = 'ServiceWindowOpened' THEN seq END) OVER (PARTITION BY window_number ORDER BY seq) AS opened_by
  FROM moves
)
INSERT INTO post_stay (seq, day, staff_id, window_number, from_at, to_at)
  SELECT s.seq, s.hall_day, o.staff_id, s.window_number, s.at, s.to_at
  FROM stays s JOIN moves o ON o.seq = s.opened_by
  WHERE s.type IN ('ServiceWindowOpened', 'ServiceWindowResumed');

ALTER TABLE staff ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN retired_at INTEGER;
UPDATE staff SET added_at = coalesce((SELECT j.at FROM journal j
  WHERE j.type = 'StaffAdded' AND j.body ->> '$.staffId' = staff.staff_id), 0);
UPDATE staff SET retired_at = (SELECT j.at FROM journal j
  WHERE j.type = 'StaffRetired' AND j.body ->> '$.staffId' = staff.staff_id) WHERE is_retired = 1;
`
