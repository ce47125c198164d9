import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeUtf8 } from '../bytes.ts';
import { encodeBase64url } from '../multibase.ts';
import { parseCompactJws, signCompactJws } from '../proofs/vc-jwt/jws.ts';
import { readObject } from '../read-members.ts';
import { formats } from '../registry.ts';
import { AT, credentialFacts, crypto, ed25519Signer, p256Signer, verifyDeps } from '../testing.ts';
import {
  CERTIFICATE_TYPE,
  type CertificateStatement,
  checkCertificate,
  findCertificateToken,
  MAX_CERTIFICATE_URL,
  openCertificate,
  readCertificate,
  secureCertificate,
  stateCertificate,
  verifyCertificate,
} from './index.ts';
import { shortenTexts } from './shorten-texts.ts';

const { document } = await formats['ob3-jwt'].compose(credentialFacts, crypto);
const digest = await crypto.sha256(encodeUtf8('the bytes of an edition'));
const statement = stateCertificate(document, digest);

async function tokenOf(change: Partial<CertificateStatement> = {}): Promise<string> {
  const token = findCertificateToken(await secureCertificate({ ...statement, ...change }, p256Signer));
  if (token === undefined) throw new Error('no token');
  return token;
}

const size = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + encodeUtf8(JSON.stringify(text)).length - 2, 0);

describe('the statement', () => {
  it('says what the edition says: id, title, holder, issuer, days, digest', () => {
    expect(statement).toEqual({
      iss: credentialFacts.version.issuer.did,
      jti: credentialFacts.id,
      title: 'Digital Leadership',
      by: 'Campus Fryslân (demo), University of Groningen (demo)',
      name: credentialFacts.holder.name,
      awarded: `${credentialFacts.awardedDate.slice(0, 10)}${credentialFacts.awardedDate.slice(19)}`,
      expires: `${credentialFacts.validUntil?.slice(0, 10)}${credentialFacts.validUntil?.slice(19)}`,
      sha256: encodeBase64url(digest),
    });
  });

  it('names the institution once, also when the name of its unit says it', () => {
    const issuer = {
      ...readObject(document.issuer),
      name: 'University of Groningen, Campus Fryslân (demo)',
    };
    expect(stateCertificate({ ...document, issuer }, digest).by).toBe(issuer.name);
  });

  it('names nobody and nothing that the edition leaves out', async () => {
    const { validUntil: _, ...facts } = { ...credentialFacts, holder: {} };
    const bare = await formats['ob3-jwt'].compose(facts, crypto);
    const said = stateCertificate(bare.document, digest);
    expect(Object.keys(said)).toEqual(['iss', 'jti', 'title', 'by', 'awarded', 'sha256']);
    expect(JSON.stringify(said)).not.toContain(credentialFacts.holder.name);
  });

  it('is read back with the instants that the credential names', async () => {
    const read = readCertificate(openCertificate(await tokenOf()));
    expect(read).toMatchObject({
      id: credentialFacts.id,
      title: 'Digital Leadership',
      issuer: { id: credentialFacts.version.issuer.did },
      recipient: { name: credentialFacts.holder.name },
      awardedDate: credentialFacts.awardedDate,
      validUntil: credentialFacts.validUntil,
    });
  });

  it.each([
    ['no title', { title: undefined }],
    ['a day that does not exist', { awarded: '2026-02-30+01:00' }],
    ['a day without a zone', { expires: '2026-11-21' }],
    ['a digest that is none', { sha256: 'abc' }],
    ['an issuer that is no DID', { iss: 'https://waarmerk.example' }],
    ['an id that is no address', { jti: 'urn:uuid:1' }],
  ])('does not conform with %s', (_, change) => {
    const { title: _title, ...rest } = statement;
    const payload = { ...('title' in change ? rest : statement), ...change } as never; // what a stranger may send
    expect(checkCertificate(payload).conforms).toBe(false);
    expect(checkCertificate({ ...statement, later: 'unknown members are left alone' }).conforms).toBe(true);
  });
});

describe('the code', () => {
  it('is the address of the credential with a token in its fragment', async () => {
    const url = await secureCertificate(statement, p256Signer);
    expect(url.startsWith(`${credentialFacts.id}#ey`)).toBe(true);
    expect(parseCompactJws(url.split('#')[1] ?? '').header).toEqual({
      alg: 'ES256',
      kid: p256Signer.verificationMethod,
      typ: CERTIFICATE_TYPE,
    });
    expect(findCertificateToken(url)).toBe(url.split('#')[1]);
    const bare = await tokenOf();
    expect(
      findCertificateToken(` ${bare}
`),
    ).toBe(bare);
  });

  it.each([
    'https://waarmerk.example/c/1',
    'https://waarmerk.example/c/1#facts',
    'https://waarmerk.example/c/1#eyJ.eyJ.x',
    'not an address',
    '',
  ])('is not found in %j', (text) => {
    expect(findCertificateToken(text)).toBeUndefined();
  });

  it('is not mistaken for a badge as a token, nor that for it', async () => {
    const jwt = await formats['ob3-jwt'].secure(document, {
      signer: p256Signer,
      crypto,
      created: '2026-11-21T09:30:00Z',
    });
    expect(findCertificateToken(jwt)).toBeUndefined();
    expect(await verifyCertificate(verifyDeps, jwt, { at: AT })).toMatchObject({ outcome: 'failed' });
    expect(await formats['ob3-jwt'].verify?.(verifyDeps, await tokenOf(), { at: AT })).toMatchObject({
      outcome: 'failed',
    });
  });

  const long = 'Ünïcödé ✓ 中文 👩‍👩‍👧‍👦 "quoted" \\ ';
  it.each([
    ['ordinary words', {}],
    ['the longest title', { title: long.repeat(8).slice(0, 200) }],
    ['the longest name', { name: long.repeat(8).slice(0, 200) }],
    ['the longest of all', { title: '語'.repeat(200), name: 'é'.repeat(300), by: '"'.repeat(401) }],
    ['letters of many bytes', { title: '👩‍👩‍👧‍👦'.repeat(18), name: '🇳🇱'.repeat(50) }],
  ])('takes at most a thousand bytes with %s', async (_, change) => {
    const url = await secureCertificate({ ...statement, ...change }, p256Signer);
    expect(encodeUtf8(url).length).toBeLessThanOrEqual(MAX_CERTIFICATE_URL);
    const token = findCertificateToken(url) ?? '';
    expect(checkCertificate(openCertificate(token))).toEqual({ conforms: true });
    expect(await verifyCertificate(verifyDeps, token, { at: AT })).toMatchObject({ outcome: 'passed' });
  });

  it('refuses an address that leaves no room for words', async () => {
    const jti = `https://${'a'.repeat(400)}.example/c/${'0'.repeat(26)}`;
    await expect(secureCertificate({ ...statement, jti }, p256Signer)).rejects.toMatchObject({
      reason: 'text-too-large',
    });
  });
});

describe('shortening', () => {
  it('leaves alone what fits, to the byte', () => {
    const texts = ['é'.repeat(20), 'x'.repeat(30)];
    expect(shortenTexts(texts, 70)).toEqual(texts);
    expect(shortenTexts(texts, 69)).not.toEqual(texts);
  });

  it('takes from the longest only', () => {
    const [title, name] = shortenTexts(['t'.repeat(200), 'Yasmina el Idrissi'], 100);
    expect(name).toBe('Yasmina el Idrissi');
    expect(title).toBe(`${'t'.repeat(79)}…`);
  });

  it('ends between letters as people see them, without a space before the ellipsis', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(shortenTexts([family.repeat(4)], 2 * size([family]) + 3 + 10)).toEqual([`${family}${family}…`]);
    expect(shortenTexts(['abcdefghijklmnopqrstuvw xyz and so on'], 27)).toEqual(['abcdefghijklmnopqrstuvw…']);
  });

  test('whatever the words, they fit, and each is whole or begins as it began', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 80, max: 300 }),
        (texts, bytes) => {
          const short = shortenTexts(texts, bytes);
          expect(size(short)).toBeLessThanOrEqual(bytes);
          short.forEach((text, at) => {
            if (text !== texts[at]) expect(texts[at]?.startsWith(text.slice(0, -1))).toBe(true);
          });
        },
      ),
    );
  });
});

describe('the proof', () => {
  it('holds for what the issuer signed', async () => {
    expect(await verifyCertificate(verifyDeps, await tokenOf(), { at: AT })).toMatchObject({
      outcome: 'passed',
      proofs: [{ method: { id: p256Signer.verificationMethod, controller: statement.iss } }],
    });
  });

  it('breaks with any letter of what it says', async () => {
    const [header = '', , signature = ''] = (await tokenOf()).split('.');
    const forged = encodeBase64url(encodeUtf8(JSON.stringify({ ...statement, name: 'Someone Else' })));
    expect(
      await verifyCertificate(verifyDeps, [header, forged, signature].join('.'), { at: AT }),
    ).toMatchObject({ outcome: 'failed', reason: 'wrong-signature' });
  });

  const signWith = (header: object) =>
    signCompactJws({ typ: CERTIFICATE_TYPE, ...header }, { ...statement }, p256Signer.sign);

  it.each([
    ['no algorithm', { alg: 'none', kid: p256Signer.verificationMethod }, 'forbidden-algorithm'],
    ['a shared secret', { alg: 'HS256', kid: p256Signer.verificationMethod }, 'forbidden-algorithm'],
    ['a key of its own', { alg: 'ES256', jwk: {} }, 'forbidden-header'],
    ['a key by any address', { alg: 'ES256', kid: p256Signer.keyUrl }, 'forbidden-header'],
    [
      'what it calls critical',
      { alg: 'ES256', kid: p256Signer.verificationMethod, crit: ['b64'] },
      'forbidden-header',
    ],
    ['a key of another kind', { alg: 'ES256', kid: ed25519Signer.verificationMethod }, 'wrong-key-type'],
    ['a key that nobody lists', { alg: 'ES256', kid: `${statement.iss}#no` }, 'key-not-found'],
  ])('refuses %s', async (_, header, reason) => {
    expect(await verifyCertificate(verifyDeps, await signWith(header), { at: AT })).toMatchObject({
      outcome: 'failed',
      reason,
    });
  });

  it('is not made with a key of another kind', async () => {
    await expect(secureCertificate(statement, ed25519Signer)).rejects.toThrow(TypeError);
  });
});
