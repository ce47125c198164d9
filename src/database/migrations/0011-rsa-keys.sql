-- Open Badges 2.0 as JWS is read by old software that knows RSA alone; the key is made when it is first needed.
ALTER TABLE signing_keys DROP CONSTRAINT signing_keys_purpose_check;
ALTER TABLE signing_keys ADD CONSTRAINT signing_keys_purpose_check
  CHECK (purpose IN ('award-ed25519', 'award-p256', 'status', 'award-rsa'));
