/**
 * First inquiry, one-time notice, filing, document, alarm. A row is the whole object as its fold
 * made it (`body`), with the columns that the invariants and the lists of open ones need.
 */
export const thePromise = `
CREATE TABLE first_inquiry (
  inquiry_id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'offered', 'filed', 'answered', 'guided')),
  ticket_id INTEGER,
  first_responder TEXT NOT NULL,
  responsible TEXT NOT NULL,
  offered_to TEXT,
  filing_id INTEGER,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  CHECK ((status = 'offered') = (offered_to IS NOT NULL)),
  CHECK ((status = 'filed') = (filing_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_line_per_ticket ON first_inquiry (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX inquiries_of_day ON first_inquiry (day);
CREATE INDEX open_inquiries ON first_inquiry (responsible) WHERE status = 'open' OR status = 'offered';
CREATE INDEX offered_inquiries ON first_inquiry (offered_to) WHERE offered_to IS NOT NULL;
CREATE TRIGGER first_responder_stays BEFORE UPDATE ON first_inquiry
  WHEN new.first_responder <> old.first_responder OR new.number <> old.number
  BEGIN SELECT RAISE(ABORT, 'the first responder stays'); END;

CREATE TABLE filing (
  filing_id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  inquiry_id INTEGER NOT NULL UNIQUE,
  item_code TEXT NOT NULL,
  status TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  party_id TEXT NOT NULL,
  received_day TEXT NOT NULL,
  accepted_day TEXT,
  decided_day TEXT,
  -- While its limit runs: when its light turns yellow and when it is over, epoch ms.
  warn_at INTEGER,
  due_at INTEGER,
  is_open INTEGER NOT NULL,
  -- Delivered or ended, and nobody has signed for it yet.
  is_unsigned INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  CHECK (status IN ('received', 'correcting', 'not-required', 'declined', 'withdrawn', 'returned')
    OR accepted_day IS NOT NULL),
  CHECK (warn_at IS NULL OR status = 'accepted')
) STRICT;
CREATE INDEX open_filings ON filing (owner_id) WHERE is_open = 1;
-- Lights are counted once a minute: from this index alone, however far apart the rows lie.
CREATE INDEX running_filings ON filing (due_at, warn_at, owner_id) WHERE due_at IS NOT NULL;
CREATE INDEX received_filings ON filing (status) WHERE status = 'received';
CREATE INDEX unsigned_filings ON filing (filing_id) WHERE is_unsigned = 1;
CREATE INDEX filings_received_on ON filing (received_day);
CREATE INDEX filings_decided_on ON filing (decided_day) WHERE decided_day IS NOT NULL;
CREATE INDEX filings_of_party ON filing (party_id);

CREATE TABLE one_time_notice (
  notice_id INTEGER PRIMARY KEY,
  filing_id INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  is_in_force INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (filing_id, ordinal)
) STRICT;
CREATE UNIQUE INDEX one_notice_in_force ON one_time_notice (filing_id) WHERE is_in_force = 1;
CREATE INDEX notices_of_day ON one_time_notice (day);

CREATE TABLE hall_document (
  document_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  filing_id INTEGER NOT NULL,
  is_void INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, year, serial)
) STRICT;
CREATE INDEX documents_of_filing ON hall_document (filing_id);

CREATE TABLE alarm (
  alarm_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  grade TEXT NOT NULL,
  filing_id INTEGER,
  inquiry_id INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'acknowledged', 'closed')),
  is_closed_by_hand INTEGER NOT NULL,
  body TEXT NOT NULL,
  CHECK ((filing_id IS NULL) <> (inquiry_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_alarm_at_a_time ON alarm (kind, grade, coalesce(filing_id, 0), coalesce(inquiry_id, 0))
  WHERE status <> 'closed';
CREATE INDEX alarms_closed_by_hand ON alarm (alarm_id) WHERE is_closed_by_hand = 1;

CREATE TABLE contact_card (
  card_number TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  household TEXT NOT NULL,
  boards_version INTEGER NOT NULL,
  UNIQUE (year, serial)
) STRICT, WITHOUT ROWID;

-- Which entries are about a matter: its history without walking through the journal.
CREATE TABLE matter_entry (
  subject TEXT NOT NULL CHECK (subject IN ('filing', 'inquiry')),
  id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (subject, id, seq)
) STRICT, WITHOUT ROWID;

-- Beside the journal, because it is personal: who applies and who acts for him, one row a matter.
CREATE TABLE party (
  party_id TEXT PRIMARY KEY,
  -- Keyed hash of the ID number; NULL when none was shown.
  id_hash TEXT,
  mask TEXT NOT NULL,
  cipher BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_id ON party (id_hash) WHERE id_hash IS NOT NULL;
CREATE TABLE slip_signature (
  filing_id INTEGER PRIMARY KEY,
  cipher BLOB NOT NULL
) STRICT;
`
