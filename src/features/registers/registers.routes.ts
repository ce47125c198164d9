import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { requireOperator } from '../institutions/index.ts';
import {
  closeRegister,
  enterIssuer,
  importRegister,
  openRegister,
  type RegisterDeps,
  strikeIssuer,
} from './keep-register.ts';
import {
  enterIssuerSchema,
  importedSchema,
  importSchema,
  MAX_FILE,
  openRegisterSchema,
  type RegisterView,
  registerDetailSchema,
  registersSchema,
} from './registers.schema.ts';
import { listRegisters, type Register, searchEntries } from './registers.store.ts';

const path = '/api/v1/operator/registers';
const tags = ['operator'];
const params = z.object({ id: z.uuid() });
const created = z.object({ id: z.string() });
const done = { 204: z.null() };
/** A file of the largest size, escaped as JSON. */
const IMPORT_LIMIT = 10 * 1024 * 1024;
const SHOWN = 100;

/** Whom this installation knows as an issuer. Only the operator writes; whoever verifies is told. */
export function registerRegisterRoutes(app: App, deps: RegisterDeps): void {
  registerReading(app, deps);
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Open a register of issuers', body: openRegisterSchema },
        response: { 201: created },
      },
    },
    async (request, reply) => reply.code(201).send(await openRegister(deps, request.actor, request.body)),
  );
  app.put(
    `${path}/:id/entries`,
    {
      bodyLimit: IMPORT_LIMIT,
      config: { maxText: MAX_FILE },
      schema: {
        ...{ tags, summary: 'Replace a register by a file', params, body: importSchema },
        response: { 200: importedSchema },
      },
    },
    async (request) => {
      const { entries, faults } = await importRegister(deps, request.actor, {
        register: request.params.id,
        file: request.body.file,
      });
      return { entries, faults: faults.slice(0, SHOWN).map(({ line, fault }) => ({ line, fault })) };
    },
  );
  app.post(
    `${path}/:id/entries`,
    {
      schema: {
        ...{ tags, summary: 'Enter an issuer by hand', params, body: enterIssuerSchema },
        response: { 201: created },
      },
    },
    async (request, reply) => {
      const input = { register: request.params.id, entry: request.body };
      return reply.code(201).send(await enterIssuer(deps, request.actor, input));
    },
  );
  app.delete(
    `${path}/:id/entries/:entry`,
    {
      schema: {
        ...{ tags, summary: 'Strike an issuer from a register', params: params.extend({ entry: z.uuid() }) },
        response: done,
      },
    },
    async (request, reply) => {
      const { id, entry } = request.params;
      await strikeIssuer(deps, request.actor, { register: id, entry });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/:id`,
    { schema: { tags, summary: 'Close a register', params, response: done } },
    async (request, reply) => {
      await closeRegister(deps, request.actor, { register: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

function registerReading(app: App, deps: RegisterDeps): void {
  const read = async (actor: Actor) =>
    await deps.database.asPublic(async (tx) => {
      const staff = await requireOperator(tx, actor);
      return await listRegisters(tx, staff.institutionId);
    });
  app.get(
    path,
    { schema: { tags, summary: 'Registers of issuers', response: { 200: registersSchema } } },
    async (request) => ({ registers: (await read(request.actor)).map(present) }),
  );
  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'One register, searched',
        params,
        querystring: z.object({ q: z.string().trim().max(200).default('') }),
        response: { 200: registerDetailSchema },
      },
    },
    async (request) => {
      const register = (await read(request.actor)).find(({ id }) => id === request.params.id);
      if (!register) throw notFound();
      const found = await deps.database.asPublic((tx) =>
        searchEntries(tx, register.id, { words: request.query.q, limit: SHOWN }),
      );
      return { ...present(register), found };
    },
  );
}

function present({ id, name, sourceUrl, importedAt, entries }: Register): RegisterView {
  return { id, name, sourceUrl, importedAt: importedAt?.toISOString() ?? null, entries };
}
