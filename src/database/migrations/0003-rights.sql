-- Roles as data, at any level of the tree, for a time; invitations; and the custodian, who acts for one person
-- across institutions: export, erasure, the merging of two accounts. DECISIONS 21, 22, 25.

CREATE FUNCTION current_survivor() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('waarmerk.survivor', true), '')::uuid;
-- One person, or the two accounts of one person that are being merged.
CREATE FUNCTION in_custody(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN person IN (current_person(), current_survivor());

-- What fills and checks rows that are there already must see them; the wall is closed again below, in this transaction.
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
ALTER TABLE designs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE batches NO FORCE ROW LEVEL SECURITY;
ALTER TABLE awards NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people NO FORCE ROW LEVEL SECURITY;

-- institutions --------------------------------------------------------------------------------------

-- What an institution calls its own bundles of permissions; the presets stand in the software.
CREATE TABLE roles (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  slug text NOT NULL,
  name jsonb NOT NULL,
  permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (institution_id, slug)
);

-- A role is held at the institution, at a unit and what is below it, or at one design.
ALTER TABLE members ADD COLUMN design_id uuid;
ALTER TABLE members ADD COLUMN granted_by uuid;
ALTER TABLE members ADD CONSTRAINT members_design FOREIGN KEY (institution_id, design_id)
  REFERENCES designs (institution_id, id);
ALTER TABLE members ADD CONSTRAINT members_one_level CHECK (unit_id IS NULL OR design_id IS NULL);
ALTER TABLE members DROP CONSTRAINT members_institution_id_identifier_role_unit_id_key;
ALTER TABLE members ADD CONSTRAINT members_once
  UNIQUE NULLS NOT DISTINCT (institution_id, identifier, role, unit_id, design_id);

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  unit_id uuid,
  design_id uuid,
  -- NFC, trimmed, lower case.
  address text NOT NULL,
  role text NOT NULL,
  role_until timestamptz,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  -- SHA-256 of the secret in the letter's link.
  token_hash bytea NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'withdrawn')),
  invited_by uuid,
  person_id uuid REFERENCES people ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz,
  answered_at timestamptz,
  UNIQUE (institution_id, id),
  CHECK (unit_id IS NULL OR design_id IS NULL),
  CHECK ((state = 'pending') = (answered_at IS NULL)),
  FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE UNIQUE INDEX one_open_invitation ON invitations (institution_id, address, role, unit_id, design_id)
  NULLS NOT DISTINCT WHERE state = 'pending';
CREATE INDEX ON invitations (address) WHERE state = 'pending';

-- Whoever made a client answers for it; when they leave, it is withdrawn or handed over.
ALTER TABLE api_clients ADD COLUMN created_by uuid;
-- Ending the tokens of a client asks to know whose they are; the tokens themselves stay unread.
GRANT SELECT (client_id) ON api_tokens TO waarmerk_staff;

-- accounts ------------------------------------------------------------------------------------------

-- An account that was merged stays as a name for its audit entries; nobody can sign in to it.
ALTER TABLE people ADD COLUMN merged_into uuid REFERENCES people;

-- awards --------------------------------------------------------------------------------------------

-- A batch grants one design, so whoever may see the design may see the batch.
ALTER TABLE batches ADD COLUMN design_id uuid;
UPDATE batches b SET design_id = (SELECT a.design_id FROM awards a WHERE a.batch_id = b.id LIMIT 1);
ALTER TABLE batches ADD CONSTRAINT batches_design FOREIGN KEY (institution_id, design_id)
  REFERENCES designs (institution_id, id);

-- the wall ------------------------------------------------------------------------------------------

ALTER TABLE members FORCE ROW LEVEL SECURITY;
ALTER TABLE designs FORCE ROW LEVEL SECURITY;
ALTER TABLE batches FORCE ROW LEVEL SECURITY;
ALTER TABLE awards FORCE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE roles ENABLE ROW LEVEL SECURITY; ALTER TABLE roles FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY; ALTER TABLE invitations FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON roles TO waarmerk_staff;
GRANT SELECT ON roles TO waarmerk_doorkeeper, waarmerk_person;
CREATE POLICY own ON roles FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY doorkeeper_reads ON roles FOR SELECT TO waarmerk_doorkeeper USING (true);
CREATE POLICY of_own_membership ON roles FOR SELECT TO waarmerk_person
  USING (institution_id IN (SELECT m.institution_id FROM members m));

GRANT SELECT, INSERT, UPDATE ON invitations TO waarmerk_staff, waarmerk_worker;
GRANT SELECT ON invitations TO waarmerk_doorkeeper;
CREATE POLICY own ON invitations FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY doorkeeper_recognises ON invitations FOR SELECT TO waarmerk_doorkeeper USING (true);
-- Letters go to those who have a role.
GRANT SELECT ON members TO waarmerk_worker;
CREATE POLICY worker_reads ON members FOR SELECT TO waarmerk_worker USING (institution_id = current_institution());

-- the custodian -------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA public TO waarmerk_custodian;
GRANT SELECT, UPDATE, DELETE ON people, identities, email_addresses, sessions, sign_ins, email_codes,
  members, award_recipients, publications, documents, invitations TO waarmerk_custodian;
GRANT SELECT, UPDATE (person_id) ON awards TO waarmerk_custodian;
GRANT SELECT, INSERT ON audit_entries TO waarmerk_custodian;
GRANT INSERT ON outbox TO waarmerk_custodian;
GRANT SELECT ON institutions, units, issuers, designs, design_versions, design_documents, roles TO waarmerk_custodian;
CREATE POLICY custody ON people FOR ALL TO waarmerk_custodian USING (in_custody(id)) WITH CHECK (in_custody(id));
CREATE POLICY custody ON identities FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON email_addresses FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON sessions FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON sign_ins FOR ALL TO waarmerk_custodian
  USING (in_custody(link_person_id)) WITH CHECK (in_custody(link_person_id));
CREATE POLICY custody ON email_codes FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON members FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));
CREATE POLICY custody ON invitations FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));
CREATE POLICY custody ON awards FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));
CREATE POLICY custody ON award_recipients FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));
CREATE POLICY custody ON publications FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));
CREATE POLICY custody ON documents FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));
CREATE POLICY custody ON audit_entries FOR SELECT TO waarmerk_custodian USING (in_custody(person_id));
CREATE POLICY custody_append ON audit_entries FOR INSERT TO waarmerk_custodian WITH CHECK (in_custody(person_id));
CREATE POLICY custody_announces ON outbox FOR INSERT TO waarmerk_custodian WITH CHECK (true);
CREATE POLICY custody_reads ON institutions FOR SELECT TO waarmerk_custodian USING (true);
CREATE POLICY custody_reads ON units FOR SELECT TO waarmerk_custodian USING (true);
CREATE POLICY custody_reads ON issuers FOR SELECT TO waarmerk_custodian USING (true);
CREATE POLICY custody_reads ON designs FOR SELECT TO waarmerk_custodian USING (latest_version > 0);
CREATE POLICY custody_reads ON design_versions FOR SELECT TO waarmerk_custodian USING (true);
CREATE POLICY custody_reads ON design_documents FOR SELECT TO waarmerk_custodian USING (true);
CREATE POLICY custody_reads ON roles FOR SELECT TO waarmerk_custodian USING (true);
