/** An issuer leaves, and what it signed goes on verifying from the files that it took along. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, PUBLIC_URL, type World } from '../../test/support/world.ts';
import { system } from '../features/audit/index.ts';
import { grantAwards, revokeAward } from '../features/awards/index.ts';
import { issueHolderEdition } from '../features/credentials/index.ts';
import { rotateKey } from '../features/keys/index.ts';
import { publishStatusList } from '../features/status/index.ts';
import { verifyCredential } from '../features/verification/index.ts';
import { type ExportedFile, exportIssuer } from './export-issuer.ts';

const AWARDS = 10;
const FORMATS = ['ob3-data-integrity', 'ob3-jwt'] as const;

const folder = mkdtempSync(join(tmpdir(), 'waarmerk-left-'));
let world: World;
let server: Server;
let signed: string[];
let revoked: string[];
let files: readonly ExportedFile[];
/** Addresses that the new host forgot. */
const forgotten = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
  const { deps, groningen, clock } = world;
  const { issuer } = groningen.unit;
  const first = await award('first');
  await rotateKey(deps, system, { issuer, purpose: 'award-ed25519', when: 'at-once' });
  clock.advance(60_000);
  const second = await award('second');
  signed = [...first.bytes, ...second.bytes];
  const gone = await award('gone', 1);
  await revokeAward(deps, groningen.registrar, { award: gone.ids[0] ?? '', reason: 'fraud' });
  await world.settle();
  revoked = gone.bytes;
  for (const { id } of await world.queryAsSuperuser<{ id: string }>('SELECT id FROM status_lists'))
    await publishStatusList(deps, groningen.institutionId, { listId: id });
  ({ files } = await exportIssuer(deps, issuer, folder));
  server = await serve();
});
afterAll(async () => {
  server?.close();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function award(name: string, count = AWARDS / 2) {
  const { deps, groningen } = world;
  const design = await world.publish(groningen.designer);
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: Array.from({ length: count }, (_, n) => ({
      identifier: `${name}${n}@groningen.example`,
      name: 'Sanne Visser',
    })),
  });
  const ids = granted.rows.flatMap((row) => row.award ?? []);
  for (const format of FORMATS)
    await issueHolderEdition(deps, groningen.institutionId, { awardIds: ids, format });
  const rows = await world.queryAsSuperuser<{ bytes: string }>(
    `SELECT bytes FROM documents WHERE format IN ('${FORMATS.join("','")}') AND award_id IN ('${ids.join("','")}')`,
  );
  return { ids, bytes: rows.map(({ bytes }) => bytes) };
}

/** A web server that knows nothing but the folder. */
async function serve(): Promise<Server> {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const made = createServer((request, response) => {
    const url = `${PUBLIC_URL}${request.url}`;
    const file: ExportedFile | undefined = index.files.find((one: ExportedFile) => one.url === url);
    if (!file || forgotten.has(url)) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': file.mediaType })
      .end(readFileSync(join(folder, file.path)));
  });
  await new Promise<void>((listening) => made.listen(0, '127.0.0.1', listening));
  return made;
}

/** Somewhere else: another verifier, who knows nobody here and asks the new host under the old name. */
async function verifyElsewhere(bytes: string): Promise<Record<string, string>> {
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const egress = {
    fetch: async ({ url }: { url: string }) => {
      const answer = await fetch(url.replace(PUBLIC_URL, `http://127.0.0.1:${port}`));
      const body = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, bytes: body, headers: {}, url };
    },
  };
  const { clock, crypto, compression } = world.deps;
  const deps = { ...world.deps, clock, crypto, compression, egress, house: undefined };
  const report = await verifyCredential(deps, { bytes: Buffer.from(bytes) });
  return Object.fromEntries(
    report.checks.map(({ id, outcome, reason }) => [id, reason ? `${outcome}: ${reason}` : outcome]),
  );
}

describe('an issuer that left', () => {
  it('took twenty credentials’ worth of answers along: all verify from the folder', async () => {
    expect(signed).toHaveLength(AWARDS * FORMATS.length);
    for (const bytes of signed)
      expect(await verifyElsewhere(bytes)).toEqual({
        ...{ readable: 'passed', conforms: 'passed', proof: 'passed', 'issuer-binding': 'passed' },
        ...{ validity: 'passed', status: 'passed', 'quality-approval': 'passed' },
        // Whoever verifies elsewhere has a register of their own; this one has none.
        'issuer-known': 'not-checked: no-register',
      });
  });

  it('took along what is revoked', async () => {
    for (const bytes of revoked)
      expect(await verifyElsewhere(bytes)).toMatchObject({ status: 'failed: revoked' });
  });

  it('is not believed when the new host has lost its DID document or its lists', async () => {
    const { issuer } = world.groningen.unit;
    forgotten.add(`${issuer.url}/did.json`);
    const [bytes = ''] = signed;
    expect((await verifyElsewhere(bytes)).proof).not.toBe('passed');
    forgotten.clear();
    for (const { url } of files) if (url.includes('/status/')) forgotten.add(url);
    expect((await verifyElsewhere(bytes)).status).toBe('not-checked: list-unavailable');
    forgotten.clear();
  });

  it('says in an index where each file stands, with its digest; nothing of people is in them', () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file.path));
      expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256);
      expect(text.toString('utf8')).not.toMatch(/Sanne|\d@groningen|"d":/);
    }
    const { issuer } = world.groningen.unit;
    const urls = files.map(({ url }) => url);
    for (const end of ['', '?v=2_0', '/did.json', '/did-history.json', '/did.json?versionId=1', '/jwks.json'])
      expect(urls).toContain(`${issuer.url}${end}`);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    expect(urls.some((url) => /\/designs\/\w+\/versions\/1$/.test(url))).toBe(true);
    expect(urls.some((url) => url.includes(world.oosterdiep.issuer.publicId))).toBe(false);
  });
});
