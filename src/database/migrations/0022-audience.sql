-- How it is known to whom of a design's audiences a recipient belongs: someone said so, or what their institution states.
ALTER TABLE awards ADD COLUMN audience_by text CHECK (audience_by IN ('declared', 'affiliation'));
ALTER TABLE awards NO FORCE ROW LEVEL SECURITY;
UPDATE awards SET audience_by = 'declared' WHERE audience IS NOT NULL;
ALTER TABLE awards FORCE ROW LEVEL SECURITY;
GRANT UPDATE (audience_by) ON awards TO waarmerk_custodian;
