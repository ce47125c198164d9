/** Which proofs build on which (Data Integrity 1.0, sections 2.1.1, 2.1.2 and 4.5). */
import type { JsonObject } from '../../format.ts';
import { readList } from '../../read-members.ts';

/** An id that two proofs share names neither: another proof could take the place of the one that was meant. */
export function hasClearIds(proofs: readonly JsonObject[]): boolean {
  const ids = proofs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return ids.every((id) => typeof id === 'string' && URL.canParse(id)) && new Set(ids).size === ids.length;
}

/**
 * Every proof that this one names, of which all are part of what it signs. Undefined when one is named that is not
 * there; a proof that names itself is not there either.
 */
export function findPreviousProofs(
  proof: JsonObject,
  proofs: readonly JsonObject[],
): readonly JsonObject[] | undefined {
  if (proof.previousProof === undefined) return [];
  const named = readList(proof.previousProof);
  const found = named.map((id) => proofs.find((other) => other !== proof && other.id === id));
  const isWhole = found.length > 0 && found.every((one) => one !== undefined);
  return isWhole && new Set(named).size === named.length ? found : undefined;
}
