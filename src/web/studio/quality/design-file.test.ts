import { expect, it } from 'vitest';
import { templates } from '../templates/templates.ts';
import { composeDesignFile, readDesignFile } from './design-file.ts';

const { content, dossier } = templates['workplace-skill'];

it('a design with its dossier comes back from its file as it was', () => {
  const text = JSON.stringify(composeDesignFile({ content, dossier }));
  expect(readDesignFile(text)).toEqual({ content, dossier });
  expect(readDesignFile(`\u{feff}${text}`)).toEqual({ content, dossier });
});

it('nothing else is taken for a design', () => {
  for (const text of [
    '',
    'no json',
    '[]',
    '{}',
    '{"format":"waarmerk-design","version":1}',
    '{"content":{}}',
  ])
    expect(readDesignFile(text)).toBeUndefined();
});
