-- Terms and agreements, the history of consents, erasure, and an audit trail that its subjects can read.
-- DECISIONS 20–22 and 26.

-- terms ---------------------------------------------------------------------------------------------

-- One draft and any number of versions of each kind. The platform's own belong to no institution.
CREATE TABLE terms (
  id uuid PRIMARY KEY,
  institution_id uuid REFERENCES institutions,
  kind text NOT NULL CHECK (kind IN ('terms-of-service', 'staff-agreement', 'formal-award', 'informal-award')),
  -- Null: a draft.
  version integer CHECK (version >= 1),
  -- Per language an excerpt and the whole text.
  texts jsonb NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  published_by uuid,
  published_at timestamptz,
  CHECK ((version IS NULL) = (published_at IS NULL)),
  CHECK ((institution_id IS NULL) = (kind IN ('terms-of-service', 'staff-agreement')))
);
CREATE UNIQUE INDEX one_number_a_version ON terms (institution_id, kind, version) NULLS NOT DISTINCT
  WHERE published_at IS NOT NULL;
CREATE UNIQUE INDEX one_draft_a_kind ON terms (institution_id, kind) NULLS NOT DISTINCT
  WHERE published_at IS NULL;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON terms
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- What a person did with a version, line by line. A withdrawal is a line of its own, so that nobody need change one.
CREATE TABLE agreements (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  terms_id uuid NOT NULL REFERENCES terms,
  act text NOT NULL CHECK (act IN ('agreed', 'withdrawn')),
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  at timestamptz NOT NULL
);
CREATE INDEX ON agreements (person_id, terms_id);

-- credentials ---------------------------------------------------------------------------------------

-- `publications` holds the choice that stands; here is every choice that ever stood.
CREATE TABLE publication_consents (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  award_id uuid NOT NULL REFERENCES awards ON DELETE CASCADE,
  act text NOT NULL CHECK (act IN ('given', 'changed', 'withdrawn')),
  show_name boolean NOT NULL,
  show_result boolean NOT NULL,
  show_evidence boolean NOT NULL,
  older_platforms boolean NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ON publication_consents (person_id, at);

-- awards --------------------------------------------------------------------------------------------

-- The person is gone; that it was awarded, when and of which version remains.
ALTER TABLE awards ADD COLUMN erased_at timestamptz;

-- the wall ------------------------------------------------------------------------------------------

ALTER TABLE terms ENABLE ROW LEVEL SECURITY; ALTER TABLE terms FORCE ROW LEVEL SECURITY;
ALTER TABLE agreements ENABLE ROW LEVEL SECURITY; ALTER TABLE agreements FORCE ROW LEVEL SECURITY;
ALTER TABLE publication_consents ENABLE ROW LEVEL SECURITY; ALTER TABLE publication_consents FORCE ROW LEVEL SECURITY;

-- What was published is public; drafts are their institution's, and the platform's are the operator's.
GRANT SELECT ON terms TO waarmerk_public, waarmerk_person, waarmerk_custodian;
GRANT SELECT, INSERT, UPDATE ON terms TO waarmerk_staff;
CREATE POLICY published ON terms FOR SELECT TO waarmerk_public, waarmerk_person, waarmerk_custodian
  USING (published_at IS NOT NULL);
CREATE POLICY own ON terms FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution() OR institution_id IS NULL AND EXISTS
    (SELECT FROM institutions i WHERE i.id = current_institution() AND i.kind = 'operator'))
  WITH CHECK (institution_id = current_institution() OR institution_id IS NULL AND EXISTS
    (SELECT FROM institutions i WHERE i.id = current_institution() AND i.kind = 'operator'));

-- A person adds lines and changes none.
GRANT SELECT, INSERT ON agreements, publication_consents TO waarmerk_person;
CREATE POLICY own_read ON agreements FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_append ON agreements FOR INSERT TO waarmerk_person WITH CHECK (person_id = current_person());
CREATE POLICY own_read ON publication_consents FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_append ON publication_consents FOR INSERT TO waarmerk_person WITH CHECK (person_id = current_person());
GRANT SELECT, UPDATE (person_id), DELETE ON agreements, publication_consents TO waarmerk_custodian;
CREATE POLICY custody ON agreements FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON publication_consents FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));

-- erasure: the custodian empties what told of the person; the person's own row goes last and unties the award.
GRANT UPDATE (result, evidence, narrative, reference, audience, recipient_key, revocation_note, erased_at)
  ON awards TO waarmerk_custodian;
GRANT SELECT, UPDATE (rows) ON batches TO waarmerk_custodian;
CREATE POLICY custody ON batches FOR ALL TO waarmerk_custodian
  USING (id IN (SELECT a.batch_id FROM awards a)) WITH CHECK (id IN (SELECT a.batch_id FROM awards a));
-- Codes that were asked for before signing in name the address and nobody.
CREATE POLICY custody_of_address ON email_codes FOR ALL TO waarmerk_custodian
  USING (address IN (SELECT e.address FROM email_addresses e));
-- Signed before the claim, or for an award that was declined: tied to the award and to nobody yet.
CREATE POLICY custody_by_award ON documents FOR ALL TO waarmerk_custodian USING (award_id IN (SELECT a.id FROM awards a));

-- audit: the holder of an award reads what was done with it, also before it was theirs.
CREATE POLICY holder_reads ON audit_entries FOR SELECT TO waarmerk_person USING (
  subject_kind = 'award' AND subject_id IN (SELECT a.id FROM awards a WHERE a.person_id = current_person())
  OR subject_kind = 'batch' AND subject_id IN (SELECT a.batch_id FROM awards a WHERE a.person_id = current_person()));
CREATE POLICY survivor_reads ON audit_entries FOR SELECT TO waarmerk_person
  USING (person_id IN (SELECT p.id FROM people p WHERE p.merged_into = current_person()));
CREATE POLICY custody_by_award ON audit_entries FOR SELECT TO waarmerk_custodian
  USING (subject_kind = 'award' AND subject_id IN (SELECT a.id FROM awards a));

-- keeping house: what is kept no longer.
GRANT DELETE ON invitations TO waarmerk_worker;
