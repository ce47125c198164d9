/** Is the issuer one that somebody has looked at? Anyone can sign "University of Groningen" with a key of their own. */
import { formatInstant } from '../../platform/clock.ts';
import type { Registration } from './house.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

export type RegisterOutcome = { readonly check: Check; readonly registration: Registration | undefined };

export async function checkRegister(
  { house }: Inquiry,
  issuer: string | undefined,
): Promise<RegisterOutcome> {
  if (!house) return { check: notChecked('issuer-known', 'no-register'), registration: undefined };
  const registration = issuer === undefined ? undefined : await house.findRegistration(issuer);
  if (!registration)
    return {
      check: notChecked('issuer-known', 'issuer-in-no-register', detailOf({ issuer })),
      registration: undefined,
    };
  const { institution, issuer: name, country, since, demo } = registration;
  return {
    registration,
    check: passed(
      'issuer-known',
      detailOf({
        institution,
        name,
        country,
        since: since && formatInstant(since),
        register: 'this-installation',
        // Invented for trying things out; its name says so as well (DECISIONS 16).
        demo: demo || undefined,
      }),
    ),
  };
}
