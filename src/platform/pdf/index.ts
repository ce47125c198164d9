/**
 * The files that are attached to a PDF. It may come from anyone, so a thread of its own reads it, which is ended when
 * it takes too long: a bomb, a loop and a broken file are answers, not faults.
 */
import { createLimitedWorker, WorkerRefusal } from '../workers/index.ts';
import type { PdfReading } from './read-attachments.worker.ts';

export type { PdfAttachment, PdfReading, PdfReason } from './read-attachments.worker.ts';

export type ReadPdf = (bytes: Uint8Array) => Promise<PdfReading>;

/** A certificate of ours takes a twentieth of it, on a slow machine a fifth. */
const LIMIT_MS = 600;

export function createPdfReader(): ReadPdf {
  const ask = createLimitedWorker<Uint8Array, PdfReading>({
    file: new URL('./read-attachments.worker.ts', import.meta.url),
    limitMs: LIMIT_MS,
    memoryMb: 192,
    threads: 2,
    waiting: 64,
  });
  return async (bytes) => {
    try {
      return await ask(bytes);
    } catch (error) {
      if (error instanceof WorkerRefusal) return { read: false, because: 'too-complex' };
      throw error;
    }
  };
}
