import { createHash } from 'node:crypto';
import type { Database, Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { contentLanguages, contentOf, type DesignVersion, findVersion } from '../designs/index.ts';
import {
  findInstitution,
  listUnits,
  requireFeature,
  requireKind,
  requirePermission,
  requireStanding,
  type StaffActor,
} from '../institutions/index.ts';
import { designRetired, idempotencyKeyReused, undoMalformed, versionUnknown } from './awards.problems.ts';
import type { RecipientRow, RowFate } from './awards.schema.ts';
import { insertAwards, listStandingKeys, type NewAward } from './awards.store.ts';
import { findBatchByKey, insertBatch, saveBatchRows } from './batches.store.ts';
import { type AwardDeps, actorId, composeAward } from './compose-award.ts';
import { isRefusal, type ReadyRow, type Refusal, readRecipient } from './read-recipient.ts';
import { requireAtDesign } from './require-at-design.ts';
import { readUndoWindow } from './undo-window.ts';

export type GrantDeps = AwardDeps & {
  readonly database: Database;
  readonly clock: Clock;
  /**
   * Port: may this version be awarded now, and then to this recipient? A refusal, or which audience they belong to and
   * how that is known (DECISIONS 29).
   *
   * @throws Problem when it may be awarded to nobody
   */
  readonly mayGrant: (
    tx: Tx,
    version: DesignVersion,
    at: Date,
  ) => Promise<(recipient: Pick<ReadyRow, 'audience' | 'affiliations'>) => Refusal | Audience>;
};

export type Audience = Pick<ReadyRow, 'audience' | 'audienceBy'>;

export type GrantInput = {
  /** Public id of the design. */
  readonly design: string;
  /** Absent: the newest. */
  readonly version?: number;
  readonly recipients: readonly RecipientRow[];
  /** ISO 8601 duration; absent: the award stands at once. */
  readonly undo?: string;
  /** Says each row's fate and writes nothing. */
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
};

/** One fate a row, in the order of the rows; `award` is the id of what was written. */
export type Granted = {
  readonly batchId: string | null;
  readonly undoUntil: Date | null;
  readonly rows: readonly RowFate[];
};

/** How many awards one announcement carries to the reactions. */
const ANNOUNCED_TOGETHER = 250;

/**
 * Grants a published version to a list of people; one is a list of one. All rows that can be granted are, in one
 * transaction; the others say why not.
 *
 * @throws Problem 404, 409, 422 for the whole request; a fault of a single row is that row's fate
 */
export async function grantAwards(deps: GrantDeps, actor: Actor, input: GrantInput): Promise<Granted> {
  const staff = requirePermission(actor, 'awards.grant', 'anywhere');
  const windowMs = readUndoWindow(input.undo);
  if (windowMs === undefined) throw undoMalformed();
  const requestHash = createHash('sha256')
    .update(JSON.stringify({ ...input, idempotencyKey: null }))
    .digest();
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const asked = { staff, requestHash, idempotencyKey: input.idempotencyKey ?? null };
    const repeated = await findRepeated(tx, asked);
    if (repeated) return repeated;
    const version = await findVersion(tx, input.design, input.version);
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    // A public design of another institution is readable here, but not theirs to award.
    if (!version || version.institutionId !== staff.institutionId) throw versionUnknown();
    await requireAtDesign(tx, staff, 'awards.grant', version.designId);
    if (version.retiredAt) throw designRetired();
    if (staff.kind === 'client') requireFeature(institution, 'api-awarding');
    requireKind(institution, contentOf(version).kind);
    requireStanding(await listUnits(tx, institution.id), version.unitId);

    const now = deps.clock.now();
    const mayGrant = await deps.mayGrant(tx, version, now);
    const judged = judge(deps, version, input.recipients, dayIn(institution.timeZone, now), mayGrant);
    const standing = await listStandingKeys(
      tx,
      version.id,
      judged.flatMap((row) => (row.key ? [row.key] : [])),
    );
    const fates = judged.map((row) => sayFate(row, standing));
    if (input.dryRun) return { batchId: null, undoUntil: null, rows: fates };
    return await write(deps, tx, { ...asked, version, judged, fates, windowMs });
  });
}

type Asked = {
  readonly staff: StaffActor;
  readonly requestHash: Buffer;
  readonly idempotencyKey: string | null;
};

async function findRepeated(tx: Tx, asked: Asked): Promise<Granted | undefined> {
  if (!asked.idempotencyKey) return undefined;
  const batch = await findBatchByKey(tx, actorId(asked.staff), asked.idempotencyKey);
  if (!batch) return undefined;
  if (!batch.requestHash.equals(asked.requestHash)) throw idempotencyKeyReused();
  return { batchId: batch.id, undoUntil: batch.undoUntil, rows: batch.rows as RowFate[] }; // written below
}

type JudgedRow = {
  readonly at: number;
  readonly reference: string | undefined;
  readonly key: Buffer | undefined;
  readonly repeated: boolean;
  readonly verdict: ReadyRow | Refusal;
};

function judge(
  deps: GrantDeps,
  version: DesignVersion,
  recipients: readonly RecipientRow[],
  today: string,
  mayGrant: Awaited<ReturnType<GrantDeps['mayGrant']>>,
): JudgedRow[] {
  const content = contentOf(version);
  const context = { content, languages: contentLanguages(content), today };
  const seen = new Set<string>();
  return recipients.map((recipient, at) => {
    const read = readRecipient(recipient, context);
    const verdict = isRefusal(read) ? read : answer(read, mayGrant(read));
    const key = isRefusal(verdict)
      ? undefined
      : deps.keyedDigest(
          'recipient',
          verdict.email ? `email:${verdict.email}` : `identifier:${verdict.identifier}`,
        );
    const name = key?.toString('hex') ?? '';
    const repeated = seen.has(name);
    if (name) seen.add(name);
    return { at, reference: recipient.reference, key, repeated, verdict };
  });
}

/** What the port answered goes with the row. */
function answer(row: ReadyRow, given: Refusal | Audience): ReadyRow | Refusal {
  return isRefusal(given) ? given : { ...row, ...given };
}

function sayFate(row: JudgedRow, standing: ReadonlySet<string>): RowFate {
  const known = { row: row.at, ...(row.reference ? { reference: row.reference } : {}) };
  if (isRefusal(row.verdict)) return { ...known, fate: 'refused', problem: row.verdict };
  if (row.repeated)
    return {
      ...known,
      fate: 'duplicate',
      problem: { code: 'awards/twice-in-list', detail: 'This person stands in the list before.' },
    };
  if (row.key && standing.has(row.key.toString('hex')))
    return {
      ...known,
      fate: 'duplicate',
      problem: { code: 'awards/duplicate', detail: 'This person already has this version.' },
    };
  return { ...known, fate: 'ready' };
}

type Write = Asked & {
  readonly version: DesignVersion & { readonly designPublicId: string };
  readonly judged: readonly JudgedRow[];
  readonly fates: readonly RowFate[];
  readonly windowMs: number;
};

async function write(deps: GrantDeps, tx: Tx, input: Write): Promise<Granted> {
  const now = deps.clock.now();
  const batchId = createUuid();
  const undoUntil = input.windowMs > 0 ? new Date(now.getTime() + input.windowMs) : null;
  const fresh = await insertBatch(tx, {
    id: batchId,
    institutionId: input.staff.institutionId,
    designId: input.version.designId,
    actorId: actorId(input.staff),
    idempotencyKey: input.idempotencyKey,
    requestHash: input.requestHash,
    rows: '[]',
    undoUntil,
    createdAt: now,
  });
  if (!fresh) return await getTwin(tx, input);
  const awards = new Map<number, NewAward>();
  for (const row of input.judged) {
    if (input.fates[row.at]?.fate === 'ready' && !isRefusal(row.verdict) && row.key)
      awards.set(
        row.at,
        composeAward(deps, {
          ...input,
          batch: { batchId, undoUntil, now },
          row: row.verdict,
          recipientKey: row.key,
        }),
      );
  }
  const written = await insertAwards(tx, [...awards.values()]);
  const rows = input.fates.map((fate) =>
    conclude(fate, awards.get(fate.row)?.award.id, written, undoUntil !== null),
  );
  await saveBatchRows(tx, batchId, JSON.stringify(rows));
  await follow(tx, now, input, { batchId, undoUntil, awardIds: [...written] });
  return { batchId, undoUntil, rows };
}

/**
 * The same key at the same instant: the insertion waited until the other request had ended, and each statement of a
 * transaction sees what others committed before it (PostgreSQL 13.2.1), so its batch is there now.
 */
async function getTwin(tx: Tx, asked: Asked): Promise<Granted> {
  const twin = await findRepeated(tx, asked);
  if (!twin) throw idempotencyKeyReused();
  return twin;
}

/** Lost to another grant at the same instant: a duplicate like any other. */
function conclude(
  fate: RowFate,
  id: string | undefined,
  written: ReadonlySet<string>,
  pending: boolean,
): RowFate {
  if (fate.fate !== 'ready' || id === undefined) return fate;
  if (!written.has(id))
    return {
      ...fate,
      fate: 'duplicate',
      problem: { code: 'awards/duplicate', detail: 'This person already has this version.' },
    };
  return { ...fate, fate: pending ? 'pending' : 'issued', award: id };
}

async function follow(
  tx: Tx,
  now: Date,
  input: Write,
  granted: { batchId: string; undoUntil: Date | null; awardIds: readonly string[] },
): Promise<void> {
  const { institutionId } = input.staff;
  await appendAuditEntry(tx, now, {
    actor: input.staff,
    institutionId,
    action: granted.undoUntil ? 'awards.prepared' : 'awards.granted',
    subject: { kind: 'batch', id: granted.batchId },
    detail: { version: input.version.url, awards: granted.awardIds.length },
  });
  if (granted.undoUntil) {
    await announce(tx, now, {
      institutionId,
      topic: 'undo-window-ended',
      payload: { batchId: granted.batchId },
      notBefore: granted.undoUntil,
    });
    return;
  }
  await announceGranted(tx, now, institutionId, granted.awardIds);
}

export async function announceGranted(
  tx: Tx,
  now: Date,
  institutionId: string,
  awardIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < awardIds.length; from += ANNOUNCED_TOGETHER) {
    await announce(tx, now, {
      institutionId,
      topic: 'awards-granted',
      payload: { awardIds: awardIds.slice(from, from + ANNOUNCED_TOGETHER) },
    });
  }
}
