/** What a register says of an issuer, and what that means on a day. Pure. */

export type RegisterEntry = {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly issuerId: string | null;
  readonly host: string | null;
  readonly identifier: string | null;
  /** Calendar days. */
  readonly accreditedFrom: string | null;
  readonly accreditedUntil: string | null;
  readonly scope: string | null;
};

/** An entry with where it stands. */
export type KnownIssuer = RegisterEntry & {
  readonly register: string;
  readonly registerUrl: string | null;
  readonly importedAt: Date | null;
};

/** `listed`: the register names the issuer and says nothing of accreditation. */
export type Standing = 'accredited' | 'listed' | 'not-accredited-then';

/** @param day calendar day of the award */
export function judgeStanding(
  { accreditedFrom, accreditedUntil }: Pick<RegisterEntry, 'accreditedFrom' | 'accreditedUntil'>,
  day: string,
): Standing {
  if (accreditedFrom === null && accreditedUntil === null) return 'listed';
  const begun = accreditedFrom === null || accreditedFrom <= day;
  const lasts = accreditedUntil === null || day <= accreditedUntil;
  return begun && lasts ? 'accredited' : 'not-accredited-then';
}

const ORDER: readonly Standing[] = ['accredited', 'listed', 'not-accredited-then'];

/** Several registers may know an issuer, or one register several of its periods: the best of them counts. */
export function chooseStanding<T extends RegisterEntry>(
  entries: readonly T[],
  day: string,
): { readonly entry: T; readonly standing: Standing } | undefined {
  const judged = entries.map((entry) => ({ entry, standing: judgeStanding(entry, day) }));
  return ORDER.map((standing) => judged.find((one) => one.standing === standing)).find(
    (one) => one !== undefined,
  );
}

/**
 * The host that stands for an organisation by its website. Only the root of a site: at `sites.example.com/school` the
 * host belongs to someone else, and whoever has another corner of it must not pass for the school.
 */
export function hostOfWebsite(website: string): string | undefined {
  const text = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  if (!URL.canParse(text)) return undefined;
  const { hostname, pathname, port, username } = new URL(text);
  const isRoot = pathname === '/' && port === '' && username === '';
  return isRoot && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) && !/^[\d.]+$/.test(hostname)
    ? hostname.replace(/^www\./, '')
    : undefined;
}

/** The host that answers for an issuer's id; undefined for a DID that no host answers for. */
export function hostOfIssuer(issuerId: string): string | undefined {
  const web = /^did:web:([^:%/#?]+)/.exec(issuerId)?.[1];
  const host =
    web ?? (/^https:/i.test(issuerId) && URL.canParse(issuerId) ? new URL(issuerId).hostname : undefined);
  return host?.toLowerCase().replace(/^www\./, '');
}
