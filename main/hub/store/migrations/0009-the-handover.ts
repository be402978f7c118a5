/** 业务交接, and a role for who takes a handover at the home unit. */
export const theHandover = `
CREATE TABLE handover (
  handover_id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('linkup', 'ab-post')),
  day TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('drafted', 'given', 'taken', 'returned')),
  taken_by TEXT,
  -- Taken, and what went along is not back yet.
  is_out INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  CHECK ((taken_by IS NOT NULL) = (status IN ('taken', 'returned'))),
  CHECK (is_out = 0 OR status = 'taken')
) STRICT;
CREATE UNIQUE INDEX one_linkup_a_day ON handover (day, staff_id) WHERE kind = 'linkup';
CREATE INDEX handovers_of_day ON handover (day);
CREATE INDEX handovers_out ON handover (taken_by) WHERE is_out = 1;

ALTER TABLE staff RENAME TO staff_before;
CREATE TABLE staff (
  staff_id TEXT PRIMARY KEY,
  staff_number TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'guide', 'supervisor', 'administrator', 'liaison')),
  home_unit TEXT NOT NULL,
  window_numbers TEXT NOT NULL,
  is_retired INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO staff SELECT staff_id, staff_number, role, home_unit, window_numbers, is_retired FROM staff_before;
DROP TABLE staff_before;
CREATE UNIQUE INDEX staff_number_once ON staff (staff_number) WHERE is_retired = 0;
`
