/**
 * What was achieved, in the field's neutral terms. Every format is a translation of these facts.
 *
 * The eleven mandatory and five optional elements are those of the Council Recommendation of 16 June 2022
 * on a European approach to micro-credentials (2022/C 243/02), Annex I. Values from European controlled
 * lists are stored as codes; `vocabularies.ts` gives each code its concept URI and its labels.
 */
import type { JsonObject } from './json-value.ts';

/** A BCP 47 language tag in lower case, such as `en` or `nl`. */
export type Language = string;

/** The same text in one or more languages. The default language of the design is always there. */
export type Text = Readonly<Record<Language, string>>;

export type DesignKind = 'microcredential' | 'proof-of-competence' | 'edubadge';

/** A link to a node of an external framework: ESCO, CASE, a qualification framework. */
export type Alignment = {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetFramework?: string;
  readonly targetCode?: string;
  readonly targetDescription?: string;
};

export type Outcome = {
  /** Stable within the design: `LO1`. */
  readonly id: string;
  readonly text: Text;
  readonly alignments?: readonly Alignment[];
};

export type Assessment = {
  /** Stable within the design: `A1`. */
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** Code of the EU list `assessment`. */
  readonly type: string;
  /** Code of the EU list `supervision-verification`. */
  readonly supervision?: string;
  readonly identityCheck?: Text;
  /** Share of the final result in per cent. */
  readonly weight?: number;
  /** How it is marked, in words: "Dutch scale 1–10, pass at 5.5". */
  readonly grading?: Text;
};

/** One cell of the alignment matrix: this assessment proves this outcome. */
export type ProvenBy = {
  readonly outcome: string;
  readonly assessment: string;
  readonly coverage: 'full' | 'partial';
  /** Share of the final result in per cent. */
  readonly weight?: number;
};

export type Workload = {
  readonly ects?: number;
  readonly hours?: number;
  /** A credit system other than ECTS, such as 40 "SBU". */
  readonly other?: { readonly amount: number; readonly unit: string };
};

export type Level = {
  /** European Qualifications Framework, 1 to 8. */
  readonly eqf?: number;
  /** Code of the national framework's list `qdr` (NLQF). */
  readonly nlqf?: string;
  /** Cycle of the Qualifications Framework of the European Higher Education Area. */
  readonly qfEhea?: 'short' | 'first' | 'second' | 'third';
};

export type QualityAssurance = {
  /** Code of the EU list `accreditation`. */
  readonly type: string;
  readonly framework?: Text;
  readonly statement: Text;
  readonly url?: string;
};

/**
 * What an outside body decided about the provider: external quality assurance, as it was recorded on the day when a
 * version was frozen. Calendar days, both inclusive.
 */
export type Accreditation = {
  /** Of the provider's record; by it one learns later what became of it. */
  readonly id: string;
  /** Code of the EU list `accreditation`. */
  readonly type: string;
  readonly title: Text;
  /** Who decided: the agency or authority. */
  readonly agency: string;
  /** Where it can be looked up: `DEQAR`, `NVAO`, `RIO`. */
  readonly register: string;
  readonly number?: string;
  /** The report, or its page in the register. */
  readonly url: string;
  readonly decision: 'positive' | 'conditional';
  readonly validFrom: string;
  /** Absent: the decision names no end. */
  readonly validUntil?: string;
  /** Absent: it holds for everything that the institution offers. */
  readonly scope?: AccreditationScope;
};

export type AccreditationScope = {
  readonly unit?: Text;
  /** Levels of the European Qualifications Framework. */
  readonly eqf?: readonly number[];
  /** ISCED-F 2013 codes, with all that is below them. */
  readonly fields?: readonly string[];
};

/** How results are expressed; results of an award must fit it. */
export type GradeScheme =
  | { readonly scheme: 'pass-fail' }
  | { readonly scheme: '1-10'; readonly passMark: number }
  | { readonly scheme: 'o-v-g' }
  /** Levels of one's own, lowest first; from `required` on they pass. */
  | { readonly scheme: 'rubric'; readonly levels: readonly RubricLevel[]; readonly required: string };

export type RubricLevel = {
  /** Stable within the design: `R1`. */
  readonly code: string;
  readonly name: Text;
  /** What someone at this level shows. */
  readonly description?: Text;
};

export type Stackability = {
  readonly kind: 'stand-alone' | 'stackable';
  readonly statement?: Text;
};

/** Is it a course of its own or a unit of a registered degree programme? */
export type ProgrammePlace = {
  readonly place: 'own-course' | 'programme-unit';
  readonly programmeName?: string;
  /** Number in the national register (RIO, formerly CROHO). */
  readonly registerNumber?: string;
};

/** The content of one version of a design: everything that is hashed when it is published, but for the image. */
export type DesignContent = {
  readonly kind: DesignKind;
  readonly defaultLanguage: Language;
  readonly title: Text;
  readonly description: Text;
  readonly outcomes: readonly Outcome[];
  readonly assessments: readonly Assessment[];
  readonly provenBy: readonly ProvenBy[];
  readonly workload: Workload;
  readonly level: Level;
  /** Codes of the EU list `learning-assessment`: the form of participation. */
  readonly participation: readonly string[];
  readonly qualityAssurance?: QualityAssurance;
  readonly instructionLanguages: readonly Language[];
  readonly gradeScheme: GradeScheme;
  readonly passRule?: Text;
  readonly prerequisites?: Text;
  readonly audience?: Text;
  readonly stackability?: Stackability;
  readonly furtherInformation?: Text;
  readonly furtherInformationUrl?: string;
  readonly programme?: ProgrammePlace;
  /** ISCED-F 2013 code, two to four digits. */
  readonly iscedF?: string;
  readonly skills?: readonly Alignment[];
  readonly tags?: readonly string[];
  /** The names of units that offer it together with the issuing unit. */
  readonly partners?: readonly Text[];
  /** Not the designer's: what held for this title on the day when its version was frozen. */
  readonly accreditations?: readonly Accreditation[];
  /** Months after the award day on which it expires; absent: it does not expire. */
  readonly validityMonths?: number;
};

export type PostalAddress = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** NUTS or ISO 3166-2 code or name. */
  readonly region?: string;
  readonly locality?: string;
  readonly postalCode?: string;
  readonly street?: string;
};

export type OrganisationIdentifier = {
  /** `BRIN`, `ROR`, `KVK`, `DEQAR`, `schacHomeOrganization`, `eIDAS`. */
  readonly scheme: string;
  readonly value: string;
};

/** Who signs: an institution or an issuing unit of one. */
export type IssuerFacts = {
  /** did:web, as stored when the issuer was made. */
  readonly did: string;
  /** `https://…/issuers/{id}`: the page, and the id in Open Badges 2.0. */
  readonly url: string;
  readonly name: Text;
  readonly email?: string;
  readonly website?: string;
  readonly address: PostalAddress;
  readonly identifiers: readonly OrganisationIdentifier[];
  /** Where the institution tells how its grades are to be read. */
  readonly gradingTable?: string;
  /** The institution above the unit. */
  readonly parent?: { readonly did: string; readonly name: Text; readonly url: string };
};

/** One published version of a design, as an award embeds it. */
export type VersionFacts = {
  /** `https://…/designs/{id}/versions/{n}`: achievement.id. */
  readonly id: string;
  readonly number: number;
  /** URL of the PNG badge image and its alternative text. */
  readonly image: { readonly url: string; readonly alt: Text };
  readonly content: DesignContent;
  readonly issuer: IssuerFacts;
};

export type Result = {
  /** In the design's grade scheme: `8`, `pass`, `goed`. */
  readonly value: string;
};

export type Evidence = {
  readonly url?: string;
  /** Hexadecimal SHA-256 of what stands at the address, so that a changed file is seen. */
  readonly sha256?: string;
  readonly name?: string;
  readonly narrative?: string;
};

/** Who earned it. Each field is present only in editions that may carry it (DECISIONS 7 to 10). */
export type HolderFacts = {
  readonly name?: string;
  /** Normalised by the caller (NFC, trimmed, lower case) and always written hashed with `salt`. */
  readonly identifier?: { readonly type: 'emailAddress' | 'sourcedId'; readonly value: string };
  /** Per award, 128 bits, hex. Required with `identifier`. */
  readonly salt?: string;
};

export type StatusFacts = {
  /** `https://…/status/{id}`. */
  readonly list: string;
  readonly index: number;
};

/** One award in one edition: the whole input of a format. */
export type CredentialFacts = {
  /** `https://…/c/{id}`. */
  readonly id: string;
  /** `urn:uuid:…`, random per award. */
  readonly subjectId: string;
  readonly language: Language;
  /** Instant of grant, UTC, whole seconds: `2026-11-21T09:00:00Z`. */
  readonly validFrom: string;
  /** Award day at 00:00:00 with the offset of the institution's zone. */
  readonly awardedDate: string;
  /** Expiry day at 23:59:59 with the offset of the institution's zone. */
  readonly validUntil?: string;
  readonly holder: HolderFacts;
  readonly version: VersionFacts;
  readonly result?: Result;
  readonly evidence?: readonly Evidence[];
  readonly narrative?: string;
  readonly status?: StatusFacts;
  /** Signed EndorsementCredentials that the institution accepted; absent in formats that cannot carry them. */
  readonly endorsements?: {
    readonly ofAchievement: readonly JsonObject[];
    readonly ofIssuer: readonly JsonObject[];
    /** Approvals of the version by its own institution, as compact JWS. */
    readonly approvals?: readonly string[];
  };
};
