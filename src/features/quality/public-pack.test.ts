import { afterAll, beforeAll, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import { openWorld, PUBLIC_URL, type World } from '../../../test/support/world.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { bytesOfPack, readPublicPack } from './public-pack.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** The payload of a compact JWS. */
const claimsOf = (document: string) =>
  JSON.parse(Buffer.from(document.split('.')[1] ?? '', 'base64url').toString('utf8'));

it('an approval names the rules by an address whose bytes have the digest that it signs', async () => {
  await world.publish(world.groningen.designer, microcredential);
  const [decision] = await world.queryAsSuperuser<{ document: string }>(
    'SELECT document FROM quality_decisions',
  );
  const text = JSON.stringify(claimsOf(decision?.document ?? ''));
  const [, address = ''] = /"([^"]*\/policy-packs\/[^"]*)"/.exec(text) ?? [];
  const url = new URL(address);
  expect(url.origin).toBe(new URL(PUBLIC_URL).origin);
  const [, , slug = '', name = ''] = url.pathname.split('/');
  const on = url.searchParams.get('on') ?? undefined;
  const pack = await readPublicPack(world.deps, { slug, name, on });
  const digest = Buffer.from(sha256(bytesOfPack(pack)));
  expect(
    [digest.toString('hex'), digest.toString('base64url'), digest.toString('base64')].some((one) =>
      text.includes(one),
    ),
  ).toBe(true);
});

it('a name without a version, and one that is not there, have no address', async () => {
  for (const name of ['eu-minimum', 'nothing@1'])
    await expect(
      readPublicPack(world.deps, { slug: world.groningen.slug, name, on: undefined }),
    ).rejects.toMatchObject({ status: 404 });
});
