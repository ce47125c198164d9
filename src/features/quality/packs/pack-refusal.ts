/** Why a pack cannot be used: it is not there, none is in force on that day, it extends itself or too many others. */
export type PackReason = 'pack-unknown' | 'pack-not-in-force' | 'pack-circular' | 'pack-endless';

export class PackRefusal extends Error {
  override readonly name = 'PackRefusal';
  readonly reason: PackReason;
  /** The reference that leads nowhere: `nl-hbo-wo`, `nl-hbo-wo@2025-05`. */
  readonly ref: string;

  constructor(reason: PackReason, ref: string) {
    super(`${reason}: ${ref}`);
    this.reason = reason;
    this.ref = ref;
  }
}
