/** The version of a pack that a reference means, as it is written: what it extends is not yet in it. */
import type { PolicyPack } from '../pack.schema.ts';
import { bundledPacks } from './bundled.ts';
import { PackRefusal } from './pack-refusal.ts';

/**
 * `nl-hbo-wo@2025-05` is that version for ever, because a design is judged by the rules that it was pinned to;
 * `nl-hbo-wo` is the version in force on a day. Nobody's own pack takes the place of a bundled one.
 */
export function findPack(ref: string, on: string, own: readonly PolicyPack[]): PolicyPack {
  const [id, version] = ref.split('@', 2);
  const bundled = bundledPacks.filter((pack) => pack.id === id);
  const versions = bundled.length > 0 ? bundled : own.filter((pack) => pack.id === id);
  const candidates = version === undefined ? versions : versions.filter((pack) => pack.version === version);
  if (candidates.length === 0) throw new PackRefusal('pack-unknown', ref);
  const found =
    version === undefined
      ? candidates.filter((pack) => isInForce(pack, on)).sort(byNewest)[0]
      : candidates[0];
  if (!found) throw new PackRefusal('pack-not-in-force', ref);
  return found;
}

export function isInForce({ validFrom, validUntil }: PolicyPack, on: string): boolean {
  return validFrom <= on && (validUntil === undefined || on <= validUntil);
}

function byNewest(one: PolicyPack, other: PolicyPack): number {
  return other.validFrom.localeCompare(one.validFrom);
}
