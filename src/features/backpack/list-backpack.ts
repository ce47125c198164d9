import type { Database, Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { type Award, findAward, findRecipient, listVisibleAwards, requirePerson } from '../awards/index.ts';
import { listPublications, type Publication } from '../credentials/index.ts';
import {
  composeAlternative,
  contentOf,
  inLanguage,
  listVersionsByIds,
  type NamedVersion,
} from '../designs/index.ts';
import { findInstitution, findIssuer, type Institution, type Issuer } from '../institutions/index.ts';
import type { BackpackDetail, BackpackItem } from './backpack.schema.ts';
import { composeLinkedinUrl, shortCode } from './linkedin.ts';

export type BackpackDeps = { readonly database: Database; readonly clock: Clock };

/** What is offered to an address the learner has proven, and what they hold. */
export async function listBackpack(
  deps: BackpackDeps,
  actor: Actor,
): Promise<{ waiting: BackpackItem[]; mine: BackpackItem[] }> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const awards = (await listVisibleAwards(tx)).filter(
      (award) =>
        award.state !== 'declined' && (award.personId === person.personId || award.state === 'offered'),
    );
    const read = await openReader(tx, deps.clock.now(), awards);
    const items = await Promise.all(awards.map(read));
    return {
      waiting: items.filter((item) => item.state === 'offered'),
      mine: items.filter((item) => item.state !== 'offered'),
    };
  });
}

/** One award with everything its holder may know. */
export async function getBackpackItem(
  deps: BackpackDeps,
  actor: Actor,
  awardId: string,
): Promise<BackpackDetail> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const award = await findAward(tx, awardId);
    if (award?.personId !== person.personId || award.state === 'declined') throw notFound();
    const read = await openReader(tx, deps.clock.now(), [award]);
    const recipient = await findRecipient(tx, award.id);
    const [publication] = await listPublications(tx, [award.id]);
    const [version] = await listVersionsByIds(tx, [award.versionId]);
    const issuer = await findIssuer(tx, { id: award.issuerId });
    const institution = await findInstitution(tx, award.institutionId);
    if (!version || !issuer || !institution) throw notFound();
    const item = await read(award);
    return {
      ...item,
      language: award.language,
      recipientName: recipient?.name ?? null,
      nameSource: recipient?.nameSource ?? 'issuer',
      result: award.result?.value ?? null,
      evidence: (award.evidence ?? []).map((one) => ({ ...one })),
      narrative: award.narrative,
      content: contentOf(version),
      claimedAt: award.claimedAt?.toISOString() ?? null,
      revocation:
        award.revokedAt && award.revocationReason
          ? {
              on: dayIn(institution.timeZone, award.revokedAt),
              reason: award.revocationReason,
              note: award.revocationNote,
            }
          : null,
      publication: publication ? presentPublication(publication) : null,
      olderPlatformsPossible: Boolean(recipient?.email),
      linkedin: presentLinkedin(award, item, institution, issuer),
    };
  });
}

/** Reads versions and issuers once for a whole list. */
async function openReader(
  tx: Tx,
  now: Date,
  awards: readonly Award[],
): Promise<(award: Award) => Promise<BackpackItem>> {
  const versions = new Map(
    (await listVersionsByIds(tx, [...new Set(awards.map((award) => award.versionId))])).map((version) => [
      version.id,
      version,
    ]),
  );
  const published = new Set(
    (
      await listPublications(
        tx,
        awards.map((award) => award.id),
      )
    ).map((publication) => publication.awardId),
  );
  return async (award) => {
    const version = versions.get(award.versionId);
    const issuer = await findIssuer(tx, { id: award.issuerId });
    const institution = await findInstitution(tx, award.institutionId);
    if (!version || !issuer || !institution) throw notFound();
    return present(award, version, issuer, dayIn(institution.timeZone, now), published.has(award.id));
  };
}

function present(
  award: Award,
  version: NamedVersion,
  issuer: Issuer,
  today: string,
  isPublic: boolean,
): BackpackItem {
  const content = contentOf(version);
  return {
    id: award.id,
    state: sayState(award, today),
    title: inLanguage(content.title, award.language, content.defaultLanguage),
    kind: content.kind,
    eqf: content.level.eqf ?? null,
    ects: content.workload.ects ?? null,
    hours: content.workload.hours ?? null,
    issuer: issuer.name,
    awardedOn: award.awardedOn,
    expiresOn: award.expiresOn,
    image: `${new URL(version.url).pathname}/image.${version.imageKind === 'waarmerk' ? 'svg' : 'png'}`,
    imageAlt: composeAlternative(content, issuer.name),
    design: { id: version.designPublicId, version: version.number },
    public: isPublic,
    url: award.url,
  };
}

function sayState(award: Award, today: string): BackpackItem['state'] {
  if (award.state === 'revoked') return 'revoked';
  if (award.state === 'offered') return 'offered';
  return award.expiresOn !== null && award.expiresOn < today ? 'expired' : 'claimed';
}

function presentPublication(publication: Publication): NonNullable<BackpackDetail['publication']> {
  const { showName, showResult, showEvidence, olderPlatforms, publishedAt } = publication;
  return { showName, showResult, showEvidence, olderPlatforms, publishedAt: publishedAt.toISOString() };
}

function presentLinkedin(
  award: Award,
  item: BackpackItem,
  institution: Institution,
  issuer: Issuer,
): BackpackDetail['linkedin'] {
  const organisation = inLanguage(issuer.name, award.language, institution.defaultLanguage);
  const certificateId = shortCode(award.publicId);
  return {
    url: composeLinkedinUrl({
      title: item.title,
      organisation: { id: institution.linkedinId, name: organisation },
      awardedOn: award.awardedOn,
      expiresOn: award.expiresOn,
      url: award.url,
      certificateId,
    }),
    name: item.title,
    organisation,
    issued: award.awardedOn.slice(0, 7),
    expires: award.expiresOn?.slice(0, 7) ?? null,
    certificateId,
  };
}
