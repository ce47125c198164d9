-- An institution's own tags on its designs, and the letters that an address wants no more.

-- designs -------------------------------------------------------------------------------------------

-- For sorting within the institution. No part of a version, never public: nobody outside is granted anything here.
CREATE TABLE design_tags (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL,
  archived_at timestamptz,
  UNIQUE (institution_id, id)
);
CREATE UNIQUE INDEX one_tag_a_name ON design_tags (institution_id, lower(name)) WHERE archived_at IS NULL;

CREATE TABLE tagged_designs (
  institution_id uuid NOT NULL REFERENCES institutions,
  design_id uuid NOT NULL,
  tag_id uuid NOT NULL,
  PRIMARY KEY (design_id, tag_id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id),
  FOREIGN KEY (institution_id, tag_id) REFERENCES design_tags (institution_id, id)
);
CREATE INDEX ON tagged_designs (tag_id);

-- accounts ------------------------------------------------------------------------------------------

-- The address itself is not kept: only who knows it, and the master key, finds its line.
CREATE TABLE letter_wishes (
  id uuid PRIMARY KEY,
  address_digest bytea NOT NULL,
  -- Null: from no institution at all.
  institution_id uuid REFERENCES institutions,
  wished_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (address_digest, institution_id)
);

-- awards, institutions ------------------------------------------------------------------------------

-- When a letter was due and did not leave, because the address wants none.
ALTER TABLE award_recipients ADD COLUMN offer_withheld_at timestamptz;
ALTER TABLE invitations ADD COLUMN withheld_at timestamptz;

-- the wall ------------------------------------------------------------------------------------------

ALTER TABLE design_tags ENABLE ROW LEVEL SECURITY; ALTER TABLE design_tags FORCE ROW LEVEL SECURITY;
ALTER TABLE tagged_designs ENABLE ROW LEVEL SECURITY; ALTER TABLE tagged_designs FORCE ROW LEVEL SECURITY;
ALTER TABLE letter_wishes ENABLE ROW LEVEL SECURITY; ALTER TABLE letter_wishes FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON design_tags TO waarmerk_staff;
GRANT SELECT, INSERT, DELETE ON tagged_designs TO waarmerk_staff;
CREATE POLICY own ON design_tags FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY own ON tagged_designs FOR ALL TO waarmerk_staff
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

-- Whoever sends a letter asks; whoever holds the letter's link, or proved the address, changes.
GRANT SELECT ON letter_wishes TO waarmerk_staff, waarmerk_worker;
GRANT SELECT, INSERT, DELETE ON letter_wishes TO waarmerk_doorkeeper;
CREATE POLICY concerning ON letter_wishes FOR SELECT TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution() OR institution_id IS NULL);
CREATE POLICY doorkeeper ON letter_wishes FOR ALL TO waarmerk_doorkeeper USING (true) WITH CHECK (true);
