import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { claimAward, declineAward } from './claim-award.ts';
import { offerToken } from './compose-award.ts';
import { endUndoWindow } from './end-undo-window.ts';
import { getOffer } from './get-offer.ts';
import { grantAwards } from './grant-awards.ts';
import { revokeAward } from './revoke-award.ts';
import { undoBatch } from './undo-awards.ts';

let world: World;
let design: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

/** An address that no other test uses. */
const someone = () => `learner-${++count}@example.org`;
const grant = (
  recipient: Parameters<typeof grantAwards>[2]['recipients'][number],
  more: Partial<Parameters<typeof grantAwards>[2]> = {},
) => grantAwards(world.deps, world.groningen.registrar, { design, recipients: [recipient], ...more });
const countAwards = async () =>
  Number((await world.queryAsSuperuser<{ n: string }>('SELECT count(*) AS n FROM awards'))[0]?.n);

/** How often a batch was granted. */
const countGrants = async (batchId: string) =>
  (
    await world.queryAsSuperuser(
      "SELECT FROM audit_entries WHERE action = 'awards.granted' AND subject_id = $1",
      [batchId],
    )
  ).length;

describe('granting', () => {
  it('is refused to those whose role does not allow it', async () => {
    const { deps, groningen, oosterdiep } = world;
    const input = { design, recipients: [{ email: someone() }] };
    await expect(grantAwards(deps, groningen.reader, input)).rejects.toMatchObject({ status: 403 });
    await expect(grantAwards(deps, { kind: 'anonymous' }, input)).rejects.toMatchObject({ status: 401 });
    const learner = await world.settleLearner(someone());
    await expect(grantAwards(deps, learner, input)).rejects.toMatchObject({ status: 404 });
    // Published and readable for everyone, yet not theirs to award.
    await expect(grantAwards(deps, oosterdiep.registrar, input)).rejects.toMatchObject({
      status: 422,
      code: 'awards/version-unknown',
    });
  });

  it('says of each row of a list what became of it, in the order of the list', async () => {
    const { deps, groningen } = world;
    const known = someone();
    await grant({ email: known });
    const fresh = someone();
    const { rows } = await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [
        { email: fresh, reference: 'a' },
        { email: fresh.toUpperCase() },
        { email: known },
        { email: 'not an address' },
        { name: 'No Address' },
        { email: someone(), result: '11' },
        { email: someone(), result: '5' },
        { email: someone(), awardedOn: '2026-02-30' },
        { email: someone(), awardedOn: '2026-11-22' },
        { email: someone(), awardedOn: '2026-11-20', expiresOn: '2026-11-19' },
        { email: someone(), language: 'fy' },
        { identifier: 'S1234567@groningen.example' },
      ],
    });
    expect(rows.map((row) => [row.row, row.fate, row.problem?.code])).toEqual([
      [0, 'issued', undefined],
      [1, 'duplicate', 'awards/twice-in-list'],
      [2, 'duplicate', 'awards/duplicate'],
      [3, 'refused', 'awards/email-malformed'],
      [4, 'refused', 'awards/recipient-missing'],
      [5, 'refused', 'awards/result-unknown'],
      [6, 'refused', 'awards/result-fails'],
      [7, 'refused', 'awards/day-malformed'],
      [8, 'refused', 'awards/day-in-the-future'],
      [9, 'refused', 'awards/expires-before-award'],
      [10, 'refused', 'awards/language-unavailable'],
      [11, 'issued', undefined],
    ]);
    expect(rows[0]?.reference).toBe('a');
  });

  it('gives one award when it is pressed many times at once', async () => {
    const email = someone();
    const before = await countAwards();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => grant({ email })));
    expect(outcomes.map((one) => one.rows[0]?.fate).sort()).toEqual([
      ...Array(7).fill('duplicate'),
      'issued',
    ]);
    expect(await countAwards()).toBe(before + 1);
  });

  it('gives requests that arrive together with one key the same answer', async () => {
    const email = someone();
    const twins = await Promise.all(
      Array.from({ length: 5 }, () => grant({ email }, { idempotencyKey: 'together' })),
    );
    expect(new Set(twins.map(({ batchId, rows }) => `${batchId} ${rows[0]?.award}`)).size).toBe(1);
    expect(twins[0]?.rows[0]).toMatchObject({ fate: 'issued' });
    const others = await Promise.allSettled(
      [1, 2, 3].map(() => grant({ email: someone() }, { idempotencyKey: 'apart' })),
    );
    expect(others.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('answers a repeated request with what it did the first time, and refuses its key for another', async () => {
    const email = someone();
    const first = await grant({ email }, { idempotencyKey: 'k-1' });
    const again = await grant({ email }, { idempotencyKey: 'k-1' });
    expect(again.rows).toEqual(first.rows);
    await expect(grant({ email: someone() }, { idempotencyKey: 'k-1' })).rejects.toMatchObject({
      code: 'awards/idempotency-key-reused',
    });
  });

  it('writes nothing when it is tried dry', async () => {
    const before = await countAwards();
    const tried = await grant({ email: someone() }, { dryRun: true });
    expect([tried.rows[0]?.fate, tried.rows[0]?.award, tried.batchId]).toEqual(['ready', undefined, null]);
    expect(await countAwards()).toBe(before);
  });

  it('asks the port whether this version may go to this recipient', async () => {
    const mayGrant = async () => () => ({ code: 'policy/audience', detail: 'professionals only' });
    const refused = await grantAwards({ ...world.deps, mayGrant }, world.groningen.registrar, {
      design,
      recipients: [{ email: someone() }],
    });
    expect(refused.rows[0]).toMatchObject({ fate: 'refused', problem: { code: 'policy/audience' } });
  });

  it('lets an award expire the months after its day that the design says', async () => {
    const expiring = await world.publish(world.groningen.designer, {
      ...proofOfCompetence,
      title: { en: 'Expiring', nl: 'Verlopend' },
      validityMonths: 6,
    });
    const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
      design: expiring,
      recipients: [{ email: someone(), awardedOn: '2026-08-31' }],
    });
    const [row] = await world.queryAsSuperuser<{ expires_on: string }>(
      'SELECT expires_on::text FROM awards WHERE id = $1',
      [rows[0]?.award],
    );
    expect(row?.expires_on).toBe('2027-02-28');
  });
});

describe('the undo window', () => {
  it('keeps everything in the house until it ends, and undo leaves nothing but a line in the audit', async () => {
    await world.settle();
    const letters = world.mailSink.listLetters().length;
    const granted = await grant({ email: someone() }, { undo: 'PT30M' });
    await world.settle();
    expect(granted.rows[0]?.fate).toBe('pending');
    const [traces] = await world.queryAsSuperuser<{ n: string }>(
      'SELECT (SELECT count(*) FROM documents WHERE award_id = $1) + (SELECT count(*) FROM status_entries WHERE award_id = $1) AS n',
      [granted.rows[0]?.award],
    );
    expect(Number(traces?.n)).toBe(0);
    expect(world.mailSink.listLetters().length).toBe(letters);

    expect(await undoBatch(world.deps, world.groningen.registrar, { batch: granted.batchId ?? '' })).toEqual({
      undone: 1,
    });
    expect(
      await world.queryAsSuperuser('SELECT FROM awards WHERE id = $1', [granted.rows[0]?.award]),
    ).toEqual([]);
    expect(
      await world.queryAsSuperuser(
        "SELECT FROM audit_entries WHERE action = 'awards.undone' AND subject_id = $1",
        [granted.batchId],
      ),
    ).toHaveLength(1);
  });

  it('grants what nobody took back, once, however often its end is told', async () => {
    const granted = await grant({ email: someone() }, { undo: 'PT30M' });
    const batchId = granted.batchId ?? '';
    const { institutionId } = world.groningen;
    expect(await endUndoWindow(world.deps, institutionId, { batchId })).toBe(0);
    world.clock.advance(31 * 60_000);
    // Its end is also told by the outbox, at the same time perhaps: whoever is first grants.
    await endUndoWindow(world.deps, institutionId, { batchId });
    expect(await endUndoWindow(world.deps, institutionId, { batchId })).toBe(0);
    expect(await countGrants(batchId)).toBe(1);
    await expect(undoBatch(world.deps, world.groningen.registrar, { batch: batchId })).rejects.toMatchObject({
      code: 'awards/window-over',
    });
  });

  it('that ends while the institution is archived grants nothing until it is restored', async () => {
    const granted = await grant({ email: someone() }, { undo: 'PT30M' });
    const { institutionId } = world.groningen;
    const end = () => endUndoWindow(world.deps, institutionId, { batchId: granted.batchId ?? '' });
    const archive = (at: string) =>
      world.queryAsSuperuser(`UPDATE institutions SET archived_at = ${at} WHERE id = '${institutionId}'`);
    await archive('now()');
    world.clock.advance(31 * 60_000);
    expect(await end()).toBe(0);
    expect(await countGrants(granted.batchId ?? '')).toBe(0);
    await archive('NULL');
    await end();
    expect(await countGrants(granted.batchId ?? '')).toBe(1);
  });

  it('is not open to another institution', async () => {
    const granted = await grant({ email: someone() }, { undo: 'PT30M' });
    await expect(
      undoBatch(world.deps, world.oosterdiep.registrar, { batch: granted.batchId ?? '' }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('an offer', () => {
  it('shows the badge to the bearer of its link, and of the person only as much as they know themselves', async () => {
    const granted = await grant({ email: 'sanne.visser@example.org', name: 'Sanne Visser' });
    const offer = await getOffer(
      world.deps,
      { kind: 'anonymous' },
      offerToken(world.deps, granted.rows[0]?.award ?? ''),
    );
    expect(offer).toMatchObject({
      state: 'offered',
      claimable: 'sign-in',
      maskedAddress: 's•••@example.org',
      award: null,
    });
    expect(JSON.stringify(offer)).not.toContain('sanne.visser');
  });

  it('opens for no other secret', async () => {
    await expect(getOffer(world.deps, { kind: 'anonymous' }, 'A'.repeat(43))).rejects.toMatchObject({
      status: 404,
    });
  });

  it('is not claimed by whoever was forwarded the letter', async () => {
    const granted = await grant({ email: someone() });
    const award = granted.rows[0]?.award ?? '';
    const stranger = await world.settleLearner(someone(), 'Stranger');
    expect((await getOffer(world.deps, stranger, offerToken(world.deps, award))).claimable).toBe(
      'prove-address',
    );
    await expect(claimAward(world.deps, stranger, { award })).rejects.toMatchObject({
      code: 'awards/address-not-proven',
    });
  });

  it('is claimed once by many clicks at once', async () => {
    const email = someone();
    const granted = await grant({ email });
    const award = granted.rows[0]?.award ?? '';
    const learner = await world.settleLearner(email);
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => claimAward(world.deps, learner, { award })),
    );
    expect(new Set(claims.map((one) => one.state))).toEqual(new Set(['claimed']));
    expect(
      await world.queryAsSuperuser(
        "SELECT FROM audit_entries WHERE action = 'award.claimed' AND subject_id = $1",
        [award],
      ),
    ).toHaveLength(1);
  });

  it('goes to one of two people who have proven the same address', async () => {
    const email = someone();
    const award = (await grant({ email })).rows[0]?.award ?? '';
    const one = await world.settleLearner(email, 'One');
    const two = await world.deps.database.asDoorkeeper(async (tx) => {
      const { enterAccount } = await import('../accounts/index.ts');
      return enterAccount(tx, world.clock.now(), {
        stated: {
          issuer: 'https://other.example',
          subject: 'two',
          name: 'Two',
          addresses: [email],
          identifiers: [],
        },
        provider: 'learner',
        language: 'en',
      });
    });
    await claimAward(world.deps, one, { award });
    await expect(
      claimAward(world.deps, { kind: 'person', personId: two, permissions: new Set() }, { award }),
    ).rejects.toMatchObject({ code: 'awards/address-not-proven' });
  });

  it("takes the claimant's name only where the issuer wrote none", async () => {
    const email = someone();
    const named = (await grant({ email, name: 'As The Issuer Wrote' })).rows[0]?.award ?? '';
    const learner = await world.settleLearner(email);
    await claimAward(world.deps, learner, {
      award: named,
      claimant: { name: 'Another Name', source: 'holder' },
    });
    const [row] = await world.queryAsSuperuser<{ name: string; name_source: string }>(
      'SELECT name, name_source FROM award_recipients WHERE award_id = $1',
      [named],
    );
    expect(row).toEqual({ name: 'As The Issuer Wrote', name_source: 'issuer' });
  });

  it('that was declined cannot be claimed, nor revoked', async () => {
    const email = someone();
    const award = (await grant({ email })).rows[0]?.award ?? '';
    const learner = await world.settleLearner(email);
    await declineAward(world.deps, learner, { award });
    await expect(claimAward(world.deps, learner, { award })).rejects.toMatchObject({ status: 409 });
    await expect(
      revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' }),
    ).rejects.toMatchObject({ code: 'awards/not-standing' });
  });
});

describe('revoking', () => {
  it('is refused to those whose role does not allow it, and hidden from other institutions', async () => {
    const award = (await grant({ email: someone() })).rows[0]?.award ?? '';
    await expect(
      revokeAward(world.deps, world.groningen.teacher, { award, reason: 'fraud' }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      revokeAward(world.deps, world.oosterdiep.registrar, { award, reason: 'fraud' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('happens once, sets the bit and sends one letter, however often it is asked', async () => {
    const award = (await grant({ email: someone() })).rows[0]?.award ?? '';
    await world.settle();
    const before = world.mailSink
      .listLetters()
      .filter((letter) => letter.subject.startsWith('Withdrawn')).length;
    await Promise.all(
      Array.from({ length: 4 }, () =>
        revokeAward(world.deps, world.groningen.registrar, {
          award,
          reason: 'issued-in-error',
          note: 'Wrong person.',
        }),
      ),
    );
    await world.settle();
    expect(
      world.mailSink.listLetters().filter((letter) => letter.subject.startsWith('Withdrawn')).length,
    ).toBe(before + 1);
    const [entry] = await world.queryAsSuperuser<{ set_at: Date | null }>(
      'SELECT set_at FROM status_entries WHERE award_id = $1',
      [award],
    );
    expect(entry?.set_at).not.toBeNull();
  });

  it('at the moment of signing leaves no signed document whose bit is not set', async () => {
    const { deps, groningen } = world;
    const awards = await Promise.all(Array.from({ length: 5 }, () => grant({ email: someone() })));
    await Promise.all(
      awards.map(({ rows }) =>
        revokeAward(deps, groningen.registrar, { award: rows[0]?.award ?? '', reason: 'issued-in-error' }),
      ),
    );
    await world.settle();
    const unset = await world.queryAsSuperuser(
      'SELECT FROM documents d LEFT JOIN status_entries s USING (award_id) WHERE d.award_id = ANY($1) AND s.set_at IS NULL',
      [awards.map(({ rows }) => rows[0]?.award)],
    );
    expect(unset).toEqual([]);
  });

  it('makes room for another award of the same version', async () => {
    const email = someone();
    const award = (await grant({ email })).rows[0]?.award ?? '';
    expect((await grant({ email })).rows[0]?.fate).toBe('duplicate');
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'superseded' });
    expect((await grant({ email })).rows[0]?.fate).toBe('issued');
  });
});
