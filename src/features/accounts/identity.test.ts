import { describe, expect, it, test } from 'vitest';
import { keepToScopes, normaliseName, readIdentity } from './identity.ts';

const read = (claims: Record<string, unknown>) =>
  readIdentity({ issuer: 'https://idp.example', subject: 's', idToken: {}, claims });

describe('what a provider says of a person', () => {
  test('an address counts when the provider verified it, written as awards write it', () => {
    const email = ' Cafe\u0301@Example.ORG ';
    expect(read({ email, email_verified: true }).addresses).toEqual(['caf\u00e9@example.org']);
  });

  test.each([false, 'true', 1, undefined, null, { verified: true }])(
    'an address whose verification is %j does not',
    (email_verified) => {
      expect(read({ email: 'sanne@example.org', email_verified }).addresses).toEqual([]);
    },
  );

  test.each([
    'a@b@c',
    'sanne',
    '<sanne@example.org>',
    'x@example.org\r\nBcc: y@example.org',
    ['a@example.org'],
    'a\0@b.nl',
  ])('%j is no address, whoever verified it', (email) => {
    expect(read({ email, email_verified: true }).addresses).toEqual([]);
  });

  test('identifiers are lower case', () => {
    const { identifiers } = read({
      eduperson_principal_name: 'P123@RUG.Example',
      eduid: 'A1-B2',
      uids: ['x'],
    });
    expect(identifiers).toEqual(['p123@rug.example', 'a1-b2']);
  });

  test('a name is one line of what can be seen', () => {
    expect(read({ name: ' Jan\n de\tVries\u202e ' }).name).toBe('Jan de Vries');
    expect(read({ given_name: 'Søren', family_name: 'Kjær' }).name).toBe('Søren Kjær');
    expect(read({ name: '\u202e', given_name: 7 }).name).toBeUndefined();
    expect(normaliseName('x'.repeat(500))).toHaveLength(200);
  });
});

describe('a provider of one institution', () => {
  const stated = {
    issuer: 'https://idp.example',
    subject: 's',
    name: 'S',
    addresses: ['s@rug.example', 's@student.rug.example', 's@oosterdiep.example', 's@notrug.example'],
    identifiers: ['p1@rug.example', 'p1@oosterdiep.example', 'no-scope'],
  };

  it('speaks for its own names and no others', () => {
    const kept = keepToScopes(stated, ['rug.example']);
    expect(kept.addresses).toEqual(['s@rug.example', 's@student.rug.example']);
    expect(kept.identifiers).toEqual(['p1@rug.example']);
  });

  it('without a scope speaks for nobody, and the provider of learners for whoever it verified', () => {
    expect(keepToScopes(stated, [])).toMatchObject({ addresses: [], identifiers: [] });
    expect(keepToScopes(stated, null)).toEqual(stated);
  });
});
