/** Forgeries of Open Badges 2.0, hosted and signed. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { JsonObject, Signer } from '../../src/formats/index.ts';
import { signCompactJws } from '../../src/formats/proofs/vc-jwt/jws.ts';
import { change, type Document, type Forgery, readPart, type Setting, writePart } from './setting.ts';

const HOST = 'https://attacker.example';

export function forgeOlder({ honest, other, own, neighbour }: Setting): Forgery[] {
  const hosted = JSON.parse(honest['ob2-hosted']) as Document;
  const jws = honest['ob2-signed'];
  const [header, payload] = [readPart(jws, 0), readPart(jws, 1)];
  const [head, body, signature] = jws.split('.');
  const make =
    (p: object, signer: Signer = own.rsa, h: object = header) =>
    () =>
      signCompactJws(h as JsonObject, p as JsonObject, signer.sign);
  const verification = payload.verification as Document;
  const creatorOf = (signer: Signer) => ({
    ...payload,
    verification: { ...verification, creator: `${signer.keyUrl}?v=2_0` },
  });
  const badge = payload.badge as Document;
  const own_ = profileOf(own.rsa);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const thief: Signer = { ...own.rsa, sign: (bytes) => sign('sha256', bytes, privateKey) };
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const standing = (document: object, more: Record<string, object> = {}) => {
    const whole = { ...hosted, id: `${HOST}/1`, ...document };
    const web = Object.fromEntries(
      Object.entries({ [`${HOST}/1`]: whole, ...more }).map(([url, one]) => [url, JSON.stringify(one)]),
    );
    return () => ({ file: JSON.stringify(whole), web });
  };
  return [
    ['hosted at another host, with the institution’s badge', standing({})],
    [
      'hosted at another host, with a badge of its own for the institution',
      standing({ badge: `${HOST}/b` }, { [`${HOST}/b`]: { ...badge, id: `${HOST}/b`, issuer: own_ } }),
    ],
    [
      'hosted at another host, with the institution’s profile copied',
      standing(
        { badge: `${HOST}/b` },
        {
          [`${HOST}/b`]: { ...badge, id: `${HOST}/b`, issuer: `${HOST}/i` },
          [`${HOST}/i`]: {
            '@context': 'https://w3id.org/openbadges/v2',
            id: own_,
            type: 'Issuer',
            name: 'University of Groningen',
            url: HOST,
            email: 'a@attacker.example',
          },
        },
      ),
    ],
    [
      'hosted at another host, with a profile that claims the institution’s origin',
      standing(
        { badge: `${HOST}/b` },
        {
          [`${HOST}/b`]: { ...badge, id: `${HOST}/b`, issuer: `${HOST}/i` },
          [`${HOST}/i`]: {
            '@context': 'https://w3id.org/openbadges/v2',
            id: `${HOST}/i`,
            type: 'Issuer',
            name: 'University of Groningen',
            url: HOST,
            email: 'a@attacker.example',
            verification: { allowedOrigins: ['localhost:3999'] },
          },
        },
      ),
    ],
    [
      'hosted where it is not',
      () =>
        JSON.stringify({ ...hosted, id: String(hosted.id).replace(/[^/]+\/ob2$/, `${'0'.repeat(26)}/ob2`) }),
    ],
    ['hosted nowhere', () => JSON.stringify({ ...hosted, id: 'urn:uuid:1' })],
    ['hosted at the address of something else', () => JSON.stringify({ ...hosted, id: own_ })],
    [
      'hosted that says it is signed',
      () => JSON.stringify({ ...hosted, verification: { type: 'SignedBadge' } }),
    ],
    [
      'a host that answers with another id',
      () => ({
        file: JSON.stringify({ ...hosted, id: `${HOST}/1` }),
        web: { [`${HOST}/1`]: JSON.stringify(hosted) },
      }),
    ],
    [
      'signed, with the payload changed',
      () => `${head}.${writePart({ ...payload, issuedOn: '2020-01-01T00:00:00Z' })}.${signature}`,
    ],
    [
      'signed, with the payload of another',
      () => `${head}.${other['ob2-signed'].split('.')[1]}.${signature}`,
    ],
    ['signed, without an algorithm', () => `${writePart({ ...header, alg: 'none' })}.${body}.`],
    [
      'signed with the public key as a secret',
      () => `${writePart({ ...header, alg: 'HS256' })}.${body}.${signature}`,
    ],
    [
      'signed with a key in the header',
      make(payload, thief, { ...header, jwk: publicKey.export({ format: 'jwk' }) }),
    ],
    ['signed by a thief with the key of the institution named', make(payload, thief)],
    ['signed with the key of another profile of the house', make(creatorOf(neighbour.rsa), neighbour.rsa)],
    ['signed with another profile’s key, and the institution’s named', make(payload, neighbour.rsa)],
    [
      'signed with a key that names the institution as its owner',
      async () => {
        const key = `${HOST}/key`;
        return {
          file: await make({ ...payload, verification: { ...verification, creator: key } }, thief)(),
          web: {
            [key]: JSON.stringify({ id: key, type: 'CryptographicKey', owner: own_, publicKeyPem: pem }),
          },
        };
      },
    ],
    [
      'signed with a key in the badge’s own copy of the profile',
      make(
        {
          ...change(payload, 'verification/creator', `${HOST}/key`),
          badge: {
            ...badge,
            issuer: {
              id: own_,
              type: 'Issuer',
              name: 'X',
              publicKey: { id: `${HOST}/key`, owner: own_, publicKeyPem: pem },
            },
          },
        },
        thief,
      ),
    ],
    [
      'signed with a badge of another profile',
      make({ ...payload, badge: { ...badge, issuer: profileOf(neighbour.rsa) } }),
    ],
    [
      'signed with a badge at an attacker’s',
      async () => ({
        file: await make({ ...payload, badge: `${HOST}/b` }, thief)(),
        web: { [`${HOST}/b`]: JSON.stringify({ ...badge, id: `${HOST}/b` }) },
      }),
    ],
    ['signed, and over', make({ ...payload, expires: '2026-11-20T00:00:00Z' })],
    ['signed, and to begin later', make({ ...payload, issuedOn: '2027-01-01T00:00:00Z' })],
    [
      'signed by an attacker whose list is emptied',
      async () => {
        const issuer = `${HOST}/i`;
        const key = `${HOST}/key`;
        const profile = {
          '@context': 'https://w3id.org/openbadges/v2',
          id: issuer,
          type: 'Issuer',
          name: 'University of Groningen',
          url: HOST,
          email: 'a@attacker.example',
          publicKey: key,
          revocationList: `${HOST}/list`,
        };
        const web = {
          [issuer]: profile,
          [key]: { id: key, type: 'CryptographicKey', owner: issuer, publicKeyPem: pem },
          [`${HOST}/list`]: {
            id: `${HOST}/list`,
            type: 'RevocationList',
            issuer: own_,
            revokedAssertions: [],
          },
        };
        return {
          file: await make(
            { ...payload, badge: { ...badge, issuer }, verification: { ...verification, creator: key } },
            thief,
          )(),
          web: Object.fromEntries(Object.entries(web).map(([url, one]) => [url, JSON.stringify(one)])),
        };
      },
    ],
    ['signed with a dot at its end', () => `${jws}.`],
    ['signed with a signature that is not canonical', () => `${head}.${body}.${signature}=`],
  ];
}

function profileOf({ keyUrl }: Signer): string {
  return `${keyUrl.replace(/\/keys\/.*$/, '')}?v=2_0`;
}
