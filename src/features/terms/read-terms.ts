import type { Database, Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import {
  findInstitution,
  findInstitutionBySlug,
  findOperator,
  type Institution,
  requirePermission,
} from '../institutions/index.ts';
import type { AgreementLine, TermsView } from './terms.schema.ts';
import { listAgreements, listDrafts, listPublished, listTermsByIds } from './terms.store.ts';
import { findStanding, kindsOf, type Terms, type TermsKind } from './terms.ts';

type ReadDeps = { readonly database: Database };

/** What an institution, or the operator for the platform, has published: every version, or the one that stands. */
export function listTermsOf(
  { database }: ReadDeps,
  input: { readonly owner: string; readonly kind?: TermsKind },
): Promise<TermsView[]> {
  return database.asPublic(async (tx) => {
    const institution = await findInstitutionBySlug(tx, input.owner);
    if (!institution) throw notFound();
    const published = await listPublished(
      tx,
      institution.kind === 'operator' ? null : institution.id,
      input.kind ? [input.kind] : undefined,
    );
    return await presentTerms(tx, published);
  });
}

/** The draft and the versions of each kind that is the staff's own to write. */
export function readOwnTerms({ database }: ReadDeps, actor: Actor) {
  const staff = requirePermission(actor, 'terms.manage', 'institution');
  return database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const owner = institution.kind === 'operator' ? null : institution.id;
    const drafts = await listDrafts(tx, owner);
    const published = await listPublished(tx, owner);
    return {
      owner: institution.slug,
      kinds: kindsOf(institution).map((kind) => ({
        kind,
        draft: drafts.find((draft) => draft.kind === kind)?.texts ?? null,
        versions: published
          .filter((terms) => terms.kind === kind)
          .map(({ id, version, publishedAt, texts }) => ({
            id,
            version: version ?? 0,
            publishedAt: publishedAt?.toISOString() ?? '',
            texts,
          }))
          .reverse(),
      })),
    };
  });
}

/** Every line that this person wrote, newest first. */
export async function listAgreementLines(tx: Tx, personId: string): Promise<AgreementLine[]> {
  const lines = await listAgreements(tx, personId);
  const terms = await listTermsByIds(tx, [...new Set(lines.map((line) => line.termsId))]);
  const views = new Map((await presentTerms(tx, terms)).map((view) => [view.id, view]));
  const last = new Map(lines.map((line) => [line.termsId, line.id]));
  return lines.reverse().flatMap((line) => {
    const view = views.get(line.termsId);
    if (!view) return [];
    const { texts: _, ...told } = view;
    return [
      {
        id: line.id,
        act: line.act,
        at: line.at.toISOString(),
        language: line.language,
        terms: told,
        stands: line.act === 'agreed' && last.get(line.termsId) === line.id,
      },
    ];
  });
}

/** In a context that sees institutions and what was published. */
export async function presentTerms(tx: Tx, found: readonly Terms[]): Promise<TermsView[]> {
  const owners = new Map<string | null, Institution | undefined>();
  const standing = new Set<string>();
  for (const { institutionId } of found) {
    if (owners.has(institutionId)) continue;
    const owner = institutionId === null ? findOperator(tx) : findInstitution(tx, institutionId);
    owners.set(institutionId, await owner);
    for (const { id } of findStanding(await listPublished(tx, institutionId))) standing.add(id);
  }
  return found.map((terms) => {
    const owner = owners.get(terms.institutionId);
    return {
      id: terms.id,
      owner: owner?.slug ?? '',
      ownerName: owner?.name ?? {},
      isPlatform: terms.institutionId === null,
      kind: terms.kind,
      version: terms.version ?? 0,
      texts: terms.texts,
      publishedAt: terms.publishedAt?.toISOString() ?? '',
      superseded: !standing.has(terms.id),
    };
  });
}
