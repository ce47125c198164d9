-- Whoever runs the installation looks at it as someone else sees it: to read, for half an hour, with a reason.
ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ADD COLUMN viewed_person_id uuid REFERENCES people ON DELETE SET NULL;
ALTER TABLE sessions ADD COLUMN viewed_institution_id uuid;
ALTER TABLE sessions ADD COLUMN viewed_until timestamptz;
ALTER TABLE sessions ADD CONSTRAINT sessions_viewing
  CHECK (viewed_person_id IS NULL OR viewed_until IS NOT NULL);
ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
