import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, soundDossier } from '../../../../test/support/content.ts';
import { openServer } from '../../../../test/support/server.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { createUuid } from '../../../platform/ids.ts';
import type { PersonActor } from '../../audit/index.ts';
import { claimAward, grantAwards } from '../../awards/index.ts';
import { publishAward, readPublicDocument } from '../../credentials/index.ts';
import { createDesign } from '../../designs/index.ts';
import { permissionsOf } from '../../institutions/index.ts';
import { saveDossier } from '../index.ts';
import type { ProofInput } from '../staff.schema.ts';
import { getStaff } from './get-staff.ts';
import { handInCredential } from './hand-in-credential.ts';
import { proveQualification, recordQualification, withdrawQualification } from './keep-qualification.ts';
import { judgeHolding, type Proof, refuseCredential, type Verified } from './qualification.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let assurer: PersonActor;
let theirs: PersonActor;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  const assure = (institutionId: string): PersonActor => ({
    ...{ kind: 'person', personId: createUuid(), institutionId },
    permissions: permissionsOf(['quality-officer']),
  });
  assurer = assure(world.groningen.institutionId);
  theirs = assure(world.oosterdiep.institutionId);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

const UTQ = { person: null, name: 'Ada Rivers', kind: 'utq', kindName: null } as const;
const REGISTER: Extract<ProofInput, { evidence: 'register' }> = {
  ...{ evidence: 'register', source: 'Register of the university', reference: 'BKO-1' },
  ...{ seenOn: '2026-11-20', validFrom: '2020-01-01', validUntil: null },
};

const proof = (change: Partial<Proof> = {}): Proof => ({
  ...{ evidence: 'register', source: 'Register', reference: '1', seenOn: null, verdict: null },
  ...{ refusal: null, recipient: null, digest: null, validFrom: '2020-01-01', validUntil: '2026-12-31' },
  recordedAt: new Date(0),
  ...change,
});

describe('a recorded qualification', () => {
  const days = ['2026-11-01', '2027-02-01'];
  it.each([
    ['holds on both days', [proof({ validUntil: null })], 'holds'],
    ['expires before the last', [proof()], 'expires'],
    ['is renewed by another proof', [proof(), proof({ validFrom: '2027-01-01', validUntil: null })], 'holds'],
    ['begins after the first', [proof({ validFrom: '2026-11-02', validUntil: null })], 'not-yet-valid'],
    ['is shown by nothing', [], 'unproven'],
    ['is shown by nothing that counts', [proof({ validUntil: null, refusal: 'incomplete' })], 'unproven'],
  ] as const)('%s', (_, proofs, expected) => {
    expect(judgeHolding({ withdrawnOn: null, proofs: [...proofs] }, days)).toBe(expected);
  });

  it('that was withdrawn holds on no day', () => {
    const proofs = [proof({ validUntil: null })];
    expect(judgeHolding({ withdrawnOn: '2026-11-01', proofs }, ['2026-01-01'])).toBe('withdrawn');
  });
});

describe('a credential that is handed in', () => {
  const said: Verified = {
    ...{ verdict: 'verified', title: 'UTQ', issuer: 'A university', recipient: 'Ada Rivers' },
    ...{ validFrom: '2020-01-01', validUntil: undefined, digest: 'aa' },
  };
  it.each<[string, Partial<Verified>, string | null]>([
    ['of the person themselves counts', {}, null],
    ['counts whatever the capitals, accents and spaces', { recipient: ' ÁDA  rivers' }, null],
    ['that is forged does not', { verdict: 'failed' }, 'failed'],
    ['whose issuer nobody knows does not', { verdict: 'incomplete' }, 'incomplete'],
    ['that names nobody does not', { recipient: undefined }, 'recipient-unnamed'],
    ['of somebody else does not', { recipient: 'Bo Rivers' }, 'recipient-differs'],
    ['without a day does not', { validFrom: undefined }, 'undated'],
  ])('%s', (_, change, expected) => {
    expect(refuseCredential({ ...said, ...change }, 'Ada Rivers')).toBe(expected);
  });

  it('is verified as anyone would; its verdict and digest are kept, and one changed letter shows', async () => {
    const { deps, groningen } = world;
    const bytes = await publishBadge('Ada Rivers');
    const { id } = await recordQualification(deps, assurer, UTQ);
    expect(await handInCredential(deps, assurer, { id, bytes })).toEqual({
      verdict: 'verified',
      refusal: null,
    });
    const forged = Buffer.from(bytes).toString().replace('Two is One', 'Two is Two');
    expect(await handInCredential(deps, assurer, { id, bytes: new TextEncoder().encode(forged) })).toEqual({
      verdict: 'failed',
      refusal: 'failed',
    });
    const { id: other } = await recordQualification(deps, assurer, { ...UTQ, name: 'Bo Lakes' });
    expect(await handInCredential(deps, assurer, { id: other, bytes })).toMatchObject({
      refusal: 'recipient-differs',
    });
    const { qualifications } = await getStaff(deps, groningen.reader);
    expect(qualifications.find((one) => one.id === id)).toMatchObject({
      holding: 'holds',
      proofs: [
        { verdict: 'failed', refusal: 'failed' },
        { verdict: 'verified', recipient: 'Ada Rivers', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
    expect(qualifications.find((one) => one.id === other)?.holding).toBe('unproven');
    await expect(
      handInCredential(deps, assurer, { id, bytes: new TextEncoder().encode('no badge') }),
    ).rejects.toMatchObject({ code: 'quality/credential-unreadable' });
  });
});

async function publishBadge(name: string): Promise<Uint8Array> {
  const { deps, groningen } = world;
  const design = await world.publish(groningen.designer);
  const { rows } = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [{ email: 'ada@example.org', name }],
  });
  await world.settle();
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner('ada@example.org', name);
  const { publicId } = await claimAward(deps, learner, { award });
  await publishAward(deps, learner, {
    award,
    choice: { showName: true, showResult: false, showEvidence: false, olderPlatforms: false },
  });
  await world.settle();
  const { document } = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
  return new TextEncoder().encode(document.bytes);
}

describe('a dossier that names a record', () => {
  async function listReasons(record: string): Promise<string[]> {
    const { deps, groningen } = world;
    const { kind, title, defaultLanguage } = microcredential;
    const { id: design } = await createDesign(deps, groningen.designer, {
      ...{ kind, title, defaultLanguage, unit: 'philosophy', content: microcredential },
    });
    await saveDossier(deps, groningen.designer, {
      ...{ design, revision: 0 },
      dossier: {
        ...soundDossier,
        team: [{ id: 'T1', name: 'Ada Rivers', role: 'teacher-and-examiner', record }],
      },
    });
    const token = await server.signInClient(groningen.institutionId, ['designs.read']);
    const answer = await server.app.inject({
      url: `/api/v1/designs/${design}/quality`,
      headers: { authorization: `Bearer ${token}` },
    });
    const { findings } = answer.json() as { findings: { pointer: string; reason: string }[] };
    return findings.filter(({ pointer }) => pointer === '/dossier/team/0').map(({ reason }) => reason);
  }

  beforeAll(async () => {
    await requireQualifiedStaff();
  });

  it('is sound while the record holds, and says which way it does not', async () => {
    const { deps } = world;
    const { id } = await recordQualification(deps, assurer, UTQ);
    expect(await listReasons(id)).toEqual(['teacher-record-unproven']);
    await proveQualification(deps, assurer, { id, ...REGISTER, validUntil: '2027-03-01' });
    expect(await listReasons(id)).toEqual(['teacher-record-expires']);
    await proveQualification(deps, assurer, { id, ...REGISTER, validFrom: '2027-03-02' });
    expect(await listReasons(id)).toEqual([]);
    await withdrawQualification(deps, assurer, { id, because: 'The register struck it.' });
    expect(await listReasons(id)).toEqual(['teacher-record-withdrawn']);
  });

  it('of a kind that does not count fails, and an equivalence counts while it lasts', async () => {
    const { deps } = world;
    const { id } = await recordQualification(deps, assurer, {
      ...{ ...UTQ, kind: 'own-course', kindName: 'A course of our own' },
    });
    await proveQualification(deps, assurer, { id, ...REGISTER });
    expect(await listReasons(id)).toEqual(['teacher-qualification-does-not-count']);
    const { id: guest } = await recordQualification(deps, assurer, { ...UTQ, kind: 'other' });
    await proveQualification(deps, assurer, {
      ...{
        id: guest,
        evidence: 'equivalence' as const,
        source: 'Dean',
        reference: 'Twelve years of teaching.',
      },
      ...{ seenOn: '2026-01-01', validFrom: '2026-01-01', validUntil: '2027-12-31' },
    });
    expect(await listReasons(guest)).toEqual([]);
  });

  it('of another institution names nothing', async () => {
    const { deps } = world;
    const { id } = await recordQualification(deps, theirs, UTQ);
    await proveQualification(deps, theirs, { id, ...REGISTER });
    expect(await listReasons(id)).toEqual(['teacher-record-unknown']);
    expect(await listReasons(createUuid())).toEqual(['teacher-record-unknown']);
    await expect(proveQualification(deps, assurer, { id, ...REGISTER })).rejects.toMatchObject({
      status: 404,
    });
    await expect(withdrawQualification(deps, assurer, { id, because: 'x' })).rejects.toMatchObject({
      status: 404,
    });
    const { qualifications } = await getStaff(deps, world.groningen.reader);
    expect(qualifications.map((one) => one.id)).not.toContain(id);
  });
});

/** The pack of an institution that asks for qualified teachers; one that wants them recorded is judged in checks. */
async function requireQualifiedStaff(): Promise<void> {
  await world.queryAsSuperuser(
    `INSERT INTO quality_adoptions (id, institution_id, design_kind, pack, adopted_at)
     VALUES (gen_random_uuid(), $1, 'microcredential', 'rug-mc@2026', '2026-01-01')`,
    [world.groningen.institutionId],
  );
}

it('a member is named by who they are, and their record leaves with their account', async () => {
  const { deps, groningen } = world;
  const { personId } = await world.settleLearner('teacher@groningen.example', 'Cas Brug');
  await expect(recordQualification(deps, assurer, { ...UTQ, person: personId })).rejects.toMatchObject({
    code: 'quality/staff-unknown',
  });
  await world.queryAsSuperuser(
    `INSERT INTO members (id, institution_id, person_id, identifier, name, role, created_at)
     SELECT gen_random_uuid(), $1, $2, 'teacher@groningen.example', 'Cas Brug', 'teacher', now()`,
    [groningen.institutionId, personId],
  );
  const { id } = await recordQualification(deps, assurer, { ...UTQ, person: personId, name: 'Cas Brug' });
  await proveQualification(deps, assurer, { id, ...REGISTER });
  const { exportPerson, erasePerson } = await import('../person-data.ts');
  const held = await deps.database.asCustodian({ person: personId }, (tx) => exportPerson(tx, personId));
  expect(held.qualifications).toMatchObject([{ kind: 'utq', reference: 'BKO-1' }]);
  await deps.database.asCustodian({ person: personId }, (tx) => erasePerson(tx, personId));
  const left = await world.queryAsSuperuser('SELECT FROM staff_proofs WHERE qualification_id = $1', [id]);
  expect(left).toEqual([]);
});

it('whoever only reads records nothing', async () => {
  const { deps, groningen } = world;
  for (const actor of [groningen.reader, groningen.designer, groningen.teacher])
    await expect(recordQualification(deps, actor, UTQ)).rejects.toMatchObject({ status: 403 });
});
