/**
 * How much work a linked-data proof would be, told beforehand: canonicalising blocks the process, and a kilobyte of
 * contexts named over and over is seconds of it. Measured: about 4 ms for a context named, half for a node. Pure.
 */
import { isJsonObject, type Json, type JsonObject } from '../../formats/index.ts';

/** About half a second. A rich badge of ours is 60. */
const MAX_WEIGHT = 1_000;
/** Of a presentation, with all that is in it: about a second. */
export const MAX_PRESENTED = 2_000;
const CONTEXT = 8;

export function isTooHeavy(document: JsonObject, most = MAX_WEIGHT): boolean {
  const proofs = Array.isArray(document.proof) ? document.proof.length : 1;
  return weigh(document) * Math.max(1, proofs) > most;
}

function weigh(value: Json): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + weigh(item), 0);
  if (!isJsonObject(value)) return 0;
  let weight = 1;
  for (const [name, member] of Object.entries(value))
    weight += name === '@context' ? CONTEXT * [member].flat().length : weigh(member);
  return weight;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
