-- An institution vouches for another one, or for one version of a design. It is the endorser's word, so the endorser
-- owns the row; whom it is about decides whether it is shown.
CREATE TABLE endorsements (
  id uuid PRIMARY KEY,
  public_id text NOT NULL UNIQUE,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  url text NOT NULL UNIQUE,
  subject_institution_id uuid NOT NULL REFERENCES institutions,
  subject_version_id uuid,
  -- achievement.id of the version, or the DID of the institution's issuer.
  subject_url text NOT NULL,
  comment text NOT NULL,
  language text NOT NULL,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn')),
  -- As it was signed; it never changes.
  document text NOT NULL,
  offered_at timestamptz NOT NULL,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  CHECK (institution_id <> subject_institution_id),
  FOREIGN KEY (subject_institution_id, subject_version_id) REFERENCES design_versions (institution_id, id),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE INDEX ON endorsements (institution_id, offered_at);
CREATE INDEX ON endorsements (subject_institution_id, offered_at);
CREATE INDEX ON endorsements (subject_url) WHERE state = 'accepted';
CREATE UNIQUE INDEX one_standing_word ON endorsements (institution_id, subject_url) WHERE state IN ('offered', 'accepted');
ALTER TABLE endorsements ENABLE ROW LEVEL SECURITY; ALTER TABLE endorsements FORCE ROW LEVEL SECURITY;

GRANT SELECT ON endorsements TO waarmerk_public, waarmerk_person;
GRANT SELECT, INSERT, UPDATE (state, answered_at, withdrawn_at) ON endorsements TO waarmerk_staff, waarmerk_worker;
-- What was accepted once stays readable: credentials that hold it are in people's hands, and its status tells the rest.
CREATE POLICY accepted ON endorsements FOR SELECT TO waarmerk_public, waarmerk_person
  USING (state = 'accepted' OR (state = 'withdrawn' AND answered_at IS NOT NULL));
CREATE POLICY own ON endorsements FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
CREATE POLICY about_us ON endorsements FOR SELECT TO waarmerk_staff, waarmerk_worker
  USING (subject_institution_id = current_institution());
-- Whom it is about may answer and nothing else.
CREATE POLICY answer ON endorsements FOR UPDATE TO waarmerk_staff
  USING (subject_institution_id = current_institution() AND state = 'offered')
  WITH CHECK (subject_institution_id = current_institution() AND state IN ('accepted', 'declined'));
