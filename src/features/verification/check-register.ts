/**
 * Is the issuer one that somebody has looked at? Anyone can sign "University of Groningen" with a key of their own, so
 * whoever stands in no register is unknown, not false; and whoever stands in one may have been accredited then or not.
 */
import type { JsonObject } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { chooseStanding, type KnownIssuer, type Standing } from '../registers/index.ts';
import type { Registration } from './house.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, notChecked, passed, warned } from './report.ts';
import type { Check, CheckDetail } from './verification.schema.ts';

export type RegisterOutcome = { readonly check: Check; readonly registration: Registration | undefined };

/** @param document says on which day it was awarded, which is the day that accreditation is asked about */
export async function checkRegister(
  { house, at }: Inquiry,
  issuer: string | undefined,
  document: JsonObject,
): Promise<RegisterOutcome> {
  if (!house) return { check: notChecked('issuer-known', 'no-register'), registration: undefined };
  const registration = issuer === undefined ? undefined : await house.findRegistration(issuer);
  const known = issuer === undefined ? [] : await house.listKnown(issuer, registration?.identifiers);
  const chosen = chooseStanding(known, dayOf(document) ?? formatInstant(at).slice(0, 10));
  if (registration) {
    const own = detailOwn(registration);
    const told = chosen && { ...detailKnown(chosen.entry), ...own };
    return { registration, check: judge(chosen?.standing, told ?? own) };
  }
  return {
    registration: undefined,
    check: chosen
      ? judge(chosen.standing, { ...detailKnown(chosen.entry), register: chosen.entry.register })
      : notChecked('issuer-known', 'issuer-in-no-register', detailOf({ issuer })),
  };
}

function judge(standing: Standing | undefined, detail: CheckDetail): Check {
  switch (standing) {
    case 'not-accredited-then':
      return warned('issuer-known', standing, detail);
    case 'accredited':
      return passed('issuer-known', detail, standing);
    case 'listed':
      return passed('issuer-known', detail, detail.register === OWN ? undefined : standing);
    case undefined:
      return passed('issuer-known', detail);
  }
}

const OWN = 'this-installation';

function detailOwn({ institution, issuer: name, country, since, demo }: Registration): CheckDetail {
  return detailOf({
    institution,
    name,
    country,
    since: since && formatInstant(since),
    register: OWN,
    // Invented for trying things out; its name says so as well (DECISIONS 16).
    demo: demo || undefined,
  });
}

function detailKnown(entry: KnownIssuer): CheckDetail {
  return detailOf({
    name: entry.name,
    country: entry.country ?? undefined,
    accreditationRegister: entry.register,
    registerUrl: entry.registerUrl ?? undefined,
    registerReadAt: entry.importedAt ? formatInstant(entry.importedAt) : undefined,
    identifier: entry.identifier ?? undefined,
    accreditedFrom: entry.accreditedFrom ?? undefined,
    accreditedUntil: entry.accreditedUntil ?? undefined,
    scope: entry.scope ?? undefined,
  });
}

/** As the document writes it: a day with the offset of the institution's zone. */
function dayOf(document: JsonObject): string | undefined {
  const names = ['awardedDate', 'validFrom', 'issuanceDate', 'issuedOn'];
  const value = names.map((name) => document[name]).find((one) => typeof one === 'string');
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
}
