import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { createInstitution, findOperator, permissionsOf } from '../institutions/index.ts';
import { agreeToTerms, withdrawAgreement } from './agree-to-terms.ts';
import { publishTerms, saveTermsDraft } from './publish-terms.ts';
import { listAgreementLines, listTermsOf, readOwnTerms } from './read-terms.ts';
import { findStanding, termsKindOf } from './terms.ts';

let world: World;
let design: string;
beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

const TEXTS = { en: { excerpt: 'In short.', text: 'At length.' } };

async function publish(
  by: PersonActor,
  kind: Parameters<typeof publishTerms>[2]['kind'],
  excerpt = 'In short.',
) {
  await saveTermsDraft(world.deps, by, { kind, texts: { en: { excerpt, text: 'At length.' } } });
  await publishTerms(world.deps, by, { kind });
  const [terms] = findStandingOf(await listTermsOf(world.deps, { owner: world.groningen.slug, kind }));
  return terms?.id ?? '';
}

function findStandingOf<T extends { superseded: boolean }>(views: readonly T[]): T[] {
  return views.filter((view) => !view.superseded);
}

async function offer(email: string): Promise<string> {
  const granted = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email }],
  });
  return granted.rows[0]?.award ?? '';
}

const kindOfDesign = termsKindOf(proofOfCompetence.kind);

describe('terms', () => {
  it('are asked of edubadges and microcredentials by the formal text, of proofs of competence by the informal', () => {
    expect(
      ['edubadge', 'microcredential', 'proof-of-competence'].map((kind) => termsKindOf(kind as 'edubadge')),
    ).toEqual(['formal-award', 'formal-award', 'informal-award']);
  });

  it('that nobody published are asked of nobody', async () => {
    const learner = await world.settleLearner('early@example.org');
    const award = await offer('early@example.org');
    expect((await claimAward(world.deps, learner, { award })).state).toBe('claimed');
  });

  it('must be agreed to before the first claim, and again when they change', async () => {
    const { deps, groningen } = world;
    const learner = await world.settleLearner('lena@example.org');
    const first = await publish(groningen.administrator, kindOfDesign);
    const award = await offer('lena@example.org');
    await expect(claimAward(deps, learner, { award })).rejects.toMatchObject({
      code: 'awards/terms-not-agreed',
    });
    await agreeToTerms(deps, learner, { terms: first, language: 'nl' });
    await agreeToTerms(deps, learner, { terms: first, language: 'nl' });
    expect((await claimAward(deps, learner, { award })).state).toBe('claimed');

    const second = await publish(groningen.administrator, kindOfDesign, 'Now different.');
    const next = await world.publish(groningen.designer);
    const granted = await grantAwards(deps, groningen.registrar, {
      design: next,
      recipients: [{ email: 'lena@example.org' }],
    });
    const again = granted.rows[0]?.award ?? '';
    await expect(claimAward(deps, learner, { award: again })).rejects.toMatchObject({ status: 409 });
    await expect(agreeToTerms(deps, learner, { terms: first, language: 'en' })).rejects.toMatchObject({
      code: 'terms/superseded',
    });
    await agreeToTerms(deps, learner, { terms: second, language: 'en' });
    expect((await claimAward(deps, learner, { award: again })).state).toBe('claimed');

    const lines = await deps.database.asPerson(learner.personId, (tx) =>
      listAgreementLines(tx, learner.personId),
    );
    expect(lines.map(({ act, terms, language }) => [act, terms.version, language])).toEqual([
      ['agreed', 2, 'en'],
      ['agreed', 1, 'en'],
    ]);
  });

  it('from which someone withdrew let them claim nothing new, and leave what they hold', async () => {
    const { deps } = world;
    const learner = await world.settleLearner('wim@example.org');
    const terms =
      findStandingOf(await listTermsOf(deps, { owner: 'groningen', kind: kindOfDesign }))[0]?.id ?? '';
    await agreeToTerms(deps, learner, { terms, language: 'en' });
    const held = await offer('wim@example.org');
    await claimAward(deps, learner, { award: held });
    await withdrawAgreement(deps, learner, { terms });
    const next = await world.publish(world.groningen.designer);
    const granted = await grantAwards(deps, world.groningen.registrar, {
      design: next,
      recipients: [{ email: 'wim@example.org' }],
    });
    const award = granted.rows[0]?.award ?? '';
    await expect(claimAward(deps, learner, { award })).rejects.toMatchObject({
      code: 'awards/terms-not-agreed',
    });
    expect((await claimAward(deps, learner, { award: held })).state).toBe('claimed');
    await agreeToTerms(deps, learner, { terms, language: 'en' });
    expect((await claimAward(deps, learner, { award })).state).toBe('claimed');
  });

  it('are drafted and published by whoever holds that permission in their own institution, and by nobody else', async () => {
    const { deps, groningen, oosterdiep } = world;
    const draft = { kind: kindOfDesign, texts: TEXTS };
    await expect(saveTermsDraft(deps, groningen.registrar, draft)).rejects.toMatchObject({ status: 403 });
    await expect(publishTerms(deps, groningen.designer, draft)).rejects.toMatchObject({ status: 403 });
    const learner = await world.settleLearner('l@example.org');
    await expect(saveTermsDraft(deps, learner, draft)).rejects.toMatchObject({ status: 404 });
    await saveTermsDraft(deps, oosterdiep.administrator, draft);
    const own = await readOwnTerms(deps, groningen.administrator);
    expect(own.kinds.map(({ draft: kept }) => kept)).toEqual([null, null]);
    expect(await listTermsOf(deps, { owner: 'oosterdiep' })).toEqual([]);
  });

  it('of the platform are written by the operator alone', async () => {
    const { deps, groningen } = world;
    await expect(
      saveTermsDraft(deps, groningen.administrator, { kind: 'terms-of-service', texts: TEXTS }),
    ).rejects.toMatchObject({ code: 'terms/kind-elsewhere' });
    await createInstitution(deps, {
      slug: 'operator',
      kind: 'operator',
      name: { en: 'Operator' },
      defaultLanguage: 'en',
      address: { country: 'NL' },
      inks: ['#131a2e'],
    });
    const institution = await deps.database.asPublic(findOperator);
    const operator: PersonActor = {
      ...groningen.administrator,
      institutionId: institution?.id ?? '',
      permissions: permissionsOf(['operator']),
    };
    await saveTermsDraft(deps, operator, { kind: 'terms-of-service', texts: TEXTS });
    await publishTerms(deps, operator, { kind: 'terms-of-service' });
    expect((await listTermsOf(deps, { owner: 'operator' })).map(({ isPlatform }) => isPlatform)).toEqual([
      true,
    ]);
    const forged = deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx
        .insertInto('terms')
        .values({
          id: crypto.randomUUID(),
          institutionId: null,
          kind: 'terms-of-service',
          texts: '{}',
          createdAt: world.clock.now(),
        })
        .execute(),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('that were published never change, not even for the owner of the table', async () => {
    const published = 'published_at IS NOT NULL';
    for (const change of [
      `UPDATE terms SET texts = '{}' WHERE ${published}`,
      `DELETE FROM terms WHERE ${published}`,
    ])
      await expect(world.queryAsSuperuser(change)).rejects.toMatchObject({ code: '23001' });
  });

  it('keep their ledger: a person adds lines of their own and changes none', async () => {
    const { deps } = world;
    const learner = await world.settleLearner('lena@example.org');
    const other = await world.settleLearner('other@example.org');
    await expect(
      deps.database.asPerson(learner.personId, (tx) =>
        tx.updateTable('agreements').set({ act: 'withdrawn' }).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const terms = (await listTermsOf(deps, { owner: 'groningen' }))[0]?.id ?? '';
    const forged = deps.database.asPerson(learner.personId, (tx) =>
      tx
        .insertInto('agreements')
        .values({
          id: crypto.randomUUID(),
          personId: other.personId,
          termsId: terms,
          act: 'agreed',
          language: 'en',
          at: world.clock.now(),
        })
        .execute(),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('stand by the newest version of each kind', () => {
    const version = (n: number) => ({
      id: String(n),
      institutionId: 'a',
      kind: 'formal-award' as const,
      version: n,
      texts: {},
      createdAt: new Date(0),
      publishedAt: new Date(0),
    });
    expect(findStanding([version(2), version(10), version(9)]).map(({ id }) => id)).toEqual(['10']);
  });
});
