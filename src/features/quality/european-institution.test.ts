import { afterAll, beforeAll, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { grantAwards } from '../awards/index.ts';
import { bundledPacks } from './packs/index.ts';
import { findRules } from './rules.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('an institution of no Dutch kind takes a microcredential its whole way, by the European rules', async () => {
  const abroad = await world.settleInstitution('adriatic', 'Adriatic Institute', 'other');
  const design = await world.publish(abroad.designer, microcredential);
  const granted = await grantAwards(world.deps, abroad.registrar, {
    design,
    recipients: [{ email: 'learner@example.org' }],
  });
  expect(granted.rows.map(({ fate }) => fate)).toEqual(['issued']);
  await world.settle();
  const cycles = await world.queryAsSuperuser<{ pack: string; state: string; months: number }>(
    `SELECT pack, state, (review_due - '2026-11-21'::date) / 30 AS months FROM quality_cycles
     WHERE institution_id = '${abroad.institutionId}'`,
  );
  expect(cycles).toEqual([{ pack: 'eu-microcredential@2022', state: 'in-use', months: 12 }]);
});

it.each(['wo', 'hbo', 'mbo', 'other', 'operator'] as const)(
  'an institution of kind %s has rules for every kind of design from its first day',
  async (kind) => {
    const { institutionId } = await world.settleInstitution(`first-${kind}`, `First ${kind}`, kind);
    for (const designKind of ['microcredential', 'proof-of-competence', 'edubadge'] as const) {
      const { pack } = await world.deps.database.asInstitution(institutionId, (tx) =>
        findRules(tx, institutionId, designKind, world.deps.clock.now()),
      );
      expect(bundledPacks.map(({ id }) => id)).toContain(pack.id);
      expect(pack.designKinds).toContain(designKind);
    }
  },
);
