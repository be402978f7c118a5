/** The first version of the store. */
export const theHall = `
-- The journal: append-only, each entry chained to the one before it. No personal data.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  hall_day TEXT NOT NULL,
  actor TEXT NOT NULL,
  command_id TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Outcome of every command of the last days, refusals included, for resends.
CREATE TABLE settled_command (
  command_id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hall_day (
  hall_day TEXT PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  -- NULL until the public hours of the day are over.
  split_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
  ticket_id INTEGER PRIMARY KEY,
  hall_day TEXT NOT NULL,
  letter TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial BETWEEN 1 AND 9999),
  queue TEXT NOT NULL,
  item_code TEXT NOT NULL,
  holder TEXT NOT NULL,
  purpose TEXT NOT NULL,
  priority_ground TEXT NOT NULL,
  priority_class INTEGER NOT NULL,
  person_id TEXT,
  -- OR and not IN: for more than two words SQLite builds a table of them at every write.
  status TEXT NOT NULL CHECK (status = 'waiting' OR status = 'called' OR status = 'serving' OR status = 'held'
    OR status = 'missed' OR status = 'done' OR status = 'cancelled' OR status = 'carried' OR status = 'void'),
  sort_key INTEGER NOT NULL,
  session TEXT NOT NULL,
  reserved_window INTEGER,
  window_number INTEGER,
  taken_at INTEGER NOT NULL,
  first_called_at INTEGER,
  called_at INTEGER,
  started_at INTEGER,
  held_at INTEGER,
  ended_at INTEGER,
  call_count INTEGER NOT NULL DEFAULT 0,
  miss_count INTEGER NOT NULL DEFAULT 0,
  requeue_count INTEGER NOT NULL DEFAULT 0,
  transfer_count INTEGER NOT NULL DEFAULT 0,
  print_count INTEGER NOT NULL DEFAULT 0,
  result_code TEXT,
  is_past_closing INTEGER NOT NULL DEFAULT 0,
  carried_from INTEGER,
  valid_on TEXT,
  CHECK ((status = 'called' OR status = 'serving' OR status = 'held') = (window_number IS NOT NULL)
    OR status = 'missed' OR status = 'done'),
  CHECK ((status = 'done') = (result_code IS NOT NULL)),
  CHECK ((status = 'carried') = (valid_on IS NOT NULL)),
  CHECK (reserved_window IS NULL OR status = 'waiting')
) STRICT;
CREATE UNIQUE INDEX ticket_number_once_a_day ON ticket (hall_day, letter, serial);
CREATE UNIQUE INDEX one_visitor_per_window ON ticket (window_number) WHERE status IN ('called', 'serving');
CREATE UNIQUE INDEX one_held_per_window ON ticket (window_number) WHERE status = 'held';
CREATE UNIQUE INDEX one_waiting_per_person ON ticket (person_id, queue) WHERE status = 'waiting' AND person_id IS NOT NULL;
CREATE UNIQUE INDEX carried_ticket_used_once ON ticket (carried_from) WHERE carried_from IS NOT NULL;
-- Who is next: partial, so that the history of years costs nothing.
CREATE INDEX waiting_in_queue ON ticket (queue, priority_class, sort_key, ticket_id)
  WHERE status = 'waiting' AND reserved_window IS NULL;
CREATE INDEX waiting_for_window ON ticket (reserved_window) WHERE status = 'waiting' AND reserved_window IS NOT NULL;
CREATE INDEX missed_tickets ON ticket (hall_day) WHERE status = 'missed';
CREATE INDEX carried_tickets ON ticket (valid_on) WHERE status = 'carried';
CREATE INDEX tickets_of_person ON ticket (person_id, hall_day) WHERE person_id IS NOT NULL;

CREATE TABLE service_window (
  window_number INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('closed', 'open', 'paused')),
  staff_id TEXT,
  pause_reason TEXT,
  since INTEGER,
  priority_streak INTEGER NOT NULL DEFAULT 0,
  duty_until INTEGER NOT NULL DEFAULT 0,
  CHECK ((status = 'closed') = (staff_id IS NULL)),
  CHECK ((status = 'paused') = (pause_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_window_per_clerk ON service_window (staff_id) WHERE staff_id IS NOT NULL;

-- Every call that was announced, in the journal's order.
CREATE TABLE call_log (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  hall_day TEXT NOT NULL,
  ticket_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  window_number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('call', 'recall'))
) STRICT;

-- What the hall is set up with: the newest of each subject and key.
CREATE TABLE publication (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  -- Entry that published it first: the order in which it is shown. A change keeps its place.
  place INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  staff_id TEXT PRIMARY KEY,
  staff_number TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'guide', 'supervisor', 'administrator')),
  home_unit TEXT NOT NULL,
  window_numbers TEXT NOT NULL,
  is_retired INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX staff_number_once ON staff (staff_number) WHERE is_retired = 0;

CREATE TABLE screen (
  screen_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'clerk', 'display', 'console')),
  name TEXT NOT NULL,
  is_revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Clock jumps that nobody has acknowledged yet.
CREATE TABLE clock_jump (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  is_acknowledged INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Below: kept beside the journal, because it is personal or secret and can be erased.
CREATE TABLE person (
  person_id TEXT PRIMARY KEY,
  id_hash TEXT UNIQUE,
  mask TEXT NOT NULL,
  seen_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Surname of the holder of one ticket, where one was given.
CREATE TABLE ticket_mask (
  ticket_id INTEGER PRIMARY KEY,
  mask TEXT NOT NULL
) STRICT;
CREATE TABLE staff_secret (
  staff_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- scrypt, PHC string; NULL until a password is set.
  password_hash TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL,
  screen_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE screen_secret (
  screen_id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
-- Hash of each part of the hall profile when it was last applied.
CREATE TABLE applied_profile (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
-- The demo hall's clock: how far it is ahead of the PC's, in ms.
CREATE TABLE demo_clock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  offset_ms INTEGER NOT NULL
) STRICT;
`
