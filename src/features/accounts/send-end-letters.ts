import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce } from '../../platform/jobs/index.ts';
import { composeMessageId, type Mailer, renderLetter } from '../../platform/mail/index.ts';
import { writeEndLetter } from './account-letters.mail.ts';
import { findPerson, listAddressRows, listIdentities } from './accounts.store.ts';
import { claimEndingIdentities } from './ending-identities.store.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { ListProviders } from './provider.ts';
import { sendToAddress } from './send-account-letter.ts';
import { TOLD_BEFORE_MS } from './stay.ts';
import { listStayingIssuers } from './ways-in.ts';

export type EndLetterDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly listProviders: ListProviders;
};

/** Once a day: whose institution's account ends within ninety days is announced, each once. */
export async function announceEndings(deps: Pick<EndLetterDeps, 'database' | 'clock'>): Promise<void> {
  const now = deps.clock.now();
  await deps.database.asDoorkeeper(async (tx) => {
    const before = new Date(now.getTime() + TOLD_BEFORE_MS);
    for (const { id, personId } of await claimEndingIdentities(tx, now, before))
      await announce(tx, now, {
        institutionId: null,
        topic: 'affiliation-ending',
        payload: { identityId: id, personId },
      });
  });
}

/** Nobody is written to who has a way in that stays. */
export async function sendEndLetter(
  deps: EndLetterDeps,
  input: { readonly identityId: string; readonly personId: string },
): Promise<void> {
  const { identityId, personId } = input;
  const staying = await listStayingIssuers(deps);
  const found = await deps.database.asPerson(personId, async (tx) => {
    const identities = await listIdentities(tx, personId);
    return {
      person: await findPerson(tx, personId),
      ending: identities.find(({ id }) => id === identityId),
      isSafe:
        identities.some((one) => staying.has(one.issuer)) || (await listPasskeys(tx, personId)).length > 0,
      // The primary one, or the one that was proven first.
      address: (await listAddressRows(tx, personId))[0]?.address,
    };
  });
  const { person, ending, address } = found;
  if (!person || !ending?.affiliationUntil || !address || found.isSafe) return;
  const provider = (await deps.listProviders()).find(({ settings }) => settings.issuer === ending.issuer);
  const { language } = person;
  const { subject, content } = writeEndLetter({
    language,
    institution: provider?.name[language] ?? provider?.name.en ?? new URL(ending.issuer).host,
    until: ending.affiliationUntil,
    publicUrl: deps.publicUrl,
  });
  await sendToAddress(deps.mailer, {
    to: address,
    subject,
    ...(await renderLetter(content)),
    messageId: composeMessageId(
      `ending ${identityId} ${ending.affiliationUntil.toISOString()}`,
      new URL(deps.publicUrl).hostname,
    ),
  });
}
