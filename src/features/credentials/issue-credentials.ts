import type { Database, Tx } from '../../database/index.ts';
import {
  type CredentialFacts,
  type Crypto,
  type Format,
  type FormatId,
  formats,
  type JsonObject,
  parseJsonObject,
  type VersionFacts,
} from '../../formats/index.ts';
import { type Clock, formatInstant } from '../../platform/clock.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { appendAuditEntries, system } from '../audit/index.ts';
import { type Award, listRecipients, lockAwards } from '../awards/index.ts';
import { composeVersionFacts, findFrozenDocument, findVersionById } from '../designs/index.ts';
import { listAcceptedEndorsements } from '../endorsements/index.ts';
import { findInstitution, findIssuer, type Issuer } from '../institutions/index.ts';
import { type GetSigner, recordSigned } from '../keys/index.ts';
import { listApprovals } from '../quality/index.ts';
import {
  type ReserveDeps,
  reserveListing,
  reserveStatusEntries,
  type StatusEntry,
  setStatus,
} from '../status/index.ts';
import { findPublication, listDocumented, saveDocuments } from './credentials.store.ts';
import {
  type AwardFacts,
  composeHolderFacts,
  composePublicFacts,
  EDITION_GROUP,
  type Edition,
  isOlder,
  listPublicFormats,
  type Publication,
} from './document.ts';

export type IssueDeps = ReserveDeps & {
  readonly database: Database;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly getSigner: GetSigner;
};

/**
 * Signs the holder's edition of a list of awards: reserve an entry, compose, sign, store. What is signed already
 * or does not stand any more is left alone, so that running again is harmless.
 */
export async function issueHolderEdition(
  deps: IssueDeps,
  institutionId: string,
  input: { awardIds: readonly string[]; format: FormatId; anew?: boolean },
): Promise<number> {
  return await deps.database.asWorker(institutionId, async (tx) => {
    const awards = (await lockAwards(tx, input.awardIds)).filter(
      ({ state, erasedAt }) =>
        erasedAt === null &&
        (state === 'offered' || state === 'claimed' || (input.anew && state === 'revoked')),
    );
    const done = input.anew
      ? new Set<string>()
      : await listDocumented(tx, input.awardIds, 'holder', input.format);
    const waiting = awards.filter((award) => !done.has(award.id) && award.grantedAt !== null);
    const gathered = await gatherFacts(deps, tx, waiting);
    const shared = shareNothing();
    const rows = [];
    for (const facts of gathered) {
      const composed = composeHolderFacts(facts, input.format);
      // Open Badges 2.0 cannot be without an address.
      if (isOlder(input.format) && !composed.holder.identifier) continue;
      rows.push(
        await sign(deps, tx, shared, facts, {
          edition: 'holder',
          format: input.format,
          publication: undefined,
          facts: composed,
        }),
      );
    }
    await keep(deps, tx, rows);
    return rows.length;
  });
}

/** Signs what the learner chose to show, in every format that the choice allows. Without a publication: nothing. */
export async function issuePublicEdition(
  deps: IssueDeps,
  institutionId: string,
  input: { awardId: string },
): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    const [award] = await lockAwards(tx, [input.awardId]);
    const publication = await findPublication(tx, input.awardId);
    if (!award || !publication) return;
    const [facts] = await gatherFacts(deps, tx, [award]);
    if (!facts) return;
    const shared = shareNothing();
    const rows = [];
    for (const format of listPublicFormats(publication)) {
      const composed = composePublicFacts(facts, publication, format);
      // Open Badges 2.0 cannot be without an address; an award to an identifier alone has no such edition.
      if (isOlder(format) && !composed.holder.identifier) continue;
      rows.push(
        await sign(deps, tx, shared, facts, { edition: 'public', format, publication, facts: composed }),
      );
    }
    await keep(deps, tx, rows);
  });
}

/** Stored and told: a line for each document, for the software signed something about somebody. */
async function keep(
  { clock }: IssueDeps,
  tx: Tx,
  rows: readonly Awaited<ReturnType<typeof sign>>[],
): Promise<void> {
  await saveDocuments(tx, rows);
  await recordSigned(tx, rows);
  await appendAuditEntries(
    tx,
    clock.now(),
    rows.map(({ institutionId, awardId, personId, edition, format }) => ({
      actor: system,
      institutionId,
      action: 'credential.signed',
      subject: { kind: 'award', id: awardId },
      personId,
      detail: { edition, format },
    })),
  );
}

async function gatherFacts(deps: IssueDeps, tx: Tx, awards: readonly Award[]): Promise<AwardFacts[]> {
  const recipients = new Map(
    (
      await listRecipients(
        tx,
        awards.map((award) => award.id),
      )
    ).map((one) => [one.awardId, one]),
  );
  const versions = new Map<string, VersionFacts>();
  const known = new Map<string, Endorsements>();
  const gathered: AwardFacts[] = [];
  const zone = awards[0] && (await findInstitution(tx, awards[0].institutionId))?.timeZone;
  const entries = await reserve(deps, tx, awards);
  for (const award of awards) {
    const version = versions.get(award.versionId) ?? (await readVersion(tx, award.versionId));
    versions.set(award.versionId, version);
    const endorsements = known.get(award.versionId) ?? (await readEndorsements(tx, award.versionId, version));
    known.set(award.versionId, endorsements);
    const status = entries.get(award.id);
    if (!status || !zone) throw new Error(`award ${award.id} has no status entry`);
    gathered.push({
      ...{ award, recipient: recipients.get(award.id), version, timeZone: zone, status, endorsements },
    });
  }
  return gathered;
}

async function reserve(deps: IssueDeps, tx: Tx, awards: readonly Award[]): Promise<Map<string, StatusEntry>> {
  const entries = new Map<string, StatusEntry>();
  const byIssuer = Map.groupBy(awards, (award) => award.issuerId);
  for (const [id, group] of byIssuer) {
    const issuer = { id, institutionId: group[0]?.institutionId ?? '' };
    for (const entry of await reserveStatusEntries(deps, tx, {
      issuer,
      awardIds: group.map((award) => award.id),
      editionGroup: EDITION_GROUP,
    })) {
      entries.set(entry.awardId, entry);
    }
  }
  await setRevoked(deps, tx, awards);
  return entries;
}

/** An award that was revoked before it was ever signed had no entry to set then; it is set before it is named. */
async function setRevoked({ clock }: IssueDeps, tx: Tx, awards: readonly Award[]): Promise<void> {
  const now = clock.now();
  const lists = new Set<string>();
  const revoked = awards.filter((award) => award.state === 'revoked');
  for (const award of revoked)
    for (const list of await setStatus(tx, [award.id], { at: now, reason: award.revocationReason }))
      lists.add(list);
  for (const listId of lists) {
    const institutionId = revoked[0]?.institutionId ?? null;
    await announce(tx, now, { institutionId, topic: 'status-changed', payload: { listId } });
  }
}

async function readVersion(tx: Tx, versionId: string): Promise<VersionFacts> {
  const version = await findVersionById(tx, versionId);
  if (!version) throw new Error(`version ${versionId} is not there`);
  return await composeVersionFacts(tx, version);
}

type Endorsements = AwardFacts['endorsements'];

/** Those that stand when it is signed. */
async function readEndorsements(
  tx: Tx,
  versionId: string,
  { id, issuer }: VersionFacts,
): Promise<Endorsements> {
  const accepted = await listAcceptedEndorsements(tx, [id, issuer.did]);
  const about = (url: string) =>
    accepted.filter((one) => one.subjectUrl === url).map(({ document }) => parseJsonObject(document));
  const approvals = (await listApprovals(tx, [versionId])).map(({ document }) => document);
  return { ofAchievement: about(id), ofIssuer: about(issuer.did), approvals };
}

type ToSign = {
  readonly edition: Edition;
  readonly format: FormatId;
  readonly publication: Publication | undefined;
  readonly facts: CredentialFacts;
};

/** What the awards of one transaction have in common, read once. */
type Shared = {
  readonly definitions: Map<string, JsonObject | undefined>;
  readonly issuers: Map<string, Issuer>;
};

function shareNothing(): Shared {
  return { definitions: new Map(), issuers: new Map() };
}

/** The Achievement as it was frozen at publication, also after the software was upgraded (DECISIONS 13). */
async function findDefinition(
  { definitions }: Shared,
  tx: Tx,
  { versionId, language }: Award,
  format: FormatId,
): Promise<JsonObject | undefined> {
  const kind = isOlder(format) ? 'badge-class' : 'achievement';
  const name = `${versionId} ${kind} ${language}`;
  if (!definitions.has(name)) {
    const frozen = await findFrozenDocument(tx, versionId, kind, language);
    definitions.set(name, frozen === undefined ? undefined : parseJsonObject(frozen));
  }
  return definitions.get(name);
}

async function getIssuer({ issuers }: Shared, tx: Tx, id: string): Promise<Issuer> {
  const issuer = issuers.get(id) ?? (await findIssuer(tx, { id }));
  if (!issuer) throw new Error(`issuer ${id} is not there`);
  issuers.set(id, issuer);
  return issuer;
}

async function sign(
  deps: IssueDeps,
  tx: Tx,
  shared: Shared,
  { award }: AwardFacts,
  { edition, format, publication, facts }: ToSign,
) {
  const now = deps.clock.now();
  const definition = await findDefinition(shared, tx, award, format);
  const { document } = await formats[format].compose(facts, deps.crypto, definition);
  const bytes = await secure(deps, tx, shared, award, format, document);
  await list(tx, now, award, format, document);
  return {
    id: createUuid(),
    institutionId: award.institutionId,
    personId: award.personId,
    awardId: award.id,
    publicId: award.publicId,
    edition,
    format,
    language: award.language,
    revision: publication?.revision ?? null,
    bytes,
    digest: Buffer.from(sha256(Buffer.from(bytes))),
    signedAt: now,
  };
}

/** A document that names a list of ids has a place in it from now on, also when the award is revoked already. */
async function list(tx: Tx, now: Date, award: Award, format: FormatId, { id }: JsonObject): Promise<void> {
  const { listing }: Format = formats[format];
  if (!listing) return;
  const { institutionId, issuerId } = award;
  await reserveListing(tx, { institutionId, issuerId, awardId: award.id, listing, listedId: String(id) });
  if (award.state === 'revoked')
    await setStatus(tx, [award.id], { at: award.revokedAt ?? now, reason: award.revocationReason });
}

async function secure(
  deps: IssueDeps,
  tx: Tx,
  shared: Shared,
  award: Award,
  format: FormatId,
  document: Parameters<(typeof formats)[FormatId]['secure']>[0],
): Promise<string> {
  const { keyPurpose, secure: secureDocument } = formats[format];
  if (!keyPurpose) return JSON.stringify(document);
  const signer = await deps.getSigner(tx, await getIssuer(shared, tx, award.issuerId), keyPurpose);
  return await secureDocument(document, {
    signer,
    crypto: deps.crypto,
    created: formatInstant(deps.clock.now()),
  });
}
