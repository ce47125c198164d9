import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import { findInstitution } from '../institutions/index.ts';
import { type Design, findMissingElements } from './design.ts';
import { elementsMissing } from './designs.problems.ts';
import { type FreezeDeps, type Frozen, freezeVersion, readContent } from './freeze-version.ts';
import { insertProposal } from './proposals.store.ts';

/**
 * Freezes the draft as the version that it would be, so that exactly this is decided upon and, if approved, published.
 *
 * @throws Problem 422 that names each missing element
 */
export async function proposeVersion(deps: FreezeDeps, tx: Tx, design: Design, at: Date): Promise<Frozen> {
  const institution = await findInstitution(tx, design.institutionId);
  if (!institution) throw notFound();
  const content = await readContent(tx, design, dayIn(institution.timeZone, at));
  const missing = findMissingElements(content);
  if (missing.length > 0) throw elementsMissing(missing);
  const frozen = await freezeVersion(deps, tx, { design, institution, content, at });
  await insertProposal(tx, frozen, { draftRevision: design.draftRevision, at });
  return frozen;
}
