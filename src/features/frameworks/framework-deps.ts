import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Reach } from '../institutions/index.ts';

/** A draft that is aligned with something, by the addresses it names. */
export type AlignedDraft = {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly urls: readonly string[];
};

export type FrameworkDeps = {
  readonly database: Database;
  readonly clock: Clock;
  /** Drafts of the institution of the transaction, as far as the reader reaches. */
  readonly listAlignedDrafts: (tx: Tx, reach: Reach) => Promise<readonly AlignedDraft[]>;
};
