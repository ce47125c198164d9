/** What becomes of badges when two accounts of one person become one, and of a learner whose institution's account ends. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../src/features/accounts/browser-cookies.ts';
import { getMergeOffer } from '../src/features/accounts/get-merge-offer.ts';
import { announceEndings, enterAccount } from '../src/features/accounts/index.ts';
import { mergeAccounts } from '../src/features/accounts/merge-accounts.ts';
import { offerMerge } from '../src/features/accounts/merge-offer.ts';
import { findSession } from '../src/features/accounts/sessions.store.ts';
import { startSession } from '../src/features/accounts/start-session.ts';
import type { PersonActor } from '../src/features/audit/index.ts';
import { getOffer } from '../src/features/awards/get-offer.ts';
import { claimAward, grantAwards, offerToken } from '../src/features/awards/index.ts';
import { listBackpack } from '../src/features/backpack/index.ts';
import {
  getPublicCredential,
  publishAward,
  readHolderDocument,
  readPublicDocument,
} from '../src/features/credentials/index.ts';
import { listOwn } from './support/list-own.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let design: string;
beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

const DAY = 24 * 60 * 60 * 1000;

async function award(email: string): Promise<string> {
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email, name: 'Sanne Visser' }],
  });
  await world.settle();
  return rows[0]?.award ?? '';
}

/** As the sign-in would leave them: a session in which the person proved themselves now, and the other account too. */
async function proveBoth(mine: PersonActor, otherPersonId: string) {
  const { database, clock } = world.deps;
  const browserHash = randomBytes(32);
  return await database.asDoorkeeper(async (tx) => {
    const token = await startSession(tx, clock.now(), {
      ...{ personId: mine.personId, provider: 'learner', institutionId: null, previousToken: undefined },
    });
    const session = await findSession(tx, hashToken(token), clock.now());
    if (!session) throw new Error('there is no session');
    await offerMerge(tx, clock.now(), { session, otherPersonId, browserHash });
    const actor = { ...mine, sessionId: session.id, sessionProvenAt: session.authenticatedAt };
    return { actor, browserHash };
  });
}

describe('when two accounts become one', () => {
  it('badges, what is shown of them, and every link to them go on as they were', async () => {
    const { deps } = world;
    const [one, two] = [await award('one@example.org'), await award('two@example.org')];
    const mine = await world.settleLearner('one@example.org', 'Sanne Visser');
    const theirs = await world.settleLearner('two@example.org', 'Sanne de Wit');
    await claimAward(deps, mine, { award: one });
    await claimAward(deps, theirs, { award: two });
    await world.settle();
    const choice = { showName: true, showResult: true, showEvidence: true, olderPlatforms: false };
    await publishAward(deps, theirs, { award: two, choice });
    await world.settle();
    const held = await readHolderDocument(deps, theirs, { award: two, format: 'ob3-data-integrity' });
    const { publicId } = held.award;
    const shown = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
    const waiting = await (async () => {
      const { rows } = await grantAwards(deps, world.oosterdiep.registrar, {
        design: await world.publish(world.oosterdiep.designer),
        recipients: [{ email: 'two@example.org', name: 'Sanne de Wit' }],
      });
      await world.settle();
      return rows[0]?.award ?? '';
    })();

    const proven = await proveBoth(mine, theirs.personId);
    expect((await getMergeOffer(deps, proven.actor, proven)).moves).toMatchObject({
      ...{ badges: 1, identities: 1, addresses: 1 },
    });
    await mergeAccounts(deps, proven.actor, { name: 'other', browserHash: proven.browserHash });
    await world.settle();

    const backpack = await listBackpack(deps, mine);
    expect(backpack.mine.map(({ id }) => id).sort()).toEqual([one, two].sort());
    expect(backpack.waiting.map(({ id }) => id)).toEqual([waiting]);
    const after = await readHolderDocument(deps, mine, { award: two, format: 'ob3-data-integrity' });
    expect(after.document.bytes).toBe(held.document.bytes);
    const stillShown = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
    expect(stillShown.document.bytes).toBe(shown.document.bytes);
    expect((await getPublicCredential(deps, publicId)).holderName).toBe('Sanne Visser');
    expect((await getOffer(deps, mine, offerToken(deps, two))).award).toBe(two);
    // Whoever was merged away holds nothing.
    expect(await listBackpack(deps, theirs)).toMatchObject({ mine: [], waiting: [] });
    expect(
      world.mailSink.listLetters().filter(({ subject }) => subject.startsWith('Two of your')),
    ).toHaveLength(2);
  });

  it('no table keeps anything in the name that went, but the trail', async () => {
    const mine = await world.settleLearner('three@example.org');
    const theirs = await world.settleLearner('four@example.org');
    await claimAward(world.deps, theirs, { award: await award('four@example.org') });
    await world.settle();
    const proven = await proveBoth(mine, theirs.personId);
    await mergeAccounts(world.deps, proven.actor, { name: 'mine', browserHash: proven.browserHash });
    expect(await listOwn(world, theirs.personId)).toEqual(['audit_entries']);
  });
});

describe('an affiliation that ends', () => {
  const enter = (subject: string, affiliationUntil: Date) =>
    world.deps.database.asDoorkeeper((tx) =>
      enterAccount(tx, world.clock.now(), {
        stated: {
          ...{ issuer: 'https://idp.rug.example', subject, name: 'Sanne Visser', identifiers: [] },
          addresses: [`${subject}@rug.example`],
          affiliationUntil,
        },
        provider: 'groningen',
        language: 'nl',
      }),
    );
  const lettersTo = (address: string) =>
    world.mailSink
      .listLetters()
      .filter(({ to, subject }) => to.includes(address) && subject.includes('eindigt'));
  const passDay = async () => {
    await announceEndings(world.deps);
    await world.settle();
  };

  it('is told ninety days before, once, to whoever has no other way in', async () => {
    const now = world.clock.now().getTime();
    await enter('soon', new Date(now + 90 * DAY));
    await enter('later', new Date(now + 91 * DAY));
    await enter('over', new Date(now - DAY));
    await passDay();
    await passDay();
    expect(['soon', 'later', 'over'].map((name) => lettersTo(`${name}@rug.example`).length)).toEqual([
      1, 0, 0,
    ]);
    world.clock.advance(DAY);
    await passDay();
    expect(lettersTo('later@rug.example')).toHaveLength(1);
  });

  it('is of no concern to who has a way in that stays', async () => {
    const personId = await enter('safe', new Date(world.clock.now().getTime() + 30 * DAY));
    await world.deps.database.asDoorkeeper((tx) =>
      enterAccount(tx, world.clock.now(), {
        stated: {
          ...{ issuer: 'urn:waarmerk:email', subject: 'safe@home.example', name: undefined },
          ...{ addresses: [], identifiers: [] },
        },
        provider: 'email',
        linkTo: personId,
        language: 'nl',
      }),
    );
    await passDay();
    expect(lettersTo('safe@rug.example')).toEqual([]);
  });

  it('is looked for by the clock, once a day', async () => {
    const schedules = await world.queryAsSuperuser<{ key: string }>('SELECT key FROM pgboss.schedule');
    expect(schedules.map(({ key }) => key)).toEqual(['day-began']);
  });
});
