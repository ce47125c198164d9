import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { findIdentifierFaults } from './identifiers.ts';
import type { InstitutionKind, InterfaceLanguage } from './institution.ts';
import { profileFaulty, tooManyRequestsToJoin } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { countRequestsSince, insertRequest } from './requests.store.ts';

export type NewRequest = {
  readonly name: string;
  readonly kind: Exclude<InstitutionKind, 'operator'>;
  readonly country: string;
  readonly homeOrganisation: string;
  readonly contactName: string;
  readonly contactAddress: string;
  readonly language: InterfaceLanguage;
};

const DAY_MS = 86_400_000;
/** A day: what an operator can read, and what an address that somebody else typed may have to bear. */
const MOST_A_DAY = 100;
const MOST_AN_ADDRESS = 3;

/**
 * Anyone may ask that an institution joins. Whether it is known, or was asked before, the answer does not tell.
 *
 * @throws Problem 422 for what cannot be read, 429 after three a day from one address
 */
export async function requestInstitution(
  deps: Pick<OrganisationDeps, 'database' | 'clock'>,
  input: NewRequest,
): Promise<void> {
  const homeOrganisation = input.homeOrganisation.trim().toLowerCase();
  const contactAddress = input.contactAddress.normalize('NFC').trim().toLowerCase();
  const faults = [
    ...findIdentifierFaults({ schacHomeOrganization: [homeOrganisation] }).map(({ detail }) => ({
      pointer: '/homeOrganisation',
      detail,
    })),
    ...(isMailAddress(contactAddress)
      ? []
      : [{ pointer: '/contactAddress', detail: 'is not an e-mail address' }]),
  ];
  if (faults.length > 0) throw profileFaulty(faults);
  const now = deps.clock.now();
  const id = createUuid();
  await deps.database.asDoorkeeper(async (tx) => {
    const lately = await countRequestsSince(tx, new Date(now.getTime() - DAY_MS));
    if (lately.all >= MOST_A_DAY || lately.ofAddress(contactAddress) >= MOST_AN_ADDRESS)
      throw tooManyRequestsToJoin();
    const written = await insertRequest(tx, {
      ...input,
      id,
      homeOrganisation,
      contactAddress,
      state: 'waiting',
      createdAt: now,
    });
    if (!written) return;
    await announce(tx, now, {
      institutionId: null,
      topic: 'institution-requested',
      payload: { requestId: id },
    });
  });
}
