/**
 * The wall behind the application's checks: what the database itself refuses, whatever the code above it does.
 * Every table is judged, so a table without a wall is found by being there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantAwards } from '../src/features/awards/index.ts';
import { createDesign } from '../src/features/designs/index.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let theirs: { award: string; design: string };

beforeAll(async () => {
  world = await openWorld();
  const { deps, oosterdiep } = world;
  const design = await world.publish(oosterdiep.designer);
  const granted = await grantAwards(deps, oosterdiep.registrar, {
    design,
    recipients: [{ email: 'kees@example.org', name: 'Kees Vos' }],
  });
  await world.settle();
  theirs = { award: granted.rows[0]?.award ?? '', design };
});
afterAll(() => world?.close());

describe('every table', () => {
  it('has forced row-level security and at least one policy', async () => {
    const open = await world.queryAsSuperuser(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(open).toEqual([]);
  });

  it('is found when it has none', async () => {
    await world.queryAsSuperuser('CREATE TABLE left_open (id int)');
    const open = await world.queryAsSuperuser<{ relname: string }>(
      "SELECT relname FROM pg_class WHERE relname = 'left_open' AND NOT relforcerowsecurity",
    );
    await world.queryAsSuperuser('DROP TABLE left_open');
    expect(open).toHaveLength(1);
  });

  it('of an institution carries the institution first in its foreign keys to others', async () => {
    const loose = await world.queryAsSuperuser<{ conname: string }>(
      `SELECT conname FROM pg_constraint k
       WHERE contype = 'f' AND array_length(conkey, 1) = 1
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'institution_id')
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname = 'institution_id')`,
    );
    expect(loose).toEqual([]);
  });
});

describe('no login of ours', () => {
  it('is a superuser, owns a table it serves from, or passes the wall', async () => {
    const roles = await world.queryAsSuperuser<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'waarmerk%' AND (rolsuper OR rolbypassrls OR rolcreaterole)",
    );
    const owned = await world.queryAsSuperuser(
      "SELECT relname FROM pg_class JOIN pg_roles r ON r.oid = relowner WHERE rolname = 'waarmerk_app'",
    );
    expect([roles, owned]).toEqual([[], []]);
  });
});

describe('an institution', () => {
  it('sees, changes and deletes nothing of another', async () => {
    const { deps, groningen } = world;
    const outcome = await deps.database.asInstitution(groningen.institutionId, async (tx) => ({
      awards: await tx.selectFrom('awards').select('id').execute(),
      recipients: await tx.selectFrom('awardRecipients').select('awardId').execute(),
      designs: await tx.selectFrom('designs').select('id').execute(),
      audit: (await tx.selectFrom('auditEntries').select('institutionId').execute()).filter(
        (row) => row.institutionId !== groningen.institutionId,
      ),
      changed: (await tx.updateTable('awards').set({ narrative: 'mine' }).executeTakeFirst()).numUpdatedRows,
      deleted: (await tx.deleteFrom('awards').executeTakeFirst()).numDeletedRows,
    }));
    expect(outcome).toEqual({ awards: [], recipients: [], designs: [], audit: [], changed: 0n, deleted: 0n });
  });

  it('cannot write a row for another', async () => {
    const { deps, groningen, oosterdiep } = world;
    const forged = deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx
        .insertInto('units')
        .values({
          id: crypto.randomUUID(),
          institutionId: oosterdiep.institutionId,
          slug: 'forged',
          name: '{}',
          createdAt: world.clock.now(),
        })
        .execute(),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot point its own row at a thing of another', async () => {
    const { deps, groningen, oosterdiep } = world;
    const { id } = await createDesign(deps, groningen.designer, {
      kind: 'edubadge',
      title: { en: 'x' },
      defaultLanguage: 'en',
    });
    const crossed = deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx.updateTable('designs').set({ unitId: oosterdiep.unit.unitId }).where('publicId', '=', id).execute(),
    );
    await expect(crossed).rejects.toMatchObject({ code: '23503' });
  });

  it('keeps its audit trail: what is appended can be neither changed nor deleted', async () => {
    const { deps, oosterdiep } = world;
    const change = deps.database.asInstitution(oosterdiep.institutionId, (tx) =>
      tx.updateTable('auditEntries').set({ action: 'nothing.happened' }).execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
    await expect(world.queryAsSuperuser('DELETE FROM audit_entries')).rejects.toMatchObject({
      code: '23001',
    });
    await expect(world.queryAsSuperuser('TRUNCATE audit_entries')).rejects.toMatchObject({ code: '23001' });
  });

  it('never changes a version that was published, not even as the owner of the table', async () => {
    await expect(world.queryAsSuperuser("UPDATE design_versions SET facts = '{}'")).rejects.toMatchObject({
      code: '23001',
    });
    await expect(world.queryAsSuperuser('DELETE FROM design_documents')).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('reads no private key', async () => {
    const { deps, groningen } = world;
    await expect(
      deps.database.asInstitution(groningen.institutionId, (tx) =>
        tx.selectFrom('signingKeys').select('privateSealed').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a learner', () => {
  it('sees what is offered to an address they have proven, and nothing else', async () => {
    const kees = await world.settleLearner('kees@example.org', 'Kees Vos');
    const other = await world.settleLearner('other@example.org', 'Someone Else');
    const listFor = (person: string) =>
      world.deps.database.asPerson(person, (tx) => tx.selectFrom('awards').select('id').execute());
    expect(await listFor(kees.personId)).toEqual([{ id: theirs.award }]);
    expect(await listFor(other.personId)).toEqual([]);
  });

  it('cannot take an award by writing it to their name', async () => {
    const thief = await world.settleLearner('thief@example.org', 'Thief');
    const taken = await world.deps.database.asPerson(thief.personId, (tx) =>
      tx.updateTable('awards').set({ personId: thief.personId, state: 'claimed' }).executeTakeFirst(),
    );
    expect(taken.numUpdatedRows).toBe(0n);
  });

  it('cannot change what was awarded', async () => {
    const kees = await world.settleLearner('kees@example.org', 'Kees Vos');
    await expect(
      world.deps.database.asPerson(kees.personId, (tx) =>
        tx.updateTable('awards').set({ expiresOn: '2099-01-01' }).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a stranger', () => {
  it('sees no award, no recipient, no account and no draft', async () => {
    const { database } = world.deps;
    expect(await database.asPublic((tx) => tx.selectFrom('awards').select('id').execute())).toEqual([]);
    expect(
      await database.asPublic((tx) => tx.selectFrom('awardRecipients').select('awardId').execute()),
    ).toEqual([]);
    expect(await database.asPublic((tx) => tx.selectFrom('documents').select('id').execute())).toEqual([]);
    for (const table of [
      'people',
      'identities',
      'emailAddresses',
      'sessions',
      'members',
      'apiClients',
      'auditEntries',
      'outbox',
    ] as const) {
      await expect(
        database.asPublic((tx) => tx.selectFrom(table).selectAll().execute()),
      ).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      database.asPublic((tx) => tx.selectFrom('designs').select('draft').execute()),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      database.asPublic((tx) => tx.selectFrom('institutions').select('staffProvider').execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('opens one offer with its secret, and no other', async () => {
    const { database } = world.deps;
    const wrong = await database.asPublic(
      (tx) => tx.selectFrom('awards').select('id').execute(),
      new Uint8Array(32),
    );
    expect(wrong).toEqual([]);
    const [row] = await world.queryAsSuperuser<{ offer_hash: Buffer }>(
      'SELECT offer_hash FROM award_recipients',
    );
    const right = await database.asPublic(
      (tx) => tx.selectFrom('awards').select('id').execute(),
      row?.offer_hash,
    );
    expect(right).toEqual([{ id: theirs.award }]);
  });
});

describe('a connection', () => {
  it('remembers nothing of the transaction before', async () => {
    const { database } = world.deps;
    const { groningen, oosterdiep } = world;
    const asked = Array.from({ length: 400 }, (_, at) => {
      const { institutionId } = at % 2 === 0 ? groningen : oosterdiep;
      return database
        .asInstitution(institutionId, (tx) => tx.selectFrom('units').select('institutionId').execute())
        .then((rows) => rows.every((row) => row.institutionId === institutionId) && rows.length > 0);
    });
    expect((await Promise.all(asked)).every(Boolean)).toBe(true);
  });
});
