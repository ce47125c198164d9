-- Feedback: what learners, peers and employers say of a version of a design. It is about the design and never about a
-- person: an institution reads numbers of five or more, and no row.

-- `claim`, `later`: of whoever earned it; `employer`: of whoever read a credential; `peer`: of a colleague.
CREATE TABLE feedback_answers (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  version_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('claim', 'later', 'employer', 'peer')),
  -- To be changed and withdrawn by. Both go when the person does; an employer has neither.
  person_id uuid,
  award_id uuid,
  -- By question: 1 to 4.
  answers jsonb NOT NULL,
  text text NOT NULL DEFAULT '',
  organisation text,
  -- A day and no instant, so that no log tells whose it is.
  given_on date NOT NULL,
  CHECK (kind IN ('claim', 'later') OR award_id IS NULL),
  CHECK (kind <> 'employer' OR person_id IS NULL),
  CHECK (kind = 'employer' OR organisation IS NULL),
  UNIQUE (award_id, kind),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_versions (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id)
);
CREATE INDEX ON feedback_answers (version_id, kind, given_on, id);
CREATE INDEX ON feedback_answers (person_id);
CREATE UNIQUE INDEX one_reading_a_peer ON feedback_answers (version_id, person_id) WHERE kind = 'peer';

-- What may be read of them: of whole fives, or nothing. Nobody can write a smaller number here.
CREATE TABLE feedback_figures (
  version_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('claim', 'later', 'employer', 'peer')),
  n integer NOT NULL CHECK (n >= 5 AND n % 5 = 0),
  -- [{ question, n, counts }]
  figures jsonb NOT NULL,
  counted_on date NOT NULL,
  PRIMARY KEY (version_id, kind),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_versions (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE INDEX ON feedback_figures (design_id);

-- Whom a letter asked half a year after the award; once.
CREATE TABLE feedback_asked (
  award_id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  asked_on date NOT NULL,
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id) ON DELETE CASCADE
);

-- You said, we did.
CREATE TABLE feedback_replies (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  said jsonb NOT NULL,
  did jsonb NOT NULL,
  said_on date NOT NULL,
  by_id uuid NOT NULL,
  withdrawn_on date,
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE INDEX ON feedback_replies (design_id, said_on);

-- A complaint as it came in: about a design, never about a person.
CREATE TABLE feedback_complaints (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  version_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('content', 'assessment', 'organisation', 'information', 'other')),
  received_on date NOT NULL,
  note text NOT NULL DEFAULT '',
  by_id uuid NOT NULL,
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_versions (institution_id, id)
);
CREATE INDEX ON feedback_complaints (version_id, received_on);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON feedback_complaints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a review rests on, as it stood when the review began; the decision names its digest.
CREATE TABLE quality_evidence (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  -- Canonical JSON (RFC 8785).
  body text NOT NULL,
  digest bytea NOT NULL,
  made_at timestamptz NOT NULL,
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);
CREATE INDEX ON quality_evidence (cycle_id, made_at);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['feedback_answers', 'feedback_figures', 'feedback_asked', 'feedback_replies', 'feedback_complaints', 'quality_evidence']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I FOR ALL TO waarmerk_staff, waarmerk_worker USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution())', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waarmerk_worker', t);
  END LOOP;
END $$;
-- Staff get no grant on any of this: what they read is counted by the worker.
GRANT UPDATE (answers, text, given_on), DELETE ON feedback_answers TO waarmerk_worker;
GRANT UPDATE, DELETE ON feedback_figures TO waarmerk_worker;
GRANT UPDATE (withdrawn_on) ON feedback_replies TO waarmerk_worker;

-- A learner speaks of what they hold, as who they are.
GRANT SELECT, INSERT, UPDATE (answers, text), DELETE ON feedback_answers TO waarmerk_person;
CREATE POLICY own_words ON feedback_answers FOR ALL TO waarmerk_person
  USING (person_id = current_person() AND kind IN ('claim', 'later'))
  WITH CHECK (person_id = current_person() AND kind IN ('claim', 'later') AND EXISTS (
    SELECT FROM awards a WHERE a.id = award_id AND a.version_id = feedback_answers.version_id
      AND a.design_id = feedback_answers.design_id AND a.person_id = current_person() AND a.state IN ('claimed', 'revoked')));

GRANT SELECT (version_id, institution_id, design_id, kind, n, figures, counted_on) ON feedback_figures TO waarmerk_public, waarmerk_person;
CREATE POLICY everyone ON feedback_figures FOR SELECT TO waarmerk_public, waarmerk_person USING (kind <> 'peer');
GRANT SELECT (id, institution_id, design_id, said, did, said_on, withdrawn_on) ON feedback_replies TO waarmerk_public, waarmerk_person;
CREATE POLICY everyone ON feedback_replies FOR SELECT TO waarmerk_public, waarmerk_person USING (withdrawn_on IS NULL);

-- Erasure takes the person, the award and the words, and leaves the numbers. A row that is nobody's is not in the
-- custodian's sight, so that it cannot become so by an update: it is taken away and written anew.
GRANT SELECT, INSERT, UPDATE (person_id), DELETE ON feedback_answers TO waarmerk_custodian;
CREATE POLICY custody ON feedback_answers FOR ALL TO waarmerk_custodian
  USING (in_custody(person_id)) WITH CHECK (person_id IS NULL OR in_custody(person_id));

-- What a list of changes says of a published version: when it was published, and reviewed.
GRANT SELECT (id, n) ON quality_cycles TO waarmerk_public, waarmerk_person;
GRANT SELECT (cycle_id, institution_id, seq, act, at, detail) ON quality_events TO waarmerk_public, waarmerk_person;
CREATE POLICY published ON quality_events FOR SELECT TO waarmerk_public, waarmerk_person
  USING (act IN ('publish', 'renew') AND EXISTS (SELECT FROM quality_cycles c WHERE c.id = cycle_id));
