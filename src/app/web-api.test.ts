import Fastify, { type FastifyRequest } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { callOwnApi, openCookieJar } from './web-api.ts';

const app = Fastify();
app.get('/api/v1/whoami', async ({ headers, ip }) => ({ headers, ip }));
app.post('/api/v1/things', async ({ body, headers }, reply) => {
  reply.header('set-cookie', ['session=new; HttpOnly; Path=/', 'old=; Max-Age=0']);
  return reply.code(201).send({ body, type: headers['content-type'] });
});
app.delete('/api/v1/things', async (_request, reply) => reply.code(204).send());

const headers = {
  cookie: 'session=abc; old=1',
  origin: 'https://evil.example',
  'user-agent': 'A browser',
  accept: 'text/html',
};
// What callOwnApi reads of a request: its headers and its address.
const request = { headers, ip: '203.0.113.7' } as unknown as FastifyRequest;

function visit() {
  const jar = openCookieJar(headers.cookie);
  return {
    jar,
    call: (path: string, init?: RequestInit) => callOwnApi(app, { request, jar, locale: 'nl' }, path, init),
  };
}

afterEach(() => expect(headers.cookie).toBe('session=abc; old=1'));

describe('a page that calls the API', () => {
  test('calls as its caller: cookies, address, language, and where the form came from', async () => {
    const answer = await (await visit().call('/api/v1/whoami')).json();
    expect(answer.ip).toBe('203.0.113.7');
    expect(answer.headers).toMatchObject({
      cookie: 'session=abc; old=1',
      origin: 'https://evil.example',
      'user-agent': 'A browser',
      'accept-language': 'nl',
    });
    expect(answer.headers.accept).toBeUndefined();
  });

  test('hands the cookies of the answer to the browser, and uses them in its next call', async () => {
    const { jar, call } = visit();
    await call('/api/v1/things', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(jar.received()).toEqual(['session=new; HttpOnly; Path=/', 'old=; Max-Age=0']);
    const next = await (await call('/api/v1/whoami')).json();
    expect(next.headers.cookie).toBe('session=new');
  });

  test('sends a body with its type, and reads an answer without one', async () => {
    const { call } = visit();
    const sent = await call('/api/v1/things', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(sent.status).toBe(201);
    expect(await sent.json()).toEqual({ body: { a: 1 }, type: 'application/json' });
    expect((await call('/api/v1/things', { method: 'DELETE' })).status).toBe(204);
  });

  test('reaches nothing but the API', async () => {
    await expect(visit().call('/c/abc')).rejects.toThrow('Pages may call the API only');
    await expect(visit().call('https://evil.example/api/')).rejects.toThrow('Pages may call the API only');
  });

  test('without cookies sends none', async () => {
    const jar = openCookieJar(undefined);
    const answer = await callOwnApi(app, { request, jar, locale: 'en' }, '/api/v1/whoami');
    expect((await answer.json()).headers.cookie).toBeUndefined();
  });
});
