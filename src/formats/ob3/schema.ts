/**
 * The classes of Open Badges 3.0 as schemas, from the tables of the specification. Unknown members are allowed
 * except where the standard closes a class; JSON-LD's safe mode catches terms that nobody defined.
 */
import { z } from 'zod';
import { CREDENTIALS_V2 } from '../contexts/urls.ts';
import {
  achievementTypes,
  alignmentTargetTypes,
  identifierTypes,
  resultStatuses,
  resultTypes,
} from './enumerations.ts';
import {
  compactJws,
  contextsAfter,
  extendable,
  identifiedNode,
  image,
  instant,
  languageTag,
  oneOrMany,
  typed,
  typedNode,
  words,
} from './schema-parts.ts';

const identifierEntry = z.strictObject({
  type: z.literal('IdentifierEntry'),
  identifier: z.string(),
  identifierType: extendable(identifierTypes),
});

const identityObject = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: z.string(),
  identityType: extendable(identifierTypes),
  salt: z.string().optional(),
});

const address = z.looseObject({
  type: typed('Address'),
  addressCountry: words.optional(),
  addressCountryCode: words.optional(),
  addressRegion: words.optional(),
  addressLocality: words.optional(),
  streetAddress: words.optional(),
  postOfficeBoxNumber: words.optional(),
  postalCode: words.optional(),
  geo: z
    .looseObject({ type: z.literal('GeoCoordinates'), latitude: z.number(), longitude: z.number() })
    .optional(),
});

const endorsements = {
  endorsement: z.lazy(() => oneOrMany(endorsementCredential)).optional(),
  endorsementJwt: oneOrMany(compactJws).optional(),
};

const personNames = {
  familyName: words.optional(),
  givenName: words.optional(),
  additionalName: words.optional(),
  patronymicName: words.optional(),
  honorificPrefix: words.optional(),
  honorificSuffix: words.optional(),
  familyNamePrefix: words.optional(),
  dateOfBirth: z.iso.date().optional(),
};

export const profile: z.ZodType = z.looseObject({
  id: z.string(),
  type: typed('Profile'),
  name: words.optional(),
  url: z.string().optional(),
  phone: words.optional(),
  description: words.optional(),
  image: image.optional(),
  email: words.optional(),
  address: address.optional(),
  otherIdentifier: oneOrMany(identifierEntry).optional(),
  official: words.optional(),
  parentOrg: z.lazy(() => profile).optional(),
  ...personNames,
  ...endorsements,
});

const alignment = z.looseObject({
  type: typed('Alignment'),
  targetName: words,
  targetUrl: z.string(),
  targetCode: words.optional(),
  targetDescription: words.optional(),
  targetFramework: words.optional(),
  targetType: extendable(alignmentTargetTypes).optional(),
});

const rubricCriterionLevel = z.looseObject({
  id: z.string(),
  type: typed('RubricCriterionLevel'),
  name: words,
  alignment: oneOrMany(alignment).optional(),
  description: words.optional(),
  level: words.optional(),
  points: words.optional(),
});

const resultDescription = z.looseObject({
  id: z.string(),
  type: typed('ResultDescription'),
  name: words,
  resultType: extendable(resultTypes),
  alignment: oneOrMany(alignment).optional(),
  allowedValue: oneOrMany(words).optional(),
  requiredLevel: z.string().optional(),
  requiredValue: words.optional(),
  rubricCriterionLevel: oneOrMany(rubricCriterionLevel).optional(),
  valueMax: words.optional(),
  valueMin: words.optional(),
});

const result = z.looseObject({
  type: typed('Result'),
  achievedLevel: z.string().optional(),
  alignment: oneOrMany(alignment).optional(),
  resultDescription: z.string().optional(),
  status: z.enum(resultStatuses).optional(),
  value: words.optional(),
});

const related = z.looseObject({
  id: z.string(),
  type: typed('Related'),
  inLanguage: languageTag.optional(),
  version: words.optional(),
});

export const achievement = z.looseObject({
  id: z.string(),
  type: typed('Achievement'),
  name: words,
  description: words,
  criteria: z.looseObject({ id: z.string().optional(), narrative: words.optional() }),
  achievementType: extendable(achievementTypes).optional(),
  alignment: oneOrMany(alignment).optional(),
  creator: profile.optional(),
  creditsAvailable: z.number().optional(),
  fieldOfStudy: words.optional(),
  humanCode: words.optional(),
  image: image.optional(),
  inLanguage: languageTag.optional(),
  otherIdentifier: oneOrMany(identifierEntry).optional(),
  related: oneOrMany(related).optional(),
  resultDescription: oneOrMany(resultDescription).optional(),
  specialization: words.optional(),
  tag: oneOrMany(words).optional(),
  version: words.optional(),
  ...endorsements,
});

/** The specification's text demands an id or an identifier; its JSON Schema does not check that. */
const achievementSubject = z
  .looseObject({
    id: z.string().optional(),
    type: typed('AchievementSubject'),
    achievement,
    activityEndDate: instant.optional(),
    activityStartDate: instant.optional(),
    creditsEarned: z.number().optional(),
    identifier: oneOrMany(identityObject).optional(),
    image: image.optional(),
    licenseNumber: words.optional(),
    narrative: words.optional(),
    result: oneOrMany(result).optional(),
    role: words.optional(),
    source: profile.optional(),
    term: words.optional(),
  })
  .refine((subject) => subject.id !== undefined || [subject.identifier ?? []].flat().length > 0, {
    message: 'an id or an identifier of the recipient',
  });

const proof = z.looseObject({
  type: z.string(),
  created: instant.optional(),
  cryptosuite: z.string().optional(),
  challenge: z.string().optional(),
  domain: oneOrMany(z.string()).optional(),
  nonce: z.string().optional(),
  proofPurpose: z.string().optional(),
  proofValue: z.string().optional(),
  verificationMethod: z.string().optional(),
});

const evidence = z.looseObject({
  id: z.string().optional(),
  type: typed('Evidence'),
  narrative: words.optional(),
  name: words.optional(),
  description: words.optional(),
  genre: words.optional(),
  audience: words.optional(),
});

/** What every credential of Open Badges has, whatever it is about. */
const envelope = {
  id: z.string(),
  description: words.optional(),
  image: image.optional(),
  awardedDate: instant.optional(),
  issuer: z.union([z.string(), profile]),
  proof: oneOrMany(proof).optional(),
  credentialSchema: oneOrMany(identifiedNode).optional(),
  credentialStatus: typedNode.optional(),
  refreshService: identifiedNode.optional(),
  termsOfUse: oneOrMany(typedNode).optional(),
  evidence: oneOrMany(evidence).optional(),
};

/** VC Data Model 2.0 names its dates differently from 1.1; `conforms.ts` picks the reader by the context. */
export const datesOf2 = { validFrom: instant, validUntil: instant.optional() };
export const datesOf1 = { issuanceDate: instant, expirationDate: instant.optional() };

export const achievementCredential = z.looseObject({
  ...envelope,
  ...endorsements,
  type: typed('VerifiableCredential').and(typed('OpenBadgeCredential', 'AchievementCredential')),
  name: words.optional(),
  credentialSubject: achievementSubject,
});

const endorsementSubject = z.looseObject({
  id: z.string(),
  type: typed('EndorsementSubject'),
  endorsementComment: words.optional(),
});

export const endorsementCredential: z.ZodType = z.looseObject({
  '@context': contextsAfter(CREDENTIALS_V2),
  ...envelope,
  ...datesOf2,
  type: typed('VerifiableCredential').and(typed('EndorsementCredential')),
  name: words,
  credentialSubject: endorsementSubject,
});
