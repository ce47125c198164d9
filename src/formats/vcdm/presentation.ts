/** What every verifiable presentation has: VC Data Model 2.0, section 4.13; VC Data Model 1.1, section 4.10. */
import { z } from 'zod';
import { conform } from '../conformance.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/urls.ts';
import { isEnvelope } from '../envelopes.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { contextsStartingWith, oneOrMore, typed, typesWith, url, urlOrNode } from './members.ts';

/** Section 4.13.1: what stands in an envelope stands there by the name of its data, in a context of its own. */
const member = z.looseObject({ type: z.unknown() }).superRefine((value, context) => {
  if (!isEnvelope(value)) return;
  if (value['@context'] === undefined)
    context.addIssue({ code: 'custom', path: ['@context'], message: 'an envelope has a context' });
  if (typeof value.id !== 'string' || !value.id.startsWith('data:'))
    context.addIssue({ code: 'custom', path: ['id'], message: 'an envelope is a data URL' });
});

const shared = {
  id: url.optional(),
  type: typesWith('VerifiablePresentation'),
  holder: urlOrNode.optional(),
  termsOfUse: oneOrMore(typed).optional(),
};

const newer = z.looseObject({
  ...shared,
  '@context': contextsStartingWith(CREDENTIALS_V2),
  verifiableCredential: z.union([member, z.array(member)]).optional(),
});

/** A JWT stands there as text. */
const older = z.looseObject({
  ...shared,
  '@context': contextsStartingWith(CREDENTIALS_V1),
  verifiableCredential: z.union([z.string(), member, z.array(z.union([z.string(), member]))]).optional(),
});

export function checkPresentationModel(document: JsonObject): Conformance {
  const [base] = [document['@context'] ?? []].flat();
  return conform(base === CREDENTIALS_V1 ? older : newer, document);
}

/** Those inside, and undefined for what is none. */
export function listPresented({
  verifiableCredential,
}: JsonObject): readonly (string | JsonObject | undefined)[] {
  if (verifiableCredential === undefined) return [];
  return [verifiableCredential]
    .flat()
    .map((one) => (typeof one === 'string' || isJsonObject(one) ? one : undefined));
}
