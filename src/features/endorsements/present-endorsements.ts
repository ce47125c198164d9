import type { Tx } from '../../database/index.ts';
import { contentOf, findVersionById } from '../designs/index.ts';
import { findInstitution, findIssuer } from '../institutions/index.ts';
import type { EndorsementView } from './endorsements.schema.ts';
import type { Endorsement } from './endorsements.store.ts';

/** With names, as anyone may read them: of published designs and of institutions. */
export async function presentEndorsements(
  tx: Tx,
  endorsements: readonly Endorsement[],
): Promise<EndorsementView[]> {
  const shown: EndorsementView[] = [];
  for (const one of endorsements) {
    const endorser = await findInstitution(tx, one.institutionId);
    const subject = await findInstitution(tx, one.subjectInstitutionId);
    const version = one.subjectVersionId ? await findVersionById(tx, one.subjectVersionId) : undefined;
    const issuer = version ? undefined : await findIssuer(tx, { did: one.subjectUrl });
    if (!endorser || !subject) continue;
    shown.push({
      id: one.id,
      url: one.url,
      endorser: endorser.name,
      about: version ? contentOf(version).title : (issuer?.name ?? subject.name),
      aboutKind: version ? 'design' : 'institution',
      aboutPage: new URL(version?.url ?? issuer?.url ?? one.url).pathname,
      comment: one.comment,
      language: one.language,
      state: one.state,
      offeredAt: one.offeredAt.toISOString(),
    });
  }
  return shown;
}
