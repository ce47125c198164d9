/** What this room needs of later ones to review a design: what was heard of it, and what came of its awards. Ports. */
import type { Tx } from '../../database/index.ts';

export type HeardGroup = {
  readonly kind: 'claim' | 'later' | 'employer' | 'peer';
  /** Five or more, always. */
  readonly n: number;
  readonly figures: readonly {
    readonly question: string;
    readonly n: number;
    readonly counts: readonly number[];
  }[];
  /** How much of what was answered is low, between 0 and 1. */
  readonly lowShare: number;
};

type Said = Readonly<Record<string, string>>;

export type Heard = {
  readonly groups: readonly HeardGroup[];
  readonly complaints: readonly { readonly kind: string; readonly receivedOn: string }[];
  readonly replies: readonly { readonly said: Said; readonly did: Said; readonly on: string }[];
};

export type AwardCounts = {
  readonly granted: number;
  readonly claimed: number;
  readonly declined: number;
  readonly revoked: number;
  /** How often each result was given; empty where too few are known to be named. */
  readonly results: readonly { readonly value: string; readonly count: number }[];
};

type Of = { readonly designId: string; readonly versionId: string };

export type HeardDeps = {
  readonly hearAbout: (tx: Tx, of: Of) => Promise<Heard>;
  readonly countAwardsOf: (tx: Tx, of: Of) => Promise<AwardCounts>;
};
