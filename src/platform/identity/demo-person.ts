/** Who can be chosen at the embedded provider, and what it says of them in the words of eduID and SURFconext. */
export type DemoPerson = {
  /** `sub`; stable within the tenant. */
  readonly subject: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly eduId?: string;
  readonly principalName?: string;
  readonly homeOrganization?: string;
  readonly affiliations?: readonly string[];
  readonly assurance?: readonly string[];
  readonly acr?: string;
  /** How they proved who they are (RFC 8176): `['pwd', 'mfa']`. */
  readonly amr?: readonly string[];
  /** schacExpiryDate, `20271231235959Z`. */
  readonly expires?: string;
  /** Shown beside the name: "teacher, Campus Fryslân". */
  readonly description?: { readonly nl: string; readonly en: string };
};

/** The scope of everything that only institutions say of a person. */
export const SCOPE_CLAIMS = {
  openid: ['sub', 'amr'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username'],
  email: ['email', 'email_verified'],
  eduperson: [
    'eduid',
    'eduperson_principal_name',
    'schac_home_organization',
    'eduperson_affiliation',
    'eduperson_assurance',
    'schac_expiry_date',
  ],
} as const;

export function presentClaims(person: DemoPerson): {
  sub: string;
  [claim: string]: string | boolean | string[];
} {
  const { subject, name, givenName, familyName, email, emailVerified } = person;
  return {
    sub: subject,
    name,
    given_name: givenName,
    family_name: familyName,
    preferred_username: name,
    email,
    email_verified: emailVerified,
    ...(person.eduId ? { eduid: person.eduId } : {}),
    ...(person.principalName ? { eduperson_principal_name: person.principalName } : {}),
    ...(person.homeOrganization ? { schac_home_organization: person.homeOrganization } : {}),
    ...(person.affiliations ? { eduperson_affiliation: [...person.affiliations] } : {}),
    ...(person.expires ? { schac_expiry_date: person.expires } : {}),
    ...(person.assurance ? { eduperson_assurance: [...person.assurance] } : {}),
  };
}

/** Case, accents and order of words do not matter when one looks for a name. */
export function searchPeople(people: readonly DemoPerson[], query: string): readonly DemoPerson[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = fold(
      [person.name, person.email, person.description?.nl, person.description?.en].filter(Boolean).join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
