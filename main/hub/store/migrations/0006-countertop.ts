/** 前置屏: a screen may be a countertop, and then stands at one window. */
export const countertop = `
CREATE TABLE screen_anew (
  screen_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'clerk', 'display', 'console', 'countertop')),
  name TEXT NOT NULL,
  is_revoked INTEGER NOT NULL DEFAULT 0,
  -- The window of a countertop; NULL for the other kinds.
  window_number INTEGER CHECK ((kind = 'countertop') = (window_number IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO screen_anew (screen_id, kind, name, is_revoked) SELECT screen_id, kind, name, is_revoked FROM screen;
DROP TABLE screen;
ALTER TABLE screen_anew RENAME TO screen;
`
