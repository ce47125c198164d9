import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitution, requirePermission, type StaffActor } from '../institutions/index.ts';
import { kindElsewhere, nothingWritten } from './terms.problems.ts';
import type { TermsTexts } from './terms.schema.ts';
import { insertTerms, listDrafts, listPublished, lockTerms, updateDraft } from './terms.store.ts';
import { kindsOf, type TermsKind } from './terms.ts';

export type WriteTermsDeps = { readonly database: Database; readonly clock: Clock };

/** Kept until it is published; nobody is asked to agree to it yet. */
export async function saveTermsDraft(
  deps: WriteTermsDeps,
  actor: Actor,
  input: { readonly kind: TermsKind; readonly texts: TermsTexts },
): Promise<void> {
  await inOwnHouse(deps, actor, input.kind, async (tx, staff, institutionId) => {
    const now = deps.clock.now();
    const draft = await findDraft(tx, institutionId, input.kind);
    const id = draft?.id ?? createUuid();
    const texts = JSON.stringify(input.texts);
    if (draft) await updateDraft(tx, id, { texts });
    else
      await insertTerms(tx, {
        ...{ id, institutionId, kind: input.kind, texts, createdAt: now },
        createdBy: staff.kind === 'person' ? staff.personId : null,
      });
    await record(tx, now, staff, 'terms.draft-saved', id, { kind: input.kind });
  });
}

/**
 * The draft becomes the version that stands. It never changes again; whoever agreed to the one before is asked anew.
 *
 * @throws Problem 422 when there is no draft with a text in it
 */
export async function publishTerms(
  deps: WriteTermsDeps,
  actor: Actor,
  input: { readonly kind: TermsKind },
): Promise<{ version: number }> {
  return await inOwnHouse(deps, actor, input.kind, async (tx, staff, institutionId) => {
    const draft = await findDraft(tx, institutionId, input.kind);
    if (!draft || !(draft.texts.en || draft.texts.nl)) throw nothingWritten();
    const version = ((await listPublished(tx, institutionId, [input.kind])).at(-1)?.version ?? 0) + 1;
    const now = deps.clock.now();
    const publishedBy = staff.kind === 'person' ? staff.personId : null;
    await updateDraft(tx, draft.id, { version, publishedBy, publishedAt: now });
    await record(tx, now, staff, 'terms.published', draft.id, { kind: input.kind, version });
    return { version };
  });
}

async function inOwnHouse<Outcome>(
  { database }: WriteTermsDeps,
  actor: Actor,
  kind: TermsKind,
  work: (tx: Tx, staff: StaffActor, institutionId: string | null) => Promise<Outcome>,
): Promise<Outcome> {
  const staff = requirePermission(actor, 'terms.manage', 'institution');
  return await database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    if (!kindsOf(institution).includes(kind)) throw kindElsewhere();
    await lockTerms(tx, `${staff.institutionId} ${kind}`);
    return await work(tx, staff, institution.kind === 'operator' ? null : institution.id);
  });
}

async function findDraft(tx: Tx, institutionId: string | null, kind: TermsKind) {
  return (await listDrafts(tx, institutionId)).find((draft) => draft.kind === kind);
}

async function record(
  tx: Tx,
  at: Date,
  actor: StaffActor,
  action: string,
  id: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { institutionId } = actor;
  await appendAuditEntry(tx, at, { actor, institutionId, action, subject: { kind: 'terms', id }, detail });
}
