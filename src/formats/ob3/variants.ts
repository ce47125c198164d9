/** Open Badges 3.0 as further documents of the same award: for European readers, and for readers of older lists. */
import { EUROPEAN_ELEMENTS } from '../contexts/european.ts';
import { OPEN_BADGES_EXTENSIONS } from '../contexts/urls.ts';
import type {
  Accreditation,
  Assessment,
  CredentialFacts,
  DesignContent,
  Language,
  Outcome,
  Text,
} from '../facts.ts';
import type { Composed, Crypto, Format, Json, JsonObject, Omission } from '../format.ts';
import { omitAbsent, sayIn } from '../texts.ts';
import { findConcept, type VocabularyName } from '../vocabularies.ts';
import { compose } from './compose.ts';
import { ob3DataIntegrity } from './format.ts';

/** In the EU list `accreditation-decision`; it has none for a decision with conditions. */
const POSITIVE_DECISION = 'http://data.europa.eu/snb/accreditation-decision/c_0ab66479';

/** What the extension context gives a place of its own, so that it is not only text. */
const STATED: ReadonlySet<string> = new Set([
  'outcomes',
  'assessments',
  'workload.hours',
  'prerequisites',
  'instructionLanguages',
  'qualityAssurance.statement',
  'accreditations',
  'stackability',
]);

export const ob3European: Format = {
  ...ob3DataIntegrity,
  id: 'ob3-eu',
  readAs: 'ob3-data-integrity',
  compose: composeEuropean,
  omissions: (content) => ob3DataIntegrity.omissions(content).filter(isUnstated),
};

export const ob3IdList: Format = {
  ...ob3DataIntegrity,
  id: 'ob3-id-list',
  readAs: 'ob3-data-integrity',
  listing: '1edtech',
  compose: composeForIdList,
};

/** With the European elements beside the achievement, whose frozen bytes stay as they were (DECISIONS 13, 14). */
async function composeEuropean(
  facts: CredentialFacts,
  crypto: Crypto,
  definition?: JsonObject,
): Promise<Composed> {
  const { document, omitted } = await compose(facts, crypto, definition);
  return {
    document: withContext(
      {
        ...document,
        credentialSubject: {
          ...(document.credentialSubject as JsonObject), // as compose writes it
          learningSpecification: composeSpecification(facts.version.content, facts.language),
        },
      },
      EUROPEAN_ELEMENTS,
    ),
    omitted: omitted.filter(isUnstated),
  };
}

function isUnstated({ element }: Omission): boolean {
  return !STATED.has(element);
}

/** Readers from before the Bitstring Status List look the credential's id up in the issuer's list. */
async function composeForIdList(
  facts: CredentialFacts,
  crypto: Crypto,
  definition?: JsonObject,
): Promise<Composed> {
  const { document, omitted } = await compose(facts, crypto, definition);
  const credentialStatus = {
    id: `${facts.version.issuer.url}/revocations`,
    type: '1EdTechRevocationList',
  };
  return { document: withContext({ ...document, credentialStatus }, OPEN_BADGES_EXTENSIONS), omitted };
}

/** Open Badges 3.0, "1EdTechRevocationList": the text says `revokedCredentials`, the public inspector reads the other. */
export function composeIdList(
  issuer: { readonly url: string; readonly did: string },
  revoked: readonly { readonly id: string; readonly reason?: string }[],
): JsonObject {
  const entries = revoked.map(({ id, reason }) =>
    omitAbsent({ id, revoked: true, revocationReason: reason }),
  );
  return {
    id: `${issuer.url}/revocations`,
    issuer: issuer.did,
    revokedCredentials: entries,
    revokedCredential: entries,
  };
}

function withContext(document: JsonObject, url: string): JsonObject {
  const contexts = Array.isArray(document['@context']) ? document['@context'] : [];
  return { ...document, '@context': [...contexts, url] };
}

function composeSpecification(content: DesignContent, language: Language): JsonObject {
  const say = (text: Text | undefined) => text && sayIn(text, language, content.defaultLanguage);
  const { workload, level, programme } = content;
  const entry = say(content.prerequisites);
  return omitAbsent({
    type: ['LearningAchievementSpecification'],
    ECTS: workload.ects,
    volumeOfLearning: workload.hours === undefined ? undefined : `PT${workload.hours}H`,
    eqfLevel: uriOf('eqf', level.eqf?.toString()),
    nlqfLevel: uriOf('nlqf', level.nlqf),
    eheaCycle: uriOf('qfEhea', level.qfEhea),
    participationType: listUris('participation', content.participation),
    learningOutcome: content.outcomes.map((outcome) => composeOutcome(outcome, say)),
    provenBy: content.assessments.map((assessment) => composeAssessment(assessment, say)),
    entryRequirement: entry === undefined ? undefined : { type: ['Note'], noteLiteral: entry },
    instructionLanguage: content.instructionLanguages,
    thematicArea: listUris('iscedF', content.iscedF === undefined ? [] : [content.iscedF]),
    stackable: content.stackability && content.stackability.kind === 'stackable',
    educationProgramIdentifier: programme?.registerNumber ? [programme.registerNumber] : undefined,
    qualityAssurance: composeQualityAssurance(content, language),
  });
}

type Say = (text: Text | undefined) => string | undefined;

function composeOutcome({ text, alignments = [] }: Outcome, say: Say): Json {
  const skills = alignments.map(({ targetUrl }) => targetUrl);
  const isEsco = (url: string) => /^https?:\/\/data\.europa\.eu\/esco\//.test(url);
  return omitAbsent({
    type: ['LearningOutcome'],
    title: say(text),
    relatedESCOSkill: skills.filter(isEsco),
    relatedSkill: skills.filter((url) => !isEsco(url)),
  });
}

/** The provider's own word first; whoever guarantees it from outside after it. */
function composeQualityAssurance(content: DesignContent, language: Language): Json | undefined {
  const { qualityAssurance: own, accreditations = [], defaultLanguage } = content;
  const say = (text: Text | undefined) => text && sayIn(text, language, defaultLanguage);
  const stated =
    own &&
    omitAbsent({
      type: ['Accreditation'],
      accreditationType: uriOf('accreditation', own.type),
      framework: say(own.framework),
      statement: say(own.statement),
      statementUrl: own.url,
    });
  if (accreditations.length === 0) return stated;
  return [...(stated ? [stated] : []), ...accreditations.map((one) => composeAccreditation(one, say))];
}

/** As `Accreditation` of the European Learning Model; a day begins and ends in UTC, since the model wants instants. */
function composeAccreditation(one: Accreditation, say: Say): JsonObject {
  const { scope = {} } = one;
  return omitAbsent({
    type: ['Accreditation'],
    accreditationType: uriOf('accreditation', one.type),
    title: say(one.title),
    accreditingAgent: { type: ['Organisation'], legalName: one.agency },
    accreditationIdentifier: omitAbsent({
      type: ['Identifier'],
      schemeName: one.register,
      notation: one.number,
    }),
    landingPage: one.url,
    decision: one.decision === 'positive' ? POSITIVE_DECISION : undefined,
    decisionStatus: one.decision,
    dateIssued: `${one.validFrom}T00:00:00Z`,
    expiryDate: one.validUntil && `${one.validUntil}T23:59:59Z`,
    limitUnit: say(scope.unit),
    limitEQFLevel: (scope.eqf ?? []).flatMap((level) => uriOf('eqf', String(level)) ?? []),
    limitField: listUris('iscedF', scope.fields ?? []),
  });
}

function composeAssessment({ title, type, supervision, weight }: Assessment, say: Say): Json {
  return omitAbsent({
    type: ['LearningAssessmentSpecification'],
    title: say(title),
    assessmentType: uriOf('assessment', type),
    supervisionType: uriOf('supervision', supervision),
    weight,
  });
}

function uriOf(vocabulary: VocabularyName, code: string | undefined): string | undefined {
  return code === undefined ? undefined : findConcept(vocabulary, code)?.uri;
}

function listUris(vocabulary: VocabularyName, codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => uriOf(vocabulary, code) ?? []);
}
