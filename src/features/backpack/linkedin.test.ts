import { describe, expect, it } from 'vitest';
import { composeLinkedinUrl, shortCode } from './linkedin.ts';

const facts = {
  title: 'Leergang Digitaal Leiderschap',
  organisation: { id: null, name: 'Rijksuniversiteit Groningen, Campus Fryslân' },
  awardedOn: '2026-05-01',
  expiresOn: null,
  url: 'https://waarmerk.example/c/0123456789abcdefghjkmnpqrs',
  certificateId: '0123-4567',
};

describe('adding to LinkedIn', () => {
  it('names the month of the award day, the first of the month too', () => {
    const url = new URL(composeLinkedinUrl(facts));
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Leergang Digitaal Leiderschap',
      organizationName: 'Rijksuniversiteit Groningen, Campus Fryslân',
      issueYear: '2026',
      issueMonth: '5',
      certUrl: facts.url,
      certId: '0123-4567',
    });
  });

  it('gives an expiry only to what expires, and the organisation by its id when that is known', () => {
    const url = new URL(
      composeLinkedinUrl({ ...facts, organisation: { id: '4242', name: 'x' }, expiresOn: '2030-12-31' }),
    );
    expect(url.searchParams.get('organizationId')).toBe('4242');
    expect(url.searchParams.has('organizationName')).toBe(false);
    expect([url.searchParams.get('expirationYear'), url.searchParams.get('expirationMonth')]).toEqual([
      '2030',
      '12',
    ]);
  });

  it('has a code that can be read out', () => {
    expect(shortCode('0abc1def456789abcdefghjkmn')).toBe('0ABC-1DEF');
  });
});
