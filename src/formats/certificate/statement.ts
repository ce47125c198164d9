/**
 * What the code on a printed certificate says: the core of a credential, small enough for paper. Its digest ties it to
 * the one edition that is attached to the same PDF.
 */
import { z } from 'zod';
import { conform } from '../conformance.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { readInstant } from '../instants.ts';
import { encodeBase64url } from '../multibase.ts';
import { readOb3 } from '../ob3/read.ts';
import { readText } from '../read-members.ts';
import { FormatRefusal } from '../refusal.ts';
import type { CredentialSummary, SummaryParty } from '../summary.ts';
import { omitAbsent } from '../texts.ts';

export type CertificateStatement = {
  /** DID of the issuer. */
  readonly iss: string;
  /** Address of the credential: `https://…/c/{id}`. */
  readonly jti: string;
  readonly title: string;
  /** Who awarded it, as people call them. */
  readonly by: string;
  /** The holder, when the edition names them. */
  readonly name?: string;
  /** A day with its zone's offset (XML Schema, `date`): `2026-11-21+01:00`. */
  readonly awarded: string;
  /** The last day on which it is valid, likewise. */
  readonly expires?: string;
  /** SHA-256 of the exact bytes of the attached edition, base64url. */
  readonly sha256: string;
};

/** From the edition itself, so that the code can never say more than the file does. */
export function stateCertificate(document: JsonObject, digest: Uint8Array): CertificateStatement {
  const { id, issuer, title, recipient, awardedDate, validUntil } = readOb3(document);
  if (!id || !issuer.id || !awardedDate)
    throw new FormatRefusal('facts-incomplete', 'a certificate needs id, issuer and day of award');
  return omitAbsent({
    iss: issuer.id,
    jti: id,
    title,
    by: nameIssuer(issuer),
    name: recipient.name,
    awarded: dayOf(awardedDate),
    expires: validUntil === undefined ? undefined : dayOf(validUntil),
    sha256: encodeBase64url(digest),
  });
}

/** With the institution above it, unless its own name says that already. */
function nameIssuer({ name = '', parent }: SummaryParty): string {
  const above = parent?.name ?? '';
  return name.includes(above.replace(DEMO, '')) ? name : [name, above].filter(Boolean).join(', ');
}

/** The name of a demonstration's issuer ends so (DECISIONS 16). */
const DEMO = / \(demo\)$/;

/** `2026-11-21T00:00:00+01:00` is the day 2026-11-21 there. */
function dayOf(instant: string): string {
  return `${instant.slice(0, 10)}${instant.slice(19)}`;
}

const DAY = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/;

const day = z.string().refine((text) => firstInstantOf(text) !== undefined, 'a day with its zone');
const statement = z.looseObject({
  iss: z.string().startsWith('did:'),
  jti: z.url({ protocol: /^https?$/ }),
  title: z.string().min(1),
  by: z.string(),
  name: z.string().min(1).optional(),
  awarded: day,
  expires: day.optional(),
  sha256: z.string().regex(/^[\w-]{43}$/, 'a SHA-256 in base64url'),
});

export function checkCertificate(payload: JsonObject): Conformance {
  return conform(statement, payload);
}

/** For display; it decides nothing. Days become the instants that the credential itself names. */
export function readCertificate(payload: JsonObject): CredentialSummary {
  const { iss, jti, title, by, name, awarded, expires } = payload;
  const from = readText(awarded);
  const until = readText(expires);
  return {
    ...omitAbsent({
      id: readText(jti),
      awardedDate: from === undefined ? undefined : textAt(from, '00:00:00'),
      validUntil: until === undefined ? undefined : textAt(until, '23:59:59'),
    }),
    title: readText(title) ?? '',
    issuer: omitAbsent({ id: readText(iss), name: readText(by) }),
    recipient: { ...omitAbsent({ name: readText(name) }), identifiers: [] },
    definition: {},
    criteria: [],
    alignments: [],
    results: [],
    credits: {},
    evidence: [],
    tags: [],
  };
}

/** Undefined for what is no day. */
export function firstInstantOf(text: string): Date | undefined {
  const instant = textAt(text, '00:00:00');
  return instant === undefined ? undefined : readInstant(instant);
}

/** Its last second is inside. */
export function lastInstantOf(text: string): Date | undefined {
  const instant = textAt(text, '23:59:59');
  return instant === undefined ? undefined : readInstant(instant);
}

function textAt(text: string, time: string): string | undefined {
  const [, date, zone] = DAY.exec(text) ?? [];
  return date === undefined ? undefined : `${date}T${time}${zone}`;
}
