-- Programs follow the person who made them when two accounts of that person become one.
GRANT SELECT (created_by), UPDATE (created_by) ON api_clients TO waarmerk_custodian;
CREATE POLICY custody ON api_clients FOR ALL TO waarmerk_custodian
  USING (in_custody(created_by)) WITH CHECK (in_custody(created_by));

-- So do those of accounts that are merged already, for a program stops with the last role of whoever made it.
ALTER TABLE api_clients NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people NO FORCE ROW LEVEL SECURITY;
WITH RECURSIVE goes_on (id, survivor) AS (
  SELECT id, merged_into FROM people WHERE merged_into IS NOT NULL
  UNION
  SELECT g.id, p.merged_into FROM goes_on g JOIN people p ON p.id = g.survivor WHERE p.merged_into IS NOT NULL
)
UPDATE api_clients c SET created_by = g.survivor
  FROM goes_on g JOIN people p ON p.id = g.survivor AND p.merged_into IS NULL
  WHERE g.id = c.created_by;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE api_clients FORCE ROW LEVEL SECURITY;

-- A request to join and the institution that comes of it carry one id, so that approving is one transaction: in the
-- context of that institution, which may write nothing but the approval.
CREATE POLICY became_institution ON institution_requests FOR ALL TO waarmerk_staff
  USING (id = current_institution())
  WITH CHECK (id = current_institution() AND state = 'approved' AND institution_id = id);
