-- Quality: how a design comes to be approved, by whom, under which rules, and how long that stands. Every act is a line
-- that never changes; where a design stands follows from its lines, and a line that the rules do not allow is refused
-- here too, whoever writes it.

-- What is decided upon: the next version, frozen when it is handed in. Publishing moves exactly these bytes.
CREATE TABLE design_proposals (
  id uuid PRIMARY KEY, -- of the version that it becomes
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  n integer NOT NULL CHECK (n >= 1),
  version jsonb NOT NULL, -- the row of design_versions, but for the day of publication
  documents jsonb NOT NULL, -- the rows of design_documents
  facts_hash bytea NOT NULL,
  draft_revision integer NOT NULL,
  proposed_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE INDEX ON design_proposals (design_id, proposed_at);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON design_proposals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a design is judged by and a credential does not carry.
CREATE TABLE quality_dossiers (
  design_id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  body jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);

-- Packs of an institution's own; those that come with the software are files of it.
CREATE TABLE quality_packs (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  pack text NOT NULL,
  version text NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  UNIQUE (institution_id, pack, version)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_packs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Which pack an institution judges by; the newest line of a kind counts.
CREATE TABLE quality_adoptions (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  design_kind text NOT NULL CHECK (design_kind IN ('microcredential', 'proof-of-competence', 'edubadge')),
  pack text NOT NULL,
  adopted_at timestamptz NOT NULL
);
CREATE INDEX ON quality_adoptions (institution_id, design_kind, adopted_at);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_adoptions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The way of one version of a design, from idea to retirement. A design under way again has a cycle more.
CREATE TABLE quality_cycles (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  n integer NOT NULL CHECK (n >= 1),
  state text NOT NULL,
  -- How often it was handed in: advice and votes are of one round.
  round integer NOT NULL DEFAULT 0,
  -- `rug-mc@2026`: pinned when it is handed in, so that what judged it stays visible.
  pack text NOT NULL,
  -- What its gates are, in order, as the pinned pack says.
  route text[] NOT NULL,
  proposal_id uuid,
  expert_id uuid,
  -- Since when it stands where it stands, and by when that should be done.
  since timestamptz NOT NULL,
  target date,
  review_due date,
  -- The first day on which it is awarded no longer because its review is overdue.
  stops_on date,
  opened_at timestamptz NOT NULL,
  UNIQUE (institution_id, id),
  UNIQUE (design_id, n),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id),
  FOREIGN KEY (institution_id, proposal_id) REFERENCES design_proposals (institution_id, id)
);
CREATE INDEX ON quality_cycles (institution_id, state);

-- Who put words into it: they decide nothing about it.
CREATE TABLE quality_makers (
  cycle_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  maker_id uuid NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (cycle_id, maker_id),
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);

-- Which act leads from where to where; `gate` says at which gate someone else than a maker must act.
CREATE TABLE quality_moves (
  act text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  four_eyes boolean NOT NULL,
  PRIMARY KEY (act, from_state, to_state)
);

CREATE TABLE quality_events (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  seq integer NOT NULL,
  act text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  round integer NOT NULL,
  -- Null: the clock.
  actor_id uuid,
  at timestamptz NOT NULL,
  -- Dates and references; never text about a person.
  detail jsonb NOT NULL DEFAULT '{}',
  UNIQUE (cycle_id, seq),
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE quality_meetings (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  day date NOT NULL,
  place text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
  -- Who was there; their seats by role stand in `detail` of the day itself.
  present_ids uuid[] NOT NULL DEFAULT '{}',
  minutes text NOT NULL DEFAULT '',
  called_at timestamptz NOT NULL,
  closed_at timestamptz,
  UNIQUE (institution_id, id)
);

-- What a meeting decides about; a round that comes back is another item.
CREATE TABLE quality_agenda (
  meeting_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  round integer NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (meeting_id, cycle_id, round),
  FOREIGN KEY (institution_id, meeting_id) REFERENCES quality_meetings (institution_id, id),
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);

CREATE TABLE quality_votes (
  cycle_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  round integer NOT NULL,
  voter_id uuid NOT NULL,
  vote text NOT NULL CHECK (vote IN ('for', 'against', 'abstain', 'recused')),
  reason text NOT NULL DEFAULT '',
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (cycle_id, round, voter_id),
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);

-- Advice, peers' readings and verdicts per criterion, and what was decided upon them.
CREATE TABLE quality_opinions (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  round integer NOT NULL,
  step text NOT NULL CHECK (step IN ('expert', 'peer', 'owner', 'committee', 'appeal', 'review')),
  by_id uuid NOT NULL,
  outcome text NOT NULL,
  summary text NOT NULL,
  -- [{ criterion, verdict: met | partly | not-met | not-applicable, reason }]
  verdicts jsonb NOT NULL DEFAULT '[]',
  given_at timestamptz NOT NULL,
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_opinions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An approval, bound to the bytes it approves.
CREATE TABLE quality_decisions (
  id uuid PRIMARY KEY,
  public_id text NOT NULL UNIQUE,
  institution_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  round integer NOT NULL,
  design_id uuid NOT NULL,
  version_id uuid NOT NULL, -- of the proposal, and later of the version
  facts_hash bytea NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('approved', 'approved-conditional')),
  -- `committee` or `expert`: who guarantees it.
  body text NOT NULL CHECK (body IN ('expert', 'committee')),
  pack text NOT NULL,
  -- [{ text, owner, due, metOn? }]
  conditions jsonb NOT NULL DEFAULT '[]',
  url text NOT NULL UNIQUE,
  -- The EndorsementCredential as it was signed (compact JWS).
  document text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  revoked_at timestamptz,
  UNIQUE (institution_id, id),
  UNIQUE (cycle_id, round),
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id),
  FOREIGN KEY (institution_id, version_id) REFERENCES design_proposals (institution_id, id),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE INDEX ON quality_decisions (version_id);

-- A remark at a field of the draft or the dossier.
CREATE TABLE quality_comments (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  pointer text NOT NULL,
  criterion text,
  text text NOT NULL,
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by uuid,
  FOREIGN KEY (institution_id, cycle_id) REFERENCES quality_cycles (institution_id, id)
);
CREATE INDEX ON quality_comments (cycle_id);

-- The Microcredentials Guide; versions never change.
CREATE TABLE quality_guides (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES institutions,
  n integer NOT NULL,
  sections jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  UNIQUE (institution_id, n)
);
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON quality_guides
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Versions published before there was a way to approve them. Said on their pages; new ones cannot get here.
CREATE TABLE quality_unjudged (
  version_id uuid PRIMARY KEY REFERENCES design_versions
);
ALTER TABLE design_versions NO FORCE ROW LEVEL SECURITY; ALTER TABLE designs NO FORCE ROW LEVEL SECURITY;
INSERT INTO quality_unjudged SELECT v.id FROM design_versions v JOIN designs d ON d.id = v.design_id WHERE d.kind <> 'edubadge';
ALTER TABLE design_versions FORCE ROW LEVEL SECURITY; ALTER TABLE designs FORCE ROW LEVEL SECURITY;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['design_proposals', 'quality_dossiers', 'quality_packs', 'quality_adoptions', 'quality_cycles', 'quality_makers',
    'quality_events', 'quality_meetings', 'quality_agenda', 'quality_votes', 'quality_opinions', 'quality_decisions', 'quality_comments', 'quality_guides']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I FOR ALL TO waarmerk_staff, waarmerk_worker USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution())', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waarmerk_staff, waarmerk_worker', t);
  END LOOP;
END $$;
ALTER TABLE quality_unjudged ENABLE ROW LEVEL SECURITY; ALTER TABLE quality_unjudged FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone ON quality_moves FOR SELECT TO PUBLIC USING (true);
CREATE POLICY everyone ON quality_unjudged FOR SELECT TO PUBLIC USING (true);
GRANT SELECT ON quality_moves TO waarmerk_staff, waarmerk_worker;
GRANT SELECT ON quality_unjudged TO waarmerk_staff, waarmerk_worker, waarmerk_public, waarmerk_person;
GRANT UPDATE ON quality_dossiers, quality_meetings, quality_votes TO waarmerk_staff, waarmerk_worker;
GRANT UPDATE (resolved_at, resolved_by) ON quality_comments TO waarmerk_staff, waarmerk_worker;
GRANT UPDATE (conditions, revoked_at) ON quality_decisions TO waarmerk_staff, waarmerk_worker;
GRANT UPDATE (state, round, since, pack, route, proposal_id, expert_id, target, review_due, stops_on) ON quality_cycles TO waarmerk_staff, waarmerk_worker;
GRANT DELETE ON quality_agenda TO waarmerk_staff;
-- An approval is public once its version is: whoever verifies may read it, and pages show it.
GRANT SELECT (id, public_id, institution_id, version_id, outcome, body, pack, url, document, decided_at, revoked_at) ON quality_decisions TO waarmerk_public, waarmerk_person;
CREATE POLICY published ON quality_decisions FOR SELECT TO waarmerk_public, waarmerk_person
  USING (EXISTS (SELECT FROM design_versions v WHERE v.id = version_id));
GRANT SELECT (pack, version, institution_id, body) ON quality_packs TO waarmerk_public, waarmerk_person;
CREATE POLICY everyone ON quality_packs FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
GRANT SELECT ON quality_guides TO waarmerk_public, waarmerk_person;
CREATE POLICY everyone ON quality_guides FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
GRANT SELECT (institution_id, design_id, state, review_due, stops_on, proposal_id) ON quality_cycles TO waarmerk_public, waarmerk_person;
CREATE POLICY published ON quality_cycles FOR SELECT TO waarmerk_public, waarmerk_person
  USING (EXISTS (SELECT FROM design_versions v WHERE v.id = proposal_id));

-- What someone said as a colleague is told to them, and stays the institution's record. Of two accounts that become one,
-- the survivor made and advised what either did.
GRANT SELECT ON quality_opinions, quality_votes, quality_comments, quality_events TO waarmerk_custodian;
GRANT SELECT, INSERT ON quality_makers TO waarmerk_custodian;
CREATE POLICY custody ON quality_opinions FOR SELECT TO waarmerk_custodian USING (in_custody(by_id));
CREATE POLICY custody ON quality_votes FOR SELECT TO waarmerk_custodian USING (in_custody(voter_id));
CREATE POLICY custody ON quality_comments FOR SELECT TO waarmerk_custodian USING (in_custody(by_id));
CREATE POLICY custody ON quality_events FOR SELECT TO waarmerk_custodian USING (in_custody(actor_id));
CREATE POLICY custody ON quality_makers FOR ALL TO waarmerk_custodian
  USING (in_custody(maker_id)) WITH CHECK (in_custody(maker_id) OR maker_id = current_survivor());

-- The acts. `process.ts` has the same table, and a test compares the two.
INSERT INTO quality_moves (act, from_state, to_state, four_eyes) VALUES
  ('hand-in-idea', 'idea', 'intake', false),
  ('take-on', 'intake', 'designing', true),
  ('check', 'designing', 'self-check', false),
  ('check', 'changes-requested', 'self-check', false),
  ('reopen', 'self-check', 'designing', false),
  ('submit', 'self-check', 'expert-review', false),
  ('submit', 'self-check', 'peer-review', false),
  ('submit', 'self-check', 'owner-review', false),
  ('submit', 'self-check', 'committee-queue', false),
  ('ask-changes', 'expert-review', 'changes-requested', true),
  ('ask-changes', 'peer-review', 'changes-requested', true),
  ('ask-changes', 'owner-review', 'changes-requested', true),
  ('advise', 'expert-review', 'peer-review', true),
  ('advise', 'expert-review', 'owner-review', true),
  ('advise', 'expert-review', 'committee-queue', true),
  ('sign-off', 'expert-review', 'approved', true),
  ('support', 'peer-review', 'owner-review', true),
  ('support', 'peer-review', 'committee-queue', true),
  ('confirm', 'owner-review', 'committee-queue', true),
  ('open-item', 'committee-queue', 'committee-review', true),
  ('postpone', 'committee-review', 'committee-queue', false),
  ('decide', 'committee-review', 'approved', true),
  ('decide', 'committee-review', 'approved-conditional', true),
  ('decide', 'committee-review', 'changes-requested', true),
  ('decide', 'committee-review', 'rejected', true),
  ('appeal', 'rejected', 'appeal', false),
  ('settle', 'appeal', 'committee-queue', true),
  ('settle', 'appeal', 'rejected', true),
  ('meet-conditions', 'approved-conditional', 'approved', true),
  ('publish', 'approved', 'published', false),
  ('publish', 'approved-conditional', 'published', false),
  ('first-award', 'published', 'in-use', false),
  ('call-review', 'published', 'review-due', false),
  ('call-review', 'in-use', 'review-due', false),
  ('start-review', 'review-due', 'in-review', true),
  ('renew', 'in-review', 'in-use', true),
  ('suspend', 'published', 'suspended', true),
  ('suspend', 'in-use', 'suspended', true),
  ('suspend', 'review-due', 'suspended', true),
  ('suspend', 'in-review', 'suspended', true),
  ('resume', 'suspended', 'in-use', true),
  ('teach-out', 'published', 'teach-out', false),
  ('teach-out', 'in-use', 'teach-out', false),
  ('teach-out', 'review-due', 'teach-out', false),
  ('teach-out', 'in-review', 'teach-out', false),
  ('teach-out', 'suspended', 'teach-out', false),
  ('retire', 'teach-out', 'retired', false),
  ('supersede', 'published', 'superseded', false),
  ('supersede', 'in-use', 'superseded', false),
  ('supersede', 'review-due', 'superseded', false),
  ('supersede', 'in-review', 'superseded', false),
  ('withdraw', 'idea', 'withdrawn', false),
  ('withdraw', 'intake', 'withdrawn', false),
  ('withdraw', 'designing', 'withdrawn', false),
  ('withdraw', 'self-check', 'withdrawn', false),
  ('withdraw', 'changes-requested', 'withdrawn', false),
  ('withdraw', 'expert-review', 'withdrawn', false),
  ('withdraw', 'peer-review', 'withdrawn', false),
  ('withdraw', 'owner-review', 'withdrawn', false),
  ('withdraw', 'committee-queue', 'withdrawn', false);

ALTER TABLE quality_moves ENABLE ROW LEVEL SECURITY; ALTER TABLE quality_moves FORCE ROW LEVEL SECURITY;

CREATE FUNCTION apply_quality_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cycle quality_cycles%ROWTYPE;
  move quality_moves%ROWTYPE;
BEGIN
  SELECT * INTO cycle FROM quality_cycles WHERE id = NEW.cycle_id FOR UPDATE;
  SELECT * INTO move FROM quality_moves
    WHERE act = NEW.act AND from_state = NEW.from_state AND to_state = NEW.to_state;
  IF cycle.id IS NULL OR move.act IS NULL OR cycle.state <> NEW.from_state THEN
    RAISE EXCEPTION 'quality: % leads not from % to % (it stands at %)', NEW.act, NEW.from_state, NEW.to_state, cycle.state
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.seq <> (SELECT count(*) + 1 FROM quality_events WHERE cycle_id = NEW.cycle_id AND id <> NEW.id) THEN
    RAISE EXCEPTION 'quality: event % of % is out of order', NEW.seq, NEW.cycle_id USING ERRCODE = 'check_violation';
  END IF;
  IF move.four_eyes AND (NEW.actor_id IS NULL OR EXISTS (
    SELECT FROM quality_makers WHERE cycle_id = NEW.cycle_id AND maker_id = NEW.actor_id)) THEN
    RAISE EXCEPTION 'quality: % is for someone else than a maker', NEW.act USING ERRCODE = 'check_violation';
  END IF;
  -- Whoever advised the committee does not speak its decision.
  IF NEW.act = 'decide' AND EXISTS (SELECT FROM quality_events
    WHERE cycle_id = NEW.cycle_id AND round = NEW.round AND act IN ('advise', 'support') AND actor_id = NEW.actor_id) THEN
    RAISE EXCEPTION 'quality: nobody decides on their own advice' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.to_state IN ('approved', 'approved-conditional') AND NEW.act <> 'meet-conditions' AND NOT EXISTS (
    SELECT FROM quality_decisions WHERE cycle_id = NEW.cycle_id AND round = NEW.round) THEN
    RAISE EXCEPTION 'quality: there is no decision to be approved by' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.round <> cycle.round + (NEW.act = 'submit')::int THEN
    RAISE EXCEPTION 'quality: this is not round %', NEW.round USING ERRCODE = 'check_violation';
  END IF;
  UPDATE quality_cycles SET state = NEW.to_state, round = NEW.round, since = NEW.at WHERE id = NEW.cycle_id;
  RETURN NULL;
END $$;
CREATE TRIGGER moves_the_cycle AFTER INSERT ON quality_events
  FOR EACH ROW EXECUTE FUNCTION apply_quality_event();

-- Where a cycle stands is what its last event says, and nothing else.
CREATE FUNCTION follow_quality_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('idea', 'designing') OR NEW.round <> 0 THEN
      RAISE EXCEPTION 'quality: nothing begins at %', NEW.state USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM quality_events e WHERE e.cycle_id = NEW.id AND e.to_state = NEW.state AND e.round = NEW.round
    AND e.seq = (SELECT max(seq) FROM quality_events WHERE cycle_id = NEW.id)) THEN
    RAISE EXCEPTION 'quality: no event led to %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follows_its_events BEFORE INSERT OR UPDATE OF state, round ON quality_cycles
  FOR EACH ROW EXECUTE FUNCTION follow_quality_events();

-- A vote is cast while it is decided, by someone who neither made nor advised; they may recuse themselves at any time.
CREATE FUNCTION check_quality_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM quality_cycles WHERE id = NEW.cycle_id AND state = 'committee-review' AND round = NEW.round) THEN
    RAISE EXCEPTION 'quality: nothing is decided now' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.vote <> 'recused' AND (
    EXISTS (SELECT FROM quality_makers WHERE cycle_id = NEW.cycle_id AND maker_id = NEW.voter_id)
    OR EXISTS (SELECT FROM quality_events WHERE cycle_id = NEW.cycle_id AND round = NEW.round
      AND act IN ('advise', 'support') AND actor_id = NEW.voter_id)) THEN
    RAISE EXCEPTION 'quality: nobody votes on their own work or advice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_allowed BEFORE INSERT OR UPDATE ON quality_votes
  FOR EACH ROW EXECUTE FUNCTION check_quality_vote();

-- A version is published as it was approved, or not at all.
CREATE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind FROM designs WHERE id = NEW.design_id) = 'edubadge' THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM quality_decisions d
    WHERE d.version_id = NEW.id AND d.facts_hash = NEW.facts_hash AND d.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'quality: version % of % is not approved', NEW.n, NEW.design_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER was_approved AFTER INSERT ON design_versions
  FOR EACH ROW EXECUTE FUNCTION require_approval();

-- And awarded only while its approval stands. Once for a statement, however many awards it writes.
CREATE FUNCTION require_standing_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused uuid;
BEGIN
  SELECT v.id INTO refused
  FROM (SELECT version_id, max(coalesce(granted_at, now())) AS granted_at FROM granted GROUP BY version_id) g
  JOIN design_versions v ON v.id = g.version_id
  JOIN designs d ON d.id = v.design_id
  LEFT JOIN quality_decisions q ON q.version_id = v.id AND q.facts_hash = v.facts_hash AND q.revoked_at IS NULL
  LEFT JOIN quality_cycles c ON c.proposal_id = v.id
  WHERE d.kind <> 'edubadge' AND NOT EXISTS (SELECT FROM quality_unjudged u WHERE u.version_id = v.id)
    AND (q.id IS NULL OR c.state NOT IN ('published', 'in-use', 'review-due', 'in-review', 'superseded', 'teach-out')
      OR c.stops_on <= g.granted_at::date)
  LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'quality: version % may not be awarded', refused USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER approval_stands AFTER INSERT ON awards REFERENCING NEW TABLE AS granted
  FOR EACH STATEMENT EXECUTE FUNCTION require_standing_approval();
