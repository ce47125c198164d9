import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { composeLetterToken } from '../accounts/index.ts';
import { changeWishByLink } from '../accounts/letter-wishes.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { askAgain } from './ask-again.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Claimed, and awarded on that day. */
async function earn(design: string, email: string, awardedOn: string): Promise<string> {
  const { deps, groningen } = world;
  const { rows } = await grantAwards(deps, groningen.registrar, {
    ...{ design, recipients: [{ email, awardedOn }] },
  });
  const award = rows[0]?.award ?? '';
  await claimAward(deps, await world.settleLearner(email), { award });
  return award;
}

async function askAll(): Promise<string[]> {
  await askAgain(world.deps);
  await world.settle();
  return world.mailSink
    .listLetters()
    .filter(({ subject }) => subject.startsWith('How did it go since?'))
    .flatMap(({ to }) => to);
}

describe('half a year after the award', () => {
  it('a letter asks once, and neither before nor long after', async () => {
    const design = await world.publish(world.groningen.designer);
    const award = await earn(design, 'half-a-year@example.org', '2026-05-20');
    await earn(design, 'too-early@example.org', '2026-05-22');
    await earn(design, 'long-ago@example.org', '2026-04-20');
    expect(await askAll()).toEqual(['half-a-year@example.org']);
    expect(await askAll()).toEqual(['half-a-year@example.org']);
    const [letter] = world.mailSink.listLetters().filter(({ to }) => to.includes('half-a-year@example.org'));
    const { text } = (await world.mailSink.getLetter(letter?.id ?? '')) ?? { text: '' };
    expect(text).toContain(`/feedback/${award}`);
    expect(text).toContain('/letters/');
  });

  it('no letter goes to an address that wishes for none', async () => {
    const design = await world.publish(world.groningen.designer);
    const email = 'in-peace@example.org';
    await earn(design, email, '2026-05-20');
    const token = composeLetterToken(world.deps.keyedDigest, email);
    await changeWishByLink(world.deps, { token, from: null, wish: 'none' });
    expect(await askAll()).not.toContain(email);
  });
});
