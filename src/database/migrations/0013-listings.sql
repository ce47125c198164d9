-- Lists of revoked credentials by id, for readers from before the status list. An entry is made when a document that
-- names such a list is signed, so that the list tells of no other credential; it survives erasure, like a status bit.
CREATE TABLE status_listings (
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  award_id uuid NOT NULL,
  listing text NOT NULL CHECK (listing IN ('ob2-signed', '1edtech')),
  listed_id text NOT NULL,
  revoked_at timestamptz,
  reason text,
  PRIMARY KEY (award_id, listing),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE INDEX ON status_listings (issuer_id, listing) WHERE revoked_at IS NOT NULL;
ALTER TABLE status_listings ENABLE ROW LEVEL SECURITY; ALTER TABLE status_listings FORCE ROW LEVEL SECURITY;

GRANT SELECT (issuer_id, listing, listed_id, revoked_at, reason) ON status_listings TO waarmerk_public, waarmerk_person;
GRANT SELECT, INSERT ON status_listings TO waarmerk_worker, waarmerk_staff;
GRANT UPDATE (revoked_at, reason) ON status_listings TO waarmerk_worker, waarmerk_staff;
CREATE POLICY revoked ON status_listings FOR SELECT TO waarmerk_public, waarmerk_person USING (revoked_at IS NOT NULL);
CREATE POLICY own ON status_listings FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
