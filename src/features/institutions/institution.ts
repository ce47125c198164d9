/** The tenant and its parts. Pure. */
import type { IssuerFacts, OrganisationIdentifier, PostalAddress, Text } from '../../formats/index.ts';

export const KINDS = ['wo', 'hbo', 'mbo', 'hbo-mbo', 'other'] as const;
export type InstitutionKind = (typeof KINDS)[number] | 'operator';

/** GDPR, article 6, for awarding; without one nothing of that kind may be awarded. */
export const LEGAL_BASES = ['contract', 'legitimate-interest', 'legal-obligation'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What the operator may switch off for an institution; each is obeyed by the verb that it names. */
export const FEATURES = ['microcredentials', 'api-awarding', 'catalogue'] as const;
export type Feature = (typeof FEATURES)[number];

export type InterfaceLanguage = 'en' | 'nl';

/** Who may sign in as staff of an institution: its OpenID Connect provider. */
export type StaffProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Values of `acr` by which it says that a second factor was given; absent: REFEDS MFA. */
  readonly secondFactorAcr?: readonly string[];
};

export type Institution = {
  readonly id: string;
  readonly slug: string;
  readonly kind: InstitutionKind;
  readonly name: Text;
  readonly defaultLanguage: InterfaceLanguage;
  /** IANA name; calendar days are meant in it (DECISIONS 17). */
  readonly timeZone: string;
  readonly address: PostalAddress;
  readonly identifiers: readonly OrganisationIdentifier[];
  readonly email: string | null;
  readonly website: string | null;
  readonly linkedinId: string | null;
  /** Ordered; the waarmerk is drawn with them. */
  readonly inks: readonly string[];
  readonly demo: boolean;
  readonly description: Text;
  readonly gradingTable: string | null;
  /** Storage key of a PNG. */
  readonly logo: string | null;
  /** What a letter says it is from, and where its answer goes; null: its issuer, its e-mail address. */
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly formalBasis: LegalBasis | null;
  readonly informalBasis: LegalBasis | null;
  readonly features: readonly Feature[];
  /** Whose learners may ask to take part. */
  readonly openTo: 'all' | 'none' | 'listed';
  readonly openToIds: readonly string[];
  /** Since when nobody acts for it; what it awarded goes on verifying. */
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
};

export type OnBehalfOf = {
  readonly name: Text;
  readonly url?: string;
  /** Storage key of a PNG. */
  readonly logo?: string;
};

export type Unit = {
  readonly id: string;
  readonly institutionId: string;
  readonly parentId: string | null;
  readonly slug: string;
  readonly name: Text;
  readonly description: Text;
  readonly logo: string | null;
  readonly website: string | null;
  readonly linkedinId: string | null;
  /** In a hybrid institution. */
  readonly sort: 'hbo' | 'mbo' | null;
  /** What a test unit makes is in no list that strangers read. */
  readonly visibility: 'public' | 'test';
  readonly onBehalfOf: OnBehalfOf | null;
  readonly archivedAt: Date | null;
};

export type Issuer = {
  readonly id: string;
  readonly institutionId: string;
  readonly unitId: string | null;
  readonly publicId: string;
  readonly did: string;
  readonly url: string;
  readonly name: Text;
};

/** Microcredentials and proofs of competence are formal education's; an edubadge may be for anything. */
export function basisFor(
  institution: Pick<Institution, 'formalBasis' | 'informalBasis'>,
  kind: string,
): LegalBasis | null {
  return kind === 'edubadge' ? institution.informalBasis : institution.formalBasis;
}

/**
 * "University of Groningen, Faculty of Philosophy, on behalf of X": a unit's name alone says too little in a file.
 * In every language of the unit; written once, when the issuer is made.
 */
export function nameOfUnitIssuer(institution: Text, unit: Text, onBehalfOf: Text | undefined): Text {
  return Object.fromEntries(
    Object.entries(unit).map(([language, name]) => {
      const parts = [institution[language] ?? Object.values(institution)[0], name];
      const other = onBehalfOf && (onBehalfOf[language] ?? Object.values(onBehalfOf)[0]);
      if (other) parts.push(language === 'nl' ? `namens ${other}` : `on behalf of ${other}`);
      return [language, parts.join(', ')];
    }),
  );
}

/**
 * The did:web of a new issuer: `did:web:{host}:issuers:{id}`. did:web knows no IP address, so a loopback
 * origin is written `localhost%3A{port}` (DECISIONS 2). Stored, never derived again.
 */
export function makeDid(origin: string, path: readonly string[]): string {
  const { hostname, port } = new URL(origin);
  const host = ['127.0.0.1', '[::1]'].includes(hostname) ? 'localhost' : hostname;
  return ['did:web', port ? `${host}%3A${port}` : host, ...path].join(':');
}

/** What a credential says of its issuer. The institution stands above its unit. */
export function composeIssuerFacts(
  institution: Institution,
  issuer: Issuer,
  institutionIssuer: Issuer,
): IssuerFacts {
  const isUnit = issuer.id !== institutionIssuer.id;
  return {
    did: issuer.did,
    url: issuer.url,
    name: issuer.name,
    ...(institution.email ? { email: institution.email } : {}),
    ...(institution.website ? { website: institution.website } : {}),
    address: institution.address,
    identifiers: institution.identifiers,
    ...(institution.gradingTable ? { gradingTable: institution.gradingTable } : {}),
    ...(isUnit
      ? { parent: { did: institutionIssuer.did, name: institutionIssuer.name, url: institutionIssuer.url } }
      : {}),
  };
}
