import type { PersonActor } from '../../features/audit/index.ts';

/** Whom the demo knows, by the ids of its own files. */
export type DemoCast = {
  readonly institutionIds: ReadonlyMap<string, string>;
  /** Staff as they act for their institution, learners as they act for themselves. */
  readonly actors: ReadonlyMap<string, PersonActor>;
  /** Recorded qualifications, by institution and person. */
  readonly records: ReadonlyMap<string, string>;
};
