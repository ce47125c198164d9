import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import { contentOf, findVersion, listVersions } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { classifyChange, listChanges } from './classify-change.ts';
import type { PublicChanges } from './quality.schema.ts';
import { findShownStanding, listShownReviews } from './standings.store.ts';

/**
 * Versions and reviews of a published design, newest first: what changed, how much that weighed, and when it is looked at
 * again (Council Recommendation 2022/C 243/02, annex II: reviewed regularly, and the changes published).
 *
 * @throws Problem 404 for what was never published
 */
export async function listPublicChanges(
  tx: Tx,
  { design }: { readonly design: string },
): Promise<PublicChanges> {
  const newest = await findVersion(tx, design);
  const institution = newest && (await findInstitution(tx, newest.institutionId));
  if (!newest || !institution) throw notFound();
  const day = (instant: Date) => dayIn(institution.timeZone, instant);
  const versions = await listVersions(tx, newest.designId);
  const published = versions.map((version, at): PublicChanges['changes'][number] => {
    const before = versions[at + 1];
    const fields = before ? listChanges(contentOf(before), contentOf(version)) : [];
    return {
      ...{ kind: 'version', on: day(version.publishedAt), version: version.number },
      class: before ? (classifyChange(fields) ?? 'editorial') : null,
      parts: [...new Set(fields.map(({ pointer }) => pointer.split('/')[1] ?? ''))],
      nextReview: null,
    };
  });
  const reviews = (await listShownReviews(tx, newest.designId)).map(
    ({ at, version, reviewDue }): PublicChanges['changes'][number] => ({
      ...{ kind: 'review', on: day(at), version, class: null, parts: [], nextReview: reviewDue },
    }),
  );
  return {
    changes: [...published, ...reviews].toSorted((one, other) => other.on.localeCompare(one.on)),
    nextReview: (await findShownStanding(tx, newest.id))?.reviewDue ?? null,
  };
}
