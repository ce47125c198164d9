/** An invitation's life and its secret. Pure. */
import { hashSecret } from '../../platform/crypto/index.ts';
import type { Invitation } from './invitations.store.ts';

export type KeyedDigest = (purpose: string, text: string) => Buffer;

const LIFE_MS = 14 * 24 * 60 * 60 * 1000;

export function expiryOfInvitation(now: Date): Date {
  return new Date(now.getTime() + LIFE_MS);
}

/**
 * Derived from the id and the day it ends, so neither the database nor the queue holds it; sending anew ends it later
 * and thereby makes the letter before worthless.
 */
export function composeInvitationToken(
  keyedDigest: KeyedDigest,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: Date },
): string {
  return keyedDigest('invitation', `${id} ${expiresAt.toISOString()}`).toString('base64url');
}

export function hashInvitationToken(token: string): Buffer {
  return Buffer.from(hashSecret(token), 'hex');
}

export type InvitationState = 'pending' | 'expired' | 'accepted' | 'refused' | 'withdrawn';

export function stateOfInvitation(
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: Date,
): InvitationState {
  return state === 'pending' && expiresAt <= now ? 'expired' : state;
}
