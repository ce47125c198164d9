import type { SessionView } from '../../features/accounts/accounts.schema.ts';

export type Session = SessionView;

export const nobody: Session = {
  person: null,
  memberships: [],
  institution: null,
  secondFactorNeeded: null,
  ownProviderNeeded: null,
  viewingUntil: null,
};

export function isStaff(session: Session): boolean {
  return session.memberships.length > 0;
}

/** For the institution for which they act at this moment, as the server decides it. */
export function mayAct(session: Session, action: string): boolean {
  const acting = session.memberships.find(({ slug }) => slug === session.institution);
  return acting?.permissions.includes(action) ?? false;
}
