/** Ports towards the room that judges designs: it stands higher on the ladder (DECISIONS 29). */
import type { Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import type { StaffActor } from '../institutions/index.ts';
import type { Design } from './design.ts';

export type Judgement = {
  /** Whoever puts a word into a design decides nothing about it. */
  readonly noteMaker: (
    tx: Tx,
    input: {
      readonly actor: StaffActor;
      readonly design: Pick<Design, 'id' | 'institutionId' | 'kind'>;
      readonly at: Date;
    },
  ) => Promise<void>;
  /**
   * The proposal that was approved and says what the draft says; null where no approval is needed.
   *
   * @throws Problem 409 when there is none
   */
  readonly mayPublish: (tx: Tx, design: Design, content: DesignContent) => Promise<string | null>;
  /** It is offered no longer. */
  readonly recordRetirement: (
    tx: Tx,
    input: { readonly actor: StaffActor; readonly design: Design; readonly at: Date },
  ) => Promise<void>;
  readonly recordPublication: (
    tx: Tx,
    input: {
      readonly actor: StaffActor;
      readonly design: Design;
      readonly versionId: string;
      readonly at: Date;
    },
  ) => Promise<void>;
};
