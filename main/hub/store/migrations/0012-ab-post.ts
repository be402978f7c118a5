/** AB岗交接: sheets that belong to a leave. */
export const abPost = `
ALTER TABLE handover ADD COLUMN leave_id INTEGER;
CREATE INDEX handovers_of_leave ON handover (leave_id) WHERE leave_id IS NOT NULL;
CREATE INDEX open_posts ON handover (handover_id) WHERE kind = 'ab-post' AND status IN ('drafted', 'given');
`
