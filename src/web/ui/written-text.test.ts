import { expect, test } from 'vitest';
import { readBlocks } from './written-text.tsx';

test('a written text has headings, lists and paragraphs, and no other markup', () => {
  expect(readBlocks('First line\nsecond line\n\n## A heading\n- one\n- two\n\n<b>bold</b>')).toEqual([
    { kind: 'paragraph', lines: ['First line', 'second line'] },
    { kind: 'heading', lines: ['A heading'] },
    { kind: 'list', lines: ['one', 'two'] },
    { kind: 'paragraph', lines: ['<b>bold</b>'] },
  ]);
});
