export type Command = {
  /** One line, as one types it. */
  readonly usage: string;
  /** The first line stands in the list of commands. */
  readonly says: string;
  /** The exit code. */
  readonly run: (words: readonly string[]) => Promise<number>;
};

/** `verify` has its own meaning for 1 and 2 (INTERFACE, "Commands"). 70 is sysexits' EX_SOFTWARE. */
export const EXIT = { well: 0, failed: 1, incomplete: 2, badUsage: 64, fault: 70 } as const;

export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}
