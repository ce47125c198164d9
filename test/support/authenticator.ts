/** A passkey in software: what a browser and its authenticator answer together (WebAuthn Level 3, section 6). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Change = {
  readonly origin?: string;
  readonly challenge?: string;
  /** Whether the user was verified: flag UV of 6.1. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  readonly partyId?: string;
};

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

export function createAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  let counter = 0;

  const composeClientData = (type: string, challenge: string, change: Change) =>
    Buffer.from(
      JSON.stringify({
        type: change.type ?? type,
        challenge: change.challenge ?? challenge,
        origin: change.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const composeData = (flags: number, change: Change, rest: Uint8Array = new Uint8Array()) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(change.counter ?? counter);
    const verified = change.verified === false ? 0 : USER_VERIFIED;
    return Buffer.concat([
      hash(change.partyId ?? new URL(origin).hostname),
      Buffer.from([USER_PRESENT | verified | flags]),
      count,
      rest,
    ]);
  };

  return {
    id,
    register(challenge: string, change: Change = {}) {
      const jwk = publicKey.export({ format: 'jwk' });
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
        [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
      ]);
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        isoCBOR.encode(cose),
      ]);
      const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(composeData(ATTESTED, change, attested))],
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: composeClientData('webauthn.create', challenge, change).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    use(challenge: string, change: Change = {}) {
      counter += 1;
      const clientData = composeClientData('webauthn.get', challenge, change);
      const data = composeData(0, change);
      const signature = sign('sha256', Buffer.concat([data, hash(clientData)]), privateKey);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}
