import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { describeFormat } from './format.suite.ts';
import type { Json, JsonObject } from './format.ts';
import { isJsonObject, parseJsonObject } from './json.ts';
import { encodeBase64url } from './multibase.ts';
import { signCompactJws } from './proofs/vc-jwt/jws.ts';
import { formats } from './registry.ts';
import { AT, bareFacts, credentialFacts, issue, p256Signer, publicKeys, verifyDeps } from './testing.ts';

for (const format of Object.values(formats)) describe(format.id, () => describeFormat(format));

describe('a signed badge in which one value was changed', () => {
  const di = formats['ob3-data-integrity'];
  const jwt = formats['ob3-jwt'];

  it('is refused, whichever value it was', async () => {
    const document = parseJsonObject(await issue(di, credentialFacts));
    const { proof: _, ...signed } = document;
    const paths = listPaths(signed);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, seed) => {
        const changed = JSON.stringify(changeAt(document, path, seed));
        fc.pre(changed !== JSON.stringify(document));
        const verdict = await di.verify?.(verifyDeps, changed, { at: AT });
        expect(verdict, path.join('/')).toMatchObject({ outcome: 'failed' });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is refused when a signed member is left out', async () => {
    const document = parseJsonObject(await issue(di, credentialFacts));
    for (const path of listPaths(document).filter(([first]) => first !== 'proof')) {
      const changed = parseJsonObject(JSON.stringify(dropAt(document, path)));
      const verdict = await di.verify?.(verifyDeps, JSON.stringify(changed), { at: AT });
      // The creator is the issuer, who is a Profile already: the graph misses nothing, but the shape does.
      const refused = verdict?.outcome === 'failed' || !di.checkConformance(changed).conforms;
      expect(refused, path.join('/')).toBe(true);
    }
  }, 60_000);

  it('is refused when a member is added that nobody signed', async () => {
    const document = parseJsonObject(await issue(di, credentialFacts));
    for (const added of [{ description: 'More' }, { madeUp: 'More' }, { awardedBy: { id: 'urn:x' } }]) {
      const verdict = await di.verify?.(verifyDeps, JSON.stringify({ ...document, ...added }), { at: AT });
      expect(verdict).toMatchObject({ outcome: 'failed' });
    }
  });

  it('cannot hide its status or its end by another spelling of the same graph', async () => {
    const document = parseJsonObject(await issue(di, credentialFacts));
    const { credentialStatus, validUntil, ...rest } = document;
    const status = isJsonObject(credentialStatus) ? credentialStatus : {};
    const cred = 'https://www.w3.org/2018/credentials#';
    const xsd = 'http://www.w3.org/2001/XMLSchema#';
    const spellings: readonly JsonObject[] = [
      { ...rest, validUntil: validUntil ?? '', [`${cred}credentialStatus`]: status },
      {
        ...rest,
        credentialStatus: status,
        [`${cred}validUntil`]: { '@value': validUntil ?? '', '@type': `${xsd}dateTime` },
      },
      {
        ...rest,
        credentialStatus: status,
        validUntil: { '@value': validUntil ?? '', '@type': `${xsd}dateTime` },
      },
      {
        ...rest,
        validUntil: validUntil ?? '',
        '@included': [{ id: document.id ?? '', credentialStatus: status }],
      },
    ];
    for (const spelling of spellings) {
      const verdict = await di.verify?.(verifyDeps, JSON.stringify(spelling), { at: AT });
      expect(verdict).toMatchObject({ outcome: 'failed', reason: 'not-canonicalizable' });
    }
  });

  it('is refused as a JWT, whichever letter it was', async () => {
    const token = await issue(jwt, credentialFacts);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'ABab01-_'), async (at, letter) => {
        fc.pre(token.charAt(at) !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(await jwt.verify?.(verifyDeps, changed, { at: AT })).toMatchObject({ outcome: 'failed' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a badge as JWT', () => {
  const jwt = formats['ob3-jwt'];
  const verify = (token: string) => jwt.verify?.(verifyDeps, token, { at: AT });

  it('is verified by jose, and its header says no more than Open Badges allows', async () => {
    const token = await issue(jwt, credentialFacts);
    const key = await importJWK({ ...publicKeys.p256 }, 'ES256');
    const { protectedHeader, payload } = await compactVerify(token, key);
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: p256Signer.keyUrl, typ: 'JWT' });
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      iss: credentialFacts.version.issuer.did,
      jti: credentialFacts.id,
      sub: credentialFacts.subjectId,
      nbf: 1795251600,
      exp: Date.parse('2031-11-21T23:59:59+01:00') / 1000,
    });
  });

  it('has no exp when it does not expire', async () => {
    const token = await issue(jwt, bareFacts(credentialFacts));
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(payload).not.toHaveProperty('exp');
    expect(await verify(token)).toMatchObject({ outcome: 'passed' });
  });

  async function signed(change: { header?: JsonObject; payload?: (claims: JsonObject) => JsonObject }) {
    const token = await issue(jwt, credentialFacts);
    const claims = parseJsonObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const header = change.header ?? { alg: 'ES256', kid: p256Signer.keyUrl, typ: 'JWT' };
    return signCompactJws(header, change.payload?.(claims) ?? claims, p256Signer.sign);
  }

  it.each(['iss', 'jti', 'sub', 'nbf'])(
    'is refused without %s, and when it says something else',
    async (claim) => {
      const without = await signed({ payload: ({ [claim]: _, ...rest }) => rest });
      expect(await verify(without)).toMatchObject({
        outcome: 'failed',
        reason: 'claim-missing',
        detail: claim,
      });
      const other = await signed({
        payload: (claims) => ({ ...claims, [claim]: claim === 'nbf' ? 1 : 'urn:other' }),
      });
      expect(await verify(other)).toMatchObject({
        outcome: 'failed',
        reason: 'claim-mismatch',
        detail: claim,
      });
    },
  );

  it('is refused when exp and validUntil disagree', async () => {
    const later = await signed({ payload: (claims) => ({ ...claims, exp: 4_000_000_000 }) });
    expect(await verify(later)).toMatchObject({ reason: 'claim-mismatch', detail: 'exp' });
  });

  it.each(['none', 'HS256', 'HS512', undefined])('is refused with the algorithm %s', async (alg) => {
    const header = { ...(alg === undefined ? {} : { alg }), kid: p256Signer.keyUrl, typ: 'JWT' };
    expect(await verify(await signed({ header }))).toMatchObject({
      outcome: 'failed',
      reason: 'forbidden-algorithm',
    });
  });

  it('is refused when the header names another algorithm than the key has', async () => {
    const header = { alg: 'RS256', kid: p256Signer.keyUrl };
    expect(await verify(await signed({ header }))).toMatchObject({
      outcome: 'failed',
      reason: 'wrong-key-type',
    });
  });

  it.each(['crit', 'x5c', 'jku', 'b64'])('is refused with %s in its header', async (name) => {
    const header = { alg: 'ES256', kid: p256Signer.keyUrl, [name]: ['x'] };
    expect(await verify(await signed({ header }))).toMatchObject({
      reason: 'forbidden-header',
      detail: name,
    });
  });

  it('does not take a key from its own header', async () => {
    const header = { alg: 'ES256', jwk: { ...publicKeys.p256 } };
    expect(await verify(await signed({ header }))).toMatchObject({
      outcome: 'failed',
      reason: 'key-not-found',
    });
  });

  it('is not called forged for an algorithm that is only unknown here', async () => {
    const header = { alg: 'ES512', kid: p256Signer.keyUrl };
    expect(await verify(await signed({ header }))).toMatchObject({
      outcome: 'not-checked',
      reason: 'unsupported-proof',
    });
  });

  it('is refused when it holds a second credential beside the first', async () => {
    const doubled = await signed({ payload: (claims) => ({ ...claims, vc: claims }) });
    expect(await verify(doubled)).toMatchObject({ outcome: 'failed', reason: 'malformed-jwt' });
  });

  it('is refused with padding after its parts', async () => {
    const [header, payload, signature] = (await issue(jwt, credentialFacts)).split('.');
    expect(await verify(`${header}.${payload}.${signature}=`)).toMatchObject({ reason: 'malformed-jwt' });
    expect(await verify(`${header}.${encodeBase64url(Uint8Array.of(0xff))}.${signature}`)).toMatchObject({
      reason: 'malformed-jwt',
    });
  });
});

type Path = readonly string[];

/** Every member that has a value of its own, but for contexts and for the order of unordered lists. */
function listPaths(value: Json, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listPaths(item, [...path, String(index)]));
  if (!isJsonObject(value)) return [path];
  return Object.entries(value)
    .filter(([key]) => key !== '@context')
    .flatMap(([key, member]) => listPaths(member, [...path, key]));
}

function changeAt(value: Json, [step, ...rest]: Path, seed: number): Json {
  if (step === undefined) return changeValue(value, seed);
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === step ? changeAt(item, rest, seed) : item));
  }
  return isJsonObject(value) ? { ...value, [step]: changeAt(value[step] ?? null, rest, seed) } : value;
}

function changeValue(value: Json, seed: number): Json {
  if (typeof value === 'number') return value + 1 + (seed % 7);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'changed';
  const at = seed % (value.length + 1);
  return `${value.slice(0, at)}x${value.slice(at)}`;
}

function dropAt(value: Json, [step, ...rest]: Path): Json {
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => String(index) !== step)
      : value.map((item, index) => (String(index) === step ? dropAt(item, rest) : item));
  }
  if (!isJsonObject(value)) return value;
  if (rest.length > 0) return { ...value, [step]: dropAt(value[step] ?? null, rest) };
  const { [step]: _, ...others } = value;
  return others;
}
