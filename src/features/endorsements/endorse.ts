import { codeOf, type Database, type Tx } from '../../database/index.ts';
import {
  type Crypto,
  composeEndorsement,
  type JsonObject,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { type Clock, formatInstant } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findVersion, findVersionByUrl } from '../designs/index.ts';
import {
  composeIssuerFacts,
  findInstitution,
  findInstitutionBySlug,
  findIssuer,
  findIssuerOfUnit,
  type Issuer,
  requirePermission,
} from '../institutions/index.ts';
import { type GetSigner, recordSigned } from '../keys/index.ts';
import { type ReserveDeps, reserveStatusEntries } from '../status/index.ts';
import { alreadyEndorsed, ownWork, subjectUnknown } from './endorsements.problems.ts';
import { insertEndorsement } from './endorsements.store.ts';

export type EndorseDeps = ReserveDeps & {
  readonly database: Database;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly getSigner: GetSigner;
};

export type Endorsing = {
  /** The address of a page of ours: a design, one of its versions, or an issuer. */
  readonly about: string;
  readonly comment: string;
  readonly language: 'en' | 'nl';
};

type Subject = {
  readonly institutionId: string;
  readonly versionId: string | null;
  readonly url: string;
};

const EDITION_GROUP = 'endorsement';

/**
 * An institution vouches, in its own name: signed at once, shown once the other accepts. Of a design it is the version
 * that stands now; a later one is another achievement and wants its own word.
 *
 * @throws Problem 422 when nothing of ours stands at the address, or it is one's own; 409 when the word stands already
 */
export async function endorse(
  deps: EndorseDeps,
  actor: Actor,
  input: Endorsing,
): Promise<{ readonly id: string }> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { institutionId } = staff;
  const subject = await deps.database.asPublic((tx) => findSubject(tx, input.about));
  if (!subject) throw subjectUnknown();
  if (subject.institutionId === institutionId) throw ownWork();
  const id = createUuid();
  try {
    await deps.database.asWorker(institutionId, async (tx) => {
      const issuer = await findIssuerOfUnit(tx, institutionId, null);
      if (!issuer) throw new Error(`institution ${institutionId} has no issuer`);
      const publicId = createPublicId();
      const url = `${deps.publicUrl}/endorsements/${publicId}`;
      const now = deps.clock.now();
      const document = await sign(deps, tx, issuer, { id, url, subject, input });
      await insertEndorsement(tx, {
        ...{ id, publicId, institutionId, url, issuerId: issuer.id, state: 'offered' },
        subjectInstitutionId: subject.institutionId,
        subjectVersionId: subject.versionId,
        subjectUrl: subject.url,
        comment: input.comment,
        language: input.language,
        document: JSON.stringify(document),
        offeredAt: now,
      });
      await appendAuditEntry(tx, now, {
        actor: staff,
        institutionId,
        action: 'endorsement.offered',
        subject: { kind: 'endorsement', id },
        detail: { about: subject.url },
      });
    });
  } catch (error) {
    if (codeOf(error) === '23505') throw alreadyEndorsed();
    throw error;
  }
  return { id };
}

async function sign(
  deps: EndorseDeps,
  tx: Tx,
  issuer: Issuer,
  { id, url, subject, input }: { id: string; url: string; subject: Subject; input: Endorsing },
): Promise<JsonObject> {
  const institution = await findInstitution(tx, issuer.institutionId);
  if (!institution) throw new Error(`institution ${issuer.institutionId} is not there`);
  // Withdrawn like a credential is revoked: by a bit of the endorser's own list.
  const [entry] = await reserveStatusEntries(deps, tx, {
    issuer,
    awardIds: [id],
    editionGroup: EDITION_GROUP,
  });
  const created = formatInstant(deps.clock.now());
  const document = composeEndorsement({
    id: url,
    issuer: composeIssuerFacts(institution, issuer, issuer),
    language: input.language,
    subject: subject.url,
    name: input.language === 'nl' ? 'Aanbeveling' : 'Endorsement',
    comment: input.comment,
    validFrom: created,
    ...(entry ? { status: { list: entry.list, index: entry.index } } : {}),
  });
  const signer = await deps.getSigner(tx, issuer, 'award-ed25519');
  const signed = await secureWithDataIntegrity(document, { signer, crypto: deps.crypto, created });
  const { institutionId } = issuer;
  await recordSigned(tx, [{ institutionId, bytes: JSON.stringify(signed), signedAt: deps.clock.now() }]);
  return signed;
}

/** What an address of ours is about; others cannot be asked whether they want it. */
async function findSubject(tx: Tx, about: string): Promise<Subject | undefined> {
  const url = about.trim().replace(/[?#].*$/, '');
  const [, design, number] = /\/designs\/([0-9a-z]{1,40})(?:\/versions\/(\d{1,5}))?$/.exec(url) ?? [];
  if (design !== undefined) {
    const version =
      (await findVersionByUrl(tx, url)) ??
      (await findVersion(tx, design, number === undefined ? undefined : Number(number)));
    const issuer = version && (await findIssuer(tx, { id: version.issuerId }));
    return version && issuer
      ? { institutionId: issuer.institutionId, versionId: version.id, url: version.url }
      : undefined;
  }
  const publicId = /\/issuers\/([0-9a-z]{1,40})$/.exec(url)?.[1];
  const issuer = publicId === undefined ? await findBySlug(tx, url) : await findIssuer(tx, { publicId });
  return issuer && { institutionId: issuer.institutionId, versionId: null, url: issuer.did };
}

async function findBySlug(tx: Tx, slug: string): Promise<Issuer | undefined> {
  const institution = /^[a-z0-9-]{1,60}$/.test(slug) ? await findInstitutionBySlug(tx, slug) : undefined;
  return institution && (await findIssuerOfUnit(tx, institution.id, null));
}
