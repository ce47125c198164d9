/** The outside world of every verb, put together once. A port that nobody filled does not compile. */
import { createHash } from 'node:crypto';
import type { Database } from '../database/index.ts';
import { findClaimantName } from '../features/accounts/index.ts';
import type { FindRegistrations } from '../features/accreditations/index.ts';
import {
  countAwards,
  countAwardsOf,
  countInstitutionAwards,
  type GrantDeps,
} from '../features/awards/index.ts';
import {
  countDesigns,
  countOffered,
  describeDesigns,
  listAlignedDrafts,
  type PublishDeps,
} from '../features/designs/index.ts';
import { hearAbout } from '../features/feedback/index.ts';
import type { FrameworkDeps } from '../features/frameworks/index.ts';
import {
  type CreateIssuerDeps,
  findInstitution,
  findInstitutionBySlug,
  findStaffRule,
  listRights,
  namesOf,
  type OrganisationDeps,
  recogniseMember,
} from '../features/institutions/index.ts';
import {
  composeKeyPolicy,
  createGetSigner,
  createIssuerKeys,
  type GetSigner,
} from '../features/keys/index.ts';
import { type HandInDeps, type HeardDeps, judgement, mayGrant } from '../features/quality/index.ts';
import { findKnownIssuers } from '../features/registers/index.ts';
import {
  type HouseDeps,
  openHouse,
  type VerifyDeps,
  verifyCredential,
} from '../features/verification/index.ts';
import {
  type Compression,
  type Crypto,
  canonicalizeJson,
  type DesignContent,
  type FormatId,
  formats,
  type VersionFacts,
} from '../formats/index.ts';
import type { Config } from '../platform/config.ts';
import { gunzipBytes, gzipBytes, inflateBytes, nodeCrypto } from '../platform/crypto/index.ts';
import { createWebFetch } from '../platform/egress/index.ts';
import { createRelyingParty } from '../platform/identity/index.ts';
import { readBadgeImage } from '../platform/images/index.ts';
import { createPdfReader } from '../platform/pdf/index.ts';
import { createTypesetter } from '../platform/typesetting/index.ts';
import type { Machine } from './machine.ts';
import { rebindEverywhere } from './person-data.ts';
import { composeProviders } from './providers.ts';
import { trailPorts } from './trail-ports.ts';

export type Deps = ReturnType<typeof composeDeps>;

export function composeDeps(
  machine: Pick<
    Machine,
    'clock' | 'log' | 'masterKey' | 'keyStores' | 'keyedDigest' | 'storage' | 'mailer' | 'egress'
  > & {
    readonly keyLife: Config['keyLife'];
    readonly database: Database;
    readonly publicUrl: string;
    readonly origins: readonly string[];
    readonly demo: boolean;
    readonly learnerProvider: Config['learnerProvider'];
    readonly otherProviders: Config['otherProviders'];
  },
) {
  const { clock, keyStores, database } = machine;
  const providers = composeProviders(machine);
  const getSigner: GetSigner = createGetSigner({ clock, keyStores });
  const base = {
    ...machine,
    crypto: nodeCrypto satisfies Crypto,
    compression: { gzip: gzipBytes, gunzip: gunzipBytes, inflate: inflateBytes } satisfies Compression,
    getSigner,
    keyPolicy: composeKeyPolicy(machine.keyLife),
    readBadgeImage,
    readPdf: createPdfReader(),
    typeset: createTypesetter(),
    relyingParty: createRelyingParty({ fetch: createWebFetch(machine.egress), clock }),
    ...providers,
    recogniseMember,
    listRights,
    namesOf,
    findInstitution,
    findInstitutionBySlug,
    ...trailPorts,
    describeDesigns,
    findStaffRule,
    countAwards,
    rebindPerson: rebindEverywhere,
    countWork: (async (tx, institutionId) => ({
      designs: await countDesigns(tx, institutionId),
      awards: await countInstitutionAwards(tx, institutionId),
    })) satisfies OrganisationDeps['countWork'],
    countOffered,
    findClaimantName: (personId: string) =>
      findClaimantName({ database, listProviders: providers.listProviders }, personId),
    makeKeysFor: (async (tx, issuer) =>
      createIssuerKeys({ clock, keyStores }, tx, issuer)) satisfies CreateIssuerDeps['makeKeysFor'],
    findRegistrations: findRegistrationsIn(database),
    listAlignedDrafts: listAlignedDrafts satisfies FrameworkDeps['listAlignedDrafts'],
    judgement,
    hearAbout: hearAbout satisfies HeardDeps['hearAbout'],
    countAwardsOf: countAwardsOf satisfies HeardDeps['countAwardsOf'],
    mayGrant: mayGrant satisfies GrantDeps['mayGrant'],
    composeDefinitions: composeDefinitions satisfies PublishDeps['composeDefinitions'],
    listOmissions,
  };
  return { ...base, verifyQualification: verifyQualificationWith(base) };
}

/** Which format's definition is frozen under which name. */
const FROZEN = { achievement: 'ob3-data-integrity', 'badge-class': 'ob2-hosted' } as const satisfies Record<
  string,
  FormatId
>;

function composeDefinitions(version: VersionFacts, languages: readonly string[]) {
  return Object.entries(FROZEN).flatMap(([format, id]) =>
    languages.map((language) => ({
      format: format as keyof typeof FROZEN, // Object.entries forgets the literal names
      language,
      // Canonical, so that the digest in an approval is the digest of what is served (RFC 8785).
      bytes: new TextDecoder().decode(canonicalizeJson(formats[id].composeDefinition(version, language))),
    })),
  );
}

/** Registers are the operator's and public: they are asked as anyone would. */
function findRegistrationsIn(database: Database): FindRegistrations {
  return async (identifiers) => {
    const known = await database.asPublic((tx) => findKnownIssuers(tx, { identifiers }));
    return known.map(({ id, register, registerUrl, name, identifier, scope, ...days }) => ({
      ...{ id, register, registerUrl, name, identifier, scope },
      ...{ validFrom: days.accreditedFrom, validUntil: days.accreditedUntil },
      accredited: days.accreditedFrom !== null,
    }));
  };
}

/** As anyone who verifies would be told, but for the calendar days, which are meant in UTC where nothing else is known. */
function verifyQualificationWith(
  deps: Omit<VerifyDeps, 'house'> & HouseDeps,
): HandInDeps['verifyQualification'] {
  return async (bytes) => {
    const report = await verifyCredential({ ...deps, house: openHouse(deps) }, { bytes });
    const { title, issuer, recipient, awardedDate, validFrom, validUntil } = report.credential ?? {};
    const dayOf = (instant: string | undefined) => instant?.slice(0, 10);
    return {
      ...{ verdict: report.verdict, title, issuer, recipient },
      ...{ validFrom: dayOf(awardedDate ?? validFrom), validUntil: dayOf(validUntil) },
      digest: createHash('sha256').update(bytes).digest('hex'),
    };
  };
}

function listOmissions(content: DesignContent) {
  return Object.entries(formats).flatMap(([format, { omissions }]) =>
    omissions(content).map((omission) => ({ format, ...omission })),
  );
}
