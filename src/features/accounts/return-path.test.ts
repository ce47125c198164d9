import { describe, expect, test } from 'vitest';
import { keepOwnPath } from './return-path.ts';

describe('where to go after signing in', () => {
  test.each(['/', '/backpack', '/claim/abc?x=1&y=%2F%2F#part', '/studio/designs/a.b', '/zoeken?q=caf%C3%A9'])(
    '%s is a path of our own',
    (path) => {
      expect(keepOwnPath(path)).toBe(path);
    },
  );

  test.each([
    'https://evil.example',
    'HTTPS://evil.example/backpack',
    '//evil.example',
    '///evil.example',
    '////evil.example/%2e%2e',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/x/%2e%2E//evil.example',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http:evil.example',
    'evil.example',
    '.evil.example',
    '@evil.example',
    '?next=https://evil.example',
    '/auth/start/learner?link=1',
    '/api/v1/session',
    `/${'a'.repeat(2_000)}`,
    '/\u0000/x',
    '',
    undefined,
    null,
    ['/backpack', '//evil.example'],
    { toString: () => '//evil.example' },
  ])('%j leads home', (wish) => {
    expect(keepOwnPath(wish)).toBe('/');
  });

  test('what is kept is read by a browser as a path of this host', () => {
    for (const wish of [
      '/x',
      '/@evil.example',
      '/:80',
      '/%09/evil.example',
      '/%5cevil.example',
      '/x/../y',
      '/;//e',
    ]) {
      const kept = keepOwnPath(wish);
      expect(new URL(kept, 'https://own.example/here').host).toBe('own.example');
      expect(new URL(new URL(kept, 'https://own.example').pathname, 'https://own.example').host).toBe(
        'own.example',
      );
    }
  });
});
