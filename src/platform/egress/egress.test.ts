import type { Server as HttpServer, RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EgressSettings } from './index.ts';
import { createEgress, createWebFetch } from './index.ts';

const listen = async (server: HttpServer, host: string, port = 0): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port; // a listening TCP server has no other kind of address
};

describe('an answer', () => {
  let origin = '';
  let stranger = '';
  const openServers: HttpServer[] = [];
  const seen: string[] = [];
  let running = 0;
  let most = 0;

  const routes: Record<string, RequestListener> = {
    '/did.json': (_request, response) => {
      response.setHeader('content-type', 'Application/DID+json; charset=utf-8');
      response.end('{"id":"did:web:x"}');
    },
    '/packed': (_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('unpacked'));
    },
    '/bomb': (_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync(new Uint8Array(64 * 1024 * 1024)));
    },
    '/brotli': (_request, response) => void response.setHeader('content-encoding', 'br').end('x'),
    '/declared': (_request, response) => void response.setHeader('content-length', 5e9).write('x'),
    '/endless': (_request, response) => {
      const pump = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pump);
      pump();
    },
    '/drip': (_request, response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    },
    '/silent': () => undefined,
    '/missing': (_request, response) => void response.writeHead(404).end('no'),
    '/slow': (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response.end('ok');
      }, 30);
    },
    '/echo': (request, response) => void request.pipe(response),
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy());
    },
  };

  const serve: RequestListener = (request, response) => {
    const path = request.url ?? '';
    seen.push(`${request.headers.host}${path}`);
    if (path.startsWith('/to?')) {
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end();
      return;
    }
    const loop = /^\/loop\/(\d+)$/.exec(path);
    if (loop) {
      const left = Number(loop[1]);
      response.writeHead(302, { location: left > 1 ? `/loop/${left - 1}` : '/did.json' }).end();
      return;
    }
    (routes[path] ?? routes['/missing'])?.(request, response);
  };

  beforeAll(async () => {
    openServers.push(createHttpServer(serve), createHttpServer(serve));
    origin = `http://localhost:${await listen(openServers[0] as HttpServer, '127.0.0.1')}`;
    stranger = `http://127.0.0.1:${await listen(openServers[1] as HttpServer, '127.0.0.1')}`;
  });
  afterAll(() => {
    for (const server of openServers) {
      server.close();
      server.closeAllConnections();
    }
  });

  const opened = (settings: EgressSettings = {}) =>
    createEgress({ loopbackOrigins: [origin, 'https://former.example.org'], deadlineMs: 1_500, ...settings });

  test('from our own origin on loopback comes back with its type and its bytes', async () => {
    const answer = await opened().fetch({ url: `${origin}/did.json#key-1` });
    expect(answer).toMatchObject({
      status: 200,
      mediaType: 'application/did+json',
      url: `${origin}/did.json`,
    });
    expect(Buffer.from(answer.bytes).toString()).toBe('{"id":"did:web:x"}');
  });

  test('from another port on loopback is refused', async () => {
    seen.length = 0;
    await expect(opened().fetch({ url: `${stranger}/did.json` })).rejects.toMatchObject({
      reason: 'egress.not-https',
    });
    expect(seen).toEqual([]);
  });

  test('is refused when our own name suddenly resolves to another machine', async () => {
    const egress = opened({ resolve: async () => [{ address: '10.0.0.5', family: 4 }] });
    await expect(egress.fetch({ url: `${origin}/did.json` })).rejects.toMatchObject({
      reason: 'egress.private-address',
    });
  });

  test('that says 404 is an answer', async () => {
    expect((await opened().fetch({ url: `${origin}/nothing` })).status).toBe(404);
  });

  test('behind three redirects is found, behind four it is not', async () => {
    expect((await opened().fetch({ url: `${origin}/loop/3` })).url).toBe(`${origin}/did.json`);
    await expect(opened().fetch({ url: `${origin}/loop/4` })).rejects.toMatchObject({
      reason: 'egress.too-many-redirects',
    });
  });

  test.each([
    ['the same machine', () => `${stranger}/did.json`, 'egress.not-https'],
    ['a private address', () => 'https://10.0.0.1/', 'egress.private-address'],
    ['the metadata address', () => 'https://169.254.169.254/latest', 'egress.private-address'],
    ['loopback in decimal', () => `https://2130706433/`, 'egress.private-address'],
    ['a file', () => 'file:///etc/passwd', 'egress.not-https'],
    ['no address at all', () => 'https://', 'egress.url-malformed'],
  ])('that redirects to %s is refused', async (_what, target, reason) => {
    seen.length = 0;
    const url = `${origin}/to?${encodeURIComponent(target())}`;
    await expect(opened().fetch({ url })).rejects.toMatchObject({ reason });
    expect(seen).toHaveLength(1);
  });

  test('that is packed comes back unpacked', async () => {
    expect(Buffer.from((await opened().fetch({ url: `${origin}/packed` })).bytes).toString()).toBe(
      'unpacked',
    );
  });

  test.each([
    ['/bomb', 'egress.too-large'],
    ['/declared', 'egress.too-large'],
    ['/endless', 'egress.too-large'],
    ['/brotli', 'egress.encoding'],
    ['/drip', 'egress.timeout'],
    ['/silent', 'egress.timeout'],
    ['/cut', 'egress.unreachable'],
  ])('of %s is cut with the reason %s', async (path, reason) => {
    await expect(opened().fetch({ url: `${origin}${path}` })).rejects.toMatchObject({ reason });
  });

  test('may be asked to be smaller, never larger, than the ceiling', async () => {
    await expect(opened().fetch({ url: `${origin}/did.json`, maxBytes: 4 })).rejects.toMatchObject({
      reason: 'egress.too-large',
    });
    await expect(opened().fetch({ url: `${origin}/endless`, maxBytes: 1e9 })).rejects.toMatchObject({
      reason: 'egress.too-large',
    });
  });

  test.each([2, 5])('comes from one host to at most %i at once', async (maxPerHost) => {
    most = 0;
    const egress = opened({ maxPerHost });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => egress.fetch({ url: `${origin}/slow` })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(most).toBe(maxPerHost);
  });

  test('that cannot be waited for does not hold up the line', async () => {
    const egress = opened({ maxPerHost: 1, deadlineMs: 150 });
    const asked = ['/silent', '/silent', '/silent'].map((path) => egress.fetch({ url: `${origin}${path}` }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.reason)).toEqual(
      outcomes.map(() => 'egress.timeout'),
    );
    expect((await egress.fetch({ url: `${origin}/did.json` })).status).toBe(200);
  });

  test('of nobody is unreachable', async () => {
    const egress = createEgress({ loopbackOrigins: ['http://127.0.0.1:9'] });
    await expect(egress.fetch({ url: 'http://127.0.0.1:9/' })).rejects.toMatchObject({
      reason: 'egress.unreachable',
    });
  });

  test('reaches a library through the shape of fetch, with what it posted', async () => {
    const webFetch = createWebFetch(opened());
    const response = await webFetch(`${origin}/echo`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(await response.text()).toBe('a=b');
    await expect(webFetch('https://127.0.0.1/')).rejects.toMatchObject({ reason: 'egress.private-address' });
  });
});
