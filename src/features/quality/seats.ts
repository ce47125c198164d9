import type { Tx } from '../../database/index.ts';
import { listMembers } from '../institutions/index.ts';

/** Roles whose holders vote. */
const SEATS = ['committee-chair', 'committee-member', 'learner-representative', 'external-member'];

/** Who sits in the committee of an institution, by the role that gives them their seat. */
export async function listSeats(
  tx: Tx,
  institutionId: string,
): Promise<{ readonly id: string; readonly name: string; readonly seat: string }[]> {
  const seats = (await listMembers(tx, institutionId)).flatMap(({ personId, name, role }) =>
    personId && SEATS.includes(role) ? [{ id: personId, name: name ?? '', seat: role }] : [],
  );
  // Whoever holds two roles has one seat.
  return seats.filter(({ id }, at) => seats.findIndex((one) => one.id === id) === at);
}
