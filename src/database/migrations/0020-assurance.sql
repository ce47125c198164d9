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

-- quality -------------------------------------------------------------------------------------------

-- Who may teach and examine, as the institution knows it. What shows it is kept beside it, each time anew: a renewal
-- is another proof, and dossiers go on naming the same qualification.
CREATE TABLE staff_qualifications (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  -- Null: somebody without an account here.
  person_id uuid REFERENCES people ON DELETE SET NULL,
  name text NOT NULL CHECK (name <> ''),
  -- One that is known (`utq`), or a code of the institution's own with a name.
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]{0,19}$'),
  kind_name text,
  recorded_at timestamptz NOT NULL,
  withdrawn_on date,
  withdrawn_because text,
  UNIQUE (institution_id, id),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL))
);
CREATE INDEX ON staff_qualifications (institution_id, name);
CREATE INDEX ON staff_qualifications (person_id);

CREATE TABLE staff_proofs (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  qualification_id uuid NOT NULL,
  evidence text NOT NULL CHECK (evidence IN ('credential', 'register', 'equivalence')),
  -- Register: its name, and the number there. Credential: who issued it, and its title.
  source text NOT NULL,
  reference text NOT NULL CHECK (reference <> ''),
  -- Of a register: on which day it was seen there. Of an equivalence: on which day it was decided.
  seen_on date,
  -- Of a credential: what verifying it said on the day it was handed in, whom it names, and which bytes it was.
  verdict text CHECK (verdict IN ('verified', 'incomplete', 'failed')),
  -- Why it does not count; null when it does.
  refusal text,
  recipient text,
  digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
  valid_from date NOT NULL,
  valid_until date CHECK (valid_until >= valid_from),
  by_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CHECK ((evidence = 'credential') = (verdict IS NOT NULL)),
  CHECK ((evidence = 'credential') = (digest IS NOT NULL)),
  -- Only what was verified counts, and an equivalence always ends.
  CHECK (evidence <> 'credential' OR verdict = 'verified' OR refusal IS NOT NULL),
  CHECK (evidence <> 'equivalence' OR valid_until IS NOT NULL),
  FOREIGN KEY (institution_id, qualification_id) REFERENCES staff_qualifications (institution_id, id) ON DELETE CASCADE
);
CREATE INDEX ON staff_proofs (institution_id, qualification_id);

ALTER TABLE staff_qualifications ENABLE ROW LEVEL SECURITY; ALTER TABLE staff_qualifications FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_proofs ENABLE ROW LEVEL SECURITY; ALTER TABLE staff_proofs FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE (withdrawn_on, withdrawn_because) ON staff_qualifications TO waarmerk_staff;
GRANT SELECT, INSERT ON staff_proofs TO waarmerk_staff;
GRANT SELECT ON staff_qualifications, staff_proofs TO waarmerk_worker;
CREATE POLICY own ON staff_qualifications FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON staff_proofs FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, UPDATE (person_id), DELETE ON staff_qualifications TO waarmerk_custodian;
GRANT SELECT ON staff_proofs TO waarmerk_custodian;
CREATE POLICY custody ON staff_qualifications FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id) OR person_id = current_survivor());
CREATE POLICY custody ON staff_proofs FOR SELECT TO waarmerk_custodian
  USING (qualification_id IN (SELECT q.id FROM staff_qualifications q));
