/** One version of a design on its way. */
import type { QualityState, Step } from './process.ts';

export type Cycle = {
  readonly id: string;
  readonly institutionId: string;
  readonly designId: string;
  /** 1 for the first version of a design. */
  readonly n: number;
  readonly state: QualityState;
  /** How often it was handed in. */
  readonly round: number;
  /** `rug-mc@2026` */
  readonly pack: string;
  readonly route: readonly Step[];
  readonly proposalId: string | null;
  readonly expertId: string | null;
  readonly since: Date;
  /** Days, in the institution's zone. */
  readonly target: string | null;
  readonly reviewDue: string | null;
  readonly stopsOn: string | null;
};
