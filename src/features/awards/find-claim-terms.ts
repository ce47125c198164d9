import type { Tx } from '../../database/index.ts';
import { contentOf, findVersionById } from '../designs/index.ts';
import { findTermsToAgree, type Terms, termsKindOf } from '../terms/index.ts';
import type { Award } from './award.ts';

/** To which of the institution's terms this person must still agree before the award can be theirs. */
export async function findClaimTerms(
  tx: Tx,
  award: Pick<Award, 'institutionId' | 'versionId'>,
  personId: string,
): Promise<Terms[]> {
  const version = await findVersionById(tx, award.versionId);
  if (!version) return [];
  const kinds = [termsKindOf(contentOf(version).kind)];
  return await findTermsToAgree(tx, { personId, institutionId: award.institutionId, kinds });
}
