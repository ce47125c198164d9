-- Programs follow the person who made them when two accounts of that person become one.
GRANT SELECT (created_by), UPDATE (created_by) ON api_clients TO waarmerk_custodian;
CREATE POLICY custody ON api_clients FOR ALL TO waarmerk_custodian
  USING (in_custody(created_by)) WITH CHECK (in_custody(created_by));

-- A request to join and the institution that comes of it carry one id, so that approving is one transaction: in the
-- context of that institution, which may write nothing but the approval.
CREATE POLICY became_institution ON institution_requests FOR ALL TO waarmerk_staff
  USING (id = current_institution())
  WITH CHECK (id = current_institution() AND state = 'approved' AND institution_id = id);
