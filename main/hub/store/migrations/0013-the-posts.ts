/** 在岗提示: one row an observation; one at a time runs at a window of a kind. */
export const thePosts = `
CREATE TABLE post_observation (
  observation_id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  window_number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  is_running INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_observation_at_a_time ON post_observation (window_number, kind) WHERE is_running = 1;
CREATE INDEX observations_of_day ON post_observation (day);
`
