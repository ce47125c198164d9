import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, listEntriesOfSubject } from '../audit/index.ts';
import { findInstitution, type Institution, requirePermission } from '../institutions/index.ts';
import { comparePacks } from './compare-packs.ts';
import { isFit } from './is-fit.ts';
import type { QualityDeps } from './open-way.ts';
import { DESIGN_KINDS, type DesignKind, type PolicyPack } from './pack.schema.ts';
import { bundledPacks } from './packs/index.ts';
import type { PacksView } from './packs.schema.ts';
import { type Adoption, listAdoptions, listOwnPacks } from './packs.store.ts';
import { readNames } from './present-quality.ts';
import { firstPackOf, nameOf } from './rules.ts';
import { asItHolds, findWhatFollows, packOn } from './what-follows.ts';

/** By which rules every kind of design is judged, who chose them and when, what comes after them, and which others there are. */
export async function listPacks(deps: QualityDeps, actor: Actor): Promise<PacksView> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const now = deps.clock.now();
    const today = dayIn(institution.timeZone, now);
    const own = await listOwnPacks(tx, institutionId);
    const adoptions = await listAdoptions(tx, institutionId, now);
    const chooserOf = await readChoosers(tx, institutionId);
    const shelf = { institution, today, own };
    return {
      institution: { slug: institution.slug, kind: institution.kind },
      today,
      kinds: DESIGN_KINDS.map((kind) => {
        const chosen = adoptions.filter((one) => one.kind === kind);
        return {
          kind,
          ...presentChoice(shelf, chosen[0]?.pack ?? firstPackOf(kind, institution.kind)),
          since: chosen[0]?.at.toISOString() ?? null,
          history: chosen.map((one, at) => ({
            at: one.at.toISOString(),
            by: chooserOf(one),
            ...presentStep(shelf, one, chosen[at + 1]?.pack ?? firstPackOf(kind, institution.kind)),
          })),
        };
      }),
      packs: [...bundledPacks, ...own].map((pack) => presentPack(shelf, pack)),
    };
  });
}

type Shelf = {
  readonly institution: Institution;
  readonly today: string;
  readonly own: readonly PolicyPack[];
};
type KindView = PacksView['kinds'][number];

function presentChoice(
  { institution, today, own }: Shelf,
  chosen: string,
): Pick<KindView, 'chosen' | 'inForce' | 'follows'> {
  const pack = packOn(chosen, today, own);
  const coming = findWhatFollows({ ref: chosen, today, institutionKind: institution.kind, own });
  return {
    chosen,
    inForce: pack
      ? { ...presentName(pack), summary: { ...pack.summary }, validUntil: pack.validUntil ?? null }
      : null,
    follows: coming
      ? {
          on: coming.on,
          pack: coming.pack && presentName(coming.pack),
          difference: coming.difference,
        }
      : null,
  };
}

/** A choice as it was on its day, against what was in force until then. */
function presentStep(
  { institution, own }: Shelf,
  { pack: ref, at }: Adoption,
  before: string,
): Pick<KindView['history'][number], 'pack' | 'difference'> {
  const day = dayIn(institution.timeZone, at);
  const [was, became] = [before, ref].map((one) => packOn(one, day, own));
  return {
    pack: became ? presentName(became) : { ref, name: { en: ref } },
    difference:
      was && became
        ? comparePacks(asItHolds(was, day, institution.kind), asItHolds(became, day, institution.kind))
        : null,
  };
}

function presentPack({ institution, today, own }: Shelf, pack: PolicyPack): PacksView['packs'][number] {
  const force = pack.validFrom > today ? 'to-come' : (pack.validUntil ?? today) < today ? 'past' : 'now';
  return {
    ...presentName(pack),
    ...{ id: pack.id, version: pack.version, summary: { ...pack.summary }, own: own.includes(pack) },
    ...{ validFrom: pack.validFrom, validUntil: pack.validUntil ?? null, extends: [...pack.extends] },
    force,
    designKinds: [...pack.designKinds],
    fits: DESIGN_KINDS.filter((kind) => force === 'now' && isFit(pack, kind, institution.kind)),
  };
}

export function presentName(pack: PolicyPack): {
  readonly ref: string;
  readonly name: Record<string, string>;
} {
  return { ref: nameOf(pack), name: { ...pack.name } };
}

/** Who chose stands in the trail, and goes with the account. */
async function readChoosers(tx: Tx, institutionId: string) {
  const name = await readNames(tx, institutionId);
  const entries = (await listEntriesOfSubject(tx, institutionId)).filter(
    ({ action, actorKind }) => action === 'quality.pack-adopted' && actorKind === 'person',
  );
  return ({ kind, at }: { readonly kind: DesignKind; readonly at: Date }) => {
    const entry = entries.find((one) => one.at.getTime() === at.getTime() && isAbout(one.detail, kind));
    return entry?.actorId ? name(entry.actorId) : null;
  };
}

function isAbout(detail: unknown, kind: DesignKind): boolean {
  return typeof detail === 'object' && detail !== null && 'kind' in detail && detail.kind === kind;
}
