import type { Tx } from '../../database/index.ts';
import { listMembers } from '../institutions/index.ts';

/** Roles whose holders vote. */
const SEATS = ['committee-chair', 'committee-member', 'learner-representative', 'external-member'];

/** Who sits in the committee of an institution, by the role that gives them their seat. */
export async function listSeats(
  tx: Tx,
  institutionId: string,
  at: Date,
): Promise<{ readonly id: string; readonly name: string; readonly seat: string }[]> {
  const seats = (await listMembers(tx, institutionId)).flatMap(({ personId, name, role, validUntil }) =>
    personId && SEATS.includes(role) && (validUntil === null || validUntil > at)
      ? [{ id: personId, name: name ?? '', seat: role }]
      : [],
  );
  // Whoever holds two roles has one seat.
  return seats.filter(({ id }, index) => seats.findIndex((one) => one.id === id) === index);
}
