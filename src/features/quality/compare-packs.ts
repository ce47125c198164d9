/**
 * What differs between two packs, each with everything that it extends: for whoever chooses one, and for whoever asks
 * later what was chosen. Pure.
 */
import type { Criterion, PolicyPack } from './pack.schema.ts';
import type { PackDifference } from './packs.schema.ts';

type Changed = PackDifference['changed'][number];

/** The heaviest first. */
const WEIGHTS = ['must', 'should', 'advice'] as const;

export function comparePacks(before: PolicyPack, after: PolicyPack): PackDifference {
  const old = new Map(before.criteria.map((criterion) => [criterion.id, criterion]));
  const now = new Map(after.criteria.map((criterion) => [criterion.id, criterion]));
  const kept = after.criteria.flatMap((criterion) => {
    const was = old.get(criterion.id);
    return was ? [{ was, criterion }] : [];
  });
  const moved = (direction: 1 | -1) =>
    kept
      .filter(({ was, criterion }) => Math.sign(weightOf(was) - weightOf(criterion)) === direction)
      .map(({ was, criterion }) => ({ ...present(criterion), before: was.severity }));
  return {
    added: after.criteria.filter(({ id }) => !old.has(id)).map(present),
    removed: before.criteria.filter(({ id }) => !now.has(id)).map(present),
    heavier: moved(1),
    lighter: moved(-1),
    changed: kept.flatMap(({ was, criterion }) => {
      const what = listChanges(was, criterion);
      return what.length > 0 ? [{ ...present(criterion), what }] : [];
    }),
    sizes: compare(before.limits.sizes, after.limits.sizes),
    hoursPerEcts: compare(before.limits.hoursPerEcts, after.limits.hoursPerEcts),
    audiences: compareAudiences(before, after),
    gates: compare(before.gates, after.gates),
    review: compare(before.review, after.review),
    appeal: compare(presentAppeal(before), presentAppeal(after)),
  };
}

function weightOf({ severity }: Criterion): number {
  return WEIGHTS.indexOf(severity);
}

function present({ id, text, severity }: Criterion): PackDifference['added'][number] {
  return { id, text: { ...text }, severity };
}

function listChanges(was: Criterion, now: Criterion): Changed['what'] {
  const parts = [
    ['text', was.text, now.text],
    ['help', was.help, now.help],
    ['kind', was.kind, now.kind],
    ['check', was.check, now.check],
    ['below', was.mustBelowEcts, now.mustBelowEcts],
    ['guide', was.guide, now.guide],
  ] as const;
  return parts.filter(([, one, other]) => !isEqual(one, other)).map(([name]) => name);
}

function compareAudiences(before: PolicyPack, after: PolicyPack): PackDifference['audiences'] {
  const [old, now] = [before, after].map(({ limits }) =>
    limits.audiences.map(({ code, name }) => ({ code, name: { ...name } })),
  );
  const without = (some: typeof old = [], others: typeof old = []) =>
    some.filter(({ code }) => !others.some((other) => other.code === code));
  const [added, removed] = [without(now, old), without(old, now)];
  return added.length + removed.length > 0 ? { added, removed } : null;
}

function presentAppeal({ appeal }: PolicyPack) {
  return appeal ? { days: appeal.days, body: { ...appeal.body } } : null;
}

function compare<Part>(before: Part, after: Part): { before: Part; after: Part } | null {
  return isEqual(before, after) ? null : { before, after };
}

/** Packs are JSON; in which order somebody wrote the members of one is no difference. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sortMembers(one)) === JSON.stringify(sortMembers(other));
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sortMembers(v)]),
  );
}
