/**
 * For tests: one award with every element, fixed keys, and a resolver that knows them. The keys are published
 * here and sign nothing outside tests and `vectors/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { OFFICIAL_DATA } from '../../test/support/official.ts';
import {
  gunzipBytes,
  gzipBytes,
  importSigner,
  inflateBytes,
  nodeCrypto,
  type PrivateJwk,
} from '../platform/crypto/index.ts';
import type { CredentialFacts, IssuerFacts, VersionFacts } from './facts.ts';
import type {
  Compression,
  Crypto,
  Format,
  JsonObject,
  MethodRequest,
  ResolvedMethod,
  Signer,
  VerifyDeps,
} from './format.ts';
import { parseJsonObject } from './json.ts';
import { encodeMultikey } from './multikey.ts';
import { accreditations } from './testing/accreditations.ts';

export const crypto: Crypto = nodeCrypto;
export const compression: Compression = { gzip: gzipBytes, gunzip: gunzipBytes, inflate: inflateBytes };

const ORIGIN = 'https://waarmerk.example';
const DID = 'did:web:waarmerk.example:issuers:k7m2q9x4t1v8b3nw';
const ISSUER_URL = `${ORIGIN}/issuers/k7m2q9x4t1v8b3nw`;

const ed25519Jwk: PrivateJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'RH0tX7QsX5C6vnACXEA7MxkYzizSzKxFQy-l5tJUfDI',
  d: '04OI8x3du_TLGF5mUuihyRf1LJK5iNYQ-BN_wwJ10fo',
};

const p256Jwk: PrivateJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'leR1Sy2DepmPeonKyRawd0_IouugO4kcTOFOI1aZe6o',
  y: '3DnH5y7XF3HShpDo-Al-huIFeC61b3LRl5DtLIxpF78',
  d: 'Oh1pN9ym3SfDR2KIBW3foJ84zEbLDAxqagr_ZlTST5A',
};

const rsaJwk: PrivateJwk = {
  kty: 'RSA',
  n: 'rnyFNbBUT1bk2e1MtnnYVAEwd3pyGSPV-cBlmzgy53JLtAcBFUXmSqeAkGWDxOfrOKd69Z6J67xbdQVIJKulG62t6n5an1YrihYQN1qy4sKWHRKC2ZzcHWQvREaRfm3A_ufU6Sqi_kfdaM6Q7phfi8vOlq4xmc06Z84g9ymsB0RXmdjkenhyQ7RdmzIlifLJL1hDx2YY0I0oPLnCM8a1_jEhIx4ye0rDjefbPkF69baApLud20ROwfaJHr97feV_SLmCDo7zboNdSWqFLHcRSyV_2sQNS7PNDOboBVVw-ywUW5TxH6Dem5Hf57-xWJ0yQBXWwcGBK6S_tW6G3APbQw',
  e: 'AQAB',
  d: 'Aiu4potiP0rn9b34xng_NytpYziuzMpsYgnyY4KN05KgLwYAXJBGyya-32C3BJ3Y9JbBInESnG2x00icHZXoof17q1CGu0FJE52uk-ORorYLa6yieZPDg0pANzbQxeHbcnpCbqhYLSo7fXHQdRgSISlOTI1hF3FV2gd0XU7V6kH6fstq3zmr3GZqOrIxF07yJ1QjkWxnqQYeaP2BL0AFUp5yGBvTddf2uRoV1tKK27wAG5Ef13eFVuPhpnK-6G6UGr8iv4dX9ceXhUuBCq55Y3NzwGZkfc-cKnDvIHK6a9SPoPCkEGaX3jF7DrkIbkFSY4bZz2A2JdrTP3tcsyvfZQ',
  p: '1hr_4YWNuM4zdinrCmfHo1IcIfEiC0IcJkkXJIckF6a88n3rFtoTER6QHn1SrDO5s-WnilW-kCCn1nIHXzjxLIHXxQ0-Jbxj2zWE7zPWY8OtlhuX0qR1dEH4GQCmhon3uyRjAtHNFHSio8yzHFCeqlterlzQq08Qvi_kuMCc8Ac',
  q: '0KDq3jZ56DsyxIgy331nTGvbkX8iM6Ffo4sPL11BXAASZV5yb-piz8uafO_DwptdRs1NuEIoOmzmh4g74YxT-nJ9z4nd6mLQwzcXOKlnYRM55j4q39yyS9TEglYPmfL3lSkmh6HsfD5-fJBmXh2UUz25pfyGR_KERlryoOJCc-U',
  dp: 'zcL-3LakH9ITROE-IC7ifoPfw4Lgy98J_IVLt3Ak8JHujkETGFAV-OLdcF_Sfunq8wenPtvumsa3ZfEKQqoPpU1XlumGK2_kq3vAuL2hsRkSDuuPugERW9w2WZj1cODQ8soiWUhVhe4di7ui-nhEM8ZBtOJALBJ9LboLXr7FVCs',
  dq: 'OVkylrjE0_iJ4QpLabHQFmrDpYAcB7NBVfRgzTVGRSLj66eFr4vvc41VPyitWC5a-p5u0cqlwkGzMOhbBYoMf5i_SrBsJwTYvADFylaOy1l8nfTS1kyVWlD3X5iGm1v1gLQaGkiBeDm5jUYoTZC1-BfMk3sR8m8Qu0I-1ci8WZ0',
  qi: 'ZYjZTcsYVi022Uv1EUZVGW4GHM2g4g4HIwzkze34NWqE7hurZwsoojhhxh1wv5gxT9aiKiVtmLCdHEvMqMzw4AGHRjnvMy5Z7MKsY_PxJ1rpzFItqnRdvl0UXbZs-eM2vSgLoleZ2ism_21PfaWtu6-lkuOM2_eakcp-5oqbKPI',
};

export const publicKeys = {
  ed25519: importSigner(ed25519Jwk).publicJwk,
  p256: importSigner(p256Jwk).publicJwk,
  rsa: importSigner(rsaJwk).publicJwk,
};

export const ed25519Signer: Signer = {
  algorithm: 'Ed25519',
  verificationMethod: `${DID}#${encodeMultikey(publicKeys.ed25519)}`,
  keyUrl: `${ISSUER_URL}/keys/ed-1`,
  sign: importSigner(ed25519Jwk).sign,
};

export const p256Signer: Signer = {
  algorithm: 'ES256',
  verificationMethod: `${DID}#p-1`,
  keyUrl: `${ISSUER_URL}/keys/p-1`,
  sign: importSigner(p256Jwk).sign,
};

export const rsaSigner: Signer = {
  algorithm: 'RS256',
  verificationMethod: `${DID}#r-1`,
  keyUrl: `${ISSUER_URL}/keys/r-1`,
  sign: importSigner(rsaJwk).sign,
};

export const didDocument: JsonObject = {
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: DID,
  verificationMethod: [
    {
      id: ed25519Signer.verificationMethod,
      type: 'Multikey',
      controller: DID,
      publicKeyMultibase: encodeMultikey(publicKeys.ed25519),
    },
    {
      id: p256Signer.verificationMethod,
      type: 'JsonWebKey',
      controller: DID,
      publicKeyJwk: { ...publicKeys.p256 },
    },
    {
      id: rsaSigner.verificationMethod,
      type: 'JsonWebKey',
      controller: DID,
      publicKeyJwk: { ...publicKeys.rsa },
    },
  ],
  assertionMethod: [ed25519Signer, p256Signer, rsaSigner].map((signer) => signer.verificationMethod),
};

/** Answers as the issuer's own server would. */
export function resolveTestMethod(request: MethodRequest): ResolvedMethod {
  const keys = [
    { signer: ed25519Signer, publicJwk: publicKeys.ed25519 },
    { signer: p256Signer, publicJwk: publicKeys.p256 },
    { signer: rsaSigner, publicJwk: publicKeys.rsa },
  ];
  const found = keys.find(({ signer }) =>
    [signer.verificationMethod, signer.keyUrl].includes(request.id ?? ''),
  );
  if (!found || request.purpose !== 'assertionMethod') return { found: false, because: 'not-found' };
  return { found: true, method: { id: request.id ?? '', controller: DID, publicJwk: found.publicJwk } };
}

export const verifyDeps: VerifyDeps = { crypto, resolveMethod: resolveTestMethod };

export const AT = new Date('2026-11-21T10:00:00Z');
export const CREATED = '2026-11-21T09:30:00Z';

export const issuerFacts: IssuerFacts = {
  did: DID,
  url: ISSUER_URL,
  name: { en: 'Campus Fryslân (demo)', nl: 'Campus Fryslân (demo)' },
  email: 'badges@rug.example',
  website: 'https://rug.example/cf',
  address: {
    country: 'NL',
    region: 'NL12',
    locality: 'Leeuwarden',
    postalCode: '8911 CE',
    street: 'Wirdumerdijk 34',
  },
  identifiers: [
    { scheme: 'BRIN', value: '21PC' },
    { scheme: 'ROR', value: 'https://ror.org/012p63287' },
  ],
  parent: {
    did: 'did:web:waarmerk.example:issuers:h3x8w2p6c9r4d5tz',
    name: { en: 'University of Groningen (demo)', nl: 'Rijksuniversiteit Groningen (demo)' },
    url: `${ORIGIN}/issuers/h3x8w2p6c9r4d5tz`,
  },
};

export const versionFacts: VersionFacts = {
  id: `${ORIGIN}/designs/q4z7m1v9x2c8b6kd/versions/2`,
  number: 2,
  image: {
    url: `${ORIGIN}/designs/q4z7m1v9x2c8b6kd/versions/2/image.png`,
    alt: { en: 'A bridge of light', nl: 'Een brug van licht' },
  },
  issuer: issuerFacts,
  content: {
    kind: 'microcredential',
    defaultLanguage: 'nl',
    title: { en: 'Digital Leadership', nl: 'Digitaal Leiderschap' },
    description: {
      en: 'Leading digital change in public service.',
      nl: 'Leiding geven aan digitale verandering.',
    },
    outcomes: [
      {
        id: 'LO1',
        text: {
          en: 'Analyse the digital maturity of an organisation.',
          nl: 'Analyseert de digitale volwassenheid van een organisatie.',
        },
        alignments: [
          {
            targetName: 'digital transformation',
            targetUrl: 'http://data.europa.eu/esco/skill/0001',
            targetFramework: 'ESCO',
          },
        ],
      },
      { id: 'LO2', text: { en: 'Design a programme of change.', nl: 'Ontwerpt een veranderprogramma.' } },
    ],
    assessments: [
      {
        id: 'A1',
        title: { en: 'Case analysis', nl: 'Casusanalyse' },
        description: { en: 'A report of 3,000 words.', nl: 'Een verslag van 3.000 woorden.' },
        type: '2939dae15f',
        supervision: 'df2880c5cb',
        identityCheck: {
          en: 'Submission with an account of one’s own.',
          nl: 'Inlevering met een eigen account.',
        },
        weight: 60,
        grading: { en: 'Dutch scale 1–10', nl: 'Nederlandse schaal 1–10' },
      },
      {
        id: 'A2',
        title: { en: 'Panel defence', nl: 'Verdediging' },
        type: 'd30284d7df',
        supervision: '70be69aaf9',
        weight: 40,
      },
    ],
    provenBy: [
      { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 60 },
      { outcome: 'LO2', assessment: 'A2', coverage: 'partial', weight: 40 },
    ],
    workload: { ects: 5, hours: 140 },
    level: { eqf: 7, nlqf: 'c_478359fc', qfEhea: 'second' },
    participation: ['e92d221e4d'],
    qualityAssurance: {
      type: 'bb4618238e',
      framework: { en: 'National quality framework', nl: 'Landelijk kwaliteitskader' },
      statement: { en: 'The committee guarantees the exit level.', nl: 'De commissie borgt het eindniveau.' },
      url: 'https://rug.example/quality',
    },
    instructionLanguages: ['nl'],
    gradeScheme: { scheme: '1-10', passMark: 5.5 },
    passRule: { en: 'Each assessment is passed.', nl: 'Elke toets is behaald.' },
    prerequisites: { en: 'A bachelor’s degree.', nl: 'Een bachelordiploma.' },
    audience: { en: 'Professionals.', nl: 'Professionals.' },
    stackability: {
      kind: 'stackable',
      statement: { en: 'Counts in the certificate.', nl: 'Telt mee in het certificaat.' },
    },
    furtherInformation: { en: 'See the page.', nl: 'Zie de pagina.' },
    furtherInformationUrl: 'https://rug.example/dl',
    programme: { place: 'own-course', registerNumber: '70001' },
    iscedF: '0413',
    skills: [
      {
        targetName: 'lead change',
        targetUrl: 'http://data.europa.eu/esco/skill/0002',
        targetFramework: 'ESCO',
      },
    ],
    tags: ['leadership', 'digital'],
    partners: [{ en: 'Faculty of Philosophy', nl: 'Faculteit Wijsbegeerte' }],
    validityMonths: 60,
  },
};

export const credentialFacts: CredentialFacts = {
  id: `${ORIGIN}/c/4m7k2x9q1v8b3nwt6z5c0d2hge`,
  subjectId: 'urn:uuid:0d3f9a52-6f0e-4b8c-9a57-1c2d3e4f5a6b',
  language: 'en',
  validFrom: '2026-11-21T09:00:00Z',
  awardedDate: '2026-11-21T00:00:00+01:00',
  validUntil: '2031-11-21T23:59:59+01:00',
  holder: {
    name: 'Søren Kjærgaard',
    identifier: { type: 'emailAddress', value: 'soren@example.org' },
    salt: '00112233445566778899aabbccddeeff',
  },
  version: versionFacts,
  result: { value: '7.8' },
  evidence: [
    {
      url: 'https://evidence.example.org/1',
      name: 'Case analysis',
      narrative: 'Confidential parts removed.',
    },
  ],
  narrative: 'Worked on a file of the province.',
  status: { list: `${ORIGIN}/status/t9v2k5m8x1c4b7nz`, index: 94_567 },
};

/** The same award of a version that was frozen while its provider was accredited. */
export const accreditedFacts: CredentialFacts = {
  ...credentialFacts,
  version: { ...versionFacts, content: { ...versionFacts.content, accreditations } },
};

export async function issue(
  format: Format,
  facts: CredentialFacts,
  definition?: JsonObject,
): Promise<string> {
  const { document } = await format.compose(facts, crypto, definition);
  const signers = { 'award-ed25519': ed25519Signer, 'award-p256': p256Signer, 'award-rsa': rsaSigner };
  const signer = signers[format.keyPurpose ?? 'award-ed25519'];
  return format.secure(document, { signer, crypto, created: CREATED });
}

/** Only what every award has. */
export function bareFacts(facts: CredentialFacts): CredentialFacts {
  const { validUntil: _u, result: _r, evidence: _e, narrative: _n, status: _s, ...award } = facts;
  const { name: _name, ...holder } = award.holder;
  const content = {
    ...award.version.content,
    outcomes: [],
    assessments: [],
    provenBy: [],
    participation: [],
    skills: [],
    tags: [],
    partners: [],
    instructionLanguages: [],
    workload: {},
    level: {},
  };
  const { qualityAssurance: _q, iscedF: _i, programme: _p, ...bare } = content;
  return { ...award, holder, evidence: [], version: { ...award.version, content: bare } };
}

/** Official files stand outside the project; where they are absent the tests that need them are skipped. */
export const SHARED = OFFICIAL_DATA;
export const hasShared = existsSync(`${SHARED}/README.md`);

export function readShared(path: string): string {
  return readFileSync(`${SHARED}/${path}`, 'utf8');
}

export function readSharedJson(path: string): JsonObject {
  return parseJsonObject(readShared(path), { maxDepth: 64, maxNodes: 1_000_000, maxLength: 50_000_000 });
}
