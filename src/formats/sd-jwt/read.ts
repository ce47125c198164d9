/** What an SD-JWT VC says, for display: its claims have no fixed names but the registered ones. */
import type { Json, JsonObject } from '../format.ts';
import { readObject, readText } from '../read-members.ts';
import type { CredentialSummary, SummaryIdentifier } from '../summary.ts';
import { omitAbsent } from '../texts.ts';

export function readSdJwtVc(claims: JsonObject): CredentialSummary {
  const achievement = readObject(claims.achievement ?? readObject(claims.credentialSubject).achievement);
  return {
    title: readText(claims.name) ?? readText(achievement.name) ?? readText(claims.vct) ?? '',
    issuer: omitAbsent({
      id: readText(claims.iss),
      name: readText(claims.issuer_name) ?? readText(readObject(claims.issuer).name),
    }),
    recipient: {
      ...omitAbsent({ id: readText(claims.sub), name: readName(claims) }),
      identifiers: readIdentifiers(claims),
    },
    ...datesOf(claims),
    ...omitAbsent({
      id: readText(claims.jti),
      description: readText(claims.description) ?? readText(achievement.description),
      awardedDate: readText(claims.awarded_date),
    }),
    definition: omitAbsent({ id: readText(claims.vct) }),
    criteria: [],
    alignments: [],
    results: [],
    credits: {},
    evidence: [],
    tags: [],
  };
}

/** Its dates under the names of the VC Data Model, so that one rule judges every credential. */
export function datesOf({ nbf, iat, exp }: JsonObject): { validFrom?: string; validUntil?: string } {
  return omitAbsent({ validFrom: instantOf(nbf ?? iat), validUntil: instantOf(exp) });
}

const LATEST_SECOND = 253_402_300_799;

function instantOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'number' || value < 0 || value > LATEST_SECOND) return undefined;
  return new Date(Math.floor(value) * 1000).toISOString().replace('.000Z', 'Z');
}

function readName(claims: JsonObject): string | undefined {
  const parts = [claims.given_name, claims.family_name].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : readText(claims.full_name);
}

function readIdentifiers({ email }: JsonObject): readonly SummaryIdentifier[] {
  return typeof email === 'string' ? [{ type: 'emailAddress', hashed: false, value: email }] : [];
}
