import type { Tx } from '../../database/index.ts';
import { type AgreementRow, listAgreements, listPublished } from './terms.store.ts';
import { findStanding, type Terms, type TermsKind } from './terms.ts';

/** The versions that stand and that this person has not agreed to, or no longer. */
export async function findTermsToAgree(
  tx: Tx,
  input: {
    readonly personId: string;
    /** Null: of the platform. */
    readonly institutionId: string | null;
    readonly kinds: readonly TermsKind[];
  },
): Promise<Terms[]> {
  const standing = findStanding(await listPublished(tx, input.institutionId, input.kinds));
  if (standing.length === 0) return [];
  const agreed = listAgreed(await listAgreements(tx, input.personId));
  return standing.filter((terms) => !agreed.has(terms.id));
}

/** Ids of the versions whose last line is an agreement. Pure. */
export function listAgreed(lines: readonly AgreementRow[]): Set<string> {
  const last = new Map(lines.map((line) => [line.termsId, line.act]));
  return new Set([...last].flatMap(([termsId, act]) => (act === 'agreed' ? [termsId] : [])));
}
