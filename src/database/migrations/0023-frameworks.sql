-- Skills frameworks: what an institution brought in to align outcomes with. Versions that were published carry their
-- own text of a skill and refer to nothing here.

CREATE TABLE frameworks (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  name text NOT NULL CHECK (name <> ''),
  publisher text NOT NULL CHECK (publisher <> ''),
  version text,
  licence text NOT NULL CHECK (licence <> ''),
  url text NOT NULL,
  -- Of the operator: staff of every institution may read it.
  offered boolean NOT NULL,
  imported_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (institution_id, name)
);

CREATE TABLE framework_items (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  framework_id uuid NOT NULL,
  -- By which the item is known, in credentials too.
  url text NOT NULL,
  code text CHECK (code <> ''),
  kind text CHECK (kind <> ''),
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  -- What else it is called, for searching alone.
  other_names text NOT NULL,
  -- When a newer file no longer had it: drafts that use it are told.
  gone_at timestamptz,
  -- Words as they are written, and as Dutch and English bend them; every server of PostgreSQL has these three.
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple'::regconfig, coalesce(code, '') || ' ' || coalesce(name ->> 'nl', '') || ' ' || coalesce(name ->> 'en', '')), 'A')
    || setweight(to_tsvector('dutch'::regconfig, coalesce(name ->> 'nl', '')), 'A')
    || setweight(to_tsvector('english'::regconfig, coalesce(name ->> 'en', '')), 'A')
    || setweight(to_tsvector('simple'::regconfig, other_names), 'B')
    || setweight(to_tsvector('dutch'::regconfig, coalesce(description ->> 'nl', '')), 'D')
    || setweight(to_tsvector('english'::regconfig, coalesce(description ->> 'en', '')), 'D')
  ) STORED,
  UNIQUE (framework_id, url),
  FOREIGN KEY (institution_id, framework_id) REFERENCES frameworks (institution_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_code ON framework_items (framework_id, code) WHERE gone_at IS NULL;
CREATE INDEX ON framework_items (framework_id, lower(code) text_pattern_ops);
CREATE INDEX ON framework_items (url);
CREATE INDEX ON framework_items USING gin (words);

ALTER TABLE frameworks ENABLE ROW LEVEL SECURITY; ALTER TABLE frameworks FORCE ROW LEVEL SECURITY;
ALTER TABLE framework_items ENABLE ROW LEVEL SECURITY; ALTER TABLE framework_items FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON frameworks, framework_items TO waarmerk_staff;
-- Only the operator's institution can offer something to the others.
CREATE POLICY own ON frameworks FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution())
  WITH CHECK (institution_id = current_institution() AND (NOT offered OR EXISTS (
    SELECT FROM institutions i WHERE i.id = current_institution() AND i.kind = 'operator')));
CREATE POLICY offered ON frameworks FOR SELECT TO waarmerk_staff USING (offered);
CREATE POLICY own ON framework_items FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY offered ON framework_items FOR SELECT TO waarmerk_staff
  USING (framework_id IN (SELECT f.id FROM frameworks f WHERE f.offered));
