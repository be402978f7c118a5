/** Alarms of the working day are about no filing and no inquiry: they say themselves what they are about. */
export const alarmsOfTheDay = `
CREATE TABLE alarm_with_about (
  alarm_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  grade TEXT NOT NULL,
  filing_id INTEGER,
  inquiry_id INTEGER,
  about TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'acknowledged', 'closed')),
  is_closed_by_hand INTEGER NOT NULL,
  body TEXT NOT NULL,
  CHECK ((filing_id IS NOT NULL) + (inquiry_id IS NOT NULL) + (about IS NOT NULL) = 1)
) STRICT;
INSERT INTO alarm_with_about
  SELECT alarm_id, kind, grade, filing_id, inquiry_id, NULL, status, is_closed_by_hand, body FROM alarm;
DROP TABLE alarm;
ALTER TABLE alarm_with_about RENAME TO alarm;
CREATE UNIQUE INDEX one_alarm_at_a_time
  ON alarm (kind, grade, coalesce(filing_id, 0), coalesce(inquiry_id, 0), coalesce(about, ''))
  WHERE status <> 'closed';
CREATE INDEX alarms_closed_by_hand ON alarm (alarm_id) WHERE is_closed_by_hand = 1;
`
