/** Any Open Badges 3.0 document, ours or not, for display. It decides nothing: what is odd is left out. */
import { encodeHex } from '../bytes.ts';
import { readCriteria } from '../criteria.ts';
import { findElement } from '../elements.ts';
import type { GradeScheme } from '../facts.ts';
import type { Json, JsonObject } from '../format.ts';
import { parseGrade } from '../grades.ts';
import { decodeBase64url } from '../multibase.ts';
import { readId, readNumber, readObject, readObjects, readText, readTexts } from '../read-members.ts';
import type {
  CredentialSummary,
  SummaryAlignment,
  SummaryIdentifier,
  SummaryParty,
  SummaryResult,
  SummaryStatus,
} from '../summary.ts';
import { omitAbsent } from '../texts.ts';

export function readOb3(document: JsonObject): CredentialSummary {
  const subject = readObject(document.credentialSubject);
  const achievement = readObject(subject.achievement);
  const criteria = readCriteria(readText(readObject(achievement.criteria).narrative) ?? '');
  const { status, ...rest } = {
    id: readId(document.id),
    description: readText(achievement.description) ?? readText(document.description),
    language: readText(achievement.inLanguage) ?? readText(document.inLanguage),
    image: readImage(achievement.image) ?? readImage(document.image),
    creator: achievement.creator === undefined ? undefined : readParty(achievement.creator),
    // VCDM 1.1 says issuanceDate and expirationDate.
    validFrom: readText(document.validFrom) ?? readText(document.issuanceDate),
    validUntil: readText(document.validUntil) ?? readText(document.expirationDate),
    awardedDate: readText(document.awardedDate),
    criteriaUrl: readId(readObject(achievement.criteria).id),
    outcomes: criteria.find((section) => section.topic === 'outcomes')?.text,
    narrative: readText(subject.narrative),
    fieldOfStudy: readText(achievement.fieldOfStudy),
    status: readStatus(document.credentialStatus),
  };
  return {
    ...omitAbsent({ ...rest, status }),
    title: readText(achievement.name) ?? readText(document.name) ?? '',
    issuer: readParty(document.issuer),
    recipient: readRecipient(subject),
    definition: omitAbsent({
      id: readId(achievement.id),
      type: readText(achievement.achievementType),
      version: readText(achievement.version),
    }),
    criteria,
    alignments: readObjects(achievement.alignment).flatMap(readAlignment),
    results: readResults(subject, achievement),
    credits: omitAbsent({
      available: readNumber(achievement.creditsAvailable),
      earned: readNumber(subject.creditsEarned),
    }),
    evidence: readObjects(document.evidence).map((one) =>
      omitAbsent({
        url: readId(one.id),
        sha256: findDigest(document, readId(one.id)),
        name: readText(one.name),
        narrative: readText(one.narrative),
        description: readText(one.description),
      }),
    ),
    tags: readTexts(achievement.tag),
  };
}

/** What the credential says that the file at this address hashes to, in hexadecimal. */
function findDigest({ relatedResource }: JsonObject, url: string | undefined): string | undefined {
  const resource = readObjects(relatedResource).find((one) => url !== undefined && one.id === url);
  const [, digest] =
    /^sha256-([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048])=$/.exec(readText(resource?.digestSRI) ?? '') ?? [];
  return digest && encodeHex(decodeBase64url(digest.replaceAll('+', '-').replaceAll('/', '_')));
}

export function readParty(value: Json | undefined): SummaryParty {
  const party = readObject(value);
  const parent = readObject(party.parentOrg);
  const parentSummary = omitAbsent({ id: readId(parent.id), name: readText(parent.name) });
  return omitAbsent({
    id: readId(value),
    name: readText(party.name),
    url: readText(party.url),
    email: readText(party.email),
    image: readId(party.image),
    country: readText(readObject(party.address).addressCountryCode),
    parent: Object.keys(parentSummary).length > 0 ? parentSummary : undefined,
  });
}

export function readAlignment(value: JsonObject): readonly SummaryAlignment[] {
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

function readRecipient(subject: JsonObject): CredentialSummary['recipient'] {
  const identifiers = readObjects(subject.identifier).flatMap(readIdentifier);
  const name = identifiers.find((one) => one.type === 'name' && !one.hashed)?.value ?? readText(subject.name);
  return { ...omitAbsent({ id: readId(subject.id), name }), identifiers };
}

function readIdentifier(value: JsonObject): readonly SummaryIdentifier[] {
  const type = readText(value.identityType);
  const identity = readText(value.identityHash);
  if (type === undefined || identity === undefined) return [];
  return [omitAbsent({ type, hashed: value.hashed === true, value: identity, salt: readText(value.salt) })];
}

function readResults(subject: JsonObject, achievement: JsonObject): readonly SummaryResult[] {
  const descriptions = readObjects(achievement.resultDescription);
  return readObjects(subject.result).map((result) => {
    const description = descriptions.find((one) => one.id === result.resultDescription) ?? {};
    const value = readText(result.value);
    return omitAbsent({
      name: readText(description.name),
      value,
      status: readText(result.status),
      code: findLevel(readText(result.achievedLevel)) ?? (value && findCode(description, value)),
      required: readText(description.requiredValue),
    });
  });
}

/** The code of a level of a rubric of ours. */
function findLevel(achievedLevel: string | undefined): string | undefined {
  return /#level-(R\d)$/.exec(achievedLevel ?? '')?.[1];
}

/** Which of our schemes a ResultDescription writes; the result types are those that we use. */
function findCode(description: JsonObject, value: string): string | undefined {
  const schemes: Readonly<Record<string, GradeScheme>> = {
    Result: { scheme: 'pass-fail' },
    PerformanceLevel: { scheme: 'o-v-g' },
    ScaledScore: { scheme: '1-10', passMark: 5.5 },
  };
  const scheme = schemes[readText(description.resultType) ?? ''];
  return scheme && parseGrade(scheme, value);
}

function readImage(value: Json | undefined): CredentialSummary['image'] | undefined {
  const url = readId(value);
  return url === undefined ? undefined : { url, ...omitAbsent({ alt: readText(readObject(value).caption) }) };
}

export function readStatus(value: Json | undefined): SummaryStatus | undefined {
  const status = readObject(value);
  const type = readText(status.type);
  if (type === undefined) return undefined;
  const index = Number(status.statusListIndex ?? Number.NaN);
  return omitAbsent({
    type,
    list: readText(status.statusListCredential) ?? readId(status.id),
    index: Number.isSafeInteger(index) ? index : undefined,
    purpose: readText(status.statusPurpose),
  });
}
