import type { Database } from '../../database/index.ts';
import type { Actor } from '../audit/index.ts';
import { nameAwards, requirePerson } from '../awards/index.ts';
import { listConsents } from '../credentials/index.ts';
import { listAgreementLines } from '../terms/index.ts';
import type { ConsentLedger } from './consents.schema.ts';

/** Everything that this person ever agreed to or chose to show, and took back: newest first, nothing left out. */
export function listLedger(deps: { readonly database: Database }, actor: Actor): Promise<ConsentLedger> {
  const { personId } = requirePerson(actor);
  return deps.database.asPerson(personId, async (tx) => {
    const consents = await listConsents(tx, personId);
    const titles = await nameAwards(tx, [...new Set(consents.map(({ awardId }) => awardId))]);
    const last = new Map(consents.map(({ awardId, id }) => [awardId, id]));
    return {
      agreements: await listAgreementLines(tx, personId),
      publications: consents.reverse().map((one) => ({
        id: one.id,
        award: one.awardId,
        title: titles.get(one.awardId) ?? '',
        act: one.act,
        at: one.at.toISOString(),
        showName: one.showName,
        showResult: one.showResult,
        showEvidence: one.showEvidence,
        olderPlatforms: one.olderPlatforms,
        stands: one.act !== 'withdrawn' && last.get(one.awardId) === one.id,
      })),
    };
  });
}
