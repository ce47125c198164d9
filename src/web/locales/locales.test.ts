import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTranslate } from '../lib/i18n.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

type Texts = Readonly<Record<string, string>>;

/** Everything in which a translation differs from the original in a way a reader would stumble over. */
function findFaults(original: Texts, translation: Texts): string[] {
  const keys = new Set([...Object.keys(original), ...Object.keys(translation)]);
  return [...keys].flatMap((key) => {
    const [one, other] = [original[key], translation[key]];
    if (one === undefined || other === undefined) return [`${key}: missing`];
    if (one.trim() === '' || other.trim() === '') return [`${key}: empty`];
    return slots(one) === slots(other) ? [] : [`${key}: ${slots(one)} against ${slots(other)}`];
  });
}

function slots(text: string): string {
  const names = text.match(/{{[^}]*}}|<\/?[a-z]+>/g) ?? [];
  return [...names].sort().join(' ');
}

describe('the two languages of the interface', () => {
  test('have the same keys, no empty text and the same slots', () => {
    expect(findFaults(en, nl)).toEqual([]);
  });

  test('a missing key, an empty text and a lost slot are caught', () => {
    const original = { a: 'A', b: 'B', c: '{{count}} rows' };
    expect(findFaults(original, { a: 'A', b: '', c: 'rijen' })).toEqual([
      'b: empty',
      'c: {{count}} against ',
    ]);
    expect(findFaults(original, { a: 'A', c: '{{count}}' })).toEqual(['b: missing']);
  });

  test('no key stands in two files, where one would silently win', () => {
    const keys = readdirSync(join(import.meta.dirname, 'en')).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(join(import.meta.dirname, 'en', file), 'utf8'))),
    );
    expect(keys.length).toBe(new Set(keys).size);
    expect(new Set(keys)).toEqual(new Set(Object.keys(en)));
  });

  test('count, plural and number follow the language', () => {
    const english = makeTranslate('en', en);
    const dutch = makeTranslate('nl', nl);
    expect(english('verdict.verified', { count: 8 })).toBe('Verified. All 8 required checks passed.');
    expect(dutch('verdict.verified', { count: 8 })).toBe(
      'Gecontroleerd. Alle 8 vereiste controles zijn geslaagd.',
    );
    expect(english('verdict.warnings', { count: 1 })).toContain('1 warning.');
    expect(english('award.waiting', { count: 1196, time: '15:02' })).toContain('1,196 awards');
    expect(dutch('award.waiting', { count: 1196, time: '15:02' })).toContain('1.196 toekenningen');
    expect(dutch('load.ects', { amount: 5.5 })).toBe('5,5 EC');
  });
});
