-- The first data model. Every table of an institution carries institution_id and is walled by forced
-- row-level security; what a learner made carries person_id only. DECISIONS, section E.

CREATE FUNCTION current_institution() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('waarmerk.institution', true), '')::uuid;
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('waarmerk.person', true), '')::uuid;
-- A secret that its bearer holds, hashed: it opens exactly one row (an offer).
CREATE FUNCTION current_capability() RETURNS bytea LANGUAGE sql STABLE
  RETURN decode(nullif(current_setting('waarmerk.capability', true), ''), 'hex');

GRANT USAGE ON SCHEMA public TO waarmerk_staff, waarmerk_person, waarmerk_public, waarmerk_worker, waarmerk_doorkeeper;

-- platform ------------------------------------------------------------------------------------------

-- Addresses under which this installation signs or has signed. Ids are stored as written, never derived.
CREATE TABLE origins (
  origin text PRIMARY KEY,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz
);

-- What was announced in a transaction and has not yet been handed to the job queue.
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  institution_id uuid,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  not_before timestamptz,
  announced_at timestamptz NOT NULL
);

-- audit ---------------------------------------------------------------------------------------------

CREATE TABLE audit_entries (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  institution_id uuid,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'client', 'system')),
  actor_id uuid,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  person_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON audit_entries (institution_id, at);
CREATE INDEX ON audit_entries (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX ON audit_entries (subject_id, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- accounts ------------------------------------------------------------------------------------------

CREATE TABLE people (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  created_at timestamptz NOT NULL
);

-- The key of an identity is who says so and the name they gave it; an e-mail address never is.
CREATE TABLE identities (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text,
  identifiers text[] NOT NULL DEFAULT '{}',
  linked_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  UNIQUE (issuer, subject)
);
CREATE INDEX ON identities (person_id);
CREATE INDEX ON identities USING gin (identifiers);

CREATE TABLE email_addresses (
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  address text NOT NULL,
  verified_at timestamptz NOT NULL,
  verified_by text NOT NULL,
  PRIMARY KEY (person_id, address)
);
CREATE INDEX ON email_addresses (address);

CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  institution_id uuid,
  provider text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON sessions (person_id);

-- A sign-in that went out to a provider and has not come back.
CREATE TABLE sign_ins (
  browser_hash bytea NOT NULL,
  state text NOT NULL,
  provider text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  -- Whose account the identity is to be linked to; absent: an ordinary sign-in.
  link_person_id uuid REFERENCES people ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (browser_hash, state)
);

-- Six digits sent to an address; they prove that someone reads its letters.
CREATE TABLE email_codes (
  id uuid PRIMARY KEY,
  browser_hash bytea NOT NULL,
  address text NOT NULL,
  code_hash bytea NOT NULL,
  person_id uuid REFERENCES people ON DELETE CASCADE,
  return_to text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON email_codes (address, created_at);

-- institutions --------------------------------------------------------------------------------------

CREATE TABLE institutions (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('operator', 'wo', 'hbo', 'mbo', 'other')),
  name jsonb NOT NULL,
  default_language text NOT NULL CHECK (default_language IN ('en', 'nl')),
  time_zone text NOT NULL,
  address jsonb NOT NULL,
  identifiers jsonb NOT NULL DEFAULT '[]',
  email text,
  website text,
  linkedin_id text,
  inks text[] NOT NULL,
  staff_provider jsonb,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

CREATE TABLE units (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  parent_id uuid,
  slug text NOT NULL,
  name jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (institution_id, slug),
  FOREIGN KEY (institution_id, parent_id) REFERENCES units (institution_id, id)
);

-- Who signs. did and url are written once and never derived again.
CREATE TABLE issuers (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  unit_id uuid,
  public_id text NOT NULL UNIQUE,
  did text NOT NULL UNIQUE,
  url text NOT NULL UNIQUE,
  name jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE NULLS NOT DISTINCT (institution_id, unit_id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id)
);

-- A member is named by what their institution's provider says; the person is filled in at sign-in.
CREATE TABLE members (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  unit_id uuid,
  person_id uuid REFERENCES people ON DELETE SET NULL,
  identifier text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  valid_until timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (institution_id, identifier, role, unit_id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id)
);
CREATE INDEX ON members (person_id);
CREATE INDEX ON members (identifier);

CREATE TABLE api_clients (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  client_id text NOT NULL UNIQUE,
  secret_hash bytea NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  UNIQUE (institution_id, id)
);

CREATE TABLE api_tokens (
  token_hash bytea PRIMARY KEY,
  institution_id uuid NOT NULL,
  client_id uuid NOT NULL,
  scopes text[] NOT NULL,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (institution_id, client_id) REFERENCES api_clients (institution_id, id) ON DELETE CASCADE
);

-- keys ----------------------------------------------------------------------------------------------

CREATE TABLE signing_keys (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('award-ed25519', 'award-p256', 'status')),
  kid text NOT NULL,
  verification_method text NOT NULL UNIQUE,
  public_jwk jsonb NOT NULL,
  private_sealed bytea NOT NULL,
  active_from timestamptz NOT NULL,
  active_until timestamptz,
  UNIQUE (issuer_id, kid),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE UNIQUE INDEX one_active_key ON signing_keys (issuer_id, purpose) WHERE active_until IS NULL;

-- status --------------------------------------------------------------------------------------------

CREATE TABLE status_lists (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  public_id text NOT NULL UNIQUE,
  url text NOT NULL UNIQUE,
  purpose text NOT NULL CHECK (purpose IN ('revocation')),
  size integer NOT NULL CHECK (size >= 131072),
  seed bytea NOT NULL,
  reserved integer NOT NULL DEFAULT 0 CHECK (reserved <= size),
  document text,
  signed_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE INDEX ON status_lists (issuer_id, purpose);

CREATE TABLE status_entries (
  list_id uuid NOT NULL,
  index integer NOT NULL CHECK (index >= 0),
  institution_id uuid NOT NULL,
  award_id uuid NOT NULL,
  edition_group text NOT NULL,
  set_at timestamptz,
  PRIMARY KEY (list_id, index),
  UNIQUE (award_id, edition_group),
  FOREIGN KEY (institution_id, list_id) REFERENCES status_lists (institution_id, id)
);
CREATE INDEX ON status_entries (list_id) WHERE set_at IS NOT NULL;

-- designs -------------------------------------------------------------------------------------------

CREATE TABLE designs (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  unit_id uuid,
  public_id text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('microcredential', 'proof-of-competence', 'edubadge')),
  draft jsonb NOT NULL,
  draft_image text,
  draft_revision integer NOT NULL DEFAULT 1,
  partner_unit_ids uuid[] NOT NULL DEFAULT '{}',
  mark_byte smallint,
  mark_key text,
  latest_version integer NOT NULL DEFAULT 0,
  created_by uuid,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  retired_at timestamptz,
  UNIQUE (institution_id, id),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id)
);

CREATE TABLE design_versions (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  n integer NOT NULL CHECK (n >= 1),
  url text NOT NULL UNIQUE,
  facts text NOT NULL,
  facts_hash bytea NOT NULL,
  image_key text NOT NULL,
  image_kind text NOT NULL CHECK (image_kind IN ('waarmerk', 'png', 'svg')),
  mark_hash bytea NOT NULL,
  inks text[] NOT NULL,
  published_by uuid,
  published_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (design_id, n),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON design_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The composed Achievement and BadgeClass per language, frozen at publication.
CREATE TABLE design_documents (
  version_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('achievement', 'badge-class')),
  language text NOT NULL,
  bytes text NOT NULL,
  PRIMARY KEY (version_id, format, language),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_versions (institution_id, id)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON design_documents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- awards --------------------------------------------------------------------------------------------

CREATE TABLE batches (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  actor_id uuid,
  idempotency_key text,
  request_hash bytea NOT NULL,
  rows jsonb NOT NULL,
  undo_until timestamptz,
  undone_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id)
);
CREATE UNIQUE INDEX one_batch_a_key ON batches (institution_id, actor_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE TABLE awards (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  design_id uuid NOT NULL,
  version_id uuid NOT NULL,
  batch_id uuid,
  person_id uuid REFERENCES people ON DELETE SET NULL,
  state text NOT NULL CHECK (state IN ('pending', 'offered', 'claimed', 'declined', 'revoked')),
  public_id text NOT NULL UNIQUE,
  url text NOT NULL UNIQUE,
  subject_id uuid NOT NULL UNIQUE,
  language text NOT NULL,
  awarded_on date NOT NULL,
  expires_on date,
  result jsonb,
  evidence jsonb,
  narrative text,
  reference text,
  audience text,
  recipient_key bytea NOT NULL,
  undo_until timestamptz,
  granted_by_kind text NOT NULL,
  granted_by uuid,
  created_at timestamptz NOT NULL,
  granted_at timestamptz,
  claimed_at timestamptz,
  declined_at timestamptz,
  revoked_at timestamptz,
  revocation_reason text,
  revocation_note text,
  UNIQUE (institution_id, id),
  CHECK (expires_on IS NULL OR expires_on >= awarded_on),
  CHECK ((state = 'pending') = (granted_at IS NULL)),
  CHECK ((state = 'claimed') <= (claimed_at IS NOT NULL)),
  CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_versions (institution_id, id),
  FOREIGN KEY (institution_id, batch_id) REFERENCES batches (institution_id, id)
);
-- The last line against a double award: one standing award a version and recipient.
CREATE UNIQUE INDEX one_standing_award ON awards (institution_id, version_id, recipient_key)
  WHERE state IN ('pending', 'offered', 'claimed');
CREATE INDEX ON awards (institution_id, created_at);
CREATE INDEX ON awards (institution_id, version_id);
CREATE INDEX ON awards (person_id);
CREATE INDEX ON awards (undo_until) WHERE state = 'pending';

-- Personal text of an award, apart, so that it can be erased and the award still counted.
CREATE TABLE award_recipients (
  award_id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  person_id uuid REFERENCES people ON DELETE SET NULL,
  name text,
  name_source text NOT NULL CHECK (name_source IN ('issuer', 'holder', 'institution')),
  email text,
  identifier text,
  salt text NOT NULL,
  -- The secret in the letter's link, hashed.
  offer_hash bytea UNIQUE,
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id) ON DELETE CASCADE
);
CREATE INDEX ON award_recipients (email);
CREATE INDEX ON award_recipients (identifier);

-- credentials ---------------------------------------------------------------------------------------

-- What the learner consented to show. No row: private.
CREATE TABLE publications (
  award_id uuid PRIMARY KEY REFERENCES awards ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  show_name boolean NOT NULL,
  show_result boolean NOT NULL,
  show_evidence boolean NOT NULL,
  older_platforms boolean NOT NULL,
  -- Who vouches for the name, as it stood when it was shown.
  name_source text NOT NULL,
  -- Anew with each choice: a document signed for an older choice is served no longer.
  revision uuid NOT NULL,
  published_at timestamptz NOT NULL
);

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  person_id uuid,
  award_id uuid NOT NULL,
  public_id text NOT NULL,
  edition text NOT NULL CHECK (edition IN ('holder', 'public')),
  format text NOT NULL,
  holder_key text NOT NULL DEFAULT '',
  language text NOT NULL,
  revision uuid,
  bytes text NOT NULL,
  digest bytea NOT NULL,
  signed_at timestamptz NOT NULL,
  UNIQUE (award_id, edition, format, holder_key),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id) ON DELETE CASCADE
);
CREATE INDEX ON documents (public_id) WHERE edition = 'public';
CREATE INDEX ON documents (digest);

-- catalogue -----------------------------------------------------------------------------------------

CREATE TABLE catalogue_entries (
  design_id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  version_id uuid NOT NULL,
  public_id text NOT NULL,
  kind text NOT NULL,
  unit_slugs text[] NOT NULL,
  content_languages text[] NOT NULL,
  instruction_languages text[] NOT NULL,
  participation text[] NOT NULL,
  assessment_types text[] NOT NULL,
  eqf integer,
  ects numeric,
  hours numeric,
  title jsonb NOT NULL,
  card jsonb NOT NULL,
  search_text text NOT NULL,
  published_at timestamptz NOT NULL
);
CREATE INDEX ON catalogue_entries (institution_id);

-- the wall ------------------------------------------------------------------------------------------

ALTER TABLE origins ENABLE ROW LEVEL SECURITY; ALTER TABLE origins FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY; ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE people ENABLE ROW LEVEL SECURITY; ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE identities ENABLE ROW LEVEL SECURITY; ALTER TABLE identities FORCE ROW LEVEL SECURITY;
ALTER TABLE email_addresses ENABLE ROW LEVEL SECURITY; ALTER TABLE email_addresses FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY; ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_ins ENABLE ROW LEVEL SECURITY; ALTER TABLE sign_ins FORCE ROW LEVEL SECURITY;
ALTER TABLE email_codes ENABLE ROW LEVEL SECURITY; ALTER TABLE email_codes FORCE ROW LEVEL SECURITY;
ALTER TABLE institutions ENABLE ROW LEVEL SECURITY; ALTER TABLE institutions FORCE ROW LEVEL SECURITY;
ALTER TABLE units ENABLE ROW LEVEL SECURITY; ALTER TABLE units FORCE ROW LEVEL SECURITY;
ALTER TABLE issuers ENABLE ROW LEVEL SECURITY; ALTER TABLE issuers FORCE ROW LEVEL SECURITY;
ALTER TABLE members ENABLE ROW LEVEL SECURITY; ALTER TABLE members FORCE ROW LEVEL SECURITY;
ALTER TABLE api_clients ENABLE ROW LEVEL SECURITY; ALTER TABLE api_clients FORCE ROW LEVEL SECURITY;
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY; ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY; ALTER TABLE signing_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE status_lists ENABLE ROW LEVEL SECURITY; ALTER TABLE status_lists FORCE ROW LEVEL SECURITY;
ALTER TABLE status_entries ENABLE ROW LEVEL SECURITY; ALTER TABLE status_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE designs ENABLE ROW LEVEL SECURITY; ALTER TABLE designs FORCE ROW LEVEL SECURITY;
ALTER TABLE design_versions ENABLE ROW LEVEL SECURITY; ALTER TABLE design_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE design_documents ENABLE ROW LEVEL SECURITY; ALTER TABLE design_documents FORCE ROW LEVEL SECURITY;
ALTER TABLE batches ENABLE ROW LEVEL SECURITY; ALTER TABLE batches FORCE ROW LEVEL SECURITY;
ALTER TABLE awards ENABLE ROW LEVEL SECURITY; ALTER TABLE awards FORCE ROW LEVEL SECURITY;
ALTER TABLE award_recipients ENABLE ROW LEVEL SECURITY; ALTER TABLE award_recipients FORCE ROW LEVEL SECURITY;
ALTER TABLE publications ENABLE ROW LEVEL SECURITY; ALTER TABLE publications FORCE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY; ALTER TABLE documents FORCE ROW LEVEL SECURITY;
ALTER TABLE catalogue_entries ENABLE ROW LEVEL SECURITY; ALTER TABLE catalogue_entries FORCE ROW LEVEL SECURITY;

-- origins: no secret, everyone reads; written at start.
GRANT SELECT ON origins TO waarmerk_staff, waarmerk_person, waarmerk_public, waarmerk_worker, waarmerk_doorkeeper;
GRANT INSERT, UPDATE ON origins TO waarmerk_doorkeeper;
CREATE POLICY everyone_reads ON origins FOR SELECT USING (true);
CREATE POLICY start_writes ON origins FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);

-- outbox: whoever acts may announce about the own institution or about no institution; only the worker reads.
GRANT INSERT ON outbox TO waarmerk_staff, waarmerk_person, waarmerk_doorkeeper;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO waarmerk_worker;
CREATE POLICY staff_announce ON outbox FOR INSERT TO waarmerk_staff WITH CHECK (institution_id = current_institution());
CREATE POLICY people_announce ON outbox FOR INSERT TO waarmerk_person WITH CHECK (true);
CREATE POLICY doorkeeper_announces ON outbox FOR INSERT TO waarmerk_doorkeeper WITH CHECK (institution_id IS NULL);
CREATE POLICY worker_relays ON outbox FOR ALL TO waarmerk_worker USING (true) WITH CHECK (true);

-- audit: appended by all who act, read by those it concerns.
GRANT SELECT, INSERT ON audit_entries TO waarmerk_staff, waarmerk_person, waarmerk_worker;
GRANT INSERT ON audit_entries TO waarmerk_doorkeeper;
CREATE POLICY staff_append ON audit_entries FOR INSERT TO waarmerk_staff WITH CHECK (institution_id = current_institution());
CREATE POLICY staff_read ON audit_entries FOR SELECT TO waarmerk_staff USING (institution_id = current_institution());
CREATE POLICY people_append ON audit_entries FOR INSERT TO waarmerk_person
  WITH CHECK (actor_kind = 'person' AND actor_id = current_person());
CREATE POLICY people_read ON audit_entries FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY worker_append ON audit_entries FOR INSERT TO waarmerk_worker
  WITH CHECK (institution_id = current_institution() OR institution_id IS NULL);
CREATE POLICY worker_read ON audit_entries FOR SELECT TO waarmerk_worker USING (institution_id = current_institution());
CREATE POLICY doorkeeper_append ON audit_entries FOR INSERT TO waarmerk_doorkeeper WITH CHECK (true);

-- accounts: the doorkeeper signs people in and sees accounts, nothing else; a person sees the own.
GRANT SELECT, INSERT, UPDATE ON people, identities TO waarmerk_doorkeeper;
GRANT SELECT, INSERT, UPDATE, DELETE ON email_addresses, sessions, sign_ins, email_codes TO waarmerk_doorkeeper;
CREATE POLICY doorkeeper ON people FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY doorkeeper ON identities FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY doorkeeper ON email_addresses FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY doorkeeper ON sessions FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY doorkeeper ON sign_ins FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY doorkeeper ON email_codes FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON people TO waarmerk_person;
GRANT SELECT ON identities, email_addresses TO waarmerk_person;
CREATE POLICY own ON people FOR ALL TO waarmerk_person USING (id = current_person()) WITH CHECK (id = current_person());
CREATE POLICY own ON identities FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY own ON email_addresses FOR SELECT TO waarmerk_person USING (person_id = current_person());

-- institutions: what is public about them is public; the rest is the institution's.
GRANT SELECT (id, slug, kind, name, default_language, time_zone, address, identifiers, email, website, linkedin_id, inks, demo, created_at)
  ON institutions TO waarmerk_public, waarmerk_person;
GRANT SELECT ON units, issuers TO waarmerk_public, waarmerk_person, waarmerk_doorkeeper;
GRANT SELECT, INSERT, UPDATE ON institutions TO waarmerk_staff;
GRANT SELECT, INSERT, UPDATE ON units TO waarmerk_staff;
GRANT SELECT, INSERT ON issuers TO waarmerk_staff;
GRANT SELECT ON institutions, units, issuers TO waarmerk_worker;
GRANT SELECT ON institutions TO waarmerk_doorkeeper;
CREATE POLICY everyone_reads ON institutions FOR SELECT TO waarmerk_public, waarmerk_person, waarmerk_doorkeeper, waarmerk_worker USING (true);
CREATE POLICY own ON institutions FOR ALL TO waarmerk_staff USING (id = current_institution()) WITH CHECK (id = current_institution());
CREATE POLICY everyone_reads ON units FOR SELECT TO waarmerk_public, waarmerk_person, waarmerk_doorkeeper USING (true);
CREATE POLICY own ON units FOR ALL TO waarmerk_staff USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own_read ON units FOR SELECT TO waarmerk_worker USING (institution_id = current_institution());
CREATE POLICY everyone_reads ON issuers FOR SELECT TO waarmerk_public, waarmerk_person, waarmerk_doorkeeper, waarmerk_worker USING (true);
CREATE POLICY own ON issuers FOR ALL TO waarmerk_staff USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT, UPDATE, DELETE ON members TO waarmerk_staff;
GRANT SELECT ON members TO waarmerk_person;
GRANT SELECT, UPDATE (person_id) ON members TO waarmerk_doorkeeper;
CREATE POLICY own ON members FOR ALL TO waarmerk_staff USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own_read ON members FOR SELECT TO waarmerk_person USING (person_id = current_person());
CREATE POLICY doorkeeper_recognises ON members FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON api_clients TO waarmerk_staff;
GRANT SELECT, UPDATE (last_used_at) ON api_clients TO waarmerk_doorkeeper;
GRANT SELECT, INSERT, DELETE ON api_tokens TO waarmerk_doorkeeper;
GRANT DELETE ON api_tokens TO waarmerk_staff;
CREATE POLICY own ON api_clients FOR ALL TO waarmerk_staff USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY doorkeeper_recognises ON api_clients FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY own ON api_tokens FOR ALL TO waarmerk_staff USING (institution_id = current_institution());
CREATE POLICY doorkeeper ON api_tokens FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);

-- keys: the public part is public; the sealed part is for the worker, who signs.
GRANT SELECT (id, institution_id, issuer_id, purpose, kid, verification_method, public_jwk, active_from, active_until)
  ON signing_keys TO waarmerk_public, waarmerk_person, waarmerk_staff;
GRANT INSERT ON signing_keys TO waarmerk_staff;
GRANT SELECT, INSERT, UPDATE (active_until) ON signing_keys TO waarmerk_worker;
CREATE POLICY everyone_reads ON signing_keys FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON signing_keys FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

-- status: the signed list is public; which entry is whose is not.
GRANT SELECT (id, institution_id, issuer_id, public_id, url, purpose, size, document, signed_at) ON status_lists TO waarmerk_public, waarmerk_person;
GRANT SELECT, INSERT, UPDATE ON status_lists TO waarmerk_worker, waarmerk_staff;
GRANT SELECT, INSERT, UPDATE ON status_entries TO waarmerk_worker, waarmerk_staff;
CREATE POLICY everyone_reads ON status_lists FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON status_lists FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON status_entries FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

-- designs: drafts are the institution's; a published version is public.
GRANT SELECT, INSERT, UPDATE ON designs TO waarmerk_staff;
GRANT SELECT, INSERT ON design_versions, design_documents TO waarmerk_staff;
GRANT SELECT ON designs, design_versions, design_documents TO waarmerk_worker;
GRANT SELECT (id, institution_id, issuer_id, unit_id, public_id, kind, partner_unit_ids, latest_version, retired_at) ON designs TO waarmerk_public, waarmerk_person;
GRANT SELECT ON design_versions, design_documents TO waarmerk_public, waarmerk_person;
CREATE POLICY own ON designs FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY published ON designs FOR SELECT TO waarmerk_public, waarmerk_person USING (latest_version > 0);
CREATE POLICY own ON design_versions FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY published ON design_versions FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON design_documents FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY published ON design_documents FOR SELECT TO waarmerk_public, waarmerk_person USING (true);

-- awards: facts of the institution; the person to whom they were granted, and the bearer of an offer, see their own.
GRANT SELECT, INSERT, UPDATE ON batches TO waarmerk_staff, waarmerk_worker;
CREATE POLICY own ON batches FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT, UPDATE, DELETE ON awards, award_recipients TO waarmerk_staff, waarmerk_worker;
GRANT SELECT (id, institution_id, issuer_id, design_id, version_id, state, public_id, url, language, awarded_on, expires_on, narrative, granted_at, revoked_at, revocation_reason)
  ON awards TO waarmerk_public;
GRANT SELECT (award_id, institution_id, name, email, identifier, offer_hash) ON award_recipients TO waarmerk_public;
GRANT SELECT, UPDATE (person_id, state, claimed_at, declined_at) ON awards TO waarmerk_person;
GRANT SELECT, UPDATE (person_id, name, name_source) ON award_recipients TO waarmerk_person;
CREATE POLICY own ON awards FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON award_recipients FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
-- Whoever sees the recipient's row sees the award; the recipient's row asks nothing of awards, or the
-- two policies would call each other without end.
CREATE POLICY bearer_of_offer ON award_recipients FOR SELECT TO waarmerk_public, waarmerk_person
  USING (offer_hash = current_capability());
CREATE POLICY addressee ON award_recipients FOR ALL TO waarmerk_person USING (
  person_id = current_person()
  OR person_id IS NULL AND (
    email IN (SELECT e.address FROM email_addresses e)
    OR identifier IN (SELECT unnest(i.identifiers) FROM identities i)))
  WITH CHECK (person_id = current_person());
CREATE POLICY recipient_sees ON awards FOR SELECT TO waarmerk_public, waarmerk_person
  USING (state <> 'pending' AND id IN (SELECT r.award_id FROM award_recipients r));
CREATE POLICY published ON awards FOR SELECT TO waarmerk_public
  USING (id IN (SELECT p.award_id FROM publications p));
-- A link alone opens the page; claiming asks that the address is proven, so no capability may be set.
CREATE POLICY recipient_claims ON awards FOR UPDATE TO waarmerk_person
  USING (state <> 'pending' AND current_capability() IS NULL
    AND (person_id IS NULL OR person_id = current_person())
    AND id IN (SELECT r.award_id FROM award_recipients r))
  WITH CHECK (person_id = current_person());

-- credentials: the public edition is public, the holder's edition is the holder's.
GRANT SELECT, INSERT, UPDATE, DELETE ON documents TO waarmerk_worker;
GRANT SELECT, DELETE ON documents TO waarmerk_person;
GRANT SELECT ON documents TO waarmerk_public;
GRANT SELECT (id, institution_id, award_id, edition, format, language, signed_at) ON documents TO waarmerk_staff;
CREATE POLICY own ON documents FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY holder ON documents FOR ALL TO waarmerk_person USING (person_id = current_person());
CREATE POLICY published ON documents FOR SELECT TO waarmerk_public USING (edition = 'public');
GRANT SELECT, INSERT, UPDATE, DELETE ON publications TO waarmerk_person;
GRANT SELECT ON publications TO waarmerk_worker;
GRANT SELECT (award_id, show_name, show_result, show_evidence, older_platforms, name_source, revision, published_at) ON publications TO waarmerk_public;
CREATE POLICY own ON publications FOR ALL TO waarmerk_person USING (person_id = current_person()) WITH CHECK (person_id = current_person());
CREATE POLICY of_own_award ON publications FOR SELECT TO waarmerk_worker
  USING (award_id IN (SELECT a.id FROM awards a));
CREATE POLICY published ON publications FOR SELECT TO waarmerk_public USING (true);

-- catalogue
GRANT SELECT ON catalogue_entries TO waarmerk_public, waarmerk_person, waarmerk_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue_entries TO waarmerk_worker;
CREATE POLICY everyone_reads ON catalogue_entries FOR SELECT TO waarmerk_public, waarmerk_person, waarmerk_staff USING (true);
CREATE POLICY own ON catalogue_entries FOR ALL TO waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
