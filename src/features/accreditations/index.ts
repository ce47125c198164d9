/** The door of accreditations: what outside bodies decided about an institution, and what of it holds for a title. */
export { registerAccreditationRoutes } from './accreditations.routes.ts';
export type { FindRegistrations } from './list-candidates.ts';
export { listInForce } from './list-in-force.ts';
export { changeAccreditation, recordAccreditation, withdrawAccreditation } from './record-accreditation.ts';
export { sendEndingLetters } from './send-ending-letters.ts';
export { warnOfEnds } from './warn-of-ends.ts';
