import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import { type Award, findAward } from '../awards/index.ts';
import { contentOf, findVersionById } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';

/** What its holder speaks of: what they claimed, also when it was revoked since. */
export async function readOwnAward(
  tx: Tx,
  { award: id, personId, now }: { readonly award: string; readonly personId: string; readonly now: Date },
) {
  const award: Award | undefined = await findAward(tx, id);
  if (award?.personId !== personId || award.claimedAt === null) throw notFound();
  const version = await findVersionById(tx, award.versionId);
  const institution = await findInstitution(tx, award.institutionId);
  if (!version || !institution) throw notFound();
  const content = contentOf(version);
  return { award, version, content, today: dayIn(institution.timeZone, now) };
}
