/** Forgeries of tokens: JWT in both profiles, and the code of a printed certificate. */

import { createHmac } from 'node:crypto';
import { secureCertificate, stateCertificate } from '../../src/formats/certificate/index.ts';
import { type JsonObject, parseJsonObject, type Signer } from '../../src/formats/index.ts';
import { signCompactJws } from '../../src/formats/proofs/vc-jwt/jws.ts';
import { change, type Document, type Forgery, readPart, rename, type Setting, writePart } from './setting.ts';

export function forgeTokens({ honest, other, own, neighbour, stranger }: Setting): Forgery[] {
  const jwt = honest['ob3-jwt'];
  const [header, payload] = [readPart(jwt, 0), readPart(jwt, 1)];
  const [head, body, signature] = jwt.split('.');
  const theirs = other['ob3-jwt'].split('.');
  const vcJwt = honest['ob3-vc-jwt'];
  const [vcHeader, vcPayload] = [readPart(vcJwt, 0), readPart(vcJwt, 1)];
  const make =
    (h: object, p: object, signer: Signer = own.p256) =>
    () =>
      signCompactJws(h as JsonObject, p as JsonObject, signer.sign);
  const around = (h: object) => `${writePart(h)}.${body}.${signature}`;
  const { privateless, key } = { privateless: stranger.p256.signer, key: stranger.p256.publicJwk };
  return [
    ['a token without an algorithm', () => `${writePart({ ...header, alg: 'none' })}.${body}.`],
    ['a token without an algorithm and with its signature', () => around({ ...header, alg: 'none' })],
    [
      'a token whose algorithm is written in capitals',
      () => `${writePart({ ...header, alg: 'NONE' })}.${body}.`,
    ],
    [
      'a token signed with the public key as a secret',
      () => {
        const input = `${writePart({ ...header, alg: 'HS256' })}.${body}`;
        return `${input}.${createHmac('sha256', JSON.stringify(key)).update(input).digest('base64url')}`;
      },
    ],
    [
      'a token of ES256 with a key of Ed25519',
      make({ ...header, kid: own.ed25519.keyUrl }, payload, own.ed25519),
    ],
    ['a token of EdDSA with a key of P-256', make({ ...header, alg: 'EdDSA' }, payload)],
    ['a token of RS256 with a key of P-256', make({ ...header, alg: 'RS256' }, payload)],
    ['a token of ES256K', make({ ...header, alg: 'ES256K' }, payload)],
    [
      'a token with a type of the other profile',
      make({ ...header, typ: 'vc+jwt' }, { ...payload, nbf: payload.nbf, iss: neighbour.did }),
    ],
    ['a token with the type of a certificate', make({ ...header, typ: 'waarmerk-certificate+jwt' }, payload)],
    ['a token with the type of an access token', make({ ...header, typ: 'at+jwt' }, payload)],
    ['a token with a key in its header', make({ alg: 'ES256', typ: 'JWT', jwk: key }, payload, privateless)],
    ['a token with a key in its header beside its name', make({ ...header, jwk: key }, payload, privateless)],
    ['a token with an address of keys', make({ ...header, jku: 'https://attacker.example/jwks' }, payload)],
    [
      'a token with an address of certificates',
      make({ ...header, x5u: 'https://attacker.example/x5u' }, payload),
    ],
    ['a token with certificates', make({ ...header, x5c: ['MIIB'] }, payload)],
    ['a token with something critical', make({ ...header, crit: ['exp'], exp: 1 }, payload)],
    ['a token whose payload is not encoded', make({ ...header, b64: false, crit: ['b64'] }, payload)],
    [
      'a token of the other profile with something critical',
      make({ ...vcHeader, crit: ['x'], x: 1 }, vcPayload),
    ],
    ['a token whose key is a path', make({ ...header, kid: '../../../../dev/null' }, payload)],
    ['a token whose key is a query', make({ ...header, kid: "' OR 1=1 --" }, payload)],
    [
      'a token whose key is an address without a document',
      make({ ...header, kid: 'https://attacker.example/key' }, payload),
    ],
    ['a token whose key is a list', make({ ...header, kid: [header.kid] }, payload)],
    [
      'a token whose key is a document of data',
      make({ ...header, kid: `data:application/json,${JSON.stringify(key)}` }, payload, privateless),
    ],
    [
      'a token whose key stands at an attacker’s',
      async () => {
        const kid = 'https://attacker.example/key';
        return {
          file: await make({ ...header, kid }, payload, privateless)(),
          web: { [kid]: JSON.stringify(key) },
        };
      },
    ],
    [
      'a token signed by another institution of the house',
      make({ ...header, kid: neighbour.p256.keyUrl }, payload, neighbour.p256),
    ],
    [
      'a token signed by another institution with the issuer’s key named',
      make(header, payload, neighbour.p256),
    ],
    ['a token signed by a stranger with the issuer’s key named', make(header, payload, privateless)],
    [
      'a token signed by a stranger with the issuer’s DID before the key',
      make(
        { ...vcHeader, kid: `${own.did}#${stranger.p256.key}` },
        vcPayload,
        rename(privateless, `${own.did}#x`),
      ),
    ],
    ...(['iss', 'sub', 'jti', 'nbf'] as const).flatMap((claim): Forgery[] => [
      [`a token without ${claim}`, make(header, change(payload, claim))],
      [
        `a token with another ${claim}`,
        make(header, { ...payload, [claim]: claim === 'nbf' ? 1 : 'urn:uuid:1' }),
      ],
      [
        `a token of the other profile with another ${claim}`,
        make(vcHeader, { ...vcPayload, [claim]: claim === 'nbf' ? 9_999_999_999 : 'urn:uuid:1' }),
      ],
    ]),
    ['a token whose exp is not the credential’s', make(header, { ...payload, exp: 4_000_000_000 })],
    [
      'a token whose end has passed',
      make(header, { ...payload, validUntil: '2026-11-20T00:00:00Z', exp: 1_795_132_800 }),
    ],
    [
      'a token of the other profile whose exp has passed',
      make(vcHeader, { ...vcPayload, exp: 1_700_000_000 }),
    ],
    ['a token whose nbf is a word', make(header, { ...payload, nbf: 'now' })],
    [
      'a token with a second credential in a claim',
      make(header, { ...payload, vc: { ...payload, name: 'Another' } }),
    ],
    [
      'a token of the other profile with a second credential in a claim',
      make(vcHeader, { ...vcPayload, vc: vcPayload }),
    ],
    ['a token with the payload of one and the signature of another', () => `${head}.${body}.${theirs[2]}`],
    ['a token with the payload of another', () => `${head}.${theirs[1]}.${signature}`],
    ['a token with the header of the other profile', () => `${vcJwt.split('.')[0]}.${body}.${signature}`],
    ['a token that is not canonical base64url', () => `${head}.${body}.${loosen(signature ?? '')}`],
    ['a token with padding', () => `${head}.${body}.${signature}==`],
    [
      'a token of plain base64',
      () => `${head}.${body}.${(signature ?? '').replaceAll('-', '+').replaceAll('_', '/')}+`,
    ],
    ['a token with a dot at its end', () => `${jwt}.`],
    ['a token with a fourth part', () => `${jwt}.${signature}`],
    ['a token without a signature', () => `${head}.${body}.`],
    ['a token with half a signature', () => `${head}.${body}.${signature?.slice(0, 43)}`],
    ['a token with a signature of nothing', () => `${head}.${body}.${'A'.repeat(86)}`],
    ['a token with a space inside', () => `${head}. ${body}.${signature}`],
    [
      'a token in a list',
      () => JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }),
    ],
    [
      'a token whose status was taken out',
      () => `${head}.${writePart(change(payload, 'credentialStatus'))}.${signature}`,
    ],
  ];
}

/** The code on a page: the core of the credential, signed by itself. */
export function forgeCertificates({ honest, other, own, neighbour, stranger }: Setting): Forgery[] {
  const statement = stateCertificate(parseJsonObject(honest['ob3-data-integrity']), new Uint8Array(32));
  const make = (more: object = {}, signer: Signer = own.p256) =>
    secureCertificate({ ...statement, ...more }, signer);
  const altered = async (part: 0 | 1, edit: (value: Document) => object) => {
    const [address, token = ''] = (await make()).split('#');
    const parts = token.split('.');
    parts[part] = writePart(edit(readPart(token, part)));
    return `${address}#${parts.join('.')}`;
  };
  return [
    ['a code with another name', () => altered(1, (claims) => ({ ...claims, name: 'Mallory' }))],
    ['a code with another title', () => altered(1, (claims) => ({ ...claims, title: 'Doctor' }))],
    ['a code without an algorithm', () => altered(0, (header) => ({ ...header, alg: 'none' }))],
    [
      'a code with a key in its header',
      () => altered(0, (header) => ({ ...header, jwk: stranger.p256.publicJwk })),
    ],
    ['a code as a credential', () => altered(0, (header) => ({ ...header, typ: 'JWT' }))],
    [
      'a code behind the address of another',
      async () => (await make()).replace(statement.jti, JSON.parse(other['ob3-data-integrity']).id),
    ],
    [
      'a code behind the address of an attacker',
      async () => (await make()).replace(statement.jti, 'https://attacker.example/c'),
    ],
    ['a code signed by another institution', () => make({}, neighbour.p256)],
    ['a code signed by a stranger', () => make({}, stranger.p256.signer)],
    [
      'a code signed by a stranger in the issuer’s name',
      () => make({}, rename(stranger.p256.signer, own.p256.verificationMethod)),
    ],
    [
      'a code of a credential that was never issued',
      () => make({ jti: 'http://localhost:3999/c/00000000000000000000000000' }),
    ],
    ['a code with a letter less', async () => (await make()).slice(0, -1)],
  ];
}

/** The last letter of 64 bytes carries four bits that nobody reads. */
function loosen(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + alphabet[alphabet.indexOf(signature.at(-1) ?? '') + 1];
}
