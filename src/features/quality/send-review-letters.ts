import type { Database, Tx } from '../../database/index.ts';
import { composeMessageId, type Mailer, renderLetter } from '../../platform/mail/index.ts';
import { readReader, sendToAddress } from '../accounts/index.ts';
import {
  contentOf,
  type Design,
  describeDesigns,
  findDesign,
  findVersionById,
  inLanguage,
} from '../designs/index.ts';
import { findInstitution, listMembers, permissionsOf } from '../institutions/index.ts';
import type { Cause } from './causes.ts';
import { listMakers, lockCycle } from './cycles.store.ts';
import { writeReviewLetter } from './review.mail.ts';

export type ReviewLetterDeps = {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** Makers, owners and quality officers are told that a review was called, and why. */
export async function sendReviewLetters(
  deps: ReviewLetterDeps,
  institutionId: string,
  { cycleId, causes }: { readonly cycleId: string; readonly causes: readonly Cause[] },
): Promise<void> {
  const called = await deps.database.asWorker(institutionId, async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    const institution = await findInstitution(tx, institutionId);
    const [described] = cycle ? await describeDesigns(tx, { ids: [cycle.designId] }) : [];
    const design = described && (await findDesign(tx, described.publicId));
    const version = cycle?.proposalId ? await findVersionById(tx, cycle.proposalId) : undefined;
    if (!cycle || !institution || !design || !version) return undefined;
    const readers = await listConcerned(tx, design, cycleId);
    return { institution, design, content: contentOf(version), readers };
  });
  if (!called) return;
  const { institution, design, content, readers } = called;
  for (const personId of readers) {
    const reader = await deps.database.asPerson(personId, (tx) => readReader(tx, personId));
    const [to] = reader?.addresses ?? [];
    if (!reader || !to) continue;
    const { language } = reader;
    const name = inLanguage(institution.name, language, institution.defaultLanguage);
    const letter = writeReviewLetter({
      ...{ language, causes, institution: name, ink: institution.inks[0] },
      title: inLanguage(content.title, language, content.defaultLanguage),
      url: `${deps.publicUrl}/studio/designs/${design.publicId}/quality`,
    });
    const key = `review ${cycleId} ${causes.map(({ kind, ref }) => `${kind} ${ref}`).join(' ')} ${personId}`;
    await sendToAddress(deps.mailer, {
      ...{ to, subject: letter.subject, senderName: name },
      ...(await renderLetter(letter.content)),
      messageId: composeMessageId(key, new URL(deps.publicUrl).hostname),
    });
  }
}

/** Administrators may do everything and are not asked to. */
async function listConcerned(tx: Tx, design: Design, cycleId: string): Promise<string[]> {
  const members = await listMembers(tx, design.institutionId);
  const here = members.filter(
    ({ unitId, designId }) =>
      (unitId === null || unitId === design.unitId) && (designId === null || designId === design.id),
  );
  const answering = here.flatMap(({ personId, role }) => {
    const may = permissionsOf(role === 'administrator' ? [] : [role]);
    return personId && (may.has('designs.assure') || may.has('designs.confirm')) ? [personId] : [];
  });
  const working = new Set(members.flatMap(({ personId }) => personId ?? []));
  const makers = (await listMakers(tx, cycleId)).filter((id) => working.has(id));
  return [...new Set([...makers, ...answering])];
}
