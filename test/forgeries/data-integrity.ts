/** Forgeries of a credential that carries its proof, by somebody without a key and by somebody with another. */
import type { JsonObject } from '../../src/formats/index.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_3 } from '../../src/formats/index.ts';
import { CREATED, change, type Document, type Forgery, rename, type Setting } from './setting.ts';

const OLDER_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
const ANYTHING = 'https://www.w3.org/ns/credentials/examples/v2';

export function forgeProofs({ honest, other, own, neighbour, stranger, sign, unsigned }: Setting): Forgery[] {
  const signed = JSON.parse(honest['ob3-data-integrity']) as Document;
  const { proof, ...bare } = signed;
  const one = [proof].flat()[0] as Document;
  const with_ = (...proofs: readonly unknown[]) => JSON.stringify({ ...bare, proof: proofs });
  const theirs = [JSON.parse(other['ob3-data-integrity']).proof].flat()[0];
  const bySelf = async (signer: Parameters<typeof sign>[1]) =>
    [JSON.parse(await sign(bare as JsonObject, signer)).proof].flat()[0];
  const university = { id: 'https://rug.example', type: ['Profile'], name: 'University of Groningen' };
  return [
    ['the proof taken out', () => JSON.stringify(bare)],
    ['the proof null', () => JSON.stringify({ ...bare, proof: null })],
    ['the proof an empty object', () => JSON.stringify({ ...bare, proof: {} })],
    ['an empty list of proofs', () => with_()],
    ['a proof of words', () => JSON.stringify({ ...bare, proof: 'verified' })],
    ['a list with nothing in it beside the proof', () => with_(one, null)],
    ['the proof of another credential', () => with_(theirs)],
    ['the proof of another credential beside the proof', () => with_(one, theirs)],
    [
      'the proof twice, one with a letter changed',
      () => with_(one, { ...one, proofValue: swapEnd(one.proofValue) }),
    ],
    ['the proof with an empty value', () => with_({ ...one, proofValue: '' })],
    [
      'the proof with the value of another base',
      () => with_({ ...one, proofValue: `u${String(one.proofValue).slice(1)}` }),
    ],
    ['the proof for authentication', () => with_({ ...one, proofPurpose: 'authentication' })],
    ['the proof without a purpose', () => with_(change(one, 'proofPurpose'))],
    ['the proof made at another time', () => with_({ ...one, created: '2026-11-20T09:00:00Z' })],
    ['the proof with an end added', () => with_({ ...one, expires: '2099-01-01T00:00:00Z' })],
    ['the proof as of another suite', () => with_({ ...one, cryptosuite: 'eddsa-jcs-2022' })],
    ['the proof as of a suite for other keys', () => with_({ ...one, cryptosuite: 'ecdsa-rdfc-2019' })],
    [
      'the proof as of the older suite',
      () => with_({ ...change(one, 'cryptosuite'), type: 'Ed25519Signature2020' }),
    ],
    ['the proof as of a suite that nobody knows', () => with_({ ...one, cryptosuite: 'none' })],
    [
      'a previous proof that is nowhere',
      () => with_({ ...one, previousProof: 'urn:uuid:0191f7a0-0000-7000-8000-000000000001' }),
    ],
    [
      'a previous proof that is itself',
      () => with_({ ...one, id: 'urn:uuid:1', previousProof: 'urn:uuid:1' }),
    ],
    [
      'two proofs that each build on the other',
      () =>
        with_(
          { ...one, id: 'urn:uuid:1', previousProof: 'urn:uuid:2' },
          { ...one, id: 'urn:uuid:2', previousProof: 'urn:uuid:1' },
        ),
    ],
    [
      'the method of another issuer of the house',
      () => with_({ ...one, verificationMethod: neighbour.ed25519.verificationMethod }),
    ],
    [
      'the key for lists in place of the key for awards',
      () => with_({ ...one, verificationMethod: own.status.verificationMethod }),
    ],
    ['signed by another institution of the house', () => sign(bare as JsonObject, neighbour.ed25519)],
    [
      'signed by another institution in the name of the key',
      () => sign(bare as JsonObject, rename(neighbour.ed25519, own.ed25519.verificationMethod)),
    ],
    ['signed by a stranger with a did:key', () => sign(bare as JsonObject, stranger.ed25519.signer)],
    [
      'signed by a stranger with the issuer’s DID before a key of their own',
      () => sign(bare as JsonObject, rename(stranger.ed25519.signer, `${own.did}#${stranger.ed25519.key}`)),
    ],
    [
      'signed by a stranger in the name of the issuer’s key',
      () => sign(bare as JsonObject, rename(stranger.ed25519.signer, own.ed25519.verificationMethod)),
    ],
    [
      'signed by a stranger, beside the issuer’s proof of something else',
      async () => with_(theirs, await bySelf(stranger.ed25519.signer)),
    ],
    [
      'a university’s address before a key of one’s own',
      async () => ({
        file: await sign(
          { ...bare, issuer: university } as JsonObject,
          rename(stranger.ed25519.signer, `${university.id}#${stranger.ed25519.key}`),
        ),
        web: { [university.id]: JSON.stringify(university) },
      }),
    ],
    [
      'a key whose document names the issuer as its controller',
      async () => {
        const id = 'https://keys.example/1';
        const document = {
          id,
          type: 'Multikey',
          controller: own.did,
          publicKeyMultibase: stranger.ed25519.key,
        };
        return {
          file: await sign(bare as JsonObject, rename(stranger.ed25519.signer, id)),
          web: { [id]: JSON.stringify(document) },
        };
      },
    ],
    [
      'a DID document elsewhere that calls itself the issuer’s',
      async () => {
        const id = `did:web:keys.example#${stranger.ed25519.key}`;
        const method = {
          id,
          type: 'Multikey',
          controller: own.did,
          publicKeyMultibase: stranger.ed25519.key,
        };
        return {
          file: await sign(bare as JsonObject, rename(stranger.ed25519.signer, id)),
          web: {
            'https://keys.example/.well-known/did.json': JSON.stringify({
              id: own.did,
              verificationMethod: [method],
              assertionMethod: [id],
            }),
          },
        };
      },
    ],
    [
      'a stranger’s own DID, with the institution’s name',
      () =>
        sign(
          { ...bare, issuer: { ...(bare.issuer as JsonObject), id: stranger.ed25519.did } } as JsonObject,
          stranger.ed25519.signer,
        ),
    ],
    ['what is given to the holder alone, for others to derive from', () => honest['ob3-ecdsa-sd']],
    [
      'a derived proof over what was not disclosed',
      () => JSON.stringify({ ...JSON.parse(honest.derived), name: 'Another' }),
    ],
    [
      'a derived proof on the whole credential',
      () => JSON.stringify({ ...bare, proof: JSON.parse(honest.derived).proof }),
    ],
    [
      'a derived proof of another credential',
      () => JSON.stringify({ ...JSON.parse(honest.derived), proof: JSON.parse(other.derived).proof }),
    ],
    [
      'the document of another, with its own id put back',
      () => JSON.stringify({ ...JSON.parse(other['ob3-data-integrity']), id: bare.id }),
    ],
    [
      'signed for the day after tomorrow',
      () => sign(change(unsigned(), 'validFrom', '2026-11-23T09:00:00Z')),
    ],
    [
      'signed with an end that has passed',
      () => sign(change(unsigned(), 'validUntil', '2026-11-21T08:59:59Z')),
    ],
    [
      'signed at a time that has not come',
      async () =>
        JSON.stringify({
          ...JSON.parse(await sign(unsigned())),
          proof: { ...one, created: CREATED.replace('2026', '2027') },
        }),
    ],
  ];
}

/** What nobody may change once it is signed. */
export function forgeDocuments({ honest, neighbour, stranger }: Setting): Forgery[] {
  const signed = JSON.parse(honest['ob3-data-integrity']) as Document;
  const altered = (path: string, value?: unknown) => () => JSON.stringify(change(signed, path, value));
  const added = (path: string, members: object) => () => {
    const [place = signed] = [
      path === '' ? signed : path.split('/').reduce<unknown>((at, step) => (at as Document)[step], signed),
    ];
    const whole = { ...(place as object), ...members };
    return JSON.stringify(path === '' ? whole : change(signed, path, whole));
  };
  const contexts = signed['@context'] as readonly string[];
  const achievement = 'credentialSubject/achievement';
  const entry = signed.credentialStatus as JsonObject;
  return [
    ['the id changed', altered('id', 'urn:uuid:0191f7a0-0000-7000-8000-000000000001')],
    ['the end moved', added('', { validUntil: '2099-01-01T00:00:00Z' })],
    ['the beginning moved', altered('validFrom', '2020-01-01T00:00:00Z')],
    ['the day of the award changed', altered('awardedDate', '2020-01-01T00:00:00Z')],
    [
      'the type of another credential added',
      altered('type', [...(signed.type as string[]), 'ClrCredential']),
    ],
    ['the issuer’s id changed', altered('issuer/id', neighbour.did)],
    ['the issuer as a bare id', altered('issuer', (signed.issuer as JsonObject).id)],
    ['the issuer’s name changed', altered('issuer/name', 'Harvard University')],
    ['the issuer’s name taken out', altered('issuer/name')],
    [
      'another issuer beside the issuer',
      altered('issuer', [signed.issuer, { id: stranger.ed25519.did, type: ['Profile'], name: 'X' }]),
    ],
    ['the subject changed', altered('credentialSubject/id', 'urn:uuid:0191f7a0-0000-7000-8000-000000000002')],
    [
      'a second subject',
      altered('credentialSubject', [
        signed.credentialSubject,
        { id: 'urn:uuid:1', type: ['AchievementSubject'] },
      ]),
    ],
    [
      'the holder’s name changed',
      added('credentialSubject', {
        identifier: [
          { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Mallory' },
        ],
      }),
    ],
    ['the holder’s name taken out', altered('credentialSubject/identifier')],
    ['a better result', altered('credentialSubject/result/0/value', '10')],
    ['more credits', added('credentialSubject', { creditsEarned: 30 })],
    ['evidence added', added('', { evidence: [{ id: 'https://evidence.example/', type: ['Evidence'] }] })],
    [
      'the achievement of another design',
      altered(`${achievement}/id`, 'http://localhost:3999/designs/another/versions/1'),
    ],
    ['the achievement’s name changed', altered(`${achievement}/name`, 'Doctor of Everything')],
    ['the achievement’s criteria changed', altered(`${achievement}/criteria/narrative`, 'None.')],
    [
      'an alignment added',
      altered(`${achievement}/alignment`, [
        { type: ['Alignment'], targetName: 'EQF 8', targetUrl: 'http://data.europa.eu/snb/eqf/8' },
      ]),
    ],
    [
      'an endorsement added',
      added(achievement, {
        endorsement: [{ '@context': contexts, type: ['VerifiableCredential', 'EndorsementCredential'] }],
      }),
    ],
    ['an endorsement as token added', added(achievement, { endorsementJwt: ['eyJhbGciOiJub25lIn0.e30.'] })],
    ['the status taken out', altered('credentialStatus')],
    ['the status null', altered('credentialStatus', null)],
    ['an empty list of statuses', altered('credentialStatus', [])],
    [
      'the status of another',
      altered('credentialStatus/statusListIndex', String((Number(entry.statusListIndex) + 1) % 131_072)),
    ],
    ['the status for suspension', altered('credentialStatus/statusPurpose', 'suspension')],
    [
      'the status written as its full IRI',
      () =>
        JSON.stringify({
          ...change(signed, 'credentialStatus'),
          'https://www.w3.org/2018/credentials#credentialStatus': entry,
        }),
    ],
    [
      'the status under a prefix',
      () => JSON.stringify({ ...change(signed, 'credentialStatus'), 'cred:credentialStatus': entry }),
    ],
    [
      'the status of a type written as its IRI',
      altered('credentialStatus/type', 'https://www.w3.org/ns/credentials/status#BitstringStatusListEntry'),
    ],
    ['the status as a bare id', altered('credentialStatus', entry.id)],
    ['the context before the one of the badge left out', altered('@context', [OPEN_BADGES_3])],
    ['the context of the badge left out', altered('@context', [CREDENTIALS_V2])],
    ['the contexts the other way round', altered('@context', [...contexts].reverse())],
    ['the older context of credentials', altered('@context', [CREDENTIALS_V1, ...contexts.slice(1)])],
    [
      'a context that nobody brought along',
      altered('@context', [...contexts, 'https://attacker.example/context.json']),
    ],
    [
      'a context of one’s own',
      altered('@context', [...contexts, { name: 'https://attacker.example/#name' }]),
    ],
    [
      'a context with a vocabulary of one’s own',
      altered('@context', [...contexts, { '@vocab': 'https://attacker.example/#' }]),
    ],
    [
      'a context with a base of one’s own',
      altered('@context', [...contexts, { '@base': 'https://attacker.example/' }]),
    ],
    ['a context that forgets all others', altered('@context', [null, ...contexts])],
    [
      'a term defined anew inside',
      added('credentialSubject', { '@context': { achievement: 'https://attacker.example/#a' } }),
    ],
    ['a term forgotten inside', added(achievement, { '@context': { criteria: null } })],
    [
      'a vocabulary for anything, and a word of it',
      () =>
        JSON.stringify({
          ...change(signed, '@context', [...contexts, ANYTHING]),
          honours: 'summa cum laude',
        }),
    ],
    [
      'an older context of badges and a word of the newer',
      () =>
        JSON.stringify(
          change(change(signed, '@context', [CREDENTIALS_V2, OLDER_3]), `${achievement}/inLanguage`, 'en-GB'),
        ),
    ],
    ['a word that no context knows', added('credentialSubject', { honours: 'summa cum laude' })],
    ['the type as a keyword', () => JSON.stringify({ ...change(signed, 'type'), '@type': signed.type })],
    ['the id as a keyword', () => JSON.stringify({ ...change(signed, 'id'), '@id': signed.id })],
    [
      'a graph around it',
      () =>
        JSON.stringify({ '@context': contexts, '@graph': [signed], type: signed.type, proof: signed.proof }),
    ],
    ['a list of it', () => JSON.stringify([signed])],
    ['a member twice', () => honest['ob3-data-integrity'].replace('{', '{"id":"urn:uuid:1",')],
    [
      'a member of the prototype',
      () => honest['ob3-data-integrity'].replace('{', '{"__proto__":{"name":"X"},'),
    ],
  ];
}

function swapEnd(value: unknown): string {
  const text = String(value);
  return text.slice(0, -1) + (text.endsWith('2') ? '3' : '2');
}
