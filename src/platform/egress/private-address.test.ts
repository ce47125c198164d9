import type { AddressInfo, Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress } from './index.ts';

const listen = async (server: Server, host: string, port = 0): Promise<number> => {
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
