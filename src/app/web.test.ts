import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerWeb } from './web.ts';

const root = join(import.meta.dirname, '../..');
let app: FastifyInstance;
let asked: (string | undefined)[] = [];

beforeAll(async () => {
  if (!existsSync(join(root, 'build/server/index.js'))) {
    const reactRouter = join(root, 'node_modules/@react-router/dev/bin.cjs');
    execFileSync(process.execPath, [reactRouter, 'build'], { cwd: root, stdio: 'ignore' });
  }
  app = Fastify();
  app.get('/api/v1/session', async ({ headers }) => {
    asked.push(headers.cookie);
    return headers.cookie?.includes('session=sanne')
      ? { person: { id: '1', name: 'Sanne Visser' } }
      : { person: null };
  });
  await registerWeb(app, { publicUrl: 'http://localhost:3000', demo: true });
}, 60_000);

afterAll(() => app.close());

function get(url: string, headers: Record<string, string> = {}) {
  asked = [];
  return app.inject({ url, headers: { host: 'localhost:3000', ...headers } });
}

describe('a public page', () => {
  test('carries no framework scripts, no inline script and no inline style', async () => {
    const { body, statusCode } = await get('/');
    expect(statusCode).toBe(200);
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toContain('src="/behaviours/frame.js"');
    expect(body).not.toMatch(/ style="/);
    expect(body).toContain('Proof of what someone can do');
  });

  test('speaks the language that is asked for, and remembers a choice', async () => {
    const dutch = await get('/about?lang=nl');
    expect(dutch.body).toContain('<html lang="nl"');
    expect(dutch.headers['set-cookie']).toContain('lang=nl; Path=/');
    expect((await get('/about', { cookie: 'lang=nl' })).body).toContain('Over Waarmerk');
    expect((await get('/about', { 'accept-language': 'en' })).headers['set-cookie']).toBeUndefined();
  });

  test('shows who is signed in, and to others how to', async () => {
    expect((await get('/about', { cookie: 'session=sanne' })).body).toContain('Sanne Visser');
    expect((await get('/about')).body).toContain('Sign in');
  });

  test('says that what it shows is a demonstration', async () => {
    expect((await get('/about')).body).toContain('Titles and units are real');
  });
});

describe('a page under /c/', () => {
  test('is the same for every cookie, and sets none', async () => {
    const plain = await get('/c/abcdefghjkmnpqrstvwxyz0123');
    const visited = await get('/c/abcdefghjkmnpqrstvwxyz0123', {
      cookie: 'session=sanne; lang=nl; theme=dark; message=x',
    });
    expect(asked).toEqual([]);
    expect(withoutNonces(visited.body)).toBe(withoutNonces(plain.body));
    expect(visited.headers['set-cookie']).toBeUndefined();
    expect((await get('/c/abc?lang=nl')).headers['set-cookie']).toBeUndefined();
  });

  test('differs by language, which is no cookie', async () => {
    expect((await get('/c/abc?lang=nl')).body).toContain('Op dit adres staat niets');
  });
});

function withoutNonces(html: string): string {
  return html.replace(/nonce="[^"]*"/g, '');
}

describe('what is not there', () => {
  test('is a page in words with status 404', async () => {
    const { statusCode, body } = await get('/no/such/page');
    expect(statusCode).toBe(404);
    expect(body).toContain('There is nothing at this address');
    expect(body).toContain('noindex');
  });

  test('is no page when a program asks the API', async () => {
    const { statusCode, headers } = await get('/api/v1/nothing');
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/json');
  });
});

describe('a form', () => {
  const send = (origin: string) =>
    app.inject({
      method: 'POST',
      url: '/about',
      headers: { host: 'localhost:3000', origin },
      payload: 'a=b',
    });

  test('that another site sends is refused before anything is done', async () => {
    expect((await send('https://evil.example')).statusCode).toBe(400);
    expect((await send('http://localhost:3001')).statusCode).toBe(400);
  });

  test('of our own reaches its page', async () => {
    // 405: the page exists and has no action, which it could only say after the check of the origin.
    expect((await send('http://localhost:3000')).statusCode).toBe(405);
  });
});

describe('the files of the pages', () => {
  test('that carry a digest in their name may be kept for ever, others not', async () => {
    const [, asset = ''] = /href="(\/assets\/[^"]+\.css)"/.exec((await get('/')).body) ?? [];
    expect((await get(asset)).headers['cache-control']).toContain('immutable');
    const behaviour = await get('/behaviours/frame.js');
    expect(behaviour.headers['content-type']).toContain('javascript');
    expect(behaviour.headers['cache-control']).not.toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('private, no-cache');
  });
});
