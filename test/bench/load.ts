/** Asks as fast as it is answered, from a thread of its own, as many callers: one address may only ask so often. */
import { parentPort, workerData } from 'node:worker_threads';
import { Agent, request } from 'undici';

export type Load = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly milliseconds: number;
};
export type LoadResult = { readonly perSecond: number };

const CALLERS = 8;

async function run({ url, method, body, headers, milliseconds }: Load): Promise<LoadResult> {
  const dispatcher = new Agent({ connections: CALLERS });
  let answered = 0;
  const ask = async () => {
    const from = `10.${(answered >> 16) & 255}.${(answered >> 8) & 255}.${answered & 255}`;
    const answer = await request(url, {
      dispatcher,
      method,
      headers: { ...headers, 'x-forwarded-for': from },
      ...(body === undefined ? {} : { body }),
    });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    answered += 1;
  };
  for (let i = 0; i < 5; i += 1) await ask();
  answered = 0;
  const until = performance.now() + milliseconds;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) await ask();
    }),
  );
  const perSecond = (answered * 1000) / (performance.now() - began);
  await dispatcher.close();
  return { perSecond };
}

parentPort?.postMessage(await run(workerData));
