import { describe, expect, test } from 'vitest';
import { composePatterns, composeSearchText, foldText } from './search-words.ts';

describe('words are compared', () => {
  test('without capitals, accents and strokes', () => {
    expect(foldText('Fryslân Ærø Łódź STRAẞE İstanbul')).toBe('fryslan aero lodz strasse istanbul');
  });

  test('in Greek and Cyrillic too', () => {
    expect(foldText('Εκπαίδευση λόγος')).toBe('εκπαιδευση λογοσ');
    expect(composeSearchText(['Образование'])).toBe(' образование');
  });

  test('each once, and by their beginnings', () => {
    expect(composeSearchText(['Land, land and water'])).toBe(' land and water');
    expect(composePatterns('Wat la')).toEqual(['% wat%', '% la%']);
  });
});

test('signs that mean something to the database are no part of a word', () => {
  expect(composePatterns("100%_ \\' OR 1=1")).toEqual(['% 100%', '% or%', '% 1%', '% 1%']);
});
