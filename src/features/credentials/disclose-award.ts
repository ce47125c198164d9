/**
 * A part of a credential, chosen by its holder for one reader (Data Integrity ECDSA 1.0, ecdsa-sd-2023). The base proof
 * that it is made from holds what undoes the hiding, so it never leaves; each part that does leaves a line in the trail
 * of whose it is.
 */
import {
  type Crypto,
  deriveDisclosure,
  listSelectableParts,
  parseJsonObject,
  type SelectablePart,
} from '../../formats/index.ts';
import { badRequest } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { type Award, requirePerson } from '../awards/index.ts';
import type { IssueDeps } from './issue-credentials.ts';
import { readHolderDocument } from './read-document.ts';

const BASE = 'ob3-ecdsa-sd';

export type DiscloseDeps = IssueDeps & { readonly crypto: Crypto };

/** What the holder may leave out or tell; all else is always told. */
export async function listDisclosableParts(
  deps: IssueDeps,
  actor: Actor,
  input: { award: string },
): Promise<readonly SelectablePart['name'][]> {
  const { document } = await readHolderDocument(deps, actor, { ...input, format: 'ob3-data-integrity' });
  return listSelectableParts(parseJsonObject(document.bytes)).map(({ name }) => name);
}

/** @throws Problem 404 for what is not theirs; 400 for a part that this award does not have */
export async function discloseAward(
  deps: DiscloseDeps,
  actor: Actor,
  { award: id, parts }: { award: string; parts: readonly SelectablePart['name'][] },
): Promise<{ readonly award: Award; readonly bytes: string }> {
  const person = requirePerson(actor);
  const { award, document } = await readHolderDocument(deps, actor, { award: id, format: BASE });
  const base = parseJsonObject(document.bytes);
  const selectable = listSelectableParts(base);
  const missing = parts.find((part) => !selectable.some(({ name }) => name === part));
  if (missing !== undefined)
    throw badRequest('This credential has no such part.', [{ pointer: '/parts', detail: missing }]);
  const pointers = selectable.filter(({ name }) => parts.includes(name)).flatMap((part) => part.pointers);
  const bytes = JSON.stringify(await deriveDisclosure(deps.crypto, base, pointers));
  await deps.database.asPerson(person.personId, (tx) =>
    appendAuditEntry(tx, deps.clock.now(), {
      actor: person,
      institutionId: null,
      action: 'credential.disclosed',
      subject: { kind: 'award', id: award.id },
      personId: person.personId,
      detail: { parts: [...new Set(parts)] },
    }),
  );
  return { award, bytes };
}
