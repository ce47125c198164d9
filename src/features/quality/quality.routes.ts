import { z } from 'zod';
import { type App, chooseType, type RenderPage } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type FreezeDeps, findDesign, findVersion, placeOf } from '../designs/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { castVote } from './cast-vote.ts';
import { commentDesign, settleComment } from './comment-design.ts';
import { lockNewestCycle } from './cycles.store.ts';
import { decideDesign } from './decide-design.ts';
import { findApprovalByPublicId } from './decisions.store.ts';
import { giveOpinion } from './give-opinion.ts';
import { registerGuideRoutes } from './guides.routes.ts';
import type { HeardDeps } from './heard.ts';
import { listBoard } from './list-board.ts';
import { meetCondition } from './meet-condition.ts';
import { registerMeetingRoutes } from './meetings.routes.ts';
import { moveDesign } from './move-design.ts';
import type { QualityDeps } from './open-way.ts';
import { registerPackRoutes } from './packs.routes.ts';
import type { PaperDeps } from './papers/make-paper.ts';
import { registerPaperRoutes, registerReviewRoutes } from './papers.routes.ts';
import { presentQuality } from './present-quality.ts';
import { registerPublicPackRoutes } from './public-pack.routes.ts';
import {
  boardSchema,
  commentSchema,
  conditionMetSchema,
  decisionSchema,
  dossierInputSchema,
  moveSchema,
  opinionSchema,
  qualitySchema,
  settlementSchema,
  shownApprovalSchema,
  voteSchema,
} from './quality.schema.ts';
import { saveDossier } from './save-dossier.ts';
import { settleAppeal } from './settle-appeal.ts';
import { showApproval } from './show-approval.ts';
import type { ApproveDeps } from './sign-approval.ts';
import { checkDesign, submitDesign } from './submit-design.ts';

type RouteDeps = QualityDeps &
  HeardDeps &
  ApproveDeps &
  FreezeDeps &
  PaperDeps & { readonly renderPage: RenderPage };

const tags = ['quality'];
const design = z.object({ id: z.string().max(40) });
const done = { 204: z.null() };
const FOREVER = 'public, max-age=31536000, immutable';

export function registerQualityRoutes(app: App, deps: RouteDeps): void {
  registerDesignRoutes(app, deps);
  registerBoardRoute(app, deps);
  registerGateRoutes(app, deps);
  registerMeetingRoutes(app, deps);
  registerPaperRoutes(app, deps);
  registerPackRoutes(app, deps);
  registerGuideRoutes(app, deps);
  registerReviewRoutes(app, deps);
  registerPublicRoutes(app, deps);
  registerPublicPackRoutes(app, deps);
}

function registerDesignRoutes(app: App, deps: RouteDeps): void {
  app.get(
    '/api/v1/designs/:id/quality',
    {
      schema: {
        ...{ tags, summary: 'Where a design stands, what is found in it and what was said of it' },
        params: design,
        response: { 200: qualitySchema },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      return await deps.database.asWorker(staff.institutionId, async (tx) => {
        const found = await findDesign(tx, request.params.id);
        if (!found) throw notFound();
        requirePermission(request.actor, 'designs.read', placeOf(found));
        const cycle = await lockNewestCycle(tx, found.id);
        if (!cycle) throw notFound();
        return await presentQuality(tx, { staff, design: found, cycle, at: deps.clock.now() });
      });
    },
  );
  app.put(
    '/api/v1/designs/:id/dossier',
    {
      schema: {
        ...{ tags, summary: 'Save what a design is judged by' },
        ...{ params: design, body: dossierInputSchema },
        response: { 200: z.object({ revision: z.number() }) },
      },
    },
    (request) => saveDossier(deps, request.actor, { design: request.params.id, ...request.body }),
  );
  app.post(
    '/api/v1/designs/:id/quality/comments',
    {
      schema: {
        ...{ tags, summary: 'Remark on a field', params: design, body: commentSchema },
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await commentDesign(deps, request.actor, { design: request.params.id, ...request.body })),
  );
  app.post(
    '/api/v1/designs/:id/quality/comments/:comment/resolve',
    {
      schema: {
        ...{ tags, summary: 'A remark was dealt with', params: design.extend({ comment: z.uuid() }) },
        response: done,
      },
    },
    async (request, reply) => {
      const { id, comment } = request.params;
      await settleComment(deps, request.actor, { design: id, comment });
      return reply.code(204).send(null);
    },
  );
}

function registerBoardRoute(app: App, deps: RouteDeps): void {
  app.get(
    '/api/v1/quality/board',
    { schema: { tags, summary: 'Where every design stands', response: { 200: boardSchema } } },
    (request) => listBoard(deps, request.actor),
  );
}

function registerGateRoutes(app: App, deps: RouteDeps): void {
  const path = '/api/v1/designs/:id/quality';
  app.post(
    `${path}/check`,
    { schema: { tags, summary: 'Nothing that must be met is open', params: design, response: done } },
    async (request, reply) => {
      await checkDesign(deps, request.actor, { design: request.params.id });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/submit`,
    { schema: { tags, summary: 'Hand a design in: its version is frozen', params: design, response: done } },
    async (request, reply) => {
      await submitDesign(deps, request.actor, { design: request.params.id });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/moves`,
    {
      schema: {
        tags,
        summary: 'Move a design along its way',
        params: design,
        body: moveSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await moveDesign(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/opinions`,
    {
      schema: {
        tags,
        summary: 'Advice, a reading, a confirmation',
        params: design,
        body: opinionSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await giveOpinion(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/votes`,
    {
      schema: { tags, summary: 'Vote, or recuse oneself', params: design, body: voteSchema, response: done },
    },
    async (request, reply) => {
      await castVote(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/decision`,
    {
      schema: {
        tags,
        summary: 'The decision of the committee',
        params: design,
        body: decisionSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await decideDesign(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/conditions/:condition/met`,
    {
      schema: {
        ...{ tags, summary: 'A condition of the approval is met' },
        params: design.extend({ condition: z.coerce.number().int().min(1).max(20) }),
        body: conditionMetSchema,
        response: done,
      },
    },
    async (request, reply) => {
      const { id, condition } = request.params;
      await meetCondition(deps, request.actor, { design: id, condition: condition - 1, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/settlement`,
    {
      schema: {
        tags,
        summary: 'An objection is answered',
        params: design,
        body: settlementSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await settleAppeal(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
}

/** What an approval names: itself, and the facts that it approves. */
function registerPublicRoutes(app: App, deps: RouteDeps): void {
  app.get('/approvals/:id', { schema: { hide: true, params: design } }, async (request, reply) => {
    const found = await deps.database.asPublic((tx) => findApprovalByPublicId(tx, request.params.id));
    if (!found) throw notFound();
    return reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=300')
      .type(chooseType(request.headers.accept, ['application/vc+jwt', 'application/jwt', 'text/plain']))
      .send(found.document);
  });
  app.get(
    '/api/v1/quality/approval',
    {
      schema: {
        tags,
        summary: 'By whom and under which rules a published version was approved',
        querystring: z.object({
          design: z.string().max(40),
          version: z.coerce.number().int().min(1).max(100_000).optional(),
        }),
        response: { 200: shownApprovalSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await deps.database.asPublic((tx) => showApproval(tx, request.query));
    },
  );
  app.get(
    '/designs/:id/versions/:n/facts.json',
    { schema: { hide: true, params: design.extend({ n: z.coerce.number().int().min(1).max(100_000) }) } },
    async (request, reply) => {
      const { id, n } = request.params;
      const version = await deps.database.asPublic((tx) => findVersion(tx, id, n));
      if (!version) throw notFound();
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', FOREVER)
        .type('application/json')
        .send(version.facts);
    },
  );
}
