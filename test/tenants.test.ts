/** Many institutions over few connections: what one asked for never reaches the next (reliability D2, line 25). */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember, createInstitution } from '../src/features/institutions/index.ts';
import { openServer } from './support/server.ts';
import { openWorld, type World } from './support/world.ts';

const TENANTS = 50;
const REQUESTS = 5_000;
const AT_ONCE = 24;

type Tenant = { readonly slug: string; readonly institutionId: string; readonly token: string };

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
const tenants: Tenant[] = [];

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  for (let at = 0; at < TENANTS; at += 1) tenants.push(await settleTenant(`tenant-${at}`));
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

/** Everything of a tenant carries its name, so that a row in the wrong hands is seen at once. */
async function settleTenant(slug: string): Promise<Tenant> {
  const { institutionId } = await createInstitution(world.deps, {
    slug,
    kind: 'wo',
    name: { en: slug },
    defaultLanguage: 'en',
    address: { country: 'NL' },
    inks: ['#b3121d', '#1a2756'],
  });
  await addMember(
    world.deps,
    { kind: 'system' },
    { institutionId, identifier: `someone@${slug}.example`, name: slug, role: 'reader' },
  );
  const token = await server.signInClient(institutionId, ['members.read', 'designs.read', 'awards.read']);
  return { slug, institutionId, token };
}

async function readMembers(tenant: Tenant): Promise<string[]> {
  const answer = await server.app.inject({
    url: '/api/v1/members',
    headers: { authorization: `Bearer ${tenant.token}` },
  });
  return answer.json<{ members: { identifier: string }[] }>().members.map(({ identifier }) => identifier);
}

/** Draws from one list with as many hands as the server has requests in flight. */
async function inParallel(work: readonly (() => Promise<void>)[], hands: number): Promise<void> {
  const queue = [...work];
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await next();
    }),
  );
}

describe(`${REQUESTS} interleaved requests of ${TENANTS} institutions over four connections`, () => {
  it('show each its own and nothing of another', async () => {
    const order = fc.sample(fc.nat({ max: TENANTS - 1 }), { numRuns: REQUESTS, seed: 25 });
    const wrong: string[] = [];
    await inParallel(
      order.map((at) => async () => {
        const tenant = tenants[at];
        if (!tenant) return;
        const seen = await readMembers(tenant);
        if (seen.length !== 1 || seen[0] !== `someone@${tenant.slug}.example`)
          wrong.push(`${tenant.slug} saw ${seen}`);
      }),
      AT_ONCE,
    );
    expect(wrong).toEqual([]);
  });

  it('would leak if a connection kept its tenant: the control', async () => {
    const client = new pg.Client(world.connection);
    await client.connect();
    try {
      await client.query('SET ROLE waarmerk_staff');
      await client.query("SELECT set_config('waarmerk.institution', $1, false)", [tenants[0]?.institutionId]);
      // Whoever is given this connection next, and asks without saying for whom:
      const { rows } = await client.query<{ identifier: string }>('SELECT identifier FROM members');
      expect(rows.map(({ identifier }) => identifier)).toEqual(['someone@tenant-0.example']);
    } finally {
      await client.end();
    }
  });
});

describe('a thousand ids of another institution', () => {
  it('read, change and delete nothing', async () => {
    const [own, other] = tenants;
    if (!own || !other) throw new Error('two tenants');
    const ids = await world.queryAsSuperuser<{ id: string }>(
      `INSERT INTO members (id, institution_id, identifier, name, role, created_at)
       SELECT gen_random_uuid(), '${other.institutionId}', 'm' || n, 'x', 'reader', now() FROM generate_series(1, 1000) n
       RETURNING id`,
    );
    const outcome = await world.deps.database.asInstitution(own.institutionId, async (tx) => {
      const theirs = ids.map(({ id }) => id);
      return {
        read: (await tx.selectFrom('members').select('id').where('id', 'in', theirs).execute()).length,
        changed: (
          await tx.updateTable('members').set({ name: 'mine' }).where('id', 'in', theirs).executeTakeFirst()
        ).numUpdatedRows,
        deleted: (await tx.deleteFrom('members').where('id', 'in', theirs).executeTakeFirst()).numDeletedRows,
      };
    });
    expect(outcome).toEqual({ read: 0, changed: 0n, deleted: 0n });
  });
});
