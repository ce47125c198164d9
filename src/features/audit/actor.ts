/** Who acts. The first thing every verb asks for, and what every audit entry names. */

export type PersonActor = {
  readonly kind: 'person';
  readonly personId: string;
  /** The institution for which they act at this moment; absent: they act for themselves. */
  readonly institutionId?: string;
  /** Names of the table role × action (`institutions`). */
  readonly permissions: ReadonlySet<string>;
  /** The session they act in; absent for what the software does in their name. */
  readonly sessionId?: string;
  /** When they last proved in it who they are. */
  readonly sessionProvenAt?: Date;
  /** Who really sits there: the operator, who sees the pages as this person does and changes nothing. */
  readonly viewedBy?: { readonly personId: string; readonly sessionId: string; readonly until: Date };
  /** The institution they chose, and what is missing before they act for it. */
  readonly withheld?: {
    readonly institutionId: string;
    readonly reason: 'second-factor' | 'own-provider';
  };
};

export type ClientActor = {
  readonly kind: 'client';
  readonly clientId: string;
  readonly institutionId: string;
  readonly permissions: ReadonlySet<string>;
};

/** The software itself: a reaction, a command of the operator. */
export type SystemActor = { readonly kind: 'system' };

export type Actor = { readonly kind: 'anonymous' } | PersonActor | ClientActor | SystemActor;

export const anonymous: Actor = { kind: 'anonymous' };
export const system: SystemActor = { kind: 'system' };
