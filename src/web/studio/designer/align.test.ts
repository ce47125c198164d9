import { describe, expect, test } from 'vitest';
import type { DesignContent } from '../../../formats/facts.ts';
import { addAlignment, alignmentsOf, parseAlignAct, readAlignment, removeAlignment } from './align.ts';
import { applyForm } from './read-form.ts';

const skill = { targetName: 'Swim', targetUrl: 'https://skills.example/1' };
const content = {
  outcomes: [
    { id: 'LO1', text: { en: 'One' } },
    { id: 'LO2', text: { en: 'Two' } },
  ],
} as Partial<DesignContent> as DesignContent; // what these functions look at

describe('a skill', () => {
  test('is put at the outcome it was looked for, once', () => {
    const once = addAlignment(content, 'LO2', skill);
    expect(alignmentsOf(once, 'LO2')).toEqual([skill]);
    expect(alignmentsOf(once, 'LO1')).toEqual([]);
    expect(addAlignment(once, 'LO2', { ...skill, targetName: 'Again' })).toBe(once);
  });

  test('stays at its outcome when other words are typed there', () => {
    const form = new FormData();
    form.set('content.outcomes.0.id', 'LO2');
    form.set('content.outcomes.0.text.en', 'Other words');
    const typed = applyForm(addAlignment(content, 'LO2', skill), 'outcomes', form);
    expect(typed.outcomes).toEqual([{ id: 'LO2', text: { en: 'Other words' }, alignments: [skill] }]);
  });

  test('is put at the design, and taken away again', () => {
    const added = addAlignment(content, 'design', skill);
    expect(added.skills).toEqual([skill]);
    expect(removeAlignment(added, 'design', 0).skills).toEqual([]);
  });

  test('comes with its framework and code, or without', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...skill, targetFramework: '', targetCode: 'S1' }))
      form.set(name, value);
    expect(readAlignment(form)).toEqual({ ...skill, targetCode: 'S1' });
  });

  test.each(['', 'save', 'find:', 'find:1', 'unalign:LO1:x', 'find:__proto__'])(
    'is not asked for by "%s"',
    (act) => {
      expect(parseAlignAct(act)).toBeUndefined();
    },
  );
});
