import { expect, it } from 'vitest';
import { proofOfCompetence, soundDossier } from '../../../test/support/content.ts';
import { designContentSchema } from '../../features/designs/designs.schema.ts';
import { dossierSchema } from '../../features/quality/dossier.schema.ts';
import { hasShape } from './has-shape.ts';

it('what a person typed wrongly is of the right kind, and is shown again', () => {
  expect(hasShape(designContentSchema, proofOfCompetence)).toBe(true);
  const typed = { ...proofOfCompetence, title: { en: '' }, workload: { ects: 'three' }, more: 1 };
  expect(hasShape(designContentSchema, typed)).toBe(true);
  const [outcome] = Object.keys(soundDossier.outcomes);
  expect(hasShape(dossierSchema, { ...soundDossier, outcomes: { [outcome ?? '']: { eqf: 'ten' } } })).toBe(
    true,
  );
});

it.each([
  ['members where words belong', { title: { en: { x: 'hostile' } } }],
  ['words where members belong', { title: 'hostile' }],
  ['words where rows belong', { participation: 'hostile' }],
  ['members where rows belong', { participation: { x: 'hostile' } }],
  ['words for a row', { outcomes: ['hostile'] }],
  ['members where a choice belongs', { defaultLanguage: { x: 'en' } }],
])('%s are not', (_, hostile) => {
  expect(hasShape(designContentSchema, { ...proofOfCompetence, ...hostile })).toBe(false);
});
