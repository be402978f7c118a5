/** The answer to a command stands in the journal's own row, and calls are read from the journal (decision 0011). */
export const answersInTheJournal = `
-- On the last entry of a command: which one it was and what its screen was told. No proof, so not in the hash.
ALTER TABLE journal ADD COLUMN command TEXT;
ALTER TABLE journal ADD COLUMN made TEXT;

-- Outcomes that have no entry: refusals, and wishes that were true already. In order; the oldest are forgotten.
ALTER TABLE settled_command RENAME TO settled_before;
CREATE TABLE settled_command (
  place INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
INSERT INTO settled_command (command_id, type, actor, outcome)
  SELECT command_id, type, actor, outcome FROM settled_before ORDER BY at, command_id;
DROP TABLE settled_before;

DROP TABLE call_log;
`
