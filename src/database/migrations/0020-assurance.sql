-- What vouches for quality from outside, and who is qualified: decisions of agencies on the institution.

-- accreditations ------------------------------------------------------------------------------------

-- A decision of an agency, or an entry in a register. Public by nature: it stands on credentials. Nothing is deleted;
-- what ended is shown as ended.
CREATE TABLE accreditations (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  -- Stands in what is frozen; by it a reader learns what became of the decision.
  public_id text NOT NULL UNIQUE,
  -- Code of the EU list `accreditation`.
  type text NOT NULL,
  title jsonb NOT NULL,
  agency text NOT NULL CHECK (agency <> ''),
  register text NOT NULL CHECK (register <> ''),
  number text CHECK (number <> ''),
  url text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('positive', 'conditional')),
  valid_from date NOT NULL,
  valid_until date CHECK (valid_until >= valid_from),
  -- What it covers; nothing: the whole institution. All that is named must hold.
  unit_id uuid,
  eqf smallint[] NOT NULL DEFAULT '{}',
  fields text[] NOT NULL DEFAULT '{}',
  renews_id uuid CHECK (renews_id <> id),
  withdrawn_on date,
  recorded_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- The last day of which the administrators were warned.
  warned_of date,
  UNIQUE (institution_id, id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
  FOREIGN KEY (institution_id, renews_id) REFERENCES accreditations (institution_id, id)
);
CREATE INDEX ON accreditations (institution_id, valid_from);
-- One decision follows another one.
CREATE UNIQUE INDEX one_renewal ON accreditations (renews_id) WHERE renews_id IS NOT NULL AND withdrawn_on IS NULL;

-- How it was recorded, each time. It never changes.
CREATE TABLE accreditation_revisions (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  accreditation_id uuid NOT NULL,
  revision integer NOT NULL,
  act text NOT NULL CHECK (act IN ('recorded', 'changed', 'withdrawn')),
  body jsonb NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (accreditation_id, revision),
  FOREIGN KEY (institution_id, accreditation_id) REFERENCES accreditations (institution_id, id)
);

ALTER TABLE accreditations ENABLE ROW LEVEL SECURITY; ALTER TABLE accreditations FORCE ROW LEVEL SECURITY;
ALTER TABLE accreditation_revisions ENABLE ROW LEVEL SECURITY; ALTER TABLE accreditation_revisions FORCE ROW LEVEL SECURITY;

GRANT SELECT ON accreditations TO waarmerk_public, waarmerk_person;
GRANT SELECT, INSERT, UPDATE ON accreditations TO waarmerk_staff;
GRANT SELECT, UPDATE (warned_of) ON accreditations TO waarmerk_worker;
GRANT SELECT, INSERT ON accreditation_revisions TO waarmerk_staff;
CREATE POLICY everyone_reads ON accreditations FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON accreditations FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON accreditation_revisions FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
