import { describe, expect, it } from 'vitest';
import { adaptContent, adaptDossier } from './start-from.ts';
import { templates } from './templates/templates.ts';

const { content, dossier } = templates['case-report'];

describe('a design that begins as a copy', () => {
  it('has its own title and keeps the other languages', () => {
    const begun = { kind: 'proof-of-competence', title: 'Soil and City', defaultLanguage: 'en' } as const;
    const copy = adaptContent(content, begun);
    expect(copy.title).toEqual({ en: 'Soil and City', nl: content.title.nl });
    expect(copy.kind).toBe('proof-of-competence');
    expect(copy.outcomes).toEqual(content.outcomes);
  });

  it('leaves partners, people and days with the one it comes from', () => {
    const begun = { kind: 'microcredential', title: 'X', defaultLanguage: 'en' } as const;
    expect(adaptContent({ ...content, partners: [{ en: 'Campus' }] }, begun)).not.toHaveProperty('partners');
    const copy = adaptDossier({
      ...dossier,
      team: [{ id: 'T1', name: 'A. Bos', role: 'teacher' }],
      delivery: { from: '2027-01-10', until: '2027-02-10' },
    });
    expect(copy.team).toEqual([]);
    expect(copy).not.toHaveProperty('delivery');
    expect(copy.outcomes).toEqual(dossier.outcomes);
  });
});
