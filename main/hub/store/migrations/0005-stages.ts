/**
 * Stages of a filing, and a delivery that is near or late among the lights that are counted. The
 * table is made anew, because lights were those of accepted filings alone.
 */
export const stages = `
CREATE TABLE filing_with_stages (
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
  -- While a limit runs, that of the decision or that of the delivery: when its light turns yellow and
  -- when it is over, epoch ms.
  warn_at INTEGER,
  due_at INTEGER,
  -- While the limit of the decision runs: when its open stage is over, epoch ms.
  stage_due_at INTEGER,
  -- Who handles the open stage, where that is not the owner.
  stage_handler_id TEXT,
  is_open INTEGER NOT NULL,
  -- Delivered or ended, and nobody has signed for it yet.
  is_unsigned INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (year, serial),
  CHECK (status IN ('received', 'correcting', 'not-required', 'declined', 'withdrawn', 'returned')
    OR accepted_day IS NOT NULL),
  CHECK (warn_at IS NULL OR status IN ('accepted', 'decided', 'produced')),
  CHECK (stage_due_at IS NULL OR status = 'accepted'),
  CHECK (stage_handler_id IS NULL OR is_open = 1)
) STRICT;
INSERT INTO filing_with_stages
  SELECT filing_id, year, serial, number, inquiry_id, item_code, status, owner_id, party_id, received_day, accepted_day,
    decided_day,
    iif(status IN ('decided', 'produced'), body ->> '$.deliveryDue.warnAt', warn_at),
    iif(status IN ('decided', 'produced'), body ->> '$.deliveryDue.at', due_at),
    NULL, NULL, is_open, is_unsigned, json_set(body, '$.stages', json('[]'))
  FROM filing;
DROP TABLE filing;
ALTER TABLE filing_with_stages RENAME TO filing;
CREATE INDEX open_filings ON filing (owner_id) WHERE is_open = 1;
-- Lights are counted once a minute: from this index alone, however far apart the rows lie.
CREATE INDEX running_filings ON filing (due_at, warn_at, owner_id) WHERE due_at IS NOT NULL;
CREATE INDEX running_stages ON filing (stage_due_at) WHERE stage_due_at IS NOT NULL;
CREATE INDEX handled_stages ON filing (stage_handler_id) WHERE stage_handler_id IS NOT NULL;
CREATE INDEX received_filings ON filing (status) WHERE status = 'received';
CREATE INDEX unsigned_filings ON filing (filing_id) WHERE is_unsigned = 1;
CREATE INDEX filings_received_on ON filing (received_day);
CREATE INDEX filings_decided_on ON filing (decided_day) WHERE decided_day IS NOT NULL;
CREATE INDEX filings_of_party ON filing (party_id);
`
