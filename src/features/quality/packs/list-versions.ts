/** Names of the pack and of all that it extends, in the versions that hold on a day. */
import type { PolicyPack } from '../pack.schema.ts';
import { findPack } from './find-pack.ts';
import { PackRefusal } from './pack-refusal.ts';

/** @param id without a version; one that is in force no longer has no name on that day */
export function listVersionsOn(id: string, on: string, own: readonly PolicyPack[]): string[] {
  return listUnseen(id, on, own, new Set());
}

/** Each is opened once, however many packs extend it. */
function listUnseen(id: string, on: string, own: readonly PolicyPack[], seen: Set<string>): string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  try {
    const pack = findPack(id, on, own);
    const parents = pack.extends.flatMap((parent) => listUnseen(parent, on, own, seen));
    return [...new Set([`${pack.id}@${pack.version}`, ...parents])];
  } catch (error) {
    if (error instanceof PackRefusal) return [];
    throw error;
  }
}

/** What holds today and did not on that day. */
export function listNewRules(
  ref: string,
  { since, today }: { readonly since: string; readonly today: string },
  own: readonly PolicyPack[],
): string[] {
  const [id = ref] = ref.split('@', 1);
  const known = new Set(listVersionsOn(id, since, own));
  return listVersionsOn(id, today, own).filter((name) => !known.has(name));
}
