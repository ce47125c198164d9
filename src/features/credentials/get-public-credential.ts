import type { Database, Tx } from '../../database/index.ts';
import { isJsonObject, parseJsonObject, readOb3 } from '../../formats/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { findPublishedAward, type ShownAward } from '../awards/index.ts';
import { composeAlternative, contentOf, listVersionsByIds } from '../designs/index.ts';
import { findInstitution, findIssuer } from '../institutions/index.ts';
import type { PublicCredential } from './credentials.schema.ts';
import { findPublication, findPublicDocument } from './credentials.store.ts';

/**
 * The page's facts. Name, result and evidence are read out of the public edition's own signed bytes, so that the
 * page cannot show what the file does not.
 *
 * @throws Problem 404, the same for private, withdrawn, erased and never issued
 */
export async function getPublicCredential(
  deps: { readonly database: Database; readonly clock: Clock },
  publicId: string,
): Promise<PublicCredential> {
  return await deps.database.asPublic(async (tx) => {
    const document = await findPublicDocument(tx, publicId, 'ob3-data-integrity');
    const award = document && (await findPublishedAward(tx, publicId));
    if (!document || !award) throw notFound();
    return await present(tx, deps.clock.now(), award, parseJsonObject(document.bytes));
  });
}

async function present(
  tx: Tx,
  now: Date,
  award: ShownAward,
  document: ReturnType<typeof parseJsonObject>,
): Promise<PublicCredential> {
  const [version] = await listVersionsByIds(tx, [award.versionId]);
  const issuer = await findIssuer(tx, { id: award.issuerId });
  const institution = await findInstitution(tx, award.institutionId);
  const publication = await findPublication(tx, award.id);
  if (!version || !issuer || !institution || !publication) throw notFound();
  const said = readOb3(document);
  const content = contentOf(version);
  return {
    id: award.publicId,
    url: award.url,
    state: sayState(award, dayIn(institution.timeZone, now)),
    revocation:
      award.revokedAt && award.revocationReason
        ? { on: dayIn(institution.timeZone, award.revokedAt), reason: award.revocationReason }
        : null,
    language: award.language,
    awardedOn: award.awardedOn,
    expiresOn: award.expiresOn,
    holderName: said.recipient.name ?? null,
    nameSource: said.recipient.name === undefined ? null : publication.nameSource,
    result: said.results[0]?.code ?? said.results[0]?.value ?? null,
    evidence: said.evidence.map(({ url, name, narrative }) => ({
      ...(url ? { url } : {}),
      ...(name ? { name } : {}),
      ...(narrative ? { narrative } : {}),
    })),
    narrative: said.narrative ?? null,
    design: {
      id: version.designPublicId,
      version: version.number,
      url: version.url,
      contentHash: Buffer.from(version.factsHash).toString('hex'),
    },
    content,
    image: {
      png: `${new URL(version.url).pathname}/image.png`,
      svg: `${new URL(version.url).pathname}/image.svg`,
      alt: composeAlternative(content, issuer.name),
    },
    mark: {
      hash: Buffer.from(version.markHash).toString('hex'),
      inks: [...version.inks],
      drawn: version.imageKind === 'waarmerk',
    },
    issuer: {
      did: issuer.did,
      url: issuer.url,
      name: issuer.name,
      institution: institution.name,
      institutionSlug: institution.slug,
      country: institution.address.country,
      email: institution.email,
      website: institution.website,
    },
    formats: [
      'ob3-data-integrity',
      'ob3-jwt',
      ...(publication.olderPlatforms && isJsonObject(document) ? ['ob2-hosted'] : []),
    ],
    publishedAt: publication.publishedAt.toISOString(),
  };
}

function sayState(award: ShownAward, today: string): PublicCredential['state'] {
  if (award.state === 'revoked') return award.revocationReason === 'superseded' ? 'superseded' : 'revoked';
  return award.expiresOn !== null && award.expiresOn < today ? 'expired' : 'valid';
}
