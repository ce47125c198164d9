/**
 * Does the document mean something by its types? Each maps to a URL in the document's own contexts, and no context
 * changes a protected word (VC Data Model 2.0, sections 4.5 and 5.2.1). Proofs over RDF find out by themselves; JCS and
 * JWT sign whatever stands there.
 */
import { expandDocument } from '../canonicalize.ts';
import type { Conformance, Json, JsonObject } from '../format.ts';
import { isList } from '../json-value.ts';
import { FormatRefusal } from '../refusal.ts';

export type VocabularyFinding =
  | Conformance
  /** Its vocabulary is not one that this software brings along, so nothing can be said. */
  | { readonly conforms: undefined; readonly context: string };

/** @param document of a presentation: the credentials inside are documents of their own */
export async function checkVocabulary(document: JsonObject): Promise<VocabularyFinding> {
  const { proof: _, verifiableCredential: __, ...own } = document;
  try {
    const stray = listTypes(await expandDocument(own)).find((type) => !/^[a-z][a-z0-9+.-]*:/i.test(type));
    return stray === undefined ? { conforms: true } : fault('/type', `${stray} is in none of the contexts`);
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    if (error.reason === 'context-unknown' || error.reason === 'context-inline')
      return { conforms: undefined, context: error.detail ?? 'inline' };
    return fault('/@context', error.detail ?? error.reason);
  }
}

function fault(path: string, message: string): Conformance {
  return { conforms: false, faults: [{ path, message }] };
}

function listTypes(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(listTypes);
  if (typeof value !== 'object' || value === null) return [];
  // A literal has a type of its own, which is a datatype and may be JSON itself.
  if ('@value' in value) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '@type' ? [member].flat().map(String) : listTypes(member),
  );
}
