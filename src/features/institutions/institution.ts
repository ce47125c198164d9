/** The tenant and its parts. Pure. */
import type { IssuerFacts, OrganisationIdentifier, PostalAddress, Text } from '../../formats/index.ts';

export type InstitutionKind = 'operator' | 'wo' | 'hbo' | 'mbo' | 'other';
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
};

export type Unit = {
  readonly id: string;
  readonly institutionId: string;
  readonly slug: string;
  readonly name: Text;
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
    ...(isUnit
      ? { parent: { did: institutionIssuer.did, name: institutionIssuer.name, url: institutionIssuer.url } }
      : {}),
  };
}
