/** An institution that nobody administers can be helped by the operator only. Pure. */
import type { Member } from './members.store.ts';

type Held = Pick<Member, 'id' | 'role' | 'unitId' | 'designId' | 'personId' | 'validUntil'>;

/**
 * Counts who holds the whole institution, has signed in, and holds it without an end: a colleague who never came, or
 * whose role ends next week, does not take over.
 */
export function isLastAdministrator(member: Held, members: readonly Held[], now: Date): boolean {
  const others = members.filter((other) => other.id !== member.id && other.personId !== member.personId);
  return isAdministrator(member, now) && !others.some((other) => isLasting(other));
}

function isAdministrator({ role, unitId, designId, validUntil }: Held, now: Date): boolean {
  const leads = role === 'administrator' || role === 'operator';
  return leads && unitId === null && designId === null && (validUntil === null || validUntil > now);
}

function isLasting(member: Held): boolean {
  return member.personId !== null && member.validUntil === null && isAdministrator(member, new Date(0));
}
