import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { decodeStatusBits, parseJsonObject, readOb2, readOb3, readStatusValue } from '../../formats/index.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, declineAward, grantAwards, revokeAward } from '../awards/index.ts';
import { createDesign, publishDesign } from '../designs/index.ts';
import { readStatusList } from '../status/index.ts';
import { getPublicCredential } from './get-public-credential.ts';
import { issueHolderEdition } from './issue-credentials.ts';
import { type PublishChoice, publishAward, withdrawPublication } from './publish-award.ts';
import { readHolderDocument, readPublicDocument } from './read-document.ts';

let world: World;
let design: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

const NOTHING: PublishChoice = {
  showName: false,
  showResult: false,
  showEvidence: false,
  olderPlatforms: false,
};
const EVERYTHING: PublishChoice = {
  showName: true,
  showResult: true,
  showEvidence: true,
  olderPlatforms: true,
};

/** Granted, signed and claimed. */
async function settleAward(
  more: object = {},
): Promise<{ award: string; learner: PersonActor; publicId: string; email: string }> {
  const email = `holder-${++count}@example.org`;
  const recipient = {
    email,
    name: 'Sanne Visser',
    result: '8',
    narrative: 'A fine debate.',
    evidence: [{ name: 'Essay', url: 'https://evidence.example/1' }],
    ...more,
  };
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [recipient],
  });
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner(email);
  await claimAward(world.deps, learner, { award });
  await world.settle();
  const {
    award: { publicId },
  } = await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' });
  return { award, learner, publicId, email };
}

/** Granted, and not claimed yet. */
async function offerAward(): Promise<{ award: string; learner: PersonActor }> {
  const email = `holder-${++count}@example.org`;
  const recipients = [{ email, name: 'Sanne Visser', result: '8' }];
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, { design, recipients });
  return { award: rows[0]?.award ?? '', learner: await world.settleLearner(email) };
}

const readPublic = async (publicId: string) =>
  (await readPublicDocument(world.deps, { publicId, format: 'ob3-data-integrity' })).document.bytes;

describe('the public edition', () => {
  it('says nothing that the learner did not choose', async () => {
    const { award, learner, publicId, email } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: NOTHING });
    const bytes = await readPublic(publicId);
    for (const secret of [
      'Sanne',
      'Visser',
      email,
      'fine debate',
      'evidence.example',
      'identityHash',
      '"salt"',
    ])
      expect(bytes).not.toContain(secret);
    expect(readOb3(parseJsonObject(bytes)).results).toEqual([]);
  });

  it('says what they chose, each by itself', async () => {
    const { award, learner, publicId } = await settleAward();
    const shown = async (choice: Partial<PublishChoice>) => {
      await publishAward(world.deps, learner, { award, choice: { ...NOTHING, ...choice } });
      const said = readOb3(parseJsonObject(await readPublic(publicId)));
      return {
        name: said.recipient.name,
        result: said.results[0]?.value,
        evidence: said.evidence.length,
        narrative: said.narrative,
      };
    };
    expect(await shown({ showName: true })).toEqual({
      name: 'Sanne Visser',
      result: undefined,
      evidence: 0,
      narrative: undefined,
    });
    expect(await shown({ showResult: true })).toEqual({
      name: undefined,
      result: '8',
      evidence: 0,
      narrative: undefined,
    });
    expect(await shown({ showEvidence: true })).toEqual({
      name: undefined,
      result: undefined,
      evidence: 1,
      narrative: 'A fine debate.',
    });
  });

  it("is one credential with the holder's: same id, dates and status entry", async () => {
    const { award, learner, publicId } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: NOTHING });
    const own = parseJsonObject(
      (await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' })).document.bytes,
    );
    const shown = parseJsonObject(await readPublic(publicId));
    for (const member of ['id', 'validFrom', 'awardedDate', 'credentialStatus'] as const)
      expect(shown[member]).toEqual(own[member]);
  });

  it('names an address only as Open Badges 2.0, and only when the learner ticked that', async () => {
    const { award, learner, publicId, email } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: { ...EVERYTHING, olderPlatforms: false } });
    await expect(readPublicDocument(world.deps, { publicId, format: 'ob2-hosted' })).rejects.toMatchObject({
      status: 404,
    });
    await publishAward(world.deps, learner, { award, choice: EVERYTHING });
    const { document } = await readPublicDocument(world.deps, { publicId, format: 'ob2-hosted' });
    const said = readOb2(parseJsonObject(document.bytes));
    expect(said.recipient.identifiers[0]).toMatchObject({ hashed: true });
    expect(document.bytes).not.toContain(email);
    expect(await readPublic(publicId)).not.toContain('sha256$');
  });

  it('is gone, as if it had never been, when it is taken private', async () => {
    const { award, learner, publicId } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: EVERYTHING });
    await withdrawPublication(world.deps, learner, { award });
    await world.settle();
    const refusals = await Promise.all([
      readPublicDocument(world.deps, { publicId, format: 'ob3-data-integrity' }).catch((error) => error),
      readPublicDocument(world.deps, { publicId: '0'.repeat(26), format: 'ob3-data-integrity' }).catch(
        (error) => error,
      ),
      getPublicCredential(world.deps, publicId).catch((error) => error),
    ]);
    expect(new Set(refusals.map((refusal) => JSON.stringify({ ...refusal })))).toHaveProperty('size', 1);
    expect(
      await world.queryAsSuperuser("SELECT FROM documents WHERE award_id = $1 AND edition = 'public'", [
        award,
      ]),
    ).toEqual([]);
  });

  it('of an older choice is not served, should it be written late', async () => {
    const { award, learner, publicId } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: EVERYTHING });
    await world.queryAsSuperuser('UPDATE publications SET revision = gen_random_uuid() WHERE award_id = $1', [
      award,
    ]);
    await expect(readPublic(publicId)).rejects.toMatchObject({ status: 404 });
  });

  it('is made by nobody but the one who holds the award', async () => {
    const { award } = await settleAward();
    const other = await world.settleLearner('nosy@example.org');
    await expect(publishAward(world.deps, other, { award, choice: EVERYTHING })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      publishAward(world.deps, world.groningen.registrar, { award, choice: EVERYTHING }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      readHolderDocument(world.deps, other, { award, format: 'ob3-data-integrity' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("survives clicking twice and changing one's mind at once with one answer that fits the last choice", async () => {
    const { award, learner, publicId } = await settleAward();
    await Promise.all(
      [NOTHING, EVERYTHING, NOTHING, EVERYTHING].map((choice) =>
        publishAward(world.deps, learner, { award, choice }),
      ),
    );
    await world.settle();
    const [publication] = await world.queryAsSuperuser<{ show_name: boolean }>(
      'SELECT show_name FROM publications WHERE award_id = $1',
      [award],
    );
    expect((await readPublic(publicId)).includes('Sanne Visser')).toBe(publication?.show_name);
  });
});

describe('issuing', () => {
  it('runs again without harm', async () => {
    const { award } = await settleAward();
    const read = () =>
      world.queryAsSuperuser<{ bytes: string }>(
        "SELECT bytes FROM documents WHERE award_id = $1 AND edition = 'holder'",
        [award],
      );
    const before = await read();
    expect(
      await issueHolderEdition(world.deps, world.groningen.institutionId, {
        awardIds: [award],
        format: 'ob3-data-integrity',
      }),
    ).toBe(0);
    expect(await read()).toEqual(before);
  });

  it('embeds the Achievement as it was frozen, also when the design has moved on', async () => {
    const { deps, groningen } = world;
    const { id } = await createDesign(deps, groningen.designer, {
      kind: 'proof-of-competence',
      title: proofOfCompetence.title,
      defaultLanguage: 'en',
      content: proofOfCompetence,
    });
    await world.approve(groningen.designer, id);
    await publishDesign(deps, groningen.designer, { design: id, revision: 1 });
    const { rows } = await grantAwards(deps, groningen.registrar, {
      design: id,
      version: 1,
      recipients: [{ email: 'frozen@example.org' }],
    });
    const { saveDraft } = await import('../designs/index.ts');
    await saveDraft(deps, groningen.designer, {
      design: id,
      revision: 1,
      content: { ...proofOfCompetence, title: { en: 'Renamed', nl: 'Hernoemd' } },
      partnerUnits: [],
    });
    await world.approve(groningen.designer, id);
    await publishDesign(deps, groningen.designer, { design: id, revision: 2 });
    const learner = await world.settleLearner('frozen@example.org');
    await claimAward(deps, learner, { award: rows[0]?.award ?? '' });
    const { document } = await readHolderDocument(deps, learner, {
      award: rows[0]?.award ?? '',
      format: 'ob3-jwt',
    });
    const [frozen] = await world.queryAsSuperuser<{ bytes: string }>(
      "SELECT d.bytes FROM design_documents d JOIN awards a ON a.version_id = d.version_id WHERE a.id = $1 AND d.format = 'achievement' AND d.language = 'en'",
      [rows[0]?.award],
    );
    const payload = JSON.parse(Buffer.from(document.bytes.split('.')[1] ?? '', 'base64url').toString());
    const { endorsementJwt: _, ...achievement } = payload.credentialSubject.achievement;
    expect(achievement).toEqual(JSON.parse(frozen?.bytes ?? '{}'));
    expect(payload.credentialSubject.achievement.name).toBe('Two is One');
  });

  it('speaks the language of the award', async () => {
    const { award, learner } = await settleAward({ language: 'nl' });
    const { document } = await readHolderDocument(world.deps, learner, {
      award,
      format: 'ob3-data-integrity',
    });
    expect(readOb3(parseJsonObject(document.bytes))).toMatchObject({ title: 'Twee is één', language: 'nl' });
  });

  it('writes the days of the institution and the instant of the grant', async () => {
    const { award, learner } = await settleAward({ awardedOn: '2026-07-17', expiresOn: '2030-01-31' });
    const document = parseJsonObject(
      (await readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' })).document.bytes,
    );
    expect(document).toMatchObject({
      awardedDate: '2026-07-17T00:00:00+02:00',
      validUntil: '2030-01-31T23:59:59+01:00',
    });
    expect(document.validFrom).toMatch(/^2026-11-21T\d\d:\d\d:\d\dZ$/);
  });
});

describe('a revoked credential', () => {
  it('keeps its page while it is public, and says when and why', async () => {
    const { award, learner, publicId } = await settleAward();
    await publishAward(world.deps, learner, { award, choice: EVERYTHING });
    await revokeAward(world.deps, world.groningen.registrar, {
      award,
      reason: 'assessment-invalid',
      note: 'Told to the holder only.',
    });
    const page = await getPublicCredential(world.deps, publicId);
    expect(page).toMatchObject({
      state: 'revoked',
      revocation: { reason: 'assessment-invalid', on: '2026-11-21' },
    });
    expect(JSON.stringify(page)).not.toContain('Told to the holder only.');
  });

  it('is revoked on the list also when it was first signed after that', async () => {
    const { award, learner } = await offerAward();
    await claimAward(world.deps, learner, { award });
    await world.settle();
    // As if the signing had not had its turn yet: a queue that is an hour behind cannot be had in a test.
    for (const table of ['documents', 'status_entries'])
      await world.queryAsSuperuser(`DELETE FROM ${table} WHERE award_id = $1`, [award]);
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'assessment-invalid' });
    const { document } = await readHolderDocument(world.deps, learner, {
      award,
      format: 'ob3-data-integrity',
    });
    await world.settle();
    expect(await readBit(document.bytes)).toBe(1);
  });
});

describe('a declined award', () => {
  it('gives nobody a credential, also not who declined it', async () => {
    const { award, learner } = await offerAward();
    await declineAward(world.deps, learner, { award });
    await world.settle();
    await expect(
      readHolderDocument(world.deps, learner, { award, format: 'ob3-data-integrity' }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

/** The entry that a signed document names, in the list as it is published. */
async function readBit(bytes: string): Promise<number> {
  const entry = parseJsonObject(bytes).credentialStatus as {
    readonly statusListCredential: string;
    readonly statusListIndex: string;
  };
  const list = await readStatusList(world.deps, entry.statusListCredential.split('/').at(-1) ?? '');
  const subject = parseJsonObject(list?.document ?? '{}').credentialSubject as { encodedList: string };
  const bits = await decodeStatusBits(world.deps.compression, subject.encodedList);
  return readStatusValue(bits, Number(entry.statusListIndex));
}
