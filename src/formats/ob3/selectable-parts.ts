/** Which parts of a badge its holder may leave out when they show it, and which are always told. */
import type { Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { isList } from '../json-value.ts';
import { writePointer } from '../proofs/selective-disclosure/pointers.ts';

export type SelectablePart = {
  readonly name: 'name' | 'email' | 'identifier' | 'result' | 'narrative' | 'creditsEarned' | 'evidence';
  /** Where it stands in this very document (RFC 6901); what `deriveDisclosure` takes. */
  readonly pointers: readonly string[];
};

/** In the order of a form. Members of the subject, but for evidence, which Open Badges puts beside it. */
const SELECTABLE = ['result', 'creditsEarned', 'narrative'] as const;
const OF_SUBJECT: ReadonlySet<string> = new Set([...SELECTABLE, 'identifier']);
const OF_CREDENTIAL: ReadonlySet<string> = new Set(['@context', 'proof', 'credentialSubject', 'evidence']);

export function listSelectableParts(document: JsonObject): readonly SelectablePart[] {
  const subject = readSubject(document);
  const parts = new Map<SelectablePart['name'], string[]>();
  const add = (name: SelectablePart['name'], ...steps: readonly string[]) =>
    parts.set(name, [...(parts.get(name) ?? []), writePointer(steps)]);
  if (isList(subject.identifier))
    for (const [index, identifier] of subject.identifier.entries())
      add(nameIdentifier(identifier), 'credentialSubject', 'identifier', String(index));
  else if (subject.identifier !== undefined)
    add(nameIdentifier(subject.identifier), 'credentialSubject', 'identifier');
  for (const name of SELECTABLE) if (subject[name] !== undefined) add(name, 'credentialSubject', name);
  if (document.evidence !== undefined) add('evidence', 'evidence');
  return [...parts].map(([name, pointers]) => ({ name, pointers }));
}

/**
 * Everything else: whose badge it is, of whom, for what, since and until when, and where its status stands. Told by
 * what is selectable and not the other way round, so that a member nobody thought of cannot be hidden.
 */
export function listMandatoryPointers(document: JsonObject): readonly string[] {
  const { credentialSubject } = document;
  const rest = Object.keys(document).filter((name) => !OF_CREDENTIAL.has(name));
  const ofSubject = Object.keys(readSubject(document)).filter((name) => !OF_SUBJECT.has(name));
  return [
    ...rest.map((name) => writePointer([name])),
    ...(isJsonObject(credentialSubject) ? [] : ['/credentialSubject']),
    ...ofSubject.map((name) => writePointer(['credentialSubject', name])),
  ];
}

/** Of several subjects nothing is selectable: they are told whole. */
function readSubject({ credentialSubject }: JsonObject): JsonObject {
  return isJsonObject(credentialSubject) ? credentialSubject : {};
}

function nameIdentifier(identifier: Json): SelectablePart['name'] {
  const type = isJsonObject(identifier) ? identifier.identityType : undefined;
  if (type === 'name') return 'name';
  return type === 'emailAddress' ? 'email' : 'identifier';
}
