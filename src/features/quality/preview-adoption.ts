import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { type Design, listDesigns } from '../designs/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import { comparePacks } from './compare-packs.ts';
import { listCycles } from './cycles.store.ts';
import { judgeDraft } from './judge-draft.ts';
import { isUnderWay } from './judgement.ts';
import { presentName } from './list-packs.ts';
import type { QualityDeps } from './open-way.ts';
import type { DesignKind } from './pack.schema.ts';
import type { AdoptionPreview } from './packs.schema.ts';
import { findAdoption, listOwnPacks } from './packs.store.ts';
import { firstPackOf, openPack, type Rules } from './rules.ts';
import { asItHolds, packOn } from './what-follows.ts';

/** More are not listed one by one. */
const MOST_DESIGNS = 60;

/**
 * What another pack would change for designs of a kind, and which of those under way would have something to mend.
 *
 * @throws Problem 422 for a pack that is not there
 */
export async function previewAdoption(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly kind: DesignKind; readonly pack: string },
): Promise<AdoptionPreview> {
  const { institutionId } = requirePermission(actor, 'designs.assure', 'institution');
  const { kind } = input;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const at = deps.clock.now();
    const today = dayIn(institution.timeZone, at);
    const own = await listOwnPacks(tx, institutionId);
    const chosen = (await findAdoption(tx, institutionId, kind, at)) ?? firstPackOf(kind, institution.kind);
    const before = packOn(chosen, today, own);
    const after = openPack(input.pack, today, own);
    const rules = { institution, today };
    return {
      kind,
      before: before ? presentName(before) : null,
      after: presentName(after),
      difference: before
        ? comparePacks(asItHolds(before, today, institution.kind), asItHolds(after, today, institution.kind))
        : null,
      underWay: await listUnderWay(tx, kind, before && { ...rules, pack: before }, { ...rules, pack: after }),
    };
  });
}

async function listUnderWay(
  tx: Tx,
  kind: DesignKind,
  before: Rules | undefined,
  after: Rules,
): Promise<AdoptionPreview['underWay']> {
  const designs = new Map((await listDesigns(tx, 'everywhere')).map((design) => [design.id, design]));
  const found: AdoptionPreview['underWay'] = [];
  for (const { designId, state } of await listCycles(tx)) {
    const design = designs.get(designId);
    if (design?.kind !== kind || !isUnderWay(state) || found.length === MOST_DESIGNS) continue;
    const [open, opened] = [
      before ? await listOpen(tx, design, before) : [],
      await listOpen(tx, design, after),
    ];
    found.push({
      ...{ design: design.publicId, title: { ...design.draft.title }, state },
      opens: opened.filter((one) => !open.includes(one)),
      closes: open.filter((one) => !opened.includes(one)),
    });
  }
  return found;
}

/** What must be met and is not. */
async function listOpen(tx: Tx, design: Design, rules: Rules): Promise<string[]> {
  const findings = await judgeDraft(tx, design, rules);
  return [
    ...new Set(findings.flatMap(({ criterion, severity }) => (severity === 'must' ? [criterion] : []))),
  ];
}
