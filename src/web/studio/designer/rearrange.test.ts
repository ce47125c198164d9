import { describe, expect, it } from 'vitest';
import type { DesignContent } from '../../../formats/facts.ts';
import { considerDraft } from './considerations.ts';
import { withoutLanguage } from './languages.ts';
import { parseRearrangement, rearrange } from './rearrange.ts';

const draft: DesignContent = {
  kind: 'microcredential',
  defaultLanguage: 'en',
  title: { en: 'Reading', id: 'Membaca' },
  description: {},
  outcomes: [
    { id: 'LO1', text: { en: 'Understand seals', id: 'Memahami' } },
    { id: 'LO3', text: { en: 'Read a charter' } },
  ],
  assessments: [
    { id: 'A1', title: { en: 'Essay' }, type: '2939dae15f', supervision: 'c598449d64', weight: 60 },
    { id: 'A2', title: { en: 'Oral' }, type: 'd30284d7df', supervision: '70be69aaf9', weight: 40 },
  ],
  provenBy: [{ outcome: 'LO1', assessment: 'A1', coverage: 'full' }],
  workload: {},
  level: {},
  participation: [],
  instructionLanguages: [],
  gradeScheme: { scheme: 'pass-fail' },
};

function press(button: string) {
  const asked = parseRearrangement(button);
  if (!asked) throw new Error(`${button} is no button of the designer`);
  return rearrange(draft, asked);
}

describe('rows of a design', () => {
  it('change places, and the reader goes on at the row that was moved', () => {
    const { content, focus } = press('up:outcomes:1');
    expect(content.outcomes.map(({ id }) => id)).toEqual(['LO3', 'LO1']);
    expect(focus).toBe('LO3');
  });

  it('stay where they are at the ends', () => {
    expect(press('up:outcomes:0').content).toEqual(draft);
    expect(press('down:outcomes:1').content).toEqual(draft);
  });

  it('never get the id of another row', () => {
    expect(press('add:outcomes').content.outcomes.at(-1)?.id).toBe('LO4');
  });

  it('take their cells of the matrix with them when they go', () => {
    expect(press('remove:assessments:0').content.provenBy).toEqual([]);
    expect(press('remove:assessments:1').content.provenBy).toEqual(draft.provenBy);
  });

  it('are moved by buttons of the designer alone', () => {
    for (const text of ['up:title:0', 'drop:outcomes:0', 'up:outcomes:-1', '', 'up'])
      expect(parseRearrangement(text)).toBeUndefined();
  });
});

describe('a language that is taken away', () => {
  it('takes its texts, and no member that happens to have its name', () => {
    const left = withoutLanguage(draft, 'id');
    expect(left.title).toEqual({ en: 'Reading' });
    expect(left.outcomes[0]).toEqual({ id: 'LO1', text: { en: 'Understand seals' } });
  });
});

describe('what a colleague would remark', () => {
  it('names verbs that nobody can observe, idle assessments, and a result without supervision', () => {
    expect(considerDraft(draft).map(({ kind }) => kind)).toEqual([
      'unobservable',
      'proves-nothing',
      'unsupervised',
      'untranslated',
    ]);
  });

  it('is nothing about a draft without these', () => {
    const sound: DesignContent = {
      ...withoutLanguage(draft, 'id'),
      outcomes: [{ id: 'LO1', text: { en: 'Explain seals' } }],
      assessments: draft.assessments.slice(1).map((one) => ({ ...one, weight: 100 })),
      provenBy: [{ outcome: 'LO1', assessment: 'A2', coverage: 'full' }],
    };
    expect(considerDraft(sound)).toEqual([]);
  });
});
