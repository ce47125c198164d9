import type { Database } from '../../database/index.ts';
import type { Institution } from '../institutions/index.ts';
import type { Candidate } from './accreditations.schema.ts';

/** What the operator's registers say of these numbers; that room stands later on the ladder. */
export type FindRegistrations = (
  identifiers: readonly string[],
) => Promise<readonly (Candidate & { readonly accredited: boolean })[]>;

export type CandidateDeps = { readonly database: Database; readonly findRegistrations: FindRegistrations };

/** Entries that could be recorded: they name the institution's own number and say from when until when. */
export async function listCandidates(
  deps: CandidateDeps,
  institution: Pick<Institution, 'identifiers'>,
  recorded: readonly {
    readonly register: string;
    readonly number: string | null;
    readonly validFrom: string;
  }[],
): Promise<Candidate[]> {
  const own = institution.identifiers.map(({ value }) => value);
  if (own.length === 0) return [];
  const found = await deps.findRegistrations(own);
  const isRecorded = (one: Candidate) =>
    recorded.some(
      ({ register, number, validFrom }) =>
        register === one.register && number === one.identifier && validFrom === one.validFrom,
    );
  return found.flatMap(({ accredited, ...one }) => (accredited && !isRecorded(one) ? [one] : []));
}
