-- The check of a reference to an award picks its index while the table is small, and keeps to it. Indexes that begin
-- with the institution look as good to it then as the one that names the award, and read a whole institution for each
-- row. Nothing asks by the day of making; a version is of one institution.
DROP INDEX awards_institution_id_created_at_idx;
DROP INDEX awards_institution_id_version_id_idx;
CREATE INDEX ON awards (version_id);

-- PostgreSQL's own compression takes as long as signing; lz4 is there wherever PostgreSQL was built with it.
DO $$ BEGIN
  ALTER TABLE documents ALTER COLUMN bytes SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
