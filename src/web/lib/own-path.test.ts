import { expect, test } from 'vitest';
import { keepOwnPath } from './own-path.ts';

test('an address from a query leads nowhere else', () => {
  expect(keepOwnPath('/backpack?struck=1#share')).toBe('/backpack?struck=1#share');
  for (const asked of [
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ])
    expect(keepOwnPath(asked)).toBe('/');
});
