/** What a provider says of a person, read once and strictly. Pure. */
import type { SignedIn } from '../../platform/identity/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';

export type StatedIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  /** Only those that the provider says it verified. */
  readonly addresses: readonly string[];
  /** Names that institutions know the person by: eduPersonPrincipalName, eduID. */
  readonly identifiers: readonly string[];
  /** How sure the provider says it is: `acr` and eduPersonAssurance, as stated. */
  readonly assurance?: readonly string[];
  /** SCHAC schacExpiryDate: the institution's account ends then. */
  readonly affiliationUntil?: Date;
};

/** The issuer of identities that are an address whose letters somebody reads. */
export const EMAIL_ISSUER = 'urn:waarmerk:email';

const LONGEST_NAME = 200;
const LONGEST_IDENTIFIER = 254;
const MOST_ASSURANCES = 20;

export function readIdentity({ issuer, subject, claims }: SignedIn): StatedIdentity {
  const address = readText(claims.email);
  // `"true"` is not true: a provider that cannot say it in JSON may not mean it either.
  const isVerified = claims.email_verified === true && address !== undefined;
  const affiliationUntil = readExpiry(claims.schac_expiry_date ?? claims.schacExpiryDate);
  return {
    issuer,
    subject,
    name: readName(claims),
    addresses: isVerified && isMailAddress(normaliseAddress(address)) ? [normaliseAddress(address)] : [],
    identifiers: [claims.eduperson_principal_name, claims.eduid]
      .map(readText)
      .filter((text) => text !== undefined && text.length <= LONGEST_IDENTIFIER)
      .map((text) => normaliseAddress(text ?? '')),
    assurance: [claims.acr, claims.eduperson_assurance]
      .flat()
      .map(readText)
      .filter((text) => text !== undefined && text.length <= LONGEST_IDENTIFIER)
      .map((text) => text ?? '')
      .slice(0, MOST_ASSURANCES),
    ...(affiliationUntil ? { affiliationUntil } : {}),
  };
}

/**
 * An institution speaks for its own names only. A provider that states another institution's principal name, or
 * vouches for a stranger's address, would otherwise open awards that were meant for someone else.
 *
 * @param scopes domains of the institution (schacHomeOrganization); null: the provider of learners, who may say any
 */
export function keepToScopes(stated: StatedIdentity, scopes: readonly string[] | null): StatedIdentity {
  if (scopes === null) {
    const { affiliationUntil: _, ...own } = stated;
    return own;
  }
  const isOwn = (name: string) => {
    const domain = name.slice(name.lastIndexOf('@') + 1);
    return name.includes('@') && scopes.some((scope) => domain === scope || domain.endsWith(`.${scope}`));
  };
  return {
    ...stated,
    addresses: stated.addresses.filter(isOwn),
    identifiers: stated.identifiers.filter(isOwn),
  };
}

export function identityOfAddress(address: string): StatedIdentity {
  return {
    issuer: EMAIL_ISSUER,
    subject: address,
    name: address.slice(0, address.lastIndexOf('@')),
    addresses: [address],
    identifiers: [],
  };
}

/** As awards write their recipients: NFC, trimmed, lower case (DECISIONS 10). */
export function normaliseAddress(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** A name is one line; what cannot be seen is left out of it. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

function readName(claims: SignedIn['claims']): string | undefined {
  const parts = [readText(claims.given_name), readText(claims.family_name)].filter((part) => part);
  const name = normaliseName(readText(claims.name) ?? parts.join(' '));
  return name === '' ? undefined : name;
}

/** SCHAC 1.6.0, schacExpiryDate: generalized time in UTC, `20271231235959Z`. */
function readExpiry(claim: unknown): Date | undefined {
  const text = readText(Array.isArray(claim) ? claim[0] : claim);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = parts;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function readText(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' && claim.isWellFormed() && !claim.includes('\0')
    ? claim
    : undefined;
}
