/**
 * Pages for paper: a template of ours and data of others become a PDF that can be kept (PDF/A-3a, tagged). A template
 * reads what it says from files that are handed in beside it, so that no text can ever become a command.
 */
import { type AskWorker, createLimitedWorker, WorkerRefusal } from '../workers/index.ts';
import type { ToTypeset, Typeset } from './typeset.worker.ts';

export type TypesetInput = {
  /** Typst. It says `json("data.json")`, and `read("…")` for the other files. */
  readonly template: string;
  readonly data: unknown;
  readonly files?: Readonly<Record<string, Uint8Array>>;
};

export type TypesetPdf = (input: TypesetInput) => Promise<Uint8Array>;

/** `unavailable`: this system has no Typst. `failed`: the template does. */
export type TypesettingReason = 'unavailable' | 'too-long' | 'too-busy' | 'failed';

export class TypesettingRefusal extends Error {
  override readonly name = 'TypesettingRefusal';
  readonly reason: TypesettingReason;

  constructor(reason: TypesettingReason, message: string = reason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A certificate takes a twentieth of a second; the first one waits for the fonts. */
const LIMIT_MS = 5_000;

export function createTypesetter(limits: { readonly limitMs?: number } = {}): TypesetPdf {
  const ask: AskWorker<ToTypeset, Typeset> = createLimitedWorker({
    file: new URL('./typeset.worker.ts', import.meta.url),
    limitMs: limits.limitMs ?? LIMIT_MS,
    memoryMb: 256,
    threads: 1,
    waiting: 32,
  });
  return async ({ template, data, files = {} }) => {
    const typeset = await ask({
      template,
      files: { ...files, 'data.json': new TextEncoder().encode(JSON.stringify(data)) },
    }).catch(translate);
    if ('absent' in typeset)
      throw new TypesettingRefusal('unavailable', 'Typst is not installed for this system.');
    return typeset.pdf;
  };
}

function translate(cause: unknown): never {
  if (!(cause instanceof WorkerRefusal)) throw cause;
  const { reason, message } = cause;
  throw new TypesettingRefusal(reason === 'ended' ? 'failed' : reason, message, { cause });
}
