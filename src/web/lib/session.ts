import type { z } from 'zod';
import type { sessionSchema } from './session.schema.ts';

export type Session = z.output<typeof sessionSchema>;

export const nobody: Session = { person: null, memberships: [] };

export function isStaff(session: Session): boolean {
  return session.memberships.length > 0;
}

export function mayAct(session: Session, action: string): boolean {
  return session.memberships.some((membership) => membership.may.includes(action));
}
