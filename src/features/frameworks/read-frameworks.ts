import type { z } from 'zod';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { nameInstitutions, reachOf, requirePermission, type StaffActor } from '../institutions/index.ts';
import type { FrameworkDeps } from './framework-deps.ts';
import type { FrameworkView, frameworkDetailSchema, goneSchema, hitsSchema } from './frameworks.schema.ts';
import { type Framework, listFrameworks, listPage, searchItems } from './frameworks.store.ts';
import { listUses, type Use } from './list-uses.ts';
import { type Owner, requireKeeper } from './require-keeper.ts';
import { readTerms } from './search-words.ts';

const PAGE_SIZE = 50;
const HITS = 20;

/** An institution's own and what the operator offers it; for the operator those that are offered. */
export async function getFrameworks(
  deps: FrameworkDeps,
  actor: Actor,
  owner: Owner,
): Promise<FrameworkView[]> {
  const staff = await requireReader(deps, actor, owner);
  const found = await deps.database.asInstitution(staff.institutionId, listFrameworks);
  return await present(deps, staff, found);
}

export type DetailQuery = { readonly id: string; readonly q: string; readonly page: number };

/** @throws Problem 404 for one of another institution that is not offered */
export async function getFramework(
  deps: FrameworkDeps,
  actor: Actor,
  { owner, id, q, page }: DetailQuery & { readonly owner: Owner },
): Promise<z.output<typeof frameworkDetailSchema>> {
  const staff = await requireReader(deps, actor, owner);
  const terms = readTerms(q);
  const read = await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const framework = (await listFrameworks(tx)).find((one) => one.id === id);
    if (!framework) throw notFound();
    const found =
      terms.length > 0
        ? await searchItems(tx, { text: q, terms, frameworkId: id, limit: PAGE_SIZE })
        : await listPage(tx, id, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
    const reach = owner === 'operator' ? 'everywhere' : reachOf(staff, 'designs.read');
    const uses = (await listUses(deps, tx, reach)).filter((use) => use.framework === id);
    return { framework, found, uses };
  });
  const [framework] = await present(deps, staff, [read.framework]);
  if (!framework) throw notFound();
  return {
    ...framework,
    drafts: namedDrafts(read.uses),
    found: read.found.map(presentItem),
    page,
    pages: terms.length > 0 ? 1 : Math.max(1, Math.ceil(framework.items / PAGE_SIZE)),
  };
}

/** The best hits in whatever the institution may use. */
export async function searchFrameworks(
  deps: FrameworkDeps,
  actor: Actor,
  { q, framework }: { readonly q: string; readonly framework?: string | undefined },
): Promise<z.output<typeof hitsSchema>> {
  const staff = requirePermission(actor, 'designs.read', 'anywhere');
  const terms = readTerms(q);
  if (terms.length === 0) return { hits: [], more: false };
  const read = await deps.database.asInstitution(staff.institutionId, async (tx) => ({
    found: await searchItems(tx, { text: q, terms, frameworkId: framework, limit: HITS + 1 }),
    frameworks: await listFrameworks(tx),
  }));
  const frameworks = new Map((await present(deps, staff, read.frameworks)).map((one) => [one.id, one]));
  const hits = read.found.slice(0, HITS).flatMap((item) => {
    const of = frameworks.get(item.frameworkId);
    const named = of && { id: of.id, name: of.name, offeredBy: of.offeredBy };
    return named ? [{ ...presentItem(item), framework: named }] : [];
  });
  return { hits, more: read.found.length > HITS };
}

/** What drafts still name and frameworks no longer have. */
export async function listGone(deps: FrameworkDeps, actor: Actor): Promise<z.output<typeof goneSchema>> {
  const staff = requirePermission(actor, 'designs.read', 'anywhere');
  const uses = await deps.database.asInstitution(staff.institutionId, (tx) =>
    listUses(deps, tx, reachOf(staff, 'designs.read')),
  );
  // In another framework the same item may still be there.
  const there = new Set(uses.filter(({ gone }) => !gone).map(({ url }) => url));
  const gone = uses.filter((use) => use.gone && !there.has(use.url));
  return {
    gone: [
      ...new Map(gone.map(({ url, frameworkName }) => [url, { url, framework: frameworkName }])).values(),
    ],
  };
}

async function requireReader(deps: FrameworkDeps, actor: Actor, owner: Owner): Promise<StaffActor> {
  if (owner === 'operator') return await requireKeeper(deps, actor, owner);
  return requirePermission(actor, 'designs.read', 'anywhere');
}

/** Names of others are public: they are asked for as anyone would. */
async function present(
  deps: FrameworkDeps,
  { institutionId }: StaffActor,
  frameworks: readonly Framework[],
): Promise<FrameworkView[]> {
  const others = [
    ...new Set(frameworks.flatMap((one) => (one.institutionId === institutionId ? [] : [one.institutionId]))),
  ];
  const names = await deps.database.asPublic((tx) => nameInstitutions(tx, others));
  return frameworks.map(({ id, name, publisher, version, licence, url, ...one }) => ({
    ...{ id, name, publisher, version, licence, url },
    ...{ items: one.items, offered: one.offered, importedAt: one.importedAt.toISOString() },
    offeredBy: names.get(one.institutionId) ?? null,
  }));
}

type Item = Awaited<ReturnType<typeof listPage>>[number];

function presentItem({ id, url, code, kind, name, description }: Item) {
  return { id, url, code, kind, name: { ...name }, description: { ...description } };
}

function namedDrafts(uses: readonly Use[]) {
  const drafts = new Map(uses.map(({ draft }) => [draft.id, draft]));
  return [...drafts.values()].map(({ id, title }) => ({
    ...{ id, title: { ...title } },
    gone: uses.some((use) => use.gone && use.draft.id === id),
  }));
}
