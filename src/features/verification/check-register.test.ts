/** An issuer elsewhere whose signature is fine: unknown, known, and accredited on the day of the award or not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { formats, type JsonObject, secureWithDataIntegrity } from '../../formats/index.ts';
import { compression, credentialFacts, crypto } from '../../formats/testing.ts';
import { createUuid } from '../../platform/ids.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import { enterIssuer, openRegister } from '../registers/keep-register.ts';
import { openHouse } from './house.ts';
import { makeHolder } from './testing/ask.ts';
import type { Check } from './verification.schema.ts';
import { verifyCredential } from './verify-credential.ts';

let world: World;
let operator: PersonActor;
let register: string;

beforeAll(async () => {
  world = await openWorld();
  operator = {
    kind: 'person',
    personId: createUuid(),
    institutionId: await world.settleOperator(),
    permissions: permissionsOf(['operator']),
  };
  register = (await openRegister(world.deps, operator, { name: 'A list', sourceUrl: 'https://list.example' }))
    .id;
});
afterAll(() => world?.close());

/** Awarded on 21 November 2026, by a key of one's own. */
async function signElsewhere(): Promise<{ text: string; issuer: string }> {
  const signer = makeHolder();
  const issuer = signer.did;
  const { status: _, ...facts } = credentialFacts;
  const { document } = await formats['ob3-data-integrity'].compose(facts, crypto);
  const theirs: JsonObject = { ...document, issuer: { ...(document.issuer as JsonObject), id: issuer } };
  const secured = await secureWithDataIntegrity(theirs, { signer, crypto, created: '2026-11-21T09:00:00Z' });
  return { text: JSON.stringify(secured), issuer };
}

async function enter(issuerId: string, from: string | null, until: string | null): Promise<void> {
  const entry = {
    ...{ name: 'School of Music', country: 'BE', identifier: null, scope: 'EQF 5 to 6' },
    ...{ issuerId, accreditedFrom: from, accreditedUntil: until },
  };
  await enterIssuer(world.deps, operator, { register, entry });
}

async function ask(text: string): Promise<{ verdict: string; known: Check | undefined }> {
  const fetch = async () => {
    throw new Error('nothing has to be fetched');
  };
  const { clock } = world.deps;
  const deps = {
    clock,
    crypto,
    compression,
    egress: { fetch },
    readPdf: createPdfReader(),
    house: openHouse(world.deps),
  };
  const at = new Date('2026-12-01T00:00:00Z');
  const report = await verifyCredential(deps, { bytes: new TextEncoder().encode(text) }, { at });
  return { verdict: report.verdict, known: report.checks.find(({ id }) => id === 'issuer-known') };
}

describe('an issuer elsewhere', () => {
  test('in no register is unknown, though its signature is fine', async () => {
    const { text } = await signElsewhere();
    expect(await ask(text)).toMatchObject({
      verdict: 'incomplete',
      known: { outcome: 'not-checked', reason: 'issuer-in-no-register' },
    });
  });

  test('accredited on the day of the award is known, with the register that says so', async () => {
    const { text, issuer } = await signElsewhere();
    await enter(issuer, '2020-01-01', '2026-11-21');
    expect(await ask(text)).toMatchObject({
      verdict: 'verified',
      known: {
        outcome: 'passed',
        reason: 'accredited',
        detail: { register: 'A list', registerUrl: 'https://list.example', accreditedUntil: '2026-11-21' },
      },
    });
  });

  test('whose accreditation ended a day before, or begins a day after, gets a warning', async () => {
    for (const [from, until] of [
      ['2020-01-01', '2026-11-20'],
      ['2026-11-22', null],
    ] as const) {
      const { text, issuer } = await signElsewhere();
      await enter(issuer, from, until);
      expect(await ask(text)).toMatchObject({
        known: { outcome: 'warning', reason: 'not-accredited-then' },
      });
    }
  });

  test('of which the register says no more than its name is listed', async () => {
    const { text, issuer } = await signElsewhere();
    await enter(issuer, null, null);
    expect(await ask(text)).toMatchObject({
      verdict: 'verified',
      known: { outcome: 'passed', reason: 'listed' },
    });
  });

  test('is not made known by a key of someone else under its name', async () => {
    const honest = await signElsewhere();
    await enter(honest.issuer, null, null);
    const thief = await signElsewhere();
    const renamed = thief.text.replaceAll(thief.issuer, honest.issuer);
    expect((await ask(renamed)).verdict).toBe('failed');
    const onlyIssuer = JSON.stringify({
      ...JSON.parse(thief.text),
      issuer: { ...JSON.parse(thief.text).issuer, id: honest.issuer },
    });
    expect((await ask(onlyIssuer)).verdict).toBe('failed');
  });
});
