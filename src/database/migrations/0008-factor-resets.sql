-- A member of staff who lost their only passkey: a colleague lets them make another, once. DECISIONS 8; reliability 2.C.

CREATE TABLE factor_resets (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  -- A guest shows that they read the letters of the address they were invited at; null: they sign in at the
  -- institution's own provider.
  address text,
  allowed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When, and in which session, they showed it since.
  proven_at timestamptz,
  session_id uuid,
  used_at timestamptz,
  UNIQUE (institution_id, person_id),
  CHECK ((proven_at IS NULL) = (session_id IS NULL)),
  CHECK (used_at IS NULL OR proven_at IS NOT NULL)
);
CREATE INDEX ON factor_resets (person_id);

ALTER TABLE factor_resets ENABLE ROW LEVEL SECURITY; ALTER TABLE factor_resets FORCE ROW LEVEL SECURITY;

-- Staff allow, the doorkeeper sees it used; nobody else writes.
GRANT SELECT, INSERT, DELETE ON factor_resets TO waarmerk_staff;
GRANT SELECT, UPDATE, DELETE ON factor_resets TO waarmerk_doorkeeper;
-- What is replaced goes with it.
GRANT DELETE ON passkeys TO waarmerk_doorkeeper;
GRANT SELECT ON factor_resets TO waarmerk_person;
GRANT SELECT, DELETE ON factor_resets TO waarmerk_custodian;
CREATE POLICY own ON factor_resets FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY doorkeeper ON factor_resets FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY own_read ON factor_resets FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY custody ON factor_resets FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
