/**
 * One award through the house. Read it from top to bottom: each step says which room does it and what is true
 * afterwards. It uses the real database, real signatures and real letters; only the clock stands still.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimAward, grantAwards, offerToken, revokeAward } from '../src/features/awards/index.ts';
import { listBackpack } from '../src/features/backpack/index.ts';
import { catalogueQuerySchema } from '../src/features/catalogue/catalogue.schema.ts';
import { searchCatalogue } from '../src/features/catalogue/index.ts';
import {
  getPublicCredential,
  publishAward,
  readHolderDocument,
  readPublicDocument,
  withdrawPublication,
} from '../src/features/credentials/index.ts';
import { createDesign, publishDesign } from '../src/features/designs/index.ts';
import { openHouse, verifyCredential } from '../src/features/verification/index.ts';
import { parseJsonObject, readOb3 } from '../src/formats/index.ts';
import { proofOfCompetence } from './support/content.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('walks one award from a design to a revoked badge', async () => {
  const { deps, groningen, settle } = world;
  const everything = catalogueQuerySchema.parse({});
  const verify = (input: { bytes: Uint8Array }) =>
    verifyCredential({ ...deps, house: openHouse(deps) }, input);

  // 1. designs: a teacher writes what can be earned. A draft is not an offer yet.
  const { id: design } = await createDesign(deps, groningen.designer, {
    kind: 'proof-of-competence',
    unit: 'philosophy',
    title: proofOfCompetence.title,
    defaultLanguage: 'en',
    content: proofOfCompetence,
  });
  expect((await searchCatalogue(deps, everything)).total).toBe(0);

  // 2. quality: others than its maker judge it; what was handed in is frozen, and exactly that is approved and signed.
  await world.approve(groningen.designer, design);

  // 3. designs: publishing makes it version 1: its content, its hash, its mark, its documents. It never changes again.
  const published = await publishDesign(deps, groningen.designer, { design, revision: 1 });
  expect(published.version).toBe(1);

  // 4. app/reactions: what follows is announced in the same transaction and happens afterwards.
  await settle();
  expect((await searchCatalogue(deps, everything)).total).toBe(1);

  // 5. awards: a registrar grants that version. Nothing slow has happened; the answer is there at once.
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [
      {
        email: 'Amara@Example.org',
        name: 'Amara Okonjo',
        result: '8',
        narrative: 'An essay that moved the debate.',
      },
    ],
  });
  const award = granted.rows[0]?.award ?? '';
  expect(granted.rows[0]?.fate).toBe('issued');

  // 6. The worker signs the holder's edition, reserves a random entry of a status list, and sends the letter.
  await settle();
  const [letter] = world.mailSink.listLetters();
  expect(letter?.to).toEqual(['amara@example.org']);
  expect((await world.mailSink.getLetter(letter?.id ?? ''))?.text).toContain(
    `/claim/${offerToken(deps, award)}`,
  );

  // 7. accounts and awards: she signs in with an address she has proven, and it waits for her. She claims it.
  const amara = await world.settleLearner('amara@example.org', 'Amara Okonjo');
  expect((await listBackpack(deps, amara)).waiting.map((item) => item.id)).toEqual([award]);
  await claimAward(deps, amara, { award });
  await settle();

  // 8. credentials: the holder's edition says everything, and only she can read it. Nothing is public.
  const own = await readHolderDocument(deps, amara, { award, format: 'ob3-data-integrity' });
  const told = readOb3(parseJsonObject(own.document.bytes));
  expect([told.title, told.recipient.name, told.results[0]?.value]).toEqual([
    'Two is One',
    'Amara Okonjo',
    '8',
  ]);
  const publicId = own.award.publicId;
  await expect(getPublicCredential(deps, publicId)).rejects.toMatchObject({ status: 404 });

  // 9. credentials: she makes it public with her name and without her grade. What she did not choose is not in the bytes.
  await publishAward(deps, amara, {
    award,
    choice: { showName: true, showResult: false, showEvidence: false, olderPlatforms: false },
  });
  const shown = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
  expect(shown.document.bytes).toContain('Amara Okonjo');
  expect(shown.document.bytes).not.toContain('amara@example.org');
  expect(readOb3(parseJsonObject(shown.document.bytes)).results).toEqual([]);

  // 10. verification: anyone checks it. Each check ran; the verdict is earned.
  const bytes = new TextEncoder().encode(shown.document.bytes);
  const report = await verify({ bytes });
  expect(report.checks.filter((check) => check.outcome !== 'passed')).toEqual([]);
  expect(report.verdict).toBe('verified');

  // 11. The same award in another format: the same verb, another line of the registry.
  const token = await readPublicDocument(deps, { publicId, format: 'ob3-jwt' });
  expect((await verify({ bytes: new TextEncoder().encode(token.document.bytes) })).verdict).toBe('verified');

  // 12. awards and status: revoking is one act and one bit; every format falls together, and she gets a letter.
  await revokeAward(deps, groningen.registrar, { award, reason: 'issued-in-error' });
  await settle();
  for (const document of [shown, token]) {
    const after = await verify({ bytes: new TextEncoder().encode(document.document.bytes) });
    expect(after.verdict).toBe('failed');
    expect(after.checks.find((check) => check.id === 'status')).toMatchObject({ outcome: 'failed' });
  }
  expect(world.mailSink.listLetters()[0]?.subject).toContain('Withdrawn');
  expect((await getPublicCredential(deps, publicId)).state).toBe('revoked');

  // 13. credentials: she takes it private. Every public address answers as if there had never been anything.
  await withdrawPublication(deps, amara, { award });
  await expect(readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' })).rejects.toMatchObject({
    status: 404,
  });
});
