import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../web/locales/en.ts';
import { nl } from '../../web/locales/nl.ts';
import { REASONS } from './reasons.ts';

const wordsOf = (reason: string) => [`quality.reasons.${reason}.what`, `quality.reasons.${reason}.mend`];

describe('the reasons of findings', () => {
  test('each say in both languages what is wrong and how to mend it', () => {
    const keys = REASONS.flatMap(wordsOf);
    for (const texts of [en, nl]) expect(keys.filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  });

  test('have no words for a reason that nobody gives', () => {
    const told = Object.keys(en).filter((key) => key.startsWith('quality.reasons.'));
    expect(told.filter((key) => !REASONS.flatMap(wordsOf).includes(key))).toEqual([]);
    const sources = readdirSync(join(import.meta.dirname, 'checks'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(import.meta.dirname, 'checks', file), 'utf8'))
      .join('\n');
    expect(REASONS.filter((reason) => !sources.includes(`'${reason}'`))).toEqual([]);
  });
});
