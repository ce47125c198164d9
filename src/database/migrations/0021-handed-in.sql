-- The dossier as it was handed in with a version: what is judged is what was handed in, whatever is written since.
CREATE TABLE quality_handed_in (
  proposal_id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  dossier jsonb NOT NULL,
  FOREIGN KEY (institution_id, proposal_id) REFERENCES design_proposals (institution_id, id)
);

ALTER TABLE design_proposals NO FORCE ROW LEVEL SECURITY; ALTER TABLE quality_dossiers NO FORCE ROW LEVEL SECURITY;
INSERT INTO quality_handed_in (proposal_id, institution_id, dossier)
  SELECT p.id, p.institution_id, q.body FROM design_proposals p JOIN quality_dossiers q ON q.design_id = p.design_id;
ALTER TABLE design_proposals FORCE ROW LEVEL SECURITY; ALTER TABLE quality_dossiers FORCE ROW LEVEL SECURITY;

CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_handed_in
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE quality_handed_in ENABLE ROW LEVEL SECURITY; ALTER TABLE quality_handed_in FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON quality_handed_in FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT ON quality_handed_in TO waarmerk_staff, waarmerk_worker;
