/** Lists of status that are not what they seem: the credential itself is signed as it should be. */
import {
  composeStatusList,
  createStatusBits,
  encodeStatusBits,
  type JsonObject,
  type Signer,
  secureAsJwt,
  secureWithDataIntegrity,
} from '../../src/formats/index.ts';
import { CREATED, change, type Forged, type Forgery, type Setting } from './setting.ts';

const LIST = 'https://lists.example/1';

type ListChange = {
  readonly entries?: number;
  readonly purpose?: 'revocation' | 'suspension';
  readonly issuer?: string;
  readonly signer?: Signer;
  readonly more?: object;
  readonly after?: object;
};

/** The list as the issuer could put it elsewhere, and a credential that names it. */
export async function nameList(
  setting: Setting,
  { signer, ...wanted }: ListChange = {},
  entry: object = {},
): Promise<Forged> {
  const { own, crypto, compression, sign, unsigned } = setting;
  const list = composeStatusList({
    id: LIST,
    issuer: wanted.issuer ?? own.did,
    purpose: wanted.purpose ?? 'revocation',
    encodedList: await encodeStatusBits(
      compression,
      wanted.entries ? new Uint8Array(wanted.entries / 8) : createStatusBits(),
    ),
    validFrom: '2026-11-21T08:00:00Z',
    ttl: 60_000,
  });
  const options = { signer: signer ?? own.ed25519, crypto, created: CREATED };
  const secured = await secureWithDataIntegrity({ ...list, ...wanted.more } as JsonObject, options);
  const credentialStatus = {
    id: `${LIST}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: LIST,
    ...entry,
  };
  return {
    file: await sign({ ...unsigned(), credentialStatus } as JsonObject),
    web: { [LIST]: JSON.stringify({ ...secured, ...wanted.after }) },
  };
}

export function forgeStatuses(setting: Setting): Forgery[] {
  const { own, neighbour, stranger, honest, sign, unsigned } = setting;
  const list = (wanted: ListChange) => () => nameList(setting, wanted);
  const entry = (more: object) => () => nameList(setting, {}, more);
  const elsewhere = (body: string) => async () => ({
    file: (await nameList(setting)).file,
    web: { [LIST]: body },
  });
  const own_ = JSON.parse(honest['ob3-data-integrity']).credentialStatus.statusListCredential as string;
  return [
    ['a list that does not answer', async () => (await nameList(setting)).file],
    ['a list of another issuer', list({ issuer: stranger.ed25519.did, signer: stranger.ed25519.signer })],
    [
      'a list of another institution of the house',
      list({ issuer: neighbour.did, signer: neighbour.ed25519 }),
    ],
    ['a list in the issuer’s name that a stranger signed', list({ signer: stranger.ed25519.signer })],
    ['a list in the issuer’s name that another institution signed', list({ signer: neighbour.ed25519 })],
    ['a list without a proof', list({ after: { proof: undefined } })],
    ['a list that was changed', list({ after: { validFrom: '2026-11-21T08:30:00Z' } })],
    ['a list too short to hide anyone', list({ entries: 1_024 })],
    ['a list that has ended', list({ more: { validUntil: '2026-11-21T08:59:59Z' } })],
    ['a list that has not begun', list({ more: { validFrom: '2026-11-22T00:00:00Z' } })],
    ['a list of another purpose', list({ purpose: 'suspension' })],
    ['a list of another id', list({ more: { id: 'https://lists.example/2' } })],
    ['a list without a type', list({ more: { type: ['VerifiableCredential'] } })],
    ['a credential in place of a list', elsewhere(honest['ob3-data-integrity'])],
    ['a page in place of a list', elsewhere('<!doctype html>')],
    ['a list that says only that all is well', elsewhere('{"revoked":false}')],
    ['a list in place of which stands nothing', elsewhere('')],
    ['an index out of the list', entry({ statusListIndex: '131072' })],
    ['an index below the list', entry({ statusListIndex: '-1' })],
    ['an index of 2^53', entry({ statusListIndex: '9007199254740992' })],
    ['an index of 2^64 and a few', entry({ statusListIndex: '18446744073709551623' })],
    ['an index with a fraction', entry({ statusListIndex: '7.0' })],
    ['an index with an exponent', entry({ statusListIndex: '7e0' })],
    ['an index with a zero before it', entry({ statusListIndex: '07' })],
    ['an index with a space', entry({ statusListIndex: ' 7' })],
    ['an index in other digits', entry({ statusListIndex: '٧' })],
    ['no index', entry({ statusListIndex: undefined })],
    // As a token, because a linked-data proof has no word for it.
    [
      'a status of a kind that nobody knows',
      () => {
        const document = change(unsigned(), 'credentialStatus/type', 'NoStatusAtAll');
        return secureAsJwt(document, { signer: own.p256, crypto: setting.crypto, created: CREATED });
      },
    ],
    ['a status without a purpose', entry({ statusPurpose: undefined })],
    ['a status of two bits without words for them', entry({ statusSize: 2 })],
    ['a status in a list of data', entry({ statusListCredential: `data:application/json,{}` })],
    ['a status in a file', entry({ statusListCredential: 'file:///etc/passwd' })],
    [
      'a status whose list is a credential of the house',
      entry({ statusListCredential: JSON.parse(honest['ob3-data-integrity']).id }),
    ],
    [
      'a status in a list of the house that is not there',
      entry({ statusListCredential: own_.replace(/[^/]+$/, '0000000000000000') }),
    ],
    [
      'a list by id of another institution of the house',
      async () => {
        const url = neighbour.rsa.keyUrl.replace(/\/keys\/.*$/, '/revocations');
        const { credentialStatus: _, ...document } = unsigned(honest['ob3-id-list']);
        return sign({
          ...document,
          credentialStatus: { id: url, type: '1EdTechRevocationList' },
        } as JsonObject);
      },
    ],
    [
      'a list by id that does not answer',
      () => sign(change(unsigned(honest['ob3-id-list']), 'credentialStatus/id', 'https://lists.example/ids')),
    ],
    [
      'a list by id that lists nothing',
      async () => ({
        file: await sign(
          change(unsigned(honest['ob3-id-list']), 'credentialStatus/id', 'https://lists.example/ids'),
        ),
        web: {
          'https://lists.example/ids': JSON.stringify({ id: 'https://lists.example/ids', issuer: own.did }),
        },
      }),
    ],
    [
      'a list by id of somebody else',
      async () => ({
        file: await sign(
          change(unsigned(honest['ob3-id-list']), 'credentialStatus/id', 'https://lists.example/ids'),
        ),
        web: {
          'https://lists.example/ids': JSON.stringify({
            id: 'https://lists.example/ids',
            issuer: stranger.ed25519.did,
            revokedCredentials: [],
          }),
        },
      }),
    ],
    [
      'five statuses, of which the list of the last does not answer',
      () => {
        const { credentialStatus, ...document } = unsigned();
        const wrong = { ...(credentialStatus as JsonObject), id: 'urn:uuid:9', statusListCredential: LIST };
        return sign({ ...document, credentialStatus: [credentialStatus, wrong] } as JsonObject);
      },
    ],
  ];
}
