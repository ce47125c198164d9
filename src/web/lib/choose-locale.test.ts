import { describe, expect, test } from 'vitest';
import { chooseLocale, isCookieless } from './choose-locale.ts';

function choose(path: string, cookie?: string, acceptLanguage?: string) {
  return chooseLocale({ url: new URL(path, 'http://localhost:3000'), cookie, acceptLanguage });
}

describe('the language of a page', () => {
  test('is what the address asks for, before cookie and browser', () => {
    expect(choose('/catalogue?lang=nl', 'en', 'en')).toBe('nl');
  });

  test('is the remembered choice, before the browser', () => {
    expect(choose('/catalogue', 'nl', 'en-GB')).toBe('nl');
  });

  test('is what the browser prefers, by weight', () => {
    expect(choose('/catalogue', undefined, 'de, en;q=0.5, nl-NL;q=0.9')).toBe('nl');
    expect(choose('/catalogue', undefined, 'nl;q=0, en;q=0.1')).toBe('en');
  });

  test('is English when nothing known is asked for', () => {
    expect(choose('/catalogue?lang=xx', 'xx', 'fr')).toBe('en');
    expect(choose('/catalogue')).toBe('en');
  });

  test('of a public credential depends on no cookie', () => {
    expect(choose('/c/abc', 'nl', 'en')).toBe('en');
    expect(choose('/c/abc?lang=nl', undefined, 'en')).toBe('nl');
    expect(isCookieless('/catalogue')).toBe(false);
  });
});
