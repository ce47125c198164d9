import type { FormatId } from '../../formats/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { type Award, findAward, findPublishedAward, requirePerson } from '../awards/index.ts';
import { type DesignVersion, findVersionById } from '../designs/index.ts';
import { addressMissing } from './credentials.problems.ts';
import { findDocument, findPublicDocument } from './credentials.store.ts';
import { isOlder, type StoredDocument } from './document.ts';
import { type IssueDeps, issueHolderEdition } from './issue-credentials.ts';

export type ReadDocument = {
  readonly document: StoredDocument;
  readonly version: DesignVersion;
  readonly revoked: { readonly reason: string | null; readonly at: Date | null } | null;
};

/** The public edition, or 404: the same for every reason there is to show nothing (DECISIONS 20). */
export async function readPublicDocument(
  deps: Pick<IssueDeps, 'database'>,
  input: { publicId: string; format: FormatId },
): Promise<ReadDocument> {
  return await deps.database.asPublic(async (tx) => {
    const document = await findPublicDocument(tx, input.publicId, input.format);
    const award = document && (await findPublishedAward(tx, input.publicId));
    const version = award && (await findVersionById(tx, award.versionId));
    if (!document || !award || !version) throw notFound();
    return {
      document,
      version,
      revoked: sayRevoked(award),
    };
  });
}

/** What was declined is nobody's, although the award remembers who declined it. */
function isHeld({ state }: Award): boolean {
  return state === 'claimed' || state === 'revoked';
}

/**
 * The holder's own, everything in it. A format that nobody asked for before is signed now.
 *
 * @throws Problem 404 for what is not theirs; 409 for Open Badges 2.0 of an award that names no e-mail address
 */
export async function readHolderDocument(
  deps: IssueDeps,
  actor: Actor,
  input: { award: string; format: FormatId },
): Promise<ReadDocument & { readonly award: Award }> {
  const person = requirePerson(actor);
  const read = () =>
    deps.database.asPerson(person.personId, async (tx) => {
      const award = await findAward(tx, input.award);
      if (award?.personId !== person.personId || !isHeld(award)) throw notFound();
      const version = await findVersionById(tx, award.versionId);
      if (!version) throw notFound();
      return { award, version, document: await findDocument(tx, award.id, 'holder', input.format) };
    });
  const first = await read();
  if (!first.document)
    await issueHolderEdition(deps, first.award.institutionId, {
      awardIds: [first.award.id],
      format: input.format,
      anew: true,
    });
  const { award, version, document } = first.document ? first : await read();
  if (!document) throw isOlder(input.format) ? addressMissing() : notFound();
  return {
    award,
    document,
    version,
    revoked: sayRevoked(award),
  };
}

function sayRevoked(award: Pick<Award, 'state' | 'revocationReason' | 'revokedAt'>): ReadDocument['revoked'] {
  return award.state === 'revoked' ? { reason: award.revocationReason, at: award.revokedAt } : null;
}
