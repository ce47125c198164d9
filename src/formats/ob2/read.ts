/** Any Open Badges 2.0 Assertion for display, with the documents its URLs gave, or those it embeds. */
import { readCriteria } from '../criteria.ts';
import { findElement } from '../elements.ts';
import type { Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { readId, readList, readObject, readObjects, readText, readTexts } from '../read-members.ts';
import type { CredentialSummary, SummaryAlignment, SummaryEvidence } from '../summary.ts';
import { omitAbsent } from '../texts.ts';

export type Ob2Companions = { readonly badge?: JsonObject; readonly issuer?: JsonObject };

export function readOb2(assertion: JsonObject, companions: Ob2Companions = {}): CredentialSummary {
  const badge = companions.badge ?? readObject(assertion.badge);
  const issuer = companions.issuer ?? readObject(badge.issuer);
  const criteria = readCriteria(readText(readObject(badge.criteria).narrative) ?? '');
  const recipient = readObject(assertion.recipient);
  const identity = readText(recipient.identity);
  return {
    ...omitAbsent({
      id: readId(assertion.id),
      description: readText(badge.description),
      language: readText(badge['@language']),
      image: readImage(badge.image) ?? readImage(assertion.image),
      validFrom: readText(assertion.issuedOn),
      awardedDate: readText(assertion.issuedOn),
      validUntil: readText(assertion.expires),
      criteriaUrl: readId(badge.criteria),
      outcomes: criteria.find((section) => section.topic === 'outcomes')?.text,
      narrative: readText(assertion.narrative),
    }),
    title: readText(badge.name) ?? '',
    issuer: omitAbsent({
      id: readId(issuer.id) ?? readId(badge.issuer),
      name: readText(issuer.name),
      url: readText(issuer.url),
      email: readText(issuer.email),
      image: readId(issuer.image),
    }),
    recipient: {
      identifiers:
        identity === undefined
          ? []
          : [
              omitAbsent({
                type:
                  identifierTypes[readText(recipient.type) ?? ''] ?? readText(recipient.type) ?? 'identifier',
                hashed: recipient.hashed === true,
                value: identity,
                salt: readText(recipient.salt),
              }),
            ],
    },
    definition: omitAbsent({
      id: readId(badge.id) ?? readId(assertion.badge),
      version: readText(badge.version),
    }),
    criteria,
    alignments: readObjects(badge.alignment).flatMap(readAlignment),
    results: [],
    credits: {},
    evidence: readList(assertion.evidence).map(readEvidence),
    tags: readTexts(badge.tags),
  };
}

/** Open Badges 2.0 names the profile's property, 3.0 the kind of identifier. */
const identifierTypes: Readonly<Record<string, string>> = { email: 'emailAddress' };

function readAlignment(value: JsonObject): readonly SummaryAlignment[] {
  const name = readText(value.targetName);
  const url = readText(value.targetUrl);
  if (name === undefined || url === undefined) return [];
  return [
    omitAbsent({
      name,
      url,
      framework: readText(value.targetFramework),
      code: readText(value.targetCode),
      description: readText(value.targetDescription),
      element: findElement(url),
    }),
  ];
}

function readEvidence(value: Json): SummaryEvidence {
  if (!isJsonObject(value)) return omitAbsent({ url: readText(value) });
  return omitAbsent({
    url: readId(value.id),
    name: readText(value.name),
    narrative: readText(value.narrative),
    description: readText(value.description),
  });
}

function readImage(value: Json | undefined): CredentialSummary['image'] | undefined {
  const url = readId(value);
  return url === undefined ? undefined : { url, ...omitAbsent({ alt: readText(readObject(value).caption) }) };
}
