export type Run = (words: readonly string[]) => Promise<number>;

export type Command = {
  /** One line, as one types it. */
  readonly usage: string;
  /** The first line stands in the list of commands. */
  readonly says: string;
  /** Fetched when it is asked for: most of the house is not needed to check a file. Answers the exit code. */
  readonly load: () => Promise<Run>;
};

/** `verify` has its own meaning for 1 and 2 (INTERFACE, "Commands"). 70 is sysexits' EX_SOFTWARE. */
export const EXIT = { well: 0, failed: 1, incomplete: 2, badUsage: 64, fault: 70 } as const;

/** The usage of the command is added to it. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}
