import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../features/designs/index.ts';
import { dossierSchema } from '../../../features/quality/dossier.schema.ts';
import { countTexts, languagesOf } from '../designer/languages.ts';
import { composeOutcome } from '../quality/compose-outcome.ts';
import { sumWorkload } from '../quality/sum-workload.ts';
import { templates } from './templates.ts';

describe.each(Object.entries(templates))('the template %s', (_name, { content, dossier }) => {
  test('is a design and a dossier as they are saved', () => {
    expect(parseContent(content)).toEqual(content);
    expect(dossierSchema.parse(dossier)).toEqual(dossier);
  });

  test('says everything in both languages', () => {
    expect(languagesOf(content)).toEqual(['en', 'nl']);
    for (const language of ['en', 'nl']) {
      const { done, all } = countTexts(content, language);
      expect(done).toBe(all);
    }
    const texts = JSON.stringify(dossier);
    expect(texts.match(/"en":/g)?.length).toBe(texts.match(/"nl":/g)?.length);
  });

  test('has hours that come to its load', () => {
    expect(sumWorkload(dossier.workload.activities, content.workload).difference).toBe(0);
  });

  test('proves every outcome, with weights that come to a hundred', () => {
    for (const { id } of content.outcomes)
      expect(content.provenBy.some(({ outcome }) => outcome === id)).toBe(true);
    expect(content.provenBy.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBe(100);
    for (const { id, weight } of content.assessments)
      expect(
        content.provenBy
          .filter(({ assessment }) => assessment === id)
          .reduce((sum, one) => sum + (one.weight ?? 0), 0),
      ).toBe(weight);
  });

  test('builds its English outcomes from the parts in its dossier', () => {
    for (const { id } of content.outcomes)
      expect(Object.keys(composeOutcome(dossier.outcomes[id], ['en', 'nl']))).toEqual(['en', 'nl']);
  });
});
