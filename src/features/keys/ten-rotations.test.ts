/** Reliability A4: keys come and go, and nothing that was signed stops verifying. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { parseCompactJws, parseJsonObject } from '../../formats/index.ts';
import { system } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { issueHolderEdition } from '../credentials/index.ts';
import { openHouse, verifyCredential } from '../verification/index.ts';
import { keepKeys } from './keep-keys.ts';
import { listPublicKeys } from './keys.store.ts';
import { rotateKey } from './rotate-key.ts';
import { FIRST_PURPOSES, type PublicKey, stateOf } from './signing-key.ts';

const ROUNDS = 10;
const AWARDS_A_ROUND = 50;
const HOUR = 3_600_000;
const FORMATS = ['ob3-data-integrity', 'ob3-jwt'] as const;

type Signed = { readonly bytes: string; readonly signedAt: Date };

let world: World;
let design: string;
const signed: Signed[] = [];
let keys: PublicKey[] = [];

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
  for (let round = 0; round < ROUNDS; round += 1) {
    await award(round);
    await rotate(round);
  }
  const rows = await world.queryAsSuperuser<{ bytes: string; signed_at: Date }>(
    'SELECT bytes, signed_at FROM documents',
  );
  signed.push(...rows.map(({ bytes, signed_at: signedAt }) => ({ bytes, signedAt })));
  const { issuer } = world.groningen.unit;
  keys = await world.deps.database.asPublic((tx) => listPublicKeys(tx, issuer.id));
}, 60_000);
afterAll(() => world?.close());

/** To people of whom we know no address, so that no letter is written. */
async function award(round: number): Promise<void> {
  const { deps, groningen, clock } = world;
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: Array.from({ length: AWARDS_A_ROUND }, (_, n) => ({
      identifier: `p${round}-${n}@groningen.example`,
      name: 'Sanne Visser',
    })),
  });
  const awardIds = granted.rows.flatMap((row) => row.award ?? []);
  // At two moments of the key's window.
  for (const format of FORMATS) {
    clock.advance(HOUR);
    await issueHolderEdition(deps, groningen.institutionId, { awardIds, format });
  }
}

/** By hand at once, or announced and by the calendar. */
async function rotate(round: number): Promise<void> {
  const { deps, clock, groningen } = world;
  const when = round % 2 === 0 ? 'at-once' : 'announced';
  for (const purpose of FIRST_PURPOSES)
    await rotateKey(deps, system, { issuer: groningen.unit.issuer, purpose, when });
  clock.advance(25 * HOUR);
  await keepKeys(deps);
}

function methodOf(bytes: string): string {
  if (bytes.startsWith('ey')) return String(parseCompactJws(bytes).header.kid);
  const { proof } = parseJsonObject(bytes);
  const [first] = [proof].flat() as { verificationMethod?: string }[]; // what we composed
  return String(first?.verificationMethod);
}

function findKey(bytes: string): PublicKey | undefined {
  const method = methodOf(bytes);
  return keys.find(
    ({ kid, verificationMethod }) => verificationMethod === method || method.endsWith(`/${kid}`),
  );
}

function isInWindow({ signedAt }: Signed, { activeFrom, activeUntil }: PublicKey): boolean {
  return activeFrom !== null && activeFrom <= signedAt && (activeUntil === null || signedAt <= activeUntil);
}

describe('a thousand credentials over ten rotations of every purpose', () => {
  test('are signed by eleven keys of each kind, of which one is active', () => {
    expect(signed).toHaveLength(ROUNDS * AWARDS_A_ROUND * FORMATS.length);
    for (const purpose of FIRST_PURPOSES) {
      const states = keys.filter((key) => key.purpose === purpose).map(stateOf);
      expect(states.toSorted()).toEqual(['active', ...Array.from({ length: ROUNDS }, () => 'verify-only')]);
    }
    const used = new Set(signed.map(({ bytes }) => findKey(bytes)?.kid));
    expect(used.size).toBe(2 * ROUNDS);
  });

  test('none by a key outside of its window', () => {
    const outside = signed.filter((one) => {
      const key = findKey(one.bytes);
      return !key || !isInWindow(one, key);
    });
    expect(outside).toEqual([]);
    // The control: a second before its key was active, a document is outside.
    const [first] = signed;
    const key = first && findKey(first.bytes);
    expect(first && key && isInWindow({ ...first, signedAt: new Date(0) }, key)).toBe(false);
  });

  test('all verify', async () => {
    const { deps } = world;
    const house = openHouse(deps);
    const verdicts = new Map<string, number>();
    for (const { bytes } of signed) {
      const report = await verifyCredential({ ...deps, house }, { bytes: Buffer.from(bytes) });
      const failing = report.checks.find(({ outcome }) => outcome !== 'passed');
      const says = failing ? `${failing.id} ${failing.outcome} ${failing.reason}` : report.verdict;
      verdicts.set(says, (verdicts.get(says) ?? 0) + 1);
    }
    expect([...verdicts]).toEqual([['verified', signed.length]]);
  }, 60_000);
});
