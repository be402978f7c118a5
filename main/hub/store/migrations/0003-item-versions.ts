/** Versions of items: their days, and what was published before. */
export const itemVersions = `
-- Everything that was ever published of an item, drafts and withdrawals included.
CREATE TABLE service_item_version (
  -- The entry that wrote it.
  version INTEGER PRIMARY KEY,
  item_code TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- NULL: the item was withdrawn.
  body TEXT,
  is_draft INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(body ->> '$.status', '') = 'draft') STORED,
  -- The first day it is in force; NULL: at once.
  effective_from TEXT GENERATED ALWAYS AS (body ->> '$.effectiveFrom') STORED
) STRICT;
CREATE INDEX versions_of_item ON service_item_version (item_code, version, is_draft, effective_from);

INSERT INTO service_item_version (version, item_code, at, actor, body)
  SELECT seq, coalesce(body ->> '$.serviceItem.itemCode', body ->> '$.itemCode'), at, actor, body -> '$.serviceItem'
  FROM journal WHERE type IN ('ServiceItemPublished', 'ServiceItemWithdrawn');
DELETE FROM publication WHERE subject = 'service-item';
`
