/**
 * Asks from a thread of its own, as many callers: one address may only ask so often. As fast as it is answered, or at a
 * rate, and then a question counts from when it was due: who waits for the one before waits too.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Agent, request } from 'undici';

export type Load = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly milliseconds: number;
  /** Absent: as fast as it is answered. */
  readonly rate?: number;
};
export type LoadResult = {
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 did not exceed. */
  readonly p99: number;
  /** Of the last answer, as it came over the wire. */
  readonly bytes: number;
};

const CALLERS = 8;

async function run({ url, method, body, headers, milliseconds, rate }: Load): Promise<LoadResult> {
  const dispatcher = new Agent({ connections: CALLERS });
  let answered = 0;
  let bytes = 0;
  const ask = async () => {
    const from = `10.${(answered >> 16) & 255}.${(answered >> 8) & 255}.${answered & 255}`;
    const answer = await request(url, {
      dispatcher,
      method,
      headers: { ...headers, 'x-forwarded-for': from },
      ...(body === undefined ? {} : { body }),
    });
    bytes = (await answer.body.arrayBuffer()).byteLength;
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    answered += 1;
  };
  // What a process does for the first time, it does slowly.
  const warm = performance.now() + milliseconds / 4;
  while (performance.now() < warm) await ask();
  answered = 0;
  const began = performance.now();
  const until = began + milliseconds;
  const waited: number[] = [];
  const time = async (due: number) => {
    await ask();
    waited.push(performance.now() - due);
  };
  if (rate === undefined)
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        while (performance.now() < until) await time(performance.now());
      }),
    );
  else await askAtRate(time, rate, began, until);
  const perSecond = (answered * 1000) / (performance.now() - began);
  await dispatcher.close();
  waited.sort((one, other) => one - other);
  return { perSecond, p99: waited[Math.floor(waited.length * 0.99)] ?? Number.NaN, bytes };
}

async function askAtRate(
  time: (due: number) => Promise<void>,
  rate: number,
  began: number,
  until: number,
): Promise<void> {
  const open: Promise<void>[] = [];
  let due = began;
  while (due < until) {
    const now = performance.now();
    for (; due <= now && due < until; due += 1000 / rate) open.push(time(due));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(open);
}

parentPort?.postMessage(await run(workerData));
