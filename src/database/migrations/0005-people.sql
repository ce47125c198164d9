-- People over forty years: several ways in, fresh proof, passkeys, a second factor for staff, names that change, and two
-- accounts of one person that become one. DECISIONS 8, 21, 22; reliability 2.C.

-- What fills rows that are there already must see them; the wall is closed again below, in this transaction.
ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_ins NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people NO FORCE ROW LEVEL SECURITY;

-- accounts ------------------------------------------------------------------------------------------

-- Until when the question for an identity that stays is not asked again.
ALTER TABLE people ADD COLUMN stay_asked_until timestamptz;

-- What the provider said last: an address that it said before and the person removed is not put back.
ALTER TABLE identities ADD COLUMN addresses text[] NOT NULL DEFAULT '{}';
ALTER TABLE identities ADD COLUMN assurance text[] NOT NULL DEFAULT '{}';
-- SCHAC schacExpiryDate: after it the institution's account is no more.
ALTER TABLE identities ADD COLUMN affiliation_until timestamptz;
-- When the letter about that end left.
ALTER TABLE identities ADD COLUMN end_told_at timestamptz;
CREATE INDEX ON identities (affiliation_until) WHERE affiliation_until IS NOT NULL;

-- Announcements name an address by its id, never by itself.
ALTER TABLE email_addresses ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE email_addresses ALTER COLUMN id DROP DEFAULT;
-- Where letters go; without one, the address that was proven first.
ALTER TABLE email_addresses ADD COLUMN is_primary boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX one_primary_address ON email_addresses (person_id) WHERE is_primary;

-- The token of a session is replaced at each proof; its id stays.
ALTER TABLE sessions ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE sessions ALTER COLUMN id DROP DEFAULT;
-- When they last proved who they are.
ALTER TABLE sessions ADD COLUMN authenticated_at timestamptz;
UPDATE sessions SET authenticated_at = created_at;
ALTER TABLE sessions ALTER COLUMN authenticated_at SET NOT NULL;
-- Institutions whose own provider said in this session who they are, and that a second factor was given.
ALTER TABLE sessions ADD COLUMN vouched_by uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE sessions ADD COLUMN factor_by uuid[] NOT NULL DEFAULT '{}';
-- When a passkey was used in it, with the verification of its user.
ALTER TABLE sessions ADD COLUMN passkey_at timestamptz;

-- A sign-in on its way is begun again.
DELETE FROM sign_ins;
ALTER TABLE sign_ins ADD COLUMN purpose text NOT NULL CHECK (purpose IN ('sign-in', 'link', 'prove'));
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_of_whom CHECK ((purpose = 'sign-in') = (link_person_id IS NULL));
-- What the code is for; whoever is signed in may mean three things by it.
ALTER TABLE email_codes ADD COLUMN purpose text NOT NULL DEFAULT 'sign-in'
  CHECK (purpose IN ('sign-in', 'address', 'link', 'prove'));

CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  -- Base64url, as browsers write it.
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  -- It is also kept somewhere else than on the device.
  backed_up boolean NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX ON passkeys (person_id);

-- What a passkey was asked to sign; taken once.
CREATE TABLE passkey_challenges (
  browser_hash bytea NOT NULL,
  challenge text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'prove')),
  person_id uuid REFERENCES people ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (browser_hash, challenge),
  CHECK ((purpose = 'sign-in') = (person_id IS NULL))
);

-- Names a person had here; read by that person only.
CREATE TABLE name_changes (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  old_name text NOT NULL,
  new_name text NOT NULL,
  source text NOT NULL CHECK (source IN ('holder', 'institution', 'merge')),
  at timestamptz NOT NULL
);
CREATE INDEX ON name_changes (person_id, at);

-- Whoever is signed in proved just now that another account is theirs too. It ends with the session.
CREATE TABLE merge_offers (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
  browser_hash bytea NOT NULL,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  other_person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  CHECK (person_id <> other_person_id)
);

-- institutions --------------------------------------------------------------------------------------

-- Whether those who act for it must have given a second factor.
ALTER TABLE institutions ADD COLUMN second_factor text NOT NULL DEFAULT 'required'
  CHECK (second_factor IN ('required', 'off'));

-- the wall ------------------------------------------------------------------------------------------

ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_ins FORCE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE passkeys ENABLE ROW LEVEL SECURITY; ALTER TABLE passkeys FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey_challenges ENABLE ROW LEVEL SECURITY; ALTER TABLE passkey_challenges FORCE ROW LEVEL SECURITY;
ALTER TABLE name_changes ENABLE ROW LEVEL SECURITY; ALTER TABLE name_changes FORCE ROW LEVEL SECURITY;
ALTER TABLE merge_offers ENABLE ROW LEVEL SECURITY; ALTER TABLE merge_offers FORCE ROW LEVEL SECURITY;

-- A person takes away what is theirs. What is added is proven first, so the doorkeeper adds it.
GRANT DELETE ON identities, email_addresses TO waarmerk_person;
GRANT UPDATE (is_primary) ON email_addresses TO waarmerk_person;
CREATE POLICY own_removal ON identities FOR DELETE TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_removal ON email_addresses FOR DELETE TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_choice ON email_addresses FOR UPDATE TO waarmerk_person
  USING (person_id = current_person()) WITH CHECK (person_id = current_person());
GRANT SELECT (id, person_id, institution_id, provider, created_at, seen_at, expires_at), DELETE ON sessions TO waarmerk_person;
CREATE POLICY own ON sessions FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_removal ON sessions FOR DELETE TO waarmerk_person USING (person_id = current_person());

GRANT SELECT, INSERT, UPDATE ON passkeys TO waarmerk_doorkeeper;
GRANT SELECT (id, person_id, name, backed_up, created_at, last_used_at), DELETE ON passkeys TO waarmerk_person;
GRANT SELECT, UPDATE, DELETE ON passkeys TO waarmerk_custodian;
CREATE POLICY doorkeeper ON passkeys FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY own ON passkeys FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own_removal ON passkeys FOR DELETE TO waarmerk_person USING (person_id = current_person());
CREATE POLICY custody ON passkeys FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));

GRANT SELECT, INSERT, DELETE ON passkey_challenges TO waarmerk_doorkeeper;
GRANT SELECT, DELETE ON passkey_challenges TO waarmerk_custodian;
CREATE POLICY doorkeeper ON passkey_challenges FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY custody ON passkey_challenges FOR ALL TO waarmerk_custodian USING (in_custody(person_id));

GRANT SELECT, INSERT ON name_changes TO waarmerk_person;
GRANT SELECT, INSERT, UPDATE, DELETE ON name_changes TO waarmerk_custodian;
CREATE POLICY own ON name_changes FOR ALL TO waarmerk_person
  USING (person_id = current_person()) WITH CHECK (person_id = current_person());
CREATE POLICY custody ON name_changes FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (in_custody(person_id));

GRANT SELECT, INSERT, DELETE ON merge_offers TO waarmerk_doorkeeper;
GRANT SELECT, DELETE ON merge_offers TO waarmerk_custodian;
CREATE POLICY doorkeeper ON merge_offers FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY custody ON merge_offers FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id) OR in_custody(other_person_id));

-- Whoever was merged goes on as someone: their history is read by that one, and another merge takes it along.
CREATE POLICY merged_into_own ON people FOR SELECT TO waarmerk_person USING (merged_into = current_person());
CREATE POLICY custody_of_merged ON people FOR ALL TO waarmerk_custodian
  USING (in_custody(merged_into)) WITH CHECK (in_custody(merged_into));
CREATE POLICY people_read_merged ON audit_entries FOR SELECT TO waarmerk_person
  USING (person_id IN (SELECT p.id FROM people p WHERE p.merged_into = current_person()));
