/**
 * Terms of Open Badges 2.0, from the tables of its specification ("JSON-LD context and term definitions"):
 * which vocabulary each term belongs to, and whether its value is a node, an instant or a truth value.
 */
import type { JsonObject } from '../format.ts';

const prefixes = {
  cred: 'https://w3id.org/credentials#',
  dc: 'http://purl.org/dc/terms/',
  extensions: 'https://w3id.org/openbadges/extensions#',
  obi: 'https://w3id.org/openbadges#',
  schema: 'http://schema.org/',
  sec: 'https://w3id.org/security#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const classes = {
  obi: [
    'Assertion',
    'BadgeClass',
    'Criteria',
    'Evidence',
    'Extension',
    'FrameValidation',
    'HostedBadge',
    'IdentityObject',
    'Image',
    'Issuer',
    'Profile',
    'RevocationList',
    'SignedBadge',
    'TypeValidation',
    'VerificationObject',
    'validatesType',
    'validation',
    'validationFrame',
    'validationSchema',
  ],
  schema: ['AlignmentObject'],
};

const renamed = {
  CryptographicKey: 'sec:Key',
  Endorsement: 'cred:Credential',
  hosted: 'obi:HostedBadge',
  signed: 'obi:SignedBadge',
  verify: 'verification',
};

const plain: Readonly<Record<string, readonly string[]>> = {
  obi: [
    'allowedOrigins',
    'audience',
    'endorsementComment',
    'narrative',
    'revocationReason',
    'salt',
    'targetCode',
    'uid',
    'verificationProperty',
  ],
  schema: [
    'caption',
    'description',
    'email',
    'genre',
    'name',
    'targetDescription',
    'targetFramework',
    'targetName',
    'targetUrl',
    'telephone',
    'version',
  ],
  sec: ['publicKeyPem'],
};

const nodes: Readonly<Record<string, readonly string[]>> = {
  cred: ['claim'],
  dc: ['creator'],
  obi: ['alignment', 'badge', 'criteria', 'evidence', 'issuer', 'recipient', 'revocationList'],
  schema: ['author', 'image', 'url'],
  sec: ['owner', 'publicKey'],
};

const special = {
  startsWith: { '@id': 'http://purl.org/dqm-vocabulary/v1/dqm#startsWith' },
  created: { '@id': 'dc:created', '@type': 'xsd:dateTime' },
  endorsement: { '@id': 'cred:credential', '@type': '@id' },
  expires: { '@id': 'sec:expiration', '@type': 'xsd:dateTime' },
  hashed: { '@id': 'obi:hashed', '@type': 'xsd:boolean' },
  identity: { '@id': 'obi:identityHash' },
  issuedOn: { '@id': 'obi:issueDate', '@type': 'xsd:dateTime' },
  related: { '@id': 'dc:relation', '@type': '@id' },
  revoked: { '@id': 'obi:revoked', '@type': 'xsd:boolean' },
  revokedAssertions: { '@id': 'obi:revoked' },
  tags: { '@id': 'schema:keywords' },
  verification: { '@id': 'obi:verify', '@type': '@id' },
};

export const openBadges2Context: JsonObject = {
  '@context': {
    id: '@id',
    type: '@type',
    ...prefixes,
    ...spread(classes, (iri) => iri),
    ...renamed,
    ...spread(plain, (iri) => ({ '@id': iri })),
    ...spread(nodes, (iri) => ({ '@id': iri, '@type': '@id' })),
    ...special,
  },
};

function spread(
  terms: Readonly<Record<string, readonly string[]>>,
  define: (iri: string) => string | JsonObject,
): JsonObject {
  const pairs = Object.entries(terms).flatMap(([prefix, names]) =>
    names.map((name) => [name, define(`${prefix}:${name}`)] as const),
  );
  return Object.fromEntries(pairs);
}
