/** The commands as a shell runs them, in a folder where there is no database. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../features/verification/verification.schema.ts';
import { secureCertificate } from '../../formats/certificate/index.ts';
import { encodeMultikey, type JsonObject, secureWithDataIntegrity } from '../../formats/index.ts';
import { generateKey, importSigner, nodeCrypto } from '../../platform/crypto/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'waarmerk-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function run(words: readonly string[], input = '', environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'none'), ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

/** A badge that someone signs with a key of their own making. */
async function signBadge(): Promise<string> {
  const vector = join(import.meta.dirname, '../../../vectors/valid/bare.json');
  const { privateJwk, publicJwk } = generateKey('Ed25519');
  const did = `did:key:${encodeMultikey(publicJwk)}`;
  const { proof: _, issuer, ...document } = JSON.parse(readFileSync(vector, 'utf8'));
  const signer = {
    algorithm: 'Ed25519' as const,
    verificationMethod: `${did}#${did.slice(8)}`,
    keyUrl: '',
    sign: importSigner(privateJwk).sign,
  };
  const unsigned: JsonObject = { ...document, issuer: { ...issuer, id: did, name: 'Nobody\u001b[2J' } };
  return JSON.stringify(
    await secureWithDataIntegrity(unsigned, { signer, crypto: nodeCrypto, created: '2026-11-21T09:30:00Z' }),
  );
}

const badge = await signBadge();
const file = join(folder, 'badge.json');
writeFileSync(file, badge);

describe('waarmerk verify', () => {
  test('ends with 2 for a badge in order of an issuer that no register knows, and makes no database', async () => {
    const { code, out, err } = await run(['verify', file, '--at', '2026-11-21T10:00:00Z']);
    expect(err).toBe('');
    expect(out).toContain('– Known provider');
    expect(out).toContain('✓ Untouched');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'none'))).toBe(false);
    // A title must not move the cursor of a terminal.
    expect(out).not.toContain('\u001b');
  });

  test('ends with 1 for one that was changed, and says so as JSON too', async () => {
    const { code, out } = await run(
      ['verify', '-', '--json', '--offline'],
      badge.replace('Nobody', 'Somebody'),
    );
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.verdict).toBe('failed');
    expect(report.checks.find(({ id }) => id === 'proof')).toMatchObject({
      outcome: 'failed',
      reason: 'wrong-signature',
    });
    expect(code).toBe(1);
  });

  test('reads the credential that is attached to a PDF, and ends', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    await pdf.attach(Buffer.from(badge), 'credential.json');
    const paper = join(folder, 'paper.pdf');
    writeFileSync(paper, await pdf.save());
    const { code, out } = await run(['verify', paper, '--offline', '--json', '--at', '2026-11-21T10:00:00Z']);
    expect(code).toBe(2);
    const report = reportSchema.parse(JSON.parse(out));
    expect(report).toMatchObject({ format: 'ob3-data-integrity', container: 'pdf', verdict: 'incomplete' });
    expect(report.checks.find(({ id }) => id === 'proof')?.outcome).toBe('passed');
  });

  test('checks the code of a certificate without a network', async () => {
    const { privateJwk, publicJwk } = generateKey('ES256');
    const did = `did:key:${encodeMultikey(publicJwk)}`;
    const url = await secureCertificate(
      {
        iss: did,
        jti: `https://elsewhere.example/c/${'0'.repeat(26)}`,
        title: 'AI for policymakers',
        by: 'Nobody',
        awarded: '2026-11-21+01:00',
        sha256: 'A'.repeat(43),
      },
      {
        algorithm: 'ES256',
        verificationMethod: `${did}#${did.slice(8)}`,
        keyUrl: '',
        sign: importSigner(privateJwk).sign,
      },
    );
    const { code, out } = await run(['verify', url, '--offline', '--at', '2026-11-21T10:00:00Z']);
    expect(out).toContain('AI for policymakers');
    expect(out).toContain('The printed words are not signed. Compare the page with what is shown here.');
    expect(code).toBe(2);
    const changed = await run([
      'verify',
      url.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
      '--offline',
    ]);
    expect(changed.code).toBe(1);
  });

  test('fetches nothing when told not to', async () => {
    const { code, out } = await run(['verify', 'https://badges.example/1', '--offline', '--json']);
    expect(JSON.parse(out).checks[0]).toMatchObject({ id: 'readable', reason: 'offline' });
    expect(code).toBe(2);
  });

  test.each([
    [['verify']],
    [['verify', 'no-such-file']],
    [['verify', '--at', 'soon', 'badge.json']],
    [['verify', '--as', 'Jan', 'badge.json']],
    [['verify', '--loudly', 'badge.json']],
    [['polish']],
  ])('%j is bad usage', async (words) => {
    const { code, out, err } = await run(words);
    expect(code).toBe(64);
    expect(out).toBe('');
    expect(err).toMatch(/waarmerk (--help|verify)/);
  });
});

test('waarmerk --help lists the commands', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  for (const name of ['verify', 'samples', 'migrate', 'seed', 'keys rotate'])
    expect(out).toContain(`waarmerk ${name}`);
});

describe('waarmerk institution create', () => {
  const institution = {
    slug: 'example',
    kind: 'hbo',
    name: { en: 'Example University', nl: 'Voorbeeldhogeschool' },
    defaultLanguage: 'nl',
    address: { country: 'NL' },
    inks: ['#b3121d', '#1a2756'],
    units: [{ slug: 'care', name: { en: 'Care', nl: 'Zorg' } }],
    members: [{ identifier: 'jan@example.nl', name: 'Jan de Vries', role: 'administrator' }],
  };
  const write = (name: string, content: object): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  test('tells every fault of the file at once, and makes nothing', async () => {
    const bad = write('bad.json', {
      ...institution,
      slug: 'learner',
      inks: ['#ffffff', '#fffffe'],
      kind: 'school',
    });
    const { code, err } = await run(['institution', 'create', bad]);
    expect(code).toBe(64);
    for (const fault of ['/slug', '/kind', '/inks/0', '/inks/1']) expect(err).toContain(fault);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('makes it once, with an issuer for the institution and for each unit', async () => {
    const file = write('good.json', institution);
    const environment = { DATA_DIR: join(folder, 'house'), DEMO: 'off' };
    const first = await run(['institution', 'create', file], '', environment);
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('did:web:localhost%3A3000:issuers:'),
    });
    expect((await run(['institution', 'create', file], '', environment)).code).toBe(1);
    expect(
      (
        await run(
          ['keys', 'rotate', '--issuer', /did:\S+[^,\s]/.exec(first.out)?.[0] ?? '', '--purpose', 'status'],
          '',
          environment,
        )
      ).code,
    ).toBe(0);
  });
});
