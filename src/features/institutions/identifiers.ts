/** By which names the world knows an institution, and how each is written. Pure. */
import type { OrganisationIdentifier } from '../../formats/index.ts';

type Scheme = {
  readonly pattern: RegExp;
  /** What a right one looks like; said when it is refused. */
  readonly form: string;
  readonly many?: true;
  /**
   * When the operator alone may still change it: once something was awarded others rely on it. A home organisation
   * is never the institution's own to choose: whom its provider may speak for follows from it.
   */
  readonly locked?: 'awarded' | 'always';
  readonly check?: (value: string) => boolean;
};

export const SCHEMES = {
  /** SCHAC 1.5, schacHomeOrganization: a domain name as in RFC 1035 §2.3.1. The first is the institution's own. */
  schacHomeOrganization: {
    pattern: /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    form: 'a domain name, such as example.org',
    many: true,
    locked: 'always',
  },
  /** DUO, "Basisregister Instellingen": two digits, two letters, and two digits more for a branch. */
  BRIN: {
    pattern: /^\d{2}[A-Z]{2}(\d{2})?$/,
    form: 'two digits and two letters, such as 21PC',
    locked: 'awarded',
  },
  /** ror.org, "ROR identifier pattern": base 32 of Crockford and two check digits by ISO/IEC 7064. */
  ROR: {
    pattern: /^https:\/\/ror\.org\/0[0-9a-hjkmnp-tv-z]{6}\d{2}$/,
    form: 'https://ror.org/ and nine characters of which the last two are a check',
    check: hasRorChecksum,
  },
  /** EQAR, DEQAR Web API: identifiers of institutions. */
  DEQAR: { pattern: /^DEQARINST\d{4,6}$/, form: 'DEQARINST and four digits' },
  /** Handelsregisterbesluit 2008: eight digits. */
  KvK: { pattern: /^\d{8}$/, form: 'eight digits' },
  /** Implementing Regulation (EU) 2021/1042, annex: country, register, full stop, number in the register. */
  EUID: { pattern: /^[A-Z]{2}[A-Z0-9]{1,20}\.[A-Z0-9._-]{1,40}$/, form: 'such as NLNHR.12345678' },
  /** ETSI EN 319 412-1 §5.1.4, the legal person semantics identifier of eIDAS certificates. */
  eIDAS: { pattern: /^(VAT|NTR|PSD|LEI)[A-Z]{2}-[A-Z0-9-]{2,40}$/, form: 'such as NTRNL-12345678' },
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof SCHEMES;
export const SCHEME_NAMES = Object.keys(SCHEMES) as SchemeName[]; // Object.keys forgets the literal names

export type WantedIdentifiers = Readonly<Partial<Record<SchemeName, readonly string[]>>>;
export type Fault = { readonly pointer: string; readonly detail: string };

export function findIdentifierFaults(wanted: WantedIdentifiers): Fault[] {
  return SCHEME_NAMES.flatMap((name) => {
    const scheme: Scheme = SCHEMES[name];
    const values = wanted[name] ?? [];
    const pointer = `/identifiers/${name}`;
    if (!scheme.many && values.length > 1) return [{ pointer, detail: `There is one ${name}.` }];
    return values
      .filter((value) => !scheme.pattern.test(value) || scheme.check?.(value) === false)
      .map((value) => ({ pointer, detail: `"${value}" is not written as ${name}: ${scheme.form}.` }));
  });
}

/** Schemes that would change and that are the operator's to change. */
export function listLockedChanges(
  present: readonly OrganisationIdentifier[],
  wanted: WantedIdentifiers,
  awarded: boolean,
): SchemeName[] {
  return listLocked(present, awarded).filter(
    (name) => valuesOf(present, name).join(' ') !== (wanted[name] ?? []).join(' '),
  );
}

export function listLocked(present: readonly OrganisationIdentifier[], awarded: boolean): SchemeName[] {
  return SCHEME_NAMES.filter((name) => {
    const { locked }: Scheme = SCHEMES[name];
    return locked === 'always' || (locked === 'awarded' && awarded && valuesOf(present, name).length > 0);
  });
}

/** What is known by a scheme that has no rule here stays as it was. */
export function replaceIdentifiers(
  present: readonly OrganisationIdentifier[],
  wanted: WantedIdentifiers,
): OrganisationIdentifier[] {
  return [
    ...SCHEME_NAMES.flatMap((scheme) => (wanted[scheme] ?? []).map((value) => ({ scheme, value }))),
    ...present.filter(({ scheme }) => !Object.hasOwn(SCHEMES, scheme)),
  ];
}

export function valuesOf(identifiers: readonly OrganisationIdentifier[], name: SchemeName): string[] {
  return identifiers.filter(({ scheme }) => scheme === name).map(({ value }) => value);
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

function hasRorChecksum(value: string): boolean {
  const id = value.slice(-9);
  const number = [...id.slice(1, 7)].reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);
  return String(98 - ((number * 100) % 97)).padStart(2, '0') === id.slice(7);
}
