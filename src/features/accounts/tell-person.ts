import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';

export const ACCOUNT_CHANGES = [
  'identity-linked',
  'identity-unlinked',
  'address-added',
  'address-removed',
  'passkey-added',
  'passkey-removed',
  'accounts-merged',
  'factor-reset-allowed',
  'passkey-reset',
] as const;

export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

/**
 * Announces that whoever reads the addresses of the account must hear of a change: somebody else may have made it.
 * The address that was just proven hears nothing, for its reader did it.
 */
export async function tellPerson(
  tx: Tx,
  at: Date,
  input: {
    readonly personId: string;
    readonly change: AccountChange;
    readonly except?: string;
    /** For which the change was made, when its staff made it. */
    readonly institutionId?: string;
  },
): Promise<void> {
  const { personId, change, except } = input;
  await announce(tx, at, {
    institutionId: input.institutionId ?? null,
    topic: 'account-changed',
    payload: { noticeId: createUuid(), personId, change, ...(except ? { except } : {}) },
  });
}
