-- Who is known to exist as an issuer, and whether somebody accredits them: lists that the operator brings in, and what
-- the operator enters by hand. Public by nature: whoever verifies is told where the knowledge comes from.
CREATE TABLE registers (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  name text NOT NULL,
  source_url text,
  -- The list replaces itself at each import; what is entered by hand stands beside it in a register of its own.
  imported_at timestamptz,
  imported_digest bytea,
  created_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (institution_id, name)
);

CREATE TABLE register_entries (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  register_id uuid NOT NULL,
  name text NOT NULL,
  country text CHECK (country ~ '^[A-Z]{2}$'),
  -- The DID or URL that signs, when the list names one.
  issuer_id text,
  -- Else whoever holds this host is meant: `did:web:{host}…`, `https://{host}/…`.
  host text,
  -- The register's own number, such as DEQARINST0382.
  identifier text,
  accredited_from date,
  accredited_until date,
  scope text,
  CHECK (accredited_until IS NULL OR accredited_from IS NULL OR accredited_until >= accredited_from),
  FOREIGN KEY (institution_id, register_id) REFERENCES registers (institution_id, id) ON DELETE CASCADE
);
CREATE INDEX ON register_entries (register_id, name);
CREATE INDEX ON register_entries (issuer_id) WHERE issuer_id IS NOT NULL;
CREATE INDEX ON register_entries (host) WHERE host IS NOT NULL;
CREATE INDEX ON register_entries (identifier) WHERE identifier IS NOT NULL;

ALTER TABLE registers ENABLE ROW LEVEL SECURITY; ALTER TABLE registers FORCE ROW LEVEL SECURITY;
ALTER TABLE register_entries ENABLE ROW LEVEL SECURITY; ALTER TABLE register_entries FORCE ROW LEVEL SECURITY;

GRANT SELECT ON registers, register_entries TO waarmerk_public, waarmerk_person;
GRANT SELECT, INSERT, UPDATE, DELETE ON registers, register_entries TO waarmerk_staff;
CREATE POLICY everyone_reads ON registers FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY everyone_reads ON register_entries FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON registers FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON register_entries FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
