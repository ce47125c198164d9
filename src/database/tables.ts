/**
 * The data model on one page: each table as Kysely sees it. Columns are camelCase here and snake_case in
 * PostgreSQL; the comments and constraints stand in the migrations. A table belongs to the room that its
 * heading names, and only that room's store speaks to it.
 */
import type { ColumnType, JSONColumnType } from 'kysely';

/** Reads as T, written as JSON text. */
type Json<T extends object | null = object> = JSONColumnType<T, string, string>;
/** Written once by default. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** `date`: a calendar day, `2026-11-21`, never an instant. */
type Day = string;

// platform --------------------------------------------------------------------------------------------

export type OriginsTable = {
  origin: string;
  validFrom: Date;
  validUntil: Defaulted<Date | null>;
};

export type OutboxTable = {
  id: string;
  institutionId: Defaulted<string | null>;
  topic: string;
  payload: Json;
  notBefore: Defaulted<Date | null>;
  announcedAt: Date;
};

// audit -----------------------------------------------------------------------------------------------

export type AuditEntriesTable = {
  id: string;
  at: Date;
  institutionId: Defaulted<string | null>;
  actorKind: 'person' | 'client' | 'system';
  actorId: Defaulted<string | null>;
  action: string;
  subjectKind: string;
  subjectId: string;
  personId: Defaulted<string | null>;
  detail: ColumnType<object, string | undefined, string>;
};

// accounts --------------------------------------------------------------------------------------------

export type PeopleTable = {
  id: string;
  name: string;
  language: 'en' | 'nl';
  createdAt: Date;
  mergedInto: Defaulted<string | null>;
  stayAskedUntil: Defaulted<Date | null>;
};

export type IdentitiesTable = {
  id: string;
  personId: string;
  issuer: string;
  subject: string;
  name: Defaulted<string | null>;
  identifiers: Defaulted<string[]>;
  addresses: Defaulted<string[]>;
  assurance: Defaulted<string[]>;
  affiliationUntil: Defaulted<Date | null>;
  endToldAt: Defaulted<Date | null>;
  linkedAt: Date;
  lastUsedAt: Date;
};

export type EmailAddressesTable = {
  id: string;
  personId: string;
  address: string;
  verifiedAt: Date;
  verifiedBy: string;
  isPrimary: Defaulted<boolean>;
};

export type SessionsTable = {
  id: string;
  tokenHash: Buffer;
  personId: string;
  institutionId: Defaulted<string | null>;
  provider: string;
  createdAt: Date;
  authenticatedAt: Date;
  vouchedBy: Defaulted<string[]>;
  factorBy: Defaulted<string[]>;
  passkeyAt: Defaulted<Date | null>;
  viewedPersonId: Defaulted<string | null>;
  viewedInstitutionId: Defaulted<string | null>;
  viewedUntil: Defaulted<Date | null>;
  seenAt: Date;
  expiresAt: Date;
};

export type SignInsTable = {
  browserHash: Buffer;
  state: string;
  provider: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
  purpose: 'sign-in' | 'link' | 'prove';
  linkPersonId: Defaulted<string | null>;
  expiresAt: Date;
};

export type EmailCodesTable = {
  id: string;
  browserHash: Buffer;
  address: string;
  codeHash: Buffer;
  personId: Defaulted<string | null>;
  purpose: Defaulted<'sign-in' | 'address' | 'link' | 'prove'>;
  returnTo: string;
  tries: Defaulted<number>;
  usedAt: Defaulted<Date | null>;
  createdAt: Date;
  expiresAt: Date;
};

export type PasskeysTable = {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Buffer;
  /** `bigint` comes back as text. */
  counter: ColumnType<string, number, number>;
  transports: Defaulted<string[]>;
  name: string;
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Defaulted<Date | null>;
};

export type FactorResetsTable = {
  id: string;
  institutionId: string;
  personId: string;
  address: string | null;
  allowedAt: Date;
  expiresAt: Date;
  provenAt: Defaulted<Date | null>;
  sessionId: Defaulted<string | null>;
  usedAt: Defaulted<Date | null>;
};

export type PasskeyChallengesTable = {
  browserHash: Buffer;
  challenge: string;
  purpose: 'register' | 'sign-in' | 'prove';
  personId: Defaulted<string | null>;
  expiresAt: Date;
};

export type NameChangesTable = {
  id: string;
  personId: string;
  oldName: string;
  newName: string;
  source: 'holder' | 'institution' | 'merge';
  at: Date;
};

export type MergeOffersTable = {
  id: string;
  sessionId: string;
  browserHash: Buffer;
  personId: string;
  otherPersonId: string;
  expiresAt: Date;
};

export type LetterWishesTable = {
  id: string;
  addressDigest: Buffer;
  institutionId: Defaulted<string | null>;
  wishedAt: Date;
};

// institutions ----------------------------------------------------------------------------------------

export type InstitutionsTable = {
  id: string;
  slug: string;
  kind: 'operator' | 'wo' | 'hbo' | 'mbo' | 'hbo-mbo' | 'other';
  name: Json;
  description: ColumnType<object, string | undefined, string>;
  defaultLanguage: 'en' | 'nl';
  timeZone: string;
  address: Json;
  identifiers: ColumnType<object, string | undefined, string>;
  email: Defaulted<string | null>;
  website: Defaulted<string | null>;
  linkedinId: Defaulted<string | null>;
  inks: string[];
  staffProvider: ColumnType<object | null, string | null | undefined, string | null>;
  demo: Defaulted<boolean>;
  secondFactor: Defaulted<'required' | 'off'>;
  gradingTable: Defaulted<string | null>;
  logo: Defaulted<string | null>;
  senderName: Defaulted<string | null>;
  replyTo: Defaulted<string | null>;
  formalBasis: Defaulted<LegalBasis | null>;
  informalBasis: Defaulted<LegalBasis | null>;
  features: Defaulted<string[]>;
  openTo: Defaulted<'all' | 'none' | 'listed'>;
  openToIds: Defaulted<string[]>;
  archivedAt: Defaulted<Date | null>;
  createdAt: Date;
};

type LegalBasis = 'contract' | 'legitimate-interest' | 'legal-obligation';

export type InstitutionRequestsTable = {
  id: string;
  name: string;
  kind: 'wo' | 'hbo' | 'mbo' | 'hbo-mbo' | 'other';
  country: string;
  homeOrganisation: string;
  language: 'en' | 'nl';
  contactName: string | null;
  contactAddress: string | null;
  state: 'waiting' | 'approved' | 'declined';
  reason: Defaulted<string | null>;
  institutionId: Defaulted<string | null>;
  createdAt: Date;
  decidedAt: Defaulted<Date | null>;
  decidedBy: Defaulted<string | null>;
};

export type UnitsTable = {
  id: string;
  institutionId: string;
  parentId: Defaulted<string | null>;
  slug: string;
  name: Json;
  description: ColumnType<object, string | undefined, string>;
  logo: Defaulted<string | null>;
  website: Defaulted<string | null>;
  linkedinId: Defaulted<string | null>;
  sort: Defaulted<'hbo' | 'mbo' | null>;
  visibility: Defaulted<'public' | 'test'>;
  onBehalfOf: ColumnType<object | null, string | null | undefined, string | null>;
  archivedAt: Defaulted<Date | null>;
  createdAt: Date;
};

export type IssuersTable = {
  id: string;
  institutionId: string;
  unitId: Defaulted<string | null>;
  publicId: string;
  did: string;
  url: string;
  name: Json;
  createdAt: Date;
};

export type MembersTable = {
  id: string;
  institutionId: string;
  unitId: Defaulted<string | null>;
  designId: Defaulted<string | null>;
  personId: Defaulted<string | null>;
  identifier: string;
  name: string;
  role: string;
  validUntil: Defaulted<Date | null>;
  grantedBy: Defaulted<string | null>;
  createdAt: Date;
};

export type RolesTable = {
  id: string;
  institutionId: string;
  slug: string;
  name: Json;
  permissions: string[];
  createdAt: Date;
};

export type InvitationsTable = {
  id: string;
  institutionId: string;
  unitId: Defaulted<string | null>;
  designId: Defaulted<string | null>;
  address: string;
  role: string;
  roleUntil: Defaulted<Date | null>;
  language: 'en' | 'nl';
  tokenHash: Buffer;
  state: 'pending' | 'accepted' | 'refused' | 'withdrawn';
  invitedBy: Defaulted<string | null>;
  personId: Defaulted<string | null>;
  createdAt: Date;
  expiresAt: Date;
  sentAt: Defaulted<Date | null>;
  withheldAt: Defaulted<Date | null>;
  answeredAt: Defaulted<Date | null>;
};

export type ApiClientsTable = {
  id: string;
  institutionId: string;
  clientId: string;
  secretHash: Buffer;
  name: string;
  scopes: string[];
  demo: Defaulted<boolean>;
  createdBy: Defaulted<string | null>;
  createdAt: Date;
  lastUsedAt: Defaulted<Date | null>;
  revokedAt: Defaulted<Date | null>;
  /** The secret before, while both are good. */
  formerHash: Defaulted<Buffer | null>;
  formerUntil: Defaulted<Date | null>;
  rotatedAt: Defaulted<Date | null>;
  requestsPerMinute: Defaulted<number>;
};

export type ApiTokensTable = {
  tokenHash: Buffer;
  institutionId: string;
  clientId: string;
  scopes: string[];
  expiresAt: Date;
};

// terms -----------------------------------------------------------------------------------------------

export type TermsTable = {
  id: string;
  institutionId: Defaulted<string | null>;
  kind: 'terms-of-service' | 'staff-agreement' | 'formal-award' | 'informal-award';
  version: Defaulted<number | null>;
  texts: Json;
  createdBy: Defaulted<string | null>;
  createdAt: Date;
  publishedBy: Defaulted<string | null>;
  publishedAt: Defaulted<Date | null>;
};

export type AgreementsTable = {
  id: string;
  personId: string;
  termsId: string;
  act: 'agreed' | 'withdrawn';
  language: 'en' | 'nl';
  at: Date;
};

// keys ------------------------------------------------------------------------------------------------

export type SigningKeysTable = {
  id: string;
  institutionId: string;
  issuerId: string;
  purpose: 'award-ed25519' | 'award-p256' | 'status' | 'award-rsa';
  kid: string;
  verificationMethod: string;
  publicJwk: Json;
  store: 'sealed' | 'pkcs11' | 'kms';
  privateSealed: Defaulted<Buffer | null>;
  storeRef: Defaulted<string | null>;
  publishedAt: Date;
  activeFrom: Defaulted<Date | null>;
  activeUntil: Defaulted<Date | null>;
  compromisedAt: Defaulted<Date | null>;
  compromiseReason: Defaulted<'stolen' | 'exposed' | 'lost' | 'suspected' | null>;
};

export type SignedDigestsTable = {
  digest: Buffer;
  institutionId: string;
  verificationMethod: string;
  signedAt: Date;
};

export type DidDocumentsTable = {
  issuerId: string;
  institutionId: string;
  version: number;
  publishedAt: Date;
  digest: Buffer;
  bytes: string;
};

// status ----------------------------------------------------------------------------------------------

export type StatusListsTable = {
  id: string;
  institutionId: string;
  issuerId: string;
  publicId: string;
  url: string;
  purpose: 'revocation';
  size: number;
  seed: Buffer;
  reserved: Defaulted<number>;
  document: Defaulted<string | null>;
  signedAt: Defaulted<Date | null>;
  createdAt: Date;
};

export type StatusEntriesTable = {
  listId: string;
  index: number;
  institutionId: string;
  awardId: string;
  editionGroup: string;
  setAt: Defaulted<Date | null>;
};

export type StatusListingsTable = {
  institutionId: string;
  issuerId: string;
  awardId: string;
  listing: 'ob2-signed' | '1edtech';
  listedId: string;
  revokedAt: Defaulted<Date | null>;
  reason: Defaulted<string | null>;
};

// accreditations --------------------------------------------------------------------------------------

export type AccreditationsTable = {
  id: string;
  institutionId: string;
  publicId: string;
  type: string;
  title: Json<Readonly<Record<string, string>>>;
  agency: string;
  register: string;
  number: string | null;
  url: string;
  decision: 'positive' | 'conditional';
  validFrom: Day;
  validUntil: Day | null;
  unitId: string | null;
  eqf: number[];
  fields: string[];
  renewsId: string | null;
  withdrawnOn: Defaulted<Day | null>;
  recordedAt: Date;
  revision: Defaulted<number>;
  warnedOf: Defaulted<Day | null>;
};

export type AccreditationRevisionsTable = {
  id: string;
  institutionId: string;
  accreditationId: string;
  revision: number;
  act: 'recorded' | 'changed' | 'withdrawn';
  body: Json;
  at: Date;
};

// frameworks ------------------------------------------------------------------------------------------

export type FrameworksTable = {
  id: string;
  institutionId: string;
  name: string;
  publisher: string;
  version: string | null;
  licence: string;
  url: string;
  offered: boolean;
  importedAt: Date;
};

export type FrameworkItemsTable = {
  id: string;
  institutionId: string;
  frameworkId: string;
  url: string;
  code: string | null;
  kind: string | null;
  name: Json<Readonly<Record<string, string>>>;
  description: Json<Readonly<Record<string, string>>>;
  otherNames: string;
  goneAt: Defaulted<Date | null>;
};

// designs ---------------------------------------------------------------------------------------------

export type DesignsTable = {
  id: string;
  institutionId: string;
  issuerId: string;
  unitId: Defaulted<string | null>;
  publicId: string;
  kind: 'microcredential' | 'proof-of-competence' | 'edubadge';
  draft: Json;
  draftImage: Defaulted<string | null>;
  draftRevision: Defaulted<number>;
  partnerUnitIds: Defaulted<string[]>;
  markByte: Defaulted<number | null>;
  markKey: Defaulted<string | null>;
  latestVersion: Defaulted<number>;
  createdBy: Defaulted<string | null>;
  createdAt: Date;
  changedAt: Date;
  retiredAt: Defaulted<Date | null>;
};

export type DesignVersionsTable = {
  id: string;
  institutionId: string;
  designId: string;
  issuerId: string;
  n: number;
  url: string;
  facts: string;
  factsHash: Buffer;
  imageKey: string;
  imageKind: 'waarmerk' | 'png' | 'svg';
  markHash: Buffer;
  inks: string[];
  publishedBy: Defaulted<string | null>;
  publishedAt: Date;
};

export type DesignDocumentsTable = {
  versionId: string;
  institutionId: string;
  format: 'achievement' | 'badge-class';
  language: string;
  bytes: string;
};

export type DesignTagsTable = {
  id: string;
  institutionId: string;
  name: string;
  createdAt: Date;
  archivedAt: Defaulted<Date | null>;
};

export type TaggedDesignsTable = {
  institutionId: string;
  designId: string;
  tagId: string;
};

// awards ----------------------------------------------------------------------------------------------

export type BatchesTable = {
  id: string;
  institutionId: string;
  designId: Defaulted<string | null>;
  actorId: Defaulted<string | null>;
  idempotencyKey: Defaulted<string | null>;
  requestHash: Buffer;
  rows: Json;
  undoUntil: Defaulted<Date | null>;
  undoneAt: Defaulted<Date | null>;
  createdAt: Date;
};

export type AwardsTable = {
  id: string;
  institutionId: string;
  issuerId: string;
  designId: string;
  versionId: string;
  batchId: Defaulted<string | null>;
  personId: Defaulted<string | null>;
  state: 'pending' | 'offered' | 'claimed' | 'declined' | 'revoked';
  publicId: string;
  url: string;
  subjectId: string;
  language: string;
  awardedOn: Day;
  expiresOn: Defaulted<Day | null>;
  result: ColumnType<object | null, string | null | undefined, string | null>;
  evidence: ColumnType<object | null, string | null | undefined, string | null>;
  narrative: Defaulted<string | null>;
  reference: Defaulted<string | null>;
  audience: Defaulted<string | null>;
  audienceBy: Defaulted<'declared' | 'affiliation' | null>;
  recipientKey: Buffer;
  undoUntil: Defaulted<Date | null>;
  grantedByKind: string;
  grantedBy: Defaulted<string | null>;
  createdAt: Date;
  grantedAt: Defaulted<Date | null>;
  claimedAt: Defaulted<Date | null>;
  declinedAt: Defaulted<Date | null>;
  revokedAt: Defaulted<Date | null>;
  revocationReason: Defaulted<string | null>;
  revocationNote: Defaulted<string | null>;
  erasedAt: Defaulted<Date | null>;
};

export type AwardRecipientsTable = {
  awardId: string;
  institutionId: string;
  personId: Defaulted<string | null>;
  name: Defaulted<string | null>;
  nameSource: 'issuer' | 'holder' | 'institution';
  email: Defaulted<string | null>;
  identifier: Defaulted<string | null>;
  salt: string;
  offerHash: Defaulted<Buffer | null>;
  offerSentAt: Defaulted<Date | null>;
  offerWithheldAt: Defaulted<Date | null>;
};

// credentials -----------------------------------------------------------------------------------------

export type PublicationsTable = {
  awardId: string;
  personId: string;
  showName: boolean;
  showResult: boolean;
  showEvidence: boolean;
  olderPlatforms: boolean;
  nameSource: string;
  revision: string;
  publishedAt: Date;
};

export type PublicationConsentsTable = {
  id: string;
  personId: string;
  awardId: string;
  act: 'given' | 'changed' | 'withdrawn';
  showName: boolean;
  showResult: boolean;
  showEvidence: boolean;
  olderPlatforms: boolean;
  at: Date;
};

export type DocumentsTable = {
  id: string;
  institutionId: string;
  personId: Defaulted<string | null>;
  awardId: string;
  publicId: string;
  edition: 'holder' | 'public';
  format: string;
  holderKey: Defaulted<string>;
  language: string;
  revision: Defaulted<string | null>;
  bytes: string;
  digest: Buffer;
  signedAt: Date;
};

// quality ---------------------------------------------------------------------------------------------

export type DesignProposalsTable = {
  id: string;
  institutionId: string;
  designId: string;
  n: number;
  version: Json;
  documents: Json<readonly object[]>;
  factsHash: Buffer;
  draftRevision: number;
  proposedAt: Date;
};

export type QualityDossiersTable = {
  designId: string;
  institutionId: string;
  body: Json;
  revision: Defaulted<number>;
  changedAt: Date;
};

export type QualityHandedInTable = {
  proposalId: string;
  institutionId: string;
  dossier: Json;
};

export type QualityPacksTable = {
  id: string;
  institutionId: string;
  pack: string;
  version: string;
  body: Json;
  madeAt: Date;
};

export type QualityAdoptionsTable = {
  id: string;
  institutionId: string;
  designKind: 'microcredential' | 'proof-of-competence' | 'edubadge';
  pack: string;
  adoptedAt: Date;
};

export type QualityCyclesTable = {
  id: string;
  institutionId: string;
  designId: string;
  n: number;
  state: string;
  round: Defaulted<number>;
  pack: string;
  route: string[];
  proposalId: Defaulted<string | null>;
  expertId: Defaulted<string | null>;
  since: Date;
  target: Defaulted<Day | null>;
  reviewDue: Defaulted<Day | null>;
  stopsOn: Defaulted<Day | null>;
  openedAt: Date;
};

export type QualityMakersTable = { cycleId: string; institutionId: string; makerId: string; since: Date };

export type QualityMovesTable = { act: string; fromState: string; toState: string; fourEyes: boolean };

export type QualityEventsTable = {
  id: string;
  institutionId: string;
  cycleId: string;
  seq: number;
  act: string;
  fromState: string;
  toState: string;
  round: number;
  actorId: string | null;
  at: Date;
  detail: ColumnType<object, string | undefined, string>;
};

export type QualityMeetingsTable = {
  id: string;
  institutionId: string;
  day: Day;
  place: string;
  state: 'planned' | 'open' | 'closed';
  presentIds: Defaulted<string[]>;
  minutes: Defaulted<string>;
  calledAt: Date;
  closedAt: Defaulted<Date | null>;
};

export type QualityAgendaTable = {
  meetingId: string;
  institutionId: string;
  cycleId: string;
  round: number;
  position: number;
};

export type QualityVotesTable = {
  cycleId: string;
  institutionId: string;
  round: number;
  voterId: string;
  vote: 'for' | 'against' | 'abstain' | 'recused';
  reason: Defaulted<string>;
  votedAt: Date;
};

export type QualityOpinionsTable = {
  id: string;
  institutionId: string;
  cycleId: string;
  round: number;
  step: 'expert' | 'peer' | 'owner' | 'committee' | 'appeal' | 'review';
  byId: string;
  outcome: string;
  summary: string;
  verdicts: Json<readonly object[]>;
  givenAt: Date;
};

export type QualityDecisionsTable = {
  id: string;
  publicId: string;
  institutionId: string;
  issuerId: string;
  cycleId: string;
  round: number;
  designId: string;
  versionId: string;
  factsHash: Buffer;
  outcome: 'approved' | 'approved-conditional';
  body: 'expert' | 'committee';
  pack: string;
  conditions: Json<readonly object[]>;
  url: string;
  document: string;
  decidedBy: string;
  decidedAt: Date;
  revokedAt: Defaulted<Date | null>;
};

export type QualityCommentsTable = {
  id: string;
  institutionId: string;
  cycleId: string;
  pointer: string;
  criterion: string | null;
  text: string;
  byId: string;
  at: Date;
  resolvedAt: Defaulted<Date | null>;
  resolvedBy: Defaulted<string | null>;
};

export type QualityGuidesTable = {
  id: string;
  institutionId: string;
  n: number;
  sections: Json<readonly object[]>;
  publishedAt: Date;
};

export type StaffQualificationsTable = {
  id: string;
  institutionId: string;
  personId: string | null;
  name: string;
  kind: string;
  kindName: string | null;
  recordedAt: Date;
  withdrawnOn: Defaulted<Day | null>;
  withdrawnBecause: Defaulted<string | null>;
};

export type StaffProofsTable = {
  id: string;
  institutionId: string;
  qualificationId: string;
  evidence: 'credential' | 'register' | 'equivalence';
  source: string;
  reference: string;
  seenOn: Day | null;
  verdict: 'verified' | 'incomplete' | 'failed' | null;
  refusal: string | null;
  recipient: string | null;
  digest: string | null;
  validFrom: Day;
  validUntil: Day | null;
  byId: string;
  recordedAt: Date;
};

export type QualityUnjudgedTable = { versionId: string };

export type QualityEvidenceTable = {
  id: string;
  institutionId: string;
  cycleId: string;
  body: string;
  digest: Buffer;
  madeAt: Date;
};

// feedback --------------------------------------------------------------------------------------------

export type FeedbackAnswersTable = {
  id: string;
  institutionId: string;
  designId: string;
  versionId: string;
  kind: FeedbackKind;
  personId: Defaulted<string | null>;
  awardId: Defaulted<string | null>;
  answers: Json;
  text: Defaulted<string>;
  organisation: Defaulted<string | null>;
  givenOn: Day;
};

type FeedbackKind = 'claim' | 'later' | 'employer' | 'peer';

export type FeedbackFiguresTable = {
  versionId: string;
  institutionId: string;
  designId: string;
  kind: FeedbackKind;
  n: number;
  figures: Json<readonly object[]>;
  countedOn: Day;
};

export type FeedbackAskedTable = { awardId: string; institutionId: string; askedOn: Day };

export type FeedbackRepliesTable = {
  id: string;
  institutionId: string;
  designId: string;
  said: Json;
  did: Json;
  saidOn: Day;
  byId: string;
  withdrawnOn: Defaulted<Day | null>;
};

export type FeedbackComplaintsTable = {
  id: string;
  institutionId: string;
  designId: string;
  versionId: string;
  kind: 'content' | 'assessment' | 'organisation' | 'information' | 'other';
  receivedOn: Day;
  note: Defaulted<string>;
  byId: string;
};

// catalogue -------------------------------------------------------------------------------------------

export type EndorsementsTable = {
  id: string;
  publicId: string;
  institutionId: string;
  issuerId: string;
  url: string;
  subjectInstitutionId: string;
  subjectVersionId: string | null;
  subjectUrl: string;
  comment: string;
  language: string;
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  document: string;
  offeredAt: Date;
  answeredAt: Defaulted<Date | null>;
  withdrawnAt: Defaulted<Date | null>;
};

export type RegistersTable = {
  id: string;
  institutionId: string;
  name: string;
  sourceUrl: string | null;
  importedAt: Defaulted<Date | null>;
  importedDigest: Defaulted<Buffer | null>;
  createdAt: Date;
};

export type RegisterEntriesTable = {
  id: string;
  institutionId: string;
  registerId: string;
  name: string;
  country: string | null;
  issuerId: string | null;
  host: string | null;
  identifier: string | null;
  accreditedFrom: string | null;
  accreditedUntil: string | null;
  scope: string | null;
};

export type CatalogueEntriesTable = {
  designId: string;
  institutionId: string;
  versionId: string;
  publicId: string;
  kind: string;
  unitSlugs: string[];
  contentLanguages: string[];
  instructionLanguages: string[];
  participation: string[];
  assessmentTypes: string[];
  eqf: Defaulted<number | null>;
  ects: Defaulted<number | null>;
  hours: Defaulted<number | null>;
  title: Json;
  card: Json;
  searchText: string;
  publishedAt: Date;
};

export type Tables = {
  origins: OriginsTable;
  outbox: OutboxTable;
  auditEntries: AuditEntriesTable;
  people: PeopleTable;
  identities: IdentitiesTable;
  emailAddresses: EmailAddressesTable;
  sessions: SessionsTable;
  signIns: SignInsTable;
  emailCodes: EmailCodesTable;
  passkeys: PasskeysTable;
  factorResets: FactorResetsTable;
  passkeyChallenges: PasskeyChallengesTable;
  nameChanges: NameChangesTable;
  mergeOffers: MergeOffersTable;
  letterWishes: LetterWishesTable;
  institutions: InstitutionsTable;
  institutionRequests: InstitutionRequestsTable;
  units: UnitsTable;
  issuers: IssuersTable;
  members: MembersTable;
  roles: RolesTable;
  invitations: InvitationsTable;
  apiClients: ApiClientsTable;
  apiTokens: ApiTokensTable;
  terms: TermsTable;
  agreements: AgreementsTable;
  signingKeys: SigningKeysTable;
  signedDigests: SignedDigestsTable;
  didDocuments: DidDocumentsTable;
  statusLists: StatusListsTable;
  statusEntries: StatusEntriesTable;
  statusListings: StatusListingsTable;
  accreditations: AccreditationsTable;
  accreditationRevisions: AccreditationRevisionsTable;
  frameworks: FrameworksTable;
  frameworkItems: FrameworkItemsTable;
  designs: DesignsTable;
  designVersions: DesignVersionsTable;
  designDocuments: DesignDocumentsTable;
  designTags: DesignTagsTable;
  taggedDesigns: TaggedDesignsTable;
  batches: BatchesTable;
  awards: AwardsTable;
  awardRecipients: AwardRecipientsTable;
  publications: PublicationsTable;
  publicationConsents: PublicationConsentsTable;
  documents: DocumentsTable;
  catalogueEntries: CatalogueEntriesTable;
  designProposals: DesignProposalsTable;
  staffQualifications: StaffQualificationsTable;
  staffProofs: StaffProofsTable;
  qualityDossiers: QualityDossiersTable;
  qualityHandedIn: QualityHandedInTable;
  qualityPacks: QualityPacksTable;
  qualityAdoptions: QualityAdoptionsTable;
  qualityCycles: QualityCyclesTable;
  qualityMakers: QualityMakersTable;
  qualityMoves: QualityMovesTable;
  qualityEvents: QualityEventsTable;
  qualityMeetings: QualityMeetingsTable;
  qualityAgenda: QualityAgendaTable;
  qualityVotes: QualityVotesTable;
  qualityOpinions: QualityOpinionsTable;
  qualityDecisions: QualityDecisionsTable;
  qualityComments: QualityCommentsTable;
  qualityGuides: QualityGuidesTable;
  qualityUnjudged: QualityUnjudgedTable;
  qualityEvidence: QualityEvidenceTable;
  feedbackAnswers: FeedbackAnswersTable;
  feedbackFigures: FeedbackFiguresTable;
  feedbackAsked: FeedbackAskedTable;
  feedbackReplies: FeedbackRepliesTable;
  feedbackComplaints: FeedbackComplaintsTable;
  endorsements: EndorsementsTable;
  registers: RegistersTable;
  registerEntries: RegisterEntriesTable;
};
