/** What reports count by: the wait at the first call, who called last and where, and holds. */
export const figures = `
-- Whole minutes of open hall from the number to its first call; NULL before it, and for calls of 0.2 and before.
ALTER TABLE ticket ADD COLUMN wait_minutes INTEGER;
-- Of the last call, whatever became of it.
ALTER TABLE ticket ADD COLUMN last_window INTEGER;
ALTER TABLE ticket ADD COLUMN last_clerk TEXT;
-- How long it was on hold after its service had begun.
ALTER TABLE ticket ADD COLUMN held_ms INTEGER NOT NULL DEFAULT 0;
-- Partial: a number costs nothing when it is taken, and one entry when it is called first.
CREATE INDEX waits_of_day ON ticket (hall_day, wait_minutes) WHERE wait_minutes IS NOT NULL;
CREATE INDEX calls_without_wait ON ticket (hall_day) WHERE first_called_at IS NOT NULL AND wait_minutes IS NULL;

UPDATE ticket SET last_window = called.window_number, last_clerk = called.staff_id
FROM (
  SELECT body ->> '$.ticketId' AS ticket_id, body ->> '$.windowNumber' AS window_number,
    body ->> '$.staffId' AS staff_id, max(seq)
  FROM journal WHERE type = 'TicketCalled' GROUP BY 1
) AS called
WHERE ticket.ticket_id = called.ticket_id;

UPDATE ticket SET held_ms = held.ms
FROM (
  SELECT hold.ticket_id, sum(hold.until - hold.at) AS ms
  FROM (
    SELECT type, at, body ->> '$.ticketId' AS ticket_id,
      lead(at) OVER (PARTITION BY body ->> '$.ticketId' ORDER BY seq) AS until
    FROM journal WHERE type IN ('TicketHeld', 'TicketResumed')
  ) AS hold JOIN ticket ON ticket.ticket_id = hold.ticket_id
  WHERE hold.type = 'TicketHeld' AND hold.until IS NOT NULL AND hold.at >= ticket.started_at
  GROUP BY hold.ticket_id
) AS held
WHERE ticket.ticket_id = held.ticket_id;

-- The call that nobody followed and that made the number void counts as missed too.
UPDATE ticket SET miss_count = miss_count + 1
WHERE ticket_id IN (
  SELECT body ->> '$.ticketId' FROM journal WHERE type = 'TicketVoided' AND body ->> '$.reason' = 'missed-again'
);
`
