/** Reliability C5: whether an address is known shows in no answer, and in no time that an answer takes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld } from '../../../test/support/account-world.ts';
import { enterAccount } from './enter-account.ts';
import { identityOfAddress } from './identity.ts';

const EACH = 200;
const BOUND = 1.5;

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
  const now = world.clock.now();
  await world.database.asDoorkeeper(async (tx) => {
    for (let one = 0; one < EACH; one += 1)
      await enterAccount(tx, now, {
        ...{ stated: identityOfAddress(`known-${one}@example.org`), provider: 'email', language: 'en' },
      });
  });
});
afterAll(() => world?.close());

type Ask = (address: string) => Promise<void>;

const askForLetter: Ask = async (address) => {
  const { status } = await world.openBrowser().post('/api/v1/email-codes', { address });
  expect(status).toBe(202);
};

/** Stand-in for a server that does something more for those it knows: they wait twice as long. */
const askAndLinger: Ask = async (address) => {
  const from = performance.now();
  await askForLetter(address);
  const until = 2 * performance.now() - from;
  while (address.startsWith('known') && performance.now() < until);
};

async function measure(ask: Ask, address: string): Promise<number> {
  const from = performance.now();
  await ask(address);
  return performance.now() - from;
}

/** Taken in turns, and each first as often as the other, so that whatever else the machine does falls on both. */
async function compare(ask: Ask, pairs: number): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let one = 0; one < pairs; one += 1)
    for (const kind of one % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
      times[kind].push(await measure(ask, `${kind}-${one}@example.org`));
  const [slower, faster] = [median(times.known), median(times.unknown)].sort((left, right) => right - left);
  return (slower ?? 0) / (faster ?? 1);
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

describe('asking for a letter', () => {
  test('takes as long for an address that is known as for one that is not', async () => {
    expect(await compare(askForLetter, EACH)).toBeLessThan(BOUND);
  }, 120_000);

  test('that took longer for a known address would be found', async () => {
    expect(await compare(askAndLinger, EACH / 5)).toBeGreaterThan(BOUND);
  }, 120_000);
});
