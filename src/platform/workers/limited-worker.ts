/**
 * Work that may take too long, or come from someone who means it to: a thread of its own, with a limit of time and of
 * memory. When it passes one, the thread is ended and the next question gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import type { Reply } from './answer-questions.ts';

export type WorkerLimits = {
  /** The file that the thread runs; it calls `answerQuestions`. */
  readonly file: URL;
  /** How long one question may take, once the thread has started. */
  readonly limitMs: number;
  /** The heap of JavaScript; what lies outside of it is bounded by the time alone. */
  readonly memoryMb: number;
  /** Threads at once. */
  readonly threads: number;
  /** Questions that may wait for a thread. */
  readonly waiting: number;
};

/** `failed`: the work itself said no. `ended`: its thread broke, by want of memory for instance. */
export type WorkerReason = 'too-long' | 'too-busy' | 'ended' | 'failed';

export class WorkerRefusal extends Error {
  override readonly name = 'WorkerRefusal';
  readonly reason: WorkerReason;

  constructor(reason: WorkerReason, message: string = reason) {
    super(message);
    this.reason = reason;
  }
}

export type AskWorker<Question, Answer> = (question: Question) => Promise<Answer>;

export function createLimitedWorker<Question, Answer>(limits: WorkerLimits): AskWorker<Question, Answer> {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const takeTurn = async () => {
    if (busy < limits.threads) {
      busy += 1;
      return;
    }
    if (waiting.length >= limits.waiting) throw new WorkerRefusal('too-busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const passTurn = () => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };

  return async (question) => {
    await takeTurn();
    try {
      const worker = idle.pop() ?? (await start(limits));
      const answer = await ask<Answer>(worker, question, limits.limitMs);
      idle.push(worker);
      return answer;
    } finally {
      passTurn();
    }
  };
}

/** Started, and everything loaded: what that takes is not the question's fault. */
async function start({ file, memoryMb }: WorkerLimits): Promise<Worker> {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    // Nothing of the process's own is any business of a parser.
    env: {},
    stderr: true,
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', (cause) => reject(new WorkerRefusal('ended', String(cause))));
  });
  forget(worker);
  return worker;
}

function ask<Answer>(worker: Worker, question: unknown, limitMs: number): Promise<Answer> {
  // A process that has nothing left to do but wait for this answer must not end; one without a question may.
  worker.ref();
  return new Promise<Answer>((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer);
      forget(worker);
      worker.unref();
      end();
    };
    const refuse = (refusal: WorkerRefusal) =>
      settle(() => {
        worker.on('error', () => {});
        void worker.terminate();
        reject(refusal);
      });
    const timer = setTimeout(() => refuse(new WorkerRefusal('too-long')), limitMs);
    worker.once('error', (cause) => refuse(new WorkerRefusal('ended', String(cause))));
    worker.once('exit', () => refuse(new WorkerRefusal('ended')));
    worker.once('message', (reply: Reply<Answer>) => {
      if ('error' in reply) refuse(new WorkerRefusal('failed', reply.error));
      else settle(() => resolve(reply.answer));
    });
    worker.postMessage(question);
  });
}

function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
