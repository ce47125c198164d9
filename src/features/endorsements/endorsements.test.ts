import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { checkOb3Endorsement, isJsonObject, type JsonObject, parseJsonObject } from '../../formats/index.ts';
import { gunzipBytes, gzipBytes, inflateBytes } from '../../platform/crypto/index.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { readHolderDocument } from '../credentials/index.ts';
import { findVersion } from '../designs/index.ts';
import { openHouse } from '../verification/house.ts';
import type { VerificationReport } from '../verification/index.ts';
import { verifyCredential } from '../verification/index.ts';
import { answerEndorsement, withdrawEndorsement } from './answer-endorsement.ts';
import { endorse } from './endorse.ts';
import { findDocument, listAccepted, listEndorsements } from './endorsements.store.ts';

let world: World;
let ours: PersonActor;
let theirs: PersonActor;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  ours = world.groningen.administrator;
  theirs = world.oosterdiep.administrator;
});
afterAll(() => world?.close());

const WORD = { comment: 'We admit its holders to our second year.', language: 'en' } as const;

async function publish(): Promise<{ design: string; url: string }> {
  const design = await world.publish(world.groningen.designer);
  const version = await world.deps.database.asPublic((tx) => findVersion(tx, design));
  return { design, url: version?.url ?? '' };
}

async function award(design: string): Promise<JsonObject> {
  const email = `endorsed-${++count}@student.example`;
  const holder = await world.settleLearner(email);
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email, name: 'Sanne Visser' }],
  });
  const id = rows[0]?.award ?? '';
  await claimAward(world.deps, holder, { award: id });
  await world.settle();
  const { document } = await readHolderDocument(world.deps, holder, {
    award: id,
    format: 'ob3-data-integrity',
  });
  return parseJsonObject(document.bytes);
}

async function verify(document: JsonObject): Promise<VerificationReport> {
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
  return await verifyCredential(deps, { bytes: new TextEncoder().encode(JSON.stringify(document)) });
}

function vouchers(document: JsonObject): readonly JsonObject[] {
  const subject = document.credentialSubject as JsonObject;
  const { endorsement } = subject.achievement as JsonObject;
  return Array.isArray(endorsement) ? endorsement.filter((one) => isJsonObject(one)) : [];
}

describe('an endorsement of a design', () => {
  it('stands in credentials signed after it was accepted, and verifies with them', async () => {
    const { design, url } = await publish();
    const { id } = await endorse(world.deps, theirs, { about: url, ...WORD });
    expect(vouchers(await award(design))).toEqual([]);
    await answerEndorsement(world.deps, ours, { endorsement: id, accept: true });
    const credential = await award(design);
    const [word] = vouchers(credential);
    expect(word && checkOb3Endorsement(word)).toEqual({ conforms: true });
    expect(word?.credentialSubject).toMatchObject({ id: url, endorsementComment: WORD.comment });
    const report = await verify(credential);
    expect(report, JSON.stringify(report.checks)).toMatchObject({ verdict: 'verified' });
    expect(report.checks.find((check) => check.id === 'endorsements')).toMatchObject({ outcome: 'passed' });
    expect(word && (await verify(word))).toMatchObject({ verdict: 'verified', format: 'vc' });
  });

  it('taken back is a warning in what holds it, and stands in nothing that is signed later', async () => {
    const { design, url } = await publish();
    const { id } = await endorse(world.deps, theirs, { about: `${url}?lang=nl`, ...WORD });
    await answerEndorsement(world.deps, ours, { endorsement: id, accept: true });
    const before = await award(design);
    await withdrawEndorsement(world.deps, theirs, { endorsement: id });
    await world.settle();
    const report = await verify(before);
    expect(report.verdict).toBe('verified');
    expect(report.checks.find((check) => check.id === 'endorsements')).toMatchObject({
      outcome: 'warning',
      reason: 'endorsement-broken',
    });
    expect(vouchers(await award(design))).toEqual([]);
  });

  it('is shown to nobody before it was accepted, nor after it was declined', async () => {
    const { design, url } = await publish();
    const { id } = await endorse(world.deps, theirs, { about: url, ...WORD });
    const shown = () => world.deps.database.asPublic((tx) => listAccepted(tx, [url]));
    expect(await shown()).toEqual([]);
    await answerEndorsement(world.deps, ours, { endorsement: id, accept: false });
    expect(await shown()).toEqual([]);
    const given = await world.deps.database.asInstitution(theirs.institutionId ?? '', listEndorsements);
    const publicId = given.find((one) => one.id === id)?.publicId ?? '';
    expect(await world.deps.database.asPublic((tx) => findDocument(tx, publicId))).toBeUndefined();
    expect(vouchers(await award(design))).toEqual([]);
  });

  it('is of the version that stands now, and once', async () => {
    const { design, url } = await publish();
    await endorse(world.deps, theirs, { about: url.replace(/\/versions\/1$/, ''), ...WORD });
    await expect(endorse(world.deps, theirs, { about: url, ...WORD })).rejects.toMatchObject({
      code: 'endorsements/already-endorsed',
    });
    expect(design).not.toBe('');
  });

  it('is nobody’s of their own work, and about something of this installation', async () => {
    const { url } = await publish();
    await expect(endorse(world.deps, ours, { about: url, ...WORD })).rejects.toMatchObject({
      code: 'endorsements/own-work',
    });
    for (const about of ['https://else.example/designs/abc', 'nothing', `${url}/versions/9`])
      await expect(endorse(world.deps, theirs, { about, ...WORD })).rejects.toMatchObject({
        code: 'endorsements/subject-unknown',
      });
  });

  it('is answered by whom it is about and taken back by whoever gave it, and by nobody else', async () => {
    const { url } = await publish();
    const { id } = await endorse(world.deps, theirs, { about: url, ...WORD });
    await expect(
      answerEndorsement(world.deps, theirs, { endorsement: id, accept: true }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(withdrawEndorsement(world.deps, ours, { endorsement: id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      answerEndorsement(world.deps, world.groningen.registrar, { endorsement: id, accept: true }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('an endorsement of an institution', () => {
  it('stands in its credentials beside its name', async () => {
    const { design } = await publish();
    const credential = await award(design);
    const issuer = credential.issuer as JsonObject;
    const { id } = await endorse(world.deps, theirs, { about: String(issuer.url), ...WORD });
    await answerEndorsement(world.deps, ours, { endorsement: id, accept: true });
    const later = await award(design);
    expect((later.issuer as JsonObject).endorsement).toMatchObject([
      { credentialSubject: { id: issuer.id } },
    ]);
    expect((await verify(later)).verdict).toBe('verified');
  });
});

describe('an endorsement in a credential', () => {
  it('about something else, or changed by whoever holds it, is never a tick', async () => {
    const { design, url } = await publish();
    const { id } = await endorse(world.deps, theirs, { about: url, ...WORD });
    await answerEndorsement(world.deps, ours, { endorsement: id, accept: true });
    const credential = await award(design);
    const changed = JSON.parse(JSON.stringify(credential).replace(WORD.comment, 'The best there is.'));
    expect((await verify(changed)).verdict).toBe('failed');
  });
});
