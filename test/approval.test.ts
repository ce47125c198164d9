/** The approval that travels with a badge: whatever is changed in the Achievement, by the issuer itself too, it breaks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordAccreditation } from '../src/features/accreditations/index.ts';
import { institutionalAudit } from '../src/features/accreditations/testing.ts';
import { claimAward, grantAwards } from '../src/features/awards/index.ts';
import { publishAward, readPublicDocument } from '../src/features/credentials/index.ts';
import { findIssuer } from '../src/features/institutions/index.ts';
import { openHouse, verifyCredential } from '../src/features/verification/index.ts';
import {
  isJsonObject,
  type Json,
  type JsonObject,
  parseJsonObject,
  secureWithDataIntegrity,
} from '../src/formats/index.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let document: JsonObject;
beforeAll(async () => {
  world = await openWorld();
  const { deps, groningen } = world;
  await recordAccreditation(deps, groningen.administrator, institutionalAudit);
  const design = await world.publish(groningen.designer);
  const { rows } = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [{ email: 'a@example.org' }],
  });
  await world.settle();
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner('a@example.org');
  const { publicId } = await claimAward(deps, learner, { award });
  await publishAward(deps, learner, {
    award,
    choice: { showName: true, showResult: false, showEvidence: false, olderPlatforms: false },
  });
  await world.settle();
  const { bytes } = (await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' })).document;
  document = parseJsonObject(bytes);
});
afterAll(() => world?.close());

async function verify(credential: JsonObject) {
  const { deps } = world;
  const report = await verifyCredential(
    { ...deps, house: openHouse(deps) },
    { bytes: new TextEncoder().encode(JSON.stringify(credential)) },
  );
  return {
    proof: report.checks.find(({ id }) => id === 'proof')?.outcome,
    approval: report.checks.find(({ id }) => id === 'quality-approval'),
  };
}

/** With the issuer's own key: the signature is right, whatever it says. */
async function signAgain({ proof: _, ...credential }: JsonObject): Promise<JsonObject> {
  const { deps, groningen } = world;
  return await deps.database.asWorker(groningen.institutionId, async (tx) => {
    const issuer = await findIssuer(tx, { id: groningen.unit.issuer.id });
    if (!issuer) throw new Error('there is no issuer');
    const signer = await deps.getSigner(tx, issuer, 'award-ed25519');
    return await secureWithDataIntegrity(credential, {
      signer,
      crypto: deps.crypto,
      created: '2026-11-21T09:00:00Z',
    });
  });
}

const achievementOf = (credential: JsonObject): JsonObject => {
  const subject = credential.credentialSubject;
  return isJsonObject(subject) && isJsonObject(subject.achievement) ? subject.achievement : {};
};
const withAchievement = (achievement: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { ...(document.credentialSubject as JsonObject), achievement }, // it was just read as one
});

/** Every text and number of it, each changed alone. */
function* changeEach(value: Json, path: string): Generator<{ path: string; changed: Json }> {
  if (typeof value === 'string' && !/type|@|\/type\//.test(path)) yield { path, changed: `${value}x` };
  else if (typeof value === 'number') yield { path, changed: value + 1 };
  else if (Array.isArray(value))
    for (const [at, item] of value.entries())
      for (const { path: where, changed } of changeEach(item, `${path}/${at}`))
        yield { path: where, changed: value.with(at, changed) };
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) {
      if (name === 'endorsementJwt') continue;
      for (const { path: where, changed } of changeEach(item ?? null, `${path}/${name}`))
        yield { path: where, changed: { ...value, [name]: changed } };
    }
}

it('an approval passes for exactly the version that was approved, and says by whom, when and under which rules', async () => {
  const { approval } = await verify(document);
  expect(approval).toMatchObject({
    outcome: 'passed',
    detail: {
      by: 'University of Groningen (demo)',
      on: '2026-11-21T09:00:00Z',
      framework: expect.stringContaining('proof-of-competence@1'),
    },
  });
});

it('one changed text or number anywhere in the Achievement breaks it, though the issuer signs again', async () => {
  const changes = [...changeEach(achievementOf(document), '')];
  expect(changes.length).toBeGreaterThan(40);
  const whole: string[] = [];
  for (const { path, changed } of changes) {
    const { approval } = await verify(await signAgain(withAchievement(changed as JsonObject)));
    if (approval?.outcome === 'passed') whole.push(path);
  }
  expect(whole).toEqual([]);
});

it('a member that is added or left out breaks it', async () => {
  const achievement = achievementOf(document);
  for (const name of Object.keys(achievement).filter((one) => one !== 'endorsementJwt')) {
    const { [name]: _, ...rest } = achievement;
    // What is no longer JSON-LD cannot even be signed.
    const again = await signAgain(withAchievement(rest)).catch(() => undefined);
    if (again) expect((await verify(again)).approval?.outcome, name).not.toBe('passed');
  }
  const { approval } = await verify(
    await signAgain(withAchievement({ ...achievement, specialization: 'more' })),
  );
  expect(approval?.outcome).toBe('warning');
});

it('an approval of another version is none of this one', async () => {
  await world.publish(world.groningen.designer);
  const [other] = await world.queryAsSuperuser<{ document: string }>(
    'SELECT document FROM quality_decisions ORDER BY decided_at DESC, id DESC LIMIT 1',
  );
  const swapped = withAchievement({ ...achievementOf(document), endorsementJwt: [other?.document ?? ''] });
  const { approval } = await verify(await signAgain(swapped));
  expect(approval?.outcome ?? 'absent').not.toBe('passed');
});

it('an accreditation that is made to last longer breaks it, in the link and in the text alike', async () => {
  const achievement = achievementOf(document);
  const text = JSON.stringify(achievement);
  expect(text.match(/to 31 January 2027/g)).toHaveLength(2);
  for (const longer of [
    text.replace('to 31 January 2027', 'to 31 January 2099'),
    text.replace(/(.*)to 31 January 2027/s, '$1to 31 January 2099'),
    text.replace('"targetCode":"12345"', '"targetCode":"99999"'),
  ]) {
    expect(longer).not.toBe(text);
    const { proof, approval } = await verify(await signAgain(withAchievement(parseJsonObject(longer))));
    expect([proof, approval?.outcome]).toEqual(['passed', 'warning']);
  }
});
