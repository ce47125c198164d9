import { describe, expect, it } from 'vitest';
import { bakePng } from './baking/png.ts';
import { bakeSvg } from './baking/svg.ts';
import { tinyPng } from './baking/tiny-png.ts';
import { encodeUtf8 } from './bytes.ts';
import { CREDENTIALS_V2, OPEN_BADGES_2, OPEN_BADGES_3 } from './contexts/urls.ts';
import { detectCredential } from './detect.ts';
import type { Json, JsonObject } from './format.ts';
import { encodeBase64url } from './multibase.ts';
import { compression } from './testing.ts';

const badge = {
  '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
};
const assertion = { '@context': OPEN_BADGES_2, type: 'Assertion', verification: { type: 'hosted' } };
const credential = { '@context': [CREDENTIALS_V2], type: ['VerifiableCredential'] };
const jwt = (payload: Json) =>
  [{ alg: 'ES256' }, payload].map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part)))).join('.') +
  '.AA';

const detect = (input: string | Uint8Array) =>
  detectCredential(compression, typeof input === 'string' ? encodeUtf8(input) : input);

describe('what somebody hands in', () => {
  it.each<[string, string]>([
    ['ob3-data-integrity', JSON.stringify(badge)],
    [
      'ob3-data-integrity',
      `\n  ${JSON.stringify({ ...badge, type: ['VerifiableCredential', 'AchievementCredential'] })}`,
    ],
    ['ob3-jwt', jwt(badge)],
    ['ob3-jwt', jwt({ iss: 'x', vc: badge })],
    ['ob2-hosted', JSON.stringify(assertion)],
    ['ob2-signed', jwt({ ...assertion, verification: { type: 'signed', creator: 'https://a.example/key' } })],
    ['vc', JSON.stringify(credential)],
    ['vp', JSON.stringify({ ...credential, type: 'VerifiablePresentation' })],
    ['clr2', JSON.stringify({ ...credential, type: ['VerifiableCredential', 'ClrCredential'] })],
    ['edc', JSON.stringify({ ...credential, type: ['VerifiableCredential', 'EuropeanDigitalCredential'] })],
    ['unknown', '{"name":"a badge"}'],
    ['unknown', JSON.stringify({ ...badge, '@context': ['https://example.org/v1'] })],
  ])('is %s', async (format, text) => {
    expect(await detect(text)).toMatchObject({ kind: 'document', format, container: 'none' });
  });

  it('may come in a picture', async () => {
    const baked = { keyword: 'openbadgecredential', text: JSON.stringify(badge) } as const;
    expect(await detect(bakePng(tinyPng, baked))).toMatchObject({
      format: 'ob3-data-integrity',
      container: 'png',
    });
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', {
      keyword: 'openbadges',
      text: 'https://a.example/1',
    });
    expect(await detect(svg)).toEqual({ kind: 'url', container: 'svg', url: 'https://a.example/1' });
  });

  it.each<[string, string | Uint8Array, JsonObject]>([
    ['a PDF', '%PDF-1.7 …', { kind: 'unsupported', what: 'pdf' }],
    ['a picture without a badge', tinyPng, { kind: 'unsupported', what: 'empty-image' }],
    [
      'a drawing without a badge',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      { kind: 'unsupported', what: 'empty-image' },
    ],
    ['prose', 'Dear sir', { kind: 'unsupported', what: 'unknown' }],
    ['bytes', Uint8Array.of(0xff, 0xfe, 0), { kind: 'unsupported', what: 'unknown' }],
    ['nothing', '', { kind: 'unsupported', what: 'unknown' }],
    ['a link', ' https://a.example/c/1 ', { kind: 'url', container: 'none', url: 'https://a.example/c/1' }],
  ])('may be %s, and is told so', async (_, input, expected) => {
    expect(await detect(input)).toEqual(expected);
  });

  it.each([
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    [`${jwt({ vct: 'urn:a' })}~WyJhIl0~`, 'sd-jwt-malformed'],
    ['{"a":', 'json-malformed'],
    ['[]', 'not-an-object'],
    ['eyJhbGciOiJFUzI1NiJ9.e30.!', undefined],
  ])('is refused when it is broken: %s', async (text, reason) => {
    if (reason === undefined)
      return expect(await detect(text)).toEqual({ kind: 'unsupported', what: 'unknown' });
    await expect(detect(text)).rejects.toMatchObject({ reason });
  });
});
