import { describe, expect, it } from 'vitest';
import { readGuideForm, rearrangeGuide } from './read-guide-form.ts';

const formOf = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const sections = readGuideForm(
  formOf({
    'sections.0.code': 'outcomes',
    'sections.0.title.nl': 'Leeruitkomsten',
    'sections.0.text.nl': 'Begin met een werkwoord.\n\n## Voorbeeld',
    'sections.10.code': 'level',
    'sections.2.code': 'size',
    'sections.2.title.en': ' ',
    act: 'save',
  }),
);

describe('the form of the Guide', () => {
  it('says its sections in the order of their rows, empty where nothing was typed', () => {
    expect(sections.map(({ code }) => code)).toEqual(['outcomes', 'size', 'level']);
    expect(sections[0]?.text).toEqual({ nl: 'Begin met een werkwoord.\n\n## Voorbeeld' });
    expect(sections[1]?.title).toEqual({});
  });

  it('adds, moves and takes away sections, and goes on at the row that was touched', () => {
    const codes = (act: string) => {
      const moved = rearrangeGuide(sections, act);
      return [moved?.sections.map(({ code }) => code).join(' '), moved?.focus];
    };
    expect(codes('up:sections:1')).toEqual(['size outcomes level', 0]);
    expect(codes('remove:sections:2')).toEqual(['outcomes size', 1]);
    expect(codes('add:sections:0')).toEqual(['outcomes size level ', 3]);
    expect(codes('cite:workload')).toEqual(['outcomes size level workload', 3]);
  });

  it('is moved by its own buttons alone', () => {
    for (const act of ['publish', 'up:criteria:0', '', 'up:sections:x'])
      expect(rearrangeGuide(sections, act)).toBeUndefined();
  });
});
