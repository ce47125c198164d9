-- The organisation: what an institution says of itself and by which rules it works, units as a tree, requests to
-- join, and programs whose secrets change.

-- institutions --------------------------------------------------------------------------------------

ALTER TABLE institutions DROP CONSTRAINT institutions_kind_check;
ALTER TABLE institutions ADD CONSTRAINT institutions_kind_check
  CHECK (kind IN ('operator', 'wo', 'hbo', 'mbo', 'hbo-mbo', 'other'));
ALTER TABLE institutions ADD COLUMN description jsonb NOT NULL DEFAULT '{}';
ALTER TABLE institutions ADD COLUMN grading_table text;
-- Storage key of a PNG that was drawn here.
ALTER TABLE institutions ADD COLUMN logo text;
ALTER TABLE institutions ADD COLUMN sender_name text;
ALTER TABLE institutions ADD COLUMN reply_to text;
-- GDPR, article 6: the ground for processing in each kind of award; null: nothing of that kind may be awarded.
ALTER TABLE institutions ADD COLUMN formal_basis text DEFAULT 'contract'
  CHECK (formal_basis IN ('contract', 'legitimate-interest', 'legal-obligation'));
ALTER TABLE institutions ADD COLUMN informal_basis text DEFAULT 'contract'
  CHECK (informal_basis IN ('contract', 'legitimate-interest', 'legal-obligation'));
ALTER TABLE institutions ADD COLUMN features text[] NOT NULL
  DEFAULT '{microcredentials,api-awarding,catalogue}'
  CHECK (features <@ ARRAY['microcredentials', 'api-awarding', 'catalogue']);
-- Whose learners may ask to take part.
ALTER TABLE institutions ADD COLUMN open_to text NOT NULL DEFAULT 'all' CHECK (open_to IN ('all', 'none', 'listed'));
ALTER TABLE institutions ADD COLUMN open_to_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE institutions ADD COLUMN archived_at timestamptz;
CREATE UNIQUE INDEX one_operator ON institutions (kind) WHERE kind = 'operator';

-- What is public of an institution, and what letters and learners' pages are made of.
GRANT SELECT (description, grading_table, logo, sender_name, reply_to, formal_basis, informal_basis, features,
  open_to, open_to_ids, archived_at) ON institutions TO waarmerk_public, waarmerk_person;

-- units ---------------------------------------------------------------------------------------------

ALTER TABLE units ADD COLUMN description jsonb NOT NULL DEFAULT '{}';
ALTER TABLE units ADD COLUMN logo text;
ALTER TABLE units ADD COLUMN website text;
ALTER TABLE units ADD COLUMN linkedin_id text;
-- In an institution that is both.
ALTER TABLE units ADD COLUMN sort text CHECK (sort IN ('hbo', 'mbo'));
ALTER TABLE units ADD COLUMN visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'test'));
-- { name, url?, logo? }: for whom it issues.
ALTER TABLE units ADD COLUMN on_behalf_of jsonb;
ALTER TABLE units ADD COLUMN archived_at timestamptz;
ALTER TABLE units ADD CONSTRAINT units_not_own_parent CHECK (parent_id <> id);
-- An archived unit lets go of its names.
ALTER TABLE units DROP CONSTRAINT units_institution_id_slug_key;
CREATE UNIQUE INDEX unit_slug ON units (institution_id, slug) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX unit_name_en ON units (institution_id, coalesce(parent_id::text, ''), lower(name->>'en'))
  WHERE archived_at IS NULL;
CREATE UNIQUE INDEX unit_name_nl ON units (institution_id, coalesce(parent_id::text, ''), lower(name->>'nl'))
  WHERE archived_at IS NULL;
GRANT DELETE ON units TO waarmerk_staff;

-- programs ------------------------------------------------------------------------------------------

-- The secret before, for as long as both are good.
ALTER TABLE api_clients ADD COLUMN former_hash bytea;
ALTER TABLE api_clients ADD COLUMN former_until timestamptz;
ALTER TABLE api_clients ADD COLUMN rotated_at timestamptz;
ALTER TABLE api_clients ADD COLUMN requests_per_minute integer NOT NULL DEFAULT 600
  CHECK (requests_per_minute BETWEEN 1 AND 100000);
-- Whoever withdraws a program ends its tokens, and must be able to say which.
GRANT SELECT (client_id) ON api_tokens TO waarmerk_staff;

-- requests to join ----------------------------------------------------------------------------------

-- Belongs to no institution; the operator's own answers it. Who asked is forgotten once they have an answer.
CREATE TABLE institution_requests (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('wo', 'hbo', 'mbo', 'hbo-mbo', 'other')),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  home_organisation text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  contact_name text,
  contact_address text,
  state text NOT NULL CHECK (state IN ('waiting', 'approved', 'declined')),
  reason text,
  institution_id uuid REFERENCES institutions,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((state = 'approved') = (institution_id IS NOT NULL))
);
-- One open request for a home organisation: whoever sends it again changes nothing.
CREATE UNIQUE INDEX one_waiting_request ON institution_requests (home_organisation) WHERE state = 'waiting';
CREATE INDEX ON institution_requests (created_at);

ALTER TABLE institution_requests ENABLE ROW LEVEL SECURITY; ALTER TABLE institution_requests FORCE ROW LEVEL SECURITY;
-- The doorkeeper takes it in, the worker writes the letters and forgets who asked.
GRANT SELECT, INSERT ON institution_requests TO waarmerk_doorkeeper;
GRANT SELECT, UPDATE ON institution_requests TO waarmerk_staff;
GRANT SELECT, UPDATE (contact_name, contact_address, reason) ON institution_requests TO waarmerk_worker;
CREATE POLICY doorkeeper_takes_in ON institution_requests FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
CREATE POLICY worker_writes ON institution_requests FOR ALL TO waarmerk_worker USING (true) WITH CHECK (true);
CREATE POLICY operator_answers ON institution_requests FOR ALL TO waarmerk_staff
  USING (EXISTS (SELECT 1 FROM institutions i WHERE i.id = current_institution() AND i.kind = 'operator'))
  WITH CHECK (EXISTS (SELECT 1 FROM institutions i WHERE i.id = current_institution() AND i.kind = 'operator'));
