/**
 * What this installation knows itself: its issuers and their keys, its lists and documents, its register. An
 * address under any origin it ever had is answered here.
 */
import type { Database, Tx } from '../../database/index.ts';
import type { JsonObject } from '../../formats/index.ts';
import { shareQuestions } from '../../platform/share-questions.ts';
import { findPublishedAward } from '../awards/index.ts';
import { findInstitution, findIssuer } from '../institutions/index.ts';
import { listPublicKeys, wasSignedBefore } from '../keys/index.ts';
import { findKnownIssuers, hostOfIssuer, type KnownIssuer } from '../registers/index.ts';
import type { readStatusList } from '../status/index.ts';
import { createMemory } from './memory.ts';
import { type OwnAnswer, readDidDocument, readOwnDocument } from './read-own-document.ts';

/** An entry of the register of issuers. */
export type Registration = {
  readonly institutionId: string;
  readonly issuer: string;
  readonly institution: string;
  readonly country: string;
  /** The day the issuer was entered: the day of its first key. */
  readonly since: Date | undefined;
  readonly demo: boolean;
  /** Numbers that registers know the institution by: of DEQAR, ROR, BRIN and others. */
  readonly identifiers: readonly string[];
};

export type House = {
  readonly isOurs: (url: string) => boolean;
  readonly readOwn: (url: string) => Promise<OwnAnswer>;
  /** `method`: a key that it should list; one that was made a moment ago is not missed. */
  readonly findDidDocument: (did: string, method?: string) => Promise<JsonObject | undefined>;
  /** By DID, or by the address that Open Badges 2.0 uses. */
  readonly findRegistration: (issuerId: string) => Promise<Registration | undefined>;
  /** What the registers of others say of an issuer, by its id, its host or its own numbers. */
  readonly listKnown: (issuerId: string, identifiers?: readonly string[]) => Promise<readonly KnownIssuer[]>;
  /** When and why an award of ours was revoked. Without an institution: only what is published. */
  readonly findRevocation: (credentialId: string, institutionId?: string) => Promise<Revocation | undefined>;
  /**
   * Whether an award of ours stands, also of one that is private: for who hands in what its issuer signed about it.
   * Undefined for one that is not here.
   */
  readonly findStanding: (credentialId: string, institutionId: string) => Promise<Standing | undefined>;
  /** Is this, to the byte, something that we signed before that instant? */
  readonly wasSignedBefore: (digest: Uint8Array, instant: Date) => Promise<boolean>;
};

/** Revoked, or not. */
export type Standing = { readonly revoked: Revocation | undefined };

export type Revocation = { readonly at: Date; readonly reason: string | undefined };

export type HouseDeps = Parameters<typeof readStatusList>[0] & {
  readonly database: Database;
  readonly origins: readonly string[];
};

/** Keys are added and never taken away; a name or a register that changed may be told a moment late. */
const KEPT = { keptMs: 5_000, most: 500 };

export function openHouse(deps: HouseDeps): House {
  const { database } = deps;
  const now = () => deps.clock.now();
  const origins = new Set(deps.origins.map(originOf));
  const ownHosts = new Set(deps.origins.map((origin) => new URL(origin).hostname.replace(/^www\./, '')));
  const readAnew = shareQuestions((url) => readOwnDocument(deps, url));
  const didDocuments = createMemory<JsonObject>(now, KEPT);
  const registrations = createMemory<Registration>(now, KEPT);
  const keys = createMemory<OwnAnswer>(now, KEPT);
  const known = createMemory<readonly KnownIssuer[]>(now, KEPT);
  return {
    isOurs: (url) => origins.has(originOf(url)),
    readOwn: async (url) => {
      // What answers for a status or a person is read each time.
      if (!KEY_ADDRESS.test(url)) return await readAnew(url);
      const read = async () => {
        const answer = await readOwnDocument(deps, url);
        return answer.status === 200 ? answer : undefined;
      };
      return (await keys(url, read)) ?? { status: 404, text: '' };
    },
    findDidDocument: (did, method) =>
      didDocuments(
        did,
        () =>
          database.asPublic(async (tx) => {
            const issuer = await findIssuer(tx, { did });
            return issuer && (await readDidDocument(tx, issuer));
          }),
        (document) => method === undefined || lists(document, method),
      ),
    findRegistration: (issuerId) =>
      registrations(issuerId, () => database.asPublic((tx) => findRegistration(tx, issuerId))),
    listKnown: async (issuerId, identifiers = []) => {
      const read = () =>
        database.readPublic((tx) => {
          // One of ours is known by its institution's numbers: all of ours share one host.
          const host = hostOfIssuer(issuerId);
          const foreign = host !== undefined && !ownHosts.has(host);
          return findKnownIssuers(tx, { issuerId, identifiers, ...(foreign ? { host } : {}) });
        });
      return (await known(JSON.stringify([issuerId, ...identifiers]), read)) ?? [];
    },
    findRevocation: (credentialId, institutionId) => {
      const find = (tx: Tx) => findRevocation(tx, credentialId);
      return institutionId === undefined ? database.asPublic(find) : database.asWorker(institutionId, find);
    },
    findStanding: (credentialId, institutionId) =>
      database.asWorker(institutionId, (tx) => findStanding(tx, credentialId)),
    wasSignedBefore: (digest, instant) =>
      database.asPublic((tx) => wasSignedBefore(tx, digest, instant), digest),
  };
}

const KEY_ADDRESS = /\/issuers\/[0-9a-z]+\/keys\/[\w-]+$/;

function lists({ assertionMethod }: JsonObject, method: string): boolean {
  return Array.isArray(assertionMethod) && assertionMethod.includes(method);
}

async function findRevocation(tx: Tx, credentialId: string): Promise<Revocation | undefined> {
  return (await findStanding(tx, credentialId))?.revoked;
}

async function findStanding(tx: Tx, credentialId: string): Promise<Standing | undefined> {
  const publicId = /\/c\/([0-9a-z]{26})(?:\/ob2)?$/.exec(credentialId)?.[1];
  const award = publicId ? await findPublishedAward(tx, publicId) : undefined;
  if (!award) return undefined;
  const { revokedAt, revocationReason } = award;
  return { revoked: revokedAt ? { at: revokedAt, reason: revocationReason ?? undefined } : undefined };
}

async function findRegistration(tx: Tx, issuerId: string): Promise<Registration | undefined> {
  const issuer = issuerId.startsWith('did:')
    ? await findIssuer(tx, { did: issuerId })
    : await findIssuer(tx, { url: issuerId.replace(/\?v=2_0$/, '') });
  const institution = issuer && (await findInstitution(tx, issuer.institutionId));
  if (!issuer || !institution) return undefined;
  const [first] = await listPublicKeys(tx, issuer.id);
  return {
    institutionId: issuer.institutionId,
    issuer: nameOf(issuer.name, institution.defaultLanguage),
    institution: nameOf(institution.name, institution.defaultLanguage),
    country: institution.address.country,
    since: first?.publishedAt,
    demo: institution.demo,
    identifiers: institution.identifiers.map(({ value }) => value),
  };
}

function nameOf(name: Readonly<Record<string, string>>, language: string): string {
  return name[language] ?? name.en ?? Object.values(name)[0] ?? '';
}

/** One machine has several spellings of itself; did:web knows only `localhost`. */
function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.hostname === '127.0.0.1' || parsed.hostname === '[::1]') parsed.hostname = 'localhost';
  return parsed.origin === 'null' ? undefined : parsed.origin;
}
