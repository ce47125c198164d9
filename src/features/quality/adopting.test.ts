import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { createUuid } from '../../platform/ids.ts';
import type { PersonActor } from '../audit/index.ts';
import { createDesign } from '../designs/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import { adoptPack } from './adopt-pack.ts';
import { listPacks } from './list-packs.ts';
import { makePack } from './make-pack.ts';
import { packSchema } from './pack.schema.ts';
import { previewAdoption } from './preview-adoption.ts';
import { showPack } from './show-pack.ts';

let world: World;
let officer: PersonActor;
beforeAll(async () => {
  world = await openWorld();
  officer = {
    ...{ kind: 'person', personId: createUuid(), institutionId: world.groningen.institutionId },
    permissions: permissionsOf(['quality-officer']),
  };
});
afterAll(() => world?.close());

const own = (over: object = {}) =>
  packSchema.parse({
    ...{ id: 'house-rules', version: '1', jurisdiction: 'NL', extends: ['proof-of-competence'] },
    ...{ name: { en: 'House rules', nl: 'Huisregels' }, summary: { en: 'Ours.', nl: 'Van ons.' } },
    ...{ designKinds: ['proof-of-competence'], validFrom: '2026-11-21', sources: [], limits: {} },
    severities: { 'NEED-1': 'must' },
    criteria: [
      {
        id: 'HOUSE-1',
        text: { en: 'Ours.', nl: 'Van ons.' },
        severity: 'must',
        kind: 'human',
        guide: 'need',
      },
    ],
    gates: [{ step: 'expert', days: 14 }],
    review: { firstMonths: 12, months: 12, warnDays: 60, graceDays: 30 },
    ...over,
  });

describe('an institution', () => {
  it('judges by the national framework until it chooses, and sees what follows it and when', async () => {
    const { kinds, packs, today } = await listPacks(world.deps, world.groningen.teacher);
    expect(today).toBe('2026-11-21');
    expect(kinds.map(({ kind, chosen, since }) => [kind, chosen, since])).toEqual([
      ['microcredential', 'nl-hbo-wo', null],
      ['proof-of-competence', 'proof-of-competence', null],
      ['edubadge', 'eu-minimum', null],
    ]);
    expect(kinds[0]?.follows).toMatchObject({ on: '2027-05-01', pack: { ref: 'nl-hbo-wo@2027-05' } });
    const fits = (ref: string) => packs.find((one) => one.ref === ref)?.fits;
    expect(fits('nl-hbo-wo@2025-05')).toEqual(['microcredential']);
    expect([fits('nl-mbo@2024'), fits('nl-hbo-wo@2027-05')]).toEqual([[], []]);
  });

  it('sees what another pack would change for its designs under way before it chooses it', async () => {
    const { deps, groningen } = world;
    const { id } = await createDesign(deps, groningen.designer, {
      ...{ kind: 'proof-of-competence', unit: 'philosophy', title: proofOfCompetence.title },
      ...{ content: proofOfCompetence, defaultLanguage: proofOfCompetence.defaultLanguage },
    });
    await createDesign(deps, groningen.designer, {
      ...{ kind: 'microcredential', unit: 'philosophy', title: microcredential.title },
      ...{ content: microcredential, defaultLanguage: microcredential.defaultLanguage },
    });
    await makePack(deps, officer, own());
    const preview = await previewAdoption(deps, officer, {
      kind: 'proof-of-competence',
      pack: 'house-rules',
    });
    expect(preview.difference).toMatchObject({
      added: [{ id: 'HOUSE-1' }],
      heavier: [{ id: 'NEED-1', before: 'advice' }],
      review: { before: { months: 36 }, after: { months: 12 } },
    });
    expect(preview.underWay).toMatchObject([
      { design: id, state: 'designing', opens: ['NEED-1'], closes: [] },
    ]);
    await adoptPack(deps, officer, { kind: 'proof-of-competence', pack: 'house-rules' });
    const kind = (await listPacks(deps, officer)).kinds[1];
    expect(kind).toMatchObject({ chosen: 'house-rules', inForce: { ref: 'house-rules@1' } });
    expect(kind?.history).toMatchObject([
      { pack: { ref: 'house-rules@1' }, difference: { added: [{ id: 'HOUSE-1' }] } },
    ]);
  });

  it('reads a pack as it is written and as it holds', async () => {
    const { written, whole, own: isOwn } = await showPack(world.deps, officer, { name: 'house-rules@1' });
    expect([written.criteria.length, written.extends, isOwn]).toEqual([1, ['proof-of-competence'], true]);
    expect(whole.criteria.length).toBeGreaterThan(20);
    await expect(showPack(world.deps, officer, { name: 'house-rules' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('sees no pack of another one, chooses none, and builds on none', async () => {
    const { deps, oosterdiep } = world;
    const { packs } = await listPacks(deps, oosterdiep.administrator);
    expect(packs.filter(({ id }) => id === 'house-rules')).toEqual([]);
    await expect(showPack(deps, oosterdiep.administrator, { name: 'house-rules@1' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      adoptPack(deps, oosterdiep.administrator, { kind: 'proof-of-competence', pack: 'house-rules' }),
    ).rejects.toMatchObject({ code: 'quality/pack-unknown' });
    await expect(
      makePack(deps, oosterdiep.administrator, own({ id: 'theirs', extends: ['house-rules'] })),
    ).rejects.toMatchObject({ code: 'quality/pack-faulty', errors: [{ pointer: '/extends/0' }] });
  });

  it('neither makes nor chooses nor previews without the permission for it', async () => {
    const { deps, groningen } = world;
    const asked = { kind: 'proof-of-competence', pack: 'house-rules' } as const;
    for (const act of [makePack(deps, groningen.designer, own({ version: '9' }))])
      await expect(act).rejects.toMatchObject({ code: 'not-allowed' });
    for (const act of [adoptPack, previewAdoption])
      await expect(act(deps, groningen.designer, asked)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a pack', () => {
  const refusal = (over: object) => expect(makePack(world.deps, officer, own(over))).rejects;

  it('never changes, never takes the name of a bundled one, and is never made into the past', async () => {
    await refusal({ gates: [{ step: 'expert', days: 9 }] }).toMatchObject({ code: 'quality/pack-taken' });
    await refusal({ id: 'nl-hbo-wo', version: '2030' }).toMatchObject({ code: 'quality/pack-taken' });
    await refusal({ version: '2' }).toMatchObject({
      errors: [{ pointer: '/validFrom', detail: 'must-begin-later' }],
    });
    await expect(
      makePack(world.deps, officer, own({ version: '2', validFrom: '2026-12-01' })),
    ).resolves.toEqual({ ref: 'house-rules@2' });
  });

  it('is made once and chosen once by whoever presses twice', async () => {
    const twice = own({ id: 'pressed-twice' });
    const made = await Promise.all([
      makePack(world.deps, officer, twice),
      makePack(world.deps, officer, twice),
    ]);
    expect(made).toEqual([{ ref: 'pressed-twice@1' }, { ref: 'pressed-twice@1' }]);
    const choice = { kind: 'proof-of-competence', pack: 'pressed-twice' } as const;
    await Promise.all([adoptPack(world.deps, officer, choice), adoptPack(world.deps, officer, choice)]);
    const { kinds } = await listPacks(world.deps, officer);
    expect(kinds[1]?.history.map(({ pack }) => pack.ref)).toEqual(['pressed-twice@1', 'house-rules@1']);
  });

  it('that comes back to itself is refused at the pack that it extends', async () => {
    await refusal({ id: 'circle', extends: ['eu-minimum', 'circle'] }).toMatchObject({
      errors: [{ pointer: '/extends/1', detail: 'is-not-there' }],
    });
  });

  it('outside of its days, or without a gate, is not chosen', async () => {
    const adopt = (pack: string) =>
      expect(adoptPack(world.deps, officer, { kind: 'microcredential', pack })).rejects;
    await adopt('nl-hbo-wo@2027-05').toMatchObject({ code: 'quality/pack-unknown' });
    await adopt('eu-minimum').toMatchObject({ code: 'quality/pack-unfit' });
    await adopt('nl-mbo').toMatchObject({ code: 'quality/pack-unfit' });
    await adopt('@').toMatchObject({ code: 'quality/pack-unknown' });
  });
});
