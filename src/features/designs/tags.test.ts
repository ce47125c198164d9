import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { grantAwards } from '../awards/index.ts';
import { addTag, archiveTag, renameTag } from './change-tags.ts';
import { findDesign, findVersion } from './designs.store.ts';
import { tagDesign } from './tag-design.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

async function get(path: string): Promise<Record<string, never[]>> {
  const token = await server.signInClient(world.groningen.institutionId, ['designs.read', 'awards.read']);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await server.app.inject({ url: path, headers });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const idsOf = (list: readonly { id: string }[] | undefined) => (list ?? []).map(({ id }) => id);

describe('tags of an institution', () => {
  it('are named once among those in use, whatever the capitals', async () => {
    const { deps, groningen, oosterdiep } = world;
    const { administrator } = groningen;
    const { id } = await addTag(deps, administrator, { name: 'Summer school' });
    const other = await addTag(deps, administrator, { name: 'Honours' });
    const taken = { problem: { status: 409, code: 'designs/tag-name-taken' } };
    await expect(addTag(deps, administrator, { name: 'SUMMER school' })).rejects.toMatchObject(taken.problem);
    await expect(
      renameTag(deps, administrator, { id: other.id, name: 'summer School' }),
    ).rejects.toMatchObject(taken.problem);
    await addTag(deps, oosterdiep.administrator, { name: 'Summer school' });
    await archiveTag(deps, administrator, { id });
    await addTag(deps, administrator, { name: 'Summer school' });
  });

  it('get one name once, also from colleagues who give it at the same moment', async () => {
    const { deps, groningen } = world;
    const { administrator } = groningen;
    const other = await addTag(deps, administrator, { name: 'Before' });
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => addTag(deps, administrator, { name: 'At once' })),
      renameTag(deps, administrator, { id: other.id, name: 'At once' }),
    ]);
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refusals).toEqual(Array.from({ length: 4 }, () => 'designs/tag-name-taken'));
  });

  it('sort the lists of designs and awards, and are gone from them once archived', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    await world.publish(groningen.designer);
    const granted = await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email: 'tagged@example.org' }],
    });
    const { id } = await addTag(deps, groningen.administrator, { name: 'Pilot' });
    await tagDesign(deps, groningen.designer, { design, tags: [id] });
    expect(idsOf((await get(`/api/v1/designs?tag=${id}`)).designs)).toEqual([design]);
    expect(idsOf((await get(`/api/v1/awards?tag=${id}`)).awards)).toEqual([granted.rows[0]?.award]);
    expect((await get('/api/v1/tags')).tags).toContainEqual({ id, name: 'Pilot', designs: 1 });
    await archiveTag(deps, groningen.administrator, { id });
    expect((await get(`/api/v1/designs?tag=${id}`)).designs).toEqual([]);
    expect((await get(`/api/v1/awards?tag=${id}`)).awards).toEqual([]);
  });

  it('change neither the draft nor a version, and stand on no public page', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    const { id } = await addTag(deps, groningen.administrator, { name: 'Among ourselves' });
    const look = () =>
      deps.database.asInstitution(groningen.institutionId, async (tx) => ({
        draft: await findDesign(tx, design),
        version: await findVersion(tx, design),
      }));
    const before = await look();
    await tagDesign(deps, groningen.designer, { design, tags: [id] });
    expect(await look()).toEqual(before);
    await world.settle();
    for (const path of [
      `/designs/${design}`,
      `/designs/${design}/versions/1`,
      `/api/v1/catalogue/designs/${design}`,
    ]) {
      const answer = await server.app.inject({ url: path, headers: { accept: 'application/json' } });
      expect([answer.statusCode, answer.body.includes('Among ourselves')]).toEqual([200, false]);
    }
    await expect(
      deps.database.asPublic((tx) => tx.selectFrom('designTags').selectAll().execute()),
    ).rejects.toThrow(/permission denied/);
  });

  it('of another institution can neither be seen, changed nor used', async () => {
    const { deps, groningen, oosterdiep } = world;
    const theirs = await addTag(deps, oosterdiep.administrator, { name: 'Theirs' });
    const design = await world.publish(groningen.designer);
    await expect(tagDesign(deps, groningen.designer, { design, tags: [theirs.id] })).rejects.toMatchObject({
      code: 'designs/tag-unknown',
    });
    await expect(archiveTag(deps, groningen.administrator, theirs)).rejects.toMatchObject({ status: 404 });
    await expect(tagDesign(deps, oosterdiep.designer, { design, tags: [theirs.id] })).rejects.toMatchObject({
      status: 404,
    });
    expect(JSON.stringify(await get('/api/v1/tags'))).not.toContain('Theirs');
  });

  it('are managed by whoever manages the institution, and put on designs by whoever writes those', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    await expect(addTag(deps, groningen.designer, { name: 'Mine' })).rejects.toThrow(
      expect.objectContaining({ status: 403 }),
    );
    await expect(tagDesign(deps, groningen.registrar, { design, tags: [] })).rejects.toMatchObject({
      status: 403,
    });
  });
});
