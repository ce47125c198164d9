import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { refuseForeignForms } from './refuse-foreign-forms.ts';

const guard = refuseForeignForms('https://badges.example');
const ask = (headers: Record<string, string>, method = 'POST') =>
  guard({
    method,
    host: 'badges.example',
    headers: { cookie: 'session=x', ...headers },
  } as unknown as FastifyRequest);

describe('a form that comes with the session', () => {
  it('is taken from our own pages, also from one that hides where it is', async () => {
    await expect(ask({ origin: 'https://badges.example' })).resolves.toBeUndefined();
    await expect(ask({ origin: 'null', 'sec-fetch-site': 'same-origin' })).resolves.toBeUndefined();
    await expect(ask({ origin: 'http://badges.example' })).resolves.toBeUndefined();
  });

  it('is refused from anywhere else', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://badges.example.evil.example' },
      { origin: 'https://badges.example', 'sec-fetch-site': 'cross-site' },
    ]) {
      await expect(ask(headers)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('is no matter when nothing is changed, or no session is brought', async () => {
    await expect(ask({ origin: 'https://evil.example' }, 'GET')).resolves.toBeUndefined();
    await expect(
      guard({
        method: 'POST',
        host: 'badges.example',
        headers: { origin: 'https://evil.example' },
      } as unknown as FastifyRequest),
    ).resolves.toBeUndefined();
  });
});
