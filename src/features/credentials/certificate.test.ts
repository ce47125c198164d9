/** The certificate for paper, read as others read it: by poppler, qpdf and a scanner of codes. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, proofOfCompetence } from '../../../test/support/content.ts';
import {
  hasCommand,
  readAttached,
  readPdfText,
  runOn,
  scanFirstPage,
} from '../../../test/support/pdf-commands.ts';
import { openWorld, PUBLIC_URL, type World } from '../../../test/support/world.ts';
import {
  findCertificateToken,
  MAX_CERTIFICATE_URL,
  openCertificate,
} from '../../formats/certificate/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import { createServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log.ts';
import { TypesettingRefusal } from '../../platform/typesetting/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import { registerCredentialRoutes } from './credentials.routes.ts';
import { makeCertificate } from './make-certificate.ts';
import { publishAward } from './publish-award.ts';
import { type ReadDocument, readHolderDocument, readPublicDocument } from './read-document.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Held = { readonly award: string; readonly learner: PersonActor; readonly publicId: string };

async function settleAward(
  content: DesignContent = microcredential,
  more: object = {},
): Promise<Held & { readonly read: ReadDocument }> {
  const email = `paper-${++count}@example.org`;
  const design = await world.publish(world.groningen.designer, content);
  const recipient = {
    email,
    name: 'Yasmina el Idrissi',
    result: '7.5',
    narrative: 'A fine debate.',
    ...more,
  };
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ audience: 'professionals', ...recipient }],
  });
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner(email, 'Yasmina el Idrissi');
  await claimAward(world.deps, learner, { award });
  await world.settle();
  const read = await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' });
  return { award, learner, publicId: read.award.publicId, read };
}

const NOTHING = { showName: false, showResult: false, showEvidence: false, olderPlatforms: false };

async function readPublicEdition({ award, learner, publicId }: Held, choice: object = {}) {
  await publishAward(world.deps, learner, { award, choice: { ...NOTHING, ...choice } });
  return await readPublicDocument(world.deps, { publicId, format: 'ob3-data-integrity' });
}

const digestOf = (bytes: string) => createHash('sha256').update(bytes).digest('base64url');

describe('the file', () => {
  it.skipIf(!hasCommand('pdfinfo', 'qpdf'))(
    'is a tagged PDF/A-3 with a title, in the language of the award (pdfinfo, qpdf)',
    async () => {
      const { read } = await settleAward(microcredential, { language: 'nl' });
      const pdf = await makeCertificate(world.deps, read);
      const info = runOn('pdfinfo', pdf);
      expect(info).toMatch(/^Tagged:\s+yes$/m);
      expect(info).toMatch(/^Title:\s+AI voor beleidsmakers – Yasmina el Idrissi$/m);
      expect(info).toMatch(/^Page size:.*\(A4\)$/m);
      expect(info).toMatch(/^Pages:\s+2$/m);
      const xmp = runOn('pdfinfo', pdf, ['-meta']);
      expect(xmp).toMatch(/pdfaid:part>3</);
      expect(xmp).toMatch(/pdfaid:conformance>A</);
      expect(runOn('qpdf', pdf, ['--check'])).toContain('No syntax or stream encoding errors');
      expect(runOn('qpdf', pdf, ['--qdf', '--object-streams=disable'], ['-'])).toMatch(/\/Lang \(nl\)/);
    },
  );

  it.skipIf(!hasCommand('pdfinfo'))(
    'has headings, real tables with header cells, and pictures with alternative text (pdfinfo)',
    async () => {
      const { read } = await settleAward();
      const structure = runOn('pdfinfo', await makeCertificate(world.deps, read), ['-struct']);
      for (const tag of ['H1', 'H2', 'Table', 'THead', 'TH', 'TBody', 'TD', 'Figure'])
        expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
      expect(structure.match(/^ *Figure\b/gm)?.length).toBe(2);
      const text = runOn('pdfinfo', await makeCertificate(world.deps, read), ['-struct-text']);
      expect(text).toContain('Learning outcome');
    },
  );

  it.skipIf(!hasCommand('pdfdetach'))(
    'carries the very bytes of the stored edition, as the source of the page (pdfdetach)',
    async () => {
      const { read } = await settleAward();
      const pdf = await makeCertificate(world.deps, read);
      expect(Buffer.from(readAttached(pdf)).equals(Buffer.from(read.document.bytes))).toBe(true);
      expect(runOn('pdfdetach', pdf, ['-list'])).toMatch(/^1: credential\.json$/m);
      if (!hasCommand('qpdf')) return;
      const objects = runOn('qpdf', pdf, ['--qdf', '--object-streams=disable'], ['-']);
      expect(objects).toMatch(/\/AFRelationship \/Source/);
      expect(objects).toMatch(/\/Subtype \/application#2[Ff]vc/);
    },
  );
});

describe.skipIf(!hasCommand('pdftotext'))('the pages (pdftotext)', () => {
  it('say in reading order who declares what of whom, and how to check it', async () => {
    const { read, publicId } = await settleAward();
    const text = readPdfText(await makeCertificate(world.deps, read));
    const order = [
      'University of Groningen',
      'declares that',
      'Yasmina el Idrissi',
      'awards the microcredential',
      'AI for policymakers',
      'EQF 7 · NLQF 7',
      '3 EC · 84 hours',
      '7.5',
      '21 November 2026',
      '21 November 2030',
      'Check this certificate',
      'compare the page with what is shown there',
      `localhost:3999/c/${publicId}`,
      'Learning outcomes',
      'Compare two traditions of nondualism.',
      'Supervised',
      'Workload',
      'Participation',
      'Quality assurance',
      'Reviewed by the faculty board.',
    ];
    const places = order.map((words) => text.replace(/\s+/g, ' ').indexOf(words));
    expect(order.filter((_, at) => places[at] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('speak Dutch for an award in Dutch', async () => {
    const { read } = await settleAward(proofOfCompetence, { language: 'nl' });
    const text = readPdfText(await makeCertificate(world.deps, read)).replace(/\s+/g, ' ');
    for (const words of [
      'verleent het bekwaamheidsbewijs',
      'Twee is één',
      '7,5',
      '21 november 2026',
      'Leeruitkomst',
    ])
      expect(text).toContain(words);
  });

  it('never say more than the public edition says', async () => {
    const held = await settleAward();
    const pdf = await makeCertificate(world.deps, await readPublicEdition(held));
    const text = readPdfText(pdf);
    for (const secret of ['Yasmina', 'Idrissi', '7.5', 'fine debate']) expect(text).not.toContain(secret);
    expect(text).toContain('This edition does not name its holder.');
    expect(runOn('pdfinfo', pdf)).not.toContain('Yasmina');
    expect(Buffer.from(readAttached(pdf)).toString()).not.toContain('Yasmina');
    // And with a consent it does: the search above would have found it.
    const named = await makeCertificate(world.deps, await readPublicEdition(held, { showName: true }));
    expect(readPdfText(named)).toContain('Yasmina el Idrissi');
  });

  it('say that it was withdrawn', async () => {
    const { award, learner } = await settleAward();
    const read = () => readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' });
    expect(readPdfText(await makeCertificate(world.deps, await read()))).not.toContain('Withdrawn');
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    expect(readPdfText(await makeCertificate(world.deps, await read()))).toContain(
      'Withdrawn by the issuer on 21 November 2026. Do not rely on this certificate.',
    );
  });

  it('print what people wrote, and obey none of it', async () => {
    const title = 'Rust & *care*: #read("/etc/passwd") $x$ @you <b> `c` [d]';
    const { read } = await settleAward({ ...microcredential, title: { en: title, nl: title } });
    const text = readPdfText(await makeCertificate(world.deps, read)).replace(/\s+/g, ' ');
    expect(text).toContain(title);
    expect(text).not.toContain('root:');
  });
});

describe.skipIf(!hasCommand('pdftoppm', 'zbarimg'))('the printed code (pdftoppm, zbarimg)', () => {
  it('opens the address of the credential, with the digest of what is attached', async () => {
    const { read, publicId } = await settleAward();
    const url = scanFirstPage(await makeCertificate(world.deps, read));
    expect(url.startsWith(`http://localhost:3999/c/${publicId}#`)).toBe(true);
    expect(openCertificate(findCertificateToken(url) ?? '')).toMatchObject({
      iss: expect.stringMatching(/^did:web:/),
      jti: `http://localhost:3999/c/${publicId}`,
      title: 'AI for policymakers',
      name: 'Yasmina el Idrissi',
      awarded: '2026-11-21+01:00',
      expires: '2030-11-21+01:00',
      sha256: digestOf(read.document.bytes),
    });
  });

  it('can be read from paper at its largest', async () => {
    const long = 'Ünïcödé ✓ title that goes on '.repeat(8).slice(0, 199);
    const title = { en: long, nl: long };
    const { read } = await settleAward(
      { ...microcredential, title },
      { name: 'Anna-Sophia 王小明 '.repeat(12).trim() },
    );
    const url = scanFirstPage(await makeCertificate(world.deps, read));
    expect(Buffer.from(url).length).toBeGreaterThan(900);
    expect(Buffer.from(url).length).toBeLessThanOrEqual(MAX_CERTIFICATE_URL);
    expect(openCertificate(findCertificateToken(url) ?? '').title).toMatch(/…$/);
  });
});

describe('a system that cannot typeset', () => {
  it.each([
    ['without Typst', 'unavailable', 501],
    ['that is too busy', 'too-busy', 503],
  ] as const)('%s says so', async (_, reason, status) => {
    const { read } = await settleAward();
    const typeset = () => Promise.reject(new TypesettingRefusal(reason));
    await expect(makeCertificate({ ...world.deps, typeset }, read)).rejects.toMatchObject({ status });
  });
});

describe('at its addresses', () => {
  const openApp = async (actor?: PersonActor) => {
    const app = await createServer({
      log: createLog({ level: 'silent' }),
      publicUrl: PUBLIC_URL,
      version: '0',
      development: false,
    });
    if (actor)
      app.addHook('onRequest', async (request) => {
        request.actor = actor;
      });
    registerCredentialRoutes(app, {
      ...world.deps,
      renderPage: async (_request, reply) => reply.code(200).send('page'),
    });
    return app;
  };

  it('the public one is there while the credential is public, and else one and the same 404', async () => {
    const held = await settleAward();
    const app = await openApp();
    const ask = (url: string) => app.inject({ method: 'GET', url });
    const hidden = await ask(`/c/${held.publicId}.pdf`);
    const never = await ask(`/c/${'0'.repeat(26)}.pdf`);
    expect([hidden.statusCode, hidden.body]).toEqual([404, never.body]);
    await readPublicEdition(held);
    const shown = await ask(`/c/${held.publicId}.pdf`);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'public, max-age=5',
      'x-robots-tag': 'noindex',
    });
    expect(shown.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await app.close();
  });

  it("the holder's is theirs alone and is kept nowhere on its way", async () => {
    const { award, learner } = await settleAward();
    const stranger = await world.settleLearner('stranger@example.org');
    const ask = async (actor: PersonActor) => {
      const app = await openApp(actor);
      const answer = await app.inject({ method: 'GET', url: `/backpack/${award}/download.pdf` });
      await app.close();
      return answer;
    };
    const own = await ask(learner);
    expect(own.statusCode).toBe(200);
    expect(own.headers['cache-control']).toBe('private, no-store');
    expect(own.headers['content-disposition']).toMatch(
      /^attachment; filename="waarmerk-2026-11-21-\w{6}\.pdf"$/,
    );
    expect((await ask(stranger)).statusCode).toBe(404);
  });
});
