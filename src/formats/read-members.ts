/** Reading members of a document by someone else: what has another shape than expected counts as absent. */
import type { Json, JsonObject } from './format.ts';
import { isJsonObject } from './json.ts';
import { isList } from './json-value.ts';

/** Text, or the first text of a language map or `{ "@value" }`, as VCDM allows for names. */
export function readText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return readText(value[0]);
  if (!isJsonObject(value)) return undefined;
  const first = value['@value'] ?? Object.values(value).find((member) => typeof member === 'string');
  return typeof first === 'string' ? first : undefined;
}

/** A URL written as itself or as the id of a node. */
export function readId(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return isJsonObject(value) && typeof value.id === 'string' ? value.id : undefined;
}

export function readNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function readObject(value: Json | undefined): JsonObject {
  if (Array.isArray(value)) return readObject(value[0]);
  return isJsonObject(value) ? value : {};
}

export function readList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

export function readObjects(value: Json | undefined): readonly JsonObject[] {
  return readList(value).filter(isJsonObject);
}

export function readTexts(value: Json | undefined): readonly string[] {
  return readList(value).filter((item) => typeof item === 'string');
}
