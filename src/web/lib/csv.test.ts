import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('no cell is read as a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
    expect(toCsv([[text]])).toBe(`\u{feff}"'${text}"\r\n`);
});

test('quotes, commas and lines of a text stay in its cell', () => {
  expect(toCsv([['a "b", c\nd', 'e']])).toBe('\u{feff}"a ""b"", c\nd","e"\r\n');
});
