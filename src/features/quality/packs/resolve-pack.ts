/** A pack with everything that it extends in it: what a design is judged by on a day. */
import type { Criterion, PolicyPack } from '../pack.schema.ts';
import { findPack } from './find-pack.ts';
import { PackRefusal } from './pack-refusal.ts';

/** Packs that build on packs that build on packs multiply; nobody needs as many as this. */
const MOST_PACKS = 100;

export function resolvePack(ref: string, on: string, own: readonly PolicyPack[] = []): PolicyPack {
  const opened: string[] = [];
  return flatten({ ref, on, own, opened }, []);
}

type Asked = {
  readonly ref: string;
  readonly on: string;
  readonly own: readonly PolicyPack[];
  /** Every pack that was opened on the way, as often as it was. */
  readonly opened: string[];
};

function flatten(asked: Asked, above: readonly string[]): PolicyPack {
  const { ref, on, own, opened } = asked;
  if (opened.push(ref) > MOST_PACKS) throw new PackRefusal('pack-endless', ref);
  const pack = findPack(ref, on, own);
  const name = `${pack.id}@${pack.version}`;
  if (above.includes(name)) throw new PackRefusal('pack-circular', ref);
  const day = clampToForce(pack, on);
  const parents = pack.extends.map((parent) => flatten({ ...asked, ref: parent, on: day }, [...above, name]));
  if (parents.length === 0) return pack;
  const appeal = pack.appeal ?? parents.find((parent) => parent.appeal)?.appeal;
  return {
    ...pack,
    extends: [],
    severities: {},
    sources: mergeBy(({ title }) => title, [pack.sources, ...parents.map((parent) => parent.sources)]),
    limits: {
      ...pack.limits,
      sizes: firstFilled([pack, ...parents].map(({ limits }) => limits.sizes)),
      audiences: firstFilled([pack, ...parents].map(({ limits }) => limits.audiences)),
    },
    criteria: mergeCriteria(pack, parents),
    ...(appeal ? { appeal } : {}),
  };
}

/** A version that is pinned outside its days builds on what was in force within them. */
function clampToForce({ validFrom, validUntil }: PolicyPack, on: string): string {
  if (on < validFrom) return validFrom;
  return validUntil !== undefined && on > validUntil ? validUntil : on;
}

/** In the order in which they come, first those of the parents; one that is repeated replaces what stands there. */
function mergeCriteria({ criteria, severities }: PolicyPack, parents: readonly PolicyPack[]): Criterion[] {
  const inherited = parents.flatMap((parent) =>
    parent.criteria.map((criterion) => ({
      ...criterion,
      severity: severities[criterion.id] ?? criterion.severity,
    })),
  );
  return [...new Map([...inherited, ...criteria].map((criterion) => [criterion.id, criterion])).values()];
}

function mergeBy<T>(keyOf: (item: T) => string, lists: readonly (readonly T[])[]): T[] {
  const all = lists.flat();
  return all.filter((item, at) => all.findIndex((other) => keyOf(other) === keyOf(item)) === at);
}

function firstFilled<T>(lists: readonly T[][]): T[] {
  return lists.find((list) => list.length > 0) ?? [];
}
