import { describe, expect, it } from 'vitest';
import { designContentSchema } from '../../../features/designs/designs.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';
import { applyForm } from './read-form.ts';

const draft: DesignContent = {
  kind: 'microcredential',
  defaultLanguage: 'nl',
  title: { nl: 'Oud Nederlands lezen', en: 'Reading Old Dutch' },
  description: {},
  outcomes: [
    {
      id: 'LO1',
      text: { nl: 'Een oorkonde lezen' },
      alignments: [{ targetName: 'read', targetUrl: 'https://example.org/read' }],
    },
  ],
  assessments: [],
  provenBy: [],
  workload: { ects: 5 },
  level: {},
  participation: ['9191af2ed9'],
  instructionLanguages: ['nl'],
  gradeScheme: { scheme: 'pass-fail' },
};

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('what a form of the designer says', () => {
  it('changes its own section and nothing else', () => {
    const typed = applyForm(
      draft,
      'level',
      formOf({ 'content.level.eqf': '7', 'content.title.nl': 'Gekaapt' }),
    );
    expect(typed).toEqual({ ...draft, level: { eqf: 7 } });
  });

  it('takes a decimal comma, and leaves what is no number for the server to refuse', () => {
    expect(applyForm(draft, 'workload', formOf({ 'content.workload.ects': '5,5' })).workload).toEqual({
      ects: 5.5,
    });
    const wrong = applyForm(draft, 'workload', formOf({ 'content.workload.ects': 'veel' }));
    expect(wrong.workload).toEqual({ ects: 'veel' });
    expect(designContentSchema.safeParse(wrong).success).toBe(false);
  });

  it('empties what was emptied', () => {
    const typed = applyForm(draft, 'form', formOf({ 'content.participation': '920fbb3cbe' }));
    expect(typed.participation).toEqual(['920fbb3cbe']);
    expect(typed.instructionLanguages).toEqual([]);
    expect(applyForm(draft, 'workload', formOf({ 'content.workload.ects': ' ' })).workload).toEqual({});
  });

  it('keeps the links of an outcome, which stand in no field', () => {
    const typed = applyForm(
      draft,
      'outcomes',
      formOf({ 'content.outcomes.0.id': 'LO1', 'content.outcomes.0.text.nl': 'Een zegel duiden' }),
    );
    expect(typed.outcomes).toEqual([{ ...draft.outcomes[0], text: { nl: 'Een zegel duiden' } }]);
  });

  it('keeps rows in their order, also past the tenth', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`content.outcomes.${at}.id`, `LO${at + 1}`]),
    );
    const typed = applyForm(draft, 'outcomes', formOf(fields));
    expect(typed.outcomes.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => `LO${at + 1}`));
  });

  it('gives the server content that it can store, for every section, from an empty form', () => {
    for (const section of [
      'summary',
      'outcomes',
      'assessments',
      'alignment',
      'workload',
      'quality',
      'leads-to',
      'more',
    ] as const) {
      const typed = applyForm(draft, section, formOf({ 'content.gradeScheme.scheme': 'pass-fail' }));
      expect(designContentSchema.safeParse(typed).error?.issues ?? []).toEqual([]);
    }
  });

  it('keeps the levels of a rubric that have a name, and numbers them anew', () => {
    const typed = applyForm(
      draft,
      'assessments',
      formOf({
        'content.gradeScheme.scheme': 'rubric',
        'content.gradeScheme.passMark': '6',
        'content.gradeScheme.levels.0.name.en': 'Beginning',
        'content.gradeScheme.levels.1.description.en': 'Nobody named this one.',
        'content.gradeScheme.levels.2.name.en': 'Competent',
        'content.gradeScheme.required': 'R2',
      }),
    );
    expect(typed.gradeScheme).toEqual({
      scheme: 'rubric',
      levels: [
        { code: 'R1', name: { en: 'Beginning' } },
        { code: 'R2', name: { en: 'Competent' } },
      ],
      required: 'R2',
    });
  });
});
