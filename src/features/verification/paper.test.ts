/** A certificate that comes back: the file with the credential inside, and the code on the page. */
import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import { composePdf, composePdfWith } from '../../../test/support/raw-pdf.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import {
  type CertificateStatement,
  findCertificateToken,
  openCertificate,
  secureCertificate,
  stateCertificate,
} from '../../formats/certificate/index.ts';
import { formats, parseJsonObject } from '../../formats/index.ts';
import {
  AT,
  compression,
  credentialFacts,
  crypto,
  didDocument,
  issue,
  p256Signer,
} from '../../formats/testing.ts';
import { createFixedClock } from '../../platform/clock.ts';
import { EgressRefusal } from '../../platform/egress/index.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import { makeCertificate, readHolderDocument } from '../credentials/index.ts';
import { findIssuer } from '../institutions/index.ts';
import { openHouse } from './house.ts';
import type { VerifyOptions } from './inquiry.ts';
import type { VerifyInput } from './open-credential.ts';
import { makeHolder } from './testing/ask.ts';
import type { VerificationReport } from './verification.schema.ts';
import { verifyCredential } from './verify-credential.ts';

let world: World;
let design: string;
const asked: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer, microcredential);
});
afterAll(() => world?.close());

/** Nothing of a certificate of ours is asked of the network, so that whatever is would be noticed. */
function ask(
  input: VerifyInput | string | Uint8Array,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const fetch = ({ url }: { url: string }) => {
    asked.push(url);
    return Promise.reject(new EgressRefusal('egress.unreachable'));
  };
  const deps = { ...world.deps, egress: { fetch }, house: openHouse(world.deps) };
  return verifyCredential(deps, inputOf(input), options);
}

function inputOf(input: VerifyInput | string | Uint8Array): VerifyInput {
  if (typeof input === 'string') return { url: input };
  return input instanceof Uint8Array ? { bytes: input } : input;
}

const outcomes = (report: VerificationReport) =>
  Object.fromEntries(
    report.checks.map(({ id, outcome, reason }) => [id, reason ? `${outcome}: ${reason}` : outcome]),
  );

const ON_PAPER = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed',
  'issuer-binding': 'passed',
  'issuer-known': 'passed',
  validity: 'passed',
  status: 'passed',
};
/** The credential itself carries the approval of its version, too. */
const IN_ORDER = { ...ON_PAPER, 'quality-approval': 'passed' };

async function settleAward(more: object = {}) {
  const email = `${globalThis.crypto.randomUUID()}@student.example`;
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email, name: 'Yasmina el Idrissi', audience: 'professionals', ...more }],
  });
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner(email, 'Yasmina el Idrissi');
  await claimAward(world.deps, learner, { award });
  await world.settle();
  const read = await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' });
  return {
    award,
    learner,
    read,
    pdf: await makeCertificate(world.deps, read),
    url: await codeOf(learner, award),
  };
}

/** As makeCertificate() prints it; certificate.test.ts reads it back from the page. */
async function codeOf(learner: PersonActor, award: string, change: Partial<CertificateStatement> = {}) {
  const { document } = await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' });
  const digest = createHash('sha256').update(document.bytes).digest();
  const statement = { ...stateCertificate(parseJsonObject(document.bytes), digest), ...change };
  return await world.deps.database.asWorker(world.groningen.institutionId, async (tx) => {
    const issuer = await findIssuer(tx, {
      did: stateCertificate(parseJsonObject(document.bytes), digest).iss,
    });
    if (!issuer) throw new Error('no issuer');
    return secureCertificate(statement, await world.deps.getSigner(tx, issuer, 'award-p256'));
  });
}

async function pdfWith(...files: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content] of files) await document.attach(Buffer.from(content), name);
  return await document.save();
}

describe('the file of a certificate', () => {
  it('verifies as the credential inside of it, and says that what is printed was not checked', async () => {
    const { pdf, read } = await settleAward();
    const report = await ask(pdf);
    expect(report).toMatchObject({ verdict: 'verified', format: 'ob3-data-integrity', container: 'pdf' });
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report.checks[0]?.detail).toMatchObject({ container: 'pdf', printed: 'not-checked' });
    expect(report.credential?.recipient).toBe('Yasmina el Idrissi');
    expect((await ask(Buffer.from(read.document.bytes))).checks[0]?.detail?.printed).toBeUndefined();
  });

  it('fails with one letter of the credential changed', async () => {
    const { read } = await settleAward();
    const forged = read.document.bytes.replace('Yasmina', 'Yasmine');
    expect(await ask(await pdfWith(['credential.json', read.document.bytes]))).toMatchObject({
      verdict: 'verified',
    });
    const report = await ask(await pdfWith(['credential.json', forged]));
    expect(report.verdict).toBe('failed');
    expect(outcomes(report).proof).toBe('failed: wrong-signature');
  });

  it('is found among other files, also as a token', async () => {
    const { read } = await settleAward();
    const dossier = await pdfWith(
      ['notes.txt', 'Dear committee'],
      ['data.json', '{"a":1}'],
      ['badge.json', read.document.bytes],
    );
    expect(await ask(dossier)).toMatchObject({ verdict: 'verified', container: 'pdf' });
    const jwt = await issue(formats['ob3-jwt'], credentialFacts);
    expect(await ask(await pdfWith(['badge.jwt', jwt]))).toMatchObject({
      format: 'ob3-jwt',
      container: 'pdf',
    });
  });

  it.each([
    ['nothing attached', () => pdfWith(), 'failed: no-attachment'],
    ['something else attached', () => pdfWith(['letter.txt', 'x']), 'failed: no-credential-attached'],
    ['what claims to be one and is broken', () => pdfWith(['credential.json', '{"a":']), 'failed: malformed'],
    ['only its first line', async () => Buffer.from('%PDF-1.7\n'), 'failed: malformed'],
    ['nests without end', async () => Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}`), undefined],
    [
      'ten thousand files',
      async () => composePdfWith('() <</EF<</F 6 0 R>>>>'.repeat(10_000), '/Type/Filespec', Buffer.from('x')),
      'not-checked: pdf-too-complex',
    ],
    ['no pages at all', async () => composePdf(['<</Type/Catalog>>']), undefined],
  ])('with %s is a report that says so', async (_, make, readable) => {
    const report = await ask(await make());
    expect(report.verdict).not.toBe('verified');
    expect(report.checks).toHaveLength(6);
    if (readable) expect(outcomes(report).readable).toBe(readable);
  });

  it('with two credentials is none: nobody can say which one the page is about', async () => {
    const [one, other] = [await settleAward(), await settleAward()];
    const report = await ask(
      await pdfWith(['a.json', one.read.document.bytes], ['b.json', other.read.document.bytes]),
    );
    expect(outcomes(report).readable).toBe('failed: several-credentials');
  });
});

describe('the code of a certificate', () => {
  it('verifies without asking anybody, also while the credential is private', async () => {
    const { url } = await settleAward();
    asked.length = 0;
    for (const options of [{}, { offline: true }]) {
      const report = await ask(url, options);
      expect(report).toMatchObject({ verdict: 'verified', format: 'certificate-qr' });
      expect(outcomes(report)).toEqual(ON_PAPER);
      expect(report.credential).toMatchObject({
        title: 'AI for policymakers',
        recipient: 'Yasmina el Idrissi',
        id: url.split('#')[0],
        awardedDate: '2026-11-21T00:00:00+01:00',
        validUntil: '2030-11-21T23:59:59+01:00',
      });
    }
    expect(asked).toEqual([]);
    // Its page is closed, and without the code there is nothing.
    expect((await ask(url.split('#')[0] ?? '')).verdict).toBe('failed');
  });

  it('is the same typed, pasted, or as the token alone', async () => {
    const { url } = await settleAward();
    for (const text of [url, ` ${url}\n`, findCertificateToken(url) ?? ''])
      expect(await ask(Buffer.from(text))).toMatchObject({ verdict: 'verified', format: 'certificate-qr' });
  });

  it('names the very file that is attached to the same page', async () => {
    const { url, pdf } = await settleAward();
    const reading = await world.deps.readPdf(pdf);
    const [file] = reading.read ? reading.attachments : [];
    const digest = createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('base64url');
    expect(openCertificate(findCertificateToken(url) ?? '').sha256).toBe(digest);
    const other = await settleAward();
    expect(openCertificate(findCertificateToken(other.url) ?? '').sha256).not.toBe(digest);
  });

  it('fails once the award is revoked, and the file with it', async () => {
    const { award, url, pdf } = await settleAward();
    expect((await ask(url)).verdict).toBe('verified');
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    await world.settle();
    const report = await ask(url);
    expect(report.verdict).toBe('failed');
    expect(outcomes(report).status).toBe('failed: revoked');
    expect(report.checks.at(-1)?.detail).toMatchObject({ revocationReason: 'fraud' });
    expect((await ask(pdf)).verdict).toBe('failed');
  });

  it('fails behind the address of another credential', async () => {
    const [one, other] = [await settleAward(), await settleAward()];
    const swapped = `${one.url.split('#')[0]}#${other.url.split('#')[1]}`;
    const report = await ask(swapped);
    expect(report.verdict).toBe('failed');
    expect(outcomes(report).conforms).toBe('failed: address-of-another');
  });

  it('fails with any word of it changed', async () => {
    const { url } = await settleAward();
    const [head = '', tail = ''] = url.split('#');
    const [header, payload = '', signature] = tail.split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), name: 'Someone Else' };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const report = await ask(`${head}#${[header, forged, signature].join('.')}`);
    expect(outcomes(report)).toMatchObject({
      proof: 'failed: wrong-signature',
      status: 'not-checked: stopped',
    });
  });

  it('fails when someone else signs in the name of our issuer', async () => {
    const { award, learner, url } = await settleAward();
    const thief = makeHolder('ES256');
    const claims = openCertificate(findCertificateToken(url) ?? '') as CertificateStatement; // as it was made
    expect(outcomes(await ask(await secureCertificate(claims, thief)))).toMatchObject({
      proof: 'passed',
      'issuer-binding': 'failed: wrong-controller',
    });
    // In their own name it is a signature of somebody whom nobody knows.
    const own = await ask(await secureCertificate({ ...claims, iss: thief.did }, thief));
    expect(own.verdict).toBe('incomplete');
    expect(outcomes(own)).toMatchObject({
      'issuer-known': 'not-checked: issuer-in-no-register',
      status: 'not-checked: not-on-paper',
    });
    expect((await ask(await codeOf(learner, award))).verdict).toBe('verified');
  });

  it.each([
    ['a day of award that is still to come', { awarded: '2026-11-23+01:00' }, 'failed: not-yet-valid'],
    [
      'a last day that is over',
      { awarded: '2026-11-01+01:00', expires: '2026-11-20+01:00' },
      'failed: expired',
    ],
    ['a last day that is today', { expires: '2026-11-21+01:00' }, 'passed'],
  ])('with %s is judged by it', async (_, change, validity) => {
    const { award, learner } = await settleAward();
    expect(outcomes(await ask(await codeOf(learner, award, change))).validity).toBe(validity);
  });

  it('of a credential that we never issued does not verify', async () => {
    const { award, learner } = await settleAward();
    const jti = `http://localhost:3999/c/${'0'.repeat(26)}`;
    const report = await ask(await codeOf(learner, award, { jti }));
    expect(report.verdict).toBe('incomplete');
    expect(outcomes(report).status).toBe('not-checked: unknown-here');
  });

  it('of an issuer elsewhere is incomplete: nobody but they can say whether it was revoked', async () => {
    const { document } = await formats['ob3-jwt'].compose(credentialFacts, crypto);
    const statement = stateCertificate(document, await crypto.sha256(Buffer.from('x')));
    const url = await secureCertificate(statement, p256Signer);
    const fetched: string[] = [];
    const fetch = async (request: { url: string }) => {
      fetched.push(request.url);
      return { url: request.url, status: 200, headers: {}, bytes: Buffer.from(JSON.stringify(didDocument)) };
    };
    const deps = {
      clock: createFixedClock(AT),
      crypto,
      compression,
      egress: { fetch },
      readPdf: createPdfReader(),
      house: undefined,
    };
    const online = await verifyCredential(deps, { url });
    expect(online.verdict).toBe('incomplete');
    expect(outcomes(online)).toMatchObject({ proof: 'passed', status: 'not-checked: not-on-paper' });
    // The issuer's keys alone; never the credential's page.
    expect(fetched).toEqual(['https://waarmerk.example/issuers/k7m2q9x4t1v8b3nw/did.json']);
    const offline = await verifyCredential(deps, { url }, { offline: true });
    expect(outcomes(offline).proof).toBe('not-checked: key-unavailable');
    expect(fetched).toHaveLength(1);
  });
});
