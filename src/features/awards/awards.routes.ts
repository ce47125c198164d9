import { z } from 'zod';
import type { Tx } from '../../database/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  findDesign,
  listReachedDesignIds,
  listTaggedDesignIds,
  listVersionsByIds,
} from '../designs/index.ts';
import { findInstitution, type Permission, reachOf, requirePermission } from '../institutions/index.ts';
import { presentTerms, termsViewSchema } from '../terms/index.ts';
import type { Award, AwardState, Recipient } from './award.ts';
import { duplicate, rowRefused } from './awards.problems.ts';
import {
  type AwardView,
  awardSchema,
  type BatchView,
  batchSchema,
  grantSchema,
  offerSchema,
  type RowFate,
  revokeSchema,
} from './awards.schema.ts';
import { type AwardFilter, findAward, findRecipient, listAwards } from './awards.store.ts';
import { findBatch, listStatesOfBatch } from './batches.store.ts';
import { claimAward, declineAward, requirePerson } from './claim-award.ts';
import { findClaimTerms } from './find-claim-terms.ts';
import { getOffer } from './get-offer.ts';
import { type GrantDeps, type Granted, grantAwards } from './grant-awards.ts';
import { presentAward } from './present-award.ts';
import { recordReading } from './record-reading.ts';
import { requireAtDesign } from './require-at-design.ts';
import { revokeAward } from './revoke-award.ts';
import { undoAward, undoBatch } from './undo-awards.ts';

export type AwardRouteDeps = GrantDeps & {
  /** What the claimant's account says of their name, and who vouches for it. */
  readonly findClaimantName: (
    personId: string,
  ) => Promise<{ name: string; source: Recipient['nameSource'] } | undefined>;
};

const tags = ['awards'];
const idParams = z.object({ id: z.uuid() });
const tokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
const PAGE = 50;

export function registerAwardRoutes(app: App, deps: AwardRouteDeps): void {
  app.post(
    '/api/v1/awards',
    {
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Grant a published version to one or many',
        body: grantSchema,
        response: { 200: batchSchema, 201: awardSchema, 202: batchSchema },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { version, undo, dryRun, ...body } = request.body;
      const granted = await grantAwards(deps, request.actor, {
        ...body,
        ...(version ? { version } : {}),
        ...(undo ? { undo } : {}),
        ...(dryRun ? { dryRun } : {}),
        ...(typeof key === 'string' && key ? { idempotencyKey: key.slice(0, 200) } : {}),
      });
      if (dryRun) return reply.code(200).send(presentGranted(granted));
      if (body.recipients.length > 1) {
        return reply
          .code(202)
          .header('location', `/api/v1/batches/${granted.batchId}`)
          .send(presentGranted(granted));
      }
      return reply.code(201).send(await presentOne(deps, request.actor, granted.rows[0]));
    },
  );

  app.get(
    '/api/v1/awards',
    {
      schema: {
        tags,
        summary: 'The awards of your institution, newest first',
        querystring: z.object({
          design: z.string().max(40).optional(),
          tag: z.uuid().optional(),
          state: z.enum(['pending', 'offered', 'claimed', 'declined', 'revoked']).optional(),
          q: z.string().max(200).optional(),
          batch: z.uuid().optional(),
          before: z.uuid().optional(),
        }),
        response: { 200: z.object({ awards: z.array(awardSchema), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'awards.read', 'anywhere');
      const { design, tag, state, q, batch, before } = request.query;
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const designId = design ? (await findDesign(tx, design))?.id : undefined;
        if (design && !designId) return { awards: [], next: null };
        const reach = reachOf(staff, 'awards.read');
        const filter: AwardFilter = {
          limit: PAGE + 1,
          ...(reach === 'everywhere' ? {} : { designs: await listReachedDesignIds(tx, reach) }),
          ...(designId ? { design: designId } : {}),
          ...(tag ? { tagged: await listTaggedDesignIds(tx, tag) } : {}),
          ...(state ? { state } : {}),
          ...(q ? { text: q } : {}),
          ...(batch ? { batch } : {}),
          ...(before ? { before } : {}),
        };
        const found = await listAwards(tx, filter);
        const page = found.slice(0, PAGE);
        const shown = page.map(({ award }) => award);
        await recordReading(tx, deps.clock.now(), staff, { action: 'award.listed', awards: shown });
        return {
          awards: await presentMany(deps, tx, staff.institutionId, page),
          next: found.length > PAGE ? (page.at(-1)?.award.id ?? null) : null,
        };
      });
    },
  );

  app.get(
    '/api/v1/awards/:id',
    { schema: { tags, summary: 'One award', params: idParams, response: { 200: awardSchema } } },
    async (request) => {
      return await readOne(deps, request.actor, request.params.id, 'awards.read');
    },
  );

  app.post(
    '/api/v1/awards/:id/revoke',
    {
      schema: {
        tags,
        summary: 'Revoke with a reason',
        params: idParams,
        body: revokeSchema,
        response: { 200: awardSchema },
      },
    },
    async (request) => {
      const { reason, note } = request.body;
      await revokeAward(deps, request.actor, { award: request.params.id, reason, ...(note ? { note } : {}) });
      return await readOne(deps, request.actor, request.params.id, 'awards.revoke');
    },
  );

  app.post(
    '/api/v1/awards/:id/undo',
    {
      schema: {
        tags,
        summary: 'Take back an award inside its undo window',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await undoAward(deps, request.actor, { award: request.params.id });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/batches/:id',
    {
      schema: {
        tags,
        summary: "A batch and each row's fate",
        params: idParams,
        response: { 200: batchSchema },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'awards.read', 'anywhere');
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const batch = await findBatch(tx, request.params.id);
        if (!batch) throw notFound();
        await requireAtDesign(tx, staff, 'awards.read', batch.designId);
        await appendAuditEntry(tx, deps.clock.now(), {
          actor: staff,
          institutionId: staff.institutionId,
          action: 'batch.read',
          subject: { kind: 'batch', id: batch.id },
        });
        const states = await listStatesOfBatch(tx, batch.id);
        const rows = (batch.rows as RowFate[]).map((row) => ({ ...row, fate: fateNow(row, states) })); // written by grantAwards()
        return presentGranted({ batchId: batch.id, undoUntil: batch.undoUntil, rows });
      });
    },
  );

  app.post(
    '/api/v1/batches/:id/undo',
    {
      schema: {
        tags,
        summary: 'Take back a whole batch inside its undo window',
        params: idParams,
        response: { 200: z.object({ undone: z.number() }) },
      },
    },
    (request) => undoBatch(deps, request.actor, { batch: request.params.id }),
  );

  registerOfferRoutes(app, deps);
}

/** The learner's side: what a letter's link opens. */
function registerOfferRoutes(app: App, deps: AwardRouteDeps): void {
  app.get(
    '/api/v1/offers/:token',
    {
      schema: {
        tags,
        summary: 'What a letter offers, before signing in',
        params: tokenParams,
        response: { 200: offerSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
      return await getOffer(deps, request.actor, request.params.token);
    },
  );

  app.get(
    '/api/v1/awards/:id/terms',
    {
      schema: {
        tags,
        summary: 'Terms to agree to before you can claim it',
        params: idParams,
        response: { 200: z.object({ terms: z.array(termsViewSchema) }) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { personId } = requirePerson(request.actor);
      return await deps.database.asPerson(personId, async (tx) => {
        const award = await findAward(tx, request.params.id);
        if (!award) throw notFound();
        return { terms: await presentTerms(tx, await findClaimTerms(tx, award, personId)) };
      });
    },
  );

  app.post(
    '/api/v1/awards/:id/claim',
    {
      schema: {
        tags,
        summary: 'Claim what was awarded to you',
        params: idParams,
        response: { 200: z.object({ id: z.string(), state: z.string() }) },
      },
    },
    async (request) => {
      const claimant =
        request.actor.kind === 'person' ? await deps.findClaimantName(request.actor.personId) : undefined;
      const award = await claimAward(deps, request.actor, {
        award: request.params.id,
        ...(claimant ? { claimant } : {}),
      });
      return { id: award.id, state: award.state };
    },
  );

  app.post(
    '/api/v1/awards/:id/decline',
    {
      schema: {
        tags,
        summary: 'Decline what was awarded to you',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await declineAward(deps, request.actor, { award: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

function presentGranted(granted: Granted): BatchView {
  const counts: Record<string, number> = {};
  for (const row of granted.rows) counts[row.fate] = (counts[row.fate] ?? 0) + 1;
  return {
    id: granted.batchId ?? '',
    undoUntil: granted.undoUntil?.toISOString() ?? null,
    rows: [...granted.rows],
    counts,
  };
}

function fateNow(row: RowFate, states: ReadonlyMap<string, AwardState>): RowFate['fate'] {
  if (!row.award) return row.fate;
  const state = states.get(row.award);
  if (state === undefined) return 'undone';
  return state === 'pending' ? 'pending' : 'issued';
}

/** A list of one answers like one: its refusal is the request's refusal. */
async function presentOne(deps: AwardRouteDeps, actor: Actor, row: RowFate | undefined): Promise<AwardView> {
  if (row?.fate === 'duplicate') throw duplicate();
  if (!row?.award) throw rowRefused(row?.problem?.code ?? 'awards/refused', row?.problem?.detail ?? '');
  return await readOne(deps, actor, row.award, 'awards.grant');
}

/** `permission`: whoever may grant or revoke it is shown what they granted or revoked. */
async function readOne(
  deps: AwardRouteDeps,
  actor: Actor,
  id: string,
  permission: Permission,
): Promise<AwardView> {
  const staff = requirePermission(actor, permission, 'anywhere');
  const { institutionId } = staff;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const award = await findAward(tx, id);
    if (!award) throw notFound();
    await requireAtDesign(tx, staff, permission, award.designId);
    const [view] = await presentMany(deps, tx, institutionId, [
      { award, recipient: await findRecipient(tx, id) },
    ]);
    if (!view) throw notFound();
    if (permission === 'awards.read')
      await recordReading(tx, deps.clock.now(), staff, { action: 'award.read', awards: [award] });
    return view;
  });
}

async function presentMany(
  deps: AwardRouteDeps,
  tx: Tx,
  institutionId: string,
  rows: readonly { award: Award; recipient: Recipient | undefined }[],
): Promise<AwardView[]> {
  const institution = await findInstitution(tx, institutionId);
  const versions = new Map(
    (await listVersionsByIds(tx, [...new Set(rows.map((row) => row.award.versionId))])).map((version) => [
      version.id,
      version,
    ]),
  );
  return rows.flatMap(({ award, recipient }) => {
    const version = versions.get(award.versionId);
    return version
      ? [presentAward(award, version, recipient, deps.clock.now(), institution?.timeZone ?? 'UTC')]
      : [];
  });
}
