import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import { maskAddress } from '../../platform/mail/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { contentOf, findVersionById, listVersionsByIds } from '../designs/index.ts';
import { findInstitution, findIssuer } from '../institutions/index.ts';
import type { Award } from './award.ts';
import type { OfferView } from './awards.schema.ts';
import { findAward } from './awards.store.ts';
import type { ClaimDeps } from './claim-award.ts';
import { findOfferedAward, findShownRecipient, type ShownAward } from './shown-awards.store.ts';

/**
 * What the bearer of a letter's link sees before signing in: the badge, who awards it, why; of the person only as
 * much as they need to recognise themselves. After the claim the link tells strangers nothing more.
 */
export async function getOffer(deps: ClaimDeps, actor: Actor, token: string): Promise<OfferView> {
  const digest = createHash('sha256').update(token).digest();
  const seen = await deps.database.asPublic(async (tx) => {
    const award = await findOfferedAward(tx);
    return award && { award, view: await present(tx, award) };
  }, digest);
  if (!seen) throw notFound();
  const own =
    actor.kind === 'person'
      ? await deps.database.asPerson(actor.personId, (tx) => findAward(tx, seen.award.id))
      : undefined;
  const view = { ...seen.view, claimable: sayClaimable(actor, seen.award, own), award: own ? own.id : null };
  return seen.award.state === 'offered' || own
    ? view
    : { ...view, recipientName: null, maskedAddress: null, narrative: null };
}

function sayClaimable(actor: Actor, award: ShownAward, own: Award | undefined): OfferView['claimable'] {
  if (award.state !== 'offered') return 'no';
  if (actor.kind !== 'person') return 'sign-in';
  return own ? 'yes' : 'prove-address';
}

async function present(tx: Tx, award: ShownAward): Promise<Omit<OfferView, 'claimable' | 'award'>> {
  const version = await findVersionById(tx, award.versionId);
  const [named] = await listVersionsByIds(tx, [award.versionId]);
  const issuer = await findIssuer(tx, { id: award.issuerId });
  const institution = await findInstitution(tx, award.institutionId);
  const recipient = await findShownRecipient(tx, award.id);
  if (!version || !named || !issuer || !institution || award.state === 'pending') throw notFound();
  const content = contentOf(version);
  return {
    state: award.state,
    title: content.title,
    kind: content.kind,
    eqf: content.level.eqf ?? null,
    ects: content.workload.ects ?? null,
    hours: content.workload.hours ?? null,
    issuer: issuer.name,
    institutionSlug: institution.slug,
    awardedOn: award.awardedOn,
    narrative: award.narrative,
    recipientName: recipient?.name ?? null,
    maskedAddress: recipient?.email
      ? maskAddress(recipient.email)
      : recipient?.identifier
        ? maskAddress(recipient.identifier)
        : null,
    image: `${new URL(version.url).pathname}/image.png`,
    design: named.designPublicId,
  };
}
