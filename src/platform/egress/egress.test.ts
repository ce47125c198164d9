import type { Server as HttpServer, RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EgressSettings } from './index.ts';
import { createEgress, createWebFetch } from './index.ts';

const listen = async (server: Server | HttpServer, host: string, port = 0): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port; // a listening TCP server has no other kind of address
};

describe('an address that is not the outside world', () => {
  let connections = 0;
  const onConnection = (socket: { destroy: () => void }) => {
    connections += 1;
    socket.destroy();
  };
  const canaries = [createServer(onConnection), createServer(onConnection)];
  let port = 0;

  beforeAll(async () => {
    port = await listen(canaries[0] as Server, '0.0.0.0');
    await listen(canaries[1] as Server, '::1', port).catch(() => undefined); // a host without IPv6
  });
  afterAll(() => {
    for (const canary of canaries) canary.close();
  });

  const egressTo = (answers: readonly string[]) => {
    let call = 0;
    const resolve = async () => {
      const list = (answers[Math.min(call++, answers.length - 1)] ?? '').split(' ');
      return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    };
    return createEgress({ ports: [443, port], deadlineMs: 2_000, resolve });
  };

  const literals = [
    ...[
      '127.0.0.1',
      '127.1',
      '127.0.1',
      '127.255.255.254',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '0x7f.0.0.1',
    ],
    ...['0177.0.0.1', '017700000001', '0177.1', '127.0.0.1.', '0', '0.0.0.0', '0x0', '%31%32%37.0.0.1'],
    ...['①②⑦.⓪.⓪.①', '127。0。0。1', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]'],
    ...[
      '[::ffff:7f00:1]',
      '[::127.0.0.1]',
      '[::ffff:0:127.0.0.1]',
      '[64:ff9b::127.0.0.1]',
      '[64:ff9b:1::7f00:1]',
    ],
    ...['[2002:7f00:1::]', '[2001:0:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[fec0::1]'],
    ...[
      '[ff02::1]',
      '[100::1]',
      '[2001:db8::1]',
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '169.254.170.2',
    ],
    ...[
      '10.0.0.1',
      '10.255.255.255',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '100.64.0.1',
      '100.100.100.200',
    ],
    ...['192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.1'],
  ];

  test('is refused in every spelling of an address, with no connection made', async () => {
    expect(literals.length).toBeGreaterThanOrEqual(50);
    const egress = egressTo(['93.184.215.14']);
    connections = 0;
    for (const literal of literals) {
      const url = `https://${literal}:${port}/latest/meta-data`;
      await expect(egress.fetch({ url }), url).rejects.toMatchObject({ reason: 'egress.private-address' });
    }
    expect(connections).toBe(0);
    await egress.close();
  });

  test.each([
    ['a user before the host', 'https://example.org@127.0.0.1:PORT/', 'egress.url-malformed'],
    ['a password before the host', 'https://a:b@127.0.0.1:PORT/', 'egress.url-malformed'],
    ['a backslash', 'https://127.0.0.1:PORT\\@example.org/', 'egress.private-address'],
    ['a tab in the host', 'https://127.0.\t0.1:PORT/', 'egress.private-address'],
    ['plain http', 'http://127.0.0.1:PORT/', 'egress.not-https'],
    ['plain http outside', 'http://example.org/', 'egress.not-https'],
    ['another port', 'https://example.org:8443/', 'egress.port'],
    ['a file', 'file:///etc/passwd', 'egress.not-https'],
    ['gopher', 'gopher://127.0.0.1:PORT/_', 'egress.not-https'],
    ['data', 'data:application/json,{}', 'egress.not-https'],
    ['no URL', '//127.0.0.1/', 'egress.url-malformed'],
    ['a very long URL', `https://example.org/${'a'.repeat(3000)}`, 'egress.url-malformed'],
  ])('is refused behind %s', async (_what, template, reason) => {
    const egress = egressTo(['93.184.215.14']);
    connections = 0;
    const url = template.replace('PORT', String(port));
    await expect(egress.fetch({ url })).rejects.toMatchObject({ reason });
    expect(connections).toBe(0);
    await egress.close();
  });

  test.each([
    ['a loopback address', '127.0.0.1'],
    ['the unspecified address', '0.0.0.0'],
    ['loopback in IPv6', '::1'],
    ['a mapped address', '::ffff:127.0.0.1'],
    ['the metadata address', '169.254.169.254'],
    ['a public and a private address', '93.184.215.14 127.0.0.1'],
  ])('is refused when a name resolves to %s', async (_what, addresses) => {
    const egress = egressTo([addresses]);
    connections = 0;
    for (const host of ['rebind.example.org', 'localhost', 'localhost.', 'metadata.google.internal']) {
      await expect(egress.fetch({ url: `https://${host}:${port}/` })).rejects.toMatchObject({
        reason: 'egress.private-address',
      });
    }
    expect(connections).toBe(0);
    await egress.close();
  });

  test('is refused when a name changes its answer between two fetches', async () => {
    const egress = egressTo(['192.0.2.1', '127.0.0.1', '10.0.0.1']);
    connections = 0;
    for (let i = 0; i < 3; i++) {
      const refusal = { reason: 'egress.private-address' };
      await expect(egress.fetch({ url: `https://rebind.example.org:${port}/` })).rejects.toMatchObject(
        refusal,
      );
    }
    expect(connections).toBe(0);
    await egress.close();
  });

  test('would be reached without the guard', async () => {
    connections = 0;
    await fetch(`http://2130706433:${port}/`).catch(() => undefined);
    await new Promise<void>((resolve) => {
      connect(port, '127.0.0.1')
        .on('error', () => undefined)
        .on('close', () => resolve())
        .resume();
    });
    expect(connections).toBeGreaterThanOrEqual(2);
  });
});

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
