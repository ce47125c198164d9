/** One award in every format that is signed: each verifies, and each falls with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type FormatId, formats, parseJsonObject } from '../../formats/index.ts';
import { gunzipBytes, gzipBytes, inflateBytes } from '../../platform/crypto/index.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import { enterAccount } from '../accounts/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import { readHolderDocument } from '../credentials/index.ts';
import { findIssuer } from '../institutions/index.ts';
import { readRevocations } from '../status/index.ts';
import { openHouse } from './house.ts';
import type { VerificationReport } from './verification.schema.ts';
import { verifyCredential } from './verify-credential.ts';

let world: World;
let design: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

/** What a verifier takes as it is; a base proof of selective disclosure is for its holder to derive from. */
const SIGNED = (Object.keys(formats) as FormatId[]).filter(
  (id) => formats[id].keyPurpose !== undefined && id !== ('ob3-ecdsa-sd' as FormatId),
);

async function settleAward() {
  const email = `every-${++count}@student.example`;
  const holder = await world.settleLearner(email);
  const recipient = { email, name: 'Sanne Visser', result: '8' };
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [recipient],
  });
  const award = rows[0]?.award ?? '';
  await claimAward(world.deps, holder, { award });
  await world.settle();
  return { award, holder, email };
}

async function read(holder: PersonActor, award: string, format: FormatId): Promise<string> {
  return (await readHolderDocument(world.deps, holder, { award, format })).document.bytes;
}

function ask(text: string, as?: string): Promise<VerificationReport> {
  const compression = { gzip: gzipBytes, gunzip: gunzipBytes, inflate: inflateBytes };
  const fetch = async () => {
    throw new Error('ours are never fetched');
  };
  const { clock, crypto } = world.deps;
  const deps = {
    clock,
    crypto,
    compression,
    egress: { fetch },
    readPdf: createPdfReader(),
    house: openHouse(world.deps),
  };
  return verifyCredential(
    deps,
    { bytes: new TextEncoder().encode(text) },
    as === undefined ? {} : { as: { kind: 'email', value: as } },
  );
}

describe('an award', () => {
  test('is verified in every format, with no request to anyone, and about its holder', async () => {
    const { award, holder, email } = await settleAward();
    for (const format of SIGNED) {
      const report = await ask(await read(holder, award, format), email);
      expect(report, `${format} ${JSON.stringify(report.checks)}`).toMatchObject({
        verdict: 'verified',
        format: formats[format].readAs ?? format,
      });
    }
  });

  test('falls in every format when it is revoked', async () => {
    const { award, holder } = await settleAward();
    const files = new Map<FormatId, string>();
    for (const format of SIGNED) files.set(format, await read(holder, award, format));
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    await world.settle();
    for (const [format, file] of files) {
      const report = await ask(file);
      const status = report.checks.find(({ id }) => id === 'status');
      expect(status, format).toMatchObject({ outcome: 'failed', reason: 'revoked' });
      expect(report.verdict, format).toBe('failed');
    }
  });

  test('first asked for in an older format after it was revoked is in the list before anyone reads it', async () => {
    const { award, holder } = await settleAward();
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'superseded' });
    await world.settle();
    for (const format of ['ob2-signed', 'ob3-id-list'] as const)
      expect((await ask(await read(holder, award, format))).verdict, format).toBe('failed');
  });

  test('stands in a list by id only when one of its documents names that list', async () => {
    const { award, holder } = await settleAward();
    const plain = parseJsonObject(await read(holder, award, 'ob3-data-integrity'));
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    await world.settle();
    const lists = await world.deps.database.asPublic(async (tx) => {
      const did = (plain.issuer as { id: string }).id;
      const issuer = await findIssuer(tx, { did });
      const publicId = issuer?.publicId ?? '';
      return [await readRevocations(tx, publicId, false), await readRevocations(tx, publicId, true)];
    });
    expect(lists.every((list) => list !== undefined)).toBe(true);
    expect(JSON.stringify(lists)).not.toContain(String(plain.id));
  });

  test('to an identifier without an address has no document of Open Badges 2.0, and says why', async () => {
    const identifier = 's1234567@groningen.example';
    const personId = await world.deps.database.asDoorkeeper((tx) =>
      enterAccount(tx, world.clock.now(), {
        stated: {
          issuer: 'https://eduid.example',
          subject: identifier,
          name: 'Sanne Visser',
          addresses: [],
          identifiers: [identifier],
        },
        provider: 'learner',
        language: 'en',
      }),
    );
    const holder: PersonActor = { kind: 'person', personId, permissions: new Set() };
    const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
      design,
      recipients: [{ identifier, name: 'Sanne Visser' }],
    });
    const award = rows[0]?.award ?? '';
    await claimAward(world.deps, holder, { award });
    await world.settle();
    await expect(read(holder, award, 'ob2-signed')).rejects.toMatchObject({
      status: 409,
      code: 'credentials/address-missing',
    });
    expect(await ask(await read(holder, award, 'ob3-jwt'))).toMatchObject({ verdict: 'verified' });
  });
});
