-- A key has a life: published before it signs, active, kept to verify, and perhaps in other hands. DECISIONS 4 and 23,
-- reliability 6.5, ADR 0010.

ALTER TABLE signing_keys NO FORCE ROW LEVEL SECURITY;
ALTER TABLE signing_keys
  -- Since when it stands in the DID document.
  ADD COLUMN published_at timestamptz,
  -- From then on nothing that it signed says by itself when that was.
  ADD COLUMN compromised_at timestamptz,
  ADD COLUMN compromise_reason text CHECK (compromise_reason IN ('stolen', 'exposed', 'lost', 'suspected')),
  -- Where the private half is: sealed in this row, or under a name in another store.
  ADD COLUMN store text NOT NULL DEFAULT 'sealed' CHECK (store IN ('sealed', 'pkcs11', 'kms')),
  ADD COLUMN store_ref text,
  ALTER COLUMN active_from DROP NOT NULL,
  ALTER COLUMN private_sealed DROP NOT NULL;
UPDATE signing_keys SET published_at = active_from;
ALTER TABLE signing_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE signing_keys
  ALTER COLUMN published_at SET NOT NULL,
  ALTER COLUMN store DROP DEFAULT,
  ADD CHECK (published_at <= active_from),
  ADD CHECK (active_until IS NULL OR active_until >= active_from),
  ADD CHECK ((compromised_at IS NULL) = (compromise_reason IS NULL)),
  ADD CHECK ((store = 'sealed') = (store_ref IS NULL)),
  ADD CHECK (store = 'sealed' OR private_sealed IS NULL),
  -- What may still sign has something to sign with.
  ADD CHECK (store <> 'sealed' OR private_sealed IS NOT NULL OR active_until IS NOT NULL OR compromised_at IS NOT NULL),
  -- A compromised key is active no more.
  ADD CHECK (compromised_at IS NULL OR active_from IS NULL OR active_until IS NOT NULL);

DROP INDEX one_active_key;
CREATE UNIQUE INDEX one_active_key ON signing_keys (issuer_id, purpose)
  WHERE active_from IS NOT NULL AND active_until IS NULL;
CREATE UNIQUE INDEX one_pre_published_key ON signing_keys (issuer_id, purpose)
  WHERE active_from IS NULL AND compromised_at IS NULL;

-- A key that is gone breaks whatever it signed, and a theft that is taken back makes the thief's work good. So a key is
-- never removed, goes one way through its life, and is told to be compromised earlier, never later.
CREATE FUNCTION keep_key_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR NEW.active_from IS DISTINCT FROM OLD.active_from AND OLD.active_from IS NOT NULL
    OR NEW.active_until IS DISTINCT FROM OLD.active_until AND OLD.active_until IS NOT NULL
    OR OLD.compromised_at IS NOT NULL AND (NEW.compromised_at IS NULL OR NEW.compromised_at > OLD.compromised_at)
    OR OLD.compromised_at IS NOT NULL AND NEW.active_from IS DISTINCT FROM OLD.active_from
  THEN
    RAISE EXCEPTION 'a key goes one way through its life' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_way BEFORE UPDATE OR DELETE ON signing_keys
  FOR EACH ROW EXECUTE FUNCTION keep_key_life();

GRANT SELECT (published_at, compromised_at, compromise_reason) ON signing_keys
  TO waarmerk_public, waarmerk_person, waarmerk_staff;
GRANT SELECT (store) ON signing_keys TO waarmerk_staff;
GRANT UPDATE (active_from, compromised_at, compromise_reason, private_sealed) ON signing_keys TO waarmerk_worker;

-- Digests of what was signed, from before anyone knew that a key would be stolen: they outlive the documents, because
-- copies in people's hands go on verifying. No person, no award, no text.
CREATE TABLE signed_digests (
  digest bytea PRIMARY KEY CHECK (length(digest) = 32),
  institution_id uuid NOT NULL REFERENCES institutions,
  verification_method text NOT NULL,
  signed_at timestamptz NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signed_digests
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON signed_digests
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- did:web keeps no history of its own: every version of a DID document as it was served.
CREATE TABLE did_documents (
  issuer_id uuid NOT NULL,
  institution_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  published_at timestamptz NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  bytes text NOT NULL,
  PRIMARY KEY (issuer_id, version),
  FOREIGN KEY (institution_id, issuer_id) REFERENCES issuers (institution_id, id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON did_documents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON did_documents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE signed_digests ENABLE ROW LEVEL SECURITY; ALTER TABLE signed_digests FORCE ROW LEVEL SECURITY;
ALTER TABLE did_documents ENABLE ROW LEVEL SECURITY; ALTER TABLE did_documents FORCE ROW LEVEL SECURITY;

-- Whoever holds a document knows its digest, and asks about that one; nobody lists.
GRANT SELECT (digest, verification_method, signed_at) ON signed_digests TO waarmerk_public;
GRANT SELECT, INSERT ON signed_digests TO waarmerk_worker;
CREATE POLICY bearer_of_document ON signed_digests FOR SELECT TO waarmerk_public USING (digest = current_capability());
CREATE POLICY own ON signed_digests FOR ALL TO waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT ON did_documents TO waarmerk_public, waarmerk_person, waarmerk_staff, waarmerk_worker;
GRANT INSERT ON did_documents TO waarmerk_staff, waarmerk_worker;
CREATE POLICY everyone_reads ON did_documents FOR SELECT TO waarmerk_public, waarmerk_person USING (true);
CREATE POLICY own ON did_documents FOR ALL TO waarmerk_staff, waarmerk_worker
  USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
